"""Steps in a 2 x 2 layout on the real window: four linked series of CT slices or of large radiographs.

Each step goes the way that a user's goes: a wish to the state, linking, `resolve`, the presenter, and the repaint of
all four panes into the window's backing store. The figure is the time from the wish until the event loop has nothing
left: by the clock, and as processor time of the window's thread, which counts on a machine that is busy with other
things. Images of a scroll step are decoded and prepared beforehand ("once cached").

Reach: window step <= 33 ms, scroll step <= 16 ms, overlay toggle <= 5 ms, each at the 95th percentile.

Run: QT_QPA_PLATFORM=offscreen python benchmarks/bench_layout.py
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from radviewer.core.explanation import Explanation, Method
from radviewer.core.geometry import GridTransform, PixelSpacing
from radviewer.core.image import Image, ImageFacts, ImageRef, Rescale, Window
from radviewer.core.planes import slice_plane
from radviewer.core.prediction import GateResult, Prediction, Score
from radviewer.core.study import Catalog, Instance, Series, Study
from radviewer.ui.main_window import MainWindow
from radviewer.workbench.cells import Link
from radviewer.workbench.requests import AssistRequest, AssistResult
from radviewer.workbench.settings import Settings, save
from tests.ui.fakes import LABELS, FakeDecoder, make_backends

SIZE = (1920, 1080)
STEPS, WARM = 60, 10
SLICES = {512: 60, 3000: 6}  # of a series, by the side of its images
AXIAL = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0)


def pixels(side: int) -> np.ndarray:
    """A smooth field with noise, 12 of 16 bits."""
    rows, columns = np.mgrid[0:side, 0:side].astype(np.float32) / side
    noise = np.random.default_rng(0).normal(0, 60, (side, side)).astype(np.float32)
    field = 2000 + 1200 * np.sin(6 * rows) * np.cos(5 * columns) + noise
    return np.clip(field, 0, 4095).astype(np.uint16)


def catalog(side: int) -> Catalog:
    """Four axial series of one frame of reference, so that they scroll by position."""
    spacing = (300.0 / side, 300.0 / side)
    series = tuple(
        Series(
            f"s{number}",
            f"Series {number}",
            "CT",
            tuple(
                Instance(
                    Path(f"/bench/{number}/{at}.dcm"),
                    planes=(slice_plane((0.0, 0.0, 3.0 * at), AXIAL, spacing, (side, side)),),
                    frame_of_reference="2.25.1",
                )
                for at in range(SLICES[side])
            ),
        )
        for number in range(4)
    )
    return Catalog((Study("b", "Bench", "B", "", "20260101", series),))


def make_window(folder: Path, side: int) -> MainWindow:
    """The window with four series in four panes, all their images cached."""
    base = pixels(side)

    def read(ref: ImageRef) -> Image:
        at = int(ref.path.stem)
        return Image(
            np.roll(base, 7 * at, axis=0),
            ref,
            modality_lut=Rescale(1.0, -1024.0, "HU"),
            voi=(Window(1000, 2400),),
            spacing=PixelSpacing(300.0 / side, 300.0 / side),
            orientation=AXIAL,
            position=(0.0, 0.0, 3.0 * at),
            facts=ImageFacts(kind="dicom", modality="CT", bits_stored=12),
        )

    (folder / "config").mkdir()
    settings = Settings(notice_accepted=True, auto_predict=False, hang_studies=False)
    save(settings, folder / "config" / "settings.toml")
    window = MainWindow(make_backends(folder, catalog(side), decoder=FakeDecoder(read)))
    window.resize(*SIZE)
    window.show()
    window.open_paths((Path("/bench"),))
    wait(lambda: window.state.facts.count == SLICES[side])
    window.run_action("layout.2x2")
    window.state.wish(links=frozenset({Link.POSITION, Link.WINDOW, Link.ZOOM, Link.PAN, Link.CURSOR, Link.LINES}))
    for at in range(SLICES[side]):
        window.navigator.step(1 if at else 0)
        wait(lambda at=at: settled(window, at))
    return window


def settled(window: MainWindow, at: int) -> bool:
    """Whether slice `at` is in all four panes."""
    facts = window.state.facts
    return not window.loader.busy and all(cell.index == at and cell.prepared is not None for cell in facts.cells)


def wait(done: Callable[[], bool]) -> None:
    """Lets the window work until something is so."""
    end = time.monotonic() + 120
    while not done():
        QApplication.processEvents()
        if time.monotonic() > end:
            raise TimeoutError("the window did not come to rest")


def give_maps(window: MainWindow, side: int) -> None:
    """A prediction with a Grad-CAM map for the image of each cell."""
    state = window.state.state
    for number, cell in enumerate(state.cells):
        assert cell.image is not None
        model = state.model_id or "brain-mri"
        request = AssistRequest(cell.image, model)
        scores = tuple(Score(label, 1.0, 0.3, True) for label in LABELS)
        prediction = Prediction(cell.image, model, "1", "cpu", scores, (), GateResult(), seconds=0.1)
        values = np.random.default_rng(number).random((7, 7)).astype(np.float32)
        grid = GridTransform.identity((side, side)).resize(224, 224)
        made = Explanation(cell.image, model, "1", Method.GRADCAM, scores[0].label, values, grid, 1.0)
        facts = window.state.facts.with_cell(number, result=AssistResult(request, prediction, (made,)))
        window.state.put(window.state.state, facts)


class Painted(QObject):
    """Which widgets were painted."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[QObject] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes a widget."""
        if event.type() is QEvent.Type.Paint:
            self.seen.add(watched)
        return False


