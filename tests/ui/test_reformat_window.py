"""The reformat window on a volume with one bright ball: gestures, lines, slabs, warnings, cancelling."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import numpy as np
import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from radviewer.core.image import Image, ImageRef, Window
from radviewer.ui.mpr.feature import ReformatFeature
from radviewer.ui.mpr.plane_pane import PlanePane
from radviewer.ui.mpr.planes_view import PlanesView
from radviewer.ui.mpr.reformat_window import ReformatWindow
from radviewer.ui.mpr.tools import Drag
from radviewer.ui.theme import Theme
from radviewer.workbench.mpr import Slab, SlabMode, View
from radviewer.workbench.settings import ThemeName
from tests.helpers.volumes import STRAIGHT, places, positions, slice_image
from tests.ui.conftest import MakeWindow
from tests.ui.fakes import FakeDecoder, make_catalog

SHAPE = (40, 64, 64)
BALL = (28, 20, 44)  # slice, row, column
LEFT, NO = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def images(*, tilt: float = 0.0) -> list[Image]:
    grid = np.stack(np.meshgrid(*(np.arange(n) for n in SHAPE), indexing="ij"), axis=-1)
    values = np.where(np.linalg.norm((grid - BALL) * (2.0, 1.0, 1.0), axis=-1) < 5, 1100, 1000).astype(np.int16)
    where = places(SHAPE[1:], (1.0, 1.0), STRAIGHT, positions(SHAPE[0], 2.0, STRAIGHT, tilt=tilt))
    return [slice_image(values[k], where[k], k) for k in range(SHAPE[0])]


class Source:
    """Gives slices, at once or when told to."""

    def __init__(self, made: list[Image]) -> None:
        self._images = {image.ref: image for image in made}
        self.refs = list(self._images)
        self.gate = threading.Event()
        self.gate.set()
        self._executor = ThreadPoolExecutor(1, thread_name_prefix="source")

    def submit(self, ref: ImageRef) -> Future[Image]:
        return self._executor.submit(lambda: self.gate.wait(20) and self._images[ref])

    def close(self) -> None:
        self.gate.set()
        self._executor.shutdown(wait=True, cancel_futures=True)


class Bench:
    """A window on a source."""

    def __init__(self, qtbot: QtBot, source: Source) -> None:
        self.qtbot, self.source = qtbot, source
        self.problems: list[object] = []
        self.window = ReformatWindow("Axial", source.refs, source.submit, Theme(ThemeName.DARK))
        self.window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        self.window.failed.connect(self.problems.append)
        self.window.resize(900, 760)
        self.window.show()

    def wait(self) -> PlanesView:
        self.qtbot.waitUntil(lambda: self.window.planes is not None and not self.window.planes.unfinished)
        assert self.window.planes is not None
        return self.window.planes


@pytest.fixture
def open_window(qtbot: QtBot) -> Iterator[object]:
    made: list[Bench] = []

    def make(source: list[Image] | None = None, *, hold: bool = False) -> Bench:
        slices = Source(images() if source is None else source)
        if hold:
            slices.gate.clear()
        made.append(Bench(qtbot, slices))
        return made[-1]

    yield make
    for bench in made:
        bench.window.close()
        bench.source.close()
        bench.window._executor.shutdown(wait=True)
        bench.window.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def move(pane: PlanePane, kind: QEvent.Type, at: QPointF, button: Qt.MouseButton, buttons: Qt.MouseButton) -> None:
    event = QMouseEvent(kind, at, pane.mapToGlobal(at), button, buttons, NO)
    QApplication.sendEvent(pane, event)


def drag(pane: PlanePane, start: QPointF, *stops: QPointF, button: Qt.MouseButton = LEFT) -> None:
    move(pane, QEvent.Type.MouseButtonPress, start, button, button)
    for stop in stops:
        move(pane, QEvent.Type.MouseMove, stop, Qt.MouseButton.NoButton, button)
    move(pane, QEvent.Type.MouseButtonRelease, stops[-1], button, Qt.MouseButton.NoButton)


def scroll(pane: PlanePane, notches: int) -> None:
    at = QPointF(pane.rect().center())
    event = QWheelEvent(
        at, pane.mapToGlobal(at), QPoint(), QPoint(0, 120 * notches), Qt.MouseButton.NoButton, NO,
        Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(pane, event)


def brightest(pane: PlanePane) -> tuple[float, float]:
    """Where the bright ball's middle is in a pane, by its pixels."""
    pane.repaint()
    picture = pane.grab().toImage().convertToFormat(pane.grab().toImage().Format.Format_Grayscale8)
    shape = (picture.height(), picture.bytesPerLine())
    gray = np.frombuffer(picture.constBits(), np.uint8).reshape(shape)[:, : picture.width()]
    rows, columns = np.nonzero(gray[30:-45] > 190)  # without frame, texts and scale
    return float(columns.mean()) + 0.5, float(rows.mean()) + 30.5


