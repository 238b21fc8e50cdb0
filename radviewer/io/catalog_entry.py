"""What a catalog needs to know of one file, from its header."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.core.errors import UnsupportedImage
from radviewer.core.planes import SlicePlane, slice_plane
from radviewer.core.study import Instance
from radviewer.io.errors import has_dicom_name, not_an_image, wrong_name
from radviewer.io.opening import IMAGE_KINDS, VOLUME_KINDS, FileKind

if TYPE_CHECKING:
    from pydicom.dataset import Dataset

Vector = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Entry:
    """One file with what it belongs to.

    Attributes:
        instance: For the series.
        study_uid: Study Instance UID, or a synthetic one.
        series_uid: Series Instance UID, or a synthetic one.
        patient_name: For the screen only.
        patient_id: For the screen only.
        study_description: (0008,1030), or the folder's name.
        study_date: (0008,0020).
        series_description: (0008,103E), or the folder's name.
        modality: (0008,0060).
        series_number: (0020,0011).
        body_part: (0018,0015).
        normal: Of the slice plane, a unit vector, or None.
        origin: Image Position (Patient), mm, or None.
        split: What parts a series into stacks: the plane's orientation, echo and temporal position, in words.
        orphan: Whether a DICOM file does not say which study or series it belongs to.
        patient_sex: (0010,0040).
        patient_age: At the study: (0010,1010), or reckoned from the date of birth, for example "063Y".
        study_time: (0008,0030) as HHMMSS.
    """

    instance: Instance
    study_uid: str
    series_uid: str
    patient_name: str = ""
    patient_id: str = ""
    study_description: str = ""
    study_date: str = ""
    series_description: str = ""
    modality: str = ""
    series_number: int | None = None
    body_part: str = ""
    normal: Vector | None = None
    origin: Vector | None = None
    split: tuple[str, ...] = ()
    orphan: bool = False
    patient_sex: str = ""
    patient_age: str = ""
    study_time: str = ""

    def is_parallel_to(self, normal: Vector) -> bool:
        """Whether the slice has a position and its plane is parallel (within 1 degree) to others of this normal."""
        if self.normal is None or self.origin is None:
            return False
        return abs(_dot(self.normal, normal)) > 0.99985

    def distance_along(self, normal: Vector) -> float:
        """Distance of the slice from the origin along a normal, mm."""
        return _dot(self.origin, normal) if self.origin is not None else 0.0


def read_entry(path: Path, kind: FileKind) -> Entry:
    """Reads what a catalog needs.

    Raises:
        UnreadableFile: The file is damaged.
        UnsupportedImage: The file is no image, or a DICOM file-set's directory.
    """
    if kind is FileKind.DICOM:
        return _dicom_entry(path)
    if kind not in IMAGE_KINDS:
        raise not_an_image(path, kind)
    if has_dicom_name(path):
        raise wrong_name(path, kind)
    if kind in VOLUME_KINDS:
        return _volume_entry(path, kind)
    return _raster_entry(path, kind)


def _raster_entry(path: Path, kind: FileKind) -> Entry:
    if kind is FileKind.TIFF:
        from radviewer.io.raster_tiff import tiff_summary

        pages, rows, columns = tiff_summary(path)
    else:
        from radviewer.io.raster import raster_summary

        pages, rows, columns = raster_summary(path, kind)
    folder = path.absolute().parent
    uid = "folder." + hashlib.sha256(str(folder).encode()).hexdigest()[:32]
    instance = Instance(path, frames=pages, rows=rows, columns=columns, sop_class_name=f"{kind.value.upper()} picture")
    return Entry(instance, uid, uid, study_description=folder.name, series_description=folder.name)


def _volume_entry(path: Path, kind: FileKind) -> Entry:
    """A volume is a series of its own in the study of its folder."""
    from radviewer.io.volume import read_volume_header, slice_position

    header = read_volume_header(path, kind)
    columns, rows, slices = header.size
    folder = path.absolute().parent
    uid = "folder." + hashlib.sha256(str(folder).encode()).hexdigest()[:32]
    series = "file." + hashlib.sha256(str(path.absolute()).encode()).hexdigest()[:32]
    axes, spacing = header.axes, header.spacing
    planes = tuple(
        slice_plane(
            slice_position(header, frame),
            None if axes is None else (*axes[0], *axes[1]),
            None if spacing is None else (spacing[1], spacing[0]),
            (rows, columns),
        )
        for frame in range(slices)
    )
    # Such files do not name their space; two that lie on the very same grid are taken to share it, no others.
    grid = repr((header.size, axes, spacing, header.origin)) if any(planes) else str(path.absolute())
    instance = Instance(
        path,
        frames=slices,
        rows=rows,
        columns=columns,
        sop_class_name=f"{kind.value} volume",
        planes=planes if any(planes) else (),
        frame_of_reference="grid." + hashlib.sha256(grid.encode()).hexdigest()[:32],
    )
    return Entry(instance, uid, series, study_description=folder.name, series_description=path.name)


def _dicom_entry(path: Path) -> Entry:
    from radviewer.io import dicom_facts
    from radviewer.io.dicom import require_pixels
    from radviewer.io.dicom_format import pixel_format
    from radviewer.io.dicom_header import read_header
    from radviewer.io.dicom_names import DICOMDIR_CLASS, sop_class_name
    from radviewer.io.dicom_values import number, text

    header = read_header(path)
    dataset = header.dataset
    sop_class = text(dataset, "SOPClassUID")
    if header.pixels is None and (header.cut or not sop_class or "DirectoryRecordSequence" in dataset):
        require_pixels(header)
    if sop_class == DICOMDIR_CLASS:
        raise UnsupportedImage(f"{path}: this is the directory of a DICOM file-set.")
    form = pixel_format(header) if header.pixels is not None else None
    instance_number = number(dataset, "InstanceNumber")
    instance = Instance(
        path=path,
        frames=form.frames if form else 0,
        rows=form.rows if form else 0,
        columns=form.columns if form else 0,
        number=None if instance_number is None else int(instance_number),
        sop_instance_uid=text(dataset, "SOPInstanceUID"),
        sop_class_name=sop_class_name(sop_class),
        planes=_planes(dataset, form.frames, (form.rows, form.columns)) if form else (),
        frame_of_reference=text(dataset, "FrameOfReferenceUID"),
        view_position=text(dataset, "ViewPosition").upper(),
        laterality=(text(dataset, "ImageLaterality") or text(dataset, "Laterality")).upper(),
    )
    study_uid, series_uid = text(dataset, "StudyInstanceUID"), text(dataset, "SeriesInstanceUID")
    stand_in = "folder." + hashlib.sha256(str(path.absolute().parent).encode()).hexdigest()[:32]
    series_number = number(dataset, "SeriesNumber")
    orientation = dicom_facts.orientation(dataset, 0)
    return Entry(
        instance=instance,
        study_uid=study_uid or stand_in,
        series_uid=series_uid or stand_in,
        patient_name=person(text(dataset, "PatientName")),
        patient_id=text(dataset, "PatientID"),
        study_description=text(dataset, "StudyDescription"),
        study_date=text(dataset, "StudyDate"),
        series_description=text(dataset, "SeriesDescription"),
        modality=text(dataset, "Modality"),
        series_number=None if series_number is None else int(series_number),
        body_part=text(dataset, "BodyPartExamined"),
        normal=normal_of(orientation),
        origin=dicom_facts.position(dataset, 0),
        split=_split_key(dataset, orientation, form.frames if form else 0),
        orphan=not (study_uid and series_uid),
        patient_sex=text(dataset, "PatientSex").upper(),
        patient_age=text(dataset, "PatientAge")
        or age_at(text(dataset, "PatientBirthDate"), text(dataset, "StudyDate")),
        study_time=text(dataset, "StudyTime").partition(".")[0],
    )


def _planes(dataset: Dataset, frames: int, shape: tuple[int, int]) -> tuple[SlicePlane | None, ...]:
    """Where each frame lies. Only Pixel Spacing is measured in the patient, so nothing else places pixels there."""
    from radviewer.core.geometry import SpacingKind
    from radviewer.io import dicom_facts

    planes = []
    for frame in range(frames):
        found = dicom_facts.spacing(dataset, frame, [])
        measured = found is not None and found.kind is SpacingKind.PIXEL_SPACING
        planes.append(
            slice_plane(
                dicom_facts.position(dataset, frame),
                dicom_facts.orientation(dataset, frame),
                (found.row, found.column) if found is not None and measured else None,
                shape,
            )
        )
    return tuple(planes) if any(planes) else ()


def _split_key(dataset: Dataset, orientation: tuple[float, ...] | None, frames: int) -> tuple[str, ...]:
    """What makes slices of one series belong to different stacks (scout and axial, echoes, phases).

    Orientation to about 3 degrees; echo number, temporal position and b-value as they stand. Multi-frame objects are
    stacks of their own.
    """
    from radviewer.io.dicom_values import number, text

    plane = "" if orientation is None else " ".join(f"{round(value * 20) / 20 + 0.0:g}" for value in orientation)
    echo = number(dataset, "EchoNumbers")
    phase = number(dataset, "TemporalPositionIdentifier")
    b_value = number(dataset, "DiffusionBValue")
    return (
        plane,
        "" if echo is None else f"echo {echo:g}",
        "" if phase is None else f"phase {phase:g}",
        "" if b_value is None else f"b {b_value:g}",
        text(dataset, "SOPInstanceUID") if frames > 1 else "",
    )


def age_at(birth: str, day: str) -> str:
    """Age in DICOM's form (PS3.5 section 6.2, AS) from two dates YYYYMMDD; empty where it cannot be reckoned."""
    if not (len(birth) == len(day) == 8 and birth.isdigit() and day.isdigit()) or birth > day:
        return ""
    months = (int(day[:4]) - int(birth[:4])) * 12 + int(day[4:6]) - int(birth[4:6]) - (day[6:] < birth[6:])
    return f"{months // 12:03d}Y" if months >= 24 else f"{months:03d}M"


def person(name: str) -> str:
    """A person name as people write it: the first group's family name, given name (PS3.5 section 6.2.1)."""
    groups = [group for group in name.split("=") if group.strip("^ ")]
    if not groups:
        return ""
    parts = [part.strip() for part in groups[0].split("^")]
    family, rest = parts[0], " ".join(part for part in parts[1:3] if part)
    return f"{family}, {rest}" if family and rest else family or rest


def normal_of(orientation: tuple[float, ...] | None) -> Vector | None:
    """The unit normal of a slice plane by its direction cosines, or None."""
    if orientation is None:
        return None
    a, b, c, d, e, f = orientation
    normal = (b * f - c * e, c * d - a * f, a * e - b * d)
    length = _dot(normal, normal) ** 0.5
    return (normal[0] / length, normal[1] / length, normal[2] / length) if length > 0.5 else None


def _dot(a: Vector, b: Vector) -> float:
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
