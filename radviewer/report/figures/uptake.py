"""Figures of uptake: switches by reader, the plane of RAIR and RSR, ratings before and after."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from radviewer.report.drawing import Drawing
from radviewer.report.palette import ACCENT, AMBER, INK, MUTED, RULE
from radviewer.report.plot import Plot, free_spot, round_ticks
from radviewer.report.text import number
from radviewer.stats.uptake import Estimate, PairedReads

# More points than this hide each other; then only every k-th pair is drawn, and the figure says so.
MOST_POINTS = 3000
_QUARTERS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class SwitchRow:
    """One reader's switches: to right, to wrong, of all reads."""

    name: str
    better: int
    worse: int
    reads: int


def switches(rows: Sequence[SwitchRow]) -> Drawing:
    """Bars to the right for beneficial switches, to the left for harmful ones, the net beside them."""
    height = 20.0 * len(rows)
    words = "; ".join(f"{row.name}: {row.better} to right, {row.worse} to wrong of {row.reads}" for row in rows)
    drawing = Drawing(500, height + 66, "Switches by reader", f"{words}.")
    most = max([row.better for row in rows] + [row.worse for row in rows] + [1])
    plot = Plot(drawing, 122, 20, 300, height, (-most * 1.12, most * 1.12), (0, len(rows)))
    ticks = [tick for tick in round_ticks(-most, most, 6) if float(tick).is_integer()]
    plot.frame("switched reads", xticks=ticks, yticks=(), xformat=lambda v: number(abs(v), 0))
    zero = plot.x(0)
    drawing.text((zero - 6, 12), "harmful: right to wrong", size=7.5, colour=AMBER, anchor="end")
    drawing.text((zero + 6, 12), "beneficial: wrong to right", size=7.5, colour=ACCENT)
    drawing.text((430, 12), "net", size=7.5, colour=MUTED)
    for index, row in enumerate(rows):
        top = 20 + index * 20 + 4
        drawing.box((zero, top), (plot.x(row.better) - zero, 12), ACCENT)
        drawing.box((plot.x(-row.worse), top), (zero - plot.x(-row.worse), 12), AMBER)
        drawing.text((plot.x(row.better) + 4, top + 9), str(row.better), size=8)
        drawing.text((plot.x(-row.worse) - 4, top + 9), str(row.worse), size=8, anchor="end")
        drawing.text((8, top + 9), row.name, size=8.5)
        drawing.text((430, top + 9), f"{number(row.better - row.worse, 0, sign=True)} of {row.reads}", size=8)
    drawing.line((zero, 16), (zero, 20 + height), INK, 1)
    return drawing


def reliance_plane(points: Sequence[tuple[str, Estimate, Estimate]], pooled: tuple[Estimate, Estimate]) -> Drawing:
    """RAIR across, RSR upwards: the upper right corner is appropriate reliance.

    Args:
        points: Reader, RAIR and RSR; readers without both are left out.
        pooled: RAIR and RSR over all reads, drawn with their intervals.
    """
    shown = [(n, a.value, s.value) for n, a, s in points if a.value is not None and s.value is not None]
    words = "; ".join(f"{name}: RAIR {number(a, 2)}, RSR {number(s, 2)}" for name, a, s in shown)
    drawing = Drawing(370, 332, "Relative reliance on AI and on self", f"{words}.")
    plot = Plot(drawing, 54, 12, 260, 260, (0, 1), (0, 1))
    plot.frame("RAIR: took right advice when wrong alone", "RSR: withstood wrong advice when right alone",
               xticks=_QUARTERS, yticks=_QUARTERS)  # fmt: skip
    for x, y, text, anchor in (
        (0.985, 0.955, "appropriate reliance", "end"), (0.985, 0.02, "over-reliance", "end"),
        (0.015, 0.955, "under-reliance", "start"), (0.015, 0.02, "neither", "start"),
    ):  # fmt: skip
        at = plot.at(x, y)
        drawing.text((at[0], at[1] + 3), text, size=8, colour=MUTED, anchor="end" if anchor == "end" else "start")
    drawing.line(plot.at(0.5, 0), plot.at(0.5, 1), RULE, 1, (3, 3))
    drawing.line(plot.at(0, 0.5), plot.at(1, 0.5), RULE, 1, (3, 3))
    rair, rsr = pooled
    whiskers = []
    if rair.value is not None and rsr.value is not None and rair.ci and rsr.ci:
        whiskers = [(plot.at(rair.ci[0], rsr.value), plot.at(rair.ci[1], rsr.value)),
                    (plot.at(rair.value, rsr.ci[0]), plot.at(rair.value, rsr.ci[1]))]  # fmt: skip
    taken: list[tuple[float, float]] = []
    for name, a, s in shown:
        at = plot.at(a, s)
        drawing.marker(at, "circle", "#57606a", radius=3, filled=False)
        spot = free_spot(taken, whiskers, (at,))
        if spot is not None:
            taken.append(spot)
            drawing.text(spot, name, size=8, anchor="middle")
    if rair.value is not None and rsr.value is not None:
        centre = (rair.value, rsr.value)
        plot.whisker(centre, rair.ci, ACCENT, width=1.6)
        plot.whisker(centre, rsr.ci, ACCENT, upright=True, width=1.6)
        drawing.marker(plot.at(*centre), "diamond", ACCENT, radius=4.5)
    drawing.marker((60, 324), "circle", "#57606a", radius=3, filled=False)
    drawing.text((68, 327), "reader")
    drawing.marker((118, 324), "diamond", ACCENT, radius=4)
    drawing.text((128, 327), "all reads with interval over readers and cases")
    return drawing


def rating_scatter(reads: PairedReads) -> Drawing | None:
    """Probability without AI across and with AI upwards, negative and positive cases side by side."""
    if reads.rating0 is None or reads.rating1 is None:
        return None
    used = reads.present & np.isfinite(reads.rating0) & np.isfinite(reads.rating1)
    truth = np.broadcast_to(reads.truth, used.shape)
    step = math.ceil(int(used.sum()) / MOST_POINTS)
    drawing = Drawing(
        520, 296, "Ratings without and with AI",
        f"{int(used.sum())} pairs of ratings; points above the diagonal were raised with AI.",
    )  # fmt: skip
    for index, (name, side) in enumerate((("negative cases", ~truth), ("positive cases", truth))):
        plot = Plot(drawing, 54 + index * 250, 24, 205, 205, (0, 1), (0, 1))
        plot.frame(f"probability, {reads.unaided}", f"probability, {reads.aided}" if index == 0 else "",
                   xticks=_QUARTERS, yticks=_QUARTERS)  # fmt: skip
        plot.diagonal()
        plot.title(f"{name} (n = {int((used & side).sum())})")
        for right, colour, marker in ((True, ACCENT, "circle"), (False, AMBER, "triangle")):
            chosen = used & side & (reads.ok_ai == right)
            pairs = zip(reads.rating0[chosen][::step].tolist(), reads.rating1[chosen][::step].tolist(), strict=True)
            for before, after in pairs:
                drawing.marker(plot.at(before, after), marker, colour, radius=1.8, opacity=0.55)
    drawing.marker((60, 284), "circle", ACCENT, radius=2.4)
    drawing.text((68, 287), "AI right on this case")
    drawing.marker((180, 284), "triangle", AMBER, radius=2.6)
    drawing.text((188, 287), "AI wrong on this case")
    thinned = f"; every {step}th pair is shown" if step > 1 else ""
    drawing.text((300, 287), f"on the dashed line: unchanged{thinned}", colour=MUTED)
    return drawing
