"""With which words a turn of phrase can begin, so that few have to be tried."""

import re

from coach.reading.brackets import MAY_MISS, TIMES, group

_HEAD = re.compile(r"[\w']+")
_FLAT = re.compile(r"\(([\w' |]+)\)(?= |$)")
_CHOICE_HEAD = re.compile(r"(?:^|\|)([\w']*)")


def first_words(line: str) -> set[str]:
    """The words with which a text that fits `line` can begin, without apostrophes.

    Raises ValueError where it could begin with any word.
    """
    if flat := _FLAT.match(line):
        return set(_CHOICE_HEAD.findall(flat[1].replace("'", "")))
    head = _HEAD.match(line)
    lead, rest = (head[0], line[head.end() :]) if head else ("", line)
    if rest.startswith("?"):
        return first_words(lead + rest[1:]) | first_words(lead[:-1] + rest[1:])
    if rest.startswith("-?"):
        return first_words(lead + rest[2:]) | {lead}
    if rest.startswith("(") and not rest.startswith("(?"):
        inner, after = group(rest)
        optional = after.startswith(MAY_MISS)
        if times := TIMES.match(after):
            after = after[times.end() :]
        choices = [*inner, ""] if optional else inner
        return set().union(*(first_words(lead + choice + after) for choice in choices))
    if not lead or rest[:1] in {"\\", "[", "*", "+", "{"}:
        raise ValueError(f"A line must begin with words: {line!r}")
    return {lead.replace("'", "")}
