"""Who may walk through the addresses of this room."""

from collections.abc import Sequence

from core.tasks import beat
from tests.cast import Cast
from tests.walls import Wall, members, open_to_all


def _the_worker_lives(cast: Cast) -> Sequence[int]:
    beat(0)
    return ()


WALLS: dict[str, Wall] = {
    "core:place": members(),
    "core:healthz": open_to_all("who watches over the installation has no account"),
    "core:readyz": open_to_all(
        "who watches over the installation has no account, and nothing private is said", _the_worker_lives
    ),
}
