"""What is told about opened files and about the image on the screen."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from radviewer.core.errors import Problem
from radviewer.core.image import ImageFacts, ImageRef
from radviewer.core.study import Catalog
from radviewer.workbench.catalogs import joined, summary
from radviewer.workbench.remarks import remarks_page, remarks_title
from tests.ui.fakes import square_image

A, B = Path("/a.dcm"), Path("/b.dcm")


def test_copies_orphans_and_notes_are_told_with_their_files() -> None:
    text, details = summary(Catalog(duplicates=(A,), orphans=(B,), notes=("One identifier is used twice.",)))
    assert text == "3 remarks on what was opened."
    assert all(word in details for word in ("/a.dcm", "The same file again", "/b.dcm", "One identifier is used twice."))


def test_one_remark_is_told_in_its_own_words() -> None:
    assert summary(Catalog(duplicates=(A,)))[0] == "1 copy of another file is listed only once."
    assert summary(Catalog(orphans=(A, B)))[0] == "2 files do not say which study they belong to."
    assert summary(Catalog(ignored=7)) == ("", "")


def test_a_refused_file_comes_first_and_remarks_follow() -> None:
    problem = Problem("unreadable", "a.dcm is damaged.", "Copy it again.")
    text, details = summary(Catalog(problems=((A, problem),), duplicates=(B,), ignored=3))
    assert text == "a.dcm is damaged. Copy it again. 1 copy of another file is listed only once."
    assert details.splitlines()[0] == "/a.dcm"
    assert "3 files that are no images were left alone." in details


def test_joining_keeps_orphans_and_notes() -> None:
    both = joined(Catalog(orphans=(A,), notes=("x",)), Catalog(orphans=(B,), notes=("x", "y")))
    assert (both.orphans, both.notes) == ((A, B), ("x", "y"))


def test_a_remark_is_named_and_several_are_counted() -> None:
    image = square_image(ImageRef(A))
    assert remarks_title(image) == ""
    odd = replace(image, facts=ImageFacts(warnings=("This is a colour picture, not a radiograph or slice.",)))
    assert remarks_title(odd) == "This is a colour picture, not a radiograph or slice."
    assert remarks_title(replace(image, facts=ImageFacts(warnings=("x", "y")))) == "2 remarks on this image"


def test_the_page_shows_the_way_of_the_pixels_and_keeps_text_of_the_file_inert() -> None:
    image = square_image(ImageRef(A), facts=ImageFacts(decoder="OpenJPEG", warnings=("<b>[x](http://y)\nz",)))
    page = remarks_page(image)
    assert "OpenJPEG" in page
    assert "<b>" not in page.replace("\\<b\\>", "")
    assert "\\[x\\]\\(http://y\\) z" in page
    assert "0.5 x 0.5 mm" in page
