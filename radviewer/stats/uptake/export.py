"""Results as plain values for JSON: dataclasses become objects, undefined stays null, a NaN is a defect."""

from __future__ import annotations

import dataclasses
import math
from collections.abc import Mapping
from enum import Enum
from typing import Any

import numpy as np

from radviewer.core.errors import InternalError
from radviewer.stats.uptake.analysis import Section, Uptake
from radviewer.stats.uptake.catalogue import BY_KEY
from radviewer.stats.uptake.words import sentences


def plain(value: Any) -> Any:
    """Any result as dicts, lists, text, numbers and None; infinite numbers become None.

    Raises:
        InternalError: A number is NaN, or a type is not known.
    """
    if isinstance(value, Enum):
        return value.value
    if value is None or isinstance(value, bool | str | int):
        return value
    if isinstance(value, float | np.floating):
        if math.isnan(value):
            raise InternalError("A result holds NaN where it should be undefined.")
        return None if math.isinf(value) else float(value)
    if isinstance(value, np.bool_ | np.integer):
        return value.item()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple | np.ndarray):
        return [plain(item) for item in value]
    raise InternalError(f"A result holds a {type(value).__name__}, which has no JSON form.")


def uptake_json(uptake: Uptake) -> dict[str, Any]:
    """The analysis as one JSON object; keys of measures are those of the catalogue."""
    result: dict[str, Any] = {
        "unaided": uptake.unaided,
        "aided": uptake.aided,
        "sentences": list(sentences(uptake)),
        "notes": list(uptake.notes),
        "bootstrap": plain(uptake.plan),
        "pooled": section_json(uptake.pooled),
    }
    for split, sections in uptake.splits.items():
        result[f"by_{split.replace('-', '_')}"] = {name: section_json(part) for name, part in sections.items()}
    result |= {name: plain(value) for name, value in uptake.fleiss.items()}
    result["heterogeneity"] = plain(uptake.heterogeneity)
    result["skill_benefit"] = plain(uptake.skill_benefit)
    two_way = uptake.log_time_ratio
    result["log_time_ratio_MRMC_two_way"] = None if two_way is None else {
        **plain(two_way), "ratio": two_way.ratio(), "ratio_ci": plain(two_way.ratio_ci()),
    }  # fmt: skip
    return result


def section_json(part: Section) -> dict[str, Any]:
    """One set of reads."""
    return {
        "n": part.n,
        "n_readers": part.n_readers,
        "n_cases": part.n_cases,
        "cells_h0ok_aiok_h1ok": part.cells,
        "measures": {
            key: {"label": BY_KEY[key].label, "unit": str(BY_KEY[key].unit), **plain(found)}
            for key, found in part.measures.items()
        },
        "naive": plain(part.naive),
        "NRI_z_naive": part.naive.z,
        "mcnemar_exact_p_naive": part.mcnemar_exact_p_naive,
    }
