"""Who suggested who."""

from contacts.drawing import ACROSS, DOWN, EDGE, drawing
from contacts.models.questions import Edge
from contacts.referrals import DEEPEST, MOST_PEOPLE, Branch, around, below, network


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


def test_everybody_stands_in_one_tree_for_each_person_whom_nobody_named() -> None:
    found = network([edge(2, 1), edge(4, 3), edge(5, 3), edge(6, 4)])
    assert [flat(tree) for tree in found.trees] == [
        ("p3", [("p4", [("p6", [])]), ("p5", [])]),
        ("p1", [("p2", [])]),
    ]
    assert (found.shown, found.people, found.left_out) == (6, 6, 0)


def test_a_ring_is_a_tree_too_whoever_hangs_on_it() -> None:
    found = network([edge(5, 1), edge(1, 2), edge(2, 1), edge(4, 3), edge(7, 6), edge(6, 8), edge(8, 7)])
    assert [flat(tree) for tree in found.trees] == [
        ("p1", [("p5", []), ("p2", [])]),
        ("p3", [("p4", [])]),
        ("p7", [("p8", [("p6", [])])]),
    ]
    assert (found.shown, found.people) == (8, 8)


def test_a_large_network_says_what_it_leaves_out() -> None:
    found = network([edge(n, 1 + n % 7) for n in range(10, 1000)])
    assert (found.shown, found.people, found.left_out) == (MOST_PEOPLE, 997, 847)
    assert [(len(tree.named), tree.more) for tree in found.trees] == [(142, 0), (6, 136)]


def test_draws_one_person_and_whom_they_led_to() -> None:
    found = below(2, "p2", [edge(2, 1), edge(3, 2)])
    assert [flat(tree) for tree in found.trees] == [("p2", [("p3", [])])]
    assert below(9, "p9", [edge(2, 1)]).trees == []
    line = below(1, "p1", [edge(n + 1, n) for n in range(1, 100)])
    assert (line.shown, line.people) == (DEEPEST + 1, 100)


def test_a_drawing_has_a_line_for_each_end_and_nobody_on_top_of_another() -> None:
    made = drawing(network([edge(2, 1), edge(3, 1), edge(4, 3), edge(5, 3), edge(7, 6)]).trees)
    places = {box.name: ((box.x - EDGE) // ACROSS, (box.y - EDGE) / DOWN) for box in made.boxes}
    assert places == {
        "p1": (0, 0.75),
        "p2": (1, 0),
        "p3": (1, 1.5),
        "p4": (2, 1),
        "p5": (2, 2),
        "p6": (0, 3),
        "p7": (1, 3),
    }
    assert [box.name for box in made.boxes] == ["p1", "p2", "p3", "p4", "p5", "p6", "p7"]
    assert len(made.lines) == 5
    assert (made.width, made.height) == (EDGE * 2 + 2 * ACROSS + made.wide, EDGE + 4 * DOWN)


def test_a_long_name_is_shortened_in_its_box() -> None:
    def words(name: str) -> str:
        return drawing([Branch(1, name)]).boxes[0].words

    assert words("Dr. Efua Osei") == "Dr. Efua Osei"
    assert words("Wolfeschlegelsteinhausenbergerdorff") == "Wolfeschlegelsteinhaus…"
    assert words("MAXIMILIAN FEATHERSTONEHAUGH") == "MAXIMILIAN FEAT…"
    assert words("欧阳" * 9) == "欧阳" * 5 + "欧…"


def test_those_left_out_have_a_box_for_all_of_them() -> None:
    made = drawing([Branch(1, "p1", here=True, named=[Branch(2, "p2")], more=7)])
    assert [(box.pk, box.more, box.here) for box in made.boxes] == [(1, 0, True), (2, 0, False), (1, 7, False)]
