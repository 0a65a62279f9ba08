"""What is typed in haste, written out: "& im curious abt ur work" is "I'm curious about your work"."""

import re
from collections.abc import Callable

from coach.capitals import peoples_named

_MONTHS = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DONE = {"follow": "followed", "read": "read", "use": "used", "watch": "watched", "work": "worked", "live": "lived"}
_SINCE = re.compile(
    rf"^(?P<because>because )?(?P<who>I|i|you|she|he) (?P<verb>(?:{'|'.join(_DONE)})s?) "
    r"(?P<what>[^,.;]{0,60}?)\bsince "
    r"(?P<long>(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten|many|several) (?:years?|months?|weeks?))\b"
    r"(?! ago)"
)


def _have_done(found: re.Match[str]) -> str:
    """As other languages say it: "I follow your blog since two years" is "I've followed your blog for two years"."""
    who, verb = "I" if found["who"] == "i" else found["who"], found["verb"]
    has = "'s" if who in {"she", "he"} else "'ve"
    done = _DONE[verb if verb in _DONE else verb[:-1]]
    return f"{found['because'] or ''}{who}{has} {done} {found['what']}for {found['long']}"


# What stands for one word only.
_SHORT = {
    "u": "you",
    "abt": "about",
    "bcs": "because",
    "bcz": "because",
    "cuz": "because",
    "coz": "because",
    "ppl": "people",
    "smth": "something",
    "sth": "something",
    "thx": "thanks",
    "pls": "please",
    "plz": "please",
    "gonna": "going to",
    "wanna": "want to",
    "gotta": "have to",
    "appt": "appointment",
    "tmrw": "tomorrow",
    "govt": "government",
    "mgmt": "management",
    "rly": "really",
    "btw": "by the way",
    "dont": "don't",
    "wont": "won't",
    "cant": "can't",
    "ive": "I've",
    "shes": "she's",
    "hes": "he's",
    "theres": "there's",
}
_ONE_WORD = re.compile(rf"(?<!\S)(?:{'|'.join(_SHORT)})(?=[\s,;.!?]|$)")
_TOO = r"(?:an?|the|not|so|from|very|also|half|trying|interested|curious|really|in my|in the|still|just|new|\w+ing)\b"
# What takes no "a", as long as nothing else stands behind it: "a research" is none, "a research group" is one.
_NO_ARTICLE = re.compile(
    r"(?<!\S)[Aa]n? (?P<what>(?:(?!(?:piece|bit|lot|word)\b)[a-z]+ )?(?:advice|feedback|information|research|knowledge|"
    r"work experience|public policy|public health|public administration|data science|computer science|software|"
    r"homework|human resources|marketing|equipment|progress|evidence|informations|advices))"
    r"(?=$|[.,;!?]|\s(?:on|about|from|for|to|in|and|or|of|that|which|with|when|how|after|before|at|as|is|was|but|vs)\b)"
)
# "my cousins wedding"
_KIN = re.compile(
    r"(?<!\S)(?P<whose>(?:[Mm]y|[Oo]ur) (?:cousin|uncle|aunt|friend|brother|sister|mother|mum|mom|father|dad|"
    r"grandma|grandpa|grandmother|grandfather|boss|flatmate|roommate|neighbour|neighbor|tutor|professor|prof|"
    r"supervisor))s"
    r"(?= (?:wedding|birthday|party|neighbou?r|colleague|friend|boss|house|place|company|school|team|doctor|husband|"
    r"girlfriend|boyfriend|flatmate|roommate|physio|vet|uncle|aunt|cousin|student|teacher|coach|"
    r"wife|partner|engagement|graduation|office|firm|shop|funeral|surgery|baptism|sister|brother|mother|father|"
    r"daughter|son)\b)"
)
# As people write to themselves; "BC" is a place, and "w/c" a week.
_SHORTHAND: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    (re.compile(r"^(?:&|\+)\s?(?=[A-Za-z])(?![^\n]*\n)"), ""),
    # "Marks & Spencer", “Thinking fast & slow” are called so.
    (
        re.compile(r"(?P<called>[\"“][^\"“”]*[\"”])|(?<=[a-z,)]) & ?(?=[a-z])"),
        lambda found: found["called"] or " and ",
    ),
    (re.compile(r"(?<=\s)w/o(?=\s)"), "without"),
    (re.compile(r"(?<!\S)[Ww]/ ?(?!(?:in|c|e|o)\b)(?=\w)"), "with "),
    (re.compile(r"(?<!\S)(?:bc|b/c)(?= (?:[Ii]|you|u|she|he|they|it|we|my|your|her|his|the|there|of)\b)"), "because"),
    (re.compile(r"(?<=[a-z] )ur(?= (?!(?:the|an?|so|really|very|not|my)\b)[a-z])"), "your"),
    (re.compile(r"^[Uu]r(?= (?!(?:the|an?|so|really|very|not|my)\b)[a-z])"), "your"),
    (_ONE_WORD, lambda found: _SHORT[found[0]]),
    (re.compile(r"^U(?= [a-z])(?! of\b)"), "You"),
    (re.compile(r"(?<=\d )yrs\b"), "years"),
    (re.compile(r"(?<=\d )hrs\b"), "hours"),
    (re.compile(r"(?:,\s?|(?<!\s)\s)(?:tbh|lol|haha+|imo|ngl|xd|idk)(?=[.!]?$)", re.I), ""),
    (re.compile(rf"(?<!\S)(?<!the )(?P<day>\d{{1,2}})(?:st|nd|rd|th)? of (?={_MONTHS}\b(?!['’]))"), r"\g<day> "),
    # As other languages say it.
    (re.compile(r"(?<!\S)(?P<verb>have|has|had) also(?= (?:an?|the|my|your|no) )"), r"also \g<verb>"),
    (
        re.compile(r"\b(?P<deed>[Ee]xplain(?:ed|ing)?) (?=(?:me|us) (?:the|how|what|why|an?|your|my|that)\b)"),
        r"\g<deed> to ",
    ),
    (
        re.compile(r"^['’]?c(?:ause|oz|uz) (?=of\b)|(?:^|(?<=, ))['’]?cause (?=(?:[Ii]|you|she|he|they|we)\b)"),
        "because ",
    ),
    (re.compile(r"\b(?P<what>[Ff]eedback) to (?=my\b)"), r"\g<what> on "),
    (_SINCE, _have_done),
    (re.compile(r"(?<=\w )since (?=(?:many |several |some |a few )?(?:years|months|weeks)$)"), "for "),
    (re.compile(r"(?<=like )[Ii]m (?=[a-z\d])"), "I'm "),
    (re.compile(r"(?<!\S)q ?& ?a(?=$|[\s,.;!?])"), "Q&A"),
    (re.compile(r"(?<=\d )mins?(?= [a-z])"), "minutes"),
    (re.compile(r"(?:^|(?<=[.,] ))[Nn]othing (?=I can\b|i can\b)"), "there's nothing "),
    (
        re.compile(
            r"\b(?:slack|medium|zoom|teams)(?= (?:group|channel|community|article|post|panel|call|webinar|talk)\b)"
        ),
        lambda found: found[0].capitalize(),
    ),
    (re.compile(r"(?<=the )(?:guardian|economist|observer)\b(?! (?:of|angel)\b)"), lambda found: found[0].capitalize()),
    (re.compile(r"(?<=\w )how (?:is it|it is)(?= to \w)"), "what it's like"),
    # "soft skills + the CV", but no list of them.
    (re.compile(r"^(?P<one>[^+\n]*\w) \+ (?P<two>[a-z][^+\n]*)$"), r"\g<one> and \g<two>"),
    (_KIN, r"\g<whose>'s"),
    (re.compile(r"(?<!\S)(?P<who>[Dd]octor|[Dd]entist|[Vv]et)s(?= (?:appointment|visit)\b)"), r"\g<who>'s"),
    (
        re.compile(r"(?<!\S)(?P<what>[Mm]aster|[Bb]achelor)s(?= (?:degree|thesis|programme|program|in)\b)"),
        r"\g<what>'s",
    ),
    (re.compile(r"(?<!\S)new years? (?P<day>eve|day)\b"), lambda found: f"New Year's {found['day'].capitalize()}"),
    (
        re.compile(
            r"\b(?P<before>in|of|until|since|by|last|next|this|end|mid|early|late) "
            r"(?P<month>march|may|august)(?=$|[,.;!?)]| (?!be\b))"
        ),
        lambda found: f"{found['before']} {found['month'].capitalize()}",
    ),
    (_NO_ARTICLE, r"\g<what>"),
    (
        re.compile(r"\b(?P<what>[Ii]nformation|[Aa]dvice|[Ff]eedback|[Kk]nowledge|[Ss]oftware|[Hh]omework)s\b"),
        r"\g<what>",
    ),
    # Apostrophes and capitals that were left out.
    (
        re.compile(
            r"\b(?P<front>(?:do|does|did|is|are|was|were|ca|could|would|should|have|has|had)n(?=t\b)|that(?=s\b)|"
            r"(?:you|they)(?=(?:re|ve)\b)|you(?=ll\b))(?P<end>t|s|re|ve|ll)\b"
        ),
        r"\g<front>'\g<end>",
    ),
    # "Museum im Ritterhaus" is a name.
    (re.compile(rf"(?:^[Ii]m (?=[a-z])|(?:(?<=and )|(?<=but )|(?<=because )|(?<=, ))[Ii]m (?={_TOO}))"), "I'm "),
    (re.compile(r"(?<!\S)[Ii]d (?=(?:like|love|be|never|always|really)\b)"), "I'd "),
    (
        re.compile(r"(?<!\S)[Ii]ll (?=(?:send|call|write|let|tell|get|keep|email|share|try|be|apply|do|read|ask)\b)"),
        "I'll ",
    ),
    (
        re.compile(
            r"(?<!\S)[Ii]ts (?=(?:an?|the|not|so|really|very|too|my|hard|great|important|ok(?:ay)?|normal|more|done|"
            r"finished|ready|published|over|true|possible|like|just|better|never|always)\b)"
        ),
        "it's ",
    ),
    (re.compile(r"(?<![\w.@/-])i(?=(?:['’](?:m|d|ll|ve))?(?:\s|$|[,;!?]))"), "I"),
)


def written_out(words: str) -> str:
    """`words` without shorthand, and with the apostrophes and capitals that were left out."""
    for short, whole in _SHORTHAND:
        words = short.sub(whole, words)
    return peoples_named(words)
