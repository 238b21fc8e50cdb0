"""Faults of a set of images that make a classifier look better than it is.

Copies within and between splits, copies with different labels, files that cannot be used, and shortcuts: properties
that have nothing to do with the disease (format, size, brightness, border) and yet predict the label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import Problem
from radviewer.core.tasks import CancellationToken, ProgressCallback, silent
from radviewer.training.data_reading import CheckedImage, Gathered, gather
from radviewer.training.looks import SIDE, Looks, find_look_alikes
from radviewer.training.similarity import Copies, groups

_FOLDS = 5
_COARSE_SIDE = 8
_FRAME_SIDE, _FRAME_CELLS = 32, 3  # cells a side, and how many of them from each edge are the frame
_COARSE_NAME = f"the picture at {_COARSE_SIDE} x {_COARSE_SIDE} grey levels"
_FRAME_NAME = f"the outermost frame alone ({100 * _FRAME_CELLS / _FRAME_SIDE:.0f} % of each side)"
_STRENGTH = 19.2  # inverse strength of the linear models' penalty, times their number of cells
_LARGEST_GAIN = 0.10  # above the share of the largest class: worth a warning


@dataclass(frozen=True, slots=True)
class CopyPair:
    """Two copies; the correlation is 1 for equal pixels."""

    first: int
    second: int
    correlation: float
    exact: bool


@dataclass(frozen=True, slots=True)
class Shortcut:
    """How well properties that are not the disease predict the label.

    Attributes:
        name: Which properties.
        accuracy: Cross-validated, 5 folds, whole groups of copies in one fold.
        majority: Share of the largest class: what knowing nothing gets.
    """

    name: str
    accuracy: float
    majority: float

    @property
    def suspicious(self) -> bool:
        """Whether they predict the label clearly better than chance."""
        return self.accuracy > self.majority + _LARGEST_GAIN


@dataclass(frozen=True, slots=True, eq=False)
class DataReport:
    """What was found.

    Attributes:
        images: All that can be used.
        refused: Files that cannot, each (path, problem).
        counts: Images by (split, label).
        pairs: Copies.
        redundant: By split: files that equal an earlier file of the split, pixel for pixel.
        near_redundant: By split: files that could go so that one of each group of equal or near copies stays.
        redundant_in_all: The same two numbers for the whole set, whatever the split.
        leaking: By (split, other split): images of the first that have a copy in the other, (exact, exact or near).
        conflicts: Pairs of copies with different labels.
        shortcuts: Simple predictors of the label.
        patients: By (split, other split): images of the first whose patient is known, and those whose patient has
            images in the other; empty without a table.
        outside: Images that lie beside the folders of classes and were left out.
        coarse: How well a linear model of the picture at 8 x 8 grey levels predicts the label: what layout, position
            and build of the patient tell, where hardly any finding can be seen. No fault by itself; a network's figure
            on such a set is to be read beside it. None where a class has too few images.
        frame: The same of the outermost frame alone, where side markers, burnt-in text and collimation are, which
            tell a device (Zech et al., PLoS Medicine 2018).
    """

    images: tuple[CheckedImage, ...]
    refused: tuple[tuple[Path, Problem], ...]
    counts: dict[tuple[str, str], int]
    pairs: tuple[CopyPair, ...]
    redundant: dict[str, int]
    near_redundant: dict[str, int]
    redundant_in_all: tuple[int, int]
    leaking: dict[tuple[str, str], tuple[int, int]]
    conflicts: tuple[CopyPair, ...]
    shortcuts: tuple[Shortcut, ...]
    patients: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    outside: int = 0
    coarse: Shortcut | None = None
    frame: Shortcut | None = None

    @property
    def faults(self) -> int:
        """Number of kinds of fault that were found."""
        leaks = any(near for _, near in self.leaking.values())
        shortcuts = any(item.suspicious for item in self.shortcuts)
        shared = any(shared for _, shared in self.patients.values())
        found = (self.refused, any(self.redundant.values()), leaks, self.conflicts, shortcuts, shared)
        return sum(map(bool, found))


def check_data(
    root: Path,
    progress: ProgressCallback = silent,
    patients: Mapping[str, str] | None = None,
    token: CancellationToken | None = None,
) -> DataReport:
    """Checks the images below a folder of class folders, or of splits (train, test, ...) that hold class folders.

    Args:
        root: The folder. Where it holds splits, images that lie one level higher (masks, say) are left out.
        progress: Told after each image and each block of comparisons.
        patients: The patient of each image by its file's name without suffix; "" or absent where unknown.
        token: To cancel.

    Raises:
        Cancelled: The token was turned.
        InputProblem: There is no usable image in such an arrangement.
    """
    found = gather(root, token, progress)
    looks = found.looks()
    return _report(found, looks, find_look_alikes(looks, token=token, progress=progress), patients or {})


_SHORTCUTS = {
    "file format and pixel size": slice(0, 4),
    "brightness, contrast and border": slice(4, 9),
}


def _report(found: Gathered, looks: Looks, copies: Copies, patients: Mapping[str, str]) -> DataReport:
    images, content = found.images, found.content
    pairs = [CopyPair(first, second, 1.0, True) for first, second in copies.exact]
    pairs += [CopyPair(first, second, value, False) for first, second, value in copies.near]
    linked = groups(len(images), copies)
    labels = sorted({image.label for image in images})
    truth = np.array([labels.index(image.label) for image in images])
    return DataReport(
        images=tuple(images),
        refused=tuple(found.refused),
        counts=dict(sorted(Counter((image.split, image.label) for image in images).items())),
        pairs=tuple(pairs),
        redundant=_redundant(images, content),
        near_redundant=_near_redundant(images, pairs),
        redundant_in_all=(len(images) - len(set(content)), len(images) - len(set(linked.tolist()))),
        leaking=_leaking(images, content, pairs),
        conflicts=tuple(pair for pair in pairs if images[pair.first].label != images[pair.second].label),
        shortcuts=_shortcuts(np.array(found.facts), truth, linked),
        patients=_shared_patients(images, patients),
        outside=found.outside,
        coarse=_linear(_COARSE_NAME, _coarse(looks.thumbnails), truth, linked),
        frame=_linear(_FRAME_NAME, _frame(looks.thumbnails), truth, linked),
    )


def _redundant(images: list[CheckedImage], content: list[str]) -> dict[str, int]:
    by_split: dict[str, list[str]] = {}
    for image, value in zip(images, content, strict=True):
        by_split.setdefault(image.split, []).append(value)
    return {split: len(values) - len(set(values)) for split, values in sorted(by_split.items())}


def _near_redundant(images: list[CheckedImage], pairs: list[CopyPair]) -> dict[str, int]:
    """Images less groups of copies, each split by itself (copies are linked within it only)."""
    result = {}
    for split in sorted({image.split for image in images}):
        own = [index for index, image in enumerate(images) if image.split == split]
        place = {index: number for number, index in enumerate(own)}
        inside = tuple((place[p.first], place[p.second]) for p in pairs if p.first in place and p.second in place)
        result[split] = len(own) - len(set(groups(len(own), Copies(inside, ())).tolist()))
    return result


def _shared_patients(images: list[CheckedImage], patients: Mapping[str, str]) -> dict[tuple[str, str], tuple[int, int]]:
    named = [(image.split, patients.get(image.path.stem, "")) for image in images]
    splits = sorted({split for split, _ in named})
    by_split = {split: {name for own, name in named if own == split and name} for split in splits}
    result = {}
    for split in splits:
        for other in splits:
            if split != other and by_split[split]:
                known = [name for own, name in named if own == split and name]
                result[split, other] = (len(known), sum(name in by_split[other] for name in known))
    return result


def _leaking(
    images: list[CheckedImage], content: list[str], pairs: list[CopyPair]
) -> dict[tuple[str, str], tuple[int, int]]:
    splits = sorted({image.split for image in images})
    where: dict[str, set[str]] = {}  # pixels to the splits that hold them
    for image, value in zip(images, content, strict=True):
        where.setdefault(value, set()).add(image.split)
    near: list[set[str]] = [set(where[value]) for value in content]
    for pair in pairs:
        near[pair.first] |= where[content[pair.second]]
        near[pair.second] |= where[content[pair.first]]
    result = {}
    for split in splits:
        own = [index for index, image in enumerate(images) if image.split == split]
        for other in splits:
            if other != split:
                exact = sum(other in where[content[index]] for index in own)
                result[split, other] = (exact, sum(other in near[index] for index in own))
    return result


def _shortcuts(facts: NDArray[np.float64], truth: NDArray[np.intp], linked: NDArray[np.intp]) -> tuple[Shortcut, ...]:
    from sklearn.model_selection import GroupKFold, cross_val_predict
    from sklearn.tree import DecisionTreeClassifier

    if len(set(truth.tolist())) < 2 or len(set(linked.tolist())) < _FOLDS:
        return ()
    results = []
    for name, columns in _SHORTCUTS.items():
        tree = DecisionTreeClassifier(max_depth=4, min_samples_leaf=5, random_state=0)
        folds = GroupKFold(_FOLDS, shuffle=True, random_state=0)
        calls = cross_val_predict(tree, facts[:, columns], truth, groups=linked, cv=folds)
        results.append(_predictor(name, calls, truth))
    return tuple(results)


def _coarse(thumbnails: NDArray[np.uint8]) -> NDArray[np.float64]:
    return _cells(thumbnails, _COARSE_SIDE).reshape(len(thumbnails), -1)


def _frame(thumbnails: NDArray[np.uint8]) -> NDArray[np.float64]:
    outside = np.ones((_FRAME_SIDE, _FRAME_SIDE), dtype=bool)
    outside[_FRAME_CELLS:-_FRAME_CELLS, _FRAME_CELLS:-_FRAME_CELLS] = False
    return _cells(thumbnails, _FRAME_SIDE)[:, outside]


def _cells(thumbnails: NDArray[np.uint8], side: int) -> NDArray[np.float64]:
    """Mean grey levels (N, side, side)."""
    block = SIDE // side
    return np.asarray(thumbnails.reshape(-1, side, block, side, block).mean(axis=(2, 4)))


def _linear(
    name: str, cells: NDArray[np.float64], truth: NDArray[np.intp], linked: NDArray[np.intp]
) -> Shortcut | None:
    from sklearn.linear_model import LogisticRegression
    from sklearn.model_selection import StratifiedGroupKFold, cross_val_predict
    from sklearn.pipeline import make_pipeline
    from sklearn.preprocessing import StandardScaler

    by_class = [len(set(linked[truth == label].tolist())) for label in np.unique(truth)]
    if len(by_class) < 2 or min(by_class) < _FOLDS:
        return None
    model = make_pipeline(StandardScaler(), LogisticRegression(C=_STRENGTH / cells.shape[1], max_iter=1000))
    folds = StratifiedGroupKFold(_FOLDS, shuffle=True, random_state=0)
    return _predictor(name, cross_val_predict(model, cells, truth, groups=linked, cv=folds), truth)


def _predictor(name: str, calls: NDArray[np.intp], truth: NDArray[np.intp]) -> Shortcut:
    return Shortcut(name, float((calls == truth).mean()), float(np.bincount(truth).max() / len(truth)))
