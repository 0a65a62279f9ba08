"""Who may walk through the addresses of this room."""

from tests.cast import a_contact
from tests.contacts.builders import a_finding
from tests.walls import Wall, own, students

WALLS: dict[str, Wall] = {
    "contacts:index": students(),
    "contacts:add": students(),
    "contacts:choose": students(),
    "contacts:show": own(lambda cast: [a_contact(cast.amina).pk]),
    "contacts:revise": own(lambda cast: [a_contact(cast.amina).pk]),
    "contacts:note": own(lambda cast: [a_contact(cast.amina).pk]),
    "contacts:delete": own(lambda cast: [a_contact(cast.amina).pk]),
    "contacts:research": own(lambda cast: [a_contact(cast.amina).pk]),
    "contacts:find": own(lambda cast: [a_contact(cast.amina).pk]),
    "contacts:revise_finding": own(lambda cast: [a_finding(a_contact(cast.amina)).pk]),
    "contacts:drop_finding": own(lambda cast: [a_finding(a_contact(cast.amina)).pk]),
}
