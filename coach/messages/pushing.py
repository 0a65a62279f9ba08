"""Does the message press? A time set without asking, a deadline, an ultimatum, guilt, orders, turning up uninvited.

A polite surface changes nothing; saying that one will ring to ask, or offering a single slot with a way out, is fine
(practice §3: "no reproach, easier option, way out").
"""

import re

from coach.messages.letter import Letter, denied
from coach.reading.phrases import Hit, Phrases
from coach.reading.sentences import Sentence

_WEEKDAY = (
    "monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri|tonight|tomorrow|today"
)
_WHEN = f"({_WEEKDAY}|noon|midnight|midday|the end of|end of|eod|cob|close of|next week|this week|the \\d+\\w*|\\d+\\w*|five|six|four|three|two|the weekend|the latest|return of|return)"
_BOSS = "(boss|manager|line manager|supervisor|director|hr|ceo|head|dean|chief|employer|headquarters|head office|chairman|owner|mayor|press|newspaper)"

# Orders, with nothing asked.
ORDERS = Phrases(
    f"""
    (be on time|be punctual|be there|be ready|make sure (you|that you|to be|your)|see to it that you|note the following|observe the|comply|read (it |this |the |them )?(carefully|before|first)|clear your|block (out|off)|keep (that|this|the|your|{_WEEKDAY}) ~ (slot|free|open|clear|time|date)|cancel your|move your|rearrange your|have (your|the|ready|at hand|open) ... (ready|open|at hand|to hand|answers|figures|register|slides|calendar)|have at hand|have to hand|prepare (a|an|the|your|answers|written|some|examples|three|five|two|ten|in advance|them|for)|fill (in|out) the|complete the|answer all|sign the|come down|come out|come ready|come prepared|bring (the|your|a|along|all|two|three|copies)|accept it|move it|stay put|shove up|sit(?= down (and|now|with)|\\W*$|[.!])|do not (let it|be late|leave|ring)|don't (be late|leave|go yet|make me|keep me waiting|let me down|forget)|ring me|phone me|call me|text me|email me)(?= (now|today|tonight|tomorrow|by|before|immediately|at once|asap|at|sharp|on|the|your|a|two|with|your|and|it|,|me|for|in|please|within|that|carefully|out|down|ready|prepared)\\b|\\W*$|[.!])
    (send|give|get|bring|forward|provide|supply|email|mail|return|show) me (in advance|also|the names?|a list|lists?|all|copies|two|three|five|ten|your (figures|slides|chart|plans?|data|files|notes|cv|salary|manager|boss|calendar|diary|number|mobile|home|direct)|the (figures|slides|chart|files|data|numbers|documents|name of|contact of|estate))
    (tell me who|give me the name|give me names|i'll take it from there|make it happen|get it done|get ur finger out|get your finger out|get a move on|hurry up|chop chop|faster reply|reply fast|jump to it|pull your finger)
    (nominate|appoint|designate|delegate) (a|another|your|an) (colleague|replacement|substitute|someone|person|engineer|deputy)
    (i|we) (need|want|require|expect|will need|'ll need|shall need|must have) (you|u|someone|somebody) ~ (to|for|by|on|at|now|this|there|asap|from)
    (i|we) (need|must have|require|have to have|gotta have|will need|'ll need) (your|ur|a|an|at least|about|exactly|the)? ~ (hour|minutes?|mins?|min|answer|answers|call|slot|meeting|reply|response|confirmation|workshop|room|figures) ~ (with you|of your|from you|this|today|tomorrow|asap|now|by|for|out of|to be|before|within)
    i (want|need|expect|require) (the|your|an?) (\\w+ )?(figures|answer|reply|response|answers|confirmation|data|documents|decision|list|names|plans|numbers)
    (you|u)('re|'ll| are| will)? ~ (going to (do|give|meet|talk|tell|help|be|answer|sit)|must|have to|need to (give|tell|help|answer|meet|make|reply|be|call|find|tell|come|show|respond)|owe (me|us|it|students)|ought to|had better|are obliged|are required|are expected|gotta|got to|can't refuse|cannot refuse|can't say no|will sign|will be asked to|will delegate|will also prepare|will prepare|will provide|will receive my call|will have to|will need to|should return|should at least|should make time|should find time|should be honou?red|should be glad|should be flattered|should answer|should reply|should help|should know better|should prepare|should provide|should bring|will be expected|are to (bring|come|be|meet|call|answer))(?! (be (busy|very|so|swamped|tired|getting|proud|used|sick|inundated|the)|have (a lot|many|so|been|a|seen|had|loved|worked|learned)|get (many|a lot|lots|hundreds|dozens|so|plenty|these|this)|receive (many|a lot|lots|so|hundreds|dozens)|hear|know (that|how|what|a|so)|not|want to|feel free|choose|pick|say|ever|prefer|find it|like|think|see|worry|prepare anything|reply if|answer if|decide|set)\\b)
    (this|the|our|my) (meeting|interview|call|talk|session|conversation|hearing|informational interview|informational meeting) (will|shall|is to|must|has to) (take place|last|be held|run|be recorded|happen|start|begin|be on|be at|takes place)
    (hearing|interview|meeting|call) takes place
    (the|my) (following )?(requirements|instructions|rules|conditions|terms) (are|apply|:|which|of|for)
    (persons|those) who do not
    (let her|let him|let them) speak up
    (without|with no) (jargon|delay|fail|exception|excuses|further delay)(?=\\W*$|[,.!])
    """
)
# A time or a place settled without asking; turning up.
SETTLED = Phrases(
    f"""
    (i|i've|i'll|i have|i will|we|we've|i shall|my (mentor|teacher|tutor|mum|mother|class)|mentor|mum|dad) (\\w+ )?(has |have |had |already |just |also |gone ahead and |got )*(booked|scheduled|blocked|set aside|reserved|pencilled|penciled|put|book|block|schedule|put down|allocated|slotted|allotted|calendared|cleared|entered|arranged|fixed|got you down|have you down) (you|us|a slot|our|in our|your name|it in|a call|a meeting|a calendar|the meeting|an invitation|the invite|an invite|{_WEEKDAY}|the slot|this for|a zoom|a teams|the interview|time for you|it for|it with|your) ~ (down|in|for|on|at|calendar|interview|meeting|already|the form|{_WEEKDAY}|diary|slot|name|time)
    (taken|take|took) the liberty (of|to)
    (already|been|has been|have been) (been |already )?(told|informed|notified|promised|announced|settled|arranged|agreed|cleared|booked|confirmed)(?= (your|that you|them|my|it|for|the|on|with|from|everyone|by|you|that)\\b|\\W*$|[,.])
    (told|informed|promised|assured) (my|the|them|everyone|your|our|him|her) (\\w+ )*(that )?(you (said|will|would|are|'ll|agreed|had)|we're|we are|it's|you'd)
    (all|everything) (is |'s )?(settled|arranged|booked|fixed|set) (from|on|for|with|already|at)
    (calendar|meeting|teams|zoom|outlook) (invite|invitation)s? (for|to you|and|on|is|has|will|at|tomorrow)
    (hold|holding|held) you to (it|that|this|your)
    (i'll|i will|i shall|i'm going to|i am going to|i plan to|i intend to|we'll|i'm|i am|expect me|we shall|we will) (\\w+ )?(be (outside|in your|at your|waiting|at the|in the|downstairs|in reception|in the lobby|standing|parked|sitting|on your|round at)|come (to (your|the)|by|over|in|down|up|round|along)|drop (by|in|into|round)|stop (by|in)|pop (by|in|round|over|into|up)|swing by|turn up|show up|wait (in|at|for you|outside|until|by|there|here|downstairs)|visit your|arrive|appear|walk in|sit in|find you|catch you (at|outside|in|after|before)|coming (to your|by|over|in|down|up|round|at)|dropping|stopping by|keep (calling|writing|ringing|emailing|messaging|trying|at it|asking|coming|sending)|camp|stay (until|till|for|over)|not (leave|leaving|shifting|moving|budge|go)|not going|waiting (at|in|by|outside|for you|until)|ride along|follow you|filming|bringing (my|the|two|three|a))
    (i've|i have) (decided to come|shut the door|paid|locked)
    expect me
    see you (at|on|there|then|tomorrow|{_WEEKDAY}|in the|in your) ... (\\d+\\w*|noon|am|pm|sharp|lobby|office|reception|morning|afternoon|o'clock)
    (wait|waiting|stay|sit|stand|sitting|standing|staying) (\\w+ ){{0,4}}(until|till) (you|someone|your|they|i get|we|close|the end)
    (tell|inform|ask|warn|let) (the |your )?(front desk|reception|receptionist|security|assistant|secretary|guard|people|staff) ~ (to expect me|know i'm coming|know i am coming|not to|that i)
    (you will|you'll) (receive|get|find|see) (my|a|an|the) (call|invite|invitation|calendar|form|list|questionnaire)
    (do it now|right now and|do it right|over there and do|let's sit down over|you there now|gimme|give us) ~ (now|it'll|mins?|minutes?|innit)
    (only|just) (at|on|between) (these|those|this) (times?|days?)
    """
)
# A date by which to answer, or what happens otherwise.
DEADLINES = Phrases(
    f"""
    (reply|respond|answer|confirm|write back|get back to me|let me know|revert|decide|accept|call me|email me|text me|ring me|return|send|acknowledge|be in touch|tell me|phone me|ring|hear) (\\w+ ){{0,6}}(by|before|no later than|within|not later than|at the latest|latest by|prior to) (the |this |next |end of |close of )?({_WHEN[1:-1]}|\\d+ hours|hours|twenty four|forty eight|close|\\w+ (hours|days))(?! (if|when|would suit|works))
    (need|want|expect|require|must have|will need|'ll need|shall need|demand|await) ~ (a |an |your |to )?(reply|answer|response|confirmation|decision|yes|hear|know|confirmation) ... (by|before|within|today|tonight|tomorrow|asap|immediately|no later|soon)
    (if|unless|should) (i|we) ~ (don't|do not|haven't|have not|not|hear nothing|receive no|get no|never|hear|receive|get) ~ (hear|heard|receive|received|get|reply|answer|confirmation|otherwise|from you|back|nothing|a|your) ~ (by|before|within|until|i shall|i'll|i will|i'm going|i am going|i assume|tonight|today|tomorrow|otherwise|{_WEEKDAY})
    (if|unless) (you|u) (don't|do not|haven't|can't|cannot|won't|fail|ignore|refuse|tell me otherwise|object|say otherwise) ... (i'll (have|be|come|tell|go|write|contact|report|call|keep|assume|wait)|i will (have|be|come|tell|go|write|contact|report|call|keep|assume|wait)|i shall|i'm going|i am going|i have to|i must|i can only)
    unless i hear ~ (otherwise|from you|differently|back)
    i (shall|will|'ll|am going to|'m going to|can only|must) ~ (assume|presume|conclude|consider it|expect you|treat your|regard your|take your silence|take it (that|as))(?! (that )?(you (can't|cannot|are too|are busy|would rather|'d rather|prefer not)|it (does not|doesn't|isn't|is not)|the answer is no|this is not))
    (in the case|in case|should it happen) that no (answer|reply|response)
    (offer|this|slot) (stands|expires|ends|closes) (until|on|at|by)
    (by return|without fail|without delay|final (notice|chance|reminder|request|warning|attempt)|last (chance|warning)|or else|non negotiable|not negotiable|not optional|no exceptions|no excuses|at your peril|time is running out|clock is ticking|before close of business|not later than the|no later than the)
    (asap|immediately|right away|right now|at once|straight away|instantly|urgently|pronto|this instant)(?= (please|because|since|so|or|,|for i|as i|as my)\\b|\\W*$|[.!?,])
    (urgent|urgently)(?= (reply|response|request|i|need|please|matter|attention|as i|because)|\\W*$|[:!-])
    (go to|turn to|ask|offer it to) your (neighbour|neighbor|competitor|rival)s?
    (whose|the) door (was|is|stays|stayed) (closed|shut)
    i (will|shall|'ll|would|may) (have to |be forced to |then )?(contact|call|email|write to|ring|go to|speak to|tell|inform|complain to|message|copy|cc|address|report (this|you) to) (your |the )(\\w+ )?{_BOSS}
    (cc|copied|copying|cc'd|cc'ing|copy) (in |to )?(your|the) (\\w+ )?{_BOSS}
    and (for information )?to your (\\w+ )?{_BOSS}
    (won't|will not|not going to|refuse to|never|not) (give up|stop|leave|rest|go away|back down|shift|shifting|move|quit|plan on hearing|take no|take a no|accept no|hear no|take silence) ~ (until|till|before|unless|no|asking|writing|calling|messaging|here|for an answer|a third|a second|this time)
    (won't|don't|not|will not) ~ (take|accept|hear) (no|a no|"no"|silence) (for|as|from)
    """
)
# Reproach and guilt.
GUILT = Phrases(
    f"""
    (the|it's the|its the|that's the) (very )?least (you|u|that you|one|anyone|someone|a person) (can|could|owe|might|should)
    (second|third|fourth|fifth|sixth|umpteenth|nth|3rd|4th|2nd|5th) (time|message|email|e-mail|letter|attempt|reminder|mail|note|call|request) ~ (i|i've|i have|now|that|without|still|with no|already|you|and)(?= (have|still|you|no|not|nothing|i|am|'ve|asking|had|ignored|reply|answer|response|written|contacted|emailed|yet)\\b)
    (3|4|5|three|four|five|several|two) (requests|messages|emails|letters|reminders|invites|mails|calls) (m8|mate|now|and (still|no|not|nothing)|already|later|unanswered|without)
    (not|n't|never|didn't|hasn't|haven't|wouldn't|couldn't|without) ~ (even )?(bother|bothered|bothering|the decency|the courtesy|the manners|deign|dignify|so much as|even (reply|answer|open|read|acknowledge|say|bothered))
    (disappointed|disappointing|upset|hurt|shocked|appalled|offended|annoyed|frustrated|frustrating|insulted|astonished|let down|rude|unprofessional|discouraging|dismayed|baffled|unacceptable|disheartening|disrespectful|impolite|selfish|heartless|shameful|saddened|surprised) ... (you (have|haven't|did|didn't|never|don't|still|would|could|ignored)|your (silence|lack|failure|manners|attitude)|no reply|no answer|not (answer|repl|respond|hear|heard)\\w*|haven't (heard|had|answered|replied|received)|didn't (answer|reply|hear|respond)|silence|ignored|people like you|someone like you|someone who)
    (too|so) (busy|important|proud|grand|high and mighty|big|good|self important|successful|famous|senior|posh|selfish|lazy|wrapped up) (for (us|me|a student|students|ordinary|people like|the likes)|to (even )?(answer|reply|help|write|respond|talk|acknowledge|spare|bother))
    (surely|obviously|clearly|honestly|come on|frankly|really) ~ (you|someone|anyone|everyone|everybody|a person|it) ~ (can|could|should|must|have|has|isn't|is not|don't|ought) ~ (spare|find|manage|afford|give|answer|reply|make|help|too|that hard|kill|hurt|take|two|ten|five|forgotten|want)
    (everyone|everybody|anyone|anybody|someone like you|a person like you|a person in your|people in your|people like you) ... (can spare|could spare|should|has ten|has five|must|ought|owes|duty|obligation|obligated|couldn't find|can find|could find|give back)
    (not|n't|isn't|hardly) ~ (too much|much|a lot) to ask
    (it's|its|it is|this is|that's) (only|just) ~ (minutes|mins|min|hour|one email|a reply|one line|a yes) ~ (of your (life|day)|surely|for god's|for heaven's|so|after all|how hard)
    (my|the) (\\w+ )?(grade|mark|marks|future|graduation|whole future|thesis|degree|scholarship|diploma) (\\w+ )?(depends?|rests|hangs|is in your|relies|is at stake|suffers?|will suffer|is on you|is riding|then hangs)
    (depends?|hangs|rests) (on|of|upon) (you|your|it|this|whether you)(?= (alone|only|absence|answer|reply|and|saying|agreeing|,)|\\W*$|[,.])
    (is|are) (now )?(up to|down to|on) you(?= (whether|and you alone|now)|\\W*$)
    (you're|you are|you'd be|you will be|you would be|you'll be|ur) ~ (my last|my only|responsible for|the reason (i|my|for)|to blame|ruining|letting (me|us|students)|wasting my|costing me|holding me|the only one who can|ignoring|avoiding me|obliged|obligated|blocking|making me|keeping me|making a liar|doing nothing|making a)
    (i'll|i will|i'm going to|i would|i shall) ~ (fail (this|the|my)|be failed|lose my (place|grade|scholarship)|be in trouble|never forgive|remember this|not forget this|get an f|flunk|look a fool|look bad)
    (your fault|because of you i|your silence|your conscience|your duty|duty to (help|answer|students|give)|moral (duty|obligation)|obligated to|owes? (me|us|it to|students)|i'm owed|i am owed|about giving back|practise what you|practice what you|hypocrisy|hypocrite|hypocritical|i trust that (an|you|this|half|the|twenty|thirty)|i trust (this|that) is (clear|not)|if you (really|truly|actually|had any|even|ever) (cared|care|mean|meant|were|want|decency|kindness|wanted|been|remember))
    (so|or|and) (we'd|we would|i'd|everyone|we|i|they) ~ (all )?be ~ (so |terribly |very )*(let down|disappointed|heartbroken|crushed)
    (a pity|awkward|embarrassing|a shame|a pity for us) ~ (for us|for both|for you|if anything|when it|if it|if you)
    (what's taking|whats taking|what is taking|how hard can|how hard is it|why haven't you|why have you not|why didn't you|why did you not|why don't you answer|why are you ignoring|are you ignoring|do you ever|did you even|is it (really )?(too|so) (much|hard)|have you (forgotten|no shame)|what kind of (person|professional)|ever been in my (place|shoes|position)|know how it feels|how it feels to be|put yourself in|i deserve|u gonna accept|you gonna accept|are you gonna)
    i (know|see|saw|can see|noticed|could see) ~ (you've|you have|that you've|that you have|you) ~ (read|opened|seen|been online|online|active|viewed|left me on) ~ (my|it|the|this|while|and|yesterday|but|message|read|messages)
    (don't|dont|do not|please don't) (ignore|ghost|air|blank|leave me on|disappoint|fob|waste my|blow me off|flake|say no|tell me you) ~ (me|us|my|bro|this|like|read|time|it|you're)?
    (come|travel|travelled|traveled|driven|drove|taken|flown) ~ (all the way|all this way|specially|especially) ... (so you|so please|the least|i expect|you (must|should|have to)|won't|don't)
    (considering|given|after) (all )?(i|that i|everything i|what i) ... (you owe|the least|i (expect|deserve))
    (my|our) (tuition|taxes|fees) ... (fund|pay|pays|pay for|funds) (your|you)
    (you can|you'll|you) get your lunch (after|later)
    (get|eat|have|finish) your (lunch|break|dinner|coffee) (after|later|another)
    (the speeches|your guests|your family|they|the meeting|lunch) can (start|wait|begin|manage) (without|for|until)
    """
)
_WAY_OUT = re.compile(
    r"\b(?:no pressure|if not|if (?:this|that|it) is(?:n't| not) possible|no worries|no problem|(?:entirely|fully|quite|completely|perfectly|totally) (?:understand|fine)|no obligation|no hurry|no rush|of course|say no|no harm|no offen[cs]e|kindly ignore|feel free)\b"
)
_LEFT_OPEN = re.compile(
    r"\b(?:suits?|convenient|works? (?:best |better )?for you|you (?:prefer|like|choose|name|say|decide|pick|set)|if you(?:'d| would)? (?:can|could|would|like|wish|have|prefer|rather|sooner)|of your choice|whenever|whichever|whatever|wherever|or (?:we|you|i|ring|call|by|over|else|find|the|travel|another|could|video|meet|phone)|either|could|would be|happy to|glad to|if that|at an hour|pick|choose|quiet|better|sooner|rather|time|hour|evening|day|though)\b"
)
_POLITE_BEFORE = re.compile(
    r"(?:would|could|can|might|may|will|to|i'?ll|i'?d|i|you|we|and|be|not)(?: you| i| we)?(?: please| kindly| perhaps| also| \w+ly)?\s$"
)
_RECALL = re.compile(r"\b(?:again|to ask|to see (?:if|whether)|whether|if (?:it|that|you))\b")


