"""One reader's call as a DICOM Structured Report, for archives and tools that read calls as such.

TID 1500 Measurement Report (PS3.16): ratings are measurements (TID 1419), choices are qualitative evaluations, a mark
is a point on its image (TID 1410). The report is of the images' own patient and study, unverified, and names the
experiment, the arm and the stage, so that nobody takes it for a clinical report.
"""

from __future__ import annotations

import hashlib
import io
import textwrap
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pydicom
from pydicom.dataset import Dataset
from pydicom.errors import InvalidDicomError

from radviewer.core.errors import InputProblem
from radviewer.pacs.map_objects import MANUFACTURER

_SERIES_NUMBER = 9902  # behind the series of the examination and its maps
_SCHEME = "99RADVIEWER"
_MOST = 64  # characters of a code's meaning (LO)
_SPACE = uuid.UUID("8c8ad4b2-6a0f-5d0e-8f26-0c1c2b0f8c55")


@dataclass(frozen=True, slots=True)
class ReportedMark:
    """A place on an image: column x and row y in pixels, the centre of the first pixel at (0, 0).

    `image` is the index of the file in the case, `frame` the index of the frame, both from 0.
    """

    x: float
    y: float
    image: int = 0
    frame: int = 0
    rating: float | None = None


@dataclass(frozen=True, slots=True)
class ReportedCall:
    """What the report says.

    Attributes:
        record: Id of the saved call; the same call always makes an object of the same UIDs.
        reader: Name or pseudonym.
        study: Title of the experiment.
        simulated: Whether no person made the call.
        condition: The arm, for example "unaided".
        stage: "first" for a locked call before the AI, "final" for the last one.
        saved: When it was saved, in UTC by ISO 8601; empty if it shall not be told.
        numbers: (question, value) of ratings and confidences, and seconds.
        choices: (question, answer) in words.
        marks: Places.
        ai: What of the AI was shown, in words; empty without.
    """

    record: str
    reader: str
    study: str
    simulated: bool
    condition: str
    stage: str
    saved: str
    numbers: tuple[tuple[str, float], ...]
    choices: tuple[tuple[str, str], ...]
    marks: tuple[ReportedMark, ...] = ()
    ai: str = ""


def reading_report(images: Sequence[Path], call: ReportedCall) -> bytes:
    """A Comprehensive SR of one call.

    Args:
        images: The case's DICOM files in their order.
        call: What was called.

    Raises:
        InputProblem: A file is no DICOM image, the files are of several patients or studies, or a mark is on none.
    """
    import highdicom
    from highdicom import sr

    sources = [_source(path) for path in images]
    _refuse_mixture(images, sources)
    groups = [_whole(sources, call), *(_mark(sources, call, number) for number in range(len(call.marks)))]
    report = sr.MeasurementReport(
        observation_context=sr.ObservationContext(
            observer_person_context=sr.ObserverContext(
                observer_type=sr.CodedConcept("121006", "DCM", "Person"),
                observer_identifying_attributes=sr.PersonObserverIdentifyingAttributes(name=_name(call.reader)),
            )
        ),
        procedure_reported=_code("reader-study", "Reading for a reader study"),
        imaging_measurements=groups,
        title=sr.CodedConcept("126000", "DCM", "Imaging Measurement Report"),
        language_of_content_item_and_descendants=sr.LanguageOfContentItemAndDescendants(
            sr.CodedConcept("en", "RFC5646", "English")
        ),
    )
    made = sr.ComprehensiveSR(
        evidence=sources,
        content=report[0],
        series_instance_uid=_uid(call.study, call.reader, call.condition, sources[0].SeriesInstanceUID),
        series_number=_SERIES_NUMBER,
        sop_instance_uid=_uid(call.record),
        instance_number=1,
        manufacturer=MANUFACTURER,
        is_complete=True,
        is_verified=False,
        transfer_syntax_uid=highdicom.UID("1.2.840.10008.1.2.1"),
    )
    made.SeriesDescription = "Reader study, not a clinical report"
    buffer = io.BytesIO()
    made.save_as(buffer, enforce_file_format=True)
    return buffer.getvalue()


