"""What makes a password: one spelling of it, and how soon it would be guessed."""

import unicodedata
from typing import Any

from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Of zxcvbn's scores, from 0 to 4: 3 is more than 10^8 guesses.
STRONG_ENOUGH = 3
# Its time grows with the cube of the length: 72 characters take it 0.04 s, 200 up to 4 s.
JUDGED = 72
MOST_CHARACTERS = 1000


def normalised(password: str) -> str:
    """The password whatever keyboard wrote it: one code for each sign (NFKC), so that é is é."""
    return unicodedata.normalize("NFKC", password)


def check(password: str, user: Any = None) -> None:
    """Raise ValidationError, with a sentence for each reason, where `password` would not do for `user`."""
    password_validation.validate_password(normalised(password), user)


class HardToGuess:
    """A validator of Django's: neither names, common words nor patterns, as zxcvbn's lists know them."""

    def validate(self, password: str, user: Any = None) -> None:
        # Here, because its lists take 15 MB and few processes ever judge a password.
        from zxcvbn import zxcvbn

        # Without blanks, which it takes for signs that nobody would guess: “letmein letmein” is one word twice.
        letters = "".join(password.split())[:JUDGED]
        if zxcvbn(letters, user_inputs=_known_of(user))["score"] < STRONG_ENOUGH:
            raise ValidationError(
                _(
                    "This password is easy to guess."
                    " Choose three or four words that have nothing to do with each other."
                ),
                code="password_guessed",
            )

    def get_help_text(self) -> str:
        return str(_("Three or four unrelated words are easy to remember and hard to guess."))


def _known_of(user: Any) -> list[str]:
    """What anybody would try first of this member."""
    name, email = getattr(user, "name", "") or "", getattr(user, "email", "") or ""
    return ["halfhour", email, *email.replace("@", ".").split("."), *name.split()]