def read(letter: Letter) -> Hit | None:
    """The words that press; None where the message leaves the contact free."""
    for sentence in letter.all:
        for lines in (DEADLINES, GUILT, SETTLED, ORDERS):
            for hit in lines.find(sentence):
                if _presses(sentence, hit, lines):
                    return hit
    return None


def _presses(sentence: Sentence, hit: Hit, lines: Phrases) -> bool:
    low = sentence.text.low
    if sentence.quoted(hit.start) or _WAY_OUT.search(sentence.low):
        return False
    begins_denied = re.match(
        r"(?:not|n't|no\b|don't|dont|won't|never|unless|if\b|still|yet|do not|without|didn't|haven't|please|hasn't|wouldn't|couldn't|isn't|hardly)",
        hit.low,
    )
    if not begins_denied and denied(sentence, hit.start, reach=5) and lines is not GUILT:
        return False
    before = low[max(sentence.start, hit.start - 26) : hit.start]
    after = low[hit.start : sentence.end]
    if lines is ORDERS:
        if re.match(
            r"(?:you|u|i|we|this|the|our|my|(?:hearing|interview|meeting|call) takes|persons|those|let |with)\b",
            hit.low,
        ):
            return not (sentence.asks or re.search(r"\bif you\b|\bwhen(?:ever)? you\b", after))
        return not (sentence.asks or _POLITE_BEFORE.search(before) or _LEFT_OPEN.search(after))
    if lines is SETTLED:
        return not (
            sentence.asks
            or _LEFT_OPEN.search(after)
            or re.search(
                r"\b(?:or|could|either|whichever|if you|happy to|might|you say|you decide|(?:write|name|tell me|say|choose|pick) (?:the|a|your|me|which|when))\b",
                low[max(sentence.start, hit.start - 50) : hit.start],
            )
        )
    if lines is DEADLINES:
        return not (
            re.search(
                r"\b(?:if|whenever) (?:you|it|that|this)(?:'d| would)? (?:can|could|suits?|like|works?|is convenient|prefer)\b",
                after,
            )
            or (re.match(r"(?:hear|ring|call me)", hit.low) and "?" in after)
        )
    return True
