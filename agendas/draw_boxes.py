"""Draws the font whose every letter is a box; run by bin/boxes, with fontTools at hand."""

import sys

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable

# Among fonts that have a letter typst prefers those as wide, or as narrow, as the text's, and then the shorter name.
NAME = "Halfhour Boxes For Letters That No Other Font Has"
WIDTH, TOP, LINE = 600, 700, 50


def box() -> TTGlyphPen:
    """The outline of a box, and within it the same the other way round."""
    pen = TTGlyphPen(None)
    left, right, inner = 60, WIDTH - 60, (60 + LINE, WIDTH - 60 - LINE)
    for corners in (
        [(left, 0), (left, TOP), (right, TOP), (right, 0)],
        [(inner[0], LINE), (inner[1], LINE), (inner[1], TOP - LINE), (inner[0], TOP - LINE)],
    ):
        pen.moveTo(corners[0])
        for corner in corners[1:]:
            pen.lineTo(corner)
        pen.closePath()
    return pen


def main(path: str) -> None:
    """Write the font to `path`."""
    font = FontBuilder(1000, isTTF=True)
    font.setupGlyphOrder([".notdef", "box"])
    glyph = box().glyph()
    font.setupGlyf({".notdef": glyph, "box": glyph})
    font.setupHorizontalMetrics(dict.fromkeys((".notdef", "box"), (WIDTH, 60)))
    font.setupHorizontalHeader(ascent=800, descent=-200)
    letters = [number for number in range(0x21, 0x110000) if not 0xD800 <= number < 0xE000]
    # Format 13: many letters, one glyph.
    table = CmapSubtable.newSubtable(13)
    table.platformID, table.platEncID, table.language = 3, 10, 0
    table.cmap = dict.fromkeys(letters, "box")
    font.setupCharacterMap({})
    font.font["cmap"].tables = [table]
    font.setupNameTable({"familyName": NAME, "styleName": "Regular", "psName": "HalfhourBoxes"})
    font.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    font.setupPost(keepGlyphNames=False, isFixedPitch=1)
    font.save(path)


if __name__ == "__main__":
    main(sys.argv[1])
