"""Refuses to test on images that were learnt from, unless told otherwise or told which of them are clean."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem
from radviewer.core.tasks import ProgressCallback, silent
from radviewer.training.config import Recipe
from radviewer.training.dataset import Dataset, find_samples, load
from radviewer.training.looks import CORRELATION, DISTANCE, find_look_alikes, joined_looks, looks_of
from radviewer.training.run import Material


@dataclass(frozen=True, slots=True, eq=False)
class Leak:
    """Which images of a set have a copy in another set.

    Attributes:
        exact: Equal pixels (N,).
        near: Equal or near copies (N,); includes `exact`.
    """

    exact: NDArray[np.bool_]
    near: NDArray[np.bool_]


def find_leaks(
    data: Dataset, learnt: tuple[Dataset, ...], correlation: float = CORRELATION, distance: int = DISTANCE
) -> Leak:
    """Images of `data` that have a copy among images that a model has seen, as the data check finds them.

    Args:
        data: Prepared as `learnt` was.
        learnt: The images seen.
        correlation: See `looks.find_look_alikes`.
        distance: Likewise.
    """
    sets = (data, *learnt)
    looks = joined_looks(tuple(looks_of(item.planes, item.content) for item in sets))
    count = len(data.samples)
    seen = set(looks.content[count:])
    exact = np.array([value in seen for value in looks.content[:count]], dtype=np.bool_)
    near = exact.copy()
    for first, second, _ in find_look_alikes(looks, correlation, distance).near:
        if first < count <= second:
            near[first] = True
    return Leak(exact, near)


def refuse_leaking_test(recipe: Recipe, material: Material, folder: Path, progress: ProgressCallback = silent) -> None:
    """Looks for copies of test images among those learnt from.

    Raises:
        InputProblem: There are some.
    """
    samples = find_samples(folder, tuple(label.folder for label in recipe.labels))
    data = load(samples, recipe.input, progress)
    split = recipe.split
    leak = find_leaks(data, (material.train, material.validation), split.correlation, split.hash_distance)
    if leak.near.any():
        raise InputProblem(
            f"The test set leaks: {int(leak.near.sum())} of {len(data.samples)} test images have a copy among the "
            f"training images, {int(leak.exact.sum())} of them an equal one.",
            hint="Name the images without copies with --test-list NAME=FILE (the card then gives both figures), or add "
            "--allow-leaks.",
        )
