"""Every cell of the RJafroc 2.1.3 results: Obuchowski-Rockette, DBM, AI alone, power."""

from __future__ import annotations

import math
from typing import Any

import pytest

from radviewer.stats.dbm import Dbm, dbm
from radviewer.stats.distributions import noncentral_f_upper_tail
from radviewer.stats.endpoints import Endpoint, EndpointSpec, measure
from radviewer.stats.mrmc import Covariance, Inference, MrmcResult, analyze
from radviewer.stats.obuchowski_rockette import Inference as Kind
from radviewer.stats.pilot import planning_from_table
from radviewer.stats.sample_size import Planning, cases_for_power, power
from radviewer.stats.standalone import standalone
from tests.unit.stats.reference import Comparison, results, table

STUDIES = ("vandyke", "franken", "ruschin")


@pytest.mark.parametrize("study", STUDIES)
@pytest.mark.parametrize("inference", list(Inference))
def test_every_obuchowski_rockette_cell_of_rjafroc_is_reproduced(study: str, inference: Inference):
    cells = results(f"{study}_rjafroc")[f"OR_jackknife_{inference.value.upper()}"]
    result = analyze(table(study), Endpoint.AUC, Covariance.JACKKNIFE, inference)
    seen = Comparison()
    compare_foms(cells["FOMs"], result, seen)
    compare_or_anova(cells["ANOVA"], result, seen)
    tests = cells[inference.value.upper()]
    compare_tests(tests, result.overall, result.pairs, result.means, seen, lettered_df=inference is Kind.FRRC)
    compare_reader_rows(tests, result, seen)
    seen.finish(at_least=40)


@pytest.mark.parametrize("study", STUDIES)
@pytest.mark.parametrize("inference", list(Inference))
def test_every_dbm_cell_of_rjafroc_is_reproduced(study: str, inference: Inference):
    cells = results(f"{study}_rjafroc")[f"DBM_jackknife_{inference.value.upper()}"]
    reads = table(study)
    measured = measure(reads.ratings, reads.read, reads.truth, EndpointSpec())
    result = dbm(measured.estimates, measured.deleted, inference=inference)
    seen = Comparison()
    compare_dbm_anova(cells["ANOVA"], result, seen)
    compare_tests(cells[inference.value.upper()], result.overall, result.pairs, result.means, seen, lettered_df=False)
    seen.finish(at_least=25)


def compare_foms(cells: dict[str, Any], result: MrmcResult, seen: Comparison) -> None:
    for i, row in enumerate(cells["foms"]):
        for j, value in enumerate(row):
            seen.check(f"fom {i} {j}", float(result.estimates[i, j]), value)
    for i, row in enumerate(cells["trtMeans"]):
        seen.check(f"mean {i}", result.means[i].mean, row["Estimate"])
    for i, row in enumerate(cells["trtMeanDiffs"]):
        seen.check(f"difference {i}", result.pairs[i].difference, row["Estimate"], scale=0.1)


def compare_or_anova(cells: dict[str, Any], result: MrmcResult, seen: Comparison) -> None:
    parts, t, r = result.components, len(result.conditions), len(result.readers)
    df = {"T": t - 1, "R": r - 1, "TR": (t - 1) * (r - 1)}
    ours = {"T": "ms_t", "R": "ms_r", "TR": "ms_tr"}
    for row in cells["TRanova"]:
        value = parts[ours[row[".row"]]]
        assert value is not None
        assert row["DF"] == df[row[".row"]]
        seen.check(f"MS {row['.row']}", value, row["MS"])
        seen.check(f"SS {row['.row']}", value * df[row[".row"]], row["SS"])
    # RJafroc's VarR and VarTR take Cov2 - Cov3 clamped at zero; ours are named accordingly.
    keys = {"VarR": "var_r_clamped", "VarTR": "var_tr_clamped", "Var": "var"}
    variance = parts["var"] or 0.0
    for row in cells["VarCom"]:
        value = parts[keys.get(row[".row"], row[".row"].lower())]
        seen.check(row[".row"], value, row["Estimates"], scale=variance)
        if row["Rhos"] is not None:
            seen.check(f"rho {row['.row']}", (value or 0.0) / variance, row["Rhos"])


