"""What measurements say: on the image, in the list. Numbers have units, lengths and areas name their spacing."""

from __future__ import annotations

import math

from radviewer.core.measurement import REGIONS, FigureKind, Ruler, Statistics, Values
from radviewer.workbench.measuring.notes import Measurement

_SQUARE = "\N{SUPERSCRIPT TWO}"
_DEGREES = "\N{DEGREE SIGN}"
_PLUS_MINUS = "\N{PLUS-MINUS SIGN}"


def length_text(length: float, ruler: Ruler) -> str:
    """A length, for example "12.3 mm"; hundredths below 10 mm."""
    return f"{_rounded(length)} {ruler.unit}"


def area_text(area: float, ruler: Ruler) -> str:
    """An area, for example "3.2 cm2" from 100 mm2 on."""
    if ruler.unit == "mm" and area >= 100:
        return f"{_rounded(area / 100)} cm{_SQUARE}"
    return f"{_rounded(area)} {ruler.unit}{_SQUARE}"


def degrees_text(degrees: float) -> str:
    """An angle, to a tenth of a degree."""
    return f"{degrees:.1f}{_DEGREES}"


def value_number(value: float) -> str:
    """A pixel value or a mean, with as many digits as can be told apart."""
    if not math.isfinite(value):
        return "not a number"
    size = abs(value)
    if size >= 1000 or (size >= 10 and value == int(value)):
        return f"{value:.0f}"
    return f"{value:.1f}" if size >= 10 else f"{value:.2f}" if size >= 0.01 or size == 0 else f"{value:.3g}"


def _rounded(value: float) -> str:
    return f"{value:.1f}" if value >= 9.995 else f"{value:.2f}"


def statistics_lines(numbers: Statistics) -> tuple[str, ...]:
    """Mean with deviation, then the extremes; one line that says so where no pixel counts."""
    if numbers.mean is None or numbers.minimum is None or numbers.maximum is None:
        return ("no pixel inside",)
    unit = f" {numbers.unit}" if numbers.unit else ""
    deviation = "" if numbers.deviation is None else f" {_PLUS_MINUS} {value_number(numbers.deviation)}"
    extremes = f"min {value_number(numbers.minimum)}  max {value_number(numbers.maximum)}"
    return f"{value_number(numbers.mean)}{deviation}{unit}", extremes


def label_lines(kind: FigureKind, name: str, values: Values | None) -> tuple[str, ...]:
    """What stands beside a figure on the image.

    Args:
        kind: Of the figure.
        name: The user's words; may be empty.
        values: What it measures, or None.
    """
    lines = [name] if name else []
    if values is None:
        return tuple(lines)
    if values.length is not None:
        lines.append(length_text(values.length, values.ruler))
    if values.degrees is not None:
        lines.append(degrees_text(values.degrees))
    if kind in REGIONS:
        lines += statistics_lines(values.uptake) if values.uptake is not None else ()
        lines += statistics_lines(values.statistics) if values.statistics is not None else ()
    if values.area is not None:
        lines.append(area_text(values.area, values.ruler))
    if values.ruler.unit == "mm" and (values.length is not None or values.area is not None):
        lines.append(values.ruler.source)
    return tuple(lines)


def list_text(measurement: Measurement) -> str:
    """What the list says of a measurement, in one line."""
    values = measurement.values
    if values is None:
        return ""
    parts = []
    if values.length is not None:
        parts.append(length_text(values.length, values.ruler))
    if values.degrees is not None:
        parts.append(degrees_text(values.degrees))
    numbers = values.uptake or values.statistics
    if numbers is not None:
        parts.append(statistics_lines(numbers)[0])
    if values.area is not None:
        parts.append(area_text(values.area, values.ruler))
    return "   ".join(parts)
