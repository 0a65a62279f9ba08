"""Lists as people paste them, with bullets, dashes, numbers, letters or tabs."""

import re

# What is longer, or has more items, is a paste by mistake; nobody wants so many things at once.
LONGEST, MOST = 30_000, 60
# Signs that begin an item whether or not a blank follows: bullets, boxes, ticks, arrows, stars, those of Word's fonts.
_BULLETS = "•‣◦▪▫●○■□▸►⁃∙➢➤✓✔☐☑\uf0a7\uf0b7\uf0d8"
# What one line of a list begins with: a bullet, a dash, a number, a letter, "Q1"; in brackets or with a stop behind it.
_MARK = re.compile(
    rf"(?:[{_BULLETS}]\ufe0f?[ \t]*|[-–—*+>·][ \t]+|o\t[ \t]*"
    r"|[(\[（]?(?:Q ?)?\d{1,3}[.):\]．、）](?!\d)[ \t]*|Q\d{1,2}[ \t]+"
    r"|[(\[]?(?:[^\W\d_]|[ivx]{2,4}|[IVX]{2,4})[.)\]][ \t]+)"
)
# What each of several lines begins with, and a sentence may begin with too: dashes without a blank, boxes, ticks,
# arrows, stars, signs of Word's own fonts; numbers in circles, of two levels, without a stop, behind a word.
_SIGNS = "‧・･❥❧☙☒✓-✗■-◿☆★➔-➾⇒→❖⚪⚫⬛-⬤⭐⦾⦿👆-👉🔘-🔻🟠-🟫✅✦-✯\ue000-\uf8ff"
_MARKS = re.compile(
    rf"(?:{_MARK.pattern}|[{_SIGNS}]\ufe0f?[ \t]*|[-–—―−‐‑*+>»›·~=_#]{{1,2}}[ \t]+|[-–—](?=[^\W\d_])"
    r"|[0-9]{1,2}\ufe0f?\u20e3[ \t]*|[\u2460-\u24ff\u2776-\u2793\u3220-\u3243\u3251-\u325f][.)]?[ \t]*"
    r"|(?:\*\*|__)\d{1,3}[.):]?(?:\*\*|__)[ \t]*|\d{1,3}(?:\.\d{1,2}){1,3}[.)]?[ \t]+|\d{1,3}(?:\t|[ \t]?[-–—][ \t]+)"
    r"|(?:Question|Frage|Pregunta|Domanda|No|Nr)\.? ?\d{1,2}[.:)]?[ \t]+|[QF]:[ \t]+)(?:\[[ xX]?\][ \t]*)?"
)
# The same on one line, as a field of one line leaves it of what was pasted.
_BULLET_INSIDE = re.compile(rf"[{_BULLETS}]")
_NUMBER_INSIDE = re.compile(r"(?:^|(?<=[\s?.!]))[(\[]?(\d{1,2})[.)\]][ \t]+")


def unmarked(line: str) -> str:
    """`line` without what it began with as one of a list."""
    return _without(_MARK, line)


def _without(marks: re.Pattern[str], line: str) -> str:
    line = line.strip()
    mark = marks.match(line)
    return line[mark.end() :].strip() if mark else line


def items_of(text: str) -> list[str]:
    """The items of a list that `text` is, each on one line and without its mark; none where it is no list.

    In: tidied words (core/text.py). A line that ends with a colon above the first item is its heading and no item.
    """
    if len(text) > LONGEST:
        return []
    found = _items(text)
    return found if len(found) <= MOST else []


def _items(text: str) -> list[str]:
    lines = [line for line in text.split("\n") if line.strip()]
    if sum(_MARKS.match(line.lstrip()) is not None for line in lines) > 1:
        return _marked(lines)
    cells = [cell.strip() for line in lines for cell in line.split("\t") if cell.strip()]
    if len(cells) > 1 and all(cell.endswith(("?", "？", "؟")) for cell in cells):
        return [unmarked(cell) for cell in cells]
    return _inside(" ".join(text.split()))


def _marked(lines: list[str]) -> list[str]:
    """One item for each mark; a line without one goes on with the item above it."""
    items: list[list[str]] = []
    begun = False
    for line in lines:
        if _MARKS.match(line.lstrip()):
            begun = True
            items.append([_without(_MARKS, line)])
        elif begun:
            items[-1].append(line)
        elif not line.rstrip().endswith(":"):
            items.append([line])
    return [item for item in (" ".join(" ".join(pieces).split()) for pieces in items) if item]


def _inside(line: str) -> list[str]:
    """The items of a list whose lines were run together."""
    parts = [part.strip() for part in _BULLET_INSIDE.split(line)]
    if len(parts) > 2:
        return [part for part in parts if part and not part.endswith(":")]
    marks = list(_NUMBER_INSIDE.finditer(line))
    begins = bool(marks) and line[: marks[0].start()].strip()[-1:] in {"", ":"}
    if begins and len(marks) > 1 and [int(mark[1]) for mark in marks] == list(range(1, len(marks) + 1)):
        ends = [*(mark.start() for mark in marks[1:]), len(line)]
        return [part for mark, end in zip(marks, ends, strict=True) if (part := line[mark.end() : end].strip())]
    return []
