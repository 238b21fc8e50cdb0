"""All that is said of a classifier on one set of images: discrimination, calibration, operating points, subgroups.

The bootstrap draws images, or whole patients where they are known (Efron and Tibshirani 1993). AUCs have DeLong's
interval (on the logit scale near 1), proportions Wilson's.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radviewer.core.prediction import OperatingPoint
from radviewer.inference.manifest import PackManifest
from radviewer.stats.calibration import wilson_interval
from radviewer.stats.roc import empirical_auc
from radviewer.training.evaluate import Evaluation, Interval, calibration_error, evaluate
from radviewer.training.scoring import Scored

_REPLICATES = 1000
_BINS = 10
_FEWEST = 10  # images of a subgroup for which figures are given


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with its bootstrap interval (95 %); None where it is undefined."""

    value: float | None
    interval: Interval | None


@dataclass(frozen=True, slots=True)
class Bin:
    """Images whose highest probability lies in a tenth: how many, the mean of it, and the share that was right."""

    low: float
    high: float
    images: int
    stated: float
    right: float
    interval: Interval


@dataclass(frozen=True, slots=True)
class Reliability:
    """Calibration of the highest probability.

    Attributes:
        error: Expected calibration error, 10 bins of equal width.
        log_loss: Mean negative logarithm of the probability of the truth.
        bins: Those with images.
    """

    error: float
    log_loss: float
    bins: tuple[Bin, ...]


@dataclass(frozen=True, slots=True)
class PointFigures:
    """What an operating point of the pack does here, beside what its card says."""

    label: str
    threshold: float
    sensitivity: float | None
    sensitivity_interval: Interval | None
    specificity: float | None
    specificity_interval: Interval | None
    stated_sensitivity: float | None
    stated_specificity: float | None


@dataclass(frozen=True, slots=True)
class Subgroup:
    """Figures of the images with one value of a column; `figures` is None for fewer than ten images."""

    column: str
    value: str
    images: int
    figures: Evaluation | None


@dataclass(frozen=True, slots=True)
class Assessment:
    """Everything about one set of images.

    Attributes:
        figures: Accuracy, balanced accuracy, F1, AUC of each label, confusion.
        averages: Macro and weighted precision, recall and F1, macro AUC, accuracy, with bootstrap intervals.
        patients: Groups that the bootstrap drew as a whole; 0 where it drew images.
        before: Calibration of the bare logits.
        after: With the pack's temperature; None where it has none.
        points: The pack's operating points.
        subgroups: By the values of columns.
        flagged: Images that the input gate flagged.
        refused: Images that it refused (they are scored here all the same).
    """

    figures: Evaluation
    averages: Mapping[str, Estimate]
    patients: int
    before: Reliability
    after: Reliability | None
    points: tuple[PointFigures, ...]
    subgroups: tuple[Subgroup, ...]
    flagged: int
    refused: int


def assess(
    name: str, scored: Scored, manifest: PackManifest, columns: tuple[str, ...] = (), seed: int = 1
) -> Assessment:
    """Figures of scored images.

    Args:
        name: Of the set.
        scored: The images with their logits.
        manifest: Labels, temperature, operating points.
        columns: Of the samples' facts, for subgroups.
        seed: Of the bootstraps.
    """
    keys = tuple(label.key for label in manifest.labels)
    truth, shares = scored.truth, scored.probabilities(manifest)
    names = [sample.group or f"\0{index}" for index, sample in enumerate(scored.samples)]
    known = len({sample.group for sample in scored.samples} - {""})
    bare = reliability(scored.probabilities(manifest, calibrated=False), truth)
    return Assessment(
        figures=evaluate(name, shares, truth, keys, seed),
        averages=averages(shares, truth, np.unique(names, return_inverse=True)[1], seed),
        patients=known,
        before=bare,
        after=None if manifest.temperature is None else reliability(shares, truth),
        points=tuple(_point(point, keys, shares, truth) for point in manifest.operating_points),
        subgroups=tuple(item for column in columns for item in _subgroups(column, scored, shares, keys, seed)),
        flagged=sum(gate == "flagged" for gate in scored.gates),
        refused=sum(gate == "refused" for gate in scored.gates),
    )


