"""May the talk itself be by phone or online? (practice §0 P5: "a phone or online call is perfectly fine")

A number to ring back, a call to fix the date, a video that was watched are something else.
"""

import re

from coach.messages.letter import Letter, denied
from coach.reading.phrases import Hit, Phrases
from coach.reading.sentences import Sentence

_MODES = (
    "(phone|telephone|fone|zoom|skype|video|google meet|facetime|face time|whatsapp|whats app|wa|webex|video call|video chat|video link|videoconference|video conference|phone call|voice call|telegram"
    "|ms teams|microsoft teams|teams|messenger|internet|web|webcam|signal|discord|hangouts|vc|e-?mail|chat|voice note|voice notes|mobile|cell|screen|imo|viber|wechat|line|slack|teleconference|tele|audio call|conference call|zoom call|teams call|landline|gmeet|meet)"
)
_TALKS = "(call|chat|conversation|meeting|interview|coffee|talk|session|discussion|catch up|meet up|meetup|cuppa|tea|format|informational|exchange|get together|meet|conference)"
_TECH = "(phone|telephone|zoom|skype|video|whatsapp|teams|google meet|facetime|voice|virtual|online|remote|webex|e-?mail|audio|digital|messenger)"

OFFERS = Phrases(
    f"""
    (by|over|via|through|per|on|using|in) (the |a |an |short |quick |brief |either |ms |your preferred )?{_MODES}
    (by|over|via|through) (a )?(quick |short |brief )?(call|link)
    {_TECH} (or {_TECH} |and {_TECH} |, {_TECH} |/)?{_TALKS}
    (phone|telephone|zoom|skype|video|teams|online|google meet|facetime|whatsapp|virtual|remote|virtually|remotely|e-?mail) (or|is|are|also|would|works|will|suits|and|if|/|call|fine|ok|okay|being|rather) 
    (phone|zoom|skype|video|online|remote|whatsapp|teams|virtual)(?=[,/] (in |face|or |zoom|skype|phone|video|coffee|teams|a |the |your |at |over |whichever|whatever|e-?mail|whatsapp))
    (or|and|either|whether|be it|even|maybe|perhaps|than|via|with|is|are|it|us|you|minutes|mins|me|prefer) (on |by |over |through |a |the |else )?(phone|telephone|zoom|skype|online|remote|remotely|virtual|virtually|facetime|whatsapp|google meet|video|teams)(?! (number|me|back))
    (remotely|virtually|from afar|at a distance|digitally)
    (talk|speak|meet|chat|connect|met|call|conversation|interview|catch up|person|face to face|discuss) ~ (online|virtually|remotely|over the internet|over the line)
    (a|an|another|one|informational|information|info|introductory|minute|short|brief|quick|your|min|this|the|our|half hour|little|intro|exploratory) (phone |telephone |video |zoom |voice |skype |teams |whatsapp |informational |information |info |friendly |minute |min |quick |short |brief |hour |introductory )*(call|telephone conversation|phonecall|videocall|facetime)(?!s| (back|center|centre|for papers|to action|sheet|ed\\b))
    (jump|hop|get|be|have|do|join|arrange|schedule|set up|book|take) ~ (on )?(a|an) (quick |short |brief |\\w+ minute |\\w+ min )?(call|phonecall|zoom|facetime|skype|ring)
    (can|could|may|might|would|i'd be|happy|glad|able|willing|i'd|free|let me|rather i|prefer i|prefer me|if i|mind if i|okay if i|alright if i|me) ~ (to )?(call|ring|phone|telephone|dial|skype|zoom|facetime|video call|whatsapp|voip) (you|u|in|for|your)
    (can|could|shall|may|might|would) (we|i) (call|zoom|skype|facetime|phone|ring)
    (call|phone|ring|zoom|skype|telephone) (you )?(for|of|about) (\\w+|\\d+) (to \\w+ )?(minutes?|mins?)
    (give|giving|gave) (you|u) (a )?(quick |short |brief )?(ring|bell|buzz|call|tinkle|shout|phone call)
    (message|email|e-mail|text|send|dm|write) (you|u) (a few |some |my |a couple of |two |three |2 |3 |the |those )?(short |quick |written )*questions
    (in writing|by correspondence|by letter|written answers?|video or|video-call|videocall|videochat)
    (phone|telephone|zoom|skype|teams|video|online|remote)(?=\\W*$)
    (zoom|skype|facetime|teams|video|phone|the telephone|the phone|online) ~ (is|are|would be|works|also) (cool|fine|simplest|easiest|ok|okay|good|great|perfect|possible|just as|equally|perfectly|welcome|easier|also|enough|best|more)
    (dial|ring|log|call) (in|on) (from|to)
    (phone|telephone|video|zoom|screen|voice) (line|link|platform|included|messages?|notes?|or|app|connection)
    (on|over|via|through|down) (a |the |your |any |whichever |whatever |my )?(screen|telephone line|phone line|line|video platform|platform|phone|blower|wire|wires|tablet|laptop|computer)
    (calling|ringing|phoning|zooming|skyping|facetiming) (is|would|works|will|suits|you|in)
    (facetime|zoom|skype|call|ring|whatsapp) (4|like|u for|you for)
    (voice|audio|video) (message|messages|note|notes|memo|memos)
    (voice|video|audio) (notes|note|calls?|chats?)
    (rang|ring|phone|call|called|phoned) you (once|for|up|some|one|at|on|after|before|when|to ask|then|about|in the)
    (on|by|over|via|through) (the )?(little |small |computer )?(screen|speaker|irc|jitsi|meet|tele|telegram|whatsapp call|video call)
    (by|via|over|through) (telephonically|phonically)
    (telephonically|videoconference|vid call|videocall|phonecall)
    (vid|video|phone|zoom|teams|whatsapp) (call|chat) (u|you|4|for|is|would|works|or|on|at)?
    with or without (cameras?|video)
    """
)
# The bare name of a means: enough where a question or a choice is put.
_BARE = Phrases("(telephone|phone|zoom|skype|teams|facetime|whatsapp|telegram|webex|videoconference|hangouts|meet)")
_PUT = re.compile(
    r"\?|\b(?:could|would|might|may|can|or|either|whichever|fine|suits?|easiest|same to me|happy|prefer|includ\w+|chat|informational|info|minutes)\b"
)
_MEANS = re.compile(
    r"(?:\b(?:by|over|via|on|or|and|the|either|through|per|a|an|using|for|is|it|be|do|prefer|if|whether|google|ms|microsoft)|[,/(:;]|^)\s?$"
)
_RING_BACK = re.compile(
    r"\b(?:leave (?:a|me)\b|(?:reach|call|text|ring|phone|contact|get|catch|message|whatsapp|email|find|hold of|telephone|reply to|answer) me\b|reached\b|contacted\b|my (?:\w+ )?number|number is|call or text|call/text|rsvp|confirm|arrange|fix a|to see if|to ask|find out|set (?:it )?up|schedule|follow up|check (?:in|back)|get through|left (?:you )?a|"
    r"watched|saw|seen|heard|attended|listened|caught|found|came across|following|followed|enjoyed|your (?:recent |latest )?(?:zoom|online|video|virtual|phone|skype|webinar|podcast|email|e-mail)|read|met you|spoke|talked|recorded|recording|number|reception|secretary|assistant|again|wrote|written|sent|emailed|connect|connected|applied|appl(?:y|ications?)|posted|published|featured|seeing|learn(?:ed|ing|t)|working|work(?:ed)?|study(?:ing)?|course|degree|classes|answering|reply|respond|stumbled|discovered)\b"
)
_OTHER_NEXT = re.compile(
    r"(?:^|\b)(?:\s?(?:'s)?\s?(?:tomorrow|again|back|next week to|number|games?|production|editing|series|shop|store|marketing|advert\w*|portfolio|article|profile|course|courses|degree|sensing|work\b|worker|working|reality|banking|sales|learning|classes|talk you|you gave|talk of|essay|interview you gave|journalism|forum|community|presence|directory|centre|center|company|industry))"
)
_TO_ARRANGE = re.compile(
    r"\b(?:to (?:arrange|ask|see if|see whether|set|fix|schedule|confirm|check|find out|make sure|follow|book|hear (?:if|whether|when))|reception|your (?:office|secretary|assistant|clinic|desk|pa)\b|in case|again (?:on|next|in)|if i (?:don't|do not))"
)
_HABIT = re.compile(
    r"\b(?:i('?ll| will| shall| am going to|'?m going to))\s(?:\w+\s)?(?:call|ring|phone|telephone|try)"
)


