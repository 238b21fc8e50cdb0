"""Every cell of the iMRMC 2.1.2 results: U-statistics of AUCs and of binary endpoints, complete and incomplete.

iMRMC rounds degrees of freedom down to whole numbers for its p values and intervals, and uses the normal
distribution above 50; ours are real-valued. The p values and intervals are therefore recomputed here with its
rounding from our estimate, variance and degrees of freedom, which shows that nothing else differs.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import pytest

from radviewer.stats import distributions as dist
from radviewer.stats.auc_covariance import auc_parts
from radviewer.stats.endpoints import Endpoint, EndpointSpec, contributions
from radviewer.stats.mean_ustatistics import average_mean, mean_moments, nested_mean_moments
from radviewer.stats.mrmc import Covariance, Inference, Method, analyze
from radviewer.stats.psi_sums import psi_sums
from radviewer.stats.table import ReadTable
from radviewer.stats.ustatistics import (
    DISTINCT,
    Moments,
    average_auc,
    condition_moments,
    degrees_of_freedom,
    unbiased_covariance,
)
from tests.unit.stats.reference import Comparison, results, table

STUDIES = {
    "vandyke": "modality",
    "franken": "modality",
    "vandyke_missing10pct": "treatment",
    "synthetic_ai_study": "modality",
}
BINARY = {"sens": Endpoint.SENSITIVITY, "spec": Endpoint.SPECIFICITY, "accuracy": Endpoint.ACCURACY}
MOMENT_NAMES = ("c1r1", "c0r1", "c1r0", "c0r0")


def index_of(reads: ReadTable, label: str) -> int:
    return reads.conditions.index(label.removeprefix("m"))


@pytest.mark.parametrize("study", STUDIES)
def test_every_auc_cell_of_imrmc_is_reproduced(study: str):
    reads = table(study, STUDIES[study])
    sums = psi_sums(auc_parts(reads.ratings, reads.read, reads.truth), reads.ratings, reads.read)
    seen = Comparison()
    for row in results(f"{study}_imrmc")["auc"]["Ustat"]:
        a, b = index_of(reads, row["modalityID.1"]), index_of(reads, row["modalityID.2"])
        compare_ustat_row(row, sums, a, b, reads, seen)
    seen.finish(at_least=90)


def compare_ustat_row(row: dict[str, Any], sums: Any, a: int, b: int, reads: ReadTable, seen: Comparison) -> None:
    at = f"{row['modalityID.1']}-{row['modalityID.2']}"
    aa, bb, ab = (condition_moments(sums, *pair) for pair in ((a, a), (b, b), (a, b)))
    seen.check(f"{at} NR", float(len(reads.readers)), row["NR"])
    seen.check(f"{at} N1", float(reads.truth.sum()), row["N1"])
    seen.check(f"{at} N0", float((~reads.truth).sum()), row["N0"])
    seen.check(f"{at} AUC.1", average_auc(sums, a), row["AUC.1"])
    seen.check(f"{at} AUC.2", average_auc(sums, b), row["AUC.2"])
    seen.check(f"{at} cov", ab.covariance, row["covAUC"])
    seen.check(f"{at} cov biased", ab.covariance_biased, row["covAUC.biased"])
    for k in range(8):
        seen.check(f"{at} M{k + 1}", float(ab.unbiased[k]), row[f"M{k + 1}"])
        seen.check(f"{at} c{k + 1}", float(ab.coefficients[k]), row[f"M{k + 1}.coeff"], scale=1e-3)
    if a == b:
        compare_decomposition(at, row, ab.unbiased, seen)
        variance, df, estimate = ab.covariance, degrees_of_freedom(ab.covariance, ab), average_auc(sums, a)
        seen.check(f"{at} df", df, row["dfBDG"])
        compare_intervals(at, row, estimate, variance, df, seen, null=0.5)
        return
    compare_decomposition(at, row, ab.unbiased, seen)
    variance = aa.covariance + bb.covariance - 2 * ab.covariance
    biased = aa.covariance_biased + bb.covariance_biased - 2 * ab.covariance_biased
    difference = average_auc(sums, a) - average_auc(sums, b)
    seen.check(f"{at} difference", difference, row["AUC1minusAUC2"])
    seen.check(f"{at} var", variance, row["varAUC1minusAUC2"])
    seen.check(f"{at} var biased", biased, row["varAUC1minusAUC2.biased"])
    if variance > 0:
        df = degrees_of_freedom(variance, aa, bb, ab)
        seen.check(f"{at} df", df, row["dfBDG.diff"])
        compare_intervals(at, row, difference, variance, df, seen, null=0.0)
    else:
        assert row["dfBDG.diff"] is None and row["pValueBDG"] is None


def compare_decomposition(at: str, row: dict[str, Any], m: Any, seen: Comparison) -> None:
    """BCK components from the unbiased moments, as iMRMC prints them."""
    ours = {
        "BCK.N": m[6] - m[7],
        "BCK.D": m[5] - m[7],
        "BCK.ND": m[4] - m[5] - m[6] + m[7],
        "BCK.R": m[3] - m[7],
        "BCK.NR": m[2] - m[6] - m[3] + m[7],
        "BCK.DR": m[1] - m[5] - m[3] + m[7],
        "BCK.RND": m[0] - m[1] - m[2] - m[4] + m[3] + m[5] + m[6] - m[7],
    }
    for name, value in ours.items():
        seen.check(f"{at} {name}", float(value), row[name], scale=1e-2)


def compare_intervals(
    at: str, row: dict[str, Any], estimate: float, variance: float, df: float, seen: Comparison, *, null: float
) -> None:
    se = math.sqrt(variance)
    whole = math.inf if math.floor(df) > 50 else float(math.floor(df))
    for name, used in (("normal", math.inf), ("BDG", whole)):
        low, high = dist.symmetric_interval(estimate, se, used, 0.05)
        seen.check(f"{at} low {name}", low, row[f"botCI{name}"], scale=0.1)
        seen.check(f"{at} high {name}", high, row[f"topCI{name}"], scale=0.1)
        p = dist.two_sided_p((estimate - null) / se, used)
        theirs = row["pValueNormal" if name == "normal" else "pValueBDG"]
        seen.check(f"{at} p {name}", p, theirs, scale=1e-4)


@pytest.mark.parametrize("study", STUDIES)
def test_every_per_reader_cell_of_imrmc_is_reproduced(study: str):
    reads = table(study, STUDIES[study])
    sums = psi_sums(auc_parts(reads.ratings, reads.read, reads.truth), reads.ratings, reads.read)
    covariance = unbiased_covariance(sums)
    t, r = sums.shape
    moments = np.tensordot(DISTINCT[:4, :4], sums.psi, axes=1).reshape(4, t, r, t, r)
    counts = np.tensordot(DISTINCT[:4, :4], sums.design, axes=1).reshape(4, t, r, t, r)
    parts = auc_parts(reads.ratings, reads.read, reads.truth)
    seen = Comparison()
    for row in results(f"{study}_imrmc")["auc"]["perReader"]:
        j = reads.readers.index(row["readerID.1"][1:])
        a, b = index_of(reads, row["modalityID.1"]), index_of(reads, row["modalityID.2"])
        at = f"{row['readerID.1']} {row['modalityID.1']}-{row['modalityID.2']}"
        seen.check(f"{at} AUC.1", float(parts.auc[a, j]), row["AUC.1"])
        seen.check(f"{at} AUC.2", float(parts.auc[b, j]), row["AUC.2"])
        seen.check(f"{at} cov", float(covariance[a, j, b, j]), row["covAUC"], scale=1e-5)
        for k in range(4):
            ours = moments[k, a, j, b, j] / counts[k, a, j, b, j]
            seen.check(f"{at} M{k + 1}", float(ours), row[f"M{k + 1}"])
    seen.finish(at_least=80)


@pytest.mark.parametrize("study", STUDIES)
def test_every_binary_cell_of_imrmc_is_reproduced(study: str):
    """iMRMC's uStat11 in both variants: joint, and nested conditional means, which differ with missing reads."""
    reads, content = table(study, STUDIES[study]), results(f"{study}_imrmc")
    seen = Comparison()
    for name, kind in BINARY.items():
        spec = EndpointSpec(kind, float(content["binary_threshold"]))
        (term,) = contributions(reads.ratings, reads.read, reads.truth, spec)
        # The accuracy cells do not name their variant; with missing reads they are the conditional one.
        versions = content[name] if name != "accuracy" else {"conditionalD": content[name]}
        for version, cells in versions.items():
            moments = nested_mean_moments if version == "conditionalD" else mean_moments
            compare_binary(f"{name} {version}", cells, term, reads, seen, moments)
    seen.finish(at_least=60)


