"""`radviewer stats mrmc --bootstrap N`: the seeded two-way bootstrap beside the analysis."""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from radviewer.stats.endpoints import EndpointSpec
    from radviewer.stats.table import ReadTable


def bootstrap_document(arguments: argparse.Namespace, table: ReadTable, spec: EndpointSpec) -> dict[str, Any]:
    """Standard errors and percentile intervals from replicates, as JSON values."""
    from radviewer.stats.bootstrap import bootstrap

    found = bootstrap(
        table,
        spec,
        replicates=arguments.bootstrap,
        seed=arguments.seed,
        alpha=arguments.alpha,
        fixed_readers=arguments.inference == "frrc",
        fixed_cases=arguments.inference == "rrfc",
    )
    names = table.conditions
    return {
        "conditions": [
            {"name": name, "mean": mean.value, "se": mean.se, "ci": list(mean.ci)}
            for name, mean in zip(names, found.means, strict=True)
        ],
        "pairs": [
            {"a": names[a], "b": names[b], "difference": value.value, "se": value.se, "ci": list(value.ci)}
            for a, b, value in found.differences
        ],
        "replicates": found.replicates,
        "failed": found.failed,
        "seed": found.seed,
    }
