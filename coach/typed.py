"""What somebody typed into a field, read as a part of a sentence: its shape, and its words as they stand inside one."""

import re
from dataclasses import dataclass
from enum import StrEnum

from coach.capitals import (
    ACTS,
    DETERMINERS,
    PASTS,
    SUBJECTS,
    SUBORDINATE,
    WORD,
    is_common,
    lowered,
    quieted,
)
from coach.haste import written_out
from coach.reading.words import word_list
from coach.verbs import (
    BEHIND_THING,
    BESIDE_VERBS,
    acts_anew,
    acts_on_something,
    and_again,
    finite,
    is_also_noun,
    is_noun,
    without_ing,
    without_s,
)

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


_STATES = re.compile(
    r"(?:not (?:well|feeling|sure)|unsure|worried|undecided|torn between|feeling|ill|sick|unwell|away|abroad|busy|"
    r"interested|fascinated|curious|keen|excited|"
    r"still \w+ing|tired|stuck|unable|afraid|double[- ]booked|overbooked|out of (?:town|the country)|in hospital)\b",
    re.I,
)
# What is one of its kind, and wants an article where it stands alone: "a visit to the lab".
_COUNTED = word_list("counted")
# There is one only: "funeral of my grandfather".
_THAT_ONE = re.compile(
    r"(?:(?:funeral|wedding|birthday|recording|link) (?:of|to) (?:my|our|the|your|her|his)|"
    r"(?:name|number|address|email|title|contact|e-?mail address|phone number) of)\b"
)
_MORE_THAN = re.compile(r"\w [<>=] \w")
_NOTHING = re.compile(r"(?:ok|okay|yes|no|none|nothing|n/?a|fine|good|idk|tbd|x)", re.I)
_BEHIND_A_PAST = frozenset(["from", "to", "in", "at", "on", "about", "for", "with", "as"])
_BRACKETED = re.compile(r"\([^()]*\)")
_THANKED = re.compile(r"thank(?:s| you)?(?: (?:for|so|very)\b.*)?", re.I)
_QUOTES = "“\"«„‘'"
# "“So what?” is the only question": what is quoted is a part of it.
_QUOTED_BEGIN = re.compile(r"(?:“[^“”?]*\??”|\"[^\"?]*\??\") (?:is|was|means|are|were|can|should|will|has)\b[^“”\"?]*$")
CONJUNCTION = re.compile(r"^(?:and|but|so|yet|or)\b,?\s*", re.I)
_BULLETS = re.compile(r"(?:^|(?<!\s)\s+)(?:[•‣◦▪●–—*+-]|\(?\d{1,2}[.)]|Q\d{1,2}[.:)]?)\s+")
_SENTENCES = re.compile(r"(?:(?<=[.!?…])|(?<=[.!?…][\"”’)]))\s+(?=[\"“(]?[^\W_])")
_SHORT = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|[Dd]r|[Pp]rof|Mrs?|Ms|Mx|St|[Cc]a|vs|etc|e\.g|i\.e|approx|[Nn]o|max|min|incl|excl|esp|dept|"
    r"ext|tel|pp?|[JS]r)\.$"
)
_STOPS = ".!?…"
_DOTS = re.compile(r"(?:\.\s?){3,}|…+")
# "again. 😊": the sentence ends behind the picture.
_STOP_BEFORE_PICTURE = re.compile(r"(?<!\.)\.+(?=\s*[^\w\s.!?…,;:()\[\]\"'“”‘’<>/\\-]+\s*$)")
_MANY = re.compile(r"([!?.])\1+")
# Pictures and their modifiers.
_PICTURES = re.compile("[\u2190-\u21ff\u2300-\u23ff\u2600-\u27bf\u2b00-\u2bff\ufe0e\ufe0f\u200d\U0001f000-\U0001faff]")
_SMILE = re.compile(rf"(?:(?<!\s)\s*{_PICTURES.pattern}|(?<!\s)\s+(?:[:;=]['-]?[)(DPp]+|<3))+(?:\s*\.)?\s*$")
_PICTURE_BEFORE = re.compile(rf"^(?:{_PICTURES.pattern}\s*)+(?=\w)")
# "(!)" behind what surprised somebody.
_WONDER = re.compile(r"(?<!\s)\s*\([!?]+\)")