def ball_point(planes: PlanesView) -> np.ndarray:
    return planes.geometry_of_volume.to_patient(BALL)


def test_a_click_brings_all_planes_to_the_point_and_the_ball_is_seen_in_each(open_window) -> None:
    bench = open_window()
    planes = bench.wait()
    point = ball_point(planes)
    for view in (View.AXIAL, View.CORONAL):  # the first sets two of the three coordinates, the second the last
        pane = planes.panes[view]
        x, y = pane.placement.to_screen(point)
        drag(pane, QPointF(x + 60, y + 50), QPointF(x, y))
        bench.wait()
    assert np.abs(np.asarray(planes.state.point) - point).max() <= 1.0
    planes.tools.lines_requested.emit(False)
    planes.tools.window_requested.emit(Window(50, 1))
    bench.wait()
    for pane in planes.panes.values():
        pane.set_texts(type(pane.texts)())
        seen = brightest(pane)
        np.testing.assert_allclose(seen, pane.placement.to_screen(point), atol=pane.placement.scale * 1.2)


def test_the_wheel_goes_from_slice_to_slice_and_the_other_panes_lines_follow(open_window) -> None:
    bench = open_window()
    planes = bench.wait()
    before = planes.state.point
    scroll(planes.panes[View.AXIAL], -3)
    bench.wait()
    np.testing.assert_allclose(np.subtract(planes.state.point, before), (0, 0, 6.0), atol=1e-9)
    scroll(planes.panes[View.SAGITTAL], 1)
    bench.wait()
    np.testing.assert_allclose(np.subtract(planes.state.point, before), (1.0, 0, 6.0), atol=1e-9)


def test_scrolling_stops_at_the_ends(open_window) -> None:
    bench = open_window()
    planes = bench.wait()
    for _ in range(60):
        scroll(planes.panes[View.AXIAL], -1)
    bench.wait()
    np.testing.assert_allclose(planes.geometry_of_volume.to_index(planes.state.point)[0], SHAPE[0] - 1)


def test_dragging_a_handle_turns_the_other_planes_and_leaves_the_pane_as_it_is(open_window) -> None:
    from radviewer.ui.mpr.drawing import handle_places

    bench = open_window()
    planes = bench.wait()
    pane = planes.panes[View.AXIAL]
    before = planes.state.plane(View.AXIAL)
    line = next(line for line in pane.lines if line.view is View.CORONAL)
    at = pane.placement.to_screen(planes.state.point)
    handle = handle_places(line, at, pane.pane_size)[0]
    away = np.array((handle.x() - at[0], handle.y() - at[1]))
    angle = np.deg2rad(20)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    x, y = turn @ away + at
    drag(pane, handle, QPointF(x, y))
    bench.wait()
    after = planes.state.plane(View.AXIAL)
    np.testing.assert_allclose(after.right, before.right, atol=1e-9)
    coronal = planes.state.plane(View.CORONAL)
    np.testing.assert_allclose(coronal.right, (np.cos(angle), np.sin(angle), 0), atol=1e-6)
    assert planes.panes[View.CORONAL].texts.title == "Coronal (turned)"
    planes.tools.reset_requested.emit()
    bench.wait()
    assert planes.panes[View.CORONAL].texts.title == "Coronal"


def test_a_line_is_dragged_across_itself_only(open_window) -> None:
    bench = open_window()
    planes = bench.wait()
    pane = planes.panes[View.AXIAL]
    x, y = pane.placement.to_screen(planes.state.point)
    before = np.array(planes.state.point)
    drag(pane, QPointF(x + 60, y), QPointF(x + 65, y + 10), QPointF(x + 90, y + 20))
    bench.wait()
    moved = np.array(planes.state.point) - before
    np.testing.assert_allclose(moved, (0, 20 / pane.placement.scale, 0), atol=0.3)


