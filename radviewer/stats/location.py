"""Location-based figures of merit: AFROC, weighted AFROC, FROC and LROC, with case-deleted values.

A mark is an LL when it lies on a lesion and an NL else. Unmarked lesions and unmarked normal cases rate minus
infinity; two of these compare as a tie. The deleted values feed the same jackknife and Obuchowski-Rockette
analysis as the AUC does.

Sources: Chakraborty & Winter, Radiology 174 (1990) 873 (AFROC); Chakraborty & Zhai, Med Phys 43 (2016) 2548
(weighted AFROC); Swensson, Med Phys 23 (1996) 1709 (LROC); Setio et al., Med Image Anal 42 (2017) 1 (mean
sensitivity at given numbers of false marks).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.stats.endpoints import Measured

Floats = NDArray[np.float64]
Ints = NDArray[np.intp]
Bools = NDArray[np.bool_]

FROC_POINTS = (0.125, 0.25, 0.5, 1.0, 2.0, 4.0, 8.0)


class Figure(StrEnum):
    """Figures of merit."""

    AFROC = "afroc"
    WAFROC = "wafroc"
    FROC = "froc"
    LROC = "lroc"


@dataclass(frozen=True, slots=True)
class MarkedStudy:
    """All marks of a fully crossed study with t conditions, r readers, n cases and m lesions.

    Attributes:
        readers: r names.
        conditions: t names.
        cases: n names.
        truth: (n,) True where the case has a lesion.
        lesion_case: (m,) case index of each lesion.
        lesion_weight: (m,) weights; they add up to 1 within each case.
        lesion_ratings: (t, r, m) highest mark on the lesion; -inf where it was not marked.
        false_cell: (f,) index condition * r + reader of each false mark.
        false_case: (f,) its case index.
        false_rating: (f,) its rating.
    """

    readers: tuple[str, ...]
    conditions: tuple[str, ...]
    cases: tuple[str, ...]
    truth: Bools
    lesion_case: Ints
    lesion_weight: Floats
    lesion_ratings: Floats
    false_cell: Ints
    false_case: Ints
    false_rating: Floats

    @property
    def shape(self) -> tuple[int, int]:
        """(t, r)."""
        return len(self.conditions), len(self.readers)

    def highest_false(self) -> Floats:
        """(t, r, n) highest false mark of each case; -inf where there is none."""
        t, r = self.shape
        out = np.full((t * r, len(self.cases)), -np.inf)
        np.maximum.at(out, (self.false_cell, self.false_case), self.false_rating)
        return out.reshape(t, r, -1)


def measure_location(study: MarkedStudy, figure: Figure, *, points: tuple[float, ...] = FROC_POINTS) -> Measured:
    """A figure of merit of each reader and condition, with case-deleted values for the jackknife.

    Args:
        study: All marks.
        figure: AFROC (lesions count alike), wAFROC (cases count alike), FROC (mean sensitivity at `points`
            false marks a case), or LROC (one mark a case; the lesion must be the one that was marked).
        points: For FROC only, mean numbers of false marks a case, each above 0.

    Raises:
        InputProblem: Fewer than two cases with or without lesions.
    """
    diseased, normal = int(study.truth.sum()), int((~study.truth).sum())
    if diseased < 2 or normal < 2:
        raise InputProblem(
            f"There are {diseased} cases with and {normal} without lesions; each kind needs two.",
            hint="List every case, also those without marks.",
        )
    if figure is Figure.FROC:
        return _froc(study, points)
    weights = study.lesion_weight if figure is Figure.WAFROC else np.ones(study.lesion_weight.size)
    if figure is Figure.LROC:
        _require_one_lesion(study)
    return _afroc(study, weights)


def _afroc(study: MarkedStudy, weights: Floats) -> Measured:
    """Sum_l w_l mean_k psi(LL_l, highest false mark of normal case k) / Sum_l w_l."""
    t, r = study.shape
    n = len(study.cases)
    false = study.highest_false()[:, :, ~study.truth]
    n0 = false.shape[2]
    estimates, deleted = np.empty((t, r)), np.empty((n, t, r))
    total = weights.sum()
    by_case = np.bincount(study.lesion_case, weights=weights, minlength=n)
    for i, j in np.ndindex(t, r):
        lesions, normals = study.lesion_ratings[i, j], false[i, j]
        wins = _wins(lesions, normals)
        top = float(weights @ wins)
        estimates[i, j] = top / (total * n0)
        case_top = np.bincount(study.lesion_case, weights=weights * wins, minlength=n)
        without_lesion_case = (top - case_top) / ((total - by_case) * n0)
        lost = _weighted_wins_against(normals, lesions, weights)
        without_normal = (top - lost) / (total * (n0 - 1))
        deleted[study.truth, i, j] = without_lesion_case[study.truth]
        deleted[~study.truth, i, j] = without_normal
    return Measured(estimates, deleted)


def _wins(lesions: Floats, normals: Floats) -> Floats:
    order = np.sort(normals)
    below = np.searchsorted(order, lesions, "left") + np.searchsorted(order, lesions, "right")
    return np.asarray(below / 2.0)


def _weighted_wins_against(normals: Floats, lesions: Floats, weights: Floats) -> Floats:
    """For each normal case the weight of the lesions rated above it, ties one half."""
    order = np.argsort(lesions, kind="stable")
    cumulative = np.concatenate([[0.0], np.cumsum(weights[order])])
    ranked = lesions[order]
    left = cumulative[np.searchsorted(ranked, normals, "left")]
    right = cumulative[np.searchsorted(ranked, normals, "right")]
    return np.asarray(cumulative[-1] - (left + right) / 2.0)


def _froc(study: MarkedStudy, points: tuple[float, ...]) -> Measured:
    if not points or min(points) <= 0.0:
        raise InputProblem("Numbers of false marks a case must be above zero.", hint="For example 0.5, 1, 2.")
    t, r = study.shape
    n = len(study.cases)
    estimates, deleted = np.empty((t, r)), np.empty((n, t, r))
    targets = np.array(points)
    for i, j in np.ndindex(t, r):
        own = study.false_cell == i * r + j
        false, false_case = study.false_rating[own], study.false_case[own]
        lesions = study.lesion_ratings[i, j]
        estimates[i, j] = _mean_sensitivity(lesions, false, n, targets)
        for k in range(n):
            kept = study.lesion_case != k
            deleted[k, i, j] = _mean_sensitivity(lesions[kept], false[false_case != k], n - 1, targets)
    return Measured(estimates, deleted)


def _mean_sensitivity(lesions: Floats, false: Floats, cases: int, targets: Floats) -> float:
    """Mean over `targets` of the share of lesions marked at the threshold with that many false marks a case.

    The threshold is the lowest one that does not exceed the target: the FROC curve as steps.
    """
    descending = np.sort(false)[::-1]
    marked = lesions[np.isfinite(lesions)]
    allowed = np.floor(targets * cases + 1e-9).astype(int)
    shares = []
    for count in allowed.tolist():
        if count >= descending.size:
            shares.append(marked.size / lesions.size)
        else:
            # Marks that tie with the first false mark beyond the budget would bring that mark along.
            shares.append(float((marked > descending[count]).sum()) / lesions.size)
    return float(np.mean(shares))


def _require_one_lesion(study: MarkedStudy) -> None:
    counts = np.bincount(study.lesion_case, minlength=len(study.cases))
    if (counts[study.truth] != 1).any():
        raise InputProblem(
            "LROC needs exactly one lesion in each diseased case.", hint="Use wafroc for several lesions."
        )
    if not np.isfinite(study.highest_false()[:, :, ~study.truth]).all():
        raise InputProblem(
            "LROC needs a mark with a rating on each case without a lesion.", hint="Use afroc or wafroc instead."
        )
