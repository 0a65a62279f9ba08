"""Who may walk through the addresses of this room."""

from tests.cast import NOW, Cast, a_contact
from tests.contacts.builders import a_finding
from tests.walls import MEMBERS, Wall, own, students


def a_removed_finding(cast: Cast) -> list[int]:
    contact = a_contact(cast.amina)
    return [contact.pk, a_finding(contact).drop(now=NOW).pk]


WALLS: dict[str, Wall] = {
    "contacts:index": students(),
    "contacts:add": students(),
    "contacts:ways": students(),
    "contacts:tree": students(),
    "contacts:tree_picture": students(),
    "contacts:share": students(),
    "contacts:choose": students(),
    "contacts:sentence": Wall(
        MEMBERS,
        why="It reads no row and keeps nothing; a page to sign in would only come between. Opened like a page it leads"
        " to the list of people, which only students have.",
        stranger=True,
        also=frozenset({"302 /people/"}),
    ),
    "contacts:show": own(lambda cast: [a_contact(cast.amina).pk]),
    "contacts:revise": own(lambda cast: [a_contact(cast.amina).pk]),
    "contacts:note": own(lambda cast: [a_contact(cast.amina).pk]),
    "contacts:delete": own(lambda cast: [a_contact(cast.amina).pk]),
    "contacts:research": own(lambda cast: [a_contact(cast.amina).pk]),
    "contacts:find": own(lambda cast: [a_contact(cast.amina).pk]),
    "contacts:revise_finding": own(lambda cast: [a_finding(a_contact(cast.amina)).pk]),
    "contacts:drop_finding": own(lambda cast: [a_finding(a_contact(cast.amina)).pk]),
    "contacts:restore_finding": own(a_removed_finding),
}
