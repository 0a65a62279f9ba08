"""How the environment is read: a variable that is empty is not set, one that is malformed refuses to start."""

import os
import re
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

# What a paste leaves around a value: blanks, and letters that nobody sees.
_AROUND = " \t\r\n\v\f\u00a0\u200b\u200c\u200d\u2060\ufeff"
# What a shell would have put a value in the place of.
_UNFILLED = re.compile(r"\$\w+|\$\{[^}]*\}|\$\([^)]*\)|%\w+%")
_FLAGS = {"1": True, "true": True, "yes": True, "on": True, "0": False, "false": False, "no": False, "off": False}


class Environment:
    """The variables of this process, each read as what it is meant to be.

    Every reader takes the name of a variable and what stands in its place where it is not set. It raises
    ImproperlyConfigured with a sentence that says how the variable is written.
    """

    def text(self, name: str, default: str = "") -> str:
        """Without quotes around the whole: a shell and systemd take them away, what starts a container may not."""
        value = os.environ.get(name, "").strip(_AROUND)
        if len(value) > 1 and value[0] == value[-1] and value[0] in "'\"":
            value = value[1:-1].strip(_AROUND)
        return value or default

    def flag(self, name: str, default: bool) -> bool:
        """Yes or no: 1 or 0, and what else people write for them."""
        value = self.text(name).lower()
        if value and value not in _FLAGS:
            raise ImproperlyConfigured(f"{name} must be 1 or 0, not “{value}”.")
        return _FLAGS.get(value, default)

    def number(self, name: str, default: int, *, least: int = 0, most: int) -> int:
        value = self.text(name)
        if not value:
            return default
        # A digit of another script is a slip, although Python would read it.
        digits = re.fullmatch("0*([0-9]{1,9})", value)
        if not (digits and least <= int(digits[1]) <= most):
            raise ImproperlyConfigured(f"{name} must be a whole number from {least} to {most}, not “{value}”.")
        return int(value)

    def words(self, name: str, default: list[str]) -> list[str]:
        """What stands between commas."""
        return [word.strip() for word in self.text(name).split(",") if word.strip()] or default

    def choice(self, name: str, default: str, options: list[str]) -> str:
        value = self.text(name, default).upper()
        if value not in options:
            raise ImproperlyConfigured(f"{name} must be one of {', '.join(options)}, not “{value}”.")
        return value

    def folder(self, name: str, default: Path) -> Path:
        """A folder, which need not be there yet; where the way to it leads through a file, none can be made."""
        value = self.text(name)
        if "\0" in value or "\n" in value:
            raise ImproperlyConfigured(f"{name} must name a folder, on one line.")
        if unfilled := _UNFILLED.search(value):
            raise ImproperlyConfigured(f"{name} must name a folder in full: nobody fills in “{unfilled[0]}” here.")
        try:
            folder = Path(value).expanduser().resolve() if value else default.resolve()
            in_the_way = next((part for part in (folder, *folder.parents) if part.exists()), folder)
        except (OSError, RuntimeError) as error:
            # A name that is too long, or "~nobody".
            raise ImproperlyConfigured(f"{name} must name a folder: {error}") from error
        if in_the_way.exists() and not in_the_way.is_dir():
            raise ImproperlyConfigured(f"{name} must name a folder, and {in_the_way} is a file.")
        return folder

    def seconds(self, name: str, default: dict[str, float]) -> dict[str, float]:
        """Limits of time by their names: "lock=1.5,statement=2". What is not named keeps its default; 0 is no limit.

        Less than a hundredth of a second would end everything.
        """
        given: dict[str, float] = {}
        for word in self.words(name, []):
            key, _, value = (part.strip() for part in word.partition("="))
            is_meant = re.fullmatch(r"(?:0|[1-9][0-9]{0,4})(?:\.[0-9]{1,3})?", value) and not 0 < float(value) < 0.01
            if key not in default or not is_meant:
                example = ",".join(f"{known}={seconds}" for known, seconds in default.items())
                raise ImproperlyConfigured(
                    f"{name} must be written as {example}, in seconds from 0.01, or 0 for no limit, not “{word}”."
                )
            given[key] = float(value)
        return {**default, **given}
