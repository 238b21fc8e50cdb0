"""MRMCaov on other designs: nested cases, nested readers (with its error), missing reads, other endpoints."""

from __future__ import annotations

import math
from typing import Any

import numpy as np
import pytest

from radviewer.stats.delong import delong
from radviewer.stats.design import Design, distinct_names
from radviewer.stats.endpoints import Endpoint, EndpointSpec
from radviewer.stats.mrmc import Covariance, Inference, MrmcResult, analyze
from radviewer.stats.table import Columns, ReadTable, from_frame
from tests.unit.stats.reference import Comparison, frame, results, table
from tests.unit.stats.test_reference_mrmcaov import compare_group

DESIGNS = {
    "cases_nested_in_readers": Design.CASES_IN_READERS,
    "cases_nested_in_tests": Design.CASES_IN_CONDITIONS,
    "readers_nested_in_tests": Design.READERS_IN_CONDITIONS,
}
COLUMNS = Columns(condition="treatment")


def nested(design: Design) -> ReadTable:
    """The vandyke reads with names made distinct by us, from the plain case and reader columns."""
    return from_frame(distinct_names(frame("vandyke_with_nested_case_ids"), COLUMNS, design), COLUMNS)


@pytest.mark.parametrize("covariance", ["jackknife", "unbiased"])
@pytest.mark.parametrize("name", ["cases_nested_in_readers", "cases_nested_in_tests"])
def test_every_cell_with_nested_cases_is_reproduced(name: str, covariance: str):
    cells, seen = results("vandyke_designs_mrmcaov")[f"{name}_RRRC_{covariance}"], Comparison()
    compare_group(f"{name} RRRC", cells, nested(DESIGNS[name]), EndpointSpec(), seen)
    seen.finish(at_least=130)


def test_case_columns_that_are_already_distinct_give_the_same_as_the_design_option():
    """case2 holds "reader.case" and case3 "treatment.case": no option is needed for them."""
    for column, design in (("case2", Design.CASES_IN_READERS), ("case3", Design.CASES_IN_CONDITIONS)):
        found = from_frame(frame("vandyke_with_nested_case_ids"), Columns(case=column, condition="treatment"))
        ours, other = analyze(found), analyze(nested(design))
        assert ours.overall == other.overall
        assert ours.pairs == other.pairs


@pytest.mark.parametrize("covariance", ["jackknife", "unbiased"])
def test_every_cell_with_missing_reads_is_reproduced(covariance: str):
    cells = results("vandyke_designs_mrmcaov")["partially_paired_missing10pct"][covariance]
    seen = Comparison()
    compare_group("missing RRRC", cells, table("vandyke_missing10pct", "treatment"), EndpointSpec(), seen)
    seen.finish(at_least=130)


@pytest.mark.parametrize(
    ("name", "spec"),
    [
        ("partial_auc_spec_0.70_1.00", EndpointSpec(Endpoint.PARTIAL_AUC, low=0.7, high=1.0)),
        ("empirical_sens_at_spec_0.8", EndpointSpec(Endpoint.SENSITIVITY_AT, specificity=0.8)),
    ],
)
def test_every_cell_of_the_roc_based_endpoints_is_reproduced(name: str, spec: EndpointSpec):
    cells, seen = results("vandyke_designs_mrmcaov")[f"{name}_RRRC_jackknife"], Comparison()
    compare_group(f"{name} RRRC", cells, table("vandyke"), spec, seen)
    seen.finish(at_least=130)


@pytest.mark.parametrize("reader", range(1, 6))
def test_every_cell_of_single_readers_is_reproduced(reader: int):
    cells, seen = results("vandyke_designs_mrmcaov")[f"single_reader_{reader}_delong"], Comparison()
    reads = table("vandyke")
    found = delong(reads.ratings[:, reads.readers.index(str(reader))], reads.truth)
    (pair,), (row,) = found.pairs, cells["test_diffs"]
    assert pair.ci is not None
    seen.check("difference", pair.difference, row["Estimate"])
    seen.check("se", pair.se, row["StdErr"])
    seen.check("z", pair.statistic, row["z"])
    seen.check("p", pair.p, row["p-value"])
    seen.check("low", pair.ci[0], row["CI.Lower"], scale=0.01)
    seen.check("high", pair.ci[1], row["CI.Upper"], scale=0.01)
    for curve, theirs in zip(found.curves, cells["reader_means"], strict=True):
        seen.check("auc", curve.auc, theirs["empirical_auc"])
        seen.check("se", curve.se, theirs["StdErr"])
        seen.check("low", curve.ci[0], theirs["CI.Lower"])
        seen.check("high", curve.ci[1], theirs["CI.Upper"])
    components = {row[".row"]: row["Estimate"] for row in cells["vcov_comps"]}
    seen.check("Error", float(np.trace(found.covariance)) / 2, components["Error"])
    seen.check("Cov1", float(found.covariance[0, 1]), components["Cov1"])
    seen.finish(at_least=14)


