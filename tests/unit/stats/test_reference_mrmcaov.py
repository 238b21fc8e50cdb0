"""Every cell of the MRMCaov 0.3.0 results, apart from the cells where that program is wrong (own tests)."""

from __future__ import annotations

import math
from typing import Any

import pytest

from radviewer.stats.endpoints import Endpoint, EndpointSpec, measure
from radviewer.stats.mrmc import Covariance, Inference, MrmcResult, analyze, case_covariance
from tests.unit.stats.reference import Comparison, results, table

STUDIES = ("vandyke", "franken", "ruschin", "synthetic_ai_study")
BINARY = {
    "sens": Endpoint.SENSITIVITY,
    "spec": Endpoint.SPECIFICITY,
    "accuracy": Endpoint.ACCURACY,
    "youden": Endpoint.YOUDEN,
}
COVARIANCES = {"jackknife": "jackknife", "DeLong": "delong", "unbiased": "unbiased"}
COMPONENTS = {"Error": "var", "Cov1": "cov1", "Cov2": "cov2", "Cov3": "cov3"}
ESTIMATE_KEYS = ("empirical_auc", "empirical_sens", "binary_sens", "binary_spec", "accuracy", "youden")


def groups(study: str) -> list[tuple[str, str, dict[str, Any]]]:
    """(endpoint, name, cells) of every analysis in a study's file."""
    content = results(f"{study}_mrmcaov")
    found = [("auc", name, cells) for name, cells in content["auc"].items()]
    for name, cells in content.get("binary", {}).items():
        if name != "threshold":
            found.append((name.split("_")[1], name, cells))
    return found


def unclamped_frrc(result: MrmcResult) -> bool:
    """Whether MRMCaov's fixed-reader denominator differs because it does not clamp Cov2 - Cov3."""
    cov2, cov3 = result.components["cov2"], result.components["cov3"]
    assert cov2 is not None and cov3 is not None
    return result.inference is Inference.FRRC and cov2 < cov3


@pytest.mark.parametrize("study", STUDIES)
def test_every_cell_of_mrmcaov_is_reproduced(study: str):
    reads, seen = table(study), Comparison()
    for endpoint, name, cells in groups(study):
        threshold = 50.0 if study == "synthetic_ai_study" else 3.0
        spec = EndpointSpec(BINARY.get(endpoint, Endpoint.AUC), threshold if endpoint in BINARY else None)
        compare_group(f"{study}/{name}", cells, reads, spec, seen)
    seen.finish(at_least=1500)


def compare_group(where: str, cells: dict[str, Any], reads: Any, spec: EndpointSpec, seen: Comparison) -> None:
    inference = next(kind for kind in Inference if kind.value.upper() in where)
    covariance = Covariance(COVARIANCES.get(cells["cov_method"], "jackknife"))
    result = analyze(reads, spec, covariance, inference)
    compare_estimates(where, cells, result, seen)
    compare_covariance(where, cells, reads, spec, covariance, seen)
    compare_components(where, cells, result, seen)
    if not unclamped_frrc(result):
        compare_global(where, cells["test_equality"], result, seen)
        compare_pairs(where, cells["test_diffs"], result, seen)
    compare_means(where, cells["test_means"], result, seen)
    compare_reader_differences(where, cells["reader_test_diffs"], result, seen)
    compare_reader_means(where, cells["reader_means"], result, seen)


def compare_estimates(where: str, cells: dict[str, Any], result: MrmcResult, seen: Comparison) -> None:
    for row in cells["reader_estimates"]:
        condition = row.get("modality", row.get("treatment"))
        i, j = result.conditions.index(condition), result.readers.index(row["reader"])
        key = next(k for k in row if k not in ("modality", "treatment", "reader"))
        seen.check(f"{where} estimate {condition}.{row['reader']}", float(result.estimates[i, j]), row[key])


