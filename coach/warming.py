"""What the coach reads and compiles once in a process, so that nobody waits for it at the first text."""

from types import ModuleType

from coach.messages import (
    aftermath,
    choice,
    earlier,
    flattery,
    job,
    missing,
    purpose,
    pushing,
    remote,
    thanks,
    tone,
    who,
    why,
)
from coach.questions import kinds, rulebook, stage
from coach.reading.words import common

# Those with lists of turns of phrase.
OF_MESSAGES: tuple[ModuleType, ...] = (
    aftermath,
    choice,
    earlier,
    flattery,
    job,
    missing,
    purpose,
    pushing,
    remote,
    thanks,
    tone,
    who,
    why,
)
# The files of rules/ that hold expressions; the others hold words.
OF_QUESTIONS = (
    "closed",
    "flattery",
    "frames",
    "goals",
    "job",
    "leading",
    "naming",
    "personal",
    "searchable",
    "signs",
)


def warm() -> None:
    """Compile every turn of phrase and read the weights of the stages: half a second of one processor, once.

    For a process that answers people, where it starts. Any other compiles what it needs when it first needs it.
    """
    for module in OF_MESSAGES:
        for lines in module.PHRASES.values():
            lines.pattern  # noqa: B018
    for name in OF_QUESTIONS:
        rulebook.rules(name)
    kinds.kinds()
    common()
    stage.weights()
