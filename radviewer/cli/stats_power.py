"""`radviewer stats power`: power of a planned reader study, and the cases it takes, from a pilot or components."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING, Any

from radviewer.cli import stats_components as components
from radviewer.cli.output import as_json, as_table, emit
from radviewer.cli.stats_mrmc import add_output_arguments
from radviewer.cli.stats_text import number
from radviewer.core.errors import UsageProblem

if TYPE_CHECKING:
    from radviewer.stats.endpoints import EndpointSpec
    from radviewer.stats.sample_size import Planning, Power


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    plan = parser.add_argument_group("planned study")
    plan.add_argument("--readers", type=int, required=True, metavar="R")
    plan.add_argument("--cases", type=int, metavar="C", help="leave out to get the cases for the target power")
    plan.add_argument("--effect", type=float, required=True, metavar="D", help="true difference of the conditions")
    plan.add_argument(
        "--non-inferiority", type=float, metavar="MARGIN", help="power to show non-inferiority, one-sided at alpha/2"
    )
    plan.add_argument("--target", type=float, default=0.8, help="wanted power (default: 0.8)")
    plan.add_argument("--alpha", type=float, default=0.05, help="two-sided level (default: 0.05)")
    plan.add_argument("--inference", choices=("rrrc", "frrc", "rrfc"), default="rrrc")
    plan.add_argument("--positives", type=int, metavar="N1", help="planned positive cases, with --negatives: a new")
    plan.add_argument("--negatives", type=int, metavar="N0", help="ratio, planned through U-statistic moments")
    source = parser.add_argument_group("variance components, one of")
    source.add_argument("--pilot", type=Path, metavar="TABLE", help="CSV file of a pilot, one row a read")
    source.add_argument(
        "--components",
        nargs="+",
        metavar="KEY=VALUE",
        help="var_tr= var= cov1= cov2= cov3= cases= (or rho1= rho2= rho3= in place of cov1..3), or the JSON file of "
        "`stats mrmc`",
    )
    source.add_argument("--draws", type=int, default=400, metavar="N", help="draws of a pilot's components that "
                        "say how uncertain the power is; 0 for none (%(default)s)")  # fmt: skip
    source.add_argument("--seed", type=int, default=0, help="of the draws (%(default)s)")
    columns = parser.add_argument_group("columns of the pilot")
    for name in ("reader", "case", "condition", "truth", "rating"):
        columns.add_argument(f"--{name}", default=name, metavar="COLUMN")
    columns.add_argument("--positive", metavar="VALUE", help="truth value of a positive case (default: 1)")
    columns.add_argument("--endpoint", default="auc", metavar="NAME", help="endpoint of the pilot (default: auc)")
    columns.add_argument("--threshold", type=float, metavar="X", help="threshold of a binary endpoint")
    columns.add_argument("--covariance", choices=("jackknife", "delong", "unbiased"), default="jackknife")
    add_output_arguments(parser)


def run(arguments: argparse.Namespace) -> int:
    """Plans the study and prints the result."""
    if (arguments.pilot is None) == (arguments.components is None):
        raise UsageProblem(
            "Power needs variance components.", hint="Give either --pilot TABLE or --components KEY=VALUE,..."
        )
    if not 0.0 < arguments.target < 1.0:
        raise UsageProblem(f"A power of {arguments.target} cannot be planned.", hint="Use a number like 0.8.")
    new_ratio = arguments.positives is not None or arguments.negatives is not None
    document = _new_ratio(arguments) if new_ratio else _same_ratio(arguments)
    text = as_json(document) if arguments.format == "json" else _as_text(document)
    emit(text, arguments.out)
    return 0


def _same_ratio(arguments: argparse.Namespace) -> dict[str, Any]:
    from radviewer.stats.obuchowski_rockette import Inference
    from radviewer.stats.sample_size import PILOT_CAUTION, cases_for_power, power

    planning = _from_pilot(arguments) if arguments.pilot is not None else components.planning(arguments.components)
    options: dict[str, Any] = {
        "inference": Inference(arguments.inference),
        "alpha": arguments.alpha,
        "margin": arguments.non_inferiority,
    }
    enough = cases_for_power(planning, arguments.readers, arguments.effect, arguments.target, **options)
    cases = arguments.cases if arguments.cases is not None else (enough.cases if enough else None)
    found = None if cases is None else power(planning, arguments.readers, cases, arguments.effect, **options)
    notes = [PILOT_CAUTION]
    if planning.var_tr < 0:
        notes.append("The reader x condition variance is negative and counts as zero: this flatters the power.")
    if enough is None:
        notes.append(f"No number of cases reaches a power of {arguments.target:g} with so few readers.")
    return {
        **_power_document(found),
        "target": {
            "power": arguments.target,
            "cases": None if enough is None else int(enough.cases),
            "reached": None if enough is None else enough.power,
        },
        "spread": None if cases is None else _spread(arguments, cases, options),
        "components": {name: getattr(planning, name) for name in components.NAMES},
        "warnings": notes,
    }


def _spread(arguments: argparse.Namespace, cases: float, options: dict[str, Any]) -> dict[str, Any] | None:
    """Where the power lies when the pilot's components are drawn again; None without a pilot."""
    if arguments.pilot is None or arguments.draws == 0:
        return None
    from radviewer.stats.mrmc import Covariance
    from radviewer.stats.power_bootstrap import planning_draws, power_spread

    draws = planning_draws(
        _pilot_table(arguments), _pilot_spec(arguments), Covariance(arguments.covariance),
        replicates=arguments.draws, seed=arguments.seed,
    )  # fmt: skip
    found = power_spread(draws, arguments.readers, cases, arguments.effect, **options)
    return {"low": found.low, "high": found.high, "level": found.level, "draws": len(draws.draws),
            "failed": draws.failed, "seed": draws.seed}  # fmt: skip