def compare_dbm_anova(cells: dict[str, Any], result: Dbm, seen: Comparison) -> None:
    for row in cells["TRCanova"]:
        if row[".row"] != "Total":
            value = getattr(result.mean_squares, row[".row"].lower())
            seen.check(f"MS {row['.row']}", value, row["MS"], scale=1e-3)
            seen.check(f"SS {row['.row']}", value * row["DF"], row["SS"], scale=1e-3)
    names = {"VarErr": "error"}
    for row in cells["VarCom"]:
        value = getattr(result.variances, names.get(row[".row"], row[".row"][3:].lower()))
        seen.check(row[".row"], value, row["Estimates"], scale=1e-3)


def compare_tests(
    cells: dict[str, Any], overall: Any, pairs: Any, means: Any, seen: Comparison, *, lettered_df: bool
) -> None:
    row = cells["FTests"][0]
    seen.check("statistic", overall.statistic, row.get("FStat", row.get("Chisq", row.get("F"))))
    seen.check("df1", overall.df1, row["DF"])
    seen.check("p", overall.p, row["p"])
    if cells["FTests"][1]["DF"] is not None:
        seen.check("df2", overall.df2, cells["FTests"][1]["DF"])
    for pair, row in zip(pairs, cells["ciDiffTrt"], strict=True):
        assert pair.ci is not None
        for ours, key, scale in (
            (pair.difference, "Estimate", 0.1),
            (pair.se, "StdErr", 0.0),
            (pair.statistic, "t" if "t" in row else "z", 1.0),
            (pair.p, "PrGTt" if "PrGTt" in row else "PrGTz", 0.0),
            (pair.ci[0], "CILower", 0.1),
            (pair.ci[1], "CIUpper", 0.1),
        ):
            seen.check(f"pair {pair.a}-{pair.b} {key}", ours, row[key], scale=scale)
        if "DF" in row:
            seen.check(f"pair {pair.a}-{pair.b} df", pair.df, row["DF"])
    for mean, row in zip(means, cells["ciAvgRdrEachTrt"], strict=True):
        assert mean.ci_untruncated is not None
        seen.check(f"mean {mean.condition}", mean.mean, row["Estimate"])
        seen.check(f"mean {mean.condition} se", mean.se, row["StdErr"])
        seen.check(f"mean {mean.condition} low", mean.ci_untruncated[0], row["CILower"])
        seen.check(f"mean {mean.condition} high", mean.ci_untruncated[1], row["CIUpper"])
        if not lettered_df:  # with fixed readers the DF printed is cases - 1, but the interval is normal
            seen.check(f"mean {mean.condition} df", mean.df, row["DF"])


def compare_reader_rows(cells: dict[str, Any], result: MrmcResult, seen: Comparison) -> None:
    for test, row in zip(result.reader_pairs, cells.get("ciDiffTrtEachRdr", result.reader_pairs), strict=True):
        if not isinstance(row, dict):
            return
        seen.check(f"{row['.row']} estimate", test.difference, row["Estimate"], scale=0.1)
        seen.check(f"{row['.row']} se", test.se, row["StdErr"])
        seen.check(f"{row['.row']} z", test.statistic, row["z"], scale=1.0)
        seen.check(f"{row['.row']} p", test.p, row["PrGTz"])
        seen.check(f"{row['.row']} low", test.ci[0], row["CILower"], scale=0.1)
        seen.check(f"{row['.row']} high", test.ci[1], row["CIUpper"], scale=0.1)


def test_individual_conditions_and_readers_of_rjafroc_are_reproduced():
    """msREachTrt, varEachTrt, cov2EachTrt and the same for readers, from estimates and covariances."""
    from radviewer.stats.mrmc import case_covariance

    seen = Comparison()
    for study in STUDIES:
        reads, spec = table(study), EndpointSpec()
        measured = measure(reads.ratings, reads.read, reads.truth, spec)
        cov = case_covariance(measured, Covariance.JACKKNIFE, reads.ratings, reads.read, spec)
        t, r = measured.estimates.shape
        cells = results(f"{study}_rjafroc")["OR_jackknife_RRRC"]["ANOVA"]
        for i, row in enumerate(cells["IndividualTrt"]):
            block = cov[i, :, i, :]
            seen.check("msR", float(measured.estimates[i].var(ddof=1)), row["msREachTrt"])
            seen.check("var", block.trace() / r, row["varEachTrt"])
            seen.check("cov2", (block.sum() - block.trace()) / (r * (r - 1)), row["cov2EachTrt"])
        for j, row in enumerate(cells["IndividualRdr"]):
            block = cov[:, j, :, j]
            seen.check("msT", float(measured.estimates[:, j].var(ddof=1)), row["msTEachRdr"])
            seen.check("var", block.trace() / t, row["varEachRdr"])
            seen.check("cov1", (block.sum() - block.trace()) / (t * (t - 1)), row["cov1EachRdr"])
    seen.finish(at_least=70)


