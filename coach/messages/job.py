"""Does the message ask for a job, a place, a referral to an opening? (practice §1, "Job talk")

The words alone say nothing: "not looking for an internship" and "the job itself" are fine, "a spot with your group" is not.
"""

import re

from coach.messages.letter import Letter, denied
from coach.reading.phrases import Hit, Phrases
from coach.reading.sentences import Sentence

_POST = "(job|jobs|internships?|openings?|vacanc(y|ies)|positions?|placements?|traineeships?|trainee place|trainee places|employment|work experience|apprenticeships?|graduate scheme|grad scheme|attachment|entry level|junior role|role|roles|post|posts|work placement|full time|part time|paid work|summer job|summer work|co-op|co op|clerkship|training contract|vacation scheme|pupillage|articles|assistantship|ra position|gig|industrial training|articleship|opportunity to work|opportunities to work|opportunity to join|job opportunity|job opportunities|career opportunities|employment opportunities|internship opportunities|work opportunities|house job|holiday job|saturday job|sponsorship|learnership|bursary place)"
_PAPER = "(cv|cvs|resume|resumes|c.v|application|details|profile|name|portfolio|cover letter|credentials|biodata|transcript|info|number|candidature)"
_YOU = "(you|your ~|the company|the firm|the agency|the lab|the team|the studio|the paper|the hospital|the ~)"

