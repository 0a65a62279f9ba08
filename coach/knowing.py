"""How student and contact know of each other, as a request says it in its first line."""

import re

from coach import gaps
from coach.capitals import lowered, quieted
from coach.facts import Facts
from coach.person import about_them_at_the_end, speaks_about, tells_them_of_another, turned
from coach.typed import Shape, article, bare, read, says_something, sentences
from coach.wording import reader, sentence, without_job_talk

# Words about it that a request by email has room for.
MOST_WORDS = 40
# Words of a place for which there is room in any request.
FEW_WORDS = 4
_PLACED = re.compile(r"(?:at|in|on|during|through|after|from|with|via)\b", re.I)
# When it was, and what for: no place, but a place takes no colon either.
_THEN = re.compile(r"(?:when|while|before|until|for)\b", re.I)
_THE = re.compile(
    r"(?:fair|conference|talk|workshop|meetup|event|day|evening|festival|symposium|lecture|seminar|congress|summit|"
    r"show|session|ceremony|quinceañera|hackathon|exhibition|reception|dinner|course|class|party|wedding|week|night|school|housewarming|panel)"
    r"(?=$|,| \(| (?:in|at|of|on|for|with|by)\b)",
    re.I,
)
# A shop is called by a name, though it may be a word as well: "Target store".
_OUTLET = re.compile(r"[A-Z][\w’']+ (?:store|shop|branch|site|campus|#)")
_BY_ANOTHER = re.compile(r"(recommended|suggested|mentioned|introduced|referred)\b.*\bby\b", re.I)
_TOGETHER = re.compile(r"\b(?:each other|together|next to)\b")
# Whose colleague or friend the reader is: "my aunt's colleague", "a friend of my mum".
_KIN = re.compile(
    r"(?:an? )?(?:friend|colleague|relative|neighbou?r|acquaintance|boss) of "
    r"(?P<of>(?:my|our) [\w -]+?)(?= (?:from|at|in)\b|$)|"
    r"(?:you['’]re )?(?P<whose>(?:my|our) [\w -]+?)['’]s? \w",
    re.I,
)
_OF_MINE = re.compile(
    r"(?:you['’]re )?(?P<who>(?:(?:my|our) [\w-]+['’]s (?:[\w-]+ ){0,3}|an? )"
    r"(?:friend|colleague|partner|neighbou?r|boss|manager|relative|acquaintance|flatmate|roommate|teacher|tutor|coach|"
    r"mentor|supervisor|doctor|classmate|co-worker|client)(?: (?:of|from|at|in) .+)?)",
    re.I,
)
# Whose wife or son the reader is, and more about them: "my driving instructor's wife, teaches hospitality".
_SOMEBODYS = re.compile(
    r"(?P<who>(?:my|our) (?:[\w'’-]+ ){1,3}?(?<=['’]s )(?:wife|husband|spouse|partner|son|daughter|brother|sister|"
    r"mother|father|mum|mom|dad|cousin|aunt|uncle|friend|colleague|boss|neighbou?r)), "
    r"(?:teaches|works|runs|lives|owns|leads|manages|studies)\b(?!.*\b(?:I|me|my|us|our)\b).*",
    re.I,
)
# "my dad plays chess with you" says it by itself.
_MINE_DOES = re.compile(
    r"(?:my|our) [\w-]+(?:['’]s [\w-]+)? (?:plays|works|knows|sings|runs|lives|teaches|goes|shares|studies|is|worked|"
    r"knew|played|studied|taught|shared|went|trained|served)\b",
    re.I,
)
_DISTANT = re.compile(
    r"(?:an? |my )?(?P<role>(?:distant|second|third|far|remote) (?:relative|relation|cousin))"
    r"(?P<more>(?:, we|,? \().*)?",
    re.I,
)
_LABEL = re.compile(r"^(?:lecturer|professor|teacher|tutor), (?=[A-Z])", re.I)
_BESIDE = r"(?:intern|mentor|supervisor|boss|colleague|manager|buddy|trainer|team lead|lead)"
# Where the words name the reader: how they do, and what the letter says of it.
_NAMED = {
    "manager": (
        (
            re.compile(
                r"^(?:my |old |former |ex-)*"
                r"(?P<role>(?:\w+ )?(?:boss|manager|supervisor|team lead|trainer|mentor)\b(?!['’]).*)",
                re.I,
            ),
            "You were my {}",
        ),
    ),
    "teacher": (
        (
            re.compile(r"^(?:my |a )?(?P<role>guest (?:teacher|lecturer|tutor|professor)\b(?!['’])[^,]*)", re.I),
            "You were a {}",
        ),
        (
            re.compile(
                r"^(?:my |an? )?(?:old |former )?(?P<role>(?:[\w-]+ ){0,3}"
                r"(?:teacher|lecturer|tutor|professor|supervisor|instructor|coach)\b(?!['’])[^,]*)",
                re.I,
            ),
            "You were my {}",
        ),
    ),
    "internship": (
        (re.compile(rf"^the (?P<role>{_BESIDE}\b(?!['’]).*)", re.I), "You were the {}"),
        (re.compile(rf"^(?:my )?(?P<role>{_BESIDE}\b(?!['’]).*)", re.I), "You were my {}"),
    ),
    "alumni": (
        (re.compile(r"^(?:an? )?(?P<role>alum(?:na|nus)? of [^,;]+)$", re.I), "You're an {}"),
        (re.compile(r"^(?:an? )?(?P<role>graduate of [^,;]+)$", re.I), "You're a {}"),
    ),
    "other": (
        (
            re.compile(
                r"^(?:my |a )?(?P<role>neighbou?r|classmate|flatmate|roommate|colleague|doctor|dentist|physio|landlord|"
                r"landlady|coach)\b(?!['’])(?P<more>.*)",
                re.I,
            ),
            "You're my {}",
        ),
        (re.compile(r"^(?:an? |the |my )?(?P<role>(?:friend|member) of .+)", re.I), "You're a {}"),
        (
            re.compile(
                r"^(?:an? |the |my )?(?P<role>(?:parent|mother|father|owner|captain|leader|sister|brother) of .+)", re.I
            ),
            "You're the {}",
        ),
    ),
}
_DURING = re.compile(
    r"(?:during )?(?:a )?(?P<mine>my |the )?(?P<what>(?:\w+ ){0,2}(?:internship|placement|work experience|"
    r"practical semester)\b[^,]*)",
    re.I,
)
# "after the panel I asked you": a sentence of its own.
_I_DID = re.compile(
    r"^[^,]*[a-z](?<!\bwhere)(?<!\bwhen)(?<!\bthat)(?<!\bwhich) (?:I|we) "
    r"(?:asked|talked|spoke|met|sat|chatted|was|were|had|did|worked)\b"
)
_ONE_PARTY = frozenset({"bbq", "barbecue", "birthday", "picnic", "concert", "game night"})
# Who met somewhere and does not say where leaves it open.
_WHERE = {"event": f"We met at {gaps.EVENT}.", "party": f"We met at {gaps.PARTY}."}
# One meets on it, wherever that is.
_FEAST = re.compile(
    r"(?:on )?(?P<day>new year['’]s (?:eve|day)|christmas (?:eve|day)|boxing day|halloween)(?=$|,| (?:at|in|with)\b)",
    re.I,
)
_DETERMINED = re.compile(r"(?:(?:a|an|the|my|your|our|his|her|their|this|that|one)\b|\w+['’]s\s)", re.I)

