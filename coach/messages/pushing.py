"""Does the message press? A time set without asking, a deadline, an ultimatum, guilt, orders, turning up uninvited.

A polite surface changes nothing; saying that one will ring to ask, or offering a single slot with a way out, is fine
(practice §3: "no reproach, easier option, way out").
"""

import re

from coach.messages.letter import Letter, denied
from coach.reading.phrases import Hit, Phrases
from coach.reading.sentences import Sentence

_DAY = "(monday|tuesday|wednesday|thursday|friday|saturday|sunday|mon|tue|tues|wed|thu|thurs|fri|tonight|tomorrow|today|noon|midnight|midday|lunchtime|morning|the end of|end of|eod|cob|close of|next|this|the \\d+\\w*|\\d+\\w*|five|six|four|three|two|the weekend|then|january|february|march|april|may|june|july|august|september|october|november|december|latest|return of|monday's|5pm)"
_REPLY = "(reply|respond|answer|confirm|confirmation|hear|write back|get back|response|acknowledge|let me know|decide|accept|call|call me|email|email me|text|text me|ring|ring me|return|send|know|need|want|expect|revert|book|sign|schedule|a yes|be in touch|your answer|your reply|your decision|give me)"

PRESSES = Phrases(
    f"""
    (reply|respond|answer|confirm|write back|get back to me|let me know|revert|decide|accept|call me|email me|text me|ring me|return|send|acknowledge|be in touch|tell me|send me) ... (by|before|no later than|within|not later than|at the latest|latest by|prior to) (the |this |next |end of |close of |\\w+ )?({_DAY[1:-1]}|\\d+ hours|hours|twenty four|forty eight)
    (by|before|no later than|not later than|latest by) (the |this |next )?{_DAY} ~ (please|at the latest|latest|or|otherwise|so that i can|so i can|as i|because i have|without fail|without exception|sharp)
    (need|want|expect|require|must have|will need|'ll need|shall need|demand|await) ~ (a |an |your |to )?(reply|answer|response|confirmation|decision|yes|hear|know|it|this|them|your confirmation) ... (by|before|within|today|tonight|tomorrow|asap|immediately|no later|soon)
    (if|unless|should) (i|we) ~ (don't|do not|haven't|have not|not|hear|receive|get|didn't|never) ~ (hear|heard|receive|received|get|hear back|otherwise|a|reply|from|back|differently|your) ... (by|before|within|until|i shall|i'll|i will|i'm going|i am going|i assume|i'd assume)
    (if|unless) (you|u) (don't|do not|haven't|can't|cannot|won't|fail|ignore|refuse|tell me otherwise|object|say no|say otherwise|answer|reply) ... (i'll|i will|i shall|i'm going|i am going|i'd|i have to|i must|assume|i can only|then i|consider)
    unless i hear ~ (otherwise|from you|differently|back)
    i (shall|will|'ll|am going to|'m going to|would|can only|must) ~ (assume|take it|presume|conclude|consider it|expect you|treat|regard|take your silence|see you (at|on|there|then|tomorrow))
    (i|i've|i'll|i have|i will|i'd|have|we|already|i shall|i am) ~ (booked|scheduled|blocked|set aside|reserved|pencilled|penciled|arranged|fixed|put|sent|book|block|schedule|put down|put us down|put you down|allocated|assigned|slotted|allotted|calendared) ~ (you|us|a slot|our|a table|the room|your|it in|a call|a meeting|a calendar|the meeting|an invitation|the invite|an invite|monday|tuesday|wednesday|thursday|friday|the slot|this for|a zoom|a teams|for the|down for|the interview|time for you)
    (i'll|i will|i shall|i'm going to|i am going to|i'd|i plan to|i intend to|we'll|i'm|i am) ~ (be (outside|in your|at your|there|waiting|at the|in the|by the|downstairs|in reception|in the lobby|coming|standing|parked|sitting|camping|calling you at|on your doorstep|round|over)|come (to|by|over|in|down|up|round|along|past|and)|drop (by|in|into|round|past)|stop by|stop in|pop (by|in|round|over|into|up)|swing by|turn up|show up|wait (in|at|for|outside|until|by|there|here|downstairs)|visit your|arrive|appear|walk in|sit in|find you|catch you|stand|coming (to|by|over|in|down|up|round)|dropping|stopping by|keep (calling|writing|ringing|emailing|messaging|trying|at it|asking|coming|sending)|camp|stay until|not leave|waiting|calling until|message you every|call every|ring every|email every|write every|contact your (boss|manager|supervisor|line|ceo|director|hr|colleagues)|tell (everyone|my|your)|report|complain|write to your (boss|manager|supervisor|line|ceo|director|head|hr)|cc your|go (to|over) your|call your (boss|manager|home|mobile)|post about|share this|name you)
    see you (at|on|there|then|tomorrow|monday|tuesday|wednesday|thursday|friday|in the|in your) ... (\\d|noon|am|pm|sharp|lobby|office|reception|morning|afternoon|o'clock)
    (wait|waiting|stay|sit|stand|sitting|standing|staying) ~ (there |here |outside |in |at |by |until |till )+ ... (until you|till you|you have|you come|you see me|you're free|you are free|you can|come down|someone|your car|your office)
    (expect|expecting|tell|inform|ask|warn|let) (the |your )?(front desk|reception|receptionist|security|assistant|secretary|guard|me)? ~ (to expect me|know i'm coming|know i am coming|me at|you to|a reply|an answer|a response|you there|you at|you on time|your call|your answer|me tomorrow|me on|me at)
    i (fully |do |would |certainly |really |honestly |had |also |will |shall |'d )*(expect|demand|insist|require|expected|deserve)(?! (it|that it|this|to (learn|graduate|finish|be))) 
    i (want|need|will need|'ll need|require|must have|must get|have to have|am going to need|'m going to need|'d like|would like) (you|u) (to|for|by|on|at|now|this|there|asap)
    i (want|need|must have|require|have to have|gotta have|will need|'ll need) (your|ur|a|an|at least|about|exactly|only|just)? ~ (time|hour|minutes?|mins?|min|answer|answers|call|slot|meeting|interview|favour|favor) ~ (with you|of your|from you|this|today|tomorrow|asap|now|by|for my|out of)
    (you|u) ~ (must|have to|need to|owe|ought to|had better|better|are obliged|are required|are expected|should at least|should really|should have|should be able|should make|should find|should give|should be honoured|should be happy|should be glad|should be flattered|will need to|will have to|will be expected|are to|shall|gotta|got to|can't refuse|cannot refuse|can't say no|will be asked to|will sign|will meet|will give|will call|will find|should answer|should reply|should help|should do|should show|should know better|should prepare|should send|should provide|should bring|should come)(?! (be (busy|very|so|swamped|tired|getting|proud|used|sick|inundated|the)|have (a lot|many|so|been|a|seen|had|loved|worked|learned)|get (many|a lot|lots|hundreds|dozens|so|plenty|these|this)|receive|hear|know (that|how|what|a|so)|not feel|want to|feel free|choose|pick|say|ever|prefer|find it|like|think|see)\\b)
    (the|it's the|its the|that's the|very) (very )?least (you|u|that you|one|anyone|someone|a person) (can|could|owe|might|should)
    (don't|do not|dont|please don't|never) (ignore|make me|keep me waiting|waste|leave me|be late|disappoint|let me down|forget|reschedule|cancel|say no|blow me off|ghost|flake|tell me you|pretend|even think|fob|pass me|send me to|give me excuses|delay|be one of)(?! (to (take|rest|enjoy|breathe|eat)|it'?s)\\b)
    (no excuses?|no exceptions?|non negotiable|not negotiable|not optional|without fail|without delay|without further delay|final (notice|chance|reminder|request|warning|attempt)|last (chance|warning|and final)|or else|once and for all|no is not|i insist|mandatory|compulsory|at your peril|time is running out|the clock is ticking|chop chop)
    (not|n't|won't|don't|wont|never) ~ (take|accept) (no|a no|silence|excuses) (for|as|from)? 
    (won't|will not|not going to|refuse to|never) (give up|stop|leave|rest|go away|back down|let (you|this|it) go|move|quit) (until|till|before|unless|asking|writing|calling|messaging|here|it|on)? 
    (asap|a\\.s\\.a\\.p|immediately|right away|right now|at once|straight away|instantly|urgently|without delay|this instant|now or never)(?= (please|because|as|since|so|or|and|,|to|for|i|if|-)\\b|\\W*$|[.!?,])
    (urgent|urgently|pronto)(?= (reply|response|request|request for|i|need|please|matter|attention|as|because|that)|\\W*$|[:!])
    (please |kindly )?(be on time|be punctual|be ready|be prepared to|be there|make sure (you|that you|to|your)|ensure (that|you|your)|see to it|bear in mind that i|note the following|note that (i|you|my|the|this|no)|observe|comply|follow these|do not move|don't move|read carefully|read this carefully|prioritise|prioritize|clear your|block (out|off)|keep (that|this|the|your|monday|tuesday|wednesday|thursday|friday) ~ (slot|free|open|clear|time|date)|reserve|cancel your|move your|rearrange your|reschedule your|have your (assistant|secretary|calendar|answers|cv|slides|figures)|prepare (a|an|the|your|answers|written|some|examples|three|five|two|ten|in advance)|fill (in|out) the|complete the|answer all|answer the (attached|following|questions below)|sign (the|and)|come down|come out|come to (my|the|our)|meet me (at|in|on|outside|there|by|tomorrow|monday|tuesday|wednesday|thursday|friday)|call me (at|on|tomorrow|today|tonight|before|between|by|monday|tuesday|wednesday|thursday|friday|asap|now|back (by|before|today|tomorrow|asap|at|tonight|immediately)) ~ (\\d|sharp|pm|am|noon|today|tonight|tomorrow|morning|evening|asap|now|by|o'clock|monday|tuesday|wednesday|thursday|friday|latest))
    (send|give|get|bring|forward|provide|supply|email|mail|return|tell|show|write) me (in advance |also |please |first |the |your |a |an |all |three |five |ten |two |copies |a list |list |names |at least )+(?!(time|few|little|chance|call|ring|note|line|message|slot|moment|day|date|shout|email|bit|short|couple|quick|good|sense|picture|better|glimpse|idea|hint|honest|minute|text|link|word|yes|no|thumbs|hand|pointer|best|right|most|informational|twenty|fifteen|ten|thirty|opportunity|contact|buzz|bell|reply|address|place|view|real|true|thoughts|advice|opinion|feedback|perspective|convenient|suitable|preferred|half|interview|quarter|number|details of a|information interview|info)\\b)(\\w+) 
    (tell|show) me (who|how (you|to)|everything|what (salary|you|they|the)) ... (asap|now|and i'll|immediately|and i will|today|by)
    (tell me who|give me the name|give me names|i'll take it from there)
    (nominate|appoint|designate|provide|find) (a|another|your) (colleague|replacement|substitute|someone|person)
    (first|second|third|fourth|fifth|sixth|one more|another|nth|umpteenth) (time|message|email|e-mail|letter|attempt|reminder|mail|note|call|follow up|try|request|and last|and final) ~ (i|i've|i have|and|now|that|without|to you|still|of|with no|you|this|in|already)(?= (have|still|you|no|not|nothing|i|am|'ve|asking|had|writing|without|ignored|reply|answer|response|week|month|written|contacted|emailed)\\b)
    (still|yet) (no|not|nothing|waiting|haven't|have not|hasn't|without|silence|not a) ~ (reply|answer|response|word|heard|got|received|answered|replied|from you|for (a|your)|even|had|bothered)
    (not|n't|never|nor|didn't|hasn't|haven't|wouldn't|couldn't|don't|without) ~ (even )?(bother|bothered|bothering|the decency|the courtesy|have the|polite|the manners|deign|dignify|so much as|even (reply|answer|open|read|acknowledge|say|the|had|bothered))
    (disappointed|disappointing|upset|hurt|surprised|shocked|appalled|offended|annoyed|frustrated|frustrating|insulted|astonished|sad|let down|rude|unprofessional|discouraging|dismayed|puzzled|baffled|unacceptable|disheartening|disrespectful|impolite|selfish|heartless|a shame|shameful|saddened|amazed) ... (you|your|not|silence|ignored|haven't|didn't|no reply|no answer|answer|reply|response|hear|people)
    (too|so) (busy|important|proud|grand|high and mighty|big|good|self important|successful|famous|senior|posh|selfish|lazy|wrapped up) (for|to|to even|to answer|to reply|to help)
    (surely|obviously|clearly|honestly|come on|frankly|really|certainly) ~ (you|someone|anyone|everyone|everybody|a person|it) ~ (can|could|should|must|have|has|are able|isn't|is not|don't|ought|won't|would|not) ~ (spare|find|manage|afford|give|answer|reply|have|make|help|too|that|hard|kill|hurt|take|two|ten|five|write|type|have forgotten|want)
    (everyone|everybody|anyone|anybody|someone like you|a person like you|a person in your|people in your|people like you|somebody) (can|could|should|has|must|ought|owes|who|with|in) ... (spare|minutes|time|duty|obligation|give back|reply|help|answer|obligated|responsible|responsibility|decent)
    (it's|its|it is|this is|that's|that is) (only|just|hardly|not) (ten|fifteen|twenty|thirty|15|20|30|10|a few|half|one|too much|much|asking|a lot|that hard|that much|rocket|fair|a big)(?= ~ ?(so|surely|after all|that you|to ask|out of your|you can|i'm sure you can|hard|of your life|of your day|from you|for you|anybody)\\b)
    (ask|asking|want|need)(ed)? ~ (too|so|very|that) much (of you|to ask|from you|to)?
    (my|the) (grade|future|career|degree|graduation|whole future|life|mark|marks|project|assignment|chances|diploma|scholarship|results) (depends?|rests|hangs|is in your|relies|is at stake|suffers?|will suffer|will be ruined|is on you|is riding)
    (you're|you are|you'd be|you will be|you would be|you'll be|ur) ~ (my last|my only|responsible for|the reason|to blame|ruining|letting|wasting|costing|holding me|the only one who can|ignoring|avoiding|obliged|obligated|lucky|blocking|making me|keeping me|doing nothing)
    (i'll|i will|i'm going to|i would|i shall) ~ (fail|lose my|be failed|have to tell|have failed|be in trouble|have no choice|never forgive|remember this|not forget this|get an f|flunk|be forced to)
    (on you|your fault|because of you|thanks to your silence|your silence|your conscience|your duty|duty to|moral|obligation|obligated|owes? (me|us|it to|students|the|your)|give back|giving back|pay it forward|practise what you|practice what you|hypocri\\w+|so called|i trust (that )?(this|you)|if you (really |truly |actually |had any |even |had |ever )(cared|care|mean|meant|were|want|decency|kindness|wanted|been|remember))
    (sit|let's sit|lets sit|sit down|let's do|lets do|come) ... (right now|do it now|now it'll|over there and|this minute|right here)
    (make|find|free up|clear|get) (the |some |me |your |a )*(time|slot|hour|room in|space in|schedule|calendar|diary) (for me|for this|for it|today|tomorrow|this week|asap|by|on)
    (i'm|i am|im|i can|i could|i will|i'll|i'd|am) (only|just)? ~ (available|free|do|be free|be available|be there|able|able to do|meet|come) ... (only|so (you|it|please|that)|so be|so make|and (you|i'd|i would|i expect|i cannot|i can't|nothing|not|no)|take it or|no other|it has to be|it must be)
    (it (has to|must|needs to|had better) be|has to happen|must happen|must take place|will take place|is to take place|it needs to happen|has to be|will be held|needs to be done|to be done) (on|at|this|by|before|next|in|via|today|tomorrow|monday|tuesday|wednesday|thursday|friday|now|the)
    (only|exactly|just) (slots?|times?|windows?|days?|options?) (i|that|available|left|are|is|for|on|possible)
    (take it or leave it|that's final|like it or not|no ifs|period\\.|end of story|what's taking|whats taking|what is taking|how hard can|how hard is|why haven't you|why have you not|why didn't you|why did you not|why don't you answer|why are you ignoring|are you ignoring|do you ever|did you even|is it (really )?(too|so) (much|hard)|hello\\?\\?+|are you (even|dead|alive|there\\?)|have you (forgotten|no|even)|what kind of (person|professional)|ever been in my (place|shoes|position)|know how it feels|how it feels to be|put yourself in|i deserve|deserve (a|an|better|at least|more)|i (know|see|saw|can see|noticed) ~ (you|that you|you've|you have|it) ~ (read|opened|seen|been online|posted|were online|active|online|viewed|looked at|got)(?= (my|it|the|this|while|and|yesterday|but|two|three|every|all|on|when)))
    (skip|cancel|miss|leave|cut|postpone|give up|put off|get) (your|ur) (lunch|meeting|break|appointment|dinner|other|holiday|next|work)
    (come|travel|travelled|traveled|driven|drove|took|taken|flown) ~ (all the way|all this way|specially|especially|hours) ... (so (you|please|i|the)|the least|expect|you (must|should|have|could|can)|won't|don't)
    (after all|considering|given) (i|that i|the|all|everything|what) ... (you (owe|should|could|can|must)|the least|i (think|feel|expect|deserve))
    (cc|copied|copying|cc'd|cc'ing|copy) (in |to )?(your|the) (boss|manager|line manager|supervisor|director|hr|ceo|head|dean|team|whole)
    (will|'ll|shall|going to) (contact|call|email|write to|ring|go to|speak to|tell|inform|complain to|message|copy) (your|the) (boss|manager|line manager|supervisor|director|hr|ceo|head|colleagues|wife|husband|competitor|whole|department|employer|chief)
    """
)
_WAY_OUT = re.compile(r"\b(?:no pressure|if not|if (?:this|that|it) is(?:n't| not) possible|no worries|no problem|entirely understand|fully understand|perfectly fine|quite understand|completely understand|no need to|please don't feel|no obligation|no hurry|no rush)\b")
_MILD_ORDER = re.compile(r"\b(?:suits?|convenient|works? (?:best |better )?for you|prefer|you like|if you (?:can|could|would|like|wish|have time)|of your choice|feel free|whenever)\b")


def read(letter: Letter) -> Hit | None:
    """The words that press; None where the message leaves the contact free."""
    for sentence in letter.all:
        for hit in PRESSES.find(sentence):
            if _presses(sentence, hit):
                return hit
    return None


def _presses(sentence: Sentence, hit: Hit) -> bool:
    low = sentence.text.low
    if sentence.quoted(hit.start):
        return False
    negative = re.match(r"(?:not|n't|no\b|don't|dont|won't|never|unless|if|still|yet|do not|without|didn't|haven't|please don't|please)", hit.low)
    if not negative and denied(sentence, hit.start, reach=4):
        return False
    if re.search(r"\b(?:not|n't|never) (?:feel|have to|need to|obliged|expect|want you to)\b", hit.low) and not hit.low.startswith(("if", "unless")):
        return False
    if _WAY_OUT.search(sentence.low):
        return False
    soft = _MILD_ORDER.search(low[hit.start : sentence.end])
    return not soft or re.search(r"\b(?:must|have to|expect|by|before|owe|assume)\b", hit.low) is not None
