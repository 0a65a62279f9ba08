"""How long the coach takes: to get ready, a message, the bank's questions, and pastes that mean no good."""

import os
import statistics
import subprocess
import sys
from collections.abc import Callable
from time import process_time

from bench.ground import ROOT
from bench.letters import BODY, FACTS, PASTES
from coach import bank
from coach.messages import check as messages
from coach.questions import agenda, question
from coach.review import MessageText
from coach.warming import warm

# Milliseconds of one processor, whatever else the machine does; growth is how many times longer twice the text may
# take, noise included.
MESSAGE_MS, QUESTIONS_MS, READY_MS, PASTE_MS, GROWTH = 8.0, 150.0, 1000.0, 250.0, 2.4
QUESTIONS = 180
PASTE = 100_000
# Below this a doubling is lost in the noise.
TOO_SHORT_TO_GROW_MS = 20.0

# The whole process counts, the start of Python included.
READY = """
from time import process_time
from coach.warming import warm
warm()
print(process_time() * 1000)
"""


JUDGES: dict[str, Callable[[str], object]] = {
    "a request": lambda words: messages.check(MessageText("request", "email", words, words[:200]), FACTS),
    "a nudge": lambda words: messages.check(MessageText("nudge", "phone", words), FACTS),
    "thanks": lambda words: messages.check(MessageText("thanks", "email", words), FACTS),
    "a note": lambda words: messages.check(MessageText("note", "email", words), FACTS),
    "a question": question.check,
    "an agenda": lambda words: agenda.check(words, 20, [words]),
}


def measure() -> int:
    """Print each figure beside its bar; 1 where one was missed."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    warm()
    missed = [
        _say("a fresh process with everything compiled", _ready(), READY_MS),
        _say(f"a message of {len(BODY.split())} words", _message(), MESSAGE_MS),
        _say(f"{QUESTIONS} questions", _questions(), QUESTIONS_MS),
        *(_paste(name, PASTES[name]) for name in PASTES),
    ]
    return int(any(missed))


def _ready() -> float:
    runs = (subprocess.run([sys.executable, "-c", READY], cwd=ROOT, capture_output=True, check=True) for _ in range(5))
    return statistics.median(float(run.stdout) for run in runs)


def _message() -> float:
    # No two texts are the same, so that nothing remembered helps.
    bodies = iter([BODY.replace("Sylt", f"Sylt {n}") for n in range(1000)])
    return _median(lambda: messages.check(MessageText("request", "email", next(bodies), "Twenty minutes?"), FACTS), 200)


def _questions() -> float:
    texts = iter([[f"{q.text[:-1]} {n}?" for q in bank.questions()[:QUESTIONS]] for n in range(10)])
    return _median(lambda: [question.check(text) for text in next(texts)], 7)


def _paste(name: str, piece: str) -> bool:
    """The slowest judgement of one hostile text, and how it grew from half the text."""
    half, whole = _halves(piece)
    taken: dict[str, float] = {}
    growth = 1.0
    for kind, judge in JUDGES.items():
        taken[kind] = _median(lambda: judge(whole), 3)  # noqa: B023
        if taken[kind] >= TOO_SHORT_TO_GROW_MS:
            growth = max(growth, taken[kind] / _median(lambda: judge(half), 3))  # noqa: B023
    worst = max(taken, key=taken.__getitem__)
    return _say(f"{PASTE:,} characters, {name} (as {worst})", taken[worst], PASTE_MS, growth)


def _halves(piece: str) -> tuple[str, str]:
    whole = (piece * (PASTE // len(piece) + 1))[:PASTE]
    return whole[: PASTE // 2], whole


def _median(act: Callable[[], object], rounds: int) -> float:
    times = []
    for _ in range(rounds):
        begun = process_time()
        act()
        times.append((process_time() - begun) * 1000)
    return statistics.median(times)


def _say(what: str, taken: float, bar: float, growth: float | None = None) -> bool:
    missed = taken > bar or (growth or 0) > GROWTH
    grown = "" if growth is None else f", {growth:.1f} times its half"
    print(f"{taken:>8.1f} ms  bar {bar:>3.0f}: {'MISSED' if missed else 'met':<6}  {what}{grown}", flush=True)
    return missed
