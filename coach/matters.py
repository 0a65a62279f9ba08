"""The subject of a goal as it stands in a sentence: an employer with its article, a choice between two."""

import re

from coach.capitals import is_common, lowered, lowered_all, named_calmly, quieted
from coach.roles import may_be_role
from coach.typed import Shape, Typed, article, bare, quoted, read
from coach.verbs import with_ing, without_ing

# Employers so wide that many places belong to them, and others whose name wants an article.
_WIDE = frozenset(
    {"un", "united nations", "eu", "european union", "nhs", "civil service", "red cross", "army", "navy", "police"}
)
_THE = _WIDE | {
    *("bbc", "itv", "cbc", "fbi", "cia", "cdc", "epa", "fda", "imf", "oecd", "ilo", "wto", "who", "icrc", "ecb"),
    *("ons", "rspb", "v&a", "guardian", "smithsonian", "treasury", "met office", "foreign office", "home office"),
    *("world bank", "national trust"),
}
# One works in them, and not at them.
_IN = frozenset({"nhs", "civil service", "army", "navy", "police"})
_WITH_ARTICLE = re.compile(
    r"^(?!.*['’]s\b)(?:\w+ )*(?:Institute|Ministry|Museum|Council|Foundation|Commission|Department|Federation|"
    r"Association|Society|Academy|University of|Bank of|City of|Office of)\b"
)
_DETERMINED = re.compile(r"(?:an?|the|my)\b", re.I)
# Fields that are places too: nobody asks what it is like to work in space.
_PLACES = {"space": "the space sector", "water": "the water sector", "sport": "sports", "tech": "tech"}
# No plain list of fields: one of them says more.
_LINKED = re.compile(r"\b(?:and|or|mostly|mainly|especially|e\.g\.)(?!\w)|[&;:/()]", re.I)
# Degrees of which somebody does one.
_ONE_DEGREE = re.compile(r"(?:PhD|DPhil|MBA|PGCE|MSc|MPhil|LLM|JD|MD|[Mm]aster['’]s)", re.I)
# One of many that was named without its article: "AAA studio".
_ONE_PLACE = re.compile(
    r"(?!(?:an?|the|my|our|this|that)\b)(?:\S+ )*(?:studio|startup|start-up|company|firm|agency|lab|charity|bank)", re.I
)
_OR = re.compile(r"(?<!\s)\s+(?:/|or|vs\.?|versus)\s+", re.I)
# One that is said only beside the other: "or just start", "or a field season first".
_HALF = re.compile(r"(?i:just|not|never|still|maybe|even|if|whether|should|do|first)\b|.*\bfirst$")


def field(words: str) -> str:
    """A field, to stand after "in", without what explains it; of several the last has its "and"."""
    words = re.sub(r"(?<=\w): .*", "", words)
    if re.search(r"\b(?:industry|sector|business|world|market)$", words) and not re.match(
        r"(?:an?|the|my|our)\b", words
    ):
        return f"the {words}"
    words = re.sub(r"^something (?=with )", "", words, flags=re.I)
    *others, last = re.split(r",\s+", words)
    if (
        others
        and (len(others) > 1 or last.islower())
        and not any(_LINKED.search(one) or len(one.split()) > 3 for one in (*others, last))
    ):
        return f"{', '.join(others)} and {last}"
    return _PLACES.get(words.casefold(), words)


def employer(words: str) -> str:
    """Where one works: "at Spotify", "at the UN", "in the NHS"."""
    name = named_calmly(words.rstrip(" .!?"))
    known = re.sub(r"^the\s+", "", name, flags=re.I)
    if known.islower() and (titled := _titled(known)):
        name = name[: len(name) - len(known)] + titled
        known = titled
    the = "the " if known != name or _WITH_ARTICLE.search(known) or known.casefold() in _THE else ""
    return f"{'in' if known.casefold() in _IN else 'at'} {the}{known}"


def _titled(name: str) -> str:
    """The name of an employer that was typed small: "the Max Planck Institute", "Bosch"; empty where it is none."""
    words = name.split()
    titled = " ".join(word if word in {"of", "for", "and", "the", "without"} else word.capitalize() for word in words)
    if name.casefold() in _THE | _WIDE:
        return titled if len(words) > 1 or len(name) > 4 else name.upper()
    single = len(words) == 1 and not is_common(name)
    return titled if single or (len(words) > 1 and _WITH_ARTICLE.match(titled) and not _DETERMINED.match(name)) else ""


