"""Logistic regression with an elastic net on radiomics features, chosen by cross-validation with whole patients."""

from __future__ import annotations

import importlib
import inspect
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.stats.roc import empirical_auc
from radviewer.training.radiomics_recipe import ElasticNet

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, eq=False)
class LinearModel:
    """A fitted model: probability = logistic(intercept + sum of weight x (feature - mean) / scale).

    Attributes:
        names: Of the features that are left.
        means: On the training images.
        scales: Likewise, above 0.
        weights: Of the standardised features; many are 0.
        intercept: On the scale of the logit.
        strength: Chosen inverse penalty.
        mixture: Chosen share of the L1 part.
        cross_validated_auc: Out-of-fold AUC at these choices (a little optimistic: they were chosen by it).
    """

    names: tuple[str, ...]
    means: Floats
    scales: Floats
    weights: Floats
    intercept: float
    strength: float
    mixture: float
    cross_validated_auc: float

    def probabilities(self, rows: list[dict[str, float]]) -> Floats:
        """Probability of the positive class for rows of features (N,)."""
        values = matrix(rows, self.names)
        logits = ((values - self.means) / self.scales) @ self.weights + self.intercept
        return np.asarray(1 / (1 + np.exp(-logits)))


def fit(
    rows: list[dict[str, float]], positive: NDArray[np.bool_], groups: NDArray[np.intp], settings: ElasticNet, seed: int
) -> LinearModel:
    """Leaves out constant and nearly equal features, chooses strength and mixture, and fits to all rows.

    Args:
        rows: Features of the training images.
        positive: Their classes (N,).
        groups: Their patients (N,); a patient is in one fold only.
        settings: What to choose from.
        seed: Of folds and solver.

    Raises:
        InputProblem: A class has fewer images than folds, or no feature varies.
    """
    from sklearn.model_selection import StratifiedGroupKFold

    if min(int(positive.sum()), int((~positive).sum())) < settings.folds:
        raise InputProblem("A class has fewer images than there are folds.", hint="Use fewer folds or more images.")
    names = _distinct(rows, settings.correlation)
    values = matrix(rows, names)
    means, scales = values.mean(axis=0), values.std(axis=0)
    standard = (values - means) / scales
    folds = list(StratifiedGroupKFold(settings.folds, shuffle=True, random_state=seed).split(values, positive, groups))
    best = (-1.0, 0.0, 0.0)
    for strength in settings.strengths:
        for mixture in settings.mixtures:
            scores = np.zeros(len(rows))
            for learn, held in folds:
                model = _regression(strength, mixture, seed).fit(standard[learn], positive[learn])
                scores[held] = model.decision_function(standard[held])
            best = max(best, (empirical_auc(scores[positive], scores[~positive]), -strength, -mixture))
    auc, strength, mixture = best[0], -best[1], -best[2]
    final = _regression(strength, mixture, seed).fit(standard, positive)
    return LinearModel(
        names, means, scales, final.coef_[0].astype(np.float64), float(final.intercept_[0]), strength, mixture, auc
    )


def matrix(rows: list[dict[str, float]], names: tuple[str, ...]) -> Floats:
    """Features (N, D); a value that is undefined for an image (not finite) is the median of the others."""
    values = np.array([[row[name] for name in names] for row in rows], dtype=np.float64)
    bad = ~np.isfinite(values)
    if bad.any():
        values[bad] = np.nan
        values = np.where(bad, np.nanmedian(values, axis=0), values)
    return values


def _distinct(rows: list[dict[str, float]], limit: float) -> tuple[str, ...]:
    """Names of features that vary and are not nearly a multiple of an earlier one."""
    names = tuple(name for name in rows[0] if all(np.isfinite(row[name]) for row in rows))
    values = matrix(rows, names)
    varying = np.flatnonzero(values.std(axis=0) > 1e-9 * np.maximum(1.0, np.abs(values.mean(axis=0))))
    if not len(varying):
        raise InputProblem("No feature varies between the images.", hint="Are the masks right?")
    relations = np.abs(np.atleast_2d(np.corrcoef(values[:, varying], rowvar=False)))
    kept: list[int] = []
    for place in range(len(varying)):
        if all(relations[place, other] <= limit for other in kept):
            kept.append(place)
    return tuple(names[varying[place]] for place in kept)


def _regression(strength: float, mixture: float, seed: int) -> Any:
    regression = importlib.import_module("sklearn.linear_model").LogisticRegression
    options: dict[str, Any] = {"C": strength, "l1_ratio": mixture, "solver": "saga", "class_weight": "balanced"}
    # Newer versions read the kind of penalty off l1_ratio and warn where it is named.
    if inspect.signature(regression).parameters["penalty"].default == "l2":
        options["penalty"] = "elasticnet"
    return regression(max_iter=5000, tol=1e-3, random_state=seed, **options)
