"""Where the time of a page goes, by function."""

import cProfile
import pstats
import time

from bench.ground import Ground
from bench.pages import ask, pages

TIMES = 60


def profile(ground: Ground, *, only: str) -> int:
    """Print the costliest functions of each page, over many students."""
    for page in pages():
        if only not in page.name:
            continue
        for n in range(5):
            ask(page, n, ground.sessions[n])
        began, busy = time.perf_counter(), time.process_time()
        for n in range(TIMES):
            ask(page, n % ground.students, ground.sessions[n % ground.students])
        took_ms = [1000 * took / TIMES for took in (time.perf_counter() - began, time.process_time() - busy)]
        watch = cProfile.Profile()
        watch.enable()
        for n in range(TIMES):
            ask(page, n % ground.students, ground.sessions[n % ground.students])
        watch.disable()
        print(f"\n=== {page.name}, {TIMES} times: {took_ms[0]:.1f} ms each, {took_ms[1]:.1f} ms of this process")
        pstats.Stats(watch).sort_stats("cumulative").print_stats(75)
    return 0
