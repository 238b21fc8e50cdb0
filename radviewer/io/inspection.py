"""What a file is: header facts, the decoded array's hash and range, and the reason where there is none.

The hash is of the decoded array of all frames as pydicom's `pixel_array` defines it (stored values, YBR as RGB,
palette not applied; C order, native type), for PNG, JPEG and BMP of the array as Pillow gives it, for TIFF of the
pages as stored. It is made frame by frame, so a large stack needs the memory of one frame.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import Cancelled, Problem, RadviewerError, describe
from radviewer.core.grayscale import modality_range
from radviewer.core.image import LookupTable, Rescale
from radviewer.core.tasks import CancellationToken
from radviewer.io.errors import not_an_image, wrong_suffix_note
from radviewer.io.opening import IMAGE_KINDS, VOLUME_KINDS, FileKind, sniff
from radviewer.io.reader import image_kind

Array = NDArray[Any]


@dataclass(frozen=True, slots=True)
class Inspection:
    """Facts of one file; None where there is none.

    Attributes:
        path: The file.
        kind: "dicom", "png", ...
        sop_class: The standard's name.
        modality: (0008,0060).
        transfer_syntax: UID.
        photometric: (0028,0004), or Pillow's mode.
        rows: Of a frame.
        cols: Of a frame.
        frames: Number of frames.
        dtype: Of the decoded array.
        shape: Of the decoded array of all frames.
        min: Smallest finite value.
        max: Largest finite value.
        modality_min: Smallest finite value after the modality LUT; DICOM only.
        modality_max: Largest.
        pixel_sha256: Of the decoded array.
        decoder: What decoded it, with its version.
        error: Why it is not shown.
        warnings: What was odd.
        frame_sha256: Of each frame.
    """

    path: Path
    kind: str | None = None
    sop_class: str | None = None
    modality: str | None = None
    transfer_syntax: str | None = None
    photometric: str | None = None
    rows: int | None = None
    cols: int | None = None
    frames: int | None = None
    dtype: str | None = None
    shape: tuple[int, ...] | None = None
    min: float | None = None
    max: float | None = None
    modality_min: float | None = None
    modality_max: float | None = None
    pixel_sha256: str | None = None
    decoder: str | None = None
    error: Problem | None = None
    warnings: tuple[str, ...] = ()
    frame_sha256: tuple[str, ...] = ()


def inspect_file(path: Path, token: CancellationToken | None = None) -> Inspection:
    """Inspects one file; refusals are in `error`, never raised.

    Raises:
        Cancelled: The token was turned.
    """
    result = Inspection(path)
    try:
        kind = sniff(path)
        if kind not in IMAGE_KINDS:
            raise not_an_image(path, kind)
        result = replace(result, kind=kind.value)
        if kind is FileKind.DICOM:
            return _dicom(result, token)
        if kind in VOLUME_KINDS:
            return _volume(result, image_kind(path), token)
        return _raster(result, image_kind(path), token)
    except Cancelled:
        raise
    except (RadviewerError, MemoryError) as error:
        return replace(result, error=describe(error))


@dataclass(slots=True)
class _Digest:
    """Hash and range of an array that comes frame by frame."""

    whole: Any = field(default_factory=hashlib.sha256)
    frames: list[str] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)
    modality_ends: list[float] = field(default_factory=list)
    dtype: np.dtype[Any] | None = None
    shape: tuple[int, ...] = ()

    def add(self, pixels: Array, lut: Rescale | LookupTable | None) -> None:
        """Takes the next frame."""
        pixels = np.ascontiguousarray(pixels)
        data = pixels.tobytes()
        self.whole.update(data)
        self.frames.append(hashlib.sha256(data).hexdigest())
        self.dtype, self.shape = pixels.dtype, pixels.shape
        ends = modality_range(pixels, Rescale())
        if ends is not None:
            self.ends.extend(ends)
        if ends is not None and lut is not None:
            self.modality_ends.extend(modality_range(pixels, lut) or ())

    def into(self, result: Inspection) -> Inspection:
        """The inspection with what was found."""
        count = len(self.frames)
        exact = self.dtype is not None and self.dtype.kind in "iu"
        number = int if exact else float
        return replace(
            result,
            dtype=str(self.dtype),
            shape=self.shape if count == 1 else (count, *self.shape),
            min=number(min(self.ends)) if self.ends else None,
            max=number(max(self.ends)) if self.ends else None,
            modality_min=min(self.modality_ends) if self.modality_ends else None,
            modality_max=max(self.modality_ends) if self.modality_ends else None,
            pixel_sha256=self.whole.hexdigest(),
            frame_sha256=tuple(self.frames),
        )


def _raster(result: Inspection, kind: FileKind, token: CancellationToken | None) -> Inspection:
    from radviewer.io.raster import RasterFrame, read_as_pillow
    from radviewer.io.raster_tiff import read_tiff_page, tiff_frame_count

    pages: Iterable[RasterFrame]
    if kind is FileKind.TIFF:
        pages = (read_tiff_page(result.path, page) for page in range(tiff_frame_count(result.path)))
    else:
        pages = (read_as_pillow(result.path, kind),)
    digest, first = _Digest(), None
    for page in pages:
        if token is not None:
            token.check()
        first = first or page
        digest.add(page.pixels, None)
    assert first is not None
    rows, cols = first.pixels.shape[:2]
    result = replace(
        result, photometric=first.mode, rows=rows, cols=cols, frames=first.pages, decoder=first.decoder,
        warnings=(*first.warnings, *wrong_suffix_note(result.path, kind)),
    )  # fmt: skip
    return digest.into(result)


def _volume(result: Inspection, kind: FileKind, token: CancellationToken | None) -> Inspection:
    from radviewer.core.image import ImageRef
    from radviewer.io.volume import read_slice, read_volume, read_volume_header

    header = read_volume_header(result.path, kind)
    columns, rows, slices = header.size
    first = read_volume(ImageRef(result.path), kind)
    result = replace(
        result, rows=rows, cols=columns, frames=slices, photometric=first.facts.photometric,
        decoder=first.facts.decoder, warnings=first.facts.warnings,
    )  # fmt: skip
    digest = _Digest()
    for frame in range(slices):
        if token is not None:
            token.check()
        digest.add(read_slice(result.path, header, frame), header.rescale)
    return digest.into(result)


def _dicom(result: Inspection, token: CancellationToken | None) -> Inspection:
    from radviewer.core.image import ImageRef
    from radviewer.io import dicom_lut
    from radviewer.io.dicom import require_pixels, to_image
    from radviewer.io.dicom_format import pixel_format
    from radviewer.io.dicom_header import read_header
    from radviewer.io.dicom_names import sop_class_name
    from radviewer.io.dicom_pixels import FrameReader
    from radviewer.io.dicom_values import text

    header = read_header(result.path)
    dataset = header.dataset
    result = replace(
        result,
        sop_class=sop_class_name(text(dataset, "SOPClassUID")) or None,
        modality=text(dataset, "Modality") or None,
        transfer_syntax=header.transfer_syntax or None,
        photometric=text(dataset, "PhotometricInterpretation") or None,
        rows=_count(dataset, "Rows"),
        cols=_count(dataset, "Columns"),
        warnings=header.warnings,
    )
    try:
        require_pixels(header)
        form = pixel_format(header)
        result = replace(result, rows=form.rows, cols=form.columns, frames=form.frames)
        reader = FrameReader(header)
        digest = _Digest()
        for frame in range(form.frames):
            if token is not None:
                token.check()
            stored = reader.read(frame)
            digest.add(stored.pixels, dicom_lut.modality_lut(dataset, frame, form, []))
            if frame == 0:
                facts = to_image(reader, stored, ImageRef(result.path)).facts
                result = replace(result, decoder=stored.decoder, warnings=facts.warnings)
    except Cancelled:
        raise
    except (RadviewerError, MemoryError) as error:
        return replace(result, decoder=None, error=describe(error))
    return digest.into(result)


def _count(dataset: Any, keyword: str) -> int | None:
    from radviewer.io.dicom_values import number

    found = number(dataset, keyword)
    return int(found) if found is not None and 0 < found < 2**16 else None
