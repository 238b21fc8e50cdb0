"""What a long run opens: generated phantoms, and where it is there the development material."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pydicom
from pydicom.uid import generate_uid

from radviewer.io.export import write_png
from radviewer.io.phantom_files import write_brain_mr, write_chest_radiograph
from tests.helpers.shared import SHARED

_SHARED = ("data/dicom-chest-ct", "data/dicom-brain-mr", "corpus/valid/ts", "corpus/valid/pixel", "corpus/valid/misc")


def sources(folder: Path) -> tuple[Path, ...]:
    """Writes the phantoms; returns all folders that can be opened."""
    folder.mkdir(parents=True)
    prior(folder / "prior")
    volume(folder / "ct")
    pictures(folder / "pictures")
    radiograph(folder / "radiograph")
    made = tuple(sorted(path for path in folder.iterdir()))
    return (*made, *(SHARED / name for name in _SHARED if (SHARED / name).is_dir()))


def prior(folder: Path) -> None:
    """The sample's MR study as it was a year before: another study of the same patient."""
    study, series, frame = generate_uid(), generate_uid(), generate_uid()
    for path in write_brain_mr(folder, 192, 12):
        dataset = pydicom.dcmread(path)
        dataset.StudyInstanceUID, dataset.SeriesInstanceUID, dataset.FrameOfReferenceUID = study, series, frame
        dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = generate_uid()
        dataset.StudyDate = f"{int(dataset.StudyDate[:4]) - 1}{dataset.StudyDate[4:]}"
        dataset.save_as(path, enforce_file_format=True)


def radiograph(folder: Path) -> None:
    """The radiograph phantom, larger than the sample's and of another study."""
    (path,) = write_chest_radiograph(folder, 2000)
    dataset = pydicom.dcmread(path)
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = generate_uid(), generate_uid()
    dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = generate_uid()
    dataset.save_as(path, enforce_file_format=True)


def volume(folder: Path) -> None:
    """A phantom as CT, whose slices make a volume, in two series of one frame of reference."""
    study, frame = generate_uid(), generate_uid()
    for name in ("soft", "sharp"):
        series = generate_uid()
        for path in write_brain_mr(folder / name, 256, 40):
            dataset = pydicom.dcmread(path)
            dataset.PatientID, dataset.PatientName, dataset.Modality = "PHANTOM-CT", "Phantom^CT", "CT"
            dataset.StudyInstanceUID, dataset.SeriesInstanceUID, dataset.FrameOfReferenceUID = study, series, frame
            dataset.SOPInstanceUID = dataset.file_meta.MediaStorageSOPInstanceUID = generate_uid()
            dataset.SeriesDescription = f"Axial {name}"
            dataset.RescaleSlope, dataset.RescaleIntercept, dataset.RescaleType = "1", "-1024", "HU"
            dataset.save_as(path, enforce_file_format=True)


def pictures(folder: Path) -> None:
    """Some PNG files in grey and colour."""
    folder.mkdir()
    rows, columns = np.mgrid[0:300, 0:420]
    for number in range(4):
        field = (127 + 120 * np.sin(rows / (20 + 5 * number)) * np.cos(columns / 33)).astype(np.uint8)
        color = np.stack([field, field[::-1], field[:, ::-1]], axis=2) if number == 3 else field
        write_png(folder / f"{number}.png", color)
