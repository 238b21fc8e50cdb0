"""How a multi-reader analysis reads in a terminal: tables of numbers, then sentences."""

from __future__ import annotations

from typing import Any

from radviewer.cli.output import as_table


def mrmc_text(document: dict[str, Any]) -> str:
    """The document of an analysis as tables and sentences."""
    n = document["n"]
    head = (
        f"{document['endpoint']['label']}: {n['readers']} readers, {n['conditions']} conditions, {n['cases']} cases "
        f"({n['positives']} positive, {n['negatives']} negative), {n['missing']} of "
        f"{n['reads'] + n['missing']} reads missing\n"
        f"method {document['method']}, covariance {document['covariance']}, inference {document['inference']}, "
        f"alpha {document['alpha']:g}\n\n"
    )
    parts = [head, _means_text(document), _pairs_text(document), _readers_text(document)]
    parts += [_bootstrap_text(document["bootstrap"])] if "bootstrap" in document else []
    sentences = [pair["reading"] for pair in document["pairs"]]
    sentences += [_margin_sentence(test) for test in document.get("non_inferiority", ())]
    parts.append("\n".join(sentences) + "\n" if sentences else "")
    if document["warnings"]:
        parts.append("\nPlease note\n" + "".join(f"- {text}\n" for text in document["warnings"]))
    return "".join(parts)


def _means_text(document: dict[str, Any]) -> str:
    rows = [
        (row["name"], number(row["mean"]), number(row["se"]), number(row["df"], 2), interval(row["ci"]))
        for row in document["conditions"]
    ]
    return (
        as_table(("condition", "mean", "se", "df", "interval"), rows, numeric=("mean", "se", "df", "interval")) + "\n"
    )


def _pairs_text(document: dict[str, Any]) -> str:
    if not document["pairs"]:
        return ""
    test = document["global"]
    rows = [
        (
            f"{row['a']} - {row['b']}",
            number(row["difference"]),
            number(row["se"]),
            number(row["df"], 2),
            interval(row["ci"]),
            number(row["p"]),
        )
        for row in document["pairs"]
    ]
    titles = ("difference", "estimate", "se", "df", "interval", "p")
    df2 = "" if test["df2"] is None else f", {test['df2']:.2f}"
    name = "chi-square" if test["df2"] is None else "F"
    overall = (
        f"All conditions equal: {name}({number(test['df1'], 0)}{df2}) = {number(test['statistic'])}, "
        f"p = {number(test['p'])}\n\n"
    )
    return as_table(titles, rows, numeric=titles[1:]) + "\n" + overall


def _readers_text(document: dict[str, Any]) -> str:
    rows = [
        (
            row["reader"],
            row["condition"],
            number(row["estimate"]),
            number(None if row["variance"] is None or row["variance"] < 0 else row["variance"] ** 0.5),
        )
        for row in document["readers"]
    ]
    return as_table(("reader", "condition", "estimate", "se"), rows, numeric=("estimate", "se")) + "\n"


def _bootstrap_text(found: dict[str, Any]) -> str:
    rows = [
        (f"{row['a']} - {row['b']}", number(row["difference"]), number(row["se"]), interval(row["ci"]))
        for row in found["pairs"]
    ]
    titles = ("bootstrap", "estimate", "se", "interval")
    return f"{as_table(titles, rows, numeric=titles[1:])}{found['replicates']} replicates, seed {found['seed']}\n\n"


def _margin_sentence(test: dict[str, Any]) -> str:
    if test["noninferior"] is None:
        return f"Non-inferiority of {test['condition']} to {test['reference']} is undefined: there is no variance."
    verdict = "is not inferior to" if test["noninferior"] else "is not shown to be non-inferior to"
    better = " It is superior." if test["superior"] else ""
    return (
        f"{test['condition']} {verdict} {test['reference']} with a margin of {test['margin']:g}: limit "
        f"{number(test['limit'])}, one-sided p = {number(test['p'])}.{better}"
    )


def number(value: float | None, digits: int = 4) -> str:
    """A number for people; a dash where it is undefined."""
    if value is None:
        return "-"
    return f"{value:.3g}" if digits == 4 and 0 < abs(value) < 1e-3 else f"{value:.{digits}f}"


def interval(ci: list[float] | None) -> str:
    """An interval for people."""
    return "-" if ci is None else f"{ci[0]:.4f} to {ci[1]:.4f}"
