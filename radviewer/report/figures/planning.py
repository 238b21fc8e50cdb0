"""Reliability diagram and power curves."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from radviewer.report.drawing import Drawing
from radviewer.report.palette import AI, INK, MUTED, Series, series
from radviewer.report.plot import Plot, legend
from radviewer.report.text import number
from radviewer.stats.calibration import Calibration

_FIFTHS = (0.0, 0.2, 0.4, 0.6, 0.8, 1.0)


def reliability(found: Mapping[str, Calibration], machine: str) -> Drawing:
    """Stated probability against observed frequency, one panel for each source.

    Args:
        found: Calibrations by source.
        machine: Which of the sources is the AI; it is drawn in its own colour.
    """
    side, gap = 158.0, 30.0
    words = "; ".join(f"{name}: expected calibration error {number(c.ece, 3)}" for name, c in found.items())
    drawing = Drawing(46 + len(found) * (side + gap), 288, "Calibration", f"{words}.")
    for index, (name, calibration) in enumerate(found.items()):
        look = AI if name == machine else series(index)
        plot = Plot(drawing, 46 + index * (side + gap), 24, side, side, (0, 1), (0, 1))
        plot.frame("", "observed frequency" if index == 0 else "", xticks=_FIFTHS, yticks=_FIFTHS, size=7.5,
                   ytext=index == 0)  # fmt: skip
        plot.diagonal()
        plot.title(f"{name} (ECE {number(calibration.ece, 3)})", size=8.5)
        centres = [(b.mean_probability, b.observed) for b in calibration.bins]
        drawing.path([plot.at(*centre) for centre in centres], look.colour, 1.3)
        for one, centre in zip(calibration.bins, centres, strict=True):
            plot.whisker(centre, one.ci, look.colour, upright=True, width=1)
            drawing.marker(plot.at(*centre), look.marker, look.colour, radius=2.6, filled=look.filled)
        _counts(drawing, plot, calibration, look)
    return drawing


def _counts(drawing: Drawing, plot: Plot, calibration: Calibration, look: Series) -> None:
    """Bars below the panel: how many probabilities each bin holds."""
    top, height = plot.top + plot.height + 16, 34.0
    most = max(one.n for one in calibration.bins)
    for one in calibration.bins:
        tall = height * one.n / most
        left, right = plot.x(one.low) + 0.8, plot.x(one.high) - 0.8
        drawing.box((left, top + height - tall), (right - left, tall), look.colour)
    drawing.line((plot.left, top + height), (plot.left + plot.width, top + height), MUTED, 0.7)
    note = f"n = {calibration.n}, fullest bin {most}"
    drawing.text((plot.left + plot.width / 2, top + height + 24), note, size=7.5, colour=MUTED, anchor="middle")
    drawing.text((plot.left + plot.width / 2, top + height + 12), "stated probability", size=8, anchor="middle")


def power_curves(
    readers: Sequence[int], curves: Mapping[int, Sequence[float]], *, effect: float, now: tuple[int, int]
) -> Drawing:
    """Power against the number of readers, one line for each number of cases.

    Args:
        readers: Numbers of readers, ascending.
        curves: Power at each of them, by number of cases.
        effect: Difference to be detected.
        now: Readers and cases of this study.
    """
    words = "; ".join(
        f"{cases} cases: {', '.join(f'{r} readers {number(p, 2)}' for r, p in zip(readers, line, strict=True))}"
        for cases, line in curves.items()
    )
    drawing = Drawing(470, 320, "Power of a further study", f"Effect {number(effect, 3)}. {words}.")
    plot = Plot(drawing, 54, 14, 390, 224, (min(readers), max(readers)), (0, 1))
    plot.frame("readers", "power", xticks=[float(r) for r in readers], yticks=_FIFTHS, xformat=lambda v: f"{v:.0f}")
    drawing.line(plot.at(min(readers), 0.8), plot.at(max(readers), 0.8), INK, 0.8, (4, 3))
    drawing.text((plot.left + 4, plot.y(0.8) - 3), "0.80", size=7.5, colour=MUTED)
    entries = []
    for index, (cases, line) in enumerate(curves.items()):
        look = series(index)
        points = [plot.at(r, p) for r, p in zip(readers, line, strict=True)]
        drawing.path(points, look.colour, 1.8, look.dash)
        for point in points:
            drawing.marker(point, look.marker, look.colour, radius=2.4, filled=look.filled)
        entries.append((f"{cases} cases" + (" (as here)" if cases == now[1] else ""), look))
    legend(drawing, (58, 298), entries)
    return drawing