def plain(raw: str) -> str:
    """`raw` on one line: bullets and numbers of a list stay marked by line ends."""
    lines = (" ".join(_WONDER.sub("", line).split()) for line in raw.strip().splitlines())
    return "\n".join(_PICTURE_BEFORE.sub("", line) for line in lines if line)


def parts(words: str) -> list[str]:
    """The items of a list, or the sentences, of which `words` consist."""
    lines = words.split("\n")
    # One dash amid a line is no bullet: "there are jobs in tech – for linguists too".
    bulleted = _BULLETS.match(words) or len(lines) > 1 or len(_BULLETS.split(words)) > 2 or " + " in words
    pieces = [one for line in lines for one in (_BULLETS.split(line) if bulleted else [line]) if one.strip()]
    # "sobering, but useful" behind a semicolon is no item of a list.
    row = len(pieces) == 1 and not re.search(r"[.!?]\s|;[^;]*, but ", pieces[0])
    if row and pieces[0].count(";"):
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
    words = _MANY.sub(r"\1", _DOTS.sub(_dots, words).rstrip())
    if not words or words[-1] in _STOPS:
        return words
    return words if words[-1] in "”\"’']" and words[-2:-1] in [*_STOPS] else f"{words}."


def _dots(found: re.Match[str]) -> str:
    return "… " if found[0].endswith(" ") else "…"


def _without_smile(words: str) -> str:
    """`words` without the picture or smiley behind them, where anything stands before it."""
    return _SMILE.sub("", words) or words


def without_pictures(words: str) -> str:
    """`words` without the signs that nobody can say."""
    return re.sub(r"(?<!\s)\s+(?=[.,!?](?:\s|$))", "", " ".join(_PICTURES.sub("", words).split()))


# A new sentence, typed without its capital; before other words the stop may be that of a short form ("corp. law").
_NEXT_SENTENCE = re.compile(
    r"(?:(?<=[a-z]{3}\. )|(?<= (?:me|it|us)\. )|(?<=\d\d\. ))"
    r"(?:i|you|she|he|they|it|we|my|your|her|his|their|the|most|many|some|this|that|there|now|also|nobody|nothing|"
    r"everyone|everybody|because|but|not|don't|if|when)\b"
)


def bare(words: str) -> str:
    """`words` without the full stop at their end, without signs that lead nowhere, and "w/" written out."""
    words = _without_smile(_STOP_BEFORE_PICTURE.sub("", _WONDER.sub("", written_out(words))))
    words = _MANY.sub(r"\1", _DOTS.sub(_dots, words.strip()))
    return words.strip(" ,;:–—/\\\t").rstrip(". -")


def with_capitals(words: str) -> str:
    """`words` with a capital at the front of each sentence behind the first."""
    return _NEXT_SENTENCE.sub(lambda begun: begun[0][0].upper() + begun[0][1:], words)


def in_sentences(words: str) -> str:
    """`words` with a capital at the front of each sentence, where they are several."""
    words = with_capitals(words)
    # "iOS" keeps its own.
    return words[:1].upper() + words[1:] if len(sentences(words)) > 1 and not words[1:2].isupper() else words


def quoted(words: str) -> str:
    """`words` in quotation marks, as one sentence ends."""
    inner = "; ".join(_BULLETS.sub("", line, count=1) if _BULLETS.match(line) else line for line in words.split("\n"))
    inner = _without_smile(inner).strip()
    if len(inner) > 1 and inner[0] in '“"«„' and inner[-1] in '”"»“':
        inner = inner[1:-1].strip()
    inner = _MANY.sub(r"\1", _DOTS.sub(_dots, re.sub(r"[“”„«»\"]", "’", re.sub(r"(?:^|(?<=\s))[“\"„«]", "‘", inner))))
    inner = inner.rstrip(" ,;:-–—")
    return f"“{inner}”" if inner[-1:] in [*_STOPS] else f"“{inner}”."