def _power_document(found: Power | None) -> dict[str, Any]:
    from radviewer.stats.mrmc_document import finite

    if found is None:
        return {"power": None, "lambda": None, "df2": None, "critical": None, "readers": None, "cases": None}
    return {
        "power": found.power,
        "lambda": found.noncentrality,
        "ddf": finite(found.df2),
        "df2": finite(found.df2),
        "critical": found.critical,
        "readers": found.readers,
        "cases": found.cases,
        "effect": found.effect,
        "alpha": found.alpha,
        "inference": found.inference.value,
        "non_inferiority": found.noninferiority,
    }


def _new_ratio(arguments: argparse.Namespace) -> dict[str, Any]:
    from radviewer.stats.power_ratio import power_for_counts
    from radviewer.stats.sample_size import PILOT_CAUTION

    if arguments.pilot is None or arguments.positives is None or arguments.negatives is None:
        raise UsageProblem("A new ratio of cases needs --pilot, --positives and --negatives.", hint="Give all three.")
    if arguments.endpoint != "auc" or arguments.inference != "rrrc":
        raise UsageProblem(
            "A new ratio of cases can be planned for the AUC with random readers and cases only.",
            hint="Leave out --endpoint and --inference.",
        )
    found = power_for_counts(
        _pilot_table(arguments),
        arguments.readers,
        (arguments.positives, arguments.negatives),
        arguments.effect,
        alpha=arguments.alpha,
        margin=arguments.non_inferiority,
    )
    return {**_power_document(found), "warnings": [PILOT_CAUTION]}


def _pilot_table(arguments: argparse.Namespace) -> Any:
    from radviewer.cli.stats_mrmc import column_names
    from radviewer.stats.table import read_csv

    return read_csv(arguments.pilot, column_names(arguments), positive=arguments.positive)


def _from_pilot(arguments: argparse.Namespace) -> Planning:
    from radviewer.stats.mrmc import Covariance
    from radviewer.stats.pilot import planning_from_table

    return planning_from_table(_pilot_table(arguments), _pilot_spec(arguments), Covariance(arguments.covariance))


def _pilot_spec(arguments: argparse.Namespace) -> EndpointSpec:
    from radviewer.stats.endpoints import Endpoint, EndpointSpec

    try:
        kind = Endpoint(arguments.endpoint)
    except ValueError as error:
        raise UsageProblem(
            f"There is no endpoint {arguments.endpoint!r}.", hint=f"Choose from: {', '.join(Endpoint)}."
        ) from error
    return EndpointSpec(kind, arguments.threshold)


def _as_text(document: dict[str, Any]) -> str:
    titles = ("readers", "cases", "power", "lambda", "df2")
    row = (
        document["readers"],
        None if document["cases"] is None else f"{document['cases']:g}",
        number(document["power"]),
        number(document["lambda"]),
        number(document["df2"], 2),
    )
    parts = [as_table(titles, [row], numeric=titles)] if document["power"] is not None else []
    spread = document.get("spread")
    if spread is not None:
        parts.append(f"\nPower between {spread['low']:.2f} and {spread['high']:.2f} in {100 * spread['level']:g} % of "
                     f"{spread['draws']} draws of the pilot's components.\n")  # fmt: skip
    target = document.get("target")
    if target is not None and target["cases"] is not None:
        parts.append(f"\n{target['cases']} cases reach a power of {target['reached']:.3f}.\n")
    parts.append("\nPlease note\n" + "".join(f"- {text}\n" for text in document["warnings"]))
    return "".join(parts)
