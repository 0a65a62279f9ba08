"""Which language somebody reads: the one they set, else the one of their centre, else what their browser asks for."""

from typing import Any

from django import forms
from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from centre.models import Centre


class LanguageField(forms.TypedChoiceField):
    """One of the installation's languages, each by its own name; `nobody` says what holds where none is chosen."""

    def __init__(self, nobody: str | Promise, **more: Any) -> None:
        super().__init__(
            label=_("Language"), required=False, choices=lambda: [("", nobody), *settings.LANGUAGES], **more
        )

    @staticmethod
    def is_asked() -> bool:
        """Whether there is anything to choose."""
        return len(settings.LANGUAGES) > 1


def language_of(own: str) -> str:
    """The language for somebody who set `own` ("": none): theirs, else the centre's; "" where a browser decides.

    A language that the installation no longer offers is nobody's.
    """
    offered = dict(settings.LANGUAGES)
    return next((code for code in (own, Centre.recent().language) if code in offered), "")
