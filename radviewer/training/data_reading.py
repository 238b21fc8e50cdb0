"""Reads a set of images once for the data check and keeps of each only what the check needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import InputProblem, Problem, RadviewerError, describe
from radviewer.core.image import Image, ImageRef
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.inference.gate import image_statistics
from radviewer.inference.manifest import Fit, InputSpec, InputStage
from radviewer.inference.preprocessing import prepare_plane
from radviewer.io.discover import find_images
from radviewer.io.reader import read_image
from radviewer.training.dataset import content_hash
from radviewer.training.looks import Looks, look_at

SPEC = InputSpec(InputStage.VOI, 224, 224, 1, (0.0,), (1.0,), Fit.SQUASH)
WHOLE = "all"

_KINDS = ("png", "jpeg", "bmp", "tiff", "dicom")


@dataclass(frozen=True, slots=True)
class CheckedImage:
    """One usable image: its file, its split ("all" without splits) and its label."""

    path: Path
    split: str
    label: str


@dataclass(slots=True)
class Gathered:
    """What is kept of a set of images, in the order in which they were read.

    Attributes:
        images: All that can be used.
        refused: Files that cannot, each (path, problem).
        outside: Images that lie beside the folders of classes.
        content: Hash of each image's stored pixels.
        hashes: See `Looks`.
        thumbnails: See `Looks`.
        facts: Of each image nine numbers: format, rows, columns, colour; mean, std, dark, border and detail.
    """

    images: list[CheckedImage] = field(default_factory=list)
    refused: list[tuple[Path, Problem]] = field(default_factory=list)
    outside: int = 0
    content: list[str] = field(default_factory=list)
    hashes: list[NDArray[np.uint64]] = field(default_factory=list)
    thumbnails: list[NDArray[np.uint8]] = field(default_factory=list)
    facts: list[list[float]] = field(default_factory=list)

    def looks(self) -> Looks:
        """The hashes and thumbnails as arrays."""
        return Looks(tuple(self.content), np.stack(self.hashes), np.stack(self.thumbnails))

    def add(self, ref: ImageRef, place: tuple[str, str]) -> None:
        """Reads one image; one that cannot be used is listed."""
        try:
            image = read_image(ref)
            plane, _ = prepare_plane(image, SPEC)
        except RadviewerError as error:
            self.refused.append((ref.path, describe(error)))
            return
        bits, small = look_at(np.floor(plane * 255 + 0.5).astype(np.uint8))
        self.images.append(CheckedImage(ref.path, *place))
        self.content.append(content_hash(image.pixels))
        self.hashes.append(bits)
        self.thumbnails.append(small)
        self.facts.append(_facts(image, plane))


def gather(root: Path, token: CancellationToken | None = None, progress: ProgressCallback = silent) -> Gathered:
    """Reads the images below a folder of class folders, or of splits that hold class folders.

    Args:
        root: The folder. Where it holds splits, images that lie one level higher (masks, say) are left out.
        token: To cancel.
        progress: Told after each image.

    Raises:
        Cancelled: The token was turned.
        InputProblem: There is no usable image in such an arrangement.
    """
    token = token or CancellationToken()
    found = find_images([root], token, progress)
    depth = max((len(ref.path.relative_to(root).parts) for ref in found.images), default=0)
    result = Gathered(refused=list(found.problems))
    for number, ref in enumerate(found.images, start=1):
        token.check()
        place = _place(root, ref.path)
        if place is None or (place[0] == WHOLE and depth > 2):
            result.outside += 1
        else:
            result.add(ref, place)
        progress(Progress("reading images", number, len(found.images)))
    if not result.images:
        raise InputProblem(
            f"{root} holds no images in folders of classes.", hint="Expected CLASS/IMAGE or SPLIT/CLASS/IMAGE."
        )
    return result


def _place(root: Path, path: Path) -> tuple[str, str] | None:
    parts = path.relative_to(root).parts
    if len(parts) < 2:
        return None
    return (WHOLE, parts[0]) if len(parts) == 2 else (parts[0], parts[1])


def _facts(image: Image, plane: NDArray[np.float32]) -> list[float]:
    kind = image.facts.kind
    code = _KINDS.index(kind) if kind in _KINDS else len(_KINDS)
    return [code, *map(float, image.shape), float(image.is_color), *image_statistics(plane).values()]
