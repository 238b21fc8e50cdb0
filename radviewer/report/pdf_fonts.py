"""The PDF's fonts: embedded, so that the file looks and prints the same everywhere.

Bitstream Vera comes with reportlab under a permissive licence. It covers Western European text; a character
that it lacks is shown as its code point instead of an empty box.
"""

from __future__ import annotations

from functools import cache

from radviewer.report.text import inert

REGULAR, BOLD = "RadviewerSans", "RadviewerSans-Bold"


@cache
def register() -> frozenset[int]:
    """Registers the fonts once and returns the code points that both have."""
    from reportlab.lib.fonts import addMapping
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    found = []
    for name, file in ((REGULAR, "Vera.ttf"), (BOLD, "VeraBd.ttf")):
        font = TTFont(name, file)
        pdfmetrics.registerFont(font)
        found.append(set(font.face.charToGlyph))
    for bold, name in ((0, REGULAR), (1, BOLD)):
        addMapping(REGULAR, bold, 0, name)
        addMapping(REGULAR, bold, 1, name)
    return frozenset(found[0] & found[1])


def printable(text: object, *, longest: int = 4000) -> str:
    """Inert text in characters that the font has; others as U+XXXX."""
    known = register()
    return "".join(
        character if ord(character) in known else _REPLACED.get(character, f"U+{ord(character):04X}")
        for character in inert(text, longest=longest)
    )


_REPLACED = {"…": "...", "−": "-", "–": "-", "∞": "inf", "≥": ">=", "≤": "<=", "→": "->", "κ": "kappa", "τ": "tau",
             "²": "2", "×": "x", "\u00a0": " ", "‘": "'", "’": "'", "“": '"', "”": '"', "Δ": "d"}  # fmt: skip


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Width of a line of text in points."""
    from reportlab.pdfbase.pdfmetrics import stringWidth

    register()
    return float(stringWidth(text, BOLD if bold else REGULAR, size))
