"""Faults of a set of images that make a classifier look better than it is.

Copies within and between splits, copies with different labels, files that cannot be used, and shortcuts: properties
that have nothing to do with the disease (format, size, brightness, border) and yet predict the label.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, Problem, RadviewerError, describe
from radviewer.core.image import Image
from radviewer.core.tasks import Progress, ProgressCallback, silent
from radviewer.inference.gate import image_statistics
from radviewer.inference.manifest import Fit, InputSpec, InputStage
from radviewer.inference.preprocessing import prepare_plane
from radviewer.io.discover import find_images
from radviewer.io.reader import read_image
from radviewer.training.dataset import content_hash
from radviewer.training.similarity import Copies, find_copies, groups

SPEC = InputSpec(InputStage.VOI, 224, 224, 1, (0.0,), (1.0,), Fit.SQUASH)
WHOLE = "all"

_FOLDS = 5
_LARGEST_GAIN = 0.10  # above the share of the largest class: worth a warning


@dataclass(frozen=True, slots=True)
class CheckedImage:
    """One usable image: its file, its split ("all" without splits) and its label."""

    path: Path
    split: str
    label: str


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
        leaking: By (split, other split): images of the first that have a copy in the other, (exact, exact or near).
        conflicts: Pairs of copies with different labels.
        shortcuts: Simple predictors of the label.
        patients: By (split, other split): images of the first whose patient is known, and those whose patient has
            images in the other; empty without a table.
        outside: Images that lie beside the folders of classes and were left out.
    """

    images: tuple[CheckedImage, ...]
    refused: tuple[tuple[Path, Problem], ...]
    counts: dict[tuple[str, str], int]
    pairs: tuple[CopyPair, ...]
    redundant: dict[str, int]
    near_redundant: dict[str, int]
    leaking: dict[tuple[str, str], tuple[int, int]]
    conflicts: tuple[CopyPair, ...]
    shortcuts: tuple[Shortcut, ...]
    patients: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    outside: int = 0

    @property
    def faults(self) -> int:
        """Number of kinds of fault that were found."""
        leaks = any(near for _, near in self.leaking.values())
        shortcuts = any(item.suspicious for item in self.shortcuts)
        shared = any(shared for _, shared in self.patients.values())
        found = (self.refused, any(self.redundant.values()), leaks, self.conflicts, shortcuts, shared)
        return sum(map(bool, found))


def check_data(
    root: Path, progress: ProgressCallback = silent, patients: Mapping[str, str] | None = None
) -> DataReport:
    """Checks the images below a folder of class folders, or of splits (train, test, ...) that hold class folders.

    Args:
        root: The folder. Where it holds splits, images that lie one level higher (masks, say) are left out.
        progress: Told after each image.
        patients: The patient of each image by its file's name without suffix; "" or absent where unknown.

    Raises:
        InputProblem: There is no usable image in such an arrangement.
    """
    found = find_images([root])
    images: list[CheckedImage] = []
    planes: list[NDArray[np.uint8]] = []
    content: list[str] = []
    facts: list[list[float]] = []
    refused = list(found.problems)
    depth = max((len(ref.path.relative_to(root).parts) for ref in found.images), default=0)
    outside = 0
    for number, ref in enumerate(found.images):
        place = _place(root, ref.path)
        if place is None or (place[0] == WHOLE and depth > 2):
            outside += 1
            continue
        try:
            image = read_image(ref)
            plane, _ = prepare_plane(image, SPEC)
        except RadviewerError as error:
            refused.append((ref.path, describe(error)))
            continue
        images.append(CheckedImage(ref.path, *place))
        planes.append(np.floor(plane * 255 + 0.5).astype(np.uint8))
        content.append(content_hash(image.pixels))
        facts.append(_facts(image, plane))
        progress(Progress("reading images", number + 1, len(found.images)))
    if not images:
        raise InputProblem(
            f"{root} holds no images in folders of classes.", hint="Expected CLASS/IMAGE or SPLIT/CLASS/IMAGE."
        )
    report = _report(images, np.stack(planes), tuple(content), np.array(facts), tuple(refused))
    return replace(report, patients=_shared_patients(images, patients or {}), outside=outside)


def _place(root: Path, path: Path) -> tuple[str, str] | None:
    parts = path.relative_to(root).parts
    if len(parts) < 2:
        return None
    return (WHOLE, parts[0]) if len(parts) == 2 else (parts[0], parts[1])


_KINDS = ("png", "jpeg", "bmp", "tiff", "dicom")
_SHORTCUTS = {
    "file format and pixel size": slice(0, 4),
    "brightness, contrast and border": slice(4, 9),
}


def _facts(image: Image, plane: NDArray[np.float32]) -> list[float]:
    kind = image.facts.kind
    code = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
    return [code, *map(float, image.shape), float(image.is_color), *image_statistics(plane).values()]


def _report(
    images: list[CheckedImage],
    planes: NDArray[np.uint8],
    content: tuple[str, ...],
    facts: NDArray[np.float64],
    refused: tuple[tuple[Path, Problem], ...],
) -> DataReport:
    copies = find_copies(planes, content)
    pairs = [CopyPair(first, second, 1.0, True) for first, second in copies.exact]
    pairs += [CopyPair(first, second, value, False) for first, second, value in copies.near]
    linked = groups(len(images), copies)
    labels = sorted({image.label for image in images})
    truth = np.array([labels.index(image.label) for image in images])
    return DataReport(
        images=tuple(images),
        refused=refused,
        counts=dict(sorted(Counter((image.split, image.label) for image in images).items())),
        pairs=tuple(pairs),
        redundant=_redundant(images, content),
        near_redundant=_near_redundant(images, pairs),
        leaking=_leaking(images, content, linked),
        conflicts=tuple(pair for pair in pairs if images[pair.first].label != images[pair.second].label),
        shortcuts=_shortcuts(facts, truth, linked),
    )


def _redundant(images: list[CheckedImage], content: tuple[str, ...]) -> dict[str, int]:
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
    images: list[CheckedImage], content: tuple[str, ...], linked: NDArray[np.intp]
) -> dict[tuple[str, str], tuple[int, int]]:
    splits = sorted({image.split for image in images})
    equal = {split: {value for image, value in zip(images, content, strict=True) if image.split == split}
             for split in splits}  # fmt: skip
    near = {split: {int(group) for image, group in zip(images, linked, strict=True) if image.split == split}
            for split in splits}  # fmt: skip
    result = {}
    for split in splits:
        own = [index for index, image in enumerate(images) if image.split == split]
        for other in splits:
            if other != split:
                exact = sum(content[index] in equal[other] for index in own)
                result[split, other] = (exact, sum(int(linked[index]) in near[other] for index in own))
    return result


def _shortcuts(facts: NDArray[np.float64], truth: NDArray[np.intp], linked: NDArray[np.intp]) -> tuple[Shortcut, ...]:
    from sklearn.model_selection import GroupKFold, cross_val_predict
    from sklearn.tree import DecisionTreeClassifier

    if len(set(truth.tolist())) < 2 or len(set(linked.tolist())) < _FOLDS:
        return ()
    majority = float(np.bincount(truth).max() / len(truth))
    results = []
    for name, columns in _SHORTCUTS.items():
        tree = DecisionTreeClassifier(max_depth=4, min_samples_leaf=5, random_state=0)
        folds = GroupKFold(_FOLDS, shuffle=True, random_state=0)
        calls = cross_val_predict(tree, facts[:, columns], truth, groups=linked, cv=folds)
        results.append(Shortcut(name, float((calls == truth).mean()), majority))
    return tuple(results)