def is_another(words: str, organisation: str) -> bool:
    """Whether somebody who works at `organisation` works for another employer than the one of `words`."""
    asked, own = (re.sub(r"^the\s+|[ .!?]+$", "", name.casefold()) for name in (words, organisation))
    return bool(asked and own) and asked not in _WIDE and asked not in own and own not in asked


_BETWEEN = re.compile(r"^(?:(?:choosing|deciding|torn) )?between ([^,;?]+?) and ([^,;?]+)$", re.I)


def options(words: str) -> tuple[str, str] | None:
    """The two between which somebody decides, to stand after "between"; None where they are no such pair."""
    whole = bare(quieted(words) if words.isupper() else words).rstrip(" ?")
    between = _BETWEEN.match(whole)
    two = list(between.groups()) if between else _OR.split(whole)
    if len(two) != 2 or "?" in whole or any(_HALF.match(one) or one.count("(") != one.count(")") for one in two):
        return None
    typed = [Typed(Shape.THING, half) if _is_name(half) else read(half) for half in two]
    if any(half.shape is Shape.DEED for half in typed):
        # "stay in the lab" is an act beside "leave the lab", though a stay is a thing as well.
        doing = [_doing(half.words) for half in typed]
        return (doing[0], doing[1]) if all(doing) else None
    if all(_ONE_PLACE.fullmatch(half.words) for half in typed):
        return one(typed[0].words), one(typed[1].words)
    if any(half.shape is not Shape.THING or _ONE_PLACE.fullmatch(half.words) for half in typed):
        return None
    words_of = [
        re.sub(r"^(?=(?:master|bachelor)(?:['’]s|s)?(?:$| (?:in|degree|abroad|at)\b))", "a ", half.words, flags=re.I)
        for half in typed
    ]
    first, second = (one(half) if _ONE_DEGREE.fullmatch(half) else half for half in words_of)
    return first, second


def _is_name(words: str) -> bool:
    """ "Teach First" is one."""
    return len(words.split()) > 1 and all(word[:1].isupper() for word in words.split())


def _doing(words: str) -> str:
    """ "staying in the lab" of "stay in the lab"; empty where that is no act."""
    act, space, rest = words.partition(" ")
    ing = with_ing(act.lower())
    return f"{ing}{space}{rest}" if without_ing(ing) == act.lower() else ""


_YES_OR_NO = re.compile(
    rf"(?:an? )?(?P<what>{_ONE_DEGREE.pattern}|gap year|internship|placement|(?:year|semester) abroad)"
    r"[:,?]? yes (?:or|/) no"
)


def decision(words: str) -> str:
    """What somebody has to decide, to stand after a colon; a question within it is quoted."""
    calm = quieted(words)
    whole = bare(calm[:1].upper() + calm[1:] if words.isupper() else calm)
    if asked := re.fullmatch(r"(?P<act>[^?]+)\?\s*yes\s*(?:/|or)\s*no", whole.rstrip(" ?"), re.I):
        act = read(asked["act"])
        if act.shape is Shape.DEED:
            return f"whether to {act.words}"
    if degree := _YES_OR_NO.fullmatch(whole.rstrip(" ?")):
        return f"whether to do {article(degree['what'])} {lowered(degree['what'])}"
    act = read(whole.rstrip(" ?"))
    if act.shape is Shape.DEED and not re.search(r"\?.|/|\b(?:or|vs|versus)\b", whole.rstrip(" ?")):
        return f"whether to {act.words.rstrip('?')}"
    if "?" in whole.rstrip(" ?"):
        return quoted(whole).removesuffix(".")
    whole = re.sub(r"^if(?= I\b)", "whether", whole, flags=re.I)
    if len(several := whole.split(" / ")) > 2:
        return f"{', '.join(several[:-1])} or {several[-1]}"
    return lowered(_OR.sub(lambda found: " or " if "/" in found[0] else found[0], whole.rstrip(" ?")))


