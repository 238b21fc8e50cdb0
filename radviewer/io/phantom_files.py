"""Writes the generated phantoms as DICOM series that name themselves phantoms in every text a viewer shows."""

from __future__ import annotations

import hashlib
from pathlib import Path

import numpy as np
import pydicom.data
from numpy.typing import NDArray
from pydicom.dataset import Dataset, FileMetaDataset
from pydicom.uid import DigitalXRayImageStorageForPresentation, ExplicitVRLittleEndian, MRImageStorage

from radviewer.core.phantom import brain_mr, chest_radiograph

_UID_ROOT = "2.25."  # UIDs derived from UUIDs need no registration (PS3.5 B.2)


def write_brain_mr(folder: Path, size: int = 256, slices: int = 20) -> list[Path]:
    """Writes the MR phantom, one file a slice, and returns the files from base to vertex."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for index, pixels in enumerate(brain_mr(size, slices)):
        dataset = _dataset("Brain MR", "MR", MRImageStorage, index, pixels)
        dataset.BodyPartExamined = "BRAIN"
        dataset.SeriesDescription = "PHANTOM (generated): T1-like with ring lesion"
        dataset.PixelSpacing = [240 / size, 240 / size]
        dataset.SliceThickness = 5
        dataset.ImageOrientationPatient = [1, 0, 0, 0, 1, 0]
        dataset.ImagePositionPatient = [-120, -120, index * 6 - 3 * slices]
        dataset.FrameOfReferenceUID = _uid("brain frame of reference")
        dataset.WindowCenter, dataset.WindowWidth = 640, 1280
        dataset.ScanningSequence, dataset.SequenceVariant, dataset.ScanOptions = "SE", "NONE", ""
        dataset.MRAcquisitionType, dataset.EchoTime, dataset.RepetitionTime, dataset.EchoTrainLength = "2D", 12, 500, 1
        paths.append(_save(dataset, folder / f"brain-mr-{index + 1:02d}.dcm"))
    return paths


def write_chest_radiograph(folder: Path, size: int = 1024) -> list[Path]:
    """Writes the radiograph phantom and returns its file."""
    folder.mkdir(parents=True, exist_ok=True)
    dataset = _dataset("Chest radiograph", "DX", DigitalXRayImageStorageForPresentation, 0, chest_radiograph(size))
    dataset.BodyPartExamined, dataset.ViewPosition, dataset.ImageLaterality = "CHEST", "PA", "U"
    dataset.SeriesDescription = "PHANTOM (generated): frontal chest"
    dataset.ImagerPixelSpacing = [400 / size, 400 / size]
    dataset.PatientOrientation = ["L", "F"]
    dataset.PresentationIntentType, dataset.PresentationLUTShape = "FOR PRESENTATION", "IDENTITY"
    dataset.PixelIntensityRelationship, dataset.PixelIntensityRelationshipSign = "LOG", -1
    dataset.WindowCenter, dataset.WindowWidth = 6200, 11000
    return [_save(dataset, folder / "chest-radiograph.dcm")]


def _dataset(name: str, modality: str, sop_class: str, index: int, pixels: NDArray[np.uint16]) -> Dataset:
    dataset = Dataset()
    dataset.SpecificCharacterSet = "ISO_IR 192"
    dataset.SOPClassUID, dataset.SOPInstanceUID = sop_class, _uid(f"{name} {index}")
    dataset.StudyInstanceUID, dataset.SeriesInstanceUID = _uid(f"{name} study"), _uid(f"{name} series")
    dataset.PatientName, dataset.PatientID = f"Phantom^{name}", f"PHANTOM-{modality}"
    dataset.PatientBirthDate, dataset.PatientSex, dataset.AccessionNumber = "", "", ""
    dataset.StudyDate, dataset.StudyTime, dataset.StudyID, dataset.ReferringPhysicianName = (
        "20260101",
        "120000",
        "1",
        "",
    )
    dataset.StudyDescription = f"PHANTOM, no patient: {name}"
    dataset.Modality, dataset.SeriesNumber, dataset.InstanceNumber = modality, 1, index + 1
    dataset.Manufacturer, dataset.ManufacturerModelName = "radviewer", "phantom generator"
    dataset.ImageType = ["DERIVED", "SECONDARY"]
    dataset.ImageComments = "Generated phantom. Not a patient."
    dataset.Rows, dataset.Columns = pixels.shape
    dataset.SamplesPerPixel, dataset.PhotometricInterpretation = 1, "MONOCHROME2"
    dataset.BitsAllocated, dataset.PixelRepresentation = 16, 0
    dataset.BitsStored = 12 if pixels.max() < 2**12 else 14
    dataset.HighBit = dataset.BitsStored - 1
    dataset.RescaleIntercept, dataset.RescaleSlope, dataset.RescaleType = 0, 1, "US"
    dataset.BurnedInAnnotation = "NO"
    dataset.PixelData = pixels.astype("<u2").tobytes()
    return dataset


def _save(dataset: Dataset, path: Path) -> Path:
    dataset.file_meta = FileMetaDataset()
    dataset.file_meta.TransferSyntaxUID = ExplicitVRLittleEndian
    dataset.save_as(path, enforce_file_format=True)
    return path


def _uid(text: str) -> str:
    digest = hashlib.sha256(f"radviewer phantom {text}".encode()).digest()
    return _UID_ROOT + str(int.from_bytes(digest[:16], "big"))


def example_files() -> list[Path]:
    """Uncompressed examples inside the pydicom package (never downloaded); those that a build left out are missing."""
    folder = Path(pydicom.data.__file__).parent / "test_files"
    return [path for name in ("CT_small.dcm", "MR_small.dcm") if (path := folder / name).is_file()]
