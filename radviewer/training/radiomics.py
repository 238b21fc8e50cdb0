"""Radiomics features of a masked region: first order, shape, GLCM, GLRLM, GLSZM and NGTDM.

First-order and texture features are mirp's, by the definitions of the Image Biomarker Standardisation Initiative
(Zwanenburg et al., Radiology 2020). Its shape features are those of volumes; a radiograph has one slice, whose mesh
says nothing, so shape is described in the plane, by scikit-image.
"""

from __future__ import annotations

import csv
import importlib
import logging
import math
import warnings
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, Problem, RadviewerError, describe
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.io.reader import read_image
from radviewer.training.boxes import mask_box, read_mask
from radviewer.training.dataset import Sample
from radviewer.training.radiomics_recipe import FeatureSettings

_PREFIXES = ("stat_", "cm_", "rlm_", "szm_", "ngt_", "morph_")
_MARGIN = 2  # pixels around the mask that are handed on; the neighbours of its edge
_FEWEST = 9  # pixels of a mask from which textures can be made


def region_features(
    pixels: NDArray[np.generic], mask: NDArray[np.bool_], settings: FeatureSettings
) -> dict[str, float]:
    """Features by name.

    Args:
        pixels: Grey values (rows, columns).
        mask: The region (rows, columns).
        settings: Bins and families.

    Raises:
        InputProblem: mirp is not installed, or the region is too small or of one grey value.
    """
    plane, region = np.asarray(pixels, dtype=np.float32), np.asarray(mask)
    if int(region.sum()) < _FEWEST or float(np.ptp(plane[region])) == 0.0:
        raise InputProblem("The region is too small or of one grey value.", hint="Features need a region with texture.")
    mirp = _mirp()
    box = mask_box(region)
    rows = slice(max(0, int(box.top) - _MARGIN), int(box.bottom) + _MARGIN)
    columns = slice(max(0, int(box.left) - _MARGIN), int(box.right) + _MARGIN)
    disabled = logging.root.manager.disable
    logging.disable(logging.INFO)  # mirp tells every step of every image
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            (table,) = mirp.extract_features(
                image=plane[rows, columns],
                mask=region[rows, columns].astype(np.uint8),
                by_slice=True,
                base_discretisation_method="fixed_bin_number",
                base_discretisation_n_bins=settings.bins,
                base_feature_families=list(settings.families),
            )
    finally:
        logging.disable(disabled)
    values = {name: float(table[name].iloc[0]) for name in table.columns if str(name).startswith(_PREFIXES)}
    return values | plane_shape(region)


def plane_shape(mask: NDArray[np.bool_]) -> dict[str, float]:
    """Shape of a region in the plane, in pixels: size, outline, axes of its second moments, how compact it is."""
    from skimage.measure import label, regionprops

    whole = regionprops(mask.astype(np.uint8))[0]
    area, perimeter = float(whole.area), max(float(whole.perimeter_crofton), 1.0)
    major, minor = float(whole.axis_major_length), float(whole.axis_minor_length)
    return {
        "shape_area": area,
        "shape_perimeter": perimeter,
        "shape_circularity": 4 * math.pi * area / perimeter**2,
        "shape_perimeter_to_area": perimeter / area,
        "shape_major_axis": major,
        "shape_minor_axis": minor,
        "shape_elongation": minor / major if major > 0 else 1.0,
        "shape_eccentricity": float(whole.eccentricity),
        "shape_solidity": float(whole.solidity),
        "shape_extent": float(whole.extent),
        "shape_largest_diameter": float(whole.feret_diameter_max),
        "shape_parts": float(label(mask).max()),
    }


def extract(
    samples: tuple[Sample, ...],
    settings: FeatureSettings,
    progress: ProgressCallback = silent,
    token: CancellationToken | None = None,
    cache: Path | None = None,
) -> tuple[list[dict[str, float] | None], tuple[tuple[Path, Problem], ...]]:
    """Features of each sample; None for those that have none, whose problems are listed.

    Args:
        samples: With masks.
        settings: Bins and families.
        progress: Told after each image.
        token: To cancel; what is done stays in the cache.
        cache: CSV that holds features by path from an earlier run, and gets the new ones.
    """
    token = token or CancellationToken()
    known = _read_cache(cache)
    results: list[dict[str, float] | None] = []
    problems: list[tuple[Path, Problem]] = []
    for number, sample in enumerate(samples):
        token.check()
        key = sample.ref.path.as_posix()
        try:
            if key not in known:
                known[key] = _features(sample, settings)
                _append(cache, key, known[key])
            results.append(known[key])
        except RadviewerError as error:
            problems.append((sample.ref.path, describe(error)))
            results.append(None)
        progress(Progress("making features", number + 1, len(samples)))
    return results, tuple(problems)


def _features(sample: Sample, settings: FeatureSettings) -> dict[str, float]:
    assert sample.mask is not None
    pixels = np.asarray(read_image(sample.ref).pixels)
    plane = pixels if pixels.ndim == 2 else pixels.astype(np.float32).mean(axis=2)
    return region_features(plane, read_mask(sample.mask, plane.shape), settings)


def _read_cache(path: Path | None) -> dict[str, dict[str, float]]:
    if path is None or not path.is_file():
        return {}
    with path.open(newline="", encoding="utf-8") as stream:
        return {row.pop("image"): {name: float(value) for name, value in row.items()} for row in csv.DictReader(stream)}


def _append(path: Path | None, key: str, features: dict[str, float]) -> None:
    if path is None:
        return
    new = not path.exists()
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", newline="", encoding="utf-8") as stream:
        writer = csv.writer(stream)
        if new:
            writer.writerow(["image", *features])
        writer.writerow([key, *map(repr, features.values())])


def _mirp() -> Any:
    try:
        return importlib.import_module("mirp")
    except ImportError as error:
        raise InputProblem(
            "Radiomics features need the package mirp, which is not installed.",
            hint="Run `pip install 'radviewer[radiomics]'`.",
        ) from error
