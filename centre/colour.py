"""Contrast of two colours, as WCAG 2.2 counts it (success criteria 1.4.3 and 1.4.11)."""

import re

# The papers that an accent stands on: --paper of static/core/house.css, light and dark.
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


# Everything an accent is written on, besides its own soft tone: --paper, --surface and --sunk of static/core/house.css.
LIGHT_GROUNDS = (LIGHT_PAPER, "#FFFFFF", "#F3F0E8")
DARK_GROUNDS = (DARK_PAPER, "#1C2027", "#101317")
# What may be written on a button of the accent's colour.
ON_ACCENT = ("#FFFFFF", "#0E1A1A")
# How much accent its soft tone holds; the rest is paper.
SOFT_SHARE = 0.1


def on(accent: str) -> str:
    """The writing, white or near black, that is read best on `accent`."""
    return max(ON_ACCENT, key=lambda ink: contrast(ink, accent))


def soft(accent: str, paper: str) -> str:
    """The tone behind the words that the accent writes: a little accent in the paper."""
    mixed = (
        round(int(accent[i : i + 2], 16) * SOFT_SHARE + int(paper[i : i + 2], 16) * (1 - SOFT_SHARE)) for i in (1, 3, 5)
    )
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


def weakest_on_paper(accent: str, grounds: tuple[str, ...]) -> float:
    """The lowest contrast that words in `accent` have on any of `grounds` (paper first) or on their soft tone."""
    return min(contrast(accent, ground) for ground in (*grounds, soft(accent, grounds[0])))
