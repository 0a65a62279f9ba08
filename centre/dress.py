"""How the centre's mails look: its name and its colours."""

from centre import colour
from centre.models import Centre
from core.mail_page import Colours, Dress


def dress() -> Dress:
    """The centre's name and accents; the house's own accent where words in the centre's could not be read well."""
    centre, ours = Centre.recent(), Centre()
    return Dress(
        centre.name,
        _colours(centre.accent_light, colour.LIGHT_GROUNDS) or _written_on(ours.accent_light),
        _colours(centre.accent_dark, colour.DARK_GROUNDS) or _written_on(ours.accent_dark),
    )


def _colours(accent: str, grounds: tuple[str, ...]) -> Colours | None:
    """`accent` and what is written on it; None where either could not be read well."""
    try:
        found = _written_on(accent)
        weakest = min(colour.weakest_on_paper(accent, grounds), colour.contrast(*found))
    except ValueError:
        return None
    return found if weakest >= colour.TEXT_CONTRAST else None


def _written_on(accent: str) -> Colours:
    return Colours(accent, colour.on(accent))
