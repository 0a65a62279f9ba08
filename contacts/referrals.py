"""Who led to whom: the referrals around one person, or of everybody, as trees that can be drawn."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from contacts.models.questions import Edge

# Deeper and wider than any student's referrals, and still a page that can be read.
DEEPEST = 12
MOST_PEOPLE = 150


@dataclass
class Branch:
    """One person of a tree and whom they named; `here`: the person whose page it is; `more`: named, and not drawn."""

    pk: int
    name: str
    here: bool = False
    named: list["Branch"] = field(default_factory=list)
    more: int = 0


@dataclass(frozen=True)
class Network:
    """The trees of everybody who named somebody or was named: as many people as can be read, of all there are."""

    trees: list[Branch]
    shown: int
    people: int

    @property
    def left_out(self) -> int:
        return self.people - self.shown


def around(pk: int, name: str, edges: Iterable[Edge]) -> Branch | None:
    """The people who led to `pk`, one inside the other, and below them everybody whom `pk` led to.

    None where nobody named them and they named nobody.
    """
    edges = list(edges)
    below = _grown(Branch(pk, name, here=True), _by_referrer(edges), set())
    by = {edge.pk: edge for edge in edges}
    top, seen = below, {pk}
    while (edge := by.get(top.pk)) and edge.by not in seen and len(seen) < DEEPEST:
        seen.add(edge.by)
        top = Branch(edge.by, edge.by_name, named=[top])
    return top if top is not below or below.named else None


def network(edges: Iterable[Edge]) -> Network:
    """Everybody of `edges`, a tree for each person whom nobody named and for each ring; first those who named most."""
    edges = list(edges)
    named, tops = _by_referrer(edges), _tops(edges)
    trees, seen = [], set[int]()
    for pk in sorted(tops, key=lambda pk: -len(named[pk])):
        if len(seen) < MOST_PEOPLE:
            trees.append(_grown(Branch(pk, tops[pk]), named, seen))
    return Network(trees, len(seen), len({pk for edge in edges for pk in (edge.pk, edge.by)}))


def below(pk: int, name: str, edges: Iterable[Edge]) -> Network:
    """Whom the person `pk` led to, they themselves first."""
    named, seen = _by_referrer(edges), set[int]()
    tree = _grown(Branch(pk, name, here=True), named, seen)
    reached, level = {pk}, [pk]
    while level := [edge.pk for by in level for edge in named[by] if edge.pk not in reached]:
        reached.update(level)
    return Network([tree] if tree.named else [], len(seen), len(reached))


def _by_referrer(edges: Iterable[Edge]) -> defaultdict[int, list[Edge]]:
    named: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        named[edge.by].append(edge)
    return named


def _tops(edges: list[Edge]) -> dict[int, str]:
    """The names of those with whom a tree begins: whom nobody named, and one of each ring, who named each other."""
    by = {edge.pk: edge for edge in edges}
    tops = {edge.by: edge.by_name for edge in edges if edge.by not in by}
    passed = set[int]()
    for edge in edges:
        line, at = set[int](), by.get(edge.pk)
        while at and at.pk not in passed:
            passed.add(at.pk)
            line.add(at.pk)
            at = by.get(at.by)
        if at and at.pk in line:
            tops[at.pk] = at.name
    return tops


def _grown(root: Branch, named: defaultdict[int, list[Edge]], seen: set[int]) -> Branch:
    """`root` with everybody below it, as far as there is room beside whom was `seen` already."""
    seen.add(root.pk)
    level = [root]
    for depth in range(DEEPEST + 1):
        for branch in level:
            fresh = [edge for edge in named[branch.pk] if edge.pk not in seen]
            room = MOST_PEOPLE - len(seen) if depth < DEEPEST else 0
            branch.named = [Branch(edge.pk, edge.name) for edge in fresh[:room]]
            branch.more = len(fresh[room:])
            seen.update(edge.pk for edge in fresh[:room])
        level = [below for branch in level for below in branch.named]
    return root
