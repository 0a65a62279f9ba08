"""Who may walk through the addresses of this room."""

from tests.walls import Wall, students

WALLS: dict[str, Wall] = {
    "meetings:shortlist": students(),
}
