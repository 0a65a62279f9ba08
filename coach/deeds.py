"""An act as a sentence needs it: sent to the reader, or with -ing."""

import re

from coach.capitals import lowered, quieted
from coach.person import speaks_to
from coach.typed import Shape, Typed, bare
from coach.verbs import with_ing

_SENDING = re.compile(
    r"(?:send|show|lend|forward|give|email|bring) (?!(?:you|me|her|him|off|out|in|back|round|over|up)\b)"
    r"(?!.*\bto (?:you|me|my|the|her|his|their|[A-Z]))",
)
# "meet again in spring", "call in January"
_WITH_THEM = re.compile(
    r"(?:meet|call|email|visit|write|see|update|message)(?=$| (?:again|in (?:[A-Z]|a\b|the\b|spring|summer|autumn|"
    r"winter|\w+ weeks)|"
    r"after (?!you\b)|before|when|as soon|next|back|once)\b)"
)
_OFFERED = re.compile(
    r"^(?P<fact>(?:she|he|they|you) (?:knows?|works?|runs?|teach(?:es)?|ha(?:s|ve)) [^,.;!?\n]+?),? and "
    r"(?:offered|promised|agreed) to (?P<deed>\w[^.;!?\n]+)$",
    re.I,
)
# What everybody has one of: "send CV".
_ONE_OF_MINE = re.compile(r"^(?:CV|résumé|resume|transcript|portfolio|cover letter|poster|thesis|slides)\b", re.I)


def as_an_offer(words: str) -> str:
    """ "He knows someone there and offered to ask" is an offer to ask, since he knows someone there."""
    found = _OFFERED.match(bare(words))
    return f"{found['deed']}, since {found['fact'][0].lower()}{found['fact'][1:]}" if found else words


def to_you(typed: Typed) -> Typed:
    """ "send the article" is "send you the article", where nobody is named to whom it goes."""
    if typed.shape is Shape.DEED and (met := _WITH_THEM.match(typed.words)):
        return Typed(Shape.DEED, f"{met[0]} {'to ' if met[0] == 'write' else ''}you{typed.words[met.end() :]}")
    if typed.shape is not Shape.DEED or not _SENDING.match(typed.words) or speaks_to(typed.words):
        return typed
    act, _space, what = typed.words.partition(" ")
    what = f"my {what}" if _ONE_OF_MINE.match(what) else what
    return Typed(Shape.DEED, f"{act} {what} to you" if what in {"it", "them"} else f"{act} you {what}")


def as_ing(typed: Typed, as_typed: str) -> Typed:
    if typed.shape is not Shape.DEED:
        return typed
    if re.match(r"(?:not )?\w+ing\b", as_typed, re.I):
        return Typed(Shape.DEED, lowered(bare(quieted(as_typed))))
    act, space, rest = typed.words.partition(" ")
    return Typed(Shape.DEED, f"{with_ing(act.lower())}{space}{rest}")