def parallel(inference: Inference) -> MrmcResult:
    return analyze(nested(Design.READERS_IN_CONDITIONS), Endpoint.AUC, Covariance.JACKKNIFE, inference)


@pytest.mark.parametrize("inference", [Inference.RRRC, Inference.FRRC])
def test_cells_of_nested_readers_before_the_wrong_denominator_are_reproduced(inference: Inference):
    cells = results("vandyke_designs_mrmcaov")[f"readers_nested_in_tests_{inference.value.upper()}_jackknife"]
    result, seen = parallel(inference), Comparison()
    parts = result.components
    squares = {row[".row"]: row["Mean Sq"] for row in cells["anova"]}
    seen.check("MS(T)", parts["ms_t"], squares["treatment"])
    seen.check("MS(R(T))", parts["ms_r_t"], squares["reader_nested"])
    components = {row[".row"]: row["Estimate"] for row in cells["vcov_comps"]}
    for name, key in (("Error", "var"), ("Cov2", "cov2"), ("Cov3", "cov3")):
        seen.check(name, parts[key], components[name])
    for row in cells["reader_estimates"]:
        condition, reader = row["treatment"], f"{row['treatment']}/{row['reader_nested'].split('.')[1]}"
        i, j = result.conditions.index(condition), result.readers.index(reader)
        seen.check(f"estimate {reader}", float(result.estimates[i, j]), row["empirical_auc"])
    for index, row in enumerate(cells["test_means"] or []):
        compare_mean(result, index, row, seen)
    for row in cells["reader_means"] or []:
        i = result.conditions.index(row["treatment"])
        j = result.readers.index(f"{row['treatment']}/{row['reader_nested'].split('.')[1]}")
        seen.check("se of a reader", math.sqrt(result.variances[i, j]), row["StdErr"])
    seen.finish(at_least=15)


def compare_mean(result: MrmcResult, index: int, row: dict[str, Any], seen: Comparison) -> None:
    mean = result.means[index]
    assert mean.ci is not None
    seen.check("mean", mean.mean, row["Estimate"])
    seen.check("se", mean.se, row["StdErr"])
    seen.check("df", mean.df, row["df"])
    seen.check("low", mean.ci[0], row["CI.Lower"])
    seen.check("high", mean.ci[1], row["CI.Upper"])


def test_nested_readers_differ_from_mrmcaov_because_its_reader_number_is_negative():
    """MRMCaov writes (N - Sum n^2) / (N (t - 1)), which is -4 for 5 + 5 readers; r0 must be 5.

    With -4 the denominators of our components give its numbers; with 5 they give the published-formula result.
    """
    cells = results("vandyke_designs_mrmcaov")
    random, fixed = parallel(Inference.RRRC), parallel(Inference.FRRC)
    parts = random.components
    assert parts["r0"] == pytest.approx(5.0)
    values = [parts[key] for key in ("ms_r_t", "var", "cov2", "cov3")]
    ms_r, var, cov2, cov3 = (float(value or 0.0) for value in values)
    wrong = {"RRRC": ms_r - 4 * (cov2 - cov3), "FRRC": var - cov2 - 4 * (cov2 - cov3)}
    for name, value in wrong.items():
        row = cells[f"readers_nested_in_tests_{name}_jackknife"]["test_equality"][0]
        assert value == pytest.approx(row["Denominator"], rel=1e-8)
    (pair,) = random.pairs
    assert ms_r + 5 * (cov2 - cov3) == pytest.approx(0.00261126, abs=5e-9)
    assert pair.se == pytest.approx(0.0323188, abs=5e-8)
    assert pair.df == pytest.approx(11.3363, abs=5e-5)
    assert pair.p == pytest.approx(0.201724, abs=5e-7)
    assert fixed.pairs[0].p is not None and fixed.pairs[0].p > 0.01  # not 5e-10


def test_unequal_groups_of_readers_have_an_effective_number_between_the_sizes():
    data = frame("vandyke_with_nested_case_ids")
    kept = data[~((data["treatment"] == "2") & (data["reader"].isin(["1", "2"])))]
    reads = from_frame(distinct_names(kept, COLUMNS, Design.READERS_IN_CONDITIONS), COLUMNS)
    r0 = analyze(reads).components["r0"]
    assert r0 == pytest.approx(8 - (25 + 9) / 8)
