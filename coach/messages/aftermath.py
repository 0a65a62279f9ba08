"""What a thank-you should hold: something that was said, and something that follows from it (practice §3)."""

import re

from coach.messages.letter import Letter, denied
from coach.messages.placeholder import gaps
from coach.reading.phrases import Hit, Phrases
from coach.reading.sentences import Sentence

_SAID = "(point|advice|tip|tips|suggestion|suggestions|idea|trick|rule|story|stories|example|examples|description|explanation|observation|remark|comment|comments|analogy|warning|recommendation|phrase|line|answer|distinction|method|approach|habit|question|reminder|word|words|anecdote|image|metaphor|comparison|picture|account|take|view|list|diagram|sketch|checklist|template|formula|test|thoughts|argument|claim|honesty|candour|candor|openness|frankness|philosophy|motto|maxim|theory|insistence|lesson|hint|pointer|pointers|notion|three \\w+|two \\w+|way|system|spreadsheet|notebook|map|demonstration)"
TAKEAWAY = Phrases(
    f"""
    your (\\w+,? ){{0,3}}{_SAID} (about|of|that|on|to|for|from|with|not|in|between|:|,|was|is|into|against|never|always|how|why|where|made|when|regarding|is sticking|stuck)
    your (\\w+,? ){{0,3}}(point|tip|suggestion|trick|rule|story|analogy|remark|advice|example|idea|warning)(?=[:,])
    (the|that|a|one|what|everything) ... (you|u) ... (said|told|mentioned|explained|described|showed|suggested|advised|recommended|pointed out|shared|gave me|drew|taught|warned|called|made about|use|used|put it|made|meant|see|do|keep) ~ (about|that|how|to|on|of|when|me|with|for|is|was|has|why|where|before|after|in|,|-|stuck|stayed|into)
    you (\\w+ )?(said|told me|mentioned|explained|described|showed me|showed us|suggested|advised|recommended|pointed out|warned|shared|taught me|demonstrated|reminded me|stressed|emphasised|emphasized|admitted|made the point|argued|noted|convinced me|let me see|walked me|took me through|talked me through|called|compared|drew|confirmed|corrected|made me|put it|helped me see|helped me understand|opened|meant) (me )?(that|how|to|about|the|why|what|your|a|through|me|on|it|where|which|for|of|an|when|between|as|is|and|one|both|in|us|,)
    (learned|learnt|understood|understand|realised|realized|see|saw|discovered|found out|didn't know|did not know|had no idea|never knew|never thought|hadn't realised|had not realised|hadn't thought|know now|now know|appreciate now|hadn't known|had not known|had not understood|had not thought|would never have|surprised|struck|reassured|relieved|fascinated|amazed|astonished|intrigued|encouraged|shocked) (me |now |well |better |first |most |especially |particularly |also |really |from you |by you |to (learn|hear|see|find|discover) |today )*(that|how|why|by how|by the|by your|where|when|to hear that|to hear how|to learn that|to learn how|by what|what|much|from you that|from you how|from you|which)
    (hearing|seeing|learning|watching|understanding|knowing) (about |you )?(how|that|why|you (describe|explain|talk|say|walk|compare|work|do|show)|the|what|your)
    (interesting|eye opening|eye-opener|surprising|useful|helpful|fascinating|reassuring|great|good|valuable|refreshing|striking|important|encouraging|new|news|a surprise|lovely|funny|illuminating|enlightening) (for me |to me )?(to (hear|learn|see|know|find|discover|understand)|that|was that|was the|was your|was how|was hearing|part was|thing was|bit was) ... (how|that|why|you|about|the|your|is|are|was|were|can|do)
    (what|one thing|the thing|two things|three things|something|the part|the bit|the one) (that |which |i |has |have |really |stuck|stayed|struck|surprised|helped|i'll|i will) ... (is|was|were|are|stuck|most|with me|that|how|about)
    (frank|honest|open|candid|generous|clear|straight|blunt|truthful) (with me )?about (?!(your (career|work|job|experience)|everything|it all)\\b)
    (especially|particularly|above all|in particular|mostly|most of all|namely) (your|the|what|how|that|when|about|for|that part)
    (for|about|on) (explaining|showing|describing|pointing|telling me|walking me|talking me|teaching me|warning|suggesting|recommending|going through|demonstrating|letting me see|letting me watch|reminding|taking me through|correcting|reading my|looking at my|being so|being) (how|that|out|me|the|why|about|what|to|through|your|us|a|it|so|frank|honest|open|where|which|when|over)
    (advice|tip|suggestion|point|idea|trick|recommendation|rule|warning|lesson) (to|that|about|on|of|not|is|was|for) (\\w+)
    (as|like|just as) you (advised|suggested|recommended|said|described|told|showed|explained|proposed|put it|mentioned)
    (stuck|stayed|stays|sticks|resonated|remained) (with|in) (me|my)
    i (laughed|smiled|nodded) (at|about|when)
    what (i )?(keep|kept) (thinking|coming|turning)
    """
)
_VAGUE = re.compile(
    r"(?:about|of|on|your|you|the|all|everything|more|learn\w*|hear\w*|to|that|how|what|shared|said|told|much|and|in|for|with|from|me|it|great|a lot|lot|so|sooo*)?\s*(?:your|the|our)?\s*(?:\w+\s)?(?:career|careers|company|job|work|field|industry|experience|experiences|role|journey|path|insights?|advice|time|background|profession|story|organi[sz]ation|perspective|wisdom|knowledge|everything|conversation|chat|talk)(?:\s(?:and|path|journey|advice|tips|itself|in general)\s?(?:your\s)?(?:career|company|job|work|field|industry|experience|role|journey|path|insights?|advice|background|story|perspective|wisdom|the \w+|tips)?)*\W*$"
)
_FOLLOWS = "(sign|signed|signing|register|registered|registering|enrol|enroll|enrolled|enrolling|apply to|applied to|applying to|apply for|applied for|join|joined|joining|read|reading|order|ordered|ordering|bought|buy|buying|write|wrote|written|writing|rewrite|rewrote|rewritten|rewriting|contact|contacted|contacting|email|emailed|emailing|emailing|message|messaged|call|called|rebuild|rebuilt|rebuilding|redo|redoing|redid|redone|revise|revised|revising|rework|reworked|reworking|update|updated|updating|start|started|starting|begin|began|begun|visit|visited|visiting|go|going|went|try|tried|trying|practise|practice|practising|practicing|use|used|using|look up|looked up|look into|looking into|looked into|looked at|attend|attended|attending|book|booked|booking|download|downloaded|downloading|draft|drafted|drafting|redraft|redrafted|follow|followed|following up with|send|sent|sending|set up|setting up|ask|asked|asking|arrange|arranged|arranging|change|changed|changing|add|added|adding|cut|cutting|switch|switched|take|took|taking|taken|put|putting|make|made|making|spend|spending|volunteer|volunteered|volunteering|meet|meeting|met|speak|speaking|speaking to|spoken|talk to|talking to|spoke|borrow|borrowed|borrowing|reserve|reserved|find|found|build|built|building|learn|learning|complete|completed|completing|finish|finished|move|moved|moving|drop|dropped|dropping|pick|picked|choose|chose|chosen|rearrange|keep a|keeping a|kept a|open|opened|create|created|creating|subscribe|subscribed|subscribing|watch|watched|watching|listen|listening|listened|search|searched|prepare|preparing|prepared|test|tested|testing|plan to|run|running|ran|shadow|shadowing|do|doing|did|submit|submitted|print|printed|printing|apply your|replace|replaced|replacing|remove|removed|shorten|shortened|work through|working through|worked through|bring|brought|come to|coming to|came|train|training|schedule|scheduled|scheduling|pass on|passed|share with|shared|reach out|reached out|reaching out|get in touch with|got|getting|present|presenting|study|studying|interview|interviewing|compare|comparing|compared|map|mapping|mapped|measure|record|teach|show|showed|showing|list|listed|listing|sketch|sketched|organise|organize|collect|paint|plant|cook|bake|film|photograph|draw|drew|report|research|researching|sit|sitting|tried|move)"
NEXT = Phrases(
    f"""
    (i'll|i will|i shall|i am going to|i'm going to|i've|i have|i plan to|i intend to|i'd like to|i have decided to|i've decided to|we'll|we will|we're|i'm|i am|i mean to|i hope to|i want to|i also|we've|we have|ill|ive|im|i've already|i already|i immediately|i then|i just|i went|i did|and i|i aim to|i promised to|i'd already|tonight i|tomorrow i|so i|and am|and have|and will|and then|i now|this week i|next week i|yesterday i|last night i|i now plan to|i'm now|i intend|i|you'll) (already |now |just |also |definitely |since |therefore |even |immediately |then |be |been |started |begun |to |try |going to |go |planning to |thinking of |actually |finally |both |straight away |today |tonight |tomorrow |this week |next week |spent the weekend |have |and |am |at once |signed up |certainly |write |duly )*{_FOLLOWS}(?! (you know|in touch|touch|everything you|your (insights|time|kindness|help|words|advice to heart)|it to heart|to heart|about (it|everything|what you)|a lot|so much|much|on (it|everything|your)|it in mind|you posted|you updated|from you|to stay|this in mind|in mind|forward|to you soon|you soon|meeting you|talking|speaking with you|care|that you|of you|sure|to keep|you again|with you|to know you|to talk with|to thank|you for|to hear|hearing|a great|great)\\b)
    (registering|registered|signing up|signed up|applying|applied|enrolling|ordered|ordering|booked|booking|emailed|contacted|wrote to|joined|starting|reading|rewriting|redoing|redrafting|rebuilding|downloaded|subscribed|started|tried|speaking|meeting|visiting|off to) (for|to|on|my|the|with|up|a|at|your|him|her|in|it)
    (am|is|are|'m|'re|will be) (now )?(speaking|meeting|talking|registered|signed up|enrolled|booked|visiting|reading|rewriting|redoing|applying|going to|trying|starting|writing to|joining|attending|taking|scheduled|seeing|using|building) (with|for|on|to|in|the|my|your|a|at|up|it|him|her|them|that)
    (changed|reshaped|rearranged|altered) my (plan|plans|mind|course|choice|schedule|cv|resume|timetable|essay|thesis|application)
    (first|next|second) (step|thing|on my list|stop) ... (is|will be|tomorrow|to)
    (my|the) (application|letter|draft|email|form|order|ticket|seat|place) (is|has|goes) (in|been|out|off|booked|sent|written)
    """
)
_REFERRAL = re.compile(
    r"\b(?:wr[io]te|written|writing|wrote|contact\w*|email\w*|introduc\w+|introduction|speak\w*|talk\w*|message\w*|connect\w*|put(?:ting)? me in touch|naming|name|number|call\w*|meet\w*|reach\w* out|refer\w+|mention\w*)\b[^.!?]{0,40}"
)
_CAPITAL_NAME = re.compile(
    r"\b(?:to|with|contact|email|name of|naming|introducing me to|introduction to|for|in touch with|meeting|called|message|wrote)\s(?:Dr\.?\s|Mr\.?\s|Ms\.?\s|Mrs\.?\s|Prof\.?\s|Professor\s|your colleague\s|your friend\s)?([A-Z][a-z]+)(?:\s[A-Z][a-z]+)?\b"
)
_NO_NAMES = frozenset(
    "The A An I It Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October November December LinkedIn Zoom You Your Best Kind Thanks Thank".split()
)
_STAY = re.compile(
    r"\b(?:in touch|let you know|keep you (?:posted|updated)|reflect\w*|think(?:ing)? (?:about|over|on)|to heart|in mind|remember|look(?:ing)? forward)\b"
)


