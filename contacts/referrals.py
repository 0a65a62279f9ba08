"""Who led to whom: the referrals around one person, as a tree that can be drawn."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from contacts.models.questions import Edge

# Deeper and wider than any student's referrals, and still a page that can be read.
DEEPEST = 12
MOST_PEOPLE = 150


@dataclass
class Branch:
    """One person of the tree and whom they named; `here`: the person whose page it is."""

    pk: int
    name: str
    here: bool = False
    named: list["Branch"] = field(default_factory=list)


def around(pk: int, name: str, edges: Iterable[Edge]) -> Branch | None:
    """The people who led to `pk`, one inside the other, and below them everybody whom `pk` led to.

    None where nobody named them and they named nobody.
    """
    edges = list(edges)
    below = _downwards(Branch(pk, name, here=True), edges)
    by = {edge.pk: edge for edge in edges}
    top, seen = below, {pk}
    while (edge := by.get(top.pk)) and edge.by not in seen and len(seen) < DEEPEST:
        seen.add(edge.by)
        top = Branch(edge.by, edge.by_name, named=[top])
    return top if top is not below or below.named else None


def _downwards(root: Branch, edges: list[Edge]) -> Branch:
    named: defaultdict[int, list[Edge]] = defaultdict(list)
    for edge in edges:
        named[edge.by].append(edge)
    seen, level = {root.pk}, [root]
    for _ in range(DEEPEST):
        for branch in level:
            fresh = [edge for edge in named[branch.pk] if edge.pk not in seen][: MOST_PEOPLE - len(seen)]
            branch.named = [Branch(edge.pk, edge.name) for edge in fresh]
            seen.update(edge.pk for edge in fresh)
        level = [below for branch in level for below in branch.named]
    return root
