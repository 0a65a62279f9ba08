"""`bin/bench pages`, `weight`, `profile`, `coach`, `reminders` and `growth`."""

import argparse
import sys
from pathlib import Path


def main() -> int:
    """Measure; the status is 1 where a bar was missed."""
    parser = argparse.ArgumentParser(prog="bin/bench", description="Measure the product on this machine.")
    parser.add_argument("what", choices=["pages", "weight", "profile", "coach", "reminders", "growth"])
    parser.add_argument(
        "--only", default="", help="only the pages whose name holds this word; of `growth`, several words with commas"
    )
    parser.add_argument("--seconds", type=float, default=3, help="how long each page is driven in a round")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--students", type=int, default=1000)
    parser.add_argument("--sizes", default="", help="of `growth`: students of each centre, as 300,3000,30000")
    parser.add_argument("--peer", type=Path, help="a checkout of healthchecks, to be driven in the same run")
    asked = parser.parse_args()
    if asked.what == "growth":
        from bench.growth import SIZES
        from bench.growth import measure as measure_growth

        sizes = [int(size) for size in asked.sizes.split(",") if size] or list(SIZES)
        return measure_growth(sizes, only=asked.only)
    if asked.what == "coach":
        from bench.coach import measure as measure_coach

        return measure_coach()
    if asked.what == "reminders":
        from bench.reminders import measure as measure_reminders

        return measure_reminders(asked.students)
    from bench.ground import Ground

    ground = Ground.prepare(students=asked.students)
    if asked.what == "pages":
        from bench.pages import measure

        return measure(ground, only=asked.only, seconds=asked.seconds, rounds=asked.rounds, peer=asked.peer)
    if asked.what == "profile":
        from bench.profile import profile

        return profile(ground, only=asked.only)
    from bench.weight import weigh

    return weigh(ground)


if __name__ == "__main__":
    sys.exit(main())
