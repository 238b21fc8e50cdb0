"""One frame of a DICOM file as an `Image`: stored values, and all that the header says about showing them."""

from __future__ import annotations

import threading
from collections import OrderedDict
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import UnsupportedImage
from radviewer.core.image import Image, ImageRef
from radviewer.io import dicom_facts, dicom_lut
from radviewer.io.dicom_format import pixel_format
from radviewer.io.dicom_header import Header, read_header
from radviewer.io.dicom_names import no_image_sentence
from radviewer.io.dicom_overlay import overlay_planes, shutter
from radviewer.io.dicom_palette import palette_to_rgb
from radviewer.io.dicom_pixels import FrameReader, StoredFrame
from radviewer.io.dicom_suv import suv_bw
from radviewer.io.dicom_values import text
from radviewer.io.dicomdir import is_dicomdir, referenced_files
from radviewer.io.errors import cut_off


def require_pixels(header: Header) -> None:
    """Refuses an object without pixels, naming it as what it is.

    Raises:
        UnreadableFile: The file is cut off before its pixels.
        UnsupportedImage: The object has no pixels.
    """
    if header.pixels is not None:
        return
    if is_dicomdir(header):
        files = len(referenced_files(header))
        raise UnsupportedImage(
            f"{header.path}: there is no image in this object; it is the directory (DICOMDIR) of a file-set"
            f" with {files} files.",
            hint="Open the folder that it is in.",
        )
    if header.cut:
        raise cut_off(header.path)
    what = no_image_sentence(text(header.dataset, "SOPClassUID"), text(header.dataset, "Modality"))
    raise UnsupportedImage(f"{header.path}: {what}.", hint="Open the images of the study instead.")


def open_dicom(path: Path) -> FrameReader:
    """The frames of a DICOM image file.

    Raises:
        UnreadableFile: Missing or damaged.
        UnsupportedImage: No pixels, or in a form that is not decoded here.
    """
    key = _file_key(path)
    with _readers_lock:
        if key in _readers:
            _readers.move_to_end(key)
            return _readers[key]
    header = read_header(path)
    require_pixels(header)
    reader = FrameReader(header)
    small = reader.header.inflated is None or len(reader.header.inflated) <= _KEPT_INFLATED_BYTES
    if reader.format.frames > 1 and small:
        with _readers_lock:
            _readers[key] = reader
            while len(_readers) > _KEPT_READERS:
                _readers.popitem(last=False)
    return reader


# Multi-frame headers are large, and their frames are read one after the other: the last few stay parsed.
_KEPT_READERS = 4
_KEPT_INFLATED_BYTES = 256 * 1024**2
_readers: OrderedDict[tuple[str, int, int], FrameReader] = OrderedDict()
_readers_lock = threading.Lock()


def _file_key(path: Path) -> tuple[str, int, int]:
    try:
        info = path.stat()
    except OSError:
        return str(path), 0, 0
    return str(path), info.st_mtime_ns, info.st_size


def dicom_frame_count(path: Path) -> int:
    """Number of frames of a DICOM image file; errors as `open_dicom`."""
    header = read_header(path)
    require_pixels(header)
    return pixel_format(header).frames


def read_dicom(ref: ImageRef) -> Image:
    """Reads one frame; errors as `open_dicom`."""
    reader = open_dicom(ref.path)
    return to_image(reader, reader.read(ref.frame), ref)


def to_image(reader: FrameReader, stored: StoredFrame, ref: ImageRef) -> Image:
    """A decoded frame with the header's way to the screen."""
    dataset, form = reader.header.dataset, reader.format
    notes: list[str] = [*reader.header.warnings, *stored.warnings]
    modality = dicom_lut.modality_lut(dataset, ref.frame, form, notes)
    frame_spacing = dicom_facts.spacing(dataset, ref.frame, notes)
    aspect = dicom_facts.aspect(dataset, frame_spacing, notes)
    voi = dicom_lut.voi_choices(dataset, ref.frame, modality, form, notes)
    inverse = dicom_lut.is_inverse(dataset, form, notes)
    overlays = overlay_planes(reader.header, ref.frame, (form.rows, form.columns), notes, stored.raw)
    shutter_shape = shutter(dataset, notes)
    pixels = _for_display(stored.pixels, reader, notes)
    return Image(
        pixels=pixels,
        ref=ref,
        modality_lut=modality,
        voi=voi,
        inverse=inverse,
        padding=dicom_lut.padding_range(dataset, form),
        spacing=frame_spacing,
        orientation=dicom_facts.orientation(dataset, ref.frame),
        position=dicom_facts.position(dataset, ref.frame),
        patient_orientation=dicom_facts.patient_orientation(dataset, ref.frame),
        aspect=aspect,
        overlays=overlays,
        shutter=shutter_shape,
        suv_factor=suv_bw(dataset, notes),
        facts=dicom_facts.image_facts(reader.header, form, stored.decoder, tuple(dict.fromkeys(notes))),
    )


def _for_display(pixels: NDArray[Any], reader: FrameReader, notes: list[str]) -> NDArray[np.generic]:
    form = reader.format
    if form.photometric == "PALETTE COLOR":
        return palette_to_rgb(pixels, reader.header.dataset, reader.header.path)
    if form.samples == 3 and pixels.dtype.itemsize > 2:
        notes.append("Colours of 32 bits are shown with their upper 16.")
        return (pixels.astype(np.uint32) >> np.uint32(max(0, form.bits_stored - 16))).astype(np.uint16)
    if form.floating and not np.isfinite(pixels).all():
        notes.append("Some pixels are not finite numbers; they are shown black.")
    return pixels
