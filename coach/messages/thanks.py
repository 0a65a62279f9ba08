"""Does the message end with thanks, in whatever words? (practice §3, part 8)"""

import re

from coach.messages.letter import Letter, denied
from coach.reading.phrases import Hit, Phrases

THANKS = Phrases(
    """
    (thank|thanks|thankyou|thx|thnx|thanx|tks|thanking|thankful|thankfully yours|tysm|ty)
    (grateful|gratefully|gratitude|indebted|obliged|in your debt|appreciative|appreciated|appreciation)
    (appreciate|appreciating|appreciates)(?! (that|how busy|you're|you are|you must|your (schedule|diary)|it if you are))
    (merci|gracias|danke|salamat|obrigado|obrigada|grazie|asante|shukran|dhanyavaad|dhanyavad|diolch|arigato|tack|mahalo|medaase|ngiyabonga|teşekkurler|takk|kiitos|dziekuje|spasibo|xie xie|terima kasih|cam on|efharisto|go raibh)
    (it |that |this |any |your |which |hearing |a |even |would |will )*(mean|means|meant) (a lot|so much|the world|a great deal|very much|more than|a huge amount|an awful lot|everything)
    (bless|god bless) (you|u)
    (i'd|i would|i'll|i will|we'd|i shall|would) ~ (value|treasure|be touched|be honoured|be honored|not forget (it|this|your kindness)|owe you|be in your debt|cherish)
    i owe you
    (so |very |really |awfully |most |ever so )?(kind|good|generous|nice) of you
    (your|for your|the) (time|kindness|help|generosity|patience|consideration|attention) (is|would be|will be|are) ~ (valued|treasured|not forgotten|welcome|precious)
    ta(?=\\W*$| very much| muchly| for|[,.!])
    """
)
_NOT_THANKS = re.compile(
    r"(?:no thanks to|thanks? to (?:your|you(?! for)|the|my|a|an|his|her|their|this|that|our|[a-z]+'s|him|them)\b|thank(?:s| you) for nothing|thank goodness|thank god|thankless)"
)
_GOOD_ENOUGH = re.compile(r"cheers\b")


def read(letter: Letter) -> Hit | None:
    """The thanks in the last lines; "thanks to your talk" is none."""
    for sentence in letter.last_lines:
        low = sentence.text.low
        for hit in THANKS.find(sentence):
            around = low[max(sentence.start, hit.start - 4) : hit.end + 22]
            if _NOT_THANKS.search(around) or denied(sentence, hit.start, reach=2) or sentence.quoted(hit.start):
                continue
            if (
                hit.low in {"appreciated", "obliged"}
                and re.search(r"\b(?:i|he|she|they|really|have)\s(?:\w+\s)?$", low[sentence.start : hit.start])
                and not re.search(
                    r"much\s$|be\s(?:\w+\s)?$|am\s(?:\w+\s)?$|'m\s(?:\w+\s)?$", low[sentence.start : hit.start]
                )
            ):
                continue
            return hit
    return None