_AT_THEIR_HOUR = re.compile(
    r"\b(?:or you|at the (?:hour|time)|on it|whenever|at (?:a|any|whatever)|then|when you|on (?:any|whatever))\b"
)


def read(letter: Letter) -> Hit | None:
    """The words that offer the talk from afar; None where nothing does."""
    for sentence in letter.all:
        if sentence in letter.signature[1:] and len(sentence.words) < 9 and re.search(r"\d{3}", sentence.low):
            continue
        for hit in OFFERS.find(sentence):
            if _is_the_talk(sentence, hit):
                return hit
        if _PUT.search(sentence.low):
            for hit in _BARE.find(sentence):
                if (
                    sentence.text.low[hit.start : hit.end] in {"teams", "meet"}
                    and not sentence.text.plain[hit.start : hit.start + 1].isupper()
                ):
                    continue
                if re.search(r"\bphone\b|telephone", hit.low) and re.search(
                    r"\b(?:your|my|the|a|phone'?s?)\s$|numbers?",
                    sentence.text.low[hit.start - 5 : hit.start] + sentence.text.low[hit.end : hit.end + 9],
                ):
                    continue
                if _MEANS.search(sentence.text.low[max(sentence.start, hit.start - 12) : hit.start]) and _is_the_talk(
                    sentence, hit
                ):
                    return hit
    return None


def _is_the_talk(sentence: Sentence, hit: Hit) -> bool:
    low = sentence.text.low
    if sentence.quoted(hit.start) or denied(sentence, hit.start, reach=4):
        return False
    if hit.low.startswith("in ") and not hit.low.startswith("in writing"):
        return False
    before = low[max(sentence.start, hit.start - 50) : hit.start]
    clause = re.split(
        r"[;:(]|, (?:and|but|so|or|i|we|you|could|would|which)\b| and (?:i|would|could|wondered|was)\b| but ", before
    )[-1]
    after = low[hit.end : min(sentence.end, hit.end + 50)]
    if re.search(r"\bcall you\b", hit.low) and re.match(r"\s(?:an?|my|the)\s", after):
        return False
    if _RING_BACK.search(clause) or _OTHER_NEXT.match(after):
        return False
    if re.search(r"\b(?:call|ring|phone|telephone|try|buzz|bell)\b", hit.low) and (
        _TO_ARRANGE.search(re.split(r", and|;|, or|\. ", low[hit.start : sentence.end])[0][:90])
        or (
            _HABIT.search(low[sentence.start : hit.end]) and not _AT_THEIR_HOUR.search(low[hit.end : sentence.end][:60])
        )
    ):
        return False
    return True