def read(words: str, *, acts: bool = True) -> Typed:
    """What one phrase or sentence is, with its words as they stand inside another.

    In: `acts`, whether "sending it" and "to send it" are the act "send it"; otherwise they stay as they were typed.
    """
    words = bare(quieted(words))
    words = re.sub(r"^(?:that|because of|because|due to|owing to|as|since) (?=[\w“\"])", "", words, flags=re.I)
    low = _low(words)
    if _MORE_THAN.search(words):
        return Typed(Shape.OTHER, words)
    if not acts and words and _QUOTED_BEGIN.match(words):
        return Typed(Shape.CLAUSE, words)
    if _is_foreign(low):
        return Typed(Shape.OTHER, words)
    if (
        not low
        or "?" in _BRACKETED.sub("", words)
        or words[0] in _QUOTES
        or _NOTHING.fullmatch(words)
        or not is_latin(words)
    ):
        return Typed(Shape.OTHER, words)
    if not acts:
        advice = [word for word in low[1:3] if word not in BESIDE_VERBS]
        advised = low[0] == "to" and advice and (advice[0] in ACTS or acts_anew(advice[0]))
        if low[:2] == ["not", "to"] and len(low) > 2:
            return Typed(Shape.CLAUSE, re.sub(r"^not\s+to\s+", "don't ", words, flags=re.I))
        return Typed(Shape.CLAUSE, lowered(words[3:].lstrip() if advised else words))
    if _STATES.match(words):
        state = words.lower() if words.isupper() else f"{words[0].lower()}{words[1:]}"
        return Typed(Shape.CLAUSE, f"I’m {state}".replace("’", "'"))
    if low[0] == "not" and len(low) > 1 and (low[1] in ACTS or acts_anew(low[1])):
        return Typed(Shape.DEED, words[0].lower() + words[1:])
    if low[:2] == ["not", "to"] and len(low) > 2:
        return Typed(Shape.DEED, re.sub(r"^not\s+to\s+", "not ", words, flags=re.I))
    if low[0] == "to" and len(low) > 1 and low[1] not in DETERMINERS:
        return Typed(Shape.DEED, re.sub(r"^to\s+", "", words, flags=re.I))
    inside = lowered(words)
    if _COMPOUND.match(words):
        return Typed(Shape.THING, f"{article(low[0])} {inside}")
    having_done = low[0] in _HAVING_DONE or (low[0] in _DOING and not DETERMINERS & {*low[1:2]})
    if low[0].endswith("ing") and (base := without_ing(low[0])) and (having_done or not finite(low)):
        return Typed(Shape.DEED, base + and_again(words[len(low[0]) :]))
    if low[0] == "cold" and len(low) > 2 and low[1] in ACTS and low[2] in DETERMINERS:
        return Typed(Shape.DEED, inside)
    # "work called me in"
    if is_also_noun(low[0]) and low[1:3] and low[1].endswith("ed") and low[2:3] in (["me"], ["us"]):
        return Typed(Shape.CLAUSE, inside)
    if low[0] in ACTS and not is_noun(words, low) and words[len(low[0]) :][:1] != "-" and not _THANKED.fullmatch(words):
        return Typed(Shape.DEED, inside)
    if acts_anew(low[0]) or (acts and acts_on_something(words, low)):
        return Typed(Shape.DEED, words[0].lower() + words[1:])
    if low[0] in PASTS or (low[0].endswith("ed") and len(low) > 1 and low[1] in DETERMINERS | _BEHIND_A_PAST):
        return Typed(Shape.PAST, inside)
    if (base := without_s(low[0])) and (
        len(low) > 1 and low[1] in DETERMINERS | {"as", "at", "for", "in", "on", "with", "also", "always"}
    ):
        return Typed(Shape.HABIT, base + words[len(low[0]) :])
    if (low[0].partition("'")[0] in SUBJECTS and not words.startswith(("IT ", "US "))) or (
        says_something(_BRACKETED.sub("", words)) and _has_a_subject(words, low)
    ):
        return Typed(Shape.CLAUSE, inside)
    if _THAT_ONE.match(inside):
        return Typed(Shape.THING, f"the {inside}")
    return Typed(Shape.THING, f"{article(low[0])} {inside}" if _wants_article(words, low) else inside)


def _has_a_subject(words: str, low: list[str]) -> bool:
    """Whether a statement says who does it: "first gen like me, grew up in Fresno" does not."""
    before, comma, _behind = words.partition(",")
    named = before[:1].isupper() and not is_common(low[0])
    if not comma or low[0] in DETERMINERS | SUBORDINATE or named:
        return True
    return says_something(before)


