"""Contrast of two colours, as WCAG 2.2 counts it (success criteria 1.4.3 and 1.4.11)."""

import re

# The papers that an accent stands on: design.md's --paper, light and dark.
LIGHT_PAPER = "#FBFAF6"
DARK_PAPER = "#14171C"
TEXT_CONTRAST = 4.5

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def contrast(one: str, other: str) -> float:
    """The contrast ratio, 1 to 21, of two colours written #RRGGBB. Raises ValueError for any other writing."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    if not _HEX.fullmatch(colour):
        raise ValueError(f"{colour!r} is not a colour written #RRGGBB")
    channels = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
