"""Who led to whom as a drawing: from left to right, and one line for each person at whom a branch ends."""

import re
import unicodedata
from dataclasses import dataclass, field

from contacts.referrals import Branch

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# In pixels: the box of a person, which a finger hits, and what lies between two of them.
WIDE, HIGH = 208, 44
ACROSS, DOWN = WIDE + 48, HIGH + 12
EDGE = 8
# Letters that a box holds; those of East Asia count twice, wide ones half again.
MOST_LETTERS = 24


@dataclass(frozen=True)
class Box:
    """A person at their place; or, where `more`, how many others they named, who are not drawn."""

    pk: int
    name: str
    x: int
    y: int
    here: bool = False
    more: int = 0

    @property
    def words(self) -> str:
        """As much of the name as fits; the whole stands in the list below the drawing."""
        if sum(map(_width, self.name)) <= MOST_LETTERS:
            return self.name
        kept, room = "", MOST_LETTERS - 1.0
        for sign in self.name:
            room -= _width(sign)
            if room < 0:
                break
            kept += sign
        return f"{kept.rstrip()}…"

    @property
    def middle(self) -> tuple[int, int]:
        return self.x + WIDE // 2, self.y + HIGH // 2


@dataclass
class Drawing:
    """Boxes and the lines between them, on a sheet of `width` and `height` pixels."""

    boxes: list[Box] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    rows: int = 0

    wide, high = WIDE, HIGH

    @property
    def width(self) -> int:
        return max((box.x for box in self.boxes), default=0) + WIDE + EDGE

    @property
    def height(self) -> int:
        return self.rows * DOWN + EDGE

    def put(self, branch: Branch, depth: int = 0) -> Box:
        """Draw `branch` beside the middle of those whom they named, and these below one another."""
        at = len(self.boxes)
        ends = [self.put(below, depth + 1) for below in branch.named]
        if branch.more:
            ends.append(self._end(branch, depth + 1, more=branch.more))
        if not ends:
            return self._end(branch, depth)
        box = Box(branch.pk, _drawable(branch.name), EDGE + depth * ACROSS, (ends[0].y + ends[-1].y) // 2, branch.here)
        # Who named somebody stands before them, for whoever walks from link to link.
        self.boxes.insert(at, box)
        self.lines += [_line(box, end) for end in ends]
        return box

    def _end(self, branch: Branch, depth: int, more: int = 0) -> Box:
        here = branch.here and not more
        box = Box(branch.pk, _drawable(branch.name), EDGE + depth * ACROSS, EDGE + self.rows * DOWN, here, more)
        self.rows += 1
        self.boxes.append(box)
        return box


def drawing(trees: list[Branch]) -> Drawing:
    """The `trees`, one below the other."""
    made = Drawing()
    for tree in trees:
        made.put(tree)
    return made


def _drawable(name: str) -> str:
    """`name` without the letters that no XML may hold ("Char"), which one stored earlier may have."""
    return _NOT_IN_XML.sub("", name)


def _line(box: Box, end: Box) -> str:
    """The path from the right side of `box` to the left side of `end`, as SVG writes it."""
    x, y, bend = box.x + WIDE, box.y + HIGH // 2, (ACROSS - WIDE) // 2
    return f"M{x} {y}C{x + bend} {y} {x + bend} {end.y + HIGH // 2} {end.x} {end.y + HIGH // 2}"


def _width(sign: str) -> float:
    if unicodedata.combining(sign):
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 2
    return 1.5 if sign in "mwMW@" or sign.isupper() else 1
