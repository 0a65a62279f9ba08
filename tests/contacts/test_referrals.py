"""Who led to whom."""

from contacts.models.questions import Edge
from contacts.referrals import DEEPEST, MOST_PEOPLE, Branch, around


def flat(branch: Branch | None) -> object:
    return branch and (branch.name, [flat(below) for below in branch.named])


def edge(pk: int, by: int) -> Edge:
    return Edge(pk, f"p{pk}", by, f"p{by}")


def test_draws_nothing_for_somebody_alone() -> None:
    assert around(1, "p1", []) is None
    assert around(1, "p1", [edge(3, 2)]) is None


def test_draws_the_line_upwards_and_everybody_below() -> None:
    edges = [edge(2, 1), edge(3, 2), edge(4, 3), edge(5, 3), edge(6, 2)]
    assert flat(around(3, "p3", edges)) == ("p1", [("p2", [("p3", [("p4", []), ("p5", [])])])])


def test_a_circle_ends() -> None:
    edges = [edge(1, 2), edge(2, 1)]
    assert flat(around(1, "p1", edges)) == ("p2", [("p1", [("p2", [])])])


def test_stays_within_what_can_be_read() -> None:
    line = [edge(n + 1, n) for n in range(1, 100)]
    wide = [edge(n, 1) for n in range(2, 1000)]

    def depth(branch: Branch | None) -> int:
        return 1 + max((depth(below) for below in branch.named), default=0) if branch else 0

    assert depth(around(1, "p1", line)) == DEEPEST + 1
    assert depth(around(100, "p100", line)) == DEEPEST
    found = around(1, "p1", wide)
    assert found is not None
    assert len(found.named) == MOST_PEOPLE - 1