def compare_binary(
    at: str, cells: dict[str, Any], term: Any, reads: ReadTable, seen: Comparison, estimate: Callable[..., Moments]
) -> None:
    a, b = (index_of(reads, label) for label in cells["modalities"])
    aa, bb, ab = (estimate(term, *pair) for pair in ((a, a), (b, b), (a, b)))
    means = [average_mean(term, a), average_mean(term, b)]
    for ours, theirs in zip([*means, means[0] - means[1]], cells["mean"], strict=True):
        seen.check(f"{at} mean", ours, theirs, scale=0.1)
    difference = aa.covariance + bb.covariance - 2 * ab.covariance
    for ours, theirs in zip([aa.covariance, bb.covariance, difference], cells["var"], strict=True):
        seen.check(f"{at} var", ours, theirs, scale=1e-4)
    for which, moments in enumerate((aa, bb, ab)):
        compare_moments(f"{at} {which}", moments, cells["moments"][which], cells["coeff"][which], seen)
    if "var_1obs" in cells:
        one = [m.unbiased[0] - m.unbiased[3] for m in (aa, bb, ab)]
        for ours, theirs in zip([one[0], one[1], one[0] + one[1] - 2 * one[2]], cells["var_1obs"], strict=True):
            seen.check(f"{at} var of one read", float(ours), theirs)
    for row in cells.get("meanPerR", ()):
        j = reads.readers.index(row["_row"][1:])
        for key, i in (("A", a), ("B", b)):
            ours = term.numerator[i, j].sum() / term.weight[i, j].sum()
            seen.check(f"{at} reader {row['_row']}", float(ours), row[key])


