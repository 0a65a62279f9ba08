"""Who may walk through the addresses of this room."""

from tests.walls import Wall, members

WALLS: dict[str, Wall] = {"home:home": members()}
