"""Labelled images from folders of classes, prepared once by the very preprocessing that inference uses.

What is kept is the 8-bit prepared plane (before mean and std): for 8-bit images at the model's own size that is exact,
otherwise within half a grey level.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, Problem, RadviewerError, describe
from radviewer.core.image import Image, ImageRef
from radviewer.core.tasks import Progress, ProgressCallback, silent
from radviewer.inference.manifest import InputSpec
from radviewer.inference.preprocessing import prepare_plane
from radviewer.io.discover import find_images
from radviewer.io.reader import read_image
from radviewer.training.boxes import crop_to_mask


@dataclass(frozen=True, slots=True)
class Sample:
    """One labelled image.

    Attributes:
        ref: Its file.
        label: Index of its class.
        group: What must not be divided between training and testing (the patient); "" where unknown.
        part: Of the published split; "" where there is none.
        mask: Mask of the finding, to which the image is cropped; None for the whole image.
        margin: Of the crop, as a share of the mask's box.
        least: Sides of the crop are no shorter, in pixels.
        facts: What else the table says about it.
    """

    ref: ImageRef
    label: int
    group: str = ""
    part: str = ""
    mask: Path | None = None
    margin: float = 0.0
    least: int = 0
    facts: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Prepared images.

    Attributes:
        samples: In a fixed order.
        planes: uint8 (N, 1 or 3, rows, columns).
        content: SHA-256 of each image's stored pixels, shape and type.
        problems: Images that were refused, each (path, problem).
    """

    samples: tuple[Sample, ...]
    planes: NDArray[np.uint8]
    content: tuple[str, ...]
    problems: tuple[tuple[Path, Problem], ...] = ()

    @property
    def labels(self) -> NDArray[np.int64]:
        """Class index of each image (N,)."""
        return np.array([sample.label for sample in self.samples], dtype=np.int64)

    def subset(self, indices: NDArray[np.intp]) -> Dataset:
        """The images with these indices."""
        chosen = tuple(self.samples[index] for index in indices)
        return Dataset(chosen, self.planes[indices], tuple(self.content[index] for index in indices), self.problems)


def find_samples(root: Path, folders: tuple[str, ...]) -> tuple[Sample, ...]:
    """Images below `root/<class folder>`, in the order of classes and then of paths.

    Raises:
        InputProblem: A class has no folder or no image.
    """
    samples: list[Sample] = []
    for label, name in enumerate(folders):
        folder = root / name
        if not folder.is_dir():
            raise InputProblem(f"{root} has no folder '{name}'.", hint="There must be a folder for each class.")
        refs = sorted(find_images([folder]).images, key=lambda ref: (ref.path.as_posix(), ref.frame))
        if not refs:
            raise InputProblem(f"{folder} holds no image.", hint="Put the images of the class there.")
        samples.extend(Sample(ref, label) for ref in refs)
    return tuple(samples)


def load(samples: tuple[Sample, ...], spec: InputSpec, progress: ProgressCallback = silent) -> Dataset:
    """Reads and prepares images; those that cannot be analysed are listed and left out."""
    kept, planes, content, problems = [], [], [], []
    for number, sample in enumerate(samples):
        try:
            image = read_sample(sample)
            plane, _ = prepare_plane(image, spec)
        except RadviewerError as error:
            problems.append((sample.ref.path, describe(error)))
            continue
        kept.append(sample)
        planes.append(np.floor(plane * 255 + 0.5).astype(np.uint8))
        content.append(content_hash(image.pixels))
        if number % 50 == 0:
            progress(Progress("reading images", number, len(samples)))
    progress(Progress("reading images", len(samples), len(samples)))
    if not planes:
        raise InputProblem("None of the images can be used.", hint=problems[0][1].sentence() if problems else "")
    return Dataset(tuple(kept), np.stack(planes), tuple(content), tuple(problems))


def read_sample(sample: Sample) -> Image:
    """The sample's image, cropped to its mask where it has one.

    Raises:
        InputProblem: Image or mask cannot be read, or the mask is empty.
    """
    image = read_image(sample.ref)
    return image if sample.mask is None else crop_to_mask(image, sample.mask, sample.margin, sample.least)


def content_hash(pixels: NDArray[np.generic]) -> str:
    """SHA-256 over shape, type and values; equal for equal pictures whatever their files look like."""
    digest = hashlib.sha256(f"{pixels.shape} {pixels.dtype.str}".encode())
    digest.update(np.ascontiguousarray(pixels).tobytes())
    return digest.hexdigest()
