"""Training and validation images without copies across: whole groups of copies go to one side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray


@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Indices of the images for training and for validation, each sorted."""

    train: NDArray[np.intp]
    validation: NDArray[np.intp]


def split_by_group(labels: NDArray[np.int64], groups: NDArray[np.intp], share: float, seed: int) -> Split:
    """Draws whole groups for validation until each class has its share.

    Args:
        labels: Class of each image (N,).
        groups: Group of each image (N,); see `similarity.groups`.
        share: Of each class's images that goes to validation; every class keeps at least one on each side where it
            has two groups.
        seed: Of the order in which groups are drawn.
    """
    generator = np.random.default_rng(seed)
    names, positions = np.unique(groups, return_inverse=True)
    classes = int(labels.max()) + 1
    counts = np.zeros((len(names), classes), dtype=np.int64)
    np.add.at(counts, (positions, labels), 1)
    wanted = np.maximum(1, np.round(counts.sum(axis=0) * share)).astype(np.int64)
    taken = np.zeros(classes, dtype=np.int64)
    chosen = np.zeros(len(names), dtype=bool)
    for index in generator.permutation(len(names)):
        after = taken + counts[index]
        touched = counts[index] > 0
        if (after[touched] <= wanted[touched]).all():
            chosen[index] = True
            taken = after
    held = chosen[positions]
    return Split(np.flatnonzero(~held), np.flatnonzero(held))


def joined(groups: NDArray[np.intp], names: Sequence[str]) -> NDArray[np.intp]:
    """Groups of copies joined where they share a name (a patient), so that neither is divided.

    Args:
        groups: Group of each image (N,).
        names: Of each image's patient; "" is nobody and joins nothing.

    Returns:
        Group of each image (N,), numbered by a member.
    """
    parent: dict[object, object] = {}

    def root(key: object) -> object:
        while parent.setdefault(key, key) != key:
            parent[key] = key = parent[parent[key]]
        return key

    for group, name in zip(groups.tolist(), names, strict=True):
        first = root(group)
        if name:
            parent[root((name,))] = first
    found = [root(group) for group in groups.tolist()]
    numbers = {key: index for index, key in enumerate(dict.fromkeys(found))}
    return np.array([numbers[key] for key in found], dtype=np.intp)


def divided(groups: NDArray[np.intp], split: Split) -> int:
    """Validation images whose group has an image among the training images: 0 where nothing leaks."""
    return int(np.isin(groups[split.validation], groups[split.train]).sum())
