"""Finds labelled images where a recipe says they are: a table with patient, site and view, or MURA's folders."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from radviewer.core.errors import InputProblem
from radviewer.core.image import ImageRef
from radviewer.io.discover import find_images
from radviewer.training.config import Recipe
from radviewer.training.dataset import Sample, find_samples
from radviewer.training.source_config import Layout, SourceRecipe

_STUDY = re.compile(r"study\d+_(?P<label>positive|negative)")


def samples_of(recipe: Recipe, root: Path) -> tuple[Sample, ...]:
    """All labelled images of a recipe's data, whatever their part of the published split.

    Args:
        recipe: Classes and source.
        root: Folder of the data.

    Raises:
        InputProblem: The table cannot be read, lacks a column, or a class has no image.
    """
    folders = tuple(label.folder for label in recipe.labels)
    source = recipe.source
    if source is None or source.layout is Layout.FOLDERS:
        found = find_samples(root, folders)
        return _grouped_by_name(found, source.group_in_name) if source is not None and source.group_in_name else found
    rows = read_table(root / source.table) if source.layout is Layout.TABLE else mura_rows(root)
    return samples_of_table(source, rows, root, folders)


def _grouped_by_name(samples: tuple[Sample, ...], pattern: str) -> tuple[Sample, ...]:
    """Samples whose group is what the pattern finds in the file's name; without a match each stands alone."""
    matches = [re.search(pattern, sample.ref.path.name) for sample in samples]
    return tuple(
        replace(sample, group=match.group(0) if match else sample.group)
        for sample, match in zip(samples, matches, strict=True)
    )


def samples_of_table(
    source: SourceRecipe, rows: list[dict[str, str]], root: Path, folders: tuple[str, ...]
) -> tuple[Sample, ...]:
    """Labelled images of the rows of a table (or of `mura_rows`).

    Args:
        source: Which columns say what.
        rows: From `read_table` or `mura_rows`.
        root: Folder of the data.
        folders: Values of the label's column, in the order of the classes.

    Raises:
        InputProblem: A column is missing, or a class has no image.
    """
    chosen = _samples(source, rows, root, folders)
    for label, name in enumerate(folders):
        if not any(sample.label == label for sample in chosen):
            raise InputProblem(
                f"No image below {root} has the label '{name}'.",
                hint=f"The column '{source.label}' must hold it; see the recipe's [source].",
            )
    return chosen


def learning_part(samples: Iterable[Sample], source: SourceRecipe | None) -> tuple[Sample, ...]:
    """What may be learnt from and validated on: the source's training (and validation) part."""
    if source is None or not source.train_part:
        return tuple(samples)
    parts = {source.train_part, source.validation_part} - {""}
    return tuple(sample for sample in samples if sample.part in parts)


def test_part(samples: Iterable[Sample], source: SourceRecipe | None) -> tuple[Sample, ...]:
    """What the source keeps for testing; empty where it names no part for that."""
    if source is None or not source.test_part:
        return ()
    return tuple(sample for sample in samples if sample.part == source.test_part)


test_part.__test__ = False  # type: ignore[attr-defined]  # not a test, whatever its name


def read_table(path: Path) -> list[dict[str, str]]:
    """Rows of a CSV as dictionaries of texts.

    Raises:
        InputProblem: The file cannot be read or has no rows.
    """
    try:
        with path.open(newline="", encoding="utf-8-sig") as stream:
            rows = [{key: value or "" for key, value in row.items() if key} for row in csv.DictReader(stream)]
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise InputProblem(
            f"The table {path} cannot be read: {error}.", hint="Give a CSV file with a header."
        ) from error
    if not rows:
        raise InputProblem(f"The table {path} has no rows.", hint="It needs a header and a row for each image.")
    return rows


def mura_rows(root: Path) -> list[dict[str, str]]:
    """One row for each image in MURA's folders, with path, part, site, patient, study and label.

    The folder may hold `train` and `valid`, or the sites themselves.

    Raises:
        InputProblem: There is no such folder.
    """
    rows = []
    for ref in sorted(find_images([root]).images, key=lambda ref: ref.path.as_posix()):
        parts = ref.path.relative_to(root).parts
        if len(parts) < 4 or not parts[-4].startswith("XR_"):
            continue
        study = _STUDY.fullmatch(parts[-2])
        if study is not None:
            row = {"path": Path(*parts).as_posix(), "part": parts[-5] if len(parts) > 4 else "", "site": parts[-4]}
            rows.append(row | {"patient": parts[-3], "study": parts[-2].partition("_")[0], "label": study["label"]})
    if not rows:
        raise InputProblem(
            f"{root} holds no images in MURA's folders.",
            hint="Expected XR_SITE/patientNNNNN/studyN_positive/image1.png, with or without train and valid above.",
        )
    return rows


def _samples(
    source: SourceRecipe, rows: list[dict[str, str]], root: Path, folders: tuple[str, ...]
) -> tuple[Sample, ...]:
    mura = source.layout is Layout.MURA
    label = source.label
    group, part = (source.group or "patient", source.part or "part") if mura else (source.group, source.part)
    needed = [label, *filter(None, (group, part)), *(source.keep or {})]
    for column in needed:
        if column not in rows[0]:
            raise InputProblem(
                f"The table has no column '{column}'.", hint=f"It has: {', '.join(rows[0])}; see the recipe's [source]."
            )
    samples = []
    for row in rows:
        if row[label] not in folders or any(row[name] != value for name, value in (source.keep or {}).items()):
            continue
        path = root / (row["path"] if mura else _filled(source.image, row))
        mask = root / _filled(source.mask, row) if source.mask else None
        samples.append(
            Sample(
                ImageRef(path), folders.index(row[label]), row[group] if group else "", row[part] if part else "",
                mask, source.margin, source.least, row,
            )
        )  # fmt: skip
    return tuple(samples)


def _filled(pattern: str, row: Mapping[str, str]) -> str:
    """A path with a row's values in place of the columns in braces.

    Raises:
        InputProblem: A column is missing, or a value would lead out of the folder.
    """

    def value(match: re.Match[str]) -> str:
        name = match[1]
        if name not in row:
            raise InputProblem(f"The table has no column '{name}'.", hint=f"It has: {', '.join(row)}.")
        if row[name] in {"", ".", ".."} or "/" in row[name] or "\\" in row[name]:
            raise InputProblem(f"The table's {name} '{row[name]}' is no part of a file name.", hint="Correct that row.")
        return row[name]

    return re.sub(r"\{([^{}]+)\}", value, pattern)
