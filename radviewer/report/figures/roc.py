"""ROC curves: of each reader against the mean of each condition, and condition against condition by reader."""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray

from radviewer.report.drawing import Drawing
from radviewer.report.palette import ACCENT, AMBER, MUTED, series
from radviewer.report.plot import Plot, free_spot, legend
from radviewer.report.text import number
from radviewer.stats.roc import RocCurve, roc_curve
from radviewer.stats.table import ReadTable

Floats = NDArray[np.float64]
_TICKS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)
_SMALL_TICKS = (0.0, 0.5, 1.0)
PANELS = 16


def curves(table: ReadTable) -> dict[tuple[int, int], RocCurve]:
    """The empirical curve of each condition and reader that has both classes."""
    found = {}
    for i in range(len(table.conditions)):
        for j in range(len(table.readers)):
            read = table.read[i, j]
            positives, negatives = table.ratings[i, j, read & table.truth], table.ratings[i, j, read & ~table.truth]
            if positives.size and negatives.size:
                found[i, j] = roc_curve(positives, negatives)
    return found


def mean_curve(parts: list[RocCurve]) -> tuple[Floats, Floats]:
    """Mean sensitivity of the readers at each false positive rate (vertical averaging)."""
    grid = np.unique(np.concatenate([[0.0, 1.0], *(part.false_positive_rate for part in parts)]))
    heights = [_height(part, grid) for part in parts]
    return grid, np.mean(heights, axis=0)


def _height(curve: RocCurve, grid: Floats) -> Floats:
    """Sensitivity by linear interpolation, the upper end where the curve rises at one place."""
    x, y = curve.false_positive_rate, curve.true_positive_rate
    last = np.append(np.flatnonzero(np.diff(x) > 0), len(x) - 1)
    return np.asarray(np.interp(grid, x[last], y[last]))


