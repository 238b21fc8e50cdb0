"""What was found in files and folders: Study > Series > Instance, from headers only (DICOM PS3.3 section 7)."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from radviewer.core.errors import Problem
from radviewer.core.planes import SlicePlane


@dataclass(frozen=True, slots=True)
class Instance:
    """One file with an image (or an object without pixels), by its header.

    Attributes:
        path: The file.
        frames: Number of frames; 0 for objects without pixels.
        rows: Rows of a frame; 0 without pixels.
        columns: Columns of a frame; 0 without pixels.
        number: Instance Number (0020,0013), or None.
        sop_instance_uid: (0008,0018); empty for raster files.
        sop_class_name: What it is, in words.
        position: Distance of the slice along the series' normal in mm, or None.
        planes: Where each frame lies in the patient, None for those where it is unknown; empty if none is known.
        frame_of_reference: (0020,0052), or a synthetic one for volumes: planes with the same share one space.
        view_position: (0018,5101), for example "MLO".
        laterality: (0020,0062) or (0020,0060): "R", "L", "B", or empty.
    """

    path: Path
    frames: int = 1
    rows: int = 0
    columns: int = 0
    number: int | None = None
    sop_instance_uid: str = ""
    sop_class_name: str = ""
    position: float | None = None
    planes: tuple[SlicePlane | None, ...] = ()
    frame_of_reference: str = ""
    view_position: str = ""
    laterality: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Instances that belong together, in reading order.

    Attributes:
        uid: Series Instance UID, or a synthetic one for raster files.
        description: (0008,103E) or the folder's name.
        modality: (0008,0060); empty for raster files.
        number: Series Number, or None.
        body_part: (0018,0015).
        instances: Sorted by position, then number, then natural order of file names.
    """

    uid: str
    description: str
    modality: str
    instances: tuple[Instance, ...]
    number: int | None = None
    body_part: str = ""

    @property
    def frame_count(self) -> int:
        """Images to scroll through."""
        return sum(instance.frames for instance in self.instances)


@dataclass(frozen=True, slots=True)
class Study:
    """Series of one examination.

    Attributes:
        uid: Study Instance UID, or a synthetic one for raster files.
        patient_name: For the screen only; never for logs or file names.
        patient_id: Likewise.
        description: (0008,1030).
        date: (0008,0020) as YYYYMMDD; empty if unknown.
        series: In order of their numbers.
        patient_sex: (0010,0040); empty if unknown.
        patient_age: At the study, for example "063Y" (0010,1010), else reckoned from (0010,0030); empty if unknown.
        time: (0008,0030) as HHMMSS; empty if unknown.
    """

    uid: str
    patient_name: str
    patient_id: str
    description: str
    date: str
    series: tuple[Series, ...]
    patient_sex: str = ""
    patient_age: str = ""
    time: str = ""


@dataclass(frozen=True, slots=True)
class Catalog:
    """All that was found under the chosen paths.

    Attributes:
        studies: In order of appearance.
        problems: Files that were refused, with the reason, each (path, problem).
        ignored: Number of files that are no images (text, for example) in a walked folder.
        duplicates: Files whose content is that of another one; listed only once.
        orphans: DICOM files that do not say which study and series they belong to; filed by folder.
        notes: What was odd about the whole, in sentences.
    """

    studies: tuple[Study, ...] = ()
    problems: tuple[tuple[Path, Problem], ...] = ()
    ignored: int = 0
    duplicates: tuple[Path, ...] = ()
    orphans: tuple[Path, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def image_count(self) -> int:
        """Frames in all studies."""
        return sum(series.frame_count for study in self.studies for series in study.series)
