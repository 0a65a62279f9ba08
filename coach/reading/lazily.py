"""Regular expressions that are compiled when they are first used: most texts wake few of some hundred."""

import re
from typing import Any, cast


class _Sleeping:
    """Stands for a compiled expression, and becomes as quick as one with its first use."""

    def __init__(self, words: str, flags: int) -> None:
        self._words, self._flags = words, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._words, self._flags), name)
        # From now on the instance has it, and nobody comes here again.
        setattr(self, name, found)
        return found


def lazily(words: str, flags: int = 0) -> re.Pattern[str]:
    """`re.compile`, but only once it is needed."""
    return cast("re.Pattern[str]", _Sleeping(words, flags))
