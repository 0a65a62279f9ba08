"""A worker of the outbox as a process of its own, which a test can kill: `python -m tests.core.sender START HURRY`.

Its clock began at START (seconds of the epoch) and runs HURRY times as fast as ours, so that pauses of hours pass while
a test looks on. Everything else is the real thing.
"""

import sys
import time
from datetime import UTC, datetime

import django


def main(start: float, hurry: float) -> None:
    django.setup()
    from core import sending

    def clock() -> datetime:
        return datetime.fromtimestamp(start + (time.time() - start) * hurry, UTC)

    while True:
        if not sending.send_due(now=clock):
            time.sleep(0.01)


if __name__ == "__main__":
    main(float(sys.argv[1]), float(sys.argv[2]))
