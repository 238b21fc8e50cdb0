"""One generated file of each transfer syntax, to try on a machine whether every decoder of the installation works.

The encoders are those of the decoders' own libraries; that the decoders agree with other programs is shown by tests.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import imagecodecs
import numpy as np
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.uid import CTImageStorage

from radviewer.core.image import ImageRef

_PLACEHOLDER = "1.2.840.10008.1.2.4.201"  # as long as those that pydicom does not write
_BIG_ENDIAN = "1.2.840.10008.1.2.2"
_UID = "2.25.20260101"
Pixels = NDArray[Any]
Encode = Callable[[Pixels], bytes]


@dataclass(frozen=True, slots=True)
class SampleFile:
    """A file and what is in it.

    Attributes:
        name: Of the transfer syntax.
        ref: The file's frame.
        pixels: Stored values (rows, columns).
        tolerance: Largest difference that a lossy encoding may have; 0 for lossless ones.
    """

    name: str
    ref: ImageRef
    pixels: Pixels
    tolerance: int = 0


@dataclass(frozen=True, slots=True)
class _Kind:
    name: str
    uid: str
    encode: Encode | None = None  # None: native
    bits: int = 16
    tolerance: int = 0


def _kinds() -> tuple[_Kind, ...]:
    lossless = _by(imagecodecs.jpeg8_encode, lossless=True, predictor=1, bitspersample=None)
    j2k = _by(imagecodecs.jpeg2k_encode, level=0, codecformat="j2k", reversible=True)
    htj2k = _by(imagecodecs.htj2k_encode, reversible=True)
    extended = _by(imagecodecs.jpeg8_encode, level=95, bitspersample=12)
    return (
        _Kind("Implicit VR Little Endian", "1.2.840.10008.1.2"),
        _Kind("Explicit VR Little Endian", "1.2.840.10008.1.2.1"),
        _Kind("Deflated Explicit VR Little Endian", "1.2.840.10008.1.2.1.99"),
        _Kind("Explicit VR Big Endian", _BIG_ENDIAN),
        _Kind("RLE Lossless", "1.2.840.10008.1.2.5", _rle),
        _Kind("JPEG Baseline", "1.2.840.10008.1.2.4.50", _by(imagecodecs.jpeg8_encode, level=95), 8, 8),
        _Kind("JPEG Extended", "1.2.840.10008.1.2.4.51", extended, 12, 40),
        _Kind("JPEG Lossless", "1.2.840.10008.1.2.4.57", lossless),
        _Kind("JPEG Lossless SV1", "1.2.840.10008.1.2.4.70", lossless),
        _Kind("JPEG-LS Lossless", "1.2.840.10008.1.2.4.80", _by(imagecodecs.jpegls_encode)),
        _Kind("JPEG-LS Near Lossless", "1.2.840.10008.1.2.4.81", _by(imagecodecs.jpegls_encode, level=2), 16, 2),
        _Kind("JPEG 2000 Lossless", "1.2.840.10008.1.2.4.90", j2k),
        _Kind("JPEG 2000", "1.2.840.10008.1.2.4.91", j2k),
        _Kind("HTJ2K Lossless", "1.2.840.10008.1.2.4.201", htj2k),
        _Kind("HTJ2K Lossless RPCL", "1.2.840.10008.1.2.4.202", htj2k),  # OpenJPH writes this order by itself
        _Kind("HTJ2K", "1.2.840.10008.1.2.4.203", htj2k),
        _Kind("JPEG XL Lossless", "1.2.840.10008.1.2.4.110", _by(imagecodecs.jpegxl_encode, lossless=True)),
        _Kind("JPEG XL Recompression", "1.2.840.10008.1.2.4.111", _recompressed, 8, 8),
        _Kind("JPEG XL", "1.2.840.10008.1.2.4.112", _by(imagecodecs.jpegxl_encode, distance=0.5), 16, 400),
    )


def _by(encoder: Callable[..., Any], **options: Any) -> Encode:
    """An encoder with its options."""
    return lambda pixels: bytes(encoder(pixels, **options))


def _recompressed(pixels: Pixels) -> bytes:
    """A baseline JPEG inside of JPEG XL."""
    return bytes(imagecodecs.jpegxl_encode_jpeg(imagecodecs.jpeg8_encode(pixels, level=95)))


def write_samples(folder: Path, side: int = 64) -> list[SampleFile]:
    """Writes the files.

    Args:
        folder: Where; is made.
        side: Rows and columns.
    """
    folder.mkdir(parents=True, exist_ok=True)
    return [_write(folder, place, kind, _picture(side, kind.bits)) for place, kind in enumerate(_kinds())]


def _picture(side: int, bits: int) -> Pixels:
    """A smooth hill, so that lossy encodings stay close."""
    row, column = np.mgrid[0:side, 0:side] / (side - 1)
    hill = np.sin(np.pi * row) * np.sin(np.pi * column)
    top = {8: 255, 12: 4095}.get(bits, 40_000)
    made: Pixels = np.round(hill * top).astype(np.uint8 if bits == 8 else np.uint16)
    return made


def _write(folder: Path, place: int, kind: _Kind, pixels: Pixels) -> SampleFile:
    path = folder / f"{place:02d}.dcm"
    dataset = Dataset()
    dataset.SOPClassUID, dataset.SOPInstanceUID = CTImageStorage, f"{_UID}.1.{place}"
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = f"{_UID}.2", f"{_UID}.3.{place}"
    dataset.SeriesNumber, dataset.InstanceNumber, dataset.SeriesDescription = place + 1, 1, kind.name
    dataset.PatientName, dataset.PatientID, dataset.Modality = "Sample^Generated", "SAMPLE", "CT"
    dataset.Rows, dataset.Columns = pixels.shape
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation, dataset.PixelRepresentation = 1, "MONOCHROME2", 0
    dataset.BitsAllocated = 8 if kind.bits == 8 else 16
    dataset.BitsStored, dataset.HighBit = kind.bits, kind.bits - 1
    if kind.encode is not None:
        dataset.PixelData = encapsulate([kind.encode(pixels)])
        dataset["PixelData"].is_undefined_length = True
    elif kind.uid == _BIG_ENDIAN:
        dataset.PixelData = pixels.astype(">u2").tobytes()
    else:
        dataset.PixelData = pixels.tobytes()
    dataset["PixelData"].VR = "OB" if kind.encode is not None or kind.bits == 8 else "OW"
    _save(path, dataset, kind.uid)
    return SampleFile(kind.name, ImageRef(path), pixels, kind.tolerance)


def _save(path: Path, dataset: Dataset, uid: str) -> None:
    from pydicom.uid import UID

    known = UID(uid).is_transfer_syntax
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = UID(uid if known else _PLACEHOLDER)
    dataset.file_meta.MediaStorageSOPClassUID = dataset.SOPClassUID
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.SOPInstanceUID
    dataset.save_as(path, enforce_file_format=True)
    if not known:
        path.write_bytes(path.read_bytes().replace(_PLACEHOLDER.encode(), uid.encode(), 1))


def _rle(pixels: Pixels) -> bytes:
    from rle.utils import encode_pixel_data

    return bytes(
        encode_pixel_data(
            pixels.tobytes(), rows=pixels.shape[0], columns=pixels.shape[1], samples_per_pixel=1,
            bits_allocated=pixels.itemsize * 8,
            byteorder="<",
        )
    )  # fmt: skip
