"""A centre's own text with slots, filled with facts: what is not known takes its sentence along, and no gap is left.

A text is words, not a language: a brace is a slot of coach.slots or it is nothing, and nothing in it is ever run.
"""

import re
from dataclasses import replace

from coach.drafts import DEFAULTS, SPOKEN, Draft, draft
from coach.facts import Facts
from coach.policy import Policy
from coach.slots import SLOTS, known

# A run of braces with what stands between; a lone brace counts too.
_BRACES = re.compile(r"\{+(?:[^{}\n]*\}+)?|\}+")
_PARAGRAPHS = re.compile(r"\n[^\S\n]*+(?:\n[^\S\n]*+)+")
_SENTENCE_END = re.compile(r"(?<![.!?…])[.!?…]++[\"'”’»)]*+\s++")
_ABBREVIATION = re.compile(
    r"(?:^\d+|(?:^|[\s(])(?:[A-Z]|(?:[A-Za-z]\.)+[A-Za-z]|[Dd]r|[Pp]rof|Mrs?|Ms|Mx|St|Tel|[Cc]a|vs|cf|etc))\.$"
)
_LONGEST_ABBREVIATION = 12
_LIST = re.compile(r"(?:[-–•*]|(?<!\d)\d+[.)])\s")
_LONE_SLOT = re.compile(r"\{(\w+)\}[.!?]?\s+")
_STOPS = ".!?…"


def unknown(text: str) -> tuple[str, ...]:
    """What stands in braces in `text` and is no slot, as it was typed, each once: "{nonsense}", "{{ x }}", "{"."""
    return tuple(dict.fromkeys(piece for piece in _BRACES.findall(text) if not _slot(piece)))


def fill(text: str, facts: Facts) -> str:
    """`text` with the words of `facts` in its slots.

    A sentence with a slot that has no words goes, and with it a line or a paragraph that is empty then; a first line
    that greets keeps a greeting. Out: a text without braces; empty where nothing is left.
    """
    words = known(facts)
    first, _, rest = text.strip().partition("\n")
    greets = first.rstrip().endswith(",") and not _put(first.strip(), words)
    if not greets:
        return _joined(text, words)
    name = words["addressed"]
    hello = f"Dear {name}," if name else "Good day,"
    below = _joined(rest, words)
    return f"{hello}\n{below}" if below and rest.split("\n", 1)[0].strip() else f"{hello}\n\n{below}".strip()


def compose(occasion: str, channel: str, facts: Facts, policy: Policy = DEFAULTS, own: Draft | None = None) -> Draft:
    """The message to begin from: the centre's `own` text where it has one, otherwise coach.drafts.draft.

    Where nothing of it is left, and where a close or a reminder follows a "no" or a "later", ours stands: a centre
    writes these for those who did not answer. Raises KeyError for an unknown occasion.
    """
    ours = draft(occasion, channel, facts, policy)
    if own is None or (occasion in {"close", "nudge"} and facts.answer in {"no", "later"}):
        return ours
    subject = " ".join(fill(own.subject, facts).split()) if channel == "email" else ""
    return Draft(subject[:200] or ours.subject, fill(own.body, facts) or ours.body)


def begin(occasion: str, channel: str, policy: Policy = DEFAULTS) -> Draft:
    """Our text for `occasion` by `channel`, with slots where it has facts: what a centre may begin from."""
    marked = _MARKED if occasion == "report" else replace(_MARKED, met="")
    # Aloud nobody is "writing because": there how they know each other is the reason to begin from.
    marked = replace(marked, why_them="") if channel in SPOKEN else marked
    written = draft(occasion, channel, marked, policy)
    return Draft(_slotted(written.subject, marked), _slotted(written.body, marked))


def _slot(piece: str) -> str:
    """The name of the slot that `piece` is; empty for any other braces."""
    name = piece[1:-1]
    return name if name in SLOTS and piece == f"{{{name}}}" else ""


def _joined(text: str, words: dict[str, str]) -> str:
    paragraphs = (_filled(paragraph, words) for paragraph in _PARAGRAPHS.split(text.strip()))
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


