"""The coach's sentences in another language: who uses the coach may set through whom it speaks.

A sentence is looked up whole, its gaps named; names and numbers go in afterwards. Labels and the words that are put
into a student's own text stay as they are. `gettext as _` takes nothing but a literal, so that makemessages finds it; a
sentence that stands elsewhere is marked there by `gettext_noop`, and looked up by `translated` where it is said.
"""

from collections.abc import Callable

Translator = Callable[[str], str]
PluralTranslator = Callable[[str, str, int], str]


def gettext_noop(words: str) -> str:
    """`words` as they are: only marked, for those that are looked up where they are said."""
    return words


def _english(one: str, many: str, number: int) -> str:
    return one if number == 1 else many


_through: list[tuple[Translator, PluralTranslator]] = [(gettext_noop, _english)]


def speak_through(translator: Translator, plural: PluralTranslator = _english) -> tuple[Translator, PluralTranslator]:
    """Say every sentence through `translator`, and what counts something through `plural`, from now on; called once,
    where the program starts.

    Out: the two before.
    """
    before, _through[0] = _through[0], (translator, plural)
    return before


def gettext(words: str, /, **gaps: object) -> str:
    """`words` in the language of whoever reads them, with `gaps` filled in."""
    message = _through[0][0](words)
    return message % gaps if gaps else message


def ngettext(one: str, many: str, number: int, /, **gaps: object) -> str:
    """`one` or `many` as `number` asks for it, in the language of whoever reads it; `n` in it is the number."""
    return _through[0][1](one, many, number) % {"n": number, **gaps}


def translated(words: str) -> str:
    """What `gettext_noop` marked elsewhere, in the language of whoever reads it."""
    return _through[0][0](words)
