"""`radviewer stats agreement`: how far readers agree with each other, from a long table of reads."""

from __future__ import annotations

import argparse
import math
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pandas as pd

_MISSING = {"", "na", "nan", "null", "none"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("table", type=Path, metavar="TABLE", help="CSV with one row for each read")
    parser.add_argument("--reader", metavar="COLUMN", default="reader", help="default: %(default)s")
    parser.add_argument("--case", metavar="COLUMN", default="case", help="default: %(default)s")
    parser.add_argument("--condition", metavar="COLUMN", help="default: condition or modality, if there is one")
    parser.add_argument("--value", metavar="COLUMN", help="what is compared (default: call, else rating)")
    parser.add_argument("--threshold", type=float, metavar="X", help="compare value >= X instead of the value")
    parser.add_argument(
        "--weights", choices=("unweighted", "linear", "quadratic"), default="unweighted", help="of Cohen's kappa"
    )
    parser.add_argument("--seed", type=int, default=20240229, help="seed of the bootstrap (default %(default)s)")
    parser.add_argument("--alpha", type=float, default=0.05, help="one minus the confidence level (%(default)s)")
    parser.add_argument("--format", choices=("table", "json"), default="table")


def run(arguments: argparse.Namespace) -> int:
    """Analyses and prints; exit status 0."""
    from radviewer.cli.output import as_json, emit
    from radviewer.core.errors import UsageProblem
    from radviewer.stats.table import load_frame, require_columns

    if not 0 < arguments.alpha < 1:
        raise UsageProblem(f"An alpha of {arguments.alpha} is not possible.", hint="Use a number between 0 and 1.")
    frame = load_frame(arguments.table)
    existing = [str(name) for name in frame.columns]
    value = arguments.value or next((name for name in ("call", "rating") if name in existing), "call")
    condition = arguments.condition or next((x for x in ("condition", "modality") if x in existing), None)
    require_columns(frame, (arguments.reader, arguments.case, value, *([condition] if condition else [])))
    names = list(dict.fromkeys(frame[condition])) if condition else ["all"]
    found = {
        str(name): _condition(frame[frame[condition] == name] if condition else frame, value, arguments)
        for name in names
    }
    result = {"value": value, "weights": arguments.weights, "level": 1 - arguments.alpha, "conditions": found}
    emit(as_json(result) if arguments.format == "json" else _text(result), None)
    return 0


def _condition(frame: pd.DataFrame, value: str, arguments: argparse.Namespace) -> dict[str, Any]:
    """All coefficients of one condition."""
    from radviewer.stats.agreement import Weights, cohen_kappa, fleiss_kappa, gwet_ac1, light_kappa
    from radviewer.stats.uptake.export import plain

    readers, table = _table(frame, value, arguments)
    whole = [row for row in table if None not in row]
    level, notes = 1 - arguments.alpha, []
    if len(whole) < len(table):
        notes.append(f"{len(table) - len(whole)} of {len(table)} cases lack a call and count for AC1 and pairs only.")
    weights = Weights(arguments.weights)
    order = sorted({x for row in table for x in row if x is not None}, key=lambda x: (isinstance(x, str), x))
    pairs = []
    for a, b in combinations(range(len(readers)), 2):
        both = [(row[a], row[b]) for row in table if row[a] is not None and row[b] is not None]
        if both:
            first, second = zip(*both, strict=True)
            kappa = cohen_kappa(first, second, weights=weights, categories=order, level=level)
            pairs.append({"a": readers[a], "b": readers[b], **plain(kappa)})
    result: dict[str, Any] = {
        "readers": list(readers), "n_cases": len(table), "n_complete": len(whole), "notes": notes,
        "fleiss": plain(fleiss_kappa(whole, level=level, seed=arguments.seed)) if len(whole) > 1 else None,
        "gwet_ac1": plain(gwet_ac1(table, level=level)),
        "light": light_kappa(whole, weights=weights) if len(whole) > 1 else None,
        "cohen": pairs,
    }  # fmt: skip
    result["icc"] = _icc(whole, level)
    return result


def _icc(whole: list[list[Any]], level: float) -> dict[str, Any] | None:
    """The three coefficients, or None unless the values are numbers on two cases or more."""
    from radviewer.stats.icc import IccForm, icc
    from radviewer.stats.uptake.export import plain

    if len(whole) < 2 or any(isinstance(value, str) for row in whole for value in row):
        return None
    return {str(form): plain(icc(whole, form=form, level=level)) for form in IccForm}


def _table(frame: pd.DataFrame, value: str, arguments: argparse.Namespace) -> tuple[tuple[str, ...], list[list[Any]]]:
    """Cases x readers; None where there is no call; numbers where the whole column is numeric."""
    from radviewer.core.errors import InputProblem
    from radviewer.stats.table import numeric_column

    text = frame[value].astype(str).str.strip()
    numeric = arguments.threshold is not None or _all_numbers(text)
    values = numeric_column(frame, value) if numeric else text
    readers = tuple(dict.fromkeys(frame[arguments.reader].astype(str)))
    rows: dict[str, dict[str, Any]] = {}
    for case, reader, cell in zip(
        frame[arguments.case].astype(str), frame[arguments.reader].astype(str), values, strict=True
    ):
        own = rows.setdefault(case, {})
        if reader in own:
            raise InputProblem(
                f"Reader {reader!r} has several values for case {case!r} under one condition.",
                hint="Keep one row for each reader, case and condition.",
            )
        missing = math.isnan(float(cell)) if numeric else str(cell).lower() in _MISSING
        own[reader] = None if missing else _binned(cell, arguments.threshold)
    return readers, [[own.get(reader) for reader in readers] for own in rows.values()]


def _binned(cell: Any, threshold: float | None) -> Any:
    if isinstance(cell, str):
        return cell
    return float(cell) if threshold is None else int(cell >= threshold)


def _all_numbers(text: pd.Series[str]) -> bool:
    import pandas as pd

    filled = text[~text.str.lower().isin(_MISSING)]
    return bool(len(filled)) and bool(pd.to_numeric(filled, errors="coerce").notna().all())


def _text(result: dict[str, Any]) -> str:
    from radviewer.cli.output import as_table

    rows: list[tuple[object, ...]] = []
    for name, found in result["conditions"].items():
        rows += [_row(name, one["method"], one) for one in (found["fleiss"], found["gwet_ac1"]) if one]
        if found["light"] is not None:
            rows.append((name, "Light kappa (mean of pairs)", f"{found['light']:.3f}", "", "", found["n_complete"]))
        rows += [_row(name, form, one) for form, one in (found["icc"] or {}).items()]
        rows += [_row(name, f"{one['method']}: {one['a']} and {one['b']}", one) for one in found["cohen"]]
    title = f"Agreement among readers on '{result['value']}'"
    header = ("condition", "coefficient", "value", f"{100 * result['level']:g} % CI", "p (no agreement)", "cases")
    table = as_table(header, rows, ("value", "cases"))
    notes = [f"Note: {name}: {note}" for name, found in result["conditions"].items() for note in found["notes"]]
    return "\n".join([title, "=" * len(title), "", table, *notes]) + "\n"


def _row(condition: str, method: str, one: dict[str, Any]) -> tuple[object, ...]:
    if one["value"] is None:
        return condition, method, "not defined", one["note"], "", one["n_cases"]
    ci = "" if one["ci"] is None else f"{one['ci'][0]:.3f} to {one['ci'][1]:.3f}"
    p = "" if one["p"] is None else ("<0.001" if one["p"] < 0.001 else f"{one['p']:.3f}")
    return condition, method, f"{one['value']:.3f}", ci, p, one["n_cases"]