# Where one comes by a name, and no time or course that two share.
_SOURCE = re.compile(
    r"(?:alumni network|same \w+)\b|"
    r"(?:[A-Za-z][\w’'-]* ){0,3}(?:server|channel|forum|subreddit|online course|webinar|directory|database|podcast|"
    r"newspaper|newsletter|website|web page|webpage|magazine|"
    r"conference|blog|company page|profile|homepage|network|mailing list|search engine)\b(?! of\b)"
)
# What two are in, or go to: "same Discord (game audio)".
_SAME = re.compile(
    r"(?P<same>(?:the )?same (?:[\w-]+ )?(?:(?P<within>discord|slack|group|club|choir|band|orchestra|society|forum|"
    r"subreddit|league)|gym|church|mosque|temple|synagogue))(?: as me)?(?P<more> \(.*\))?",
    re.I,
)
_STUDIED = re.compile(r"(?:graduated|finished|left|studied|did|completed)\b", re.I)
_THE_SAME = re.compile(r"(?:the )?same (?:university|uni|college|school),\s*", re.I)
_SEEN_THERE = re.compile(
    r"\b(?:directory|database|network|LinkedIn|website|(?:web|company) ?page|search|Google)\b", re.I
)
_YEARS = re.compile(r"\d{2}|\bclass of\b|\bgraduat", re.I)
_IN_A_YEAR = re.compile(r"(?:in |from )?(?P<taught>(?:year|grade|form) \w+ .+?)(?: class(?:es)?)?", re.I)
# Where one was found, as a machine writes it.
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+", re.I)
_SUBJECT = re.compile(r"(?:I|we|you|my|your|our)\b", re.I)
_BUT_FOUND = re.compile(
    r"(?P<not>(?:do not|don['’]t|didn['’]t|never) [^,]+), (?:but )?(?:i )?(?P<found>found|saw|read|heard) "
    r"(?P<what>[^,]+)",
    re.I,
)
_NEVER_MET = re.compile(r"^(?:we )?(?:have |['’]ve )?(?:never|not|haven['’]t) met\b", re.I)
# Somebody of the student's who is named without "my": "aunt's colleague".
_MINE = re.compile(
    r"^(?:aunt|uncle|brother|sister|mum|mom|dad|father|mother|cousin|gran|grandma|grandmother|grandfather|godmother|"
    r"godfather|tutor|supervisor|careers advis[eo]r|career counsell?or|flatmate|roommate|landlord|boss)"
    r"(?=['’]s? | (?!of\b)[a-z]|$)",
    re.I,
)
_ONE_OF_MINE = re.compile(
    r"(?:my|our) (?:great-?)?(?:aunt|auntie|uncle|brother|sister|mum|mom|dad|father|mother|cousin|gran|grandma|grandpa|"
    r"grandmother|grandfather|godmother|godfather|niece|nephew|step(?:mother|father)|(?:brother|sister)-in-law)",
    re.I,
)
# How each kind of knowing each other is told: with the student's words ("{}"), and without them.
_CONNECTIONS = {
    "event": ("We met at {}", ""),
    "party": ("We met at {}", ""),
    "internship": ("We worked together during my internship", "We worked together during my internship"),
    "manager": ("You were my manager", "I used to be on your team"),
    "family": ("I know of you through {}", "I know of you through my family"),
    "teacher": ("I was in one of your classes", "I was in one of your classes"),
    "alumni": ("You went to my university", "You went to my university"),
}
# How one came by a name, which is no reason to write to just this person.
_SAYS_LITTLE = frozenset({"online", "referral", "other", ""})


