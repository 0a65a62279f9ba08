"""Who may walk through the addresses of this room."""

from tests.walls import Wall

WALLS: dict[str, Wall] = {}
