"""Another language for a while: Django decides once in a process whether anything is looked up, by USE_I18N."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.test import override_settings
from django.utils import translation


@contextmanager
def speaking(code: str, *catalogues: Path) -> Iterator[None]:
    """Everything in the language `code`, for readers who ask for no other; `catalogues` instead of locale/."""
    translation._trans.__dict__.clear()  # type: ignore[attr-defined]
    with (
        override_settings(
            USE_I18N=True, LANGUAGE_CODE=code, LANGUAGES=[(code, code)], LOCALE_PATHS=[str(c) for c in catalogues]
        ),
        translation.override(code),
    ):
        yield
    translation._trans.__dict__.clear()  # type: ignore[attr-defined]