def connection(facts: Facts, *, detail: bool = True) -> str:
    """How student and contact are connected: the first line of every request (docs/CRAFT.md, "Asking").

    In: `detail`, whether the student's own words about it stand in it; a manager's place may all the same. Out: empty
    where there is nothing to say.
    """
    if facts.referrer:
        return sentence(f"{facts.referrer} suggested I get in touch with you")
    words = _words(facts)
    if _ADDRESS.fullmatch(words):
        return _bare(facts)
    if words and not detail and facts.known in _WHERE:
        return ""
    # Where they worked is what tells the reader who writes, and takes few words.
    brief = facts.known == "manager" and bool(_PLACED.match(words)) and len(words.split()) <= FEW_WORDS
    if not words or not (detail or brief):
        return _bare(facts)
    if words.lower().startswith(("found ", "don't ", "do not ", "didn't ", "never ")):
        found_you = re.sub(r"^found (?:you )?", "found you ", words, flags=re.I)
        first, _comma, second = found_you.partition(", we ")
        if not second and (but := _BUT_FOUND.fullmatch(words)):
            name = re.sub(r"^the name\b", "your name", but["what"])
            first = "We've never met" if but["not"].lower().startswith("never met") else f"I {lowered(but['not'])}"
            return sentence(f"{first}, but I {but['found'].lower()} {name}")
        return sentence(f"I {first}") + (f" {sentence(f'We {second}')}" if second else "")
    if facts.known in {*_WHERE, "online"}:
        first, rest = _halves(words)
        if rest and not says_something(first) and says_something(f"I {rest}"):
            told = _told(facts, lowered(first))
            return (
                told if _NEVER_MET.search(rest) else f"{told} {sentence(rest if _SUBJECT.match(rest) else f'I {rest}')}"
            )
    if facts.known == "family" and (distant := _DISTANT.fullmatch(words)):
        whose = "my" if distant["role"].lower().endswith("cousin") else "a"
        return sentence(f"You're {whose} {distant['role'].lower()}{_aside(distant['more'] or '')}")
    if facts.known == "family" and _ONE_OF_MINE.fullmatch(words):
        # "my aunt" is who they are, or who told of them.
        return _bare(facts)
    if facts.known == "family" and _MINE_DOES.match(words):
        return sentence(words)
    if facts.known == "family" and (kin := _KIN.match(words)):
        if theirs := _OF_MINE.fullmatch(words):
            return sentence(f"I know of you as {lowered(theirs['who'])}")
        return sentence(f"I know of you through {lowered(kin['of'] or kin['whose'])}")
    if facts.known != "referral" and (somebodys := _SOMEBODYS.fullmatch(words)):
        return sentence(f"I know of you as {lowered(somebodys['who'])}")
    if found := _BY_ANOTHER.match(words):
        return sentence(f"You were {found[1].lower()}{words[found.end(1) :]}")
    typed = read(words)
    if typed.shape is Shape.CLAUSE and not typed.words.startswith("you"):
        return sentence(words)
    if typed.words.lower().startswith("met "):
        return sentence(f"We {typed.words}")
    if typed.shape is Shape.PAST and _TOGETHER.search(words):
        return sentence(f"We {typed.words}")
    if typed.shape is Shape.PAST and re.search(r"\byou\b", words):
        first, comma, second = typed.words.partition(", we ")
        return sentence(f"I {first}") + (f" {sentence(f'We {second}')}" if comma else "")
    if typed.shape is Shape.PAST and facts.known == "alumni" and _STUDIED.match(words):
        return sentence(f"{_CONNECTIONS['alumni'][0]} and {typed.words}")
    if typed.shape in {Shape.PAST, Shape.CLAUSE}:
        you = "" if typed.shape is Shape.CLAUSE else "you "
        return sentence(f"{you}{typed.words}")
    if typed.shape is Shape.HABIT:
        # What they do with the student says how they know each other, and anything else says only why.
        ours = re.search(r"\b(?:me|my|us|our)\b", words)
        return sentence(f"{'You' if ours else 'I know your work because you'} {typed.words}")
    if _I_DID.search(words):
        return sentence(words)
    return _told(facts, typed.words if typed.shape is Shape.THING and not _OUTLET.match(words) else words)


