"""Finding images: natural order, nothing outside the folder, everything refused is listed."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from radviewer.core.errors import Cancelled
from radviewer.core.tasks import CancellationToken
from radviewer.io.catalog import scan
from radviewer.io.discover import find_images
from tests.helpers.dicom_files import write

PIXELS = np.arange(64, dtype=np.uint16).reshape(8, 8)


def png(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    PIL.Image.fromarray(PIXELS.astype(np.uint8)).save(path)
    return path


def names(found: object) -> list[str]:
    return [ref.path.name for ref in found.images]  # type: ignore[attr-defined]


def test_a_folder_is_walked_in_natural_order_with_every_frame(tmp_path: Path) -> None:
    for name in ("slice 10.png", "slice 2.png", "Slice 1.png"):
        png(tmp_path / name)
    write(tmp_path / "multi", np.stack([PIXELS] * 3))
    found = find_images([tmp_path])
    assert names(found) == ["multi"] * 3 + ["Slice 1.png", "slice 2.png", "slice 10.png"]
    assert [ref.frame for ref in found.images[:3]] == [0, 1, 2]
    assert found.problems == ()


def test_what_is_clearly_no_image_is_ignored_and_what_is_damaged_is_listed(tmp_path: Path) -> None:
    png(tmp_path / "a.png")
    (tmp_path / "notes.txt").write_text("no image")
    (tmp_path / "x.json").write_text("{}")
    (tmp_path / ".hidden").write_bytes(b"\x89PNG")
    (tmp_path / "damaged.dcm").write_bytes(b"no DICOM at all")
    report = write(tmp_path / "report", PIXELS)
    from pydicom import dcmread

    dataset = dcmread(report)
    del dataset["PixelData"]
    dataset.save_as(report)
    found = find_images([tmp_path])
    assert names(found) == ["a.png"]
    assert [path.name for path, _ in found.problems] == ["damaged.dcm"]
    assert found.ignored == 4


def test_files_named_by_the_user_are_never_ignored_in_silence(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("no image")
    found = find_images([tmp_path / "notes.txt", tmp_path / "missing.dcm"])
    assert [path.name for path, _ in found.problems] == ["notes.txt", "missing.dcm"]
    assert all(problem.hint for _, problem in found.problems)


def test_an_empty_folder_is_a_problem_with_a_hint(tmp_path: Path) -> None:
    found = find_images([tmp_path])
    assert "empty" in found.problems[0][1].message
    assert found.problems[0][1].hint


@pytest.mark.skipif(os.name == "nt", reason="links and pipes of POSIX")
def test_links_pipes_and_sockets_are_listed_and_nothing_outside_is_opened(tmp_path: Path) -> None:
    inside, outside = tmp_path / "inside", tmp_path / "outside"
    png(inside / "a.png")
    secret = png(outside / "secret.png")
    (inside / "link.png").symlink_to(secret)
    (inside / "folder").symlink_to(outside)
    (inside / "loop").symlink_to(inside)
    os.mkfifo(inside / "pipe.dcm")
    opened: list[str] = []
    active = [True]

    def watch(event: str, arguments: tuple[object, ...]) -> None:
        if active[0] and event in ("open", "subprocess.Popen", "os.exec", "os.posix_spawn", "os.system"):
            opened.append(f"{event} {arguments[0]}")

    sys.addaudithook(watch)
    found = find_images([inside])
    catalog = scan([inside])
    active[0] = False
    assert names(found) == ["a.png"]
    assert catalog.image_count == 1
    assert {path.name for path, _ in found.problems} == {"link.png", "folder", "loop", "pipe.dcm"}
    assert not [entry for entry in opened if str(outside) in entry or not entry.startswith("open ")]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="root reads everything")
def test_unreadable_files_are_listed(tmp_path: Path) -> None:
    png(tmp_path / "a.png").chmod(0)
    assert "permission" in find_images([tmp_path]).problems[0][1].message


def test_ten_thousand_junk_files_and_one_image_take_seconds_not_minutes(tmp_path: Path) -> None:
    for index in range(10_000):
        (tmp_path / f"{index}.txt").write_bytes(b"junk")
    png(tmp_path / "a.png")
    begin = time.process_time()  # not by the clock on the wall, which other programs share
    found = find_images([tmp_path])
    assert time.process_time() - begin < 5
    assert (len(found.images), found.ignored, found.problems) == (1, 10_000, ())


def test_looking_can_be_cancelled(tmp_path: Path) -> None:
    png(tmp_path / "a.png")
    token = CancellationToken()
    token.cancel()
    with pytest.raises(Cancelled):
        find_images([tmp_path], token)
    with pytest.raises(Cancelled):
        scan([tmp_path], token)


def ct_slice(folder: Path, name: str, z: float, **attributes: object) -> Path:
    folder.mkdir(exist_ok=True)
    fields = {
        "SOPInstanceUID": f"2.25.9{abs(hash((name, z))) % 10**9}",
        "ImageOrientationPatient": [1, 0, 0, 0, 1, 0],
        "ImagePositionPatient": [0, 0, z],
        "PatientID": "P1",
        "PatientName": "Doe^Jane",
    }
    return write(folder / name, PIXELS, **(fields | attributes))


def test_slices_are_sorted_by_position_whatever_their_names_and_numbers_say(tmp_path: Path) -> None:
    for name, z, number in (("a", 30.0, 1), ("b", 10.0, 2), ("c", 20.0, 3)):
        ct_slice(tmp_path, name, z, InstanceNumber=number)
    catalog = scan([tmp_path])
    (study,) = catalog.studies
    assert [instance.path.name for instance in study.series[0].instances] == ["b", "c", "a"]
    assert [instance.position for instance in study.series[0].instances] == [10, 20, 30]
    assert study.patient_name == "Doe, Jane"


def test_without_positions_numbers_order_and_then_names(tmp_path: Path) -> None:
    for name, number in (("a", 3), ("b", 1), ("c", None), ("d", 2)):
        write(tmp_path / name, PIXELS, SOPInstanceUID=f"2.25.{ord(name)}", InstanceNumber=number)
    instances = scan([tmp_path]).studies[0].series[0].instances
    assert [instance.path.name for instance in instances] == ["b", "d", "a", "c"]


def test_duplicates_are_listed_once_and_reported(tmp_path: Path) -> None:
    first = ct_slice(tmp_path, "a", 1.0)
    (tmp_path / "copy").write_bytes(first.read_bytes())
    catalog = scan([tmp_path])
    assert catalog.image_count == 1
    assert [path.name for path in catalog.duplicates] == ["copy"]


def test_one_identifier_with_two_contents_is_listed_twice_and_noted(tmp_path: Path) -> None:
    ct_slice(tmp_path, "a", 1.0, SOPInstanceUID="2.25.5")
    ct_slice(tmp_path, "b", 2.0, SOPInstanceUID="2.25.5")
    catalog = scan([tmp_path])
    assert catalog.image_count == 2
    assert "same identifier" in catalog.notes[0]


def test_a_study_shared_by_two_patients_is_split_and_noted(tmp_path: Path) -> None:
    ct_slice(tmp_path, "a", 1.0)
    ct_slice(tmp_path, "b", 2.0, PatientID="P2")
    catalog = scan([tmp_path])
    assert [study.patient_id for study in catalog.studies] == ["P1", "P2"]
    assert "more than one patient" in catalog.notes[0]


def test_files_without_study_and_series_are_filed_by_folder_and_reported(tmp_path: Path) -> None:
    path = ct_slice(tmp_path, "a", 1.0, StudyInstanceUID="", SeriesInstanceUID="")
    catalog = scan([tmp_path])
    assert catalog.orphans == (path,)
    assert catalog.image_count == 1


def test_pictures_of_a_folder_are_a_series_of_a_study_with_the_folders_name(tmp_path: Path) -> None:
    for name in ("2.png", "10.png", "1.png"):
        png(tmp_path / "patient" / name)
    (study,) = scan([tmp_path]).studies
    assert study.description == "patient"
    assert [instance.path.name for instance in study.series[0].instances] == ["1.png", "2.png", "10.png"]
