"""May the contact choose the time? (practice §0 P5: "ask which time of day and place they prefer")"""

import re

from coach.messages.letter import Letter
from coach.reading.phrases import Hit, Phrases
from coach.reading.sentences import Sentence

_U = "(you|u|your honour|the court|yourself|yourselves|your team|the clinic|the office|the practice|her|him)"
_SUIT = "(suits?|works?|fits?|is convenient|is best|is good|is easiest|is easier|is better|is simplest|is quiet|is quietest|is fine|is ok|is okay|is least|are best|are good|are convenient|is suitable|would suit|would work|would be|might suit|will suit|could work|may suit|best suits|best fits|might work|may be|will be|is possible|is more convenient|is most convenient|do you prefer|do you like)"
_SLOT = "(times?|days?|dates?|hours?|slots?|moments?|mornings?|afternoons?|evenings?|weekdays?|weeks?|month|place|places|lunch hour|lunchtime|break|minute|point|gap|window|weekend|half hour|twenty minutes|fifteen minutes|ten minutes|thirty minutes|20 minutes|15 minutes|30 minutes)"

OFFERS = Phrases(
    f"""
    (whenever|when|whatever|whichever|wherever|anytime) (it |that |this |one |time |day |day or time |is |hour |date |slot |best |medium )?{_SUIT}
    (whenever|when|whatever|whichever|anytime) ~ {_SUIT} ~ {_U}
    (whatever|whichever|what|which) {_SLOT} ... {_SUIT}
    (whatever|whichever) ~ {_U}('d|'re| would| are|r)? ~ (prefer|like|rather|choose|want|easiest|comfortable|convenient)
    (whenever|when|anytime|any time) {_U}( are|'re|r| happen to be| might be| may be| next| can| could| would| wish| like| prefer| want| find| feel| have|'ve| get)
    (whenever|when) (ur|you're|u|there is|there's|theres|things|the season|your schedule|your diary|your calendar|life|work|the kitchen|the clinic|the shop|the office) 
    whenever(?=\\W*$|[,?!.;])
    (whenever|whichever)(?= works| suits| is)
    anytime(?= (that |which |at all|next|this|in|on|during|of|you|is |will |would |after|before|between|from)|\\W*$|[,?!.;])
    anytime
    (any|some|a|another|the) (other )?{_SLOT} ~ (that|which|when|where|whichever) ~ ({_U[1:-1]}|suits?|works?|fits?|is|are|would|convenient|quiet)
    (any|some|a|the) {_SLOT} (or {_SLOT} |and {_SLOT} )?(of|at) (your|ur) (own )?(choice|choosing|convenience|preference|liking)
    (any|some|a|the) (convenient |suitable )?{_SLOT} (convenient|suitable|good|best|easiest|suited|to suit|that's good|thats good|better|comfortable|easy|right) ~ ({_U[1:-1]}|your)
    (any|some|a|the) {_SLOT} {_U} (choose|prefer|like|pick|name|want|wish|find|say|suggest|have|nominate|decide|care|can)
    any (day|time|date|hour|moment|slot|weekday|evening|morning|afternoon|minute|week|weekend) (would|will|is|works|suits|at all|or|you|between|in|this|next|except|that|from|before|after|of|day|will do)
    any (day|date|hour|weekday|evening|morning|afternoon)(?=\\W*$|[,?!.;])
    any (twenty|fifteen|ten|thirty|20|15|10|30) minutes
    (your|ur) (own )?(choice|choosing|preference|preferred|pick|call|convenience)
    (your|ur) (preferred|favourite|best) {_SLOT}
    (at|to) (your|ur) (earliest |own |best |utmost )?(convenience|leisure|pleasure|discretion)
    (according to|depending on|based on|as per|per|subject to) your (schedule|availability|convenience|diary|calendar|time|preference)
    (name|pick|choose|select|set|suggest|propose|say|give me|send me|tell me|offer|nominate|throw me|decide|fix|indicate|share|point me to) ~ (your|a|the|any|some|whichever|whatever|what|which|when) ~ {_SLOT}
    (name|pick|choose|select|suggest|propose|indicate) ~ (when|what works|what suits)
    you (can |could |may |would |please |just |should |simply |to )?(choose|pick|say when|decide|name the|name a|name it|tell me when|call the|set the|dictate)
    u (can |just )?(choose|pick|say when|decide)
    (work|fit|fitting|working|plan|planning|arrange|bend|shape|slot|organise|organize|schedule|flex|adapt|adjust|move things|shift things|move my things|rearrange|juggle|tailor|rota|swap) ~ (around|round|in with|into|to|in around|with|in|about) ~ (you|u|ur|your|yours|whatever|whichever|whenever|that)
    (fit|fitting|work|working) ~ (around|round|in with|into|in around|in) (you|your|u|ur|whatever)
    (around|round) (your|ur) ~ (schedule|diary|shifts?|calendar|rota|timetable|availability|hours|commitments|patients|classes|day|rounds|clinic|appointments|time|week|clients|work|life|plans|deadlines|meetings|teaching|workload|routine)
    (adapt|adjust|flexible|accommodate|match|follow) ~ (to|your|around|with|myself) ~ (you|your|schedule|calendar|diary|availability|timetable|timings)
    (i'm|i am|my schedule is|my diary is|my calendar is|my days are|my week is|my timetable is|i can be|am|im) ~ (flexible|wide open)
    (what|which) {_SLOT} ... (you|work|works|suit|suits|best|convenient|good|prefer|easiest)
    (what|which|when) (is|would be|might be|may be|will be|could be|are|are the) ~ (good|best|better|convenient|easiest|suitable|easier|quiet|preferable|ideal)
    (when|what time|which day|what day) (would|might|could|will|can|do|are|is|may|r) (you|u|it|we|i|be|suit|work)
    (what|when|which) (works|suits|would work|would suit|might work|might suit|fits)
    (what|how) ~ your ~ (availability|schedule|diary|calendar|week) 
    (your|any|some) (availability|availabilities)
    (let me know|tell me|say|advise|inform me|know|hear|see) (when|which day|which time|what time|what day|what days|which days|which of|a time|a day|a convenient|your preferred|what works|what suits|which suits|which works|some times|any time|if and when|whether and when|how and when|a good|a suitable|your available)
    (say|tell) ~ when
    (do|would|could|does) (either|any|any one|one) of (these|those|them|the) ... (suit|work|be|fit|good)
    (which|whether) (of (these|those|them|the two)|one|day|time|slot|would) ~ (is|would|do|suits?|works?|you|fits?|better|best)
    which do you prefer
    (is|would) there (be )?~ {_SLOT} ... (you|suit|suits|work|works|convenient|best|good)
    is there ... (suits?|works?|convenient|quieter|quiet|better) ~ 
    (leave|leaving) ... (to|with|up to) you
    (up to|down to) (you|u)(?! (whether|and you alone|now))
    (the|all) ~ (are|is) (all |entirely |completely )?(yours|your choice|up to you|for you to)
    yours to (choose|decide|pick|name|set)
    (fit|fits|falls?) in with (you|your|whatever)
    i('ll| will|'d| would|d|can| can| could) ~ (fit in|fit around|work around|adapt|make it work|make myself available|make anything work|make any)
    (day|morning|days|evenings) or (night|evening|evenings|nights|weekends)
    (to|as|if it|as it|that|which|who|it|this|what|best|also|still) (would |might |could |may |best |will )?suits? {_U}
    (works?|convenient|good|suitable|best|easiest|fine|better|easier|comfortable|okay|ok|feasible|possible|preferable|quiet) (best |better |well )?(for|to) {_U}
    (as|where|whatever) {_U} (prefer|like|wish|please|choose)
    (if|should) ... (another|a different|other|some other) {_SLOT} ... (suit|suits|work|works|better|prefer|easier|good|convenient)
    (or|otherwise) (another|any other|some other|whichever|whatever) {_SLOT}
    (in|during|on|at|over|after) (any of )?your (free|spare|own|quiet|lunch|coffee|tea) ~ (time|moments?|hours?|minute|break|slot|breaks?|day|periods?)
    (have|find|get|got) (a |any |some )?(free |spare |quiet |small |little )(time|moment|minute|window|slot|gap)
    (when|once|if|whenever|after) (you|u|things|it|the) ... (off duty|free|less busy|quieter|available|calms? down|slow down|slows down|settle|has passed|have passed|is over|ease)
    (happy|glad|ready|willing|able) to (go with|take|accept|do) (any|whatever|whichever)
    as early or (as )?late as
    (at|on) (whatever|whichever)(?! your)
    just as good
    {_U} ~ (name|say|put|set|give|fix|appoint|decree|call|command|select|nominate|propose|suggest|tell me) (when|the|a|an|any|your|me|it|one|what|which|it) ~ (day|hour|time|date|evening|when|slot|morning|week)
    {_U} (can |could |may |just |please |will |then )*(say|tell me|choose|name|pick|decide|set) (when|which|the|what|a|it)(?! (it|that|this|a great|you want|you think|about))
    (ur|your|u) (pick|call|shout|turn to choose|choice) ~ (when)?
    (led|guided|ruled) by (you|your|your \\w+) ~ (on|when|diary|calendar|schedule|about|for)?
    (when's|when is|what's|what is) (good|best|your|the|a) ~ ((quiet|quietest|best|good|least|easiest|free|calmest|slowest|convenient|preferred)\\w*|day|time)
    (a|an|any|the|some|which|whatever|on) (\\w+ )?{_SLOT} (that |which |when |where |on which |at which )?({_U[1:-1]}|your|costs?|suits?|is|least|heaven) (?!(took|gave|spent|spoke|came|said|visited|were|had|have taken|won|left|devoted|put|have given|have spent|presented|talked|taught|sent|wrote|posted|started|began|joined|made|held|did|got|showed|helped|stopped|met|moved|founded|opened)\\b)
    (whatever|whichever|whenever) (\\w+ ){{0,2}}({_SLOT[1:-1]}|end|rehearsals|shifts?|work|patients|clients|lets?|allows?|permits?)
    (my|our) (calendar|diary|schedule|timetable|time|hours|week|days|shifts) (will|can|is|are|bends?|follows?|fits?|works?) ~ (follow|bend|yours|around|flexible|open|empty|adapt|fit|free|wide|clear|at your)
    (easy|relaxed|flexible|open|not fussy|fine) (on|about|with|as to) (dates?|times?|days?|when|timing|whatever|the day|the time|any)
    (set|put|give|send|drop|suggest|offer|find) me (one|a time|the time|the hour|the evening|a day|a date|an hour|a slot|an evening|a morning|an afternoon|the day) 
    (hmu|hit me up|lmk|let me know) (w|with|wen|when) (a|the|ur|your|u)? ~ (time|day|free)?
    (at|on) (your|ur) (terms|time|timetable|schedule|tempo|pace|rhythm)
    (on|at|in) (a|an|any|the) {_SLOT} of (your|ur) \\w+
    (that|which|when|in which|on which|{_SLOT[1:-1]}) ~ {_U} ~ (determine|decide|fix|name|choose|point out|wish|prefer|like|command|appoint|pick|find yourself)
    (your|the) (diary|calendar|agenda|schedule|roster|rota|yard|clinic|office) (decides?|rules?|dictates?|is yours|may pick|can pick|picks?|comes first)
    the (agenda|day|date|hour|choice|timing|time) (is|are) (yours|your|all yours)
    (follow|following|take) your lead
    {_U} (command|decide|determine|choose|pick|name it|can name it|may name it|say and|say when|decide when|tell me in which|tell me which|select|may select|will choose|will decide|will pick|may choose|may decide|can decide|dictate)
    any (day|night|evening|morning|afternoon|weekday|weeknight|weekend|hour|date|dinner break|lunch break)(?! (now|soon))
    (just you|you just|simply) (say|name|pick|tell)
    (drop|send|put|write) (me )?(any|a|the|your) (timestamp|day|date|hour|time|slot) ~ (in|into|and|that|here)?
    (say|name) the (word|day|hour|date|time)
    (is|are) (your|the) (week|day|month|mornings?|weekends?) ~ (better|quieter|easier|calmer)
    (which|what) (works|suits|is|are|would be) (better|best|kinder|easier|nicer)
    (when|whenever) (there is|there's|you have|you've|u have|it is|it's) ~ (nobody|no one|quiet|calm|comfortable|convenient|handy|easy|easiest|room|light|slow|slack)
    (when|whenever) ~ (is|would be|are|would) (comfortable|convenient|suitable|handy|agreeable|possible|easy|easiest|quiet|suit|best)
    as is the (date|time|day|hour)
    (is|are|be) there (a|an|any|one|some) (\\w+ )?{_SLOT} ~ (on|at|in|when|which|that|where|you)
    (which|what) (end|part|half|side|day|time|days|hour|evening|morning) of (the|your|each) (week|day|month|year|morning|afternoon) ~ (you|is|leaves|suits|works|do|would)
    (or|and) any other(?=\\W*$|[,.!?])
    (mornings?|evenings?|afternoons?|weekends?|nights?|weekdays?),? (or|and|,) (mornings?|evenings?|afternoons?|weekends?|nights?|sundays|saturdays|weekdays?|fridays) ~ (which|are|all|is|both|whichever|whatever|any)
    """
)
# The same words about the answer, not about the talk; or about a post.
_OTHER = re.compile(
    r"\b(?:repl(?:y|ies)|respond|response|answer|write back|hit me (?:back|up)|get back|call (?:me )?back|ring (?:me )?back|dm me|text me|message me|email me|hmu|contact me|reach me|reach out to me|"
    r"start(?:ing)? (?:work|date|on|in)|can start|can begin|begin work|could start|for an? (?:\w+ )?interview(?! (?:with you|about))|available for (?:an )?interview|job interview|formal interview|look at my|read my|review my|hear back|hear from you)\b"
)
_JOB = re.compile(
    r"\b(?:start(?:ing)? (?:work|date|on|in)|can start|can begin|begin work|could start|available for (?:an )?interview|job interview|formal interview|me for an interview)\b"
)
_TALK_TOO = re.compile(
    r"\b(?:informational|chat|talk|speak|meet|coffee|conversation|information interview|info|call you|zoom|phone|minutes|mins|video|discuss)\b"
)
_DAY = re.compile(
    r"\b(?:mon|tues?|wed(?:nes)?|thurs?|fri|sat(?:ur)?|sun)(?:day)?s?\b|\b\d{1,2}(?:[:.]\d\d)?\s?(?:[ap]\.?m\b|o'?clock)|\b(?:morning|afternoon|evening|lunchtime|tomorrow|noon|weekend)s?\b"
    r"|\b(?:the )?\d{1,2}(?:st|nd|rd|th)\b|\b(?:january|february|march|april|june|july|august|september|october|november|december)\b|\b(?:this|next) (?:week|month)\b"
)
_EITHER = re.compile(
    r"\b(?:suit|suits|work|works|prefer|better|best|easier|convenient|possible|good|ok|okay|do|be free|free|available|which|either|rather|fit|fits)\b"
)
_DICTATED = re.compile(r"\bonly (?:times?|slots?|days?|free|available)\b|\bonly\W*$|\bno other\b")