ASKS = Phrases(
    f"""
    (looking|searching|hunting|applying|apply|hoping|hope|interested|keen|eager|desperate|seeking|seek|after|want|wanting|need|would like|'d like|would love|'d love|wish|aiming|in search|get|getting|secure|securing|obtain|land|landing|find|finding|offered|offer me|give me|grant me|help me|considered|consider me|assist me|ask|asking|enquire|inquire|request|requesting|beg|begging|enquiring|inquiring|angling) ~ (for|about|in|on|to|into|of|a|an|any|the|some|me|whether|if) ... (your |a |an |any |some |the |summer |paid |unpaid |short |suitable |graduate |junior |possible |entry |next )*{_POST}
    (seek|seeking|want|need|get me|find me|give me|offer me|offering|have|has|having|got|getting) (me )?(a|an|any|some|the|your|available|current|more) (\\w+ ){{0,3}}{_POST}
    (is|are|be|if|whether|do|does|know of|hear of|aware of|any idea if|got|had|has|have|seen|saw|noticed|know) (there )?~ (any|a|an|some|openings|vacancies|internships|positions|jobs) (\\w+ ){{0,3}}({_POST[1:-1]}|going|open|opening up|coming up|available|free)
    (any|an|some) (\\w+ ){{0,2}}{_POST} (going|open|available|coming up|at|in|with|for|on|this|next|i|that|you)
    (any|an) (\\w+ ){{0,2}}(internships?|vacanc(y|ies)|openings?|job openings?|positions?)
    (if|when|should|once|whenever|in case) ... (something|anything|a place|a position|a role|one|a spot|a post|an opening|a vacancy|a job|a slot|an internship|some work|a space|a desk) ... (opens?|comes?|arises?|open up|pops?|crops?|becomes?|turns?|available|free|suitable|occurs?)
    (something|anything|a spot|a place) (opens?|comes?|opening|coming|pops?|crops?|turns?) (up|along)
    (hire|hiring|employ|employing|recruit|take on|taking on|onboard|shortlist) (me|someone like me|people like me|somebody like me|students|interns|graduates|trainees|apprentices|for|anyone|juniors)
    (are|is|if|whether|your company|your firm|your team|your lab|you're|you are|who's|who is|anyone|somebody|someone|they're|they are|team's|who are|that is|that's|firm is|studio is) ~ (hiring|recruiting|taking on|taking people|looking for people|taking interns|taking students)
    who (makes|does|decides|handles|is doing|is in charge of|runs|picks|chooses|takes|to talk to about|selects|looks after) ~ (the |on |your |those )?(hiring|recruiting|recruitment|interns|trainees|hires|decisions|applications|summer|internships|graduate|placements|jobs|apprentices)
    (pass|passing|forward|forwarding|hand|handing|give|giving|share|sharing|put|send|sending|circulate|circulating|submit|submitting|slip|drop|show|deliver|get|run|take|distribute|present|recommend|push|float|upload) ~ (my|the attached|this|it|them|along my|on my|a copy of my|our|mine) ~ {_PAPER}? ... (to|on|along|in front of|round|around|among|by|with|into|past|for) (the |your |a |an |whoever|anyone|someone|somebody|hr|who|relevant|appropriate|those|people|right|them|hiring|recruit)
    (pass|forward|hand|circulate|submit|give|send|share) (on |along |round |around )?(my|the attached) (attached )?{_PAPER} 
    (keep|bear|have|hold|remember|retain) (me|my {_PAPER}|us|my ~) ~ (in mind|on file|in view|for any|for future|on record|for when|for if|on your list|in your thoughts)
    (think|thought|thinking) of me (if|when|for|as|should|whenever|next|the next|first)
    (would|could|you'd|you would|if you) ~ (think of|remember|consider) me
    (consider|considered|considering|consideration) (me|my {_PAPER}|for|as) ... ({_POST[1:-1]}|a place|the team|candidate|future|intern|trainee|your|application|vacanc(y|ies))
    consider (me|my {_PAPER})
    (refer|recommend|vouch|endorse|nominate|sponsor) (for )?(me|my ~)(?! to (someone|anyone|anybody|a colleague|another|others|other|people|somebody|books|resources|any books|further reading|a good|any resources))
    (put|putting|drop|say) (in )?a ~ word
    (good|kind|quick) word (for me|from you|with|to)
    (referral|recommendation) (for|to|at|into|towards|within) (the|an|a|your|this|that|my|any) 
    (job|internal|employee) referral
    (referrals?|a reference) (get|gets|would help|from you|link|code)
    (be|being|become|becoming|made|make) (a |an |the )?(\\w+ )?(part|member|addition|asset) (of|to|in) (your|ur) 
    (join|joining|become|becoming|work|working|contribute|contributing|get on|get onto|fit into|move onto|slot into) ~ (part of |a part of |with |for |to |on |in |into |under |as |member of |at |alongside |valuable )*(your|ur) ~ (team|group|firm|company|lab|department|organisation|organization|office|studio|agency|practice|crew|staff|family|newsroom|kitchen|ward|clinic|workforce|laboratory|programme|project|set|site)
    (work|working|intern|interning|train|training|volunteer|apprentice|help out|helping out|start|learn|learning|come on board|placed|employed|freelance|assist|assisting|stay|spend ... (summer|months|weeks|break|term|year|holidays|vacation|gap year|placement)) ~ (for|under|with|at|alongside|beside|in|on) (you|your ~ (team|group|firm|company|lab|department|organisation|office|studio|agency|practice|organization|side|wing|guidance|supervision|kitchen|yard|workshop|newsroom|site|place|ward|crew|farm))(?= (this|next|over|for a|in the|as|from|during|until|when|after|paid|unpaid|for free|full|part|and|to gain|on a|if|at)\\b|\\W*$|[,.?!])
    (a|any|some|your|one|next|that|this|the|open) (\\w+ )?(spot|seat|space|room|place|desk|slot|opening|chair|berth|vacancy|bench) ... (in|on|with|at|for|within|among|under) (your|ur|me|someone|an extra|another|the team|the lab|the group|one more|you)
    (room|space|place|use) (for|of) ~ (me|someone like me|an extra|another|one more|somebody like|intern|trainee|junior|newcomer|pair of hands|student helper|assistant|apprentice)
    (extra|another|spare|additional) (pair|set) of hands
    (could use|can use|need|needs|in need of|short of|require|requires|have use for) (a|an|someone|some|somebody|extra|more|another|new|any) ~ (like me|intern|hand|hands|help|trainee|junior|assistant|person|helper|talent|pair of hands|people|staff)
    (take|taking|took|bring|bringing|have|having|get|accept|accepting|carry) (me|us) (on|in|aboard|on board|onboard|under your wing|into your|as a|as an|as your|along for the summer)
    (foot|toe) in the door
    (would|will|could|can|might|i'd|i'll|id|to) (be|make|become|prove) ~ (an? )?(excellent|great|valuable|strong|good|perfect|real|ideal|fantastic|huge|useful|wonderful|brilliant|natural|solid|productive)? ~ (addition|asset|fit|match|candidate|hire|contribution|employee|intern|member) ... (for|to|at|in|of|with)? (your|the|you)
    (what|how much|something) i('d| would| could| can| might| will|'ll) ~ (bring|offer|contribute|add|do) (to|for|your)
    (tell|show) you what i('d| would| could| can) bring
    (i can|i could|i'd be able to|available to|ready to|able to|i may|can|when i (might|could|can|may|should)|when can i|when could i|i would) (start|begin|join)(?= (on|in|from|immediately|work|right|straight|as|at|this|next|june|july|may|monday|any|right|tomorrow|whenever|the|full|part|asap)\\b|\\W*$|[,.])
    (a|an|any|for|real|formal|proper|job|the) (formal|proper|real|job|actual|official) interview ... (any|next|this|at|on|with|for|whenever|if|day)
    (invite|call|called|invited|available|considered|shortlisted) (me )?(for|to) (an|a) (\\w+ )?interview(?! (with you|about))
    (see|look at|review|accept|process|support|back|track|fast track|push|expedite|prioritise|consider) my (application|candidature|candidacy)
    (hoping|hope|hoped|looking|wondering|want|ask|asking|love|like|keen|willing) ... (turn|lead|leads|convert|become|grow|develop|leading|turning) ~ (into|to) (a|an|something|some|more|any) ... ({_POST[1:-1]}|permanent|regular|offer|lasting)
    (might|may|could|will|would|can|hopefully) (turn|lead|convert|develop) (into|to) (a|an|some|something|more) ... ({_POST[1:-1]}|permanent|offer|longer)
    (spend|spending|do|doing|complete|completing|carry out|undertake|undertaking|serve|serving|fulfil) (the|my|this|next|a|an|some|one) (\\w+ ){{0,2}}(summer|placement|internship|holidays|vacation|attachment|work experience|months?|industrial training|practicum|traineeship|articles|gap year|co-op|rotation) ~ (with|at|in|under|on|alongside) (your|you|the)
    (have|find|get|sort|lined|something|anything|line) (something|anything|one) (lined up|sorted|fixed)
    (need|want|looking for|find|get) something (lined up|for the summer|after graduation|paid|permanent)
    (offer|offering|give|giving|grant|granting|provide|providing) (me|us|students) (a|an|the|some|any) ~ (chance|opportunity|break|shot|start|trial|try|position|place|job|post) (to work|at|in|with|on|to join|to prove|to show|as)
    (give|giving) me a (chance|shot|break|trial|try|start|job)(?=\\W*$|[,.!?]| (and|in|at|to))
    (paid or unpaid|unpaid or paid|for free|without pay|any salary|any capacity|any role|any position|any entry|work unpaid|even unpaid|sweep the floor|make the tea|make coffee)
    (place|placing|put) me (in|with|on|at|somewhere)
    (apply|applying|applied|application) (for|to) (the|a|an|any|your|this|that|summer|entry|graduate) ... ({_POST[1:-1]}|role|team|firm|company|lab|scheme|place|programme|program)
    (attached|attach|attaching|enclosed|enclose|find) ... {_PAPER} ... (for any|for your consideration|for consideration|for the|for a|for an|for future|in case|should|and let me know|if you|so that|to be considered|and consider|look|suitable|forward|pass)
    (find|finding|help|get|getting) (me|myself) (a|an|some|any|something|into|in at|inside) ... ({_POST[1:-1]}|work|your|at the)
    (vacancies|openings|internships|positions|placements|jobs) (at|in|with|on|for|within) (your|the company|you|the firm)
    (future|current|upcoming|suitable|relevant|possible|potential|available|open|summer) (vacanc(y|ies)|openings?|internships?|positions?|placements?)(?! (you|did|i did|taught))
    (do|would|could|can|might) you (have|need|want|use|take|hire|be hiring|offer|be able to offer|be looking for|know anyone) ... (intern|interns|trainee|trainees|{_POST[1:-1]}|assistant|extra hands|helper|junior|going|hiring|apprentice|apprentices)
    (when|if|should|once) (a|an|any|the|one of) ~ (bay|bench|chair|seat|bunk|berth|stool|desk|spot|place|slot|position|post) ~ (opens?|free|empty|comes|falls|becomes|goes|lying|vacant)
    (empty|spare|free|vacant|extra) (chair|bench|bunk|seat|desk|stool|berth|station|locker|place at)
    (chair|bench|seat|stool|berth|desk) ~ (is |lying |going |comes |standing |on your desk )*(empty|vacant|going spare|going|spare|free)
    (remember|recall) (me|my name|this \\w+ \\w+)(?= (when|if|for|whenever|next|,|once)\b|\W*$|[,.])
    (let|allow|permit) me (be|become) (the|your|a|an) 
    (make|have) me (the one who|the one|your (assistant|apprentice|intern|trainee|junior))
    for (any|no|whatever|the price of|little|nothing but) (wage|wages|pay|money|petrol|food|salary|stipend)(?! (is|matters))
    (i'd|i'll|i would|happy to|let me|i can|i could|i want to|glad to|start by|willing to) ~ (sweep|sweeping|mop|mopping|scrub|scrubbing|labour|haul|hauling|sharpen|fetch|lug|wash the|peel)
    who ~ (decides|signs|picks|chooses|takes on|hires|selects) (who|for|on|the|crews?|new|beginners|apprentices|trainees|interns|people|which|it)
    (takes?|taking) on (beginners|apprentices|trainees|interns|learners|students|juniors|new)
    (assume|report for|resume) (duty|duties|work)
    (accommodated|adjusted|absorbed|engaged|inducted|posted|placed|attached|taken on|employed) ~ (in|at|with|into|for|as) ~ (your|the|a|any|some)
    (accommodate|adjust|absorb|engage|induct|place|attach) me (in|at|with|into|for|as)
    (chance|possibility|hope|question|prospect) of (a|an|some|any) (start|opening|place|job|position|trial|berth|vacancy|apprenticeship|placement)
    (a|any) start (with|at|in|on) (your|you|the)
    (walk|walking|carry|carrying|take|taking|drop|move|moving|bring|get) my (application|cv|resume|folder|file|papers|name|form) 
    my (folder|application|cv|resume|file|papers|form|name|profile) ... (near the top|to the top|top of|on the pile|on that desk|in the drawer|on your list|on the list)
    (put|have|keep) my (name|cv|resume|application) (in|on|down|forward|to|near|at)
    (mention|name|suggest|propose) me (to|for|at|when) (who|whoever|the|your|someone|anyone|whomever|hr|a)
    (to be|be|as|become) one of (them|your (interns|trainees|apprentices|stagiaires|crew|assistants|people|team|staff))
    (bring|lend|give|offer|contribute) my (hands|skills|energy|talents?|experience|enthusiasm) to (your|the|this|\\S)
    (be|make|i'm|i am) (a|an) (\\w+ )?(fit|match|asset|addition|hire) (for|to|with) (the|your|this|a|any)
    (ready|free|available|able|i can|i could) (to |and )?(begin|start|join|commence)(?= (from|on|in|at|immediately|right|straight|next|this|june|july|may|any|tomorrow|whenever|the|full|part|asap|work|by|after)\\b|\\W*$|[,.])
    (start|starting|begin|beginning) (at dawn|tomorrow|monday|the day after|right away|immediately|on monday|next week)
    (let|have) (your|the) (personnel|hr|hiring|human resources|recruitment) (people|department|team|office|staff) (have|see|get|look|keep)
    (need|want|looking for|find|after|seeking) (something|anything) for (the )?(summer|holidays|break|after)
    (at|on) which door to knock
    (is after|i'm after|am after|after) (a|an) (\\w+ )?(bench|place|start|job|position|post|berth|apprenticeship|placement|internship|seat|chair|trial)
    (know|heard|hear) (of )?(anyone|anybody|somebody|someone|any firms|any companies|any places|people|any) ~ (who|that)? ~ (is|are|might be|who's|looking|hiring|needs|wants|recruiting|needing|taking)
    """
)
_ABOUT_OTHERS = re.compile(
    r"\b(?:how (?:do|does|did|you|one|people|to|hiring|recruit\w+)|what (?:do|does|did|you|made|makes|hiring|employers)|your (?:own )?(?:first |previous |current |last |old |present )?(?:job|internship|role|position|placement|post)|my (?:own |first |previous |current |last |part-time |summer |saturday |evening )?(?:job|internship|role|position|placement|post)\b"
    r"|did (?:a|an|my)|finished (?:a|an|my)|during (?:a|an|my)|after (?:a|an|my)|i (?:have|had) (?:a|an|my)|completed|my (?:friend|brother|sister|cousin)|i(?:'ve| have) (?:already )?(?:got|accepted|secured)|i (?:found|got|accepted) )"
)
_NOT_A_POST = re.compile(
    r"\b(?:whose|your|my|their|his|her|which|what|kind of|sort of|type of|such a) (?:\w+ )?(?:job|role|position|post|work|internship)s?\b|\bopenings? (?:you have|in your (?:schedule|diary|calendar|week|day)|sentence|line|remarks|paragraph)\b|\b(?:nothing|without|no) (?:about|to do with|of) (?:employment|jobs?|work)\b"
    r"|\b(?:solely|only|just|merely|purely) (?:so that|for background|for your information|so|to show|as background|for context)\b|\bfor background\b|\bspare time\b"
)
_PAST = re.compile(
    r"\b(?:i|we|you|they|he|she|who)\s(?:\w+\s)?(?:did|had|was|were|took|got|found|finished|held|completed|started)\s(?:\S+\s){0,3}$"
)


def read(letter: Letter) -> Hit | None:
    """The words that ask for a post; None where there are none, or where they are denied."""
    for sentence in letter.all:
        for hit in ASKS.find(sentence):
            if _is_asked(sentence, hit):
                return hit
    return None


def _is_asked(sentence: Sentence, hit: Hit) -> bool:
    low = sentence.text.low
    if sentence.quoted(hit.start) or denied(sentence, hit.start, reach=9):
        return False
    if re.search(r"\b(?:not|no|isn't|isnt|never)\b(?! (?:only|just))", hit.low):
        return False
    if _NOT_A_POST.search(low[hit.start : min(sentence.end, hit.end + 40)]):
        return False
    before = low[max(sentence.start, hit.start - 60) : hit.start]
    if _PAST.search(before):
        return False
    return not _ABOUT_OTHERS.search(before[-40:] + hit.low)