def roc_by_condition(table: ReadTable, means: dict[str, float]) -> Drawing:
    """One panel for each condition: thin lines are readers, the thick one their mean.

    Args:
        table: Reads with ratings.
        means: Mean AUC by condition, for the titles.
    """
    found = curves(table)
    t = len(table.conditions)
    side = 205.0 if t <= 2 else 165.0
    per_row = 2 if t <= 2 else 3
    rows = math.ceil(t / per_row)
    words = "; ".join(f"{name}: mean AUC {number(means.get(name), 3)}" for name in table.conditions)
    drawing = Drawing(
        60 + per_row * (side + 55), rows * (side + 75) + 4, "ROC curves by condition",
        f"Empirical ROC curves of {len(table.readers)} readers in {t} conditions. {words}.",
    )  # fmt: skip
    for i, name in enumerate(table.conditions):
        left, top = 48 + (i % per_row) * (side + 55), 24 + (i // per_row) * (side + 75)
        plot = Plot(drawing, left, top, side, side, (0, 1), (0, 1))
        plot.frame("1 - specificity", "sensitivity", xticks=_TICKS, yticks=_TICKS)
        plot.diagonal()
        plot.title(f"{name} (mean AUC {number(means.get(name), 3)})")
        own = [found[i, j] for j in range(len(table.readers)) if (i, j) in found]
        for curve in own:
            drawing.path(_points(plot, curve.false_positive_rate, curve.true_positive_rate), series(i).colour, 0.7,
                         opacity=0.55)  # fmt: skip
        if own:
            drawing.path(_points(plot, *mean_curve(own)), series(i).colour, 2.4)
    return drawing


def roc_by_reader(table: ReadTable, estimates: dict[tuple[str, str], float], first: int = 0) -> Drawing:
    """One small panel for each of at most `PANELS` readers with all conditions.

    Args:
        table: Reads with ratings.
        estimates: AUC by (reader, condition), written into the panels.
        first: Index of the first reader to show.
    """
    found = curves(table)
    per_row, side = 4, 104.0
    shown = table.readers[first : first + PANELS]
    rows = math.ceil(len(shown) / per_row)
    mine = {key: value for key, value in estimates.items() if key[0] in shown}
    words = "; ".join(f"{reader}, {condition}: {number(value, 3)}" for (reader, condition), value in mine.items())
    drawing = Drawing(
        40 + per_row * (side + 26), rows * (side + 48) + 34, "ROC curves by reader", f"AUC by reader: {words}."
    )
    for j, reader in enumerate(shown):
        left, top = 36 + (j % per_row) * (side + 26), 22 + (j // per_row) * (side + 48)
        plot = Plot(drawing, left, top, side, side, (0, 1), (0, 1))
        plot.frame(xticks=_SMALL_TICKS, yticks=_SMALL_TICKS, size=7, ytext=j % per_row == 0)
        plot.diagonal()
        plot.title(reader, size=8.5)
        for i, condition in enumerate(table.conditions):
            if (i, first + j) not in found:
                continue
            curve, look = found[i, first + j], series(i)
            drawing.path(
                _points(plot, curve.false_positive_rate, curve.true_positive_rate), look.colour, 1.5, look.dash
            )
            below = top + side - 7 - 10 * (len(table.conditions) - 1 - i)
            text = number(estimates.get((reader, condition)), 3)
            drawing.text((left + side - 4, below), text, size=7.5, colour=look.colour, anchor="end", bold=i > 0)
    base = rows * (side + 48) + 22
    legend(drawing, (36, base), [(name, series(i)) for i, name in enumerate(table.conditions)])
    drawing.text((drawing.width - 10, base + 3), "across: 1 - specificity, upwards: sensitivity; numbers: AUC",
                 size=7.5, colour=MUTED, anchor="end")  # fmt: skip
    return drawing


def _points(plot: Plot, x: Floats, y: Floats) -> list[tuple[float, float]]:
    """Points on the page, without those that are nearer than a third of a point to the last one."""
    points = [plot.at(float(a), float(b)) for a, b in zip(x, y, strict=True)]
    kept = points[:1]
    for point in points[1:-1]:
        if abs(point[0] - kept[-1][0]) + abs(point[1] - kept[-1][1]) >= 0.35:
            kept.append(point)
    return [*kept, *points[-1:]]


def arrows(
    before: dict[str, tuple[float, float]],
    after: dict[str, tuple[float, float]],
    machine: tuple[float, float] | None,
    names: tuple[str, str],
) -> Drawing:
    """Each reader's operating point moving from the first condition to the second.

    Args:
        before: (1 - specificity, sensitivity) by reader.
        after: The same in the second condition.
        machine: Operating point of the AI alone.
        names: The two conditions.
    """
    points = [*before.values(), *after.values(), *([machine] if machine else [])]
    low_x, high_x = _room([p[0] for p in points])
    low_y, high_y = _room([p[1] for p in points])
    span = max(high_x - low_x, high_y - low_y)
    words = "; ".join(
        f"{reader} from {' / '.join(number(v, 2) for v in start)} to {' / '.join(number(v, 2) for v in after[reader])}"
        for reader, start in before.items()
    )
    drawing = Drawing(370, 338, "Operating points moving with AI", f"1 - specificity / sensitivity: {words}.")
    xlim = (max(0.0, min(low_x, 1 - span)), min(1.0, max(low_x, 0.0) + span))
    ylim = (max(0.0, min(low_y, 1 - span)), min(1.0, max(low_y, 0.0) + span))
    plot = Plot(drawing, 54, 12, 260, 260, xlim, ylim)
    plot.frame(f"1 - specificity (axis from {number(xlim[0], 2)} to {number(xlim[1], 2)})",
               f"sensitivity (axis from {number(ylim[0], 2)} to {number(ylim[1], 2)})")  # fmt: skip
    plot.diagonal()
    lines = [(plot.at(*start), plot.at(*after[reader])) for reader, start in before.items()]
    taken: list[tuple[float, float]] = [plot.at(*machine)] if machine else []
    for (reader, start), (a, b) in zip(before.items(), lines, strict=True):
        drawing.arrow(a, b, ACCENT if sum(_gain(start, after[reader])) >= 0 else AMBER)
        drawing.marker(a, "circle", series(0).colour, radius=3.2, filled=False)
        if a == b:
            drawing.marker(b, "circle", ACCENT, radius=2.0)
        spot = free_spot(taken, lines, (a, b))
        if spot is not None:
            taken.append(spot)
            drawing.text(spot, reader, size=8, anchor="middle")
    if machine:
        drawing.marker(plot.at(*machine), "diamond", AMBER, radius=4)
    _arrow_legend(drawing, names, machine is not None)
    return drawing


def _gain(start: tuple[float, float], end: tuple[float, float]) -> tuple[float, float]:
    return start[0] - end[0], end[1] - start[1]


def _room(values: list[float]) -> tuple[float, float]:
    room = max(0.06, 0.15 * (max(values) - min(values)))
    return max(0.0, min(values) - room), min(1.0, max(values) + room)


def _arrow_legend(drawing: Drawing, names: tuple[str, str], machine: bool) -> None:
    y = 328.0
    drawing.marker((60, y), "circle", series(0).colour, radius=3.2, filled=False)
    drawing.text((68, y + 3), names[0])
    x = 68 + len(names[0]) * 4.6 + 16
    drawing.arrow((x, y), (x + 22, y), ACCENT)
    text = f"to {names[1]} (amber: Youden index fell)"
    drawing.text((x + 27, y + 3), text)
    if machine:
        x += 27 + len(text) * 4.5 + 14
        drawing.marker((x, y), "diamond", AMBER, radius=4)
        drawing.text((x + 9, y + 3), "AI alone")