def read(letter: Letter) -> Hit | None:
    """The words that leave the contact the choice; None where nothing does."""
    for sentence in letter.all:
        for hit in OFFERS.find(sentence):
            if not _about_something_else(sentence, hit):
                return hit
        if slots := _two_slots(sentence):
            return slots
    return None


def _about_something_else(sentence: Sentence, hit: Hit) -> bool:
    before = sentence.text.low[max(sentence.start, hit.start - 45) : hit.start]
    other = None
    for other in _OTHER.finditer(before):
        pass
    if other is None:
        return sentence.quoted(hit.start)
    if _JOB.search(before):
        return True
    if re.search(
        r"\b(?:what|which|when|a|an|the|some|your|any convenient) (?:\w+ )?(?:time|day|date|hour|slot|evening|morning|works|suits)s?\b|\bis best\b|\bname\b",
        hit.low,
    ) and not re.match(r"(?:at|to) your", hit.low):
        return False
    return not _TALK_TOO.search(before[other.end() :])


def _two_slots(sentence: Sentence) -> Hit | None:
    """ "Would Tuesday or Thursday suit?": asked which of two or more is better."""
    if not sentence.asks or " or " not in sentence.low:
        return None
    days = list(_DAY.finditer(sentence.text.low, sentence.start, sentence.end))
    if len(days) < 2 or _DICTATED.search(sentence.low) or not _EITHER.search(sentence.low):
        return None
    if " or " not in sentence.text.low[days[0].end() - 1 : days[-1].start() + 1]:
        return None
    return Hit(sentence, days[0].start(), days[-1].end())
