"""Tables of marks as a `MarkedStudy`: which lesions exist, and what each reader marked.

Two tables are needed because a case without a mark, or without a lesion, has no row among the marks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from radviewer.core.errors import InputProblem
from radviewer.stats.location import MarkedStudy
from radviewer.stats.table import numeric_column, require_columns

if TYPE_CHECKING:
    import pandas as pd


def marked_study(marks: pd.DataFrame, lesions: pd.DataFrame) -> MarkedStudy:
    """Arranges marks and lesions.

    Args:
        marks: Columns reader, condition, case, lesion, rating; `lesion` is blank for a false mark. A row with
            a blank rating says that the reader saw the case and marked nothing.
        lesions: Columns case, lesion and, if wanted, weight; one row a lesion, and one row with a blank lesion for
            each case without any. Weights are scaled to add up to 1 within each case.

    Raises:
        UsageProblem: A column is missing.
        InputProblem: A mark names a case or lesion that is not listed.
    """
    require_columns(marks, ("reader", "condition", "case", "lesion", "rating"))
    require_columns(lesions, ("case", "lesion"))
    case_names = tuple(dict.fromkeys(_text(lesions, "case")))
    case_of = {name: k for k, name in enumerate(case_names)}
    rows = [(c, x) for c, x in zip(_text(lesions, "case"), _text(lesions, "lesion"), strict=True) if x]
    if len(set(rows)) != len(rows):
        raise InputProblem("A lesion is listed twice.", hint="Give each lesion of a case its own name.")
    lesion_of = {row: index for index, row in enumerate(rows)}
    lesion_case = np.array([case_of[case] for case, _ in rows], dtype=np.intp)
    weight = _weights(lesions, lesion_case, len(case_names))
    readers = tuple(dict.fromkeys(_text(marks, "reader")))
    conditions = tuple(dict.fromkeys(_text(marks, "condition")))
    ratings = np.full((len(conditions), len(readers), len(rows)), -np.inf)
    false: list[tuple[int, int, float]] = []
    values = numeric_column(marks, "rating").tolist()
    columns = (_text(marks, name) for name in ("reader", "condition", "case", "lesion"))
    for reader, condition, case, lesion, value in zip(*columns, values, strict=True):
        if case not in case_of or (lesion and (case, lesion) not in lesion_of):
            raise InputProblem(
                f"A mark names case {case!r}, lesion {lesion!r}, which is not in the table of lesions.",
                hint="List every case, and every lesion of it.",
            )
        if not np.isfinite(value):
            continue
        i, j = conditions.index(condition), readers.index(reader)
        if lesion:
            at = lesion_of[case, lesion]
            ratings[i, j, at] = max(ratings[i, j, at], value)
        else:
            false.append((i * len(readers) + j, case_of[case], value))
    truth = np.zeros(len(case_names), dtype=bool)
    truth[lesion_case] = True
    return MarkedStudy(
        readers,
        conditions,
        case_names,
        truth,
        lesion_case,
        weight,
        ratings,
        np.array([cell for cell, _, _ in false], dtype=np.intp),
        np.array([case for _, case, _ in false], dtype=np.intp),
        np.array([value for _, _, value in false], dtype=np.float64),
    )


def _text(frame: pd.DataFrame, name: str) -> list[str]:
    return [str(value).strip() for value in frame[name].fillna("")]


def _weights(lesions: pd.DataFrame, lesion_case: np.ndarray, cases: int) -> np.ndarray:
    if "weight" in lesions.columns:
        given = numeric_column(lesions, "weight")
        raw = given[[bool(text) for text in _text(lesions, "lesion")]]
        if not (raw > 0.0).all():
            raise InputProblem("A lesion has no weight above zero.", hint="Fill the weight column, or drop it.")
    else:
        raw = np.ones(lesion_case.size)
    return np.asarray(raw / np.bincount(lesion_case, weights=raw, minlength=cases)[lesion_case])
