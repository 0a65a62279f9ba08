"""What somebody typed into a field, read as a part of a sentence: its shape, and its words as they stand inside one."""

import re
from dataclasses import dataclass
from enum import StrEnum

from coach.capitals import (
    ACTS,
    ALWAYS_LOW,
    DETERMINERS,
    PASTS,
    SUBJECTS,
    SUBORDINATE,
    WORD,
    is_common,
    lowered,
    quieted,
)
from coach.reading.words import word_list

# More words, or more sentences, than one sentence bears.
MOST_WORDS = 45
MOST_SENTENCES = 3


class Shape(StrEnum):
    """What a text is: an act ("send it"), a thing ("your advice"), a statement, something that was done ("gave it"),
    something that is done again and again ("keeps it"), or none of them.
    """

    DEED = "deed"
    THING = "thing"
    CLAUSE = "clause"
    PAST = "past"
    HABIT = "habit"
    OTHER = "other"


@dataclass(frozen=True)
class Typed:
    """A text read: its shape, and its words as they stand inside a sentence, without a stop at the end."""

    shape: Shape
    words: str


_ALSO_NOUNS = word_list("also_nouns")
_FINITE = word_list("finite") | PASTS
_NOT_ACTING = word_list("not_acting")
_STATES = re.compile(
    r"(?:not (?:well|feeling)|feeling|ill|sick|unwell|away|abroad|busy|interested|fascinated|curious|keen|excited|"
    r"tired|stuck|unable|afraid|double[- ]booked|overbooked|out of (?:town|the country)|in hospital)\b",
    re.I,
)
_BEHIND_THING = frozenset(
    [
        "in",
        "on",
        "with",
        "for",
        "of",
        "to",
        "at",
        "from",
        "by",
        "about",
        "before",
        "after",
        "when",
        "while",
        "that",
        "which",
        "and",
    ]
)
# What stands behind an act and not behind a thing.
_ON_SOMETHING = DETERMINERS - {"all", "both", "each", "no", "that", "more", "one", "two", "three", "it", "you", "us"}
# Behind these a "you" does nothing: "teachers like you are why".
_BEFORE_OBJECT = frozenset(["like", "of", "to", "for", "with", "from", "by", "about", "at", "than"])
_OBJECT = frozenset(["a", "an", "the", "my", "our", "me", "us", "you", "how", "what", "his", "her", "their"])
# What is one of its kind, and wants an article where it stands alone: "a visit to the lab".
_COUNTED = word_list("counted")
_NOTHING = re.compile(r"(?:ok|okay|yes|no|none|nothing|n/?a|fine|good|idk|tbd|x)", re.I)
_QUOTES = "“\"«„‘'"
# "“So what?” is the only question": what is quoted is a part of it.
_QUOTED_BEGIN = re.compile(
    r"“[^“”?]*\??” (?:is|was|means|are|were)\b[^“”?]*$|\"[^\"?]*\??\" (?:is|was|means|are)\b[^\"?]*$"
)
_BESIDE_VERBS = word_list("beside_verbs")
_NO_SUBJECT_BEHIND = _BEFORE_OBJECT | {"and", "but", "so"}
# Each is a thing too, but not before "like": "medical writing sounds like what I do".
_SEEMS = frozenset(["sounds", "looks", "feels", "works", "acts"])
_BULLETS = re.compile(r"(?:^|(?<!\s)\s+)(?:[•‣◦▪●–—*+-]|\(?\d{1,2}[.)]|Q\d{1,2}[.:)]?)\s+")
_SENTENCES = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’)]))\s+(?=[\"“(]?[^\W_])")
_SHORT = re.compile(r"(?:^|[\s(])(?:[A-Z]|[Dd]r|[Pp]rof|Mrs?|Ms|Mx|St|[Cc]a|vs|etc|e\.g|i\.e|approx|[Nn]o)\.$")
_STOPS = ".!?…"
_DOTS = re.compile(r"(?:\.\s?){3,}|…+")
# "again. 😊": the sentence ends behind the picture.
_STOP_BEFORE_PICTURE = re.compile(r"(?<!\.)\.+(?=\s*[^\w\s.!?…,;:()\[\]\"'“”‘’<>/\\-]+\s*$)")
_MANY = re.compile(r"([!?.])\1+")
# Pictures and their modifiers.
_PICTURES = re.compile("[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d\U0001f000-\U0001faff]")
_SMILE = re.compile(rf"(?:\s*{_PICTURES.pattern}|\s+(?:[:;=]['-]?[)(DPp]+|<3))+\s*\.?\s*$")
_PICTURE_BEFORE = re.compile(rf"^(?:{_PICTURES.pattern}\s*)+(?=\w)")
# "(!)" behind what surprised somebody.
_WONDER = re.compile(r"\s*\([!?]+\)")


def plain(raw: str) -> str:
    """`raw` on one line: bullets and numbers of a list stay marked by line ends."""
    lines = (" ".join(_WONDER.sub("", line).split()) for line in raw.strip().splitlines())
    return "\n".join(_PICTURE_BEFORE.sub("", line) for line in lines if line)


def parts(words: str) -> list[str]:
    """The items of a list, or the sentences, of which `words` consist."""
    pieces = [piece for line in words.split("\n") for piece in _BULLETS.split(line) if piece.strip()]
    if len(pieces) == 1 and pieces[0].count(";") and not re.search(r"[.!?]\s", pieces[0]):
        pieces = [piece for piece in pieces[0].split(";") if piece.strip()]
    return [one.strip() for piece in pieces for one in sentences(piece)]


def sentences(words: str) -> list[str]:
    """The sentences of one line; an abbreviation ends none."""
    found = [""]
    for piece in _SENTENCES.split(words):
        if found[-1] and piece[:1] == "(" and piece[1:2].islower():
            found[-1] = f"{found[-1].rstrip('.!')} {piece}"
        elif found[-1] and (_SHORT.search(found[-1]) or piece[:1].islower()):
            found[-1] += f" {piece}"
        else:
            found.append(piece)
    return [one for one in found if one.strip()]


def ended(words: str) -> str:
    """`words` with one stop at their end: their own, or a full stop."""
    words = _without_smile(words).rstrip(" ,;:-–—/\\")
    words = _MANY.sub(r"\1", _DOTS.sub("…", words).rstrip())
    if not words or words[-1] in _STOPS:
        return words
    return words if words[-1] in "”\"’']" and words[-2:-1] in [*_STOPS] else f"{words}."


def _without_smile(words: str) -> str:
    """`words` without the picture or smiley behind them, where anything stands before it."""
    return _SMILE.sub("", words) or words


def without_pictures(words: str) -> str:
    """`words` without the signs that nobody can say."""
    return re.sub(r"\s+(?=[.,!?](?:\s|$))", "", " ".join(_PICTURES.sub("", words).split()))


def bare(words: str) -> str:
    """`words` without the full stop at their end, and without signs that lead nowhere."""
    words = _without_smile(_STOP_BEFORE_PICTURE.sub("", _WONDER.sub("", words)))
    words = _MANY.sub(r"\1", _DOTS.sub("…", words.strip()))
    return words.strip(" ,;:–—/\\\t").rstrip(". -")


def quoted(words: str) -> str:
    """`words` in quotation marks, as one sentence ends."""
    inner = words.replace("\n", "; ").strip()
    if len(inner) > 1 and inner[0] in '“"«„' and inner[-1] in '”"»“':
        inner = inner[1:-1].strip()
    inner = _MANY.sub(r"\1", _DOTS.sub("…", re.sub(r"[“”„«»\"]", "’", re.sub(r"(?:^|(?<=\s))[“\"„«]", "‘", inner))))
    inner = inner.rstrip(" ,;:-–—")
    return f"“{inner}”" if inner[-1:] in [*_STOPS] else f"“{inner}”."


def read(words: str, *, acts: bool = True) -> Typed:
    """What one phrase or sentence is, with its words as they stand inside another.

    In: `acts`, whether "sending it" and "to send it" are the act "send it"; otherwise they stay as they were typed.
    """
    words = bare(quieted(words))
    words = re.sub(r"^(?:that|because of|because|due to|owing to|as|since) (?=\w)", "", words, flags=re.I)
    # "in May" is no "may".
    low = [word.lower().replace("’", "'") for word in WORD.findall(re.sub(r"(?<=\w )May\b", "month", words))]
    if not acts and words and _QUOTED_BEGIN.match(words):
        return Typed(Shape.CLAUSE, words)
    if _is_foreign(low):
        return Typed(Shape.OTHER, words)
    if not low or "?" in words or words[0] in _QUOTES or _NOTHING.fullmatch(words) or not is_latin(words):
        return Typed(Shape.OTHER, words)
    if not acts:
        advised = low[0] == "to" and len(low) > 1 and (low[1] in ACTS or _acts_anew(low[1]))
        return Typed(Shape.CLAUSE, lowered(words[3:].lstrip() if advised else words))
    if _STATES.match(words):
        return Typed(Shape.CLAUSE, f"I’m {words[0].lower()}{words[1:]}".replace("’", "'"))
    if low[:2] == ["not", "to"] and len(low) > 2:
        return Typed(Shape.DEED, re.sub(r"^not\s+to\s+", "not ", words, flags=re.I))
    if low[0] == "to" and len(low) > 1 and low[1] not in DETERMINERS:
        return Typed(Shape.DEED, re.sub(r"^to\s+", "", words, flags=re.I))
    inside = lowered(words)
    if low[0].endswith("ing") and (base := without_ing(low[0])) and (low[0] in _HAVING_DONE or not finite(low)):
        return Typed(Shape.DEED, base + _and_again(words[len(low[0]) :]))
    if low[0] in ACTS and not _is_noun(low) and low[0] != "thank":
        return Typed(Shape.DEED, inside)
    if _acts_anew(low[0]) or (acts and _acts_on_something(words, low)):
        return Typed(Shape.DEED, words[0].lower() + words[1:])
    if low[0] in PASTS or (
        low[0].endswith("ed") and len(low) > 1 and low[1] in DETERMINERS | {"from", "to", "in", "at"}
    ):
        return Typed(Shape.PAST, inside)
    if (base := without_s(low[0])) and (
        len(low) > 1 and low[1] in DETERMINERS | {"as", "at", "for", "in", "on", "with"}
    ):
        return Typed(Shape.HABIT, base + words[len(low[0]) :])
    if low[0].partition("'")[0] in SUBJECTS or finite(low):
        return Typed(Shape.CLAUSE, inside)
    return Typed(Shape.THING, f"{article(low[0])} {inside}" if _wants_article(words, low) else inside)


def _wants_article(words: str, low: list[str]) -> bool:
    """Whether it is one of its kind, named without an article: "visit to the lab", "mock interview in May"."""
    if low[0] in _COUNTED:
        return True
    head = next((place for place, word in enumerate(low) if word in _BEHIND_THING), len(low)) - 1
    return (
        0 < head < 3
        and low[head] in _COUNTED
        and low[0] not in DETERMINERS
        and (words[0].islower() or is_common(low[0]))
    )


# Behind these stands who does something: "letting me read it".
_HAVING_DONE = frozenset(["letting", "making", "helping", "watching", "seeing"])


def _and_again(words: str) -> str:
    """ "… and writing a report" behind an act without -ing: "… and write a report"."""
    return re.sub(r"\b(and|or|then) (\w+ing)\b", lambda found: f"{found[1]} {without_ing(found[2]) or found[2]}", words)


def _acts_anew(word: str) -> bool:
    """ "rebuild", "redo": an act done again."""
    return word.startswith("re") and word.removeprefix("re").removeprefix("-") in ACTS


def _acts_on_something(words: str, low: list[str]) -> bool:
    """Whether an unknown first word is an act by what stands behind it: "sketch my route", but not "Berlin, the"."""
    known = {*PASTS, *_FINITE, *SUBJECTS, *DETERMINERS, *SUBORDINATE, *_BESIDE_VERBS, *_NOT_ACTING, *ALWAYS_LOW}
    if (
        len(low) < 2
        or low[0] in known
        or low[1] not in _ON_SOMETHING
        or low[0].endswith(("s", "ing", "ed", "ly", "'s"))
    ):
        return False
    return words[: len(low[0]) + 1] == f"{low[0]} " and not finite(low)


def finite(low: list[str]) -> bool:
    """Whether a phrase of these words is a statement: a verb of its own, in no clause below it."""
    skipped = 0
    for place, word in enumerate(low):
        if skipped:
            skipped -= word not in _BESIDE_VERBS
        elif word in SUBORDINATE and place:
            return False
        elif word.partition("'")[0] in SUBJECTS and place and low[place - 1] not in _NO_SUBJECT_BEHIND:
            skipped = 0 if "'" in word else 1
        elif (
            (word in _SEEMS and place and low[place + 1 : place + 2] in (["like"], ["as"]))
            or (word in _FINITE and place and low[0] not in SUBORDINATE)
            or (place and (_acts_of_its_own(low, place) or _changed_something(low, place)))
            or (place and low[0] in DETERMINERS and _moves_somebody(word, low[place + 1 : place + 2]))
            or (word.endswith(("'s", "'re")) and word.partition("'")[0] in {"that", "it", "there"})
        ):
            return True
    return False


def _acts_of_its_own(low: list[str], place: int) -> bool:
    """Whether an act is what the words before it do: "NASA works", "agronomists first spend"."""
    if without_s(low[place]):
        return place == 1 and low[0] not in DETERMINERS and low[0] not in SUBORDINATE
    if low[place] not in ACTS:
        return False
    before = place - 1 - (low[place - 1] in (_BESIDE_VERBS | {"first"}) - {"then"})
    return before >= 0 and low[before].endswith("s") and not low[before].endswith(("ss", "'s", "us"))


def _moves_somebody(word: str, after: list[str]) -> bool:
    """Whether `word` is what a thing does to somebody: "your work inspires me"."""
    return word.endswith("s") and not word.endswith(("ss", "us", "'s")) and after in (["me"], ["us"], ["you"])


def _changed_something(low: list[str], place: int) -> bool:
    """Whether a past behind a thing is what it did: "your series on buses changed a law"."""
    if low[0] not in DETERMINERS or not low[place].endswith("ed") or low[place] in {"called", "named", "titled"}:
        return False
    # "the shop my aunt opened the same year": she did.
    own = all(one not in DETERMINERS or low[at] in _BEHIND_THING for at, one in enumerate(low[1:place]))
    return place > 1 and own and low[place + 1 : place + 2] != [] and low[place + 1] in _OBJECT


def article(word: str) -> str:
    """ "a" or "an", as `word` sounds."""
    low = word.lower()
    if re.match(r"(?:eu|uni(?![nm])|use|usu|one\b|once)", low):
        return "a"
    if word.isupper() and 1 < len(word) < 5:
        return "an" if low[0] in "aefhilmnorsx" else "a"
    return "an" if re.match(r"[aeiouäöüéè]|hour|honest|honou?r|heir", low) else "a"


_NUMBERS = frozenset(["four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty"])
# An act before several of something: "answer questions", "review drafts".
_WITH_MANY = frozenset(["answer", "review", "visit", "watch", "check", "copy"])
_FOREIGN = word_list("foreign")
_ENGLISH = frozenset(["the", "and", "of", "to", "you", "your", "i", "my", "is", "are", "was", "that", "for", "with"])
_ACTS_MOSTLY = frozenset(["talk", "look", "work", "help", "call", "stay", "volunteer", "travel", "switch"])


def _is_noun(low: list[str]) -> bool:
    """Whether a word that is an act and a thing is the thing here: "visit to the lab", "email address"."""
    if low[0] not in _ALSO_NOUNS:
        return False
    if low[0] in _WITH_MANY and len(low) > 1 and low[1].endswith("s"):
        return False
    return len(low) == 1 or not (low[1] in DETERMINERS | _NUMBERS or (low[0] in _ACTS_MOSTLY))


def _is_foreign(low: list[str]) -> bool:
    """Whether it is written in another language than English, in Latin letters."""
    several = sum(word in _FOREIGN for word in low)
    return several > 1 and several * 4 >= len(low) and not _ENGLISH & {*low}


def is_latin(words: str) -> bool:
    letters = [sign for sign in words if sign.isalpha()]
    return sum(sign < "\u0250" or "\u1e00" <= sign < "\u2000" for sign in letters) * 2 > len(letters)


def without_ing(word: str) -> str:
    """The act of which `word` is the -ing form; empty where it is none."""
    if not word.endswith("ing") or word in _NOT_ACTING:
        return ""
    stem = word[:-3]
    doubled = stem[:-1] if len(stem) > 2 and stem[-1] == stem[-2] else ""
    ie = f"{stem[:-1]}ie" if stem.endswith("y") else ""
    return next((one for one in (stem, f"{stem}e", doubled, ie) if one in ACTS), "")


def with_ing(word: str) -> str:
    """The -ing form of the act `word`."""
    if word.endswith("ie"):
        return f"{word[:-2]}ying"
    if word.endswith("e") and word not in {"be", "see"}:
        return f"{word[:-1]}ing"
    doubles = re.fullmatch(r"[^aeiou]*[aeiou][^aeiouwxy]", word) or word in {"begin", "submit", "forget"}
    return f"{word}{word[-1] if doubles else ''}ing"


def without_s(word: str) -> str:
    """The act of which `word` is what she or he does; empty where it is none."""
    irregular = {"is": "are", "has": "have", "does": "do", "goes": "go", "was": "were"}
    if word in irregular:
        return irregular[word]
    if not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return ""
    stems = (word[:-1], word[:-2] if word.endswith("es") else "", f"{word[:-3]}y" if word.endswith("ies") else "")
    more = (
        "seem",
        "coach",
        "edit",
        "head",
        "live",
        "play",
        "run",
        "sing",
        "lead",
        "own",
        "love",
        "like",
        "want",
        "need",
    )
    known = {*ACTS, *more}
    return next((stem for stem in stems if stem in known), "")
