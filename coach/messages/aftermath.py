"""What a thank-you should hold: something that was said, and something that follows from it (docs/CRAFT.md, "Thanks")."""

import re

from coach.messages.parsed import ParsedMessage, denied
from coach.messages.placeholder import gaps
from coach.reading.phrases import Match, read_phrases
from coach.reading.sentences import Sentence

PHRASES = read_phrases(__file__)
TAKEAWAY = PHRASES["takeaway"]
_VAGUE = re.compile(
    r"(?:career|careers|company|job|work|field|industry|experience|experiences|role|"
    r"journey|path|insights?|advice|time|background|profession|story|organi[sz]ation|perspective|"
    r"wisdom|knowledge|everything|conversation|chat|talk)(?:\s(?:and|path|journey|advice|tips|itself|"
    r"in general)\s?(?:your\s)?(?:career|company|job|work|field|industry|experience|role|journey|path|"
    r"insights?|advice|background|story|perspective|wisdom|the \w+|tips)?){0,8}\W*$"
)
NEXT = PHRASES["next"]
_CAPITAL_NAME = re.compile(
    r"\b(?:to|with|contact|email|name of|naming|introducing me to|introduction to|for|in touch with|"
    r"meeting|called|message|wrote)\s(?:Dr\.?\s|Mr\.?\s|Ms\.?\s|Mrs\.?\s|Prof\.?\s|Professor\s|your "
    r"colleague\s|your friend\s)?([A-Z][a-z]+)(?:\s[A-Z][a-z]+)?\b"
)
_NO_NAMES_WORDS = (
    "The A An I It Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April "
    "May June July August September October November December LinkedIn Zoom You Your Best Kind Thanks "
    "Thank"
)
_NO_NAMES = frozenset(_NO_NAMES_WORDS.split())
# "I have run the lights since I was twelve": what one has always done does not follow from a talk.
_LONG_AGO = re.compile(
    r"\bsince i was\b|\bfor (?:the (?:past|last) )?\w+ (?:years|summers|seasons)\b|\byears running\b|\bwith distinction\b"
)
_STAY = re.compile(
    r"\b(?:in touch|think it|let you know|keep you (?:posted|updated)|what (?:it|this|that) means for|reflect\w*|think(?:ing)? (?:about|over|"
    r"on)|to heart|in mind|remember|look(?:ing)? forward)\b"
)


# What our own drafts once said where nothing was noted: a matter is named, and nothing that was said about it.
_FILLER = re.compile(
    r"what you (?:told|taught|showed) me (?:about|of) [^.!?\n]{0,120}? has (?:really )?stayed with me"
    r"|(?:written|wrote) down what you (?:told|said)|understand (?:it )?(?:much )?better now what i (?:had )?wanted to know"
)
# What every thank-you says, whatever was talked about.
_EMPTY_WORDS = (
    "your you the a of about that to on me my was were is are and so very really much helpful useful great insightful "
    "inspiring interesting valuable all everything it for how what said shared told in with i more advice insight insights "
    "tip tips career careers company experience experiences job work field industry story path journey perspective time "
    "amazing learn learned learning hear hearing today yesterday conversation chat truly appreciate role incredibly eye "
    "opening thoughts wisdom taught things lot from gave have will be passion passionate do does many challenge challenges "
    "along way practice action into inspired motivated excited made feel want expect know now but put at ease good use "
    "next steps future goals us as grateful life success sector profession background keep think thinking"
)
_EMPTY = re.compile(rf"\b(?:{'|'.join(_EMPTY_WORDS.split())})\b|\W")
_SAYS = re.compile(r"(?:told|taught|shown|warned|heard|hear)\b")
_OTHERS_SAY = re.compile(
    r"\b(?:manager|boss|teachers?|mother|father|mum|dad|friends?|tutor|supervisor|professor|coach|colleagues?|he|she|they|"
    r"parents|people|everyone|i(?: have|'ve)?|we|who|always) (?:\w+ ){0,6}?$"
)


def takeaway(parsed: ParsedMessage) -> Match | None:
    """The words about one thing that was said, advised or shown; "your insights" is none."""
    empty = gaps(parsed)
    for sentence in parsed.before_signature[1:] or parsed.sentences:
        if _FILLER.search(sentence.low):
            continue
        for start, end in sentence.quotes:
            if end - start > 12 and start >= sentence.start and not any(gap.sentence is sentence for gap in empty):
                return Match(sentence, start, end)
        for hit in TAKEAWAY.find(sentence):
            rest = sentence.text.low[hit.start : sentence.end]
            if any(gap.sentence is sentence for gap in empty) or _is_vague(rest, hit) or _of_others(sentence, hit):
                continue
            return hit
    return None


def _is_vague(rest: str, hit: Match) -> bool:
    """Whether nothing in particular is left once the words of every thank-you are taken out."""
    if len(rest.split()) < 9 and _VAGUE.search(rest):
        return True
    return len(_EMPTY.sub(" ", rest).split()) < 2


def _of_others(sentence: Sentence, hit: Match) -> bool:
    """ "My manager once told me that": said by somebody else, or still to be said."""
    before = sentence.text.low[max(sentence.start, hit.start - 40) : hit.start]
    return bool(_OTHERS_SAY.search(before) and _SAYS.match(hit.low))


def next_step(parsed: ParsedMessage) -> Match | None:
    """The words about an act done or planned because of the talk; to stay in touch or to reflect is none."""
    for sentence in parsed.before_signature[0 if len(parsed.before_signature) < 3 else 1 :] or parsed.sentences:
        for hit in NEXT.find(sentence):
            low = sentence.text.low
            if _STAY.search(low[hit.start : hit.end + 18]) or denied(sentence, hit.start, reach=3):
                continue
            if _LONG_AGO.search(low, hit.end, sentence.end):
                continue
            if re.search(
                r"\b(?:before|when|while|until|if|as)\s$", low[max(sentence.start, hit.start - 8) : hit.start]
            ) and not hit.low.startswith("as"):
                continue
            return hit
    return None


def named_referral(parsed: ParsedMessage) -> bool:
    """Whether somebody is named whom the student will meet through the contact."""
    own = {*parsed.facts.contact.split(), *parsed.facts.student.split()}
    for sentence in parsed.before_signature[1:] or parsed.before_signature:
        for match in _CAPITAL_NAME.finditer(sentence.plain):
            if match[1] not in own and match[1] not in _NO_NAMES:
                return True
    return False
