"""The sentence of a request that names the times on offer: where ours stands in a letter, and what takes its place."""

from collections.abc import Sequence
from itertools import combinations

from coach.facts import Facts
from coach.wording import either, first_window, windows
from meetings.link_line import LINE, SIGNATURE


def named(body: str, times: Sequence[str]) -> bool:
    """Whether `body` names these `times`, as they are said in words, in a sentence of ours or as one list."""
    return bool(times) and any(words in body for words in (*_sentences(times), either(times)))


def exchanged(body: str, before: Sequence[str], after: Sequence[str]) -> str:
    """`body` with our sentence about the times `after` in the place of ours about any of `before`; all else stays.

    Without times the sentence goes. Where a centre's own text has the list, the list is exchanged.
    """
    for many in range(len(before), 0, -1):
        for some in combinations(before, many):
            for was, now in zip(_sentences(some), _sentences(after), strict=True):
                if was in body:
                    return body.replace(was, now, 1) if now else _without(body, was)
    return body.replace(either(before), either(after), 1) if before and after else body


def with_times(body: str, times: Sequence[str]) -> str:
    """`body` with our sentence about `times` above the line of the link or the signature, or behind it."""
    [sentence, _short] = _sentences(times)
    end = next((end for end in (f"\n\n{LINE}", SIGNATURE) if end in body), "")
    above, end, below = body.rpartition(end) if end else (body.rstrip(), "", "")
    return f"{above}\n\n{sentence}{end}{below}"


def _sentences(times: Sequence[str]) -> tuple[str, str]:
    """Ours about `times`, and the short one; both empty without times."""
    facts = Facts(student="", contact="", windows=tuple(times))
    return windows(facts), first_window(facts)


def _without(body: str, sentence: str) -> str:
    places = (f" {sentence}", f"{sentence} ", f"\n\n{sentence}", sentence)
    return body.replace(next(place for place in places if place in body), "", 1)