def _halves(words: str) -> tuple[str, str]:
    """ "my cousin's wedding, sat next to you": where it was, and what they did there."""
    first, *rest = re.split(r", | [-–] ", words, maxsplit=1)
    return first, "".join(rest)


def _words(facts: Facts) -> str:
    """What the student wrote of how they know each other, said to them; empty where it cannot be said to them."""
    # Where they worked together is no talk of a job.
    typed = (
        facts.known_words
        if re.search(r"\b(?:internship|job fair)\b", facts.known_words)
        else without_job_talk(facts.known_words)
    )
    words = bare(quieted(typed)).rstrip("!")
    words = _LABEL.sub("", words)
    if facts.known == "alumni":
        words = _THE_SAME.sub("", words)
    words = re.sub(_MINE, lambda found: f"my {found[0].lower()}", words, count=1)
    words = re.sub(
        r"^(?=(?:friend|colleague|parent|relative|cousin) of\b|(?:friend|mate|classmate|colleague)['’]s\b)",
        "a ",
        words,
        flags=re.I,
    )
    words = re.sub(r"^we never met\b", "we've never met", words, flags=re.I)
    if speaks_about(words, reader(facts)) and not tells_them_of_another(words):
        new = turned(words, reader(facts))
        # "The person at the front desk mentioned her": how they know of somebody is about that one.
        words = new.words if new.sure or about_them_at_the_end(words) else ""
    words = re.sub(r"^You are (?=my\b|an?\b|the\b)", "You're ", words, flags=re.I)
    return words if len(sentences(words)) == 1 and len(words.split()) <= MOST_WORDS else ""


def _bare(facts: Facts) -> str:
    if facts.known == "online":
        return "I found you online."
    if facts.known in _WHERE:
        return _WHERE[facts.known]
    if facts.known == "alumni" and facts.university:
        return f"I study at {facts.university}, where you studied too."
    told = _CONNECTIONS.get(facts.known, ("", ""))[1]
    return f"{told}." if told else ""


