"""Exports of the view: what is in them, what is not, and that nothing is overwritten."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import tifffile
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from radviewer.core.errors import InputProblem
from radviewer.io.export import WriteProblem
from radviewer.ui.export.documents import KINDS, Kind, file_name, rgb
from radviewer.ui.export.feature import ExportFeature
from radviewer.ui.export.picture import Part, PictureWish
from radviewer.ui.export.printing import print_picture
from radviewer.ui.main_window import MainWindow
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import square_image

BARE = PictureWish(scale=1.0, maps=False, measurements=False, texts=False)


def exporter(window: MainWindow) -> ExportFeature:
    return next(item for item in window.features if isinstance(item, ExportFeature))


def amber(picture: QImage) -> int:
    """Pixels of the colour of the mark."""
    pixels = rgb(picture).astype(int)
    return int(((pixels[..., 0] > 200) & (pixels[..., 1] > 150) & (pixels[..., 2] < 140)).sum())


@pytest.mark.parametrize("scale", [1.0, 2.0, 3.0])
def test_the_picture_has_the_panes_size_times_the_scale_and_a_marked_band(
    make_window: MakeWindow, scale: float
) -> None:
    window = make_window()
    view = window.parts.grid.shown[0]
    made = exporter(window).make(PictureWish(scale=scale))
    assert made.width() == round(view.width() * scale)
    assert made.height() == round((view.height() + 26) * scale)
    band = made.copy(0, round(view.height() * scale), made.width(), made.height())
    assert amber(band) > 50


def test_the_picture_has_the_grey_values_of_the_screen(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window()
    view = window.parts.grid.shown[0]
    made = rgb(exporter(window).make(BARE))[: view.height()]
    window.state.wish(annotations=False)
    window.state.map_wish(visible=False)
    qtbot.wait(20)
    screen = rgb(view.grab().toImage())
    assert view.placement is not None
    x, y = map(int, view.placement.to_screen(28.0, 44.0))
    assert made.shape == screen.shape
    inside = np.s_[y - 5 : y + 5, x - 5 : x + 5]
    np.testing.assert_array_equal(made[inside], screen[inside])


def test_maps_and_texts_are_left_out_on_request_and_the_screen_stays_as_it_was(
    make_window: MakeWindow, qtbot: QtBot
) -> None:
    window = make_window()
    qtbot.waitUntil(lambda: window.scene.panes[0].overlay is not None)
    view = window.parts.grid.shown[0]
    before, screen = view.pane, rgb(view.grab().toImage())
    full, bare = rgb(exporter(window).make(PictureWish(scale=1.0))), rgb(exporter(window).make(BARE))
    assert (full != bare).any()
    gray = bare[: view.height()].astype(int)
    assert np.abs(gray.max(axis=2) - gray.min(axis=2)).max() <= 4, "without map and texts only greys are left"
    assert view.pane is before
    np.testing.assert_array_equal(rgb(view.grab().toImage()), screen)


def test_all_panes_are_painted_side_by_side(make_window: MakeWindow) -> None:
    window = make_window()
    window.run_action("layout.linked")
    made = exporter(window).make(PictureWish(part=Part.LAYOUT, scale=1.0))
    views = window.parts.grid.shown
    assert len(views) > 1
    assert made.width() == views[-1].geometry().right() - views[0].geometry().left() + 1


@pytest.mark.parametrize("kind", [Kind.PNG, Kind.TIFF, Kind.PDF, Kind.VALUES])
def test_a_file_is_written_once_and_not_overwritten_unasked(
    make_window: MakeWindow, tmp_path: Path, kind: Kind
) -> None:
    window = make_window()
    path = tmp_path / file_name(kind)
    exporter(window).write(path, kind, PictureWish())
    before = path.read_bytes()
    assert before[:4] in (b"\x89PNG", b"II*\0", b"%PDF")
    with pytest.raises(WriteProblem, match="exists already"):
        exporter(window).write(path, kind, BARE)
    assert path.read_bytes() == before
    exporter(window).write(path, kind, BARE, overwrite=True)
    assert [item.name for item in tmp_path.glob("radviewer-*")] == [path.name]


def test_the_values_are_those_that_are_stored_with_spacing_and_slope(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    path = tmp_path / "values.tif"
    exporter(window).write(path, Kind.VALUES, PictureWish())
    with tifffile.TiffFile(path) as file:
        values = file.asarray()
        description = file.pages[0].description
        resolution = file.pages[0].tags["XResolution"].value
    assert window.state.state.image is not None
    wanted = square_image(window.state.state.image).pixels
    assert values.dtype == np.uint16
    np.testing.assert_array_equal(values, wanted)
    assert "value = 1 * stored + -1024 HU" in description and "not for diagnosis" in description
    assert resolution[0] / resolution[1] == pytest.approx(20.0), "0.5 mm are 20 pixels for one cm"


def test_a_copy_is_on_the_clipboard(make_window: MakeWindow) -> None:
    window = make_window()
    window.run_action("file.copy_view")
    assert QGuiApplication.clipboard().image().width() == window.parts.grid.shown[0].width() * 2


def test_a_view_is_printed_on_one_page(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "print.pdf"))
    print_picture(printer, exporter(window).make(PictureWish()))
    assert (tmp_path / "print.pdf").read_bytes().startswith(b"%PDF")


def test_without_an_image_the_window_says_so(make_window: MakeWindow, qtbot: QtBot) -> None:
    window = make_window(open_study=False)
    window.run_action("file.export")
    dialog = exporter(window).dialog
    assert dialog is not None and "no image" in dialog.message.text()
    buttons = (dialog.save, dialog.clipboard, dialog.printer)
    assert not any(button.isEnabled() for button in buttons)
    with pytest.raises(InputProblem):
        exporter(window).make(PictureWish())
    window.activateWindow()
    window.open_paths((Path("/phantom"),))
    qtbot.waitUntil(lambda: window.state.facts.prepared is not None and window.isActiveWindow())
    dialog.activateWindow()
    qtbot.waitUntil(lambda: all(button.isEnabled() for button in buttons))
    assert not dialog.preview.pixmap().isNull()


def test_the_window_offers_every_kind_and_saves_what_it_shows(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    window.run_action("file.export")
    dialog = exporter(window).dialog
    assert dialog is not None and dialog.kind.count() == len(KINDS)
    assert dialog.wish == PictureWish(), "identifiers are left out unless asked for"
    assert not dialog.preview.pixmap().isNull()
    dialog.texts.setChecked(False)
    dialog.save_to(tmp_path / "view.png")
    assert (tmp_path / "view.png").is_file() and "view.png" in dialog.message.text()
    dialog.save_to(tmp_path / "view.png")
    assert "exists already" in dialog.message.text()
    dialog.kind.setCurrentIndex([item.kind for item in KINDS].index(Kind.VALUES))
    dialog.refresh()
    assert not dialog.texts.isEnabled()


def test_in_de_identified_mode_no_dicom_object_is_written(make_window: MakeWindow, tmp_path: Path) -> None:
    window = make_window()
    window.state.wish(deidentified=True)
    with pytest.raises(InputProblem, match="de-identified"):
        exporter(window).write(tmp_path / "view.dcm", Kind.DICOM, PictureWish())
    assert list(tmp_path.glob("*.dcm")) == []


def test_a_picture_that_would_be_too_large_is_refused(make_window: MakeWindow) -> None:
    window = make_window()
    with pytest.raises(InputProblem, match="too large"):
        exporter(window).make(PictureWish(scale=40.0))
