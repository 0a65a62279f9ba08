"""One centre's machine for all tests of its servers."""

from collections.abc import Iterator

import pytest

from tests.pooler.machine import Machine


@pytest.fixture(scope="session")
def machine() -> Iterator[Machine]:
    made = Machine()
    yield made
    made.end()