_A_SAMPLE = re.compile(r"\w+ing (?:samples?|tests?|tasks?|portfolio|profile|project)", re.I)
_TURNED = re.compile(
    r"(?:from )?(?:an? |my )?(?P<old>[\w-]+ (?P<paper>CV|résumé)) to (?:an? )?(?P<new>[\w-]+ (?P=paper))", re.I
)
# One applies with them; a field is named by mistake.
_ANY_PAPER = re.compile(
    r"\b(?:cvs?|résumés?|resumes?|letters?|portfolio|statements?|profiles?|reel|showreel|application|pitch|essays?|"
    r"proposal|sample|transcript|website|github|linkedin|tests?|tasks?|presentation|video|talk|references?|exams?|forms?|"
    r"answers?|questions?|introduction|emails?|messages?|audition|manuscript|budget|plan|submission|summary|project|"
    r"anschreiben|lebenslauf|motivationsschreiben|curr[ií]culum|samples?|case|note)\b",
    re.I,
)
_PAPER = r"(?:GitHub|CV|résumé|cover letter|portfolio|LinkedIn(?: profile)?|personal statement|transcript|website)"
_TWO_PAPERS = re.compile(rf"(?:an? )?(?P<one>{_PAPER}) and (?P<two>{_PAPER})", re.I)


def application(words: str) -> str:
    """What one would like to know of a cover letter, a portfolio, a pitch; empty where `words` name none."""
    if re.search(r"\binterviews?$", words):
        return f"how to prepare for {one(lowered(bare(words)))}"
    if re.match(r"how to \w", words, re.I):
        return lowered(bare(words))
    words = re.sub(r"(?<=\w) \+ (?=\w)", " and ", words)
    if turned := _TURNED.fullmatch(quieted(words)):
        return f"how to turn {one(lowered(turned['old']))} into {one(turned['new'])}"
    typed = read(words) if words else None
    if typed is None or typed.shape not in {Shape.THING, Shape.DEED}:
        return ""
    if typed.shape is Shape.DEED and not _A_SAMPLE.fullmatch(words):
        return f"how to {typed.words}"
    typed = Typed(Shape.THING, lowered(words)) if typed.shape is Shape.DEED else typed
    words = re.sub(r"^my ", "", typed.words, flags=re.I)
    if not _ANY_PAPER.search(words) and not _DETERMINED.match(words):
        return f"what makes a good application in {field(words)}"
    words = re.sub(r"^(?:A|An|The)(?= )", lambda found: found[0].lower(), words)
    words = re.sub(r"^(?P<site>GitHub|LinkedIn)$", r"\g<site> profile", words)
    if two := _TWO_PAPERS.fullmatch(words):
        return f"what matters in {one(two['one'])} and {one(two['two'])}"
    return f"what matters in {one(words)}{' in your field' if len(words.split()) < 3 else ''}"


def role(words: str) -> str:
    """ "a medical science liaison": a name in a role comes first, or behind where it is ("in Brussels")."""
    named = re.match(r"(?:(?!(?:in|at|for|of|with|on|from)\s)[^\s,(]+(?:\s|$))+", words)
    head = named[0] if named else ""
    return one(re.sub(r"(?<=\s)[A-Z][a-z]+\b", lambda word: word[0].lower(), head) + words[len(head) :])


def working_as(words: str) -> str:
    """ "as a data analyst"; where a role was asked for and a field was named, "in UX research", "in Maschinenbau"."""
    return f"as {role(words)}" if _DETERMINED.match(words) or may_be_role(words) else f"in {field(words)}"


def one(role: str) -> str:
    """ "a data analyst"; several, or one with its own article, stay as they are. What stands between slashes is said.

    "Programme Officer / logistician / nutritionist" is "a programme officer, logistician or nutritionist".
    """
    if len(several := [lowered_all(part) for part in re.split(r"\s?/\s", role)]) > 1:
        role = f"{', '.join(several[:-1])} or {several[-1]}"
    first, head = role.split()[0].lower(), re.split(r"\s(?:in|at|for|of|with|on|from)\s|[,(]", role)[0].strip()
    if first in {"a", "an", "the", "head", "chief", "my", "your"} or head.endswith("s"):
        return role
    return f"{article(role.split()[0])} {role}"