def averages(
    shares: NDArray[np.float64], truth: NDArray[np.int64], clusters: NDArray[np.intp], seed: int
) -> dict[str, Estimate]:
    """Averaged figures with bootstrap intervals.

    Args:
        shares: Probabilities (N, K).
        truth: Index of the true label (N,).
        clusters: Number of the patient of each image (N,); patients are drawn as a whole.
        seed: Of the bootstrap.
    """
    whole = _averages(shares, truth)
    generator = np.random.default_rng(seed)
    count = int(clusters.max()) + 1
    order = np.argsort(clusters, kind="stable")
    edges = np.searchsorted(clusters[order], np.arange(count + 1))
    draws: dict[str, list[float]] = {name: [] for name in whole}
    for _ in range(_REPLICATES):
        chosen = generator.integers(0, count, count)
        picked = np.concatenate([order[edges[index] : edges[index + 1]] for index in chosen])
        for name, value in _averages(shares[picked], truth[picked]).items():
            if value is not None:
                draws[name].append(value)
    result = {}
    for name, value in whole.items():
        # A replicate without one of the labels has no macro AUC; too many of them make the interval meaningless.
        enough = value is not None and len(draws[name]) > 0.9 * _REPLICATES
        low, high = np.percentile(draws[name], [2.5, 97.5]) if enough else (0.0, 0.0)
        result[name] = Estimate(value, (float(low), float(high)) if enough else None)
    return result


def reliability(shares: NDArray[np.float64], truth: NDArray[np.int64]) -> Reliability:
    """Calibration of the highest probability of each image."""
    top, right = shares.max(axis=1), shares.argmax(axis=1) == truth
    place = np.minimum((top * _BINS).astype(np.intp), _BINS - 1)
    bins = []
    for number in np.unique(place):
        inside = place == number
        hits, count = int(right[inside].sum()), int(inside.sum())
        low, high = number / _BINS, (number + 1) / _BINS
        bins.append(Bin(low, high, count, float(top[inside].mean()), hits / count, wilson_interval(hits, count)))
    chosen = np.maximum(shares[np.arange(len(truth)), truth], 1e-12)
    return Reliability(calibration_error(shares, truth), float(-np.log(chosen).mean()), tuple(bins))


def _averages(shares: NDArray[np.float64], truth: NDArray[np.int64]) -> dict[str, float | None]:
    labels = shares.shape[1]
    confusion = np.zeros((labels, labels))
    np.add.at(confusion, (truth, shares.argmax(axis=1)), 1)
    hits, rows, columns = np.diagonal(confusion), confusion.sum(axis=1), confusion.sum(axis=0)
    present, weight = rows > 0, rows / rows.sum()
    recall = np.divide(hits, rows, out=np.zeros(labels), where=present)
    precision = np.divide(hits, columns, out=np.zeros(labels), where=columns > 0)
    f1 = np.divide(2 * hits, rows + columns, out=np.zeros(labels), where=rows + columns > 0)
    areas = [
        empirical_auc(shares[truth == index, index], shares[truth != index, index])
        for index in range(labels)
        if 0 < rows[index] < len(truth)
    ]
    return {
        "accuracy": float(hits.sum() / len(truth)),
        "balanced_accuracy": float(recall[present].mean()),
        "macro_precision": float(precision[present].mean()),
        "macro_recall": float(recall[present].mean()),
        "macro_f1": float(f1[present].mean()),
        "weighted_precision": float(precision @ weight),
        "weighted_recall": float(recall @ weight),
        "weighted_f1": float(f1 @ weight),
        "macro_auc": float(np.mean(areas)) if len(areas) == labels else None,
    }


def _point(
    point: OperatingPoint, keys: tuple[str, ...], shares: NDArray[np.float64], truth: NDArray[np.int64]
) -> PointFigures:
    index = keys.index(point.label_key)
    called, positive = shares[:, index] >= point.threshold, truth == index
    hits, ill = int((called & positive).sum()), int(positive.sum())
    passed, well = int((~called & ~positive).sum()), int((~positive).sum())
    return PointFigures(
        point.label_key, point.threshold,
        hits / ill if ill else None, wilson_interval(hits, ill) if ill else None,
        passed / well if well else None, wilson_interval(passed, well) if well else None,
        point.sensitivity, point.specificity,
    )  # fmt: skip


def _subgroups(
    column: str, scored: Scored, shares: NDArray[np.float64], keys: tuple[str, ...], seed: int
) -> list[Subgroup]:
    values = np.array([(sample.facts or {}).get(column, "") or "not stated" for sample in scored.samples])
    found = []
    for value in sorted(set(values.tolist())):
        inside = np.flatnonzero(values == value)
        figures = None
        if len(inside) >= _FEWEST:
            figures = evaluate(value, shares[inside], scored.truth[inside], keys, seed)
        found.append(Subgroup(column, value, len(inside), figures))
    return found
