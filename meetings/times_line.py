"""The sentence of a request that names the times on offer: which one was put into a letter, and what takes its place.

A letter remembers each sentence that was put into it, with the list of the times in it (`Put`): a zone may have
changed since, and the student may have written the same times in a sentence of their own, which nothing rewrites.
"""

import re
from collections.abc import Iterable, Sequence

from coach.facts import Facts
from coach.wording import either, fewer_windows, first_window, offered, windows
from meetings.link_line import LINE, SIGNATURE

# A sentence as it was put in, and the list of the times in it.
Put = Sequence[str]
MOST_PUT = 20
# How our short sentence ended, in letters of before.
_OR_ANOTHER = ", or another time."
_OURS = "For example, I'm free on"
_END = re.compile(r"[.!?…](?:[^\S\n]|$)|\n")
# A full stop behind these ends no sentence.
_ABBREVIATED = re.compile(r"\b(?:prof|dr|mr|mrs|ms|st|no|nr|approx|vs|e\.g|i\.e|z\.b|[a-z])\.$", re.IGNORECASE)


def named(body: str, times: Sequence[str]) -> bool:
    """Whether `body` names all of these `times`, as they are said in words, or has our short sentence about them."""
    return bool(times) and (says_first(body, times) or all(names_any(body, [one]) for one in times))


def says_first(body: str, times: Sequence[str]) -> bool:
    """Whether our sentence about all of `times`, or the first of them, stands in `body`."""
    return any(sentence in body for sentence, _words in _sentences(times))


def names_any(body: str, times: Iterable[str]) -> bool:
    """Whether any of `times`, as they are said in words, stands whole in `body`."""
    return any(_names(body, one) for one in times)


def _names(body: str, one: str) -> bool:
    """Whether `body` names this time: with its clock, or beside others whose clock is named once behind them."""
    if re.search(rf"(?<!\w){re.escape(one)}(?!\w)", body):
        return True
    day, _comma, clock = one.rpartition(", ")
    once = rf"(?<!\w){re.escape(day)}(?!\w)(?:, | or )?[^().]{{0,120}}\((?:all|both) {re.escape(clock)}\)"
    return bool(day and re.search(once, body))


def put_into(body: str, times: Sequence[str]) -> list[str] | None:
    """The sentence of a drafted `body` about `times`: one of ours, or that of a centre's own text with their list."""
    if not times:
        return None
    ours = next((put for put in _sentences(times) if put[0] in body), None)
    if ours:
        return ours
    words = either(times)
    above, there, below = body.partition(words)
    if not there:
        return None
    first = max((end.end() for end in _END.finditer(above) if _ends(above, end)), default=0)
    last = next((end.start() + 1 for end in _END.finditer(below) if _ends(below, end)), len(below))
    return [above[first:].lstrip() + words + below[:last].rstrip(), words]


def _ends(body: str, end: re.Match[str]) -> bool:
    """Whether a sentence of `body` ends at `end`, and no abbreviation."""
    return not _ABBREVIATED.search(body, max(end.start() - 8, 0), end.start() + 1)


def remembered(put: Sequence[Put], newest: Put | None) -> list[list[str]]:
    """`put` with the `newest` behind the others, as far as there is one."""
    if newest is None:
        return [[*one] for one in put]
    return [*([*one] for one in put if [*one] != [*newest]), [*newest]][-MOST_PUT:]


def exchanged(body: str, put: Iterable[Put], times: Sequence[str]) -> tuple[str, list[str] | None]:
    """`body` with a sentence about `times` in the place of the latest of `put` that stands there, and that sentence.

    Without times the sentence goes; a list that stands alone stays, for what stands around it would lead nowhere.
    """
    for was in reversed([*put]):
        at = _place(body, was[0])
        if at is not None:
            now = _renewed(was, times)
            behind = body[at + len(was[0]) :]
            return (body[:at] + now[0] + behind, now) if now else (_without(body, at, was), None)
    return body, None


def with_times(body: str, times: Sequence[str]) -> tuple[str, list[str]]:
    """`body` with our sentence about `times` above the line of the link or the signature, or behind it; and that."""
    ours = _sentences(times)[0]
    end = next((end for end in (f"\n\n{LINE}", SIGNATURE) if end in body), "")
    above, end, below = body.rpartition(end) if end else (body.rstrip(), "", "")
    return f"{above}\n\n{ours[0]}{end}{below}", ours


def _sentences(times: Sequence[str]) -> list[list[str]]:
    """Ours about `times`, the longest first, each with the list of the times in it; none without times."""
    facts = Facts(student="", contact="", windows=tuple(times))
    ours = (windows(facts), fewer_windows(facts), first_window(facts))
    return [[one, offered(times[:most])] for one, most in zip(ours, (None, 2, 1), strict=True)] if times else []


def _renewed(was: Put, times: Sequence[str]) -> list[str] | None:
    sentence, words = was
    if not times:
        return None
    if sentence.endswith(_OR_ANOTHER):
        return _sentences(times)[-1]
    # A list of ours names the clock once; in a text of the centre's own each time has its own.
    listed = offered(times) if words.endswith(")") or sentence.startswith(_OURS) else either(times)
    return [sentence.replace(words, listed, 1), listed]


def _place(body: str, sentence: str) -> int | None:
    """Where `sentence` begins in `body` as a sentence of its own, and not as a part of another one."""
    for found in re.finditer(re.escape(sentence), body):
        above, below = body[: found.start()].rstrip(" \t"), body[found.end() :].lstrip(" \t")
        begins = not (above[-1:].isalnum() or above.endswith((",", ";")))
        if begins and (sentence.endswith((".", "!", "?", "…")) or below[:1] in {"", "\n"}):
            return found.start()
    return None


def _without(body: str, at: int, was: Put) -> str:
    sentence, words = was
    if sentence == words:
        return body
    above, below = body[:at], body[at + len(sentence) :]
    if above.endswith(" "):
        return above[:-1] + below
    if below.startswith(" "):
        return above + below[1:]
    return above.removesuffix("\n").removesuffix("\n") + below
