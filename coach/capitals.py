"""The capitals of what somebody typed: those of names stay, those of a sentence's begin or of a loud text go."""

import re

from coach.reading.words import common, word_list

ACTS = word_list("acts")
PASTS = word_list("pasts")
SUBJECTS = word_list("subjects")
DETERMINERS = word_list("determiners")
SUBORDINATE = word_list("subordinate")
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_LOUD_NAME = re.compile(r"\b[A-Z]{4,}(?: [A-Z]{4,})+\b")
_COMMON_END = re.compile(
    r"(?:ing|tion|ment|ology|ics|ism|ture|ist|yst|ive|ity|ance|ence|graphy|onomy|istry|mental|ical|ician|ness|ship)s?$"
)


# What can be said as a word, and what is one though nobody knows it as a name.
_SPOKEN = re.compile(r"^[^AEIOUY]*[AEIOUY]+[^AEIOUY]+[AEIOUY]?|^[^AEIOUY]+[AEIOUY]+$")
_ACRONYMS = word_list("acronyms")
# "A REFERENCE"
_LOUD_THING = re.compile(r"(?:A|AN|THE|MY|YOUR) [A-Z]+[.!]?")
_QUOTED = re.compile(r"[\"“][^\"“”]*[\"”]")
# No English word ends so: "Produktion", "Kommunikation".
_KEEPS = re.compile(r"k(?:a)?tion$")
_ALSO_COMMON = frozenset({"summer", "autumn", "winter", "nothing", "nobody", "prof"})


def is_common(word: str) -> bool:
    """Whether `word` is no name."""
    low = word.lower().replace("’", "'")
    if _KEEPS.search(low):
        return False
    return low in _ALSO_COMMON or low in common() or low.partition("'")[0] in common() or bool(_COMMON_END.search(low))


def lowered(words: str) -> str:
    """`words` as they stand inside a sentence: a first word that is no name loses its capital, "i" gains one."""
    words = re.sub(r"\bi(?=['’](?:m|d|ll|ve)\b|(?:\s|$))", "I", words)
    first = WORD.match(words)
    if words.startswith("A "):
        return f"a{words[1:]}"
    if first is None or first[0] == "I" or first[0][:2] in {"I'", "I’"}:
        return words
    after = words[first.end() :].split(" ", 2)[1:2]
    if words[first.end() : first.end() + 1] == "-" and words[first.end() + 1 : first.end() + 2].islower():
        return words[0].lower() + words[1:] if first[0][1:].islower() else words
    named = bool(after) and after[0][:1].isupper() and after[0] != "I" and not is_common(after[0].strip(",.;:!?"))
    if words.startswith("New Year"):
        return words
    if first[0][1:].islower() or len(first[0]) == 1:
        keeps = not is_common(first[0]) or (named and first[0].lower() not in ALWAYS_LOW)
        return words if keeps else words[0].lower() + words[1:]
    return words


# Before a name too: "Introduce Mei", "The Harbour Institute".
ALWAYS_LOW = frozenset(
    (*ACTS, *PASTS, *DETERMINERS, *SUBJECTS, *SUBORDINATE, *["to", "for", "and", "but", "so", "in", "on", "at"])
)


def lowered_all(words: str) -> str:
    """`words` without the capital of any word that is no name: "Programme Officer" as it stands among others."""
    return WORD.sub(lambda word: word[0].lower() if word[0][1:].islower() and is_common(word[0]) else word[0], words)


def quieted(words: str) -> str:
    """`words` without the capitals of a text typed in capitals, or With One For Each Word; names keep theirs."""
    # A title in quotation marks keeps its capitals.
    found = [word for word in WORD.findall(_QUOTED.sub("", words)) if len(word) > 1]
    loud = sum(word.isupper() for word in found)
    long = [word for word in found if len(word) > 2]
    titled = len(long) > 1 and all(word[0].isupper() for word in long)
    titled = titled and (len(long) > 2 or all(map(is_common, long)))
    # "PODCAST “PLANET MONEY”": one loud word beside a loud title is no acronym where everybody knows it.
    one_loud = len(found) == 1 and loud == 1 and is_common(found[0]) and any(map(str.isupper, _QUOTED.findall(words)))
    one_loud = one_loud or (loud == 1 and bool(_LOUD_THING.fullmatch(words)))
    if not one_loud and (len(found) < 2 or not (titled or loud == len(found))):
        return named_calmly(words)
    parts = re.split(rf"({_QUOTED.pattern})", words)
    parts[::2] = [WORD.sub(lambda word: _quiet(word, all_loud=loud == len(found)), part) for part in parts[::2]]
    return named_calmly(re.sub(r"(?<=\d)(?:ST|ND|RD|TH)\b", lambda end: end[0].lower(), "".join(parts)))


def _is_grown(word: str) -> bool:
    """Whether it has grown out of a word that everybody knows: a "defender" defends, what one refreshes is fresh."""
    if len(word) > 5 and word.lower().startswith("re") and is_common(word[2:]):
        return True
    stem = _ENDING.sub("", word.lower())
    return len(stem) > 3 and stem != word.lower() and (is_common(stem) or is_common(f"{stem}e"))