def _whole(sources: Sequence[Dataset], call: ReportedCall) -> Any:
    from highdicom import sr

    facts = [
        ("Experiment", call.study),
        ("Condition", call.condition),
        ("Stage", {"first": "locked before the AI was shown", "final": "last call"}.get(call.stage, call.stage)),
        ("Simulated", "yes: no person made this call" if call.simulated else "no"),
        ("AI shown", call.ai or "nothing"),
    ]
    if call.saved:
        facts.append(("Saved", call.saved))
    return sr.MeasurementsAndQualitativeEvaluations(
        tracking_identifier=sr.TrackingIdentifier(_uid(call.record, "call"), "call"),
        measurements=[_number(name, value) for name, value in call.numbers] or None,
        qualitative_evaluations=[item for name, text in (*facts, *call.choices) for item in _choices(name, text)],
        source_images=[
            sr.SourceImageForMeasurementGroup(source.SOPClassUID, source.SOPInstanceUID) for source in sources
        ],
    )


def _mark(sources: Sequence[Dataset], call: ReportedCall, number: int) -> Any:
    from highdicom import sr

    mark = call.marks[number]
    if not 0 <= mark.image < len(sources):
        raise InputProblem(
            f"Mark {number + 1} is on image {mark.image + 1}, but the case has {len(sources)}.",
            hint="Check the export of this call.",
        )
    source = sources[mark.image]
    frames = [mark.frame + 1] if int(source.get("NumberOfFrames") or 1) > 1 else None
    # In a report the corner of the first pixel is (0, 0), not its centre (PS3.3 C.10.5.1.2).
    place = np.array([[mark.x + 0.5, mark.y + 0.5]])
    region = sr.ImageRegion(
        sr.GraphicTypeValues.POINT,
        place,
        sr.SourceImageForRegion(source.SOPClassUID, source.SOPInstanceUID, frames),
    )
    return sr.PlanarROIMeasurementsAndQualitativeEvaluations(
        tracking_identifier=sr.TrackingIdentifier(_uid(call.record, f"mark {number}"), f"mark {number + 1}"),
        referenced_region=region,
        measurements=None if mark.rating is None else [_number("Rating of the mark", mark.rating)],
    )


def _number(name: str, value: float) -> Any:
    from highdicom import sr

    unit = ("s", "s") if name.endswith("time") else ("{score}", "score")
    return sr.Measurement(name=_meaning(name), value=float(value), unit=sr.CodedConcept(unit[0], "UCUM", unit[1]))


def _choices(name: str, text: str) -> list[Any]:
    """An answer in words; the meaning of a code has 64 characters at most, so a longer text is several of them."""
    from highdicom import sr

    parts = textwrap.wrap(_inert(text), _MOST) or ["-"]
    names = [name] if len(parts) == 1 else [f"{name[:55]} ({k} of {len(parts)})" for k in range(1, len(parts) + 1)]
    return [
        sr.QualitativeEvaluation(name=_meaning(name), value=_meaning(part))
        for name, part in zip(names, parts, strict=True)
    ]


def _meaning(text: str) -> Any:
    """A private code for words of the experiment: its value is made from the words, so the same words are one code."""
    return _code(hashlib.sha256(text.encode()).hexdigest()[:12], text)


def _code(value: str, meaning: str) -> Any:
    import highdicom

    return highdicom.sr.CodedConcept(value=value, scheme_designator=_SCHEME, meaning=_inert(meaning)[:_MOST] or "-")


def _name(reader: str) -> str:
    """A person name: characters that have a meaning in one are taken out (PS3.5 6.2)."""
    return (_inert(reader).translate({ord(c): " " for c in "^=\\"})[:63] or "reader") + "^"


def _inert(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text).replace("\\", "/").strip()


def _uid(*parts: str) -> str:
    """A UID made from a UUID (PS3.5 B.2), the same for the same parts."""
    return f"2.25.{uuid.uuid5(_SPACE, chr(0).join(parts)).int}"


def _source(path: Path) -> Dataset:
    try:
        source = pydicom.dcmread(path, stop_before_pixels=True)
    except (OSError, InvalidDicomError) as error:
        raise InputProblem(
            f"{path.name} is no DICOM file, so there is no study that a report could belong to.",
            hint="Structured reports are written for DICOM cases only; use the other formats.",
        ) from error
    if "Rows" not in source:
        raise InputProblem(f"{path.name} is no image.", hint="Structured reports are written for images only.")
    return source


def _refuse_mixture(images: Sequence[Path], sources: Sequence[Dataset]) -> None:
    if not sources:
        raise InputProblem("The case has no files.", hint="Structured reports need the images of the case.")
    for name in ("PatientID", "StudyInstanceUID"):
        if len({str(source.get(name, "")) for source in sources}) > 1:
            raise InputProblem(
                f"{images[0].parent.name}: the files differ in {name}, so one report cannot belong to all of them.",
                hint="Make one case of each study.",
            )
