"""Small DICOM files made for tests: any photometric interpretation, depth, sign and transfer syntax."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.sequence import Sequence
from pydicom.uid import (
    UID,
    CTImageStorage,
    DeflatedExplicitVRLittleEndian,
    ExplicitVRBigEndian,
    ExplicitVRLittleEndian,
    HTJ2KLossless,
    ImplicitVRLittleEndian,
    SecondaryCaptureImageStorage,
)

_SAME_LENGTH = HTJ2KLossless
NATIVE = (ImplicitVRLittleEndian, ExplicitVRLittleEndian, ExplicitVRBigEndian, DeflatedExplicitVRLittleEndian)


def dataset_of(pixels: np.ndarray, **attributes: Any) -> Dataset:
    """A data set with these stored values; further attributes replace what is derived from them."""
    dataset = Dataset()
    dataset.SOPClassUID, dataset.SOPInstanceUID = CTImageStorage, "2.25.1"
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = "2.25.2", "2.25.3"
    dataset.Modality = "CT"
    color = pixels.ndim > 2 and pixels.shape[-1] == 3
    frame_shape = pixels.shape[-3:-1] if color else pixels.shape[-2:]
    dataset.Rows, dataset.Columns = frame_shape
    frames = pixels.size // (frame_shape[0] * frame_shape[1] * (3 if color else 1))
    if frames > 1:
        dataset.NumberOfFrames = frames
    dataset.SamplesPerPixel = 3 if color else 1
    if color:
        dataset.PlanarConfiguration = 0
    dataset.PhotometricInterpretation = "RGB" if color else "MONOCHROME2"
    bits = pixels.dtype.itemsize * 8
    dataset.BitsAllocated, dataset.BitsStored, dataset.HighBit = bits, bits, bits - 1
    dataset.PixelRepresentation = int(pixels.dtype.kind == "i")
    if pixels.dtype.kind == "f":
        del dataset.PixelRepresentation, dataset.BitsStored, dataset.HighBit
        if bits == 32:
            dataset.FloatPixelData = pixels.tobytes()
        else:
            dataset.DoubleFloatPixelData = pixels.tobytes()
    else:
        data = pixels.tobytes()
        dataset.PixelData = data + b"\0" * (len(data) % 2)
    for name, value in attributes.items():
        setattr(dataset, name, value)
    return dataset


def save(path: Path, dataset: Dataset, syntax: str = ExplicitVRLittleEndian) -> Path:
    """Writes a data set; native pixel data is swapped for big endian."""
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = syntax
    dataset.file_meta.MediaStorageSOPClassUID = dataset.get("SOPClassUID", SecondaryCaptureImageStorage)
    dataset.file_meta.MediaStorageSOPInstanceUID = dataset.get("SOPInstanceUID", "2.25.1")
    if syntax == ExplicitVRBigEndian and dataset.BitsAllocated > 8:
        size = dataset.BitsAllocated // 8
        dataset.PixelData = np.frombuffer(dataset.PixelData, f"<u{size}").astype(f">u{size}").tobytes()
    if "PixelData" in dataset:
        dataset["PixelData"].VR = "OW" if dataset.BitsAllocated > 8 else "OB"
    dataset.save_as(path, enforce_file_format=True)
    return path


def write(path: Path, pixels: np.ndarray, syntax: str = ExplicitVRLittleEndian, **attributes: Any) -> Path:
    """Writes native pixels."""
    return save(path, dataset_of(pixels, **attributes), syntax)


def write_encapsulated(
    path: Path, pixels: np.ndarray, codestreams: list[bytes], syntax: str, has_bot: bool = True, **attributes: Any
) -> Path:
    """Writes codestreams that somebody encoded, with a header that describes `pixels`."""
    dataset = dataset_of(pixels, **attributes)
    dataset.PixelData = encapsulate(codestreams, has_bot=has_bot)
    dataset["PixelData"].is_undefined_length = True
    if UID(syntax).is_transfer_syntax:
        return save(path, dataset, syntax)
    save(path, dataset, _SAME_LENGTH)  # pydicom does not write syntaxes that it does not know
    path.write_bytes(path.read_bytes().replace(_SAME_LENGTH.encode(), syntax.encode(), 1))
    return path


def item(**attributes: Any) -> Dataset:
    """A sequence item."""
    dataset = Dataset()
    for name, value in attributes.items():
        setattr(dataset, name, value)
    return dataset


def sequence(*items: Dataset) -> Sequence:
    """A sequence."""
    return Sequence(items)