@pytest.mark.parametrize(("name", "inference"), [("1T-RRRC", Inference.RRRC), ("1T-RRFC", Inference.RRFC)])
def test_every_cell_of_the_computer_against_readers_is_reproduced(name: str, inference: Inference):
    cells, seen = results("nico_cad_vs_rad_rjafroc")[name], Comparison()
    found = standalone(table("nico_cad_vs_rad"), "1", inference=inference)
    assert found.test.ci is not None and found.readers_mean.ci is not None
    seen.check("computer", found.computer, cells["fomCAD"])
    for ours, theirs in zip(found.estimates, cells["fomRAD"], strict=True):
        seen.check("reader", float(ours), theirs)
    seen.check("mean", found.readers_mean.mean, cells["avgRadFom"])
    seen.check("difference", found.test.difference, cells["avgDiffFom"])
    for side in (0, 1):
        seen.check("ci", found.test.ci[side], cells["CIAvgDiffFom"][side])
        key = "CIAvgRad" if "CIAvgRad" in cells else "CIAvgRadFom"
        seen.check("ci of mean", found.readers_mean.ci[side], cells[key][side])
    seen.check("varR", found.var_r, cells["varR"])
    seen.check("t", found.test.statistic, cells["Tstat"])
    seen.check("df", found.test.df, cells["df"])
    seen.check("p", found.test.p, cells["pval"])
    if "cov2" in cells:
        seen.check("varError", found.var, cells["varError"])
        seen.check("cov2", found.cov2, cells["cov2"])
    seen.finish(at_least=15)


def test_every_cell_of_the_power_reference_is_reproduced():
    cells, seen = results("vandyke_power_rjafroc"), Comparison()
    planning = planning_from_table(table("vandyke"))
    for row in cells["vandyke_power_table_grid"]:
        found = power(planning, row["J"], row["K"], 0.05)
        seen.check(f"power {row['J']} {row['K']}", found.power, row["powerRRRC"])
        seen.check("lambda", found.noncentrality, row["ncpRRRC"])
        seen.check("ddf", found.df2, row["df2RRRC"])
        seen.check("critical", found.critical, row["fRRRC"])
    for row in cells["vandyke_K_for_80pct"]:
        enough = cases_for_power(planning, row["J"], 0.05)
        assert enough is not None and enough.cases == row["KRRRC"]
        seen.check("reached", enough.power, row["powerRRRC"])
    for inference in Inference:
        name = inference.value.upper()
        found = power(planning, 6, 251, 0.05, inference=inference)
        for method in ("OR", "DBM2004"):
            (row,) = cells[f"vandyke_{method}_J6_K251_es0.05_{name}"]
            seen.check(f"{method} lambda", found.noncentrality, row[f"ncp{name}"])
            if method == "DBM2004" and inference is Inference.FRRC:
                # DBM tests fixed readers with F(1, cases - 1), Obuchowski-Rockette with chi-square.
                assert row["df2FRRC"] == 250
                seen.check("DBM", noncentral_f_upper_tail(row["fFRRC"], 1, 250, found.noncentrality), row["powerFRRC"])
                continue
            seen.check(f"{method} {name} power", found.power, row[f"power{name}"])
            critical = row.get(f"f{name}", row.get(f"chsq{name}"))
            seen.check(f"{method} {name} critical", found.critical, critical)
            if row[f"df2{name}"] is None:
                assert math.isinf(found.df2)
            else:
                seen.check(f"{method} {name} df", found.df2, row[f"df2{name}"])
    seen.finish(at_least=120)


def test_power_from_typed_components_is_reproduced():
    """The components typed into RJafroc's own example, at the 8 digits printed there."""
    planning = Planning(0.00020040252, 0.00080228827, 0.00034661371, 0.00034407483, 0.00023902837, 114)
    (row,) = results("vandyke_power_rjafroc")["vandyke_varcomp_input"]
    found = power(planning, 6, 251, 0.05)
    assert found.power == pytest.approx(row["powerRRRC"], rel=1e-8)
    assert found.noncentrality == pytest.approx(row["ncpRRRC"], rel=1e-8)
    assert found.df2 == pytest.approx(row["df2RRRC"], rel=1e-8)
    assert found.critical == pytest.approx(row["fRRRC"], rel=1e-8)
