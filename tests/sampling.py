"""What a long walk tries at each run, and what only the long tests try (`bin/check --slow`)."""

from collections.abc import Iterable
from typing import Any

import pytest


def one_in(every: int, values: Iterable[Any]) -> list[Any]:
    """The parameters `values`, of which all but one in `every` belong to the long tests."""
    rows = [value if isinstance(value, tuple) else (value,) for value in values]
    return [pytest.param(*row, marks=[pytest.mark.slow] if at % every else []) for at, row in enumerate(rows)]