def compare_covariance(
    where: str, cells: dict[str, Any], reads: Any, spec: EndpointSpec, covariance: Covariance, seen: Comparison
) -> None:
    if not cells.get("cov_matrix") or not cells["cov_matrix"]["matrix"]:
        return
    measured = measure(reads.ratings, reads.read, reads.truth, spec)
    ours = case_covariance(measured, covariance, reads.ratings, reads.read, spec)
    labels = [label.rsplit(".", 1) for label in cells["cov_matrix"]["labels"]]
    places = [(reads.conditions.index(c), reads.readers.index(r)) for c, r in labels]
    matrix = cells["cov_matrix"]["matrix"]
    largest = max(abs(value) for row in matrix for value in row)
    for a, row in zip(places, matrix, strict=True):
        for b, value in zip(places, row, strict=True):
            seen.check(f"{where} cov {a} {b}", float(ours[a[0], a[1], b[0], b[1]]), value, scale=largest)


def compare_components(where: str, cells: dict[str, Any], result: MrmcResult, seen: Comparison) -> None:
    for row in cells["anova"]:
        ours = {"modality": "ms_t", "treatment": "ms_t", "reader": "ms_r"}.get(row[".row"], "ms_tr")
        seen.check(f"{where} {row['.row']}", result.components[ours], row["Mean Sq"])
    variance = result.components["var"] or 0.0
    for row in cells["vcov_comps"]:
        name = row[".row"]
        key = COMPONENTS.get(name, "var_r" if name == "reader" else "var_tr")
        seen.check(f"{where} {name}", result.components[key], row["Estimate"], scale=variance)
        if row["Correlation"] is not None:
            ours = (result.components[key] or 0.0) / variance
            seen.check(f"{where} {name} correlation", ours, row["Correlation"], scale=1.0)


def compare_global(where: str, rows: list[dict[str, Any]], result: MrmcResult, seen: Comparison) -> None:
    (row,) = rows
    test = result.overall
    assert test is not None
    seen.check(f"{where} statistic", test.statistic, row.get("F", row.get("X2")))
    seen.check(f"{where} df1", test.df1, row.get("df1", row.get("df")))
    if "df2" in row:
        seen.check(f"{where} df2", test.df2, row["df2"])
    else:
        assert math.isinf(test.df2)
    seen.check(f"{where} p", test.p, row["p-value"])


def compare_pairs(where: str, rows: list[dict[str, Any]], result: MrmcResult, seen: Comparison) -> None:
    for row in rows:
        sign, pair = find_pair(row["Comparison"], result)
        at = f"{where} {row['Comparison']}"
        assert pair.ci is not None
        low, high = sorted(sign * limit for limit in pair.ci)
        seen.check(f"{at} estimate", sign * pair.difference, row["Estimate"], scale=0.1)
        seen.check(f"{at} se", pair.se, row["StdErr"])
        seen.check(f"{at} statistic", sign * (pair.statistic or 0.0), row.get("t", row.get("z")), scale=1.0)
        seen.check(f"{at} p", pair.p, row["p-value"])
        seen.check(f"{at} low", low, row["CI.Lower"], scale=0.01)
        seen.check(f"{at} high", high, row["CI.Upper"], scale=0.01)
        if "df" in row:
            seen.check(f"{at} df", pair.df, row["df"])


def find_pair(text: str, result: MrmcResult) -> tuple[float, Any]:
    a, b = (result.conditions.index(name) for name in text.split(" - "))
    for pair in result.pairs:
        if {pair.a, pair.b} == {a, b}:
            return (1.0 if pair.a == a else -1.0), pair
    raise AssertionError(text)


def compare_means(where: str, rows: Any, result: MrmcResult, seen: Comparison) -> None:
    names = sorted(result.conditions)
    for index, row in enumerate(rows or []):
        name = row.get(".row", names[index])
        mean = result.means[result.conditions.index(name)]
        assert mean.ci is not None  # both programs cut intervals of proportions at 0 and 1
        seen.check(f"{where} mean {name}", mean.mean, row["Estimate"])
        seen.check(f"{where} mean {name} se", mean.se, row["StdErr"])
        seen.check(f"{where} mean {name} low", mean.ci[0], row["CI.Lower"])
        seen.check(f"{where} mean {name} high", mean.ci[1], row["CI.Upper"])
        if "df" in row:
            seen.check(f"{where} mean {name} df", mean.df, row["df"])