def painted(window: MainWindow, step: Callable[[int], None]) -> int:
    """How many panes a step paints anew in one pass of the event loop."""
    watch = Painted()
    targets = [view.viewport() for view in window.parts.grid.shown]
    step(0)
    QApplication.processEvents()
    for target in targets:
        target.installEventFilter(watch)
    step(1)
    QApplication.processEvents()
    for target in targets:
        target.removeEventFilter(watch)
    return len(watch.seen)


def measure(window: MainWindow, step: Callable[[int], None]) -> tuple[float, ...]:
    """Wall median and 95th percentile, processor median and 95th percentile, in ms, of a step with all repaints.

    The panes repaint as they do for a user, together in one pass of the event loop.
    """
    times, worked = [], []
    assert painted(window, step) == len(window.parts.grid.shown), "a pane was not painted anew"
    for number in range(STEPS + WARM):
        begin, used = time.perf_counter(), time.thread_time()
        step(number)
        QApplication.processEvents()
        times.append((time.perf_counter() - begin) * 1000)
        worked.append((time.thread_time() - used) * 1000)
    wall, processor = times[WARM:], worked[WARM:]
    return tuple(
        float(value)
        for kind in (wall, processor)
        for value in (np.median(kind), np.percentile(kind, 95))
    )  # fmt: skip


def rows(window: MainWindow, side: int) -> list[tuple[str, tuple[float, ...]]]:
    """All figures of one size."""
    state = window.state
    name = f"4 x {side} x {side}"
    found = [
        (
            f"{name}: linked window step",
            measure(window, lambda n: state.look(voi=Window(1000 + 5 * n, 2400))),
        ),
        (
            f"{name}: linked scroll step, cached",
            measure(window, lambda n: window.navigator.step(1 if (n // (SLICES[side] - 1)) % 2 else -1)),
        ),
        (f"{name}: cursor in the patient", measure(window, lambda n: state.wish(cursor=(50.0 + n, 80.0), pointed=0))),
    ]
    give_maps(window, side)
    found.append((f"{name}: overlay on / off", measure(window, lambda n: state.map_wish(visible=bool(n % 2)))))
    state.map_wish(visible=True)
    found.append((f"{name}: opacity step", measure(window, lambda n: state.map_style(opacity=0.2 + (n % 50) / 100))))
    window.run_action("view.zoom_in")
    found.append(
        (
            f"{name}: linked window step under maps, zoomed",
            measure(window, lambda n: state.look(voi=Window(1000 + 5 * n, 2400))),
        )
    )
    return found


def main() -> None:
    """Prints the table."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    print(f"window {SIZE[0]} x {SIZE[1]}, 2 x 2 panes, all repainted in each step")
    print(f"{'milliseconds':<64}{'median':>8}{'p95':>8}{'CPU':>8}{'p95':>8}")
    for side in (512, 3000):
        with tempfile.TemporaryDirectory() as folder:
            window = make_window(Path(folder), side)
            panes = window.parts.grid.shown
            print(f"pane {panes[0].width()} x {panes[0].height()}")
            for name, figures in rows(window, side):
                print(f"{name:<64}" + "".join(f"{figure:>8.1f}" for figure in figures))
            window.close()
            application.processEvents()


if __name__ == "__main__":
    main()
