"""The section on types of overlay that were dealt to the cases: the type as a factor of the same analysis."""

from __future__ import annotations

from radviewer.report.page import Callout, Paragraph, Section
from radviewer.report.study.accuracy import difference_table, mean_table
from radviewer.report.study.analysis import StudyAnalysis
from radviewer.report.study.uptake import TITLE as UPTAKE
from radviewer.report.text import degrees, number, p_value
from radviewer.stats.mrmc import MrmcResult

TITLE = "Types of overlay"
_HOW = (
    "The types were dealt to the cases by the schedule. A reader read each case under one type only, and each case was "
    "read under the other types by other readers, so a contrast of types lies between different cases of the same "
    f"reader. What readers did with the advice under each type is among the strata of section '{UPTAKE}'."
)


def overlay_section(study: StudyAnalysis) -> Section | None:
    """The whole section; None where no types were dealt."""
    if not study.by_overlay:
        return None
    section = Section(TITLE).add(*(Callout(_factor(name, one), "result") for name, one in study.overlay_factor.items()))
    section.add(
        mean_table("Means over readers by type of overlay.", study.by_overlay, study.options.alpha, ""),
        difference_table("Differences between types of overlay.", study.by_overlay, study.options.alpha,
                         "p values are not corrected for the number of contrasts."),
    )  # fmt: skip
    return section.add(Paragraph(_HOW))


def _factor(condition: str, result: MrmcResult) -> str:
    """Whether the types of one condition differ at all."""
    test, of = result.overall, result.endpoint.label
    if test is None or test.statistic is None or test.p is None:
        return f"{condition}: whether the types of overlay differ cannot be tested."
    name = f"F({degrees(test.df1)}, {degrees(test.df2)}) = {number(test.statistic, 2)}"
    words = f"p {p_value(test.p)}" if test.p < 0.001 else f"p = {p_value(test.p)}"
    if test.p < result.alpha:
        return f"{condition}: the types of overlay differ in {of} ({name}, {words})."
    return f"{condition}: the types of overlay are not shown to differ in {of} ({name}, {words})."