def takeaway(letter: Letter) -> Hit | None:
    """The words about one thing that was said, advised or shown; "your insights" is none."""
    empty = gaps(letter)
    for sentence in letter.told[1:] if letter.told[1:] else letter.said:
        for hit in TAKEAWAY.find(sentence):
            rest = sentence.text.low[hit.start : sentence.end]
            if any(gap.sentence is sentence for gap in empty) or _is_vague(rest, hit):
                continue
            return hit
    return None


def _is_vague(rest: str, hit: Hit) -> bool:
    if _VAGUE.search(rest) and len(rest.split()) < 9:
        return True
    object_ = re.sub(
        r"\b(?:your|you|the|a|of|about|that|to|on|me|my|was|were|is|are|and|so|very|really|much|helpful|useful|great|insightful|inspiring|interesting|valuable|all|everything|it|for|how|what|said|shared|told|in|with|i|more|advice|insights?|career|company|experience|job|work|field|industry|story|path|journey|perspective|time|amazing|learn|learned|hear|hearing|today|yesterday|conversation|chat|truly|appreciate|role|incredibly|eye|opening|thoughts|wisdom|taught|things|lot|from|gave|have|will|be)\b|\W",
        " ",
        rest,
    )
    return len(object_.split()) < 2


def next_step(letter: Letter) -> Hit | None:
    """The words about an act done or planned because of the talk; to stay in touch or to reflect is none."""
    for sentence in letter.told[0 if len(letter.told) < 3 else 1 :] or letter.said:
        for hit in NEXT.find(sentence):
            low = sentence.text.low
            if _STAY.search(low[hit.start : hit.end + 14]) or denied(sentence, hit.start, reach=3):
                continue
            if re.search(
                r"\b(?:before|when|while|until|if|as)\s$", low[max(sentence.start, hit.start - 8) : hit.start]
            ) and not hit.low.startswith("as"):
                continue
            return hit
    return None


def named_referral(letter: Letter) -> bool:
    """Whether somebody is named whom the student will meet through the contact."""
    own = {*letter.facts.contact.split(), *letter.facts.student.split()}
    for sentence in letter.told[1:] or letter.told:
        for match in _CAPITAL_NAME.finditer(sentence.plain):
            if match[1] not in own and match[1] not in _NO_NAMES:
                return True
    return False
