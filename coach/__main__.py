"""`python -m coach check [FILE]`: the coach from the command line, so that a centre can check its own templates.

JSON lines in (the fields `id`, `kind` and what that kind needs, see `coach.lines`), one JSON line out for each; the
exit status is 1 where a line could not be judged. `python -m coach handbook` prints docs/COACH.md.
"""

import argparse
import os
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from coach.handbook import handbook
from coach.lines import LONGEST_LINE, answer, too_long

# Whatever the machine's locale says, lines are UTF-8, and a broken byte spoils only its own line.
UTF_8 = "utf-8"
BROKEN = "surrogateescape"


def main(arguments: list[str] | None = None) -> int:
    """Run the command; gives the exit status."""
    parser = argparse.ArgumentParser(prog="python -m coach", description="An adviser's eye on messages and questions.")
    commands = parser.add_subparsers(dest="command", required=True)
    check = commands.add_parser("check", help="check JSON lines from a file or from standard input")
    check.add_argument("file", nargs="?", type=Path, help="standard input where it is left out")
    commands.add_parser("handbook", help="print what is checked, why, and what a centre can change")
    asked = parser.parse_args(arguments)
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding=UTF_8, newline="\n")
    try:
        status = _handbook() if asked.command == "handbook" else _check_file(asked.file)
        sys.stdout.flush()
    except BrokenPipeError:
        # Who reads us has seen enough (`| head`); what is left to flush at the end goes nowhere.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return status


def _handbook() -> int:
    print(handbook(), end="")
    return 0


def _check_file(path: Path | None) -> int:
    if path is None:
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(encoding=UTF_8, errors=BROKEN)
        return _check(sys.stdin, sys.stdout)
    try:
        with path.open(encoding=UTF_8, errors=BROKEN) as lines:
            return _check(lines, sys.stdout)
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        print(f"{path} cannot be read: {error.strerror}", file=sys.stderr)
        return 1


def _check(source: TextIO, out: TextIO) -> int:
    """Answer every line, the bad ones with what is wrong with them; 1 where there was one."""
    status = 0
    for number, line in _lines(source):
        if line is not None and not line.strip():
            continue
        text, fine = (too_long(number), False) if line is None else answer(line, number)
        out.write(text + "\n")
        status |= not fine
    return int(status)


def _lines(source: TextIO) -> Iterator[tuple[int, str | None]]:
    """The lines with their numbers; None for one that is too long, of which no more is kept than can be read."""
    number = 0
    while line := source.readline(LONGEST_LINE + 2):
        number += 1
        if len(line.rstrip("\n")) <= LONGEST_LINE:
            yield number, line
            continue
        while line and not line.endswith("\n"):
            line = source.readline(LONGEST_LINE)
        yield number, None


if __name__ == "__main__":
    sys.exit(main())