def test_a_slab_says_its_thickness_and_shows_the_maximum(open_window) -> None:
    bench = open_window()
    planes = bench.wait()
    point = ball_point(planes) - (0, 0, 14.0)
    planes.wish(planes.state.moved(point, planes.geometry_of_volume))
    bench.wait()
    axial = planes.panes[View.AXIAL]
    assert planes._renderer.value_at(View.AXIAL, point) == 0
    planes.tools.slab_requested.emit(Slab(SlabMode.MAXIMUM, 30.0))
    bench.wait()
    assert axial.texts.subtitle == "MIP 30 mm"
    assert planes._renderer.value_at(View.AXIAL, point) == 100


def test_the_readout_names_place_and_value_with_the_unit(open_window) -> None:
    bench = open_window()
    planes = bench.wait()
    planes.wish(planes.state.moved(ball_point(planes), planes.geometry_of_volume))
    bench.wait()
    pane = planes.panes[View.AXIAL]
    x, y = pane.placement.to_screen(ball_point(planes))
    move(pane, QEvent.Type.MouseMove, QPointF(x, y), Qt.MouseButton.NoButton, Qt.MouseButton.NoButton)
    assert pane.texts.readout.startswith("L 4.0  P 45.0  H 166.0 mm: 100")
    assert pane.texts.readout.endswith("HU")
    assert planes.panes[View.CORONAL].texts.readout == ""


def test_orientation_letters_stand_at_the_right_edges(open_window) -> None:
    planes = open_window().wait()
    texts = {view: pane.texts for view, pane in planes.panes.items()}
    assert (texts[View.AXIAL].left, texts[View.AXIAL].top) == ("R", "A")
    assert (texts[View.CORONAL].right, texts[View.CORONAL].bottom) == ("L", "F")
    assert (texts[View.SAGITTAL].left, texts[View.SAGITTAL].top) == ("A", "H")


def test_a_window_drag_changes_all_panes(open_window) -> None:
    bench = open_window()
    planes = bench.wait()
    planes.tools.drag.chosen.emit(Drag.WINDOW)
    pane = planes.panes[View.SAGITTAL]
    before = planes.state.voi
    drag(pane, QPointF(30, 40), QPointF(130, 40))
    bench.wait()
    assert planes.state.voi.width > before.width
    assert len({each.texts.window for each in planes.panes.values()}) == 1


def test_a_turned_slab_is_shown_at_once_and_made_fine_when_the_hand_rests(open_window) -> None:
    bench = open_window()
    planes = bench.wait()
    planes.wish(planes.state.turned(View.CORONAL, 0.3))
    planes.tools.slab_requested.emit(Slab(SlabMode.MEAN, 40.0))
    planes.render_now()
    coarse = planes._renderer.picture(View.AXIAL)
    assert planes.unfinished
    bench.wait()
    fine = planes._renderer.picture(View.AXIAL)
    assert fine.spacing[0] < coarse.spacing[0]


def test_tilt_is_told_with_its_angle(open_window) -> None:
    bench = open_window(images(tilt=12.0))
    bench.wait()
    assert "12.0 degrees" in bench.window.strip.text


def test_progress_is_seen_and_closing_stops_the_decoding(open_window, qtbot: QtBot) -> None:
    bench = open_window(hold=True)
    qtbot.wait(50)
    assert bench.window.planes is None
    bench.source.gate.set()
    qtbot.waitUntil(lambda: bench.window.bar.value() > 0 or bench.window.planes is not None)
    held = open_window(hold=True)
    held.window.close()
    held.window._executor.shutdown(wait=True)
    assert held.window.planes is None


def test_what_is_no_volume_is_told_and_the_window_closes(open_window, qtbot: QtBot) -> None:
    bench = open_window(images()[:1])
    qtbot.waitUntil(lambda: bool(bench.problems))
    assert "One image is no volume" in bench.problems[0].message
    assert not bench.window.isVisible()


def test_the_action_opens_the_series_on_the_screen(make_window: MakeWindow, qtbot: QtBot) -> None:
    made = images()

    def slice_of(ref: ImageRef) -> Image:
        from dataclasses import replace

        return replace(made[int(ref.path.stem[1:])], ref=ref)

    window = make_window(make_catalog(SHAPE[0]), decoder=FakeDecoder(slice_of))
    feature = next(item for item in window.features if isinstance(item, ReformatFeature))
    window.run_action("series.reformat")
    (opened,) = feature.windows
    qtbot.waitUntil(lambda: opened.planes is not None and not opened.planes.unfinished)
    assert "Phantom" not in opened.windowTitle()
    assert opened.windowTitle().endswith("Axial")
    opened.close()
    qtbot.waitUntil(lambda: feature.windows == ())