def _quiet(found: re.Match[str], *, all_loud: bool) -> str:
    word, before, behind = found[0], found.string[: found.start()], found.string[found.end() :]
    # "A/B tests", "Q&A".
    if len(word) == 1 and (before.endswith(("/", "&", "-")) or re.match(r"[/&-]\w", behind)):
        return word
    if len(word) == 1 and behind.startswith("/"):
        return word.lower()
    if not all_loud and len(word) > 1 and not word[1:].islower():
        return word
    if all_loud and word.lower() in _ACRONYMS:
        return word
    # "gave US notice" is no country, "in the US" is.
    if all_loud and word == "US" and not re.search(r"\b(?:THE|A|IN|FROM|OF)\s$", before):
        return "us"
    known = is_common(word) or (all_loud and _is_grown(word))
    if word == "A" or (known and word != "I" and word[:2] not in {"I'", "I’"}):
        return word.lower()
    # In a text typed in capitals a long word that nobody knows is a name, and no "NASA".
    named = len(word) > 4 or word[1:2] in {"'", "’"} or (len(word) == 4 and _SPOKEN.search(word))
    return word.capitalize() if all_loud and named else word


_ENDING = re.compile(r"(?:ers?|ors?|ings?|s|es|ed|ly|ness|ments?|ists?|al|able)$")
# Names whose capitals are their own, typed as people type them.
_BRANDS = {
    name.lower(): name
    for name in (
        *("LinkedIn", "YouTube", "WhatsApp", "GitHub", "TikTok", "PhD", "PhDs", "Twitter", "Instagram", "Facebook"),
        *(
            "Reddit",
            "Discord",
            "Skype",
            "Spotify",
            "Starbucks",
            "Lidl",
            "Siemens",
            "Bosch",
            "Deloitte",
            "Greenpeace",
            "Netflix",
        ),
        *(
            "TEDx",
            "TOEFL",
            "IELTS",
            "Figma",
            "Coursera",
            "Udemy",
            "Photoshop",
            "Google",
            "IKEA",
            "Erasmus",
            "WordPress",
        ),
    )
}
# Languages and peoples, whose names are another word in small letters seldom ("polish" is one often).
_PEOPLES = re.compile(
    r"\b(?:english|french|german|spanish|italian|portuguese|russian|arabic|chinese|japanese|korean|hindi|urdu|bengali|"
    r"dutch|swedish|norwegian|danish|finnish|greek|turkish|hebrew|welsh|irish|scottish|british|american|canadian|"
    r"australian|european|african|asian|indian|mandarin|swahili|ukrainian|czech|hungarian|romanian|vietnamese|persian)\b"
)
# Fields in German, which writes them with a capital, as students there name their programme.
_ABROAD = (
    r"[a-zäöü]*(?:informatik|technik|wissenschaft(?:en)?|ingenieurwesen|bauwesen|pädagogik|ökologie|psychologie|biologie|"
    r"geologie|soziologie|philosophie|germanistik|anglistik|mechatronik|medizin|ktion|kation|pflege)|maschinenbau|"
    r"betriebswirtschaft(?:slehre)?|volkswirtschaft(?:slehre)?|architektur|soziale arbeit|lehramt|jura|bwl|vwl"
)
_FIELD_ABROAD = re.compile(rf"\b(?:{_ABROAD})\b", re.I)
_PLACES = re.compile(rf"(?<![\w.@/-])(?:{'|'.join(word_list('places'))})(?=['’\s,;.!?)]|$)(?!\.\w)")
_SHORT = {
    name.lower(): name
    for name in (
        *("CV", "CVs", "UX", "HR", "NGO", "NGOs", "NHS", "UK", "USA", "EU", "MBA", "SQL", "AI", "TV"),
        *("MSc", "BSc", "LLM"),
    )
}
# The program, and not what somebody does: "knowing excel well", "they excel at it".
_EXCEL = re.compile(r"\b(in|with|of|my|use|using|know|knowing|learn|learning|advanced|basic) excel\b(?! (?:at|in)\b)")
_SHORT_NAME = re.compile(rf"(?<![\w.@/-])(?:{'|'.join(_SHORT)})(?=['’\s,;.!?)]|$)(?!\.\w)")
# Small words that somebody stressed.
_LOUD_SMALL = re.compile(r"\b(?:AND|OR|NOT|BUT|VERY|ALL|SO|REALLY|EVER|NEVER|ALWAYS|ONLY)\b")
_BRAND = re.compile(rf"(?<![.\/@\w])(?:{'|'.join(_BRANDS)})(?![.\/@\w])", re.I)


def named_calmly(words: str) -> str:
    """ "the CIVIL SERVICE" is "the Civil Service"; what is no word keeps its capitals."""
    words = words if words.isupper() else _LOUD_SMALL.sub(lambda found: found[0].lower(), words)
    words = _BRAND.sub(lambda found: _BRANDS[found[0].lower()], words)
    return _LOUD_NAME.sub(lambda found: found[0].title() if all(map(is_common, found[0].split())) else found[0], words)


def peoples_named(words: str) -> str:
    """ "english & drama" is "English & drama", "hr in berlin" is "HR in Berlin", "maschinenbau" is "Maschinenbau"."""
    words = _PLACES.sub(lambda found: found[0].capitalize(), _FIELD_ABROAD.sub(_abroad, words))
    words = _EXCEL.sub(r"\1 Excel", _SHORT_NAME.sub(lambda found: _SHORT[found[0]], words))
    return _PEOPLES.sub(lambda found: found[0].capitalize(), words)


def _abroad(found: re.Match[str]) -> str:
    word = found[0]
    if word.lower() in {"bwl", "vwl"}:
        return word.upper()
    return word.title() if word.islower() or word.isupper() else word


def answered(words: str) -> str:
    """A question and its answer with the capitals of two sentences: "do they? yes" is "Do they? Yes"."""
    found = re.fullmatch(r"([^?]+\?\s+)([^?]+)", words)
    return "".join(part[:1].upper() + part[1:] for part in found.groups()) if found else words
