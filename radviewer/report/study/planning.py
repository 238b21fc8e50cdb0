"""The sections on calibration and on the power of a further study."""

from __future__ import annotations

from radviewer.core.errors import InputProblem
from radviewer.report.figures.planning import power_curves, reliability
from radviewer.report.page import Callout, Figure, Paragraph, Section, Table, table
from radviewer.report.study.accuracy import NAMES
from radviewer.report.study.analysis import StudyAnalysis
from radviewer.report.text import interval, number
from radviewer.stats.calibration import Coefficient
from radviewer.stats.power_bootstrap import PowerSpread, power_spread
from radviewer.stats.sample_size import Planning, power

AI_ALONE = "AI alone"
CALIBRATION_TITLE, POWER_TITLE = "Calibration", "Power of a further study"
_READERS = (3, 4, 5, 6, 8, 10, 12, 15, 20)


def calibration_section(study: StudyAnalysis) -> Section:
    """Reliability diagram and the figures behind it."""
    section = Section(CALIBRATION_TITLE)
    if not study.calibration:
        return section.add(Paragraph("There are no probabilities to calibrate: the table lacks ratings on a "
                                     "scale from 0 "
                                     "to 1 or 0 to 100, or uptake could not be analysed."))  # fmt: skip
    section.add(
        Figure("Stated probability against observed frequency; below, how often each was stated. Vertical lines are "
               "Wilson intervals that take reads as independent.", reliability(study.calibration, AI_ALONE)),
        _calibration_table(study), _brier_table(study),
    )  # fmt: skip
    notes = dict.fromkeys(
        f"{name}: {one.note}" for name, c in study.calibration.items() for one in (c.slope, c.intercept) if one.note
    )
    return section.add(*(Callout(note, "note") for note in notes))


def _calibration_table(study: StudyAnalysis) -> Table:
    rows = [
        (name, str(c.n), f"{number(c.ece, 3)} ({interval(c.ece_ci, 3)})",
         f"{number(c.brier.brier, 3)} ({interval(c.brier_ci, 3)})", _coefficient(c.slope), _coefficient(c.intercept))
        for name, c in study.calibration.items()
    ]  # fmt: skip
    header = ("Source", "n", "Expected calibration error", "Brier score", "Slope", "Intercept")
    return table("Calibration with intervals.", header, rows, "lrrrrr",
                 note="Slope 1 and intercept 0 are ideal; a slope below 1 means probabilities that are too "
                 "extreme. Errors of slope and intercept take values as independent. In small samples the calibration "
                 "error is biased upwards, and its bootstrap more so.")  # fmt: skip


def _coefficient(found: Coefficient) -> str:
    return "not defined" if found.value is None else f"{number(found.value, 2)} ({interval(found.ci, 2)})"


def _brier_table(study: StudyAnalysis) -> Table:
    rows = [
        (name, *(number(value, 4) for value in (
            c.brier.brier, c.brier.reliability, c.brier.resolution, c.brier.uncertainty, c.brier.within_variance,
            c.brier.within_covariance,
        )))
        for name, c in study.calibration.items()
    ]  # fmt: skip
    header = (
        "Source",
        "Brier",
        "Reliability",
        "Resolution",
        "Uncertainty",
        "Within-bin variance",
        "Within-bin covariance",
    )
    return table("Parts of the Brier score.", header, rows, "lrrrrrr",
                 note="Brier = reliability - resolution + uncertainty + within-bin variance - within-bin "
                 "covariance.")  # fmt: skip


def planned_effect(study: StudyAnalysis) -> tuple[float, str]:
    """The effect that power is shown for, and where it comes from."""
    planned = study.metadata.number("planned_effect")
    if planned is not None and planned != 0:
        return abs(planned), "the planned effect"
    pairs = study.primary.pairs
    if not pairs or pairs[0].difference == 0:
        return 0.05, "a difference of 0.05, chosen for illustration since none was planned or seen"
    return abs(pairs[0].difference), "the difference seen here, which is itself uncertain and tends to be optimistic"


