"""The labelled images that a pack is evaluated on, and which of them it cannot have seen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.core.tasks import ProgressCallback, silent
from radviewer.inference.manifest import PackManifest
from radviewer.training.config import Recipe
from radviewer.training.dataset import Sample, find_samples, load
from radviewer.training.leaks import find_leaks
from radviewer.training.sources import learning_part, read_table, samples_of, test_part


def labelled(
    manifest: PackManifest, root: Path, folders: Mapping[str, str], recipe: Recipe | None = None
) -> tuple[Sample, ...]:
    """Images with their labels, in the order of the pack's labels.

    Args:
        manifest: Of the pack.
        root: Folder of class folders, or of a recipe's source.
        folders: Name of the class folder by label key, where it is not the key.
        recipe: Whose source says where images are; its test part is taken where it has one.

    Raises:
        InputProblem: A class has no image.
        UsageProblem: The recipe has other labels than the pack, or a folder is given for an unknown label.
    """
    keys = tuple(label.key for label in manifest.labels)
    for key in folders:
        if key not in keys:
            raise UsageProblem(f"The pack has no label '{key}'.", hint=f"It has: {', '.join(keys)}.")
    if recipe is None:
        return find_samples(root, tuple(folders.get(key, key) for key in keys))
    if tuple(label.key for label in recipe.labels) != keys:
        raise UsageProblem(f"The recipe's labels are not those of {manifest.id}.", hint=f"They are: {', '.join(keys)}.")
    samples = samples_of(recipe, root)
    return test_part(samples, recipe.source) or samples


def with_facts(samples: tuple[Sample, ...], table: Path, column: str | None) -> tuple[Sample, ...]:
    """Samples with the row of a table that names their file.

    Args:
        samples: Labelled images.
        table: A CSV.
        column: That names the file, with or without folder and suffix; the first column where None.

    Raises:
        InputProblem: The column is missing, or an image has no row.
    """
    rows = read_table(table)
    key = column or next(iter(rows[0]))
    if key not in rows[0]:
        raise InputProblem(f"The table {table} has no column '{key}'.", hint=f"It has: {', '.join(rows[0])}.")
    by_name = {Path(row[key].replace("\\", "/")).stem: row for row in rows}
    missing = [sample.ref.path.name for sample in samples if sample.ref.path.stem not in by_name]
    if missing:
        raise InputProblem(
            f"{len(missing)} images have no row in {table}, first {missing[0]}.",
            hint=f"The column '{key}' must name each file.",
        )
    return tuple(replace(sample, facts=by_name[sample.ref.path.stem]) for sample in samples)


def listed(samples: tuple[Sample, ...], root: Path, names: set[str]) -> NDArray[np.intp]:
    """Indices of the samples whose path below `root` is in a list of clean files."""
    return np.flatnonzero([_below(sample.ref.path, root) in names for sample in samples])


def unseen(
    samples: tuple[Sample, ...],
    manifest: PackManifest,
    learnt: tuple[Sample, ...],
    progress: ProgressCallback = silent,
) -> NDArray[np.intp]:
    """Indices of the samples without copy (equal or near) and without patient among images that were learnt from.

    Args:
        samples: To be evaluated.
        manifest: For the size at which images are compared.
        learnt: The training images.
        progress: Told while images are read.
    """
    own, seen = load(samples, manifest.input, progress), load(learnt, manifest.input, progress)
    leak = find_leaks(own, (seen,))
    patients = {sample.group for sample in learnt} - {""}
    dirty = {
        sample.ref
        for sample, copied in zip(own.samples, leak.near, strict=True)
        if copied or (sample.group and sample.group in patients)
    }
    return np.flatnonzero([sample.ref not in dirty for sample in samples])


def learnt_from(
    manifest: PackManifest, root: Path, folders: Mapping[str, str], recipe: Recipe | None
) -> tuple[Sample, ...]:
    """The training images, by class folders or by a recipe's source."""
    if recipe is None:
        return labelled(manifest, root, folders)
    return learning_part(samples_of(recipe, root), recipe.source)


def _below(path: Path, root: Path) -> str:
    return path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
