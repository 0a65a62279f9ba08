"""The coach's sentences in another language: who uses the coach may set through whom it speaks.

A sentence is looked up whole, its gaps named; names and numbers go in afterwards. Labels, sources and the words that
are put into a student's own text stay as they are.
"""

from collections.abc import Callable

Translator = Callable[[str], str]


def gettext_noop(words: str) -> str:
    """`words` as they are: only marked, for those that are looked up where they are said."""
    return words


_through: list[Translator] = [gettext_noop]


def speak_through(translator: Translator) -> Translator:
    """Say every sentence through `translator` from now on; called once, where the program starts.

    Out: the translator before.
    """
    before, _through[0] = _through[0], translator
    return before


def gettext(words: str, /, **gaps: object) -> str:
    """`words` in the language of whoever reads them, with `gaps` filled in."""
    message = _through[0](words)
    return message % gaps if gaps else message
