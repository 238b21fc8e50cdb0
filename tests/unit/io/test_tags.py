"""The attributes of a file as the tag browser shows them, and what de-identified mode hides of them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest

from radviewer.core.errors import UnreadableFile
from radviewer.io.export import write_png
from radviewer.io.tag_privacy import is_safe
from radviewer.io.tags import LONGEST, Tag, read_tags
from radviewer.workbench.tag_tree import HIDDEN, MISSING, TagRow, count_different, short, tag_rows
from tests.helpers.dicom_files import item, sequence, write

PIXELS = np.arange(16, dtype=np.uint16).reshape(4, 4)
NINE = {
    "PatientName": "Canary^Name", "PatientID": "CANARY-ID", "PatientBirthDate": "19010203",
    "AccessionNumber": "CANARY-ACC", "InstitutionName": "Canary Clinic", "ReferringPhysicianName": "Canary^Doctor",
    "StudyDate": "19040506", "StudyDescription": "Canary study", "StudyInstanceUID": "1.2.840.99999.7",
}  # fmt: skip


def written(path: Path, **attributes: object) -> Path:
    nested = item(ReferencedSOPInstanceUID="1.2.3.4", CodeMeaning="inner")
    return write(path, PIXELS, **{"ReferencedImageSequence": sequence(nested, nested), **NINE, **attributes})


def named(tags: tuple[Tag, ...], keyword: str) -> Tag:
    return next(tag for tag in tags if tag.keyword == keyword)


def all_rows(rows: list[TagRow]) -> Iterator[TagRow]:
    for row in rows:
        yield row
        yield from all_rows(row.children)


def test_every_attribute_is_there_with_number_kind_keyword_and_value(tmp_path: Path) -> None:
    tags = read_tags(written(tmp_path / "a.dcm"))
    name = named(tags, "PatientName")
    assert (name.number, name.vr, name.value, name.path) == ("(0010,0010)", "PN", "Canary^Name", "$['00100010']")
    assert named(tags, "Rows").value == "4"
    assert named(tags, "PixelData").value == "<32 bytes>"
    assert [tag.number for tag in tags] == sorted(tag.number for tag in tags)
    assert "Explicit VR Little Endian" in tags[0].value


def test_sequences_are_nested_with_json_paths(tmp_path: Path) -> None:
    found = named(read_tags(written(tmp_path / "a.dcm")), "ReferencedImageSequence")
    assert found.value == "2 items" and [child.number for child in found.children] == ["Item 1", "Item 2"]
    inner = found.children[1].children
    assert [tag.keyword for tag in inner] == ["CodeMeaning", "ReferencedSOPInstanceUID"]
    assert named(inner, "ReferencedSOPInstanceUID").path == "$['00081140'].Value[1]['00081155']"


def test_private_attributes_are_shown_as_such(tmp_path: Path) -> None:
    from tests.helpers.dicom_files import dataset_of, save

    dataset = dataset_of(PIXELS)
    block = dataset.private_block(0x0011, "ACME", create=True)
    block.add_new(0x01, "LO", "secret recipe")
    tags = read_tags(save(tmp_path / "p.dcm", dataset))
    found = next(tag for tag in tags if tag.value == "secret recipe")
    assert found.private and not found.keyword and not found.safe


def test_a_value_that_is_too_long_is_cut_and_its_length_is_said(tmp_path: Path) -> None:
    tags = read_tags(written(tmp_path / "a.dcm", ImageComments="x" * 9000, TextValue="y" * (LONGEST + 7)))
    assert len(named(tags, "ImageComments").value) == 9000 and named(tags, "ImageComments").size == 0
    assert (len(named(tags, "TextValue").value), named(tags, "TextValue").size) == (LONGEST, LONGEST + 7)
    assert short("abc") == "abc"
    assert short("x" * 9000).endswith("(9,000 in all)") and len(short("x" * 9000)) < 200


def test_pictures_show_the_facts_of_their_header(tmp_path: Path) -> None:
    write_png(tmp_path / "a.png", np.zeros((3, 5), np.uint8))
    facts = {tag.name: tag.value for tag in read_tags(tmp_path / "a.png")}
    assert facts["File type"] == "png" and (facts["Rows"], facts["Columns"]) == ("3", "5")


def test_a_file_that_is_missing_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFile):
        read_tags(tmp_path / "none.dcm")


def test_nothing_of_nine_identifiers_is_shown_or_found_in_de_identified_mode(tmp_path: Path) -> None:
    tags = read_tags(written(tmp_path / "a.dcm", Manufacturer="ACME", WindowCenter=40))
    shown = " ".join(f"{row.line} {row.value}" for row in all_rows(tag_rows(tags, hidden=True)))
    assert [value for value in NINE.values() if value in shown] == []
    assert "ACME" in shown and "40" in shown and HIDDEN in shown
    assert tag_rows(tags, words="canary", hidden=True) == []
    assert len(tag_rows(tags, words="canary")) == 6


@pytest.mark.parametrize(
    ("tag", "keyword", "vr", "safe"),
    [
        (0x00280010, "Rows", "US", True),
        (0x00080016, "SOPClassUID", "UI", True),
        (0x00080018, "SOPInstanceUID", "UI", False),
        (0x00101010, "PatientAge", "AS", False),
        (0x00101030, "PatientWeight", "DS", False),
        (0x00091001, "", "LO", False),
        (0x00204000, "ImageComments", "LT", False),
        (0x60003000, "OverlayData", "OW", False),
        (0x00080021, "SeriesDate", "DA", False),
        (0x00081140, "ReferencedImageSequence", "SQ", True),
        (0x00081120, "ReferencedPatientSequence", "SQ", False),
    ],
)
def test_only_what_is_known_to_be_harmless_is_shown(tag: int, keyword: str, vr: str, safe: bool) -> None:
    assert is_safe(tag, keyword, vr) is safe


def test_a_search_keeps_the_sequence_around_a_hit(tmp_path: Path) -> None:
    rows = tag_rows(read_tags(written(tmp_path / "a.dcm")), words="inner")
    assert [row.tag.keyword for row in rows] == ["ReferencedImageSequence"]
    assert all([leaf.value for leaf in child.children] == ["inner"] for child in rows[0].children)
    assert rows[0].children[1].parent is rows[0] and rows[0].children[1].place == 1


def test_differences_to_another_image_are_marked_and_can_be_shown_alone(tmp_path: Path) -> None:
    one = read_tags(written(tmp_path / "a.dcm", InstanceNumber=1, ImageComments="only here"))
    other = read_tags(written(tmp_path / "b.dcm", InstanceNumber=2, EchoTime=80))
    rows = tag_rows(one, other, only_different=True)
    found = {row.tag.keyword: (row.value, row.other) for row in rows}
    assert found == {
        "InstanceNumber": ("1", "2"),
        "ImageComments": ("only here", MISSING),
        "EchoTime": (MISSING, "80.0"),
    }
    assert count_different(tag_rows(one, other)) == 3
    assert count_different(tag_rows(one, one)) == 0
