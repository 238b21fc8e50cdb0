"""Puts the decoded slices of a series together as a volume, in their stored type.

Slices come from the decode pool at the priority of a prefetch, so that what is on the screen is never kept waiting.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from concurrent.futures import FIRST_COMPLETED, CancelledError, Future, wait
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import Cancelled, InputProblem, OutOfMemory, UnsupportedImage
from radviewer.core.grayscale import apply_modality
from radviewer.core.image import Image, ImageRef, Rescale
from radviewer.core.slice_order import SlicePlace, arrange
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.core.volume import Volume
from radviewer.workbench.loading_order import loading_order

MAX_BYTES = 4 * 1024**3
_AT_ONCE = 12  # slices asked for ahead; more would only make cancelling slower
_POLL_SECONDS = 0.05

Submit = Callable[[ImageRef], "Future[Image]"]


class _Kind:
    """The slices of one size and stored type, which may become the volume.

    Room for all frames is taken with the second one: a scout stays alone.

    Args:
        count: Frames of the series.
        first: The first slice of this kind.
    """

    def __init__(self, count: int, first: Image) -> None:
        # A table is no straight line: what lies between two slices has to be interpolated behind it.
        self.floats = not isinstance(first.modality_lut, Rescale)
        self.template = replace(first, overlays=())
        self.places: list[SlicePlace | None] = [None] * count
        self.luts: list[Rescale | None] = [None] * count
        self.values: NDArray[Any] | None = None
        self.taken = 0
        self._alone: tuple[int, Image] | None = None

    def reserve(self, index: int, image: Image) -> bool:
        """Makes room; False where the slice is the first and waits for another. Under the assembly's lock.

        Raises:
            OutOfMemory: The volume would be too large.
        """
        self.taken += 1
        if self.taken == 1:
            self._alone = (index, image)
            return False
        if self.values is None:
            kind = np.dtype(np.float32) if self.floats else image.pixels.dtype
            size = len(self.places) * image.pixels.size * kind.itemsize
            if size > MAX_BYTES:
                raise OutOfMemory(
                    f"The volume would take {size / 1024**3:.1f} GiB of memory.", hint="Choose a smaller series."
                )
            self.values = np.zeros((len(self.places), *image.shape), kind)
            assert self._alone is not None
            self.put(*self._alone)
            self._alone = None
        return True

    def put(self, index: int, image: Image) -> None:
        """Takes a slice's values."""
        assert self.values is not None
        if isinstance(image.modality_lut, Rescale) and not self.floats:
            self.values[index] = image.pixels
            self.luts[index] = image.modality_lut
        else:
            self.values[index] = _modality(image)
        self.places[index] = _place(image)

    def in_one_unit(self, order: list[int]) -> tuple[NDArray[Any], Image]:
        """The voxels with one way to modality values; PET has a slope of its own for each slice."""
        values, template = self.values, self.template
        assert values is not None
        luts = {(lut.slope, lut.intercept) for index in order if (lut := self.luts[index]) is not None}
        unit = template.modality_lut.unit if isinstance(template.modality_lut, Rescale) else ""
        if not self.floats and len(luts) > 1:
            floats = np.empty(values.shape, np.float32)
            for index in order:
                lut = self.luts[index]
                assert lut is not None
                floats[index] = apply_modality(values[index], lut)
            values = floats
        elif not self.floats:
            return values, template
        template = replace(
            template, pixels=values[order[len(order) // 2]], modality_lut=Rescale(unit=unit), padding=None
        )
        return values, template


class VolumeAssembly:
    """Slices that become a volume; `add` may be called from any thread, in any order.

    The volume is made of the size and type that most slices have; others (a scout, say) are left out and counted.

    Args:
        refs: All frames of the series.

    Raises:
        UnsupportedImage: One image is no volume.
    """

    def __init__(self, refs: Sequence[ImageRef]) -> None:
        if len(refs) < 2:
            raise UnsupportedImage("One image is no volume.", hint="Choose a series of at least two slices.")
        self._refs = tuple(refs)
        self._kinds: dict[tuple[Any, ...], _Kind] = {}
        self._lock = threading.Lock()
        self._failed: list[str] = []

    def add(self, index: int, image: Image) -> None:
        """Takes a slice.

        Raises:
            UnsupportedImage: It is in colour.
            OutOfMemory: The volume would be too large.
        """
        if image.is_color:
            raise UnsupportedImage("Colour images are not reformatted.", hint="Choose a series in grey.")
        key = (*image.shape, image.pixels.dtype.str)
        with self._lock:
            kind = self._kinds.get(key)
            if kind is None:
                kind = self._kinds[key] = _Kind(len(self._refs), image)
            ready = kind.reserve(index, image)
        if ready:
            kind.put(index, image)

    def miss(self, index: int, reason: str) -> None:
        """Notes that a slice cannot be read."""
        self._failed.append(f"image {index + 1}: {reason}")

    def finish(self) -> Volume:
        """The volume.

        Raises:
            UnsupportedImage: The slices are no volume.
        """
        if not self._kinds:
            raise UnsupportedImage("None of the images of this series could be read.", hint="; ".join(self._failed[:1]))
        kind = max(self._kinds.values(), key=lambda kind: kind.taken)
        places, oriented = self._placed(kind)
        arrangement = arrange(places)
        order = list(arrangement.order)
        values, template = kind.in_one_unit(order)
        notes = arrangement.warnings
        if self._failed:
            notes = (f"{len(self._failed)} images could not be read ({self._failed[0]}).", *notes)
        if not oriented:
            notes = (*notes, "The file does not say how it lies in the patient; sides are not named.")
        in_order = order == list(range(len(values)))
        return Volume(values if in_order else values[order], arrangement.geometry, template, notes, oriented)

    def _placed(self, kind: _Kind) -> tuple[list[SlicePlace | None], bool]:
        """Where the slices are, and whether in the patient; a volume file may know its own grid only."""
        template = kind.template
        if any(place is not None for place in kind.places):
            return kind.places, True
        if kind.taken > 1 and template.spacing is not None and template.facts.kind in ("nifti", "nrrd", "metaimage"):
            from radviewer.io.reader import image_kind
            from radviewer.io.volume import read_volume_header

            path = template.ref.path
            header = read_volume_header(path, image_kind(path))
            if header.spacing is not None and header.spacing[2] > 0:
                depth, step = header.depth, header.spacing[2]
                spacing = (template.spacing.row, template.spacing.column)
                flat = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)
                return [
                    SlicePlace(template.shape, spacing, flat, (0.0, 0.0, (ref.frame % depth) * step))
                    for ref in self._refs
                ], False
        return kind.places, True


def assemble(
    refs: Sequence[ImageRef],
    submit: Submit,
    token: CancellationToken | None = None,
    progress: ProgressCallback = silent,
) -> Volume:
    """Decodes a series and puts it together; for a background thread.

    Args:
        refs: Its frames.
        submit: Asks for a frame, as `DecodePool.submit` does.
        token: To cancel.
        progress: Called with the number of slices that are there.

    Raises:
        Cancelled: The token was turned.
        InputProblem: The series is no volume, or too large.
    """
    assembly = VolumeAssembly(refs)
    token = token or CancellationToken()
    waiting = list(reversed(loading_order(len(refs))))
    running: dict[Future[Image], int] = {}
    done = 0
    try:
        while waiting or running:
            token.check()
            while waiting and len(running) < _AT_ONCE:
                index = waiting.pop()
                running[submit(refs[index])] = index
            ready, _ = wait(running, timeout=_POLL_SECONDS, return_when=FIRST_COMPLETED)
            for future in ready:
                _take(assembly, running.pop(future), future)
                done += 1
            if ready:
                progress(Progress("decoding slices", done, len(refs)))
    finally:
        for future in running:
            future.cancel()
    return assembly.finish()


def _take(assembly: VolumeAssembly, index: int, future: Future[Image]) -> None:
    try:
        image = future.result()
    except (Cancelled, CancelledError):
        assembly.miss(index, "no longer wanted")
    except InputProblem as problem:
        assembly.miss(index, problem.message)
    else:
        assembly.add(index, image)


def _modality(image: Image) -> NDArray[np.float32]:
    values = apply_modality(image.pixels, image.modality_lut).astype(np.float32)
    if image.padding is not None:
        stored: NDArray[Any] = image.pixels
        values[(stored >= image.padding[0]) & (stored <= image.padding[1])] = np.nan
    return values


def _place(image: Image) -> SlicePlace | None:
    if image.spacing is None or image.orientation is None or image.position is None:
        return None
    if not np.isfinite(image.position).all():
        return None
    return SlicePlace(image.shape, (image.spacing.row, image.spacing.column), tuple(image.orientation), image.position)
