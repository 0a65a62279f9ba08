"""A few words about how two know each other, as they stand behind it: "We met at …", "You were my …"."""

import re

from coach import gaps
from coach.capitals import lowered
from coach.facts import Facts
from coach.typed import article, bare
from coach.wording import sentence

PLACED = re.compile(r"(?:at|in|on|during|through|after|from|with|via)\b", re.I)
# When it was, and what for: no place, but a place takes no colon either.
_THEN = re.compile(r"(?:when|while|before|until|for)\b", re.I)
_THE = re.compile(
    r"(?:fair|conference|talk|workshop|meetup|event|day|evening|festival|symposium|lecture|seminar|congress|summit|"
    r"show|session|ceremony|quinceañera|hackathon|launch|opening|open house|premiere|screening|slam|breakfast|"
    r"brunch|lunch|speed dating|"
    r"reunion|retreat|ball|march|protest|demonstration|marathon|exhibition|reception|dinner|course|class|party|"
    r"wedding|week|night|school|housewarming|panel|series|weekend|bootcamp|keynote|competition|tournament|baptism|"
    r"christening|"
    r"funeral|graduation|trip|meeting|visit|training|fundraiser|gala|festival|anniversary)"
    r"(?=$|,| \(| (?:in|at|of|on|for|with|by)\b)",
    re.I,
)
LABEL = re.compile(r"^(?:lecturer|professor|teacher|tutor), (?=[A-Z])", re.I)
_BESIDE = r"(?:intern|mentor|supervisor|boss|colleague|manager|buddy|trainer|team lead|lead)"
# Where the words name the reader: how they do, and what the letter says of it.
_NAMED = {
    "manager": (
        (
            re.compile(
                r"^(?:my |an? |old |former |ex-)*"
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
                r"(?:teacher|lecturer|tutor|professor|prof|supervisor|instructor|coach)\b(?!['’])[^,]*)",
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
        (
            re.compile(r"^(?:an? )?(?P<role>(?:graduate of|(?:former )?student of (?:my|our)) [^,;]+)$", re.I),
            "You're a {}",
        ),
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
        (
            re.compile(
                r"^(?:an? |the |my )?(?P<role>(?:friend|member|customer|client|patient|regular|guest|"
                r"student|fan) (?:of|in|at) .+)",
                re.I,
            ),
            "You're a {}",
        ),
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
_ONE_PARTY = frozenset(
    {
        "bbq",
        "barbecue",
        "birthday",
        "picnic",
        "concert",
        "game night",
        "house party",
        "flat party",
        "dinner party",
        "wg party",
    }
)
# Who met somewhere and does not say where leaves it open.
WHERE = {"event": f"We met at {gaps.EVENT}.", "party": f"We met at {gaps.PARTY}."}
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
    r"conference|blog|alumni \w+ program(?:me)?|company page|profile|homepage|network|mailing list|search engine|"
    r"careers? (?:service|services|centre|center|office|team)|alumni search)\b(?! of\b)"
)
# What two are in, or go to: "same Discord (game audio)".
_SAME = re.compile(
    r"(?P<same>(?:the )?same (?:[\w-]+ )?(?:(?P<within>discord|slack|group|club|choir|band|orchestra|society|forum|"
    r"subreddit|league)|gym|church|mosque|temple|synagogue))(?: as me)?(?P<more> \(.*\))?",
    re.I,
)
_SEEN_THERE = re.compile(
    r"\b(?:alumni \w+ program(?:me)?|directory|database|network|LinkedIn|website|(?:web|company) ?page|search|"
    r"Google)\b",
    re.I,
)
_SHARED = re.compile(
    r"(?:the |an? )?same (?P<what>scholarship|supervisor|adviser|advisor|tutor|professor|major|minor|"
    r"(?P<within>department|faculty|society|team|fraternity|sorority|dorm|programme|program|class))",
    re.I,
)
_YEARS = re.compile(r"\d{2}|\bclass of\b|\bgraduat", re.I)
_IN_A_YEAR = re.compile(r"(?:in |from )?(?P<taught>(?:year|grade|form) \w+ .+?)(?: class(?:es)?)?", re.I)
# How each kind of knowing each other is told: with the student's words ("{}"), and without them.
CONNECTIONS = {
    "event": ("We met at {}", ""),
    "party": ("We met at {}", ""),
    "internship": ("We worked together during my internship", "We worked together during my internship"),
    "manager": ("You were my manager", "I used to be on your team"),
    "family": ("I know of you through {}", "I know of you through my family"),
    "teacher": ("I was in one of your classes", "I was in one of your classes"),
    "alumni": ("You went to my university", "You went to my university"),
}
# How one came by a name, which is no reason to write to just this person.
SAYS_LITTLE = frozenset({"online", "referral", "other", ""})


def plainly(facts: Facts) -> str:
    if facts.known == "online":
        return "I found you online."
    if facts.known in WHERE:
        return WHERE[facts.known]
    if facts.known == "alumni" and facts.university:
        return f"I study at {facts.university}, where you studied too."
    told = CONNECTIONS.get(facts.known, ("", ""))[1]
    return f"{told}." if told else ""


def told(facts: Facts, words: str) -> str:
    """A few words about it, behind how they know each other: "the Kiel careers fair", "at my aunt's birthday"."""
    placed = PLACED.match(words)
    if facts.known in {"event", "party"}:
        where = words[placed.end() :].strip() if placed and placed[0].lower() == "at" else words
        if not re.match(r"(?:at )?an? ", facts.known_words, re.I):
            known_one = re.sub(r"^an? ", "", where)
            where = known_one if _THE.search(known_one) and not _DETERMINED.match(known_one) else where
            # "wedding of my cousin": that one.
            where = re.sub(r"^an? (?=[\w-]+ of (?:my|our|the)\b)", "the ", where)
        if feast := _FEAST.match(where):
            named = " ".join(word[:1].upper() + word[1:].lower() for word in feast["day"].split())
            return sentence(f"We met on {named}{where[feast.end() :]}")
        met = "We met" if (placed and where == words) or _THEN.match(words) else "We met at"
        if met == "We met at" and where.casefold().split(" on ")[0].split(" at ")[0] in _ONE_PARTY:
            return sentence(f"{met} {article(where)} {where}")
        needs = met == "We met at" and _THE.search(where) and not _DETERMINED.match(where)
        talked = re.sub(r", (?=(?:we|I|you) )", ", and ", where)
        return sentence(f"{met} {'the ' if needs else ''}{talked}")
    if facts.known == "family":
        through = words if _DETERMINED.match(words) else ""
        bracketed = f": {words}." if "(" in words else f" ({words})."
        return sentence(f"I know of you through {through}") if through else plainly(facts).rstrip(".") + bracketed
    if names_them := _names_them(facts, words):
        return names_them
    if facts.known in SAYS_LITTLE:
        if then := _THEN.match(words):
            return sentence(f"I know of you {'from ' if then[0].lower() == 'when' else ''}{words}")
        if same := _SAME.fullmatch(words):
            we = "We're in" if same["within"] else "We go to"
            return sentence(f"{we} the {re.sub('^the ', '', same['same'], flags=re.I)}{same['more'] or ''}")
        if facts.known == "other" and (words.startswith("from ") or re.fullmatch(r"[a-z]+(?: [a-z]+)?", words)):
            return sentence(f"I know you from {_with_article(words.removeprefix('from '))}")
        if placed and placed[0].lower() != "from":
            return sentence(f"I know of you {words}")
        return sentence(f"I know of you through {_with_article(words)}")
    if facts.known == "alumni" and _SEEN_THERE.search(words) and not _YEARS.search(words):
        network = re.sub(r"^(?:from |an (?=alumni\b))", "", words)
        found = words if placed and network == words else f"through {_with_article(network)}"
        return f"{plainly(facts)} {sentence(f'I found you {found}')}"
    if facts.known == "internship" and (during := _DURING.fullmatch(words)):
        return sentence(f"We worked together during {during['mine'] or 'my '}{during['what']}")
    if facts.known == "teacher" and (year := _IN_A_YEAR.fullmatch(words)):
        return sentence(f"I was in one of your {year['taught']} classes")
    if facts.known == "alumni" and (shared := _SHARED.fullmatch(words)):
        were = "were in" if shared["within"] else "had"
        return f"{CONNECTIONS['alumni'][0]} and {were} the same {shared['what']}."
    base = CONNECTIONS[facts.known][0]
    # "went to my university from the course" says what nobody means.
    if (placed and not (facts.known == "alumni" and placed[0].lower() == "from")) or _THEN.match(words):
        return sentence(f"{base} {words}")
    # The name of a course keeps its capital.
    typed = LABEL.sub("", bare(facts.known_words))
    if "(" in words:
        return sentence(f"{base}: {words}")
    words = words if re.match(r"an? ", typed, re.I) else re.sub(r"^an? ", "", words)
    return f"{base} ({typed if typed.lower() == words.lower() and re.search(r'[a-z] [A-Z]', typed) else words})."


def _names_them(facts: Facts, words: str) -> str:
    """Who the reader is to the student, where the words name them: "my boss at the bookshop"; otherwise empty."""
    for pattern, told in _NAMED.get(facts.known, ()):
        if found := pattern.match(words):
            return sentence(told.replace("{}", lowered(found["role"])) + aside(found.groupdict().get("more") or ""))
    return ""


def aside(more: str) -> str:
    """What was noted besides, in brackets: "second floor"."""
    more = more.strip(" ,")
    if not more or more.startswith("("):
        return f" {more}".rstrip()
    return f" ({more})"


def _with_article(words: str) -> str:
    """ "the podcast “Planet Money”"; what has its article, or is a name, stays."""
    if _ONE_OF_MANY.match(words) and not _DETERMINED.match(words):
        return f"{article(words)} {words}"
    return f"the {words}" if _SOURCE.match(words) and not _DETERMINED.match(words) else words


# Somebody or something of which there are many: "classmate", "article in the Guardian".
_ONE_OF_MANY = re.compile(
    r"(?:[\w-]+ )?(?:article|post|video|interview|documentary|report|thread|comment|group|advert|panel|paper|classmate|"
    r"friend|colleague|flatmate|professor|teacher|tutor|lecturer|coach|neighbou?r|customer|client|"
    r"recruiter|mentor|TED talk)"
    r"(?=$|,| (?:in|at|of|on|for|with|by|about|from|who)\b)",
    re.I,
)
