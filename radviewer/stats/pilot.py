"""Planning values straight from a pilot's table of reads."""

from __future__ import annotations

from radviewer.core.errors import InputProblem
from radviewer.stats.endpoints import Endpoint, EndpointSpec, measure
from radviewer.stats.mrmc import Covariance, case_covariance
from radviewer.stats.obuchowski_rockette import components
from radviewer.stats.sample_size import Planning, planning_from_pilot
from radviewer.stats.table import ReadTable


def planning_from_table(
    table: ReadTable, spec: EndpointSpec | None = None, covariance: Covariance = Covariance.JACKKNIFE
) -> Planning:
    """Components of a pilot study and the number of cases that they refer to.

    Sensitivity refers to the pilot's positive cases and specificity to its negative cases, so that planned
    "cases" mean the same kind of case.

    Raises:
        InputProblem: Some reader did not read under each condition, or the pilot is too small.
    """
    settings = (spec or EndpointSpec()).checked()
    if not table.read.any(axis=2).all():
        raise InputProblem("Some reader of the pilot did not read under each condition.", hint="Leave that reader out.")
    measured = measure(table.ratings, table.read, table.truth, settings)
    matrix = case_covariance(measured, covariance, table.ratings, table.read, settings)
    positives = int(table.truth.sum())
    cases = {Endpoint.SENSITIVITY: positives, Endpoint.SPECIFICITY: table.truth.size - positives}
    return planning_from_pilot(components(measured.estimates, matrix), cases.get(settings.kind, table.truth.size))
