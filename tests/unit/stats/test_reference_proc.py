"""Every cell of the pROC 1.18.0 results: DeLong intervals and tests, paired and unpaired, partial AUC."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest

from radviewer.stats.delong import delong, delong_unpaired
from radviewer.stats.roc import partial_auc, roc_curve
from radviewer.stats.table import ReadTable, numeric_column
from tests.unit.stats.reference import Comparison, frame, results, table

STUDIES = ("vandyke", "franken", "synthetic_ai_study")


@pytest.mark.parametrize("study", STUDIES)
def test_every_reader_of_proc_is_reproduced(study: str):
    reads, seen = table(study), Comparison()
    for row in results("proc_delong")[study]:
        compare_reader(row, reads, seen)
    seen.finish(at_least=50)


def compare_reader(row: dict[str, Any], reads: ReadTable, seen: Comparison) -> None:
    j = reads.readers.index(str(row["reader"]))
    order = [reads.conditions.index(str(name)) for name in row["modalities"]]
    found = delong(reads.ratings[order, j], reads.truth)
    (pair,) = found.pairs
    assert pair.ci is not None
    at = f"reader {row['reader']}"
    for k, curve in enumerate(found.curves):
        seen.check(f"{at} auc", curve.auc, row["auc"][k])
        seen.check(f"{at} var", curve.variance, row["var_delong"][k])
        seen.check(f"{at} low", curve.ci[0], row["ci95_lower"][k])
        seen.check(f"{at} high", curve.ci[1], row["ci95_upper"][k])
    seen.check(f"{at} cov", float(found.covariance[0, 1]), row["cov_delong"])
    seen.check(f"{at} z", pair.statistic, row["z"])
    seen.check(f"{at} p", pair.p, row["p"])
    for side in (0, 1):
        seen.check(f"{at} diff", pair.ci[side], row["diff_ci95"][side], scale=0.01)


def asah() -> tuple[np.ndarray, dict[str, np.ndarray]]:
    data = frame("asah")
    truth = numeric_column(data, "truth") > 0
    return truth, {name: numeric_column(data, name) for name in ("s100b", "wfns", "ndka")}


def test_every_cell_of_the_asah_example_is_reproduced():
    cells, seen = results("proc_delong")["aSAH"], Comparison()
    truth, scores = asah()
    for name, score in scores.items():
        (curve,) = delong(score, truth).curves
        seen.check(f"auc {name}", curve.auc, cells[f"auc_{name}"])
        seen.check(f"var {name}", curve.variance, cells[f"var_{name}"])
        for ours, theirs in zip((curve.ci[0], curve.auc, curve.ci[1]), cells[f"ci_{name}"], strict=True):
            seen.check(f"ci {name}", ours, theirs)
    for name in ("wfns", "ndka"):
        found = delong(np.stack([scores["s100b"], scores[name]]), truth)
        (pair,) = found.pairs
        row = cells[f"s100b_vs_{name}"]
        assert pair.ci is not None
        seen.check(f"z {name}", pair.statistic, row["z"])
        seen.check(f"p {name}", pair.p, row["p"])
        for side in (0, 1):
            seen.check(f"ci {name}", pair.ci[side], row["ci"][side])
        if name == "wfns":
            seen.check("cov", float(found.covariance[0, 1]), cells["cov_s100b_wfns"])
    unpaired = delong_unpaired((scores["s100b"], truth), (scores["ndka"], truth)).test
    row = cells["s100b_vs_ndka_unpaired"]
    seen.check("D", unpaired.statistic, row["D"])
    seen.check("df", unpaired.df, row["df"])
    seen.check("p", unpaired.p, row["p"])
    curve = roc_curve(scores["s100b"][truth], scores["s100b"][~truth])
    seen.check("partial", partial_auc(curve, 0.9, 1.0), cells["partial_auc_s100b_spec_0.9_1"])
    seen.check("corrected", partial_auc(curve, 0.9, 1.0, corrected=True), cells["partial_auc_s100b_corrected"])
    seen.finish(at_least=25)
