"""Text from outside made inert, and numbers written in one way everywhere.

Identifiers come from files that anybody may have written. Control characters and characters that turn the
direction of text are shown as escapes; HTML is escaped by the template and markup by the PDF writer.
"""

from __future__ import annotations

import math
import re
import unicodedata

MINUS = "−"
MISSING = "–"
NBSP = "\u00a0"
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}
_LONGEST = 400


def inert(value: object, *, longest: int = _LONGEST) -> str:
    """Any value as one line of harmless text; hidden characters become their escapes."""
    text = "".join(_visible(character) for character in str(value))
    return text if len(text) <= longest else text[: longest - 1] + "…"


def _visible(character: str) -> str:
    if character in "\n\t\r":
        return " "
    if unicodedata.category(character) in _HIDDEN and character != "­":
        return character.encode("unicode_escape").decode("ascii")
    return "" if character == "­" else character


def number(value: float | None, digits: int = 3, *, sign: bool = False) -> str:
    """A number with fixed decimals and a true minus; undefined is a dash."""
    if value is None or not math.isfinite(value):
        return MISSING
    text = f"{value:+.{digits}f}" if sign else f"{value:.{digits}f}"
    if float(text) == 0:
        text = f"{0:.{digits}f}"
    return text.replace("-", MINUS)


def interval(ci: tuple[float | None, float | None] | None, digits: int = 3, *, sign: bool = False) -> str:
    """Two ends joined by "to"; undefined is a dash."""
    if ci is None or ci[0] is None or ci[1] is None:
        return MISSING
    return f"{number(ci[0], digits, sign=sign)} to {number(ci[1], digits, sign=sign)}"


def p_value(p: float | None) -> str:
    """P with three decimals, or "< 0.001"."""
    if p is None:
        return MISSING
    return "< 0.001" if p < 0.001 else f"{p:.3f}"


def degrees(df: float | None) -> str:
    """Degrees of freedom with one decimal; the normal limit is an infinity sign."""
    return "∞" if df is None or math.isinf(df) or df > 1e6 else f"{df:.1f}"


def typographic(sentence: str) -> str:
    """A sentence with true minus signs before digits and with units that stay on the line of their number."""
    with_minus = re.sub(r"(?<![^ (,;\[])-(?=\d)", MINUS, sentence)
    with_percent = re.sub(r"(?<=\d) ?%(?= CI)", f"{NBSP}%{NBSP}", with_minus).replace(f"%{NBSP} CI", f"%{NBSP}CI")
    units = re.sub(r"(?<=\d) ?(?=%)", NBSP, with_percent)
    return re.sub(r"\bp (=|<) (?=\d)", rf"p{NBSP}\1{NBSP}", units)
