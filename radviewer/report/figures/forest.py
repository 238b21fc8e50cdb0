"""Forest plots: one row for each reader, one for the mean, with the numbers beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from radviewer.report.drawing import Drawing, Path
from radviewer.report.palette import ACCENT, AMBER, BAND, INK, MUTED, RULE
from radviewer.report.plot import Plot, padded, round_ticks
from radviewer.report.text import interval, number

_ROW = 19.0


@dataclass(frozen=True, slots=True)
class Row:
    """One estimate: its name, value, interval, and whether it is the summary."""

    name: str
    value: float | None
    ci: tuple[float, float] | None
    summary: bool = False


@dataclass(frozen=True, slots=True)
class Axis:
    """The scale of a forest plot.

    Attributes:
        label: What is estimated, with its unit.
        null: Value of no effect.
        left: What lies left of it, in words.
        right: What lies right of it.
        digits: Decimals in the column of numbers.
        log: Whether the scale is logarithmic.
        sign: Whether numbers carry a plus.
        margin: Limit of non-inferiority; None without one.
    """

    label: str
    null: float
    left: str = ""
    right: str = ""
    digits: int = 3
    log: bool = False
    sign: bool = True
    margin: float | None = None


def forest(title: str, rows: Sequence[Row], axis: Axis) -> Drawing:
    """Squares with whiskers for rows, a diamond for the summary.

    Args:
        title: For screen readers.
        rows: From top to bottom; undefined ones are named as such.
        axis: The scale.
    """
    height = len(rows) * _ROW
    words = "; ".join(f"{row.name}: {_words(row, axis)}" for row in rows)
    drawing = Drawing(520, height + 72, title, f"{axis.label}. {words}.")
    plot = Plot(drawing, 122, 20, 250, height, _limits(rows, axis), (0, len(rows)), axis.log)
    ticks = _ticks(plot.xlim, axis)
    for index, row in enumerate(rows):
        if row.summary:
            drawing.box((4, 20 + index * _ROW), (512, _ROW), BAND)
    plot.frame(axis.label, xticks=ticks, yticks=(), xformat=lambda v: number(v, _tick_digits(ticks), sign=False))
    drawing.line((plot.x(axis.null), 16), (plot.x(axis.null), 20 + height), INK, 1)
    if axis.margin is not None and plot.xlim[0] <= axis.margin <= plot.xlim[1]:
        drawing.line((plot.x(axis.margin), 16), (plot.x(axis.margin), 20 + height), AMBER, 1, (4, 2))
    drawing.text((plot.x(axis.null) - 6, 12), axis.left, size=7.5, colour=MUTED, anchor="end")
    drawing.text((plot.x(axis.null) + 6, 12), axis.right, size=7.5, colour=MUTED)
    for index, row in enumerate(rows):
        _row(plot, row, axis, len(rows) - index - 0.5, 20 + (index + 0.5) * _ROW + 3)
    drawing.line((4, 20 + height), (122, 20 + height), RULE, 0.5)
    return drawing


def _row(plot: Plot, row: Row, axis: Axis, level: float, baseline: float) -> None:
    drawing = plot.drawing
    drawing.text((8, baseline), row.name if len(row.name) < 24 else row.name[:22] + "…", size=8.5, bold=row.summary)
    drawing.text((382, baseline), _words(row, axis), size=8, bold=row.summary)
    if row.value is None or not plot.xlim[0] <= row.value <= plot.xlim[1]:
        return
    if row.summary and row.ci is not None:
        low, high = max(row.ci[0], plot.xlim[0]), min(row.ci[1], plot.xlim[1])
        x, y = plot.at(row.value, level)
        points = ((plot.x(low), y), (x, y - 5), (plot.x(high), y), (x, y + 5), (plot.x(low), y))
        drawing.box((plot.x(low), y - 0.4), (max(plot.x(high) - plot.x(low), 0.1), 0.8), ACCENT)
        drawing.shapes.append(Path(points, ACCENT, 1, (), ACCENT, closed=True))
        return
    plot.whisker((row.value, level), row.ci, MUTED)
    drawing.marker(plot.at(row.value, level), "square", INK, radius=2.6)


def _words(row: Row, axis: Axis) -> str:
    if row.value is None:
        return "not defined"
    return f"{number(row.value, axis.digits, sign=axis.sign)} ({interval(row.ci, axis.digits, sign=axis.sign)})"


def _limits(rows: Sequence[Row], axis: Axis) -> tuple[float, float]:
    values = [axis.null, *([axis.margin] if axis.margin is not None else [])]
    for row in rows:
        values += [row.value] if row.value is not None else []
        values += list(row.ci) if row.ci else []
    if axis.log:
        low, high = min(values), max(values)
        return low / 1.06, high * 1.06
    return padded(values, 0.06) if max(values) > min(values) else (axis.null - 0.5, axis.null + 0.5)


def _ticks(limits: tuple[float, float], axis: Axis) -> list[float]:
    if not axis.log:
        return round_ticks(*limits, about=6)
    candidates = (0.1, 0.2, 0.25, 0.33, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2, 1.4, 1.7, 2.0, 3.0, 4.0, 5.0, 10.0)
    inside = [tick for tick in candidates if limits[0] <= tick <= limits[1]]
    while len(inside) > 8:
        inside = [tick for index, tick in enumerate(inside) if index % 2 == 0 or tick == 1.0]
    return inside


def _tick_digits(ticks: Sequence[float]) -> int:
    return 2 if any(abs(tick * 10 - round(tick * 10)) > 1e-9 for tick in ticks) else 1
