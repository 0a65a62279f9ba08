"""What students read about staying safe: the centre's own words, or ours where it wrote none."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from core.lists import items_of, unmarked


@dataclass(frozen=True)
class Safety:
    """`points` to read before a conversation, a `reminder` while it goes on, and afterwards whom to `tell`."""

    points: tuple[str, ...]
    reminder: str
    tell: str


def points_of(text: str) -> tuple[str, ...]:
    """The points of `text`, one on each line or pasted as a list: without the marks, for the page draws its own."""
    lines = [line for line in text.splitlines() if line.strip()]
    items = items_of(text)
    is_list = len(items) == len(lines) or (len(lines) == 1 and bool(items))
    return tuple(point for point in (items if is_list else map(unmarked, lines)) if point)


def ours(name: str) -> dict[str, str]:
    """What a centre called `name` says as long as it writes nothing of its own, by column; a point on each line."""
    points = (
        _("Meet in a public place or where they work."),
        _("Tell someone where you’ll be and when you’ll be back."),
        _("Don’t give your home address."),
        _("You can end the conversation at any time."),
        _("If anyone makes you feel uncomfortable or unsafe, tell the careers team at your university."),
    )
    return {
        "safety_points": "\n".join(points),
        "safety_reminder": _("You can stop and leave at any time. You don’t have to say why."),
        "safety_tell": _("Tell %(centre)s. It isn’t your fault, and they can help you decide what to do.")
        % {"centre": name},
    }