def compare_moments(
    at: str, moments: Moments, theirs: dict[str, Any], coefficients: dict[str, Any], seen: Comparison
) -> None:
    for k, name in enumerate(MOMENT_NAMES):
        seen.check(f"{at} {name}", float(moments.unbiased[k]), theirs[name])
        seen.check(f"{at} {name} coefficient", float(moments.coefficients[k]), coefficients[name])


def test_degrees_of_freedom_stay_real_where_imrmc_rounds_them_down():
    """With 12.81 instead of 12 degrees of freedom VanDyke's p is .0540, not the .0556 of iMRMC."""
    result = analyze(table("vandyke"), Endpoint.AUC, method=Method.USTAT)
    (row,) = [r for r in results("vandyke_imrmc")["auc"]["Ustat"] if r["modalityID.1"] != r["modalityID.2"]]
    assert result.pairs[0].df == pytest.approx(row["dfBDG.diff"], rel=1e-8)
    assert result.pairs[0].df != math.floor(result.pairs[0].df)
    statistic = result.pairs[0].statistic
    assert statistic is not None
    assert dist.two_sided_p(statistic, math.floor(result.pairs[0].df)) == pytest.approx(row["pValueBDG"], rel=1e-8)
    assert result.pairs[0].p is not None and result.pairs[0].p < row["pValueBDG"]


def test_a_negative_unbiased_variance_gets_a_defined_answer_and_a_warning():
    """iMRMC returns a variance of -3.16e-05 for Franken and then NA; ours falls back and says so."""
    result = analyze(table("franken"), Endpoint.AUC, method=Method.USTAT)
    (row,) = [r for r in results("franken_imrmc")["auc"]["Ustat"] if r["modalityID.1"] != r["modalityID.2"]]
    assert row["varAUC1minusAUC2"] < 0 and row["pValueBDG"] is None
    (pair,) = result.pairs
    assert pair.se is not None and pair.se**2 == pytest.approx(row["varAUC1minusAUC2.biased"], rel=1e-8)
    assert pair.p is not None and 0 < pair.p < 1
    assert any("not estimable by U-statistics" in text for text in result.warnings)


@pytest.mark.parametrize("study", ["vandyke", "synthetic_ai_study"])
def test_u_statistics_equal_unbiased_obuchowski_rockette_when_fully_crossed(study: str):
    reads = table(study)
    ours = analyze(reads, Endpoint.AUC, method=Method.USTAT).pairs[0]
    other = analyze(reads, Endpoint.AUC, Covariance.UNBIASED, Inference.RRRC).pairs[0]
    assert ours.se == pytest.approx(other.se, rel=1e-10)
    assert ours.df != pytest.approx(other.df, rel=0.01)
