"""File-sets and archives stand for the files in them, and never for anything else."""

from __future__ import annotations

import gc
import struct
import warnings
import zipfile
from pathlib import Path

import numpy as np
import pytest
from pydicom.fileset import FileSet
from pydicom.uid import generate_uid

from radviewer.core.errors import UnreadableFile, UnsupportedImage
from radviewer.core.image import ImageRef
from radviewer.io.archive import remove_unpacked, unpack
from radviewer.io.catalog import scan
from radviewer.io.discover import find_images
from radviewer.io.reader import read_image
from tests.helpers.dicom_files import write

PIXELS = np.arange(64, dtype=np.uint16).reshape(8, 8)


@pytest.fixture
def file_set(tmp_path: Path) -> Path:
    """The DICOMDIR of a file-set with three images."""
    files = FileSet()
    for index in range(3):
        path = write(
            tmp_path / f"{index}.dcm", PIXELS + index, SOPInstanceUID=generate_uid(), PatientID="P", PatientName="P",
            StudyDate="20200101", StudyTime="1200", StudyID="1", SeriesNumber=1, InstanceNumber=index,
        )  # fmt: skip
        files.add(path)
    files.write(tmp_path / "set")
    with warnings.catch_warnings():  # pydicom leaves its temporary folder to the garbage collector
        warnings.simplefilter("ignore", ResourceWarning)
        del files
        gc.collect()
    return tmp_path / "set" / "DICOMDIR"


def test_a_dicomdir_stands_for_its_files_and_is_itself_named_as_what_it_is(file_set: Path) -> None:
    assert len(find_images([file_set]).images) == 3
    assert scan([file_set]).image_count == 3
    with pytest.raises(UnsupportedImage, match=r"DICOMDIR\) of a file-set with 3 files"):
        read_image(ImageRef(file_set))


def test_in_a_walked_folder_the_directory_is_left_out_and_its_files_are_found_once(file_set: Path) -> None:
    found = find_images([file_set.parent])
    assert len(found.images) == 3
    assert found.ignored == 1


def test_a_record_that_points_out_of_the_folder_is_refused(file_set: Path) -> None:
    data = file_set.read_bytes()
    name = data.index(b"PT00")
    file_set.write_bytes(data[:name] + b"..\\." + data[name + 4 :])
    (_, problem), *_ = find_images([file_set]).problems
    assert "points out of its folder" in problem.message


def test_records_that_point_in_a_circle_are_refused(file_set: Path) -> None:
    data = bytearray(file_set.read_bytes())
    root = data.index(struct.pack("<HH2sH", 0x0004, 0x1200, b"UL", 4)) + 8
    first = struct.unpack_from("<I", data, root)[0]
    link = data.index(struct.pack("<HH2sH", 0x0004, 0x1400, b"UL", 4)) + 8  # the first record's "next" is itself
    struct.pack_into("<I", data, link, first)
    file_set.write_bytes(bytes(data))
    with pytest.raises(UnreadableFile, match="circle"):
        read_image(ImageRef(file_set))


def test_a_zip_archive_stands_for_its_files_and_nothing_of_it_stays(tmp_path: Path) -> None:
    write(tmp_path / "1.dcm", PIXELS)
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.write(tmp_path / "1.dcm", "study/1.dcm")
        archive.write(tmp_path / "1.dcm", "../../outside.dcm")
        archive.write(tmp_path / "1.dcm", "/absolute.dcm")
        archive.writestr("notes.txt", "no image")
    found = find_images([tmp_path / "a.zip"])
    folder = unpack(tmp_path / "a.zip")
    assert len(found.images) == 3
    assert found.ignored == 1
    assert all(ref.path.is_relative_to(folder) for ref in found.images)
    assert folder.stat().st_mode & 0o077 == 0
    remove_unpacked()
    assert not folder.exists()


def test_an_archive_that_grows_beyond_the_limit_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("radviewer.io.archive.MAX_BYTES", 1000)
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb", bytes(100_000))
    (_, problem), *_ = find_images([tmp_path / "a.zip"]).problems
    assert "more than" in problem.message


def test_a_damaged_archive_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04" + bytes(100))
    (_, problem), *_ = find_images([tmp_path / "a.zip"]).problems
    assert "a.zip" in problem.message
    assert "damaged" in problem.message