def _filled(paragraph: str, words: dict[str, str]) -> str:
    lines = (
        " ".join(filter(None, (_put(sentence, words) for sentence in _sentences(line)))) for line in _lines(paragraph)
    )
    return "\n".join(line for line in lines if line)


def _lines(paragraph: str) -> list[str]:
    """The lines of `paragraph`; those over which a sentence goes on stay together."""
    kept: list[str] = []
    above = ""
    for line in map(str.strip, paragraph.split("\n")):
        open_end = len(above.split()) > 2 and (above[-1].islower() or above[-1] == ":")
        goes_on = open_end or (line[:1].islower() and not above.endswith(","))
        if kept and goes_on and not _LIST.match(line):
            kept[-1] += f"\n{line}"
        else:
            kept.append(line)
        above = line
    return kept


def _sentences(line: str) -> list[str]:
    """The sentences of `line`; a slot that is a sentence of its own stands alone."""
    found, start = [], 0
    for end in _SENTENCE_END.finditer(line):
        before = line[max(start, end.start() - _LONGEST_ABBREVIATION) : end.start() + 1]
        if not line[end.end() : end.end() + 1].islower() and not _ABBREVIATION.search(before):
            found.append(line[start : end.end()].strip())
            start = end.end()
    found.append(line[start:].strip())
    return [part for sentence in found for part in _apart(sentence)]


def _apart(sentence: str) -> list[str]:
    parts = []
    while (lone := _LONE_SLOT.match(sentence)) and lone[1] in SLOTS and SLOTS[lone[1]].whole:
        if sentence[lone.end() : lone.end() + 1].islower():
            break
        parts.append(lone[0].strip())
        sentence = sentence[lone.end() :]
    return [*parts, sentence]


def _put(sentence: str, words: dict[str, str]) -> str:
    """One sentence with its slots filled; empty where one of them has no words."""
    pieces, at = [], 0
    for piece in _BRACES.finditer(sentence):
        name = _slot(piece[0])
        value = words.get(name, "")
        if not value:
            return ""
        after = sentence[piece.end() :]
        if not piece.start() and after and "://" not in value:
            value = value[0].upper() + value[1:]
        pieces += [sentence[at : piece.start()], _fitted(value, after, whole=SLOTS[name].whole)]
        at = piece.end()
    return "".join([*pieces, sentence[at:]])


def _fitted(value: str, after: str, *, whole: bool) -> str:
    """`value` without its own full stop where the sentence has one or goes on."""
    next_sign = after.lstrip()[:1]
    goes_on = whole and (next_sign.islower() or (next_sign and not after[0].isspace()))
    return (value.rstrip(_STOPS) or value) if goes_on or (after[:1] and after[0] in _STOPS) else value


def _slotted(text: str, marked: Facts) -> str:
    # The longest words first: a sentence is found before the name in it.
    found = sorted(((name, words) for name, words in known(marked).items() if words), key=lambda pair: -len(pair[1]))
    for name, words in found:
        text = text.replace(words, f"{{{name}}}")
    return text


def _mark(name: str) -> str:
    """A word that no text holds (private-use characters), by which a fact is found again in a draft."""
    return f"\ue000{name}\ue001"


_MARKED = Facts(
    student=_mark("student"),
    contact=_mark("contact"),
    addressed=_mark("addressed"),
    programme=f"BSc {_mark('studies')}",
    phone=_mark("phone"),
    link=_mark("link"),
    role=_mark("role"),
    organisation=_mark("organisation"),
    field=_mark("field"),
    known="event",
    known_words=_mark("known"),
    met=_mark("met"),
    why_them=_mark("why"),
    goal_kind="field",
    goal_subject=_mark("goal"),
    minutes=7919,
    windows=(_mark("one"), _mark("two")),
    asked_on=_mark("asked"),
    starts=_mark("starts"),
    starts_on=_mark("day"),
    starts_aloud=_mark("starts"),
    mode="in_person",
    place=_mark("place"),
    reason=_mark("reason"),
    held_on=_mark("held"),
    thanks_line=_mark("thanks"),
    learned=_mark("learned"),
    next_step=_mark("next"),
    promise=_mark("promise"),
    offer=_mark("offer"),
    named=_mark("named"),
)