def power_grid(study: StudyAnalysis) -> dict[int, list[float]] | None:
    """Power by number of cases for the readers of `_READERS`; None where it is not defined."""
    planning = study.planning
    if planning is None or not study.primary.pairs:
        return None
    effect, _ = planned_effect(study)
    cases = len(study.reads.cases)
    grid: dict[int, list[float]] = {}
    for factor in (0.5, 1.0, 2.0, 4.0):
        planned = max(10, round(cases * factor))
        line = _line(planning, planned, effect, study.options.alpha)
        if line is None:
            return None
        grid[planned] = line
    return grid


def power_spreads(study: StudyAnalysis) -> dict[int, list[PowerSpread]] | None:
    """The same as `power_grid` with the spread that comes from the pilot; None where that is not known."""
    grid, draws = power_grid(study), study.planning_draws
    if grid is None or draws is None:
        return None
    effect, _ = planned_effect(study)
    alpha = study.options.alpha
    return {
        cases: [power_spread(draws, readers, cases, effect, alpha=alpha, level=1 - alpha) for readers in _READERS]
        for cases in grid
    }


def _line(planning: Planning, cases: int, effect: float, alpha: float) -> list[float] | None:
    try:
        return [power(planning, readers, cases, effect, alpha=alpha).power for readers in _READERS]
    except InputProblem:
        # A pilot whose variance terms are not positive has no power function; the section says so.
        return None


def power_section(study: StudyAnalysis) -> Section:
    """Curves and the same numbers as a table."""
    section = Section(POWER_TITLE)
    grid = power_grid(study)
    if grid is None:
        return section.add(Paragraph("Power cannot be planned from these data: it needs two readers, two "
                                     "conditions and "
                                     "positive variance components."))  # fmt: skip
    effect, source = planned_effect(study)
    name = NAMES.get(next(iter(study.endpoints)), "the endpoint")
    now = (len(study.reads.readers), len(study.reads.cases))
    drawing = power_curves(_READERS, grid, effect=effect, now=now)
    spreads = power_spreads(study)
    rows = [(f"{readers}", *(_cell(grid, spreads, c, k) for c in grid)) for k, readers in enumerate(_READERS)]
    return section.add(
        Paragraph(
            f"Power to detect a difference of {name} of {number(effect, 3)} ({source}) between two conditions "
            f"in a fully "
            f"crossed study with the variance components of this one, readers and cases random, alpha "
            f"{study.options.alpha:g} (Hillis, Obuchowski and Berbaum 2011)."
        ),
        Figure(f"Power against readers for a difference of {number(effect, 3)}.", drawing),
        table("Power, and where it lies when the components are drawn again.",
              ("Readers", *(f"{c} cases" for c in grid)), rows, "r" * (len(grid) + 1), note=_how(study)),
        *_rule(study),
        Callout(
            f"Components from {now[0]} readers and {now[1]} cases are themselves very uncertain; so is this "
            f"power. It says "
            "nothing about the study reported here, whose interval already shows its precision.", "caution",
        ),
    )  # fmt: skip


def _cell(grid: dict[int, list[float]], spreads: dict[int, list[PowerSpread]] | None, cases: int, place: int) -> str:
    value = number(grid[cases][place], 2)
    if spreads is None:
        return value
    found = spreads[cases][place]
    return f"{value} ({interval((found.low, found.high), 2)})"


def _how(study: StudyAnalysis) -> str:
    draws = study.planning_draws
    if draws is None:
        return ""
    return (
        f"In brackets: the middle {100 * (1 - study.options.alpha):g} % of {len(draws.draws)} draws of the components "
        f"(cases drawn again within each truth; readers x conditions by the chi-square of its mean square; seed "
        f"{draws.seed}). The effect is not drawn."
    )


def _rule(study: StudyAnalysis) -> list[Callout]:
    """The stopping rule of the plan, or a word on why one is needed."""
    rule = study.metadata.fact("stopping_rule")
    if rule is not None:
        return [Callout(f"Stopping rule, declared before the first read: {rule}", "note")]
    return [Callout("No stopping rule was declared. Looking at results and then deciding whether to read on changes "
                    "the error rate of the test.", "caution")]  # fmt: skip


def readers_of_grid() -> tuple[int, ...]:
    """The numbers of readers that the power grid is computed for."""
    return _READERS