def _wants_article(words: str, low: list[str]) -> bool:
    """Whether it is one of its kind, named without an article: "visit to the lab", "mock interview in May"."""
    if low[0] in _COUNTED:
        return True
    head = next((place for place, word in enumerate(low) if word in BEHIND_THING), len(low)) - 1
    return (
        0 < head < 3
        and low[head] in _COUNTED
        and low[0] not in DETERMINERS
        and (words[0].islower() or is_common(low[0]) or words[:2].isupper() or (head == 1 and "'" not in low[0]))
    )


# Behind these stands who does something, or to what: "letting me read it", "taking notes".
_HAVING_DONE = frozenset(["letting", "making", "helping", "watching", "seeing"])
# "driving test"
_COMPOUND = re.compile(
    r"(?:driving|swimming|training|moving|parenting|speaking|reading|writing|listening|cooking|dancing|sailing|skiing|"
    r"riding|hiring|teaching|mentoring|networking|testing|working|boarding|nursing|acting|drawing|painting|meeting) "
    r"(?:test|licen[cs]e|lesson|school|session|course|class|club|exam|week|program(?:me)?|workshop|group|event|trip|"
    r"competition|room|certificate)\b",
    re.I,
)
_DOING = frozenset(["taking", "giving", "sending", "showing", "writing", "asking"])


def article(word: str) -> str:
    """ "a" or "an", as `word` sounds."""
    low = word.lower()
    if re.match(r"(?:eu|uni(?![nm])|use|usu|one\b|once)", low):
        return "a"
    if word.isupper() and 1 < len(word) < 5:
        return "an" if low[0] in "aefhilmnorsx" else "a"
    return "an" if re.match(r"[aeiouäöüéè]|hour|honest|honou?r|heir", low) else "a"


_FOREIGN = word_list("foreign")
_ENGLISH = frozenset(["the", "and", "of", "to", "you", "your", "i", "my", "is", "are", "was", "that", "for", "with"])


def is_english(words: str) -> bool:
    """Whether it can be English: in Latin letters, and not in the words of another language."""
    # "ALS research at MIT" is English; of names nobody can tell.
    small = [word.replace("’", "'") for word in WORD.findall(words) if word.islower()]
    return not any(sign.isalpha() for sign in words) or (is_latin(words) and not _is_foreign(small))


def _is_foreign(low: list[str]) -> bool:
    """Whether it is written in another language than English, in Latin letters."""
    several = sum(word in _FOREIGN for word in low)
    return several > 1 and several * 4 >= len(low) and not _ENGLISH & {*low}


def link_of(words: str) -> str:
    """What joins a part to the one before it: "but", where it begins so."""
    found = CONJUNCTION.match(words)
    return found[0].strip(" ,").lower() if found else "and"


def joint(place: int, of: int, link: str, shape: Shape) -> str:
    """What stands before part number `place`: ", " in a list, " and " before its last one."""
    if place < of - 1:
        return ", "
    return f", {link} " if shape is Shape.CLAUSE or of > 2 else f" {link} "


def is_a_thing(words: str) -> bool:
    """Whether `words` begin as a thing does that is named, as an item of a list: "the coffee", "your advice"."""
    low = WORD.findall(CONJUNCTION.sub("", words).lower())
    return bool(low) and (low[0] in DETERMINERS or not words.rstrip().endswith("."))


def says_something(words: str) -> bool:
    """Whether `words` are a statement: they have a verb of their own."""
    return finite(_low(words))


def _low(words: str) -> list[str]:
    """The words of `words` in small letters; "in May" is no "may"."""
    return [word.lower().replace("’", "'") for word in WORD.findall(re.sub(r"(?<=\w )May\b", "month", words))]


def without_quotes(words: str) -> str:
    """`words` without what is quoted in them: a title, or what somebody else said."""
    return re.sub(r"[\"“][^\"“”]*[\"”]", "", words)


def is_latin(words: str) -> bool:
    letters = [sign for sign in words if sign.isalpha()]
    return sum(sign < "\u0250" or "\u1e00" <= sign < "\u2000" for sign in letters) * 2 > len(letters)