def compare_reader_differences(where: str, rows: Any, result: MrmcResult, seen: Comparison) -> None:
    if len(result.conditions) > 2:
        return  # recycled standard errors: see the test of that defect
    for row in rows or []:
        reader = result.readers.index(row["Reader"])
        sign, pair = find_pair(row["Comparison"], result)
        ours = next(t for t in result.reader_pairs if (t.reader, t.a, t.b) == (reader, pair.a, pair.b))
        at = f"{where} reader {row['Reader']}"
        low, high = sorted(sign * limit for limit in ours.ci)
        seen.check(f"{at} estimate", sign * ours.difference, row["Estimate"], scale=0.1)
        seen.check(f"{at} se", ours.se, row["StdErr"])
        if row["StdErr"]:
            seen.check(f"{at} z", sign * (ours.statistic or 0.0), row["z"], scale=1.0)
            seen.check(f"{at} p", ours.p, row["p-value"])
        seen.check(f"{at} low", low, row["CI.Lower"], scale=0.1)
        seen.check(f"{at} high", high, row["CI.Upper"], scale=0.1)


def compare_reader_means(where: str, rows: Any, result: MrmcResult, seen: Comparison) -> None:
    for row in rows or []:
        i = result.conditions.index(row.get("modality", row.get("treatment")))
        j = result.readers.index(row["reader"])
        seen.check(f"{where} reader mean {i}{j}", math.sqrt(result.variances[i, j]), row["StdErr"], scale=1e-3)


def test_fixed_readers_of_franken_differ_from_mrmcaov_because_it_does_not_clamp():
    """MRMCaov takes Cov2 - Cov3 < 0 as it is; a covariance of differences below zero is no estimate of one.

    With the difference at zero, as Hillis's texts and OR-DBM MRMC have it, chi-square is .321013 instead of
    .363956. The unclamped number is reproduced from our components to show that nothing else differs.
    """
    cells = results("franken_mrmcaov")["auc"]["FRRC_jackknife"]
    result = analyze(table("franken"), Endpoint.AUC, Covariance.JACKKNIFE, Inference.FRRC)
    parts = result.components
    assert parts["cov2"] is not None and parts["cov3"] is not None and parts["ms_t"] is not None
    assert parts["var"] is not None and parts["cov1"] is not None and result.overall is not None
    unclamped = parts["var"] - parts["cov1"] + 3 * (parts["cov2"] - parts["cov3"])
    assert math.isclose(parts["ms_t"] / unclamped, cells["test_equality"][0]["X2"], rel_tol=1e-8)
    assert result.overall.statistic == pytest.approx(0.321013, abs=5e-7)
    assert result.overall.p == pytest.approx(0.570999, abs=5e-7)


def test_reader_differences_of_three_conditions_use_the_readers_own_standard_error():
    """MRMCaov recycles r standard errors over r x 3 rows, so row "reader 1, 1-3" carries reader 2's.

    Ours is one standard error a reader; it equals MRMCaov's only in the rows where recycling happens to hit.
    """
    cells = results("ruschin_mrmcaov")["auc"]["FRRC_jackknife"]["reader_test_diffs"]
    result = analyze(table("ruschin"), Endpoint.AUC, Covariance.JACKKNIFE, Inference.FRRC)
    own = {t.reader: t.se for t in result.reader_pairs}
    recycled = [own[index % 8] for index in range(24)]
    assert [row["StdErr"] for row in cells] == pytest.approx(recycled, rel=1e-8)
    rows_of_first = [row["StdErr"] for row in cells if row["Reader"] == "1"]
    assert rows_of_first[1] == pytest.approx(own[1], rel=1e-8) != pytest.approx(own[0], rel=1e-3)
    estimates = {(row["Reader"], row["Comparison"]): row["Estimate"] for row in cells}
    for test in result.reader_pairs:
        name = f"{result.conditions[test.a]} - {result.conditions[test.b]}"
        assert estimates[result.readers[test.reader], name] == pytest.approx(test.difference, abs=1e-12)