def _told(facts: Facts, words: str) -> str:
    """A few words about it, behind how they know each other: "the Kiel careers fair", "at my aunt's birthday"."""
    placed = _PLACED.match(words)
    if facts.known in {"event", "party"}:
        where = words[placed.end() :].strip() if placed and placed[0].lower() == "at" else words
        if not re.match(r"(?:at )?an? ", facts.known_words, re.I):
            # "wedding of my cousin": that one.
            where = re.sub(r"^an? (?=[\w-]+ of (?:my|our|the)\b)", "the ", where)
        if feast := _FEAST.match(where):
            named = " ".join(word[:1].upper() + word[1:].lower() for word in feast["day"].split())
            return sentence(f"We met on {named}{where[feast.end() :]}")
        met = "We met" if (placed and where == words) or _THEN.match(words) else "We met at"
        if met == "We met at" and where.casefold().split(" on ")[0].split(" at ")[0] in _ONE_PARTY:
            return sentence(f"{met} {article(where)} {where}")
        needs = met == "We met at" and _THE.search(where) and not _DETERMINED.match(where)
        talked = re.sub(r", (?=(?:we|I) )", ", and ", where)
        return sentence(f"{met} {'the ' if needs else ''}{talked}")
    if facts.known == "family":
        through = words if _DETERMINED.match(words) else ""
        bracketed = f": {words}." if "(" in words else f" ({words})."
        return sentence(f"I know of you through {through}") if through else _bare(facts).rstrip(".") + bracketed
    if names_them := _names_them(facts, words):
        return names_them
    if facts.known in _SAYS_LITTLE:
        if then := _THEN.match(words):
            return sentence(f"I know of you {'from ' if then[0].lower() == 'when' else ''}{words}")
        if same := _SAME.fullmatch(words):
            we = "We're in" if same["within"] else "We go to"
            return sentence(f"{we} the {re.sub('^the ', '', same['same'], flags=re.I)}{same['more'] or ''}")
        if facts.known == "other" and (words.startswith("from ") or re.fullmatch(r"[a-z]+(?: [a-z]+)?", words)):
            return sentence(f"I know you from {_with_article(words.removeprefix('from '))}")
        if placed:
            return sentence(f"I know of you {words}")
        return sentence(f"I know of you through {_with_article(words)}")
    if facts.known == "alumni" and _SEEN_THERE.search(words) and not _YEARS.search(words):
        found = words if placed else f"through {_with_article(words)}"
        return f"{_bare(facts)} {sentence(f'I found you {found}')}"
    if facts.known == "internship" and (during := _DURING.fullmatch(words)):
        return sentence(f"We worked together during {during['mine'] or 'my '}{during['what']}")
    if facts.known == "teacher" and (year := _IN_A_YEAR.fullmatch(words)):
        return sentence(f"I was in one of your {year['taught']} classes")
    base = _CONNECTIONS[facts.known][0]
    # "went to my university from the course" says what nobody means.
    if (placed and not (facts.known == "alumni" and placed[0].lower() == "from")) or _THEN.match(words):
        return sentence(f"{base} {words}")
    # The name of a course keeps its capital.
    typed = _LABEL.sub("", bare(facts.known_words))
    if "(" in words:
        return sentence(f"{base}: {words}")
    words = words if re.match(r"an? ", typed, re.I) else re.sub(r"^an? ", "", words)
    return f"{base} ({typed if typed.lower() == words.lower() and re.search(r'[a-z] [A-Z]', typed) else words})."


def _names_them(facts: Facts, words: str) -> str:
    """Who the reader is to the student, where the words name them: "my boss at the bookshop"; otherwise empty."""
    for pattern, told in _NAMED.get(facts.known, ()):
        if found := pattern.match(words):
            return sentence(told.replace("{}", lowered(found["role"])) + _aside(found.groupdict().get("more") or ""))
    return ""


def _aside(more: str) -> str:
    """What was noted besides, in brackets: "second floor"."""
    more = more.strip(" ,")
    if not more or more.startswith("("):
        return f" {more}".rstrip()
    return f" ({more})"


def _with_article(words: str) -> str:
    """ "the podcast “Planet Money”"; what has its article, or is a name, stays."""
    return f"the {words}" if _SOURCE.match(words) and not _DETERMINED.match(words) else words


def says_little(facts: Facts) -> bool:
    """Whether the way in which they know of each other is no reason to write to just this person."""
    little = facts.known in {*_SAYS_LITTLE, *_WHERE} and not facts.referrer and not _words(facts)
    return little or not connection(facts)


def leaves_place_open(facts: Facts) -> bool:
    """Whether they met, and nobody wrote where."""
    return connection(facts) in _WHERE.values()
