"""A call as a structured report: valid, of the images' own study, and with what was called."""

from __future__ import annotations

import io
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pydicom
import pytest

from radviewer.core.errors import InputProblem
from radviewer.io.export import write_png
from radviewer.io.phantom_files import write_brain_mr, write_chest_radiograph
from radviewer.pacs.reading_report import ReportedCall, ReportedMark, reading_report

CALL = ReportedCall(
    record="3f1c1b7e-0000-5000-8000-000000000001",
    reader="Reader^1",
    study="Nodules with and without AI",
    simulated=True,
    condition="aided",
    stage="final",
    saved="2026-11-21T10:00:00Z",
    numbers=(("How likely is a nodule?", 82.0), ("Active reading time", 12.5)),
    choices=(("Report it?", "yes"), ("Remark", "upper\nlobe")),
    marks=(ReportedMark(10.0, 20.0, image=1, rating=70.0), ReportedMark(3.5, 4.5)),
    ai="score, call",
)


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return list(write_brain_mr(tmp_path, 32, 3))


def made(files: list[Path], call: ReportedCall = CALL) -> pydicom.Dataset:
    return pydicom.dcmread(io.BytesIO(reading_report(files, call)))


def texts(item: pydicom.Dataset) -> list[str]:
    """All names, values and numbers of the tree, in order."""
    found = []
    for child in item.get("ContentSequence", ()):
        name = child.ConceptNameCodeSequence[0].CodeMeaning if "ConceptNameCodeSequence" in child else ""
        if child.ValueType == "CODE":
            found.append(f"{name}={child.ConceptCodeSequence[0].CodeMeaning}")
        elif child.ValueType == "NUM":
            value = child.MeasuredValueSequence[0]
            found.append(f"{name}={value.NumericValue} {value.MeasurementUnitsCodeSequence[0].CodeMeaning}")
        elif child.ValueType == "SCOORD":
            found.append(f"{child.GraphicType}={list(child.GraphicData)}")
        found += texts(child)
    return found


def test_the_report_says_what_was_called_and_under_which_condition(files: list[Path]) -> None:
    said = texts(made(files))
    for line in (
        "How likely is a nodule?=82.0 score", "Active reading time=12.5 s", "Report it?=yes", "Remark=upper lobe",
        "Condition=aided", "Stage=last call", "AI shown=score, call", "Simulated=yes: no person made this call",
        "Rating of the mark=70.0 score",
    ):  # fmt: skip
        assert line in said
    # The corner of the first pixel is (0, 0) in a report, its centre in the study.
    assert [line for line in said if line.startswith("POINT")] == ["POINT=[10.5, 20.5]", "POINT=[4.0, 5.0]"]


def test_it_belongs_to_the_images_study_and_marks_name_their_image(files: list[Path]) -> None:
    report, sources = made(files), [pydicom.dcmread(path) for path in files]
    assert report.StudyInstanceUID == sources[0].StudyInstanceUID
    assert report.PatientID == sources[0].PatientID
    assert report.SeriesInstanceUID not in {source.SeriesInstanceUID for source in sources}
    assert report.VerificationFlag == "UNVERIFIED"
    named = {
        item.ReferencedSOPInstanceUID
        for series in report.CurrentRequestedProcedureEvidenceSequence
        for group in series.ReferencedSeriesSequence
        for item in group.ReferencedSOPSequence
    }
    assert named == {source.SOPInstanceUID for source in sources}
    assert sources[1].SOPInstanceUID in str(report.ContentSequence)


def test_a_long_remark_is_there_to_its_end(files: list[Path]) -> None:
    remark = "".join(f"word{k} " for k in range(30)).strip()
    said = texts(made(files, replace(CALL, choices=(("Remark", remark),))))
    assert " ".join(line.split("=", 1)[1] for line in said if line.startswith("Remark (")) == remark


def test_the_same_call_makes_the_same_object_and_another_call_another(files: list[Path]) -> None:
    one, again = made(files), made(files)
    other = made(files, replace(CALL, record="3f1c1b7e-0000-5000-8000-000000000002"))
    assert one.SOPInstanceUID == again.SOPInstanceUID != other.SOPInstanceUID
    assert one.SeriesInstanceUID == other.SeriesInstanceUID


def test_a_case_without_a_dicom_study_is_refused(tmp_path: Path, files: list[Path]) -> None:
    import numpy as np

    picture = tmp_path / "x.png"
    write_png(picture, np.zeros((8, 8), dtype=np.uint8))
    with pytest.raises(InputProblem, match="no DICOM file"):
        reading_report([picture], CALL)
    with pytest.raises(InputProblem, match="no files"):
        reading_report([], CALL)
    with pytest.raises(InputProblem, match="differ in"):
        reading_report([files[0], *write_chest_radiograph(tmp_path / "other", 32)], CALL)
    with pytest.raises(InputProblem, match="on image 9"):
        reading_report(files, replace(CALL, marks=(ReportedMark(1, 1, image=8),)))


@pytest.mark.parametrize("tool", ["dciodvfy", "dsrdump"])
def test_other_programs_read_it_without_complaint(tool: str, files: list[Path], tmp_path: Path) -> None:
    if shutil.which(tool) is None:
        pytest.skip(f"{tool} is not installed")
    path = tmp_path / "report.dcm"
    path.write_bytes(reading_report(files, CALL))
    arguments = ["-new"] if tool == "dciodvfy" else []
    done = subprocess.run([tool, *arguments, str(path)], capture_output=True, text=True, check=False)
    said = done.stdout + done.stderr
    assert not [line for line in said.splitlines() if line.startswith(("Error", "E:"))]
    if tool == "dsrdump":
        assert done.returncode == 0
        assert "How likely is a nodule?" in said
