"""Window/level and overlay steps on a 3000 x 3000 x 16 bit radiograph, beside bare pyqtgraph in the same run.

Each step changes one thing and repaints the pane into the window's backing store; the figure is the time from the
change to the end of the repaint: wall clock, and the processor time of the window's thread, which is what counts on
a machine that is busy with other things. Bare pyqtgraph: an `ImageItem` in a `GraphicsView`, levels set by `setLevels`,
with nearest-neighbour (its default) and with smooth scaling.

napari and ndv take part where `RADVIEWER_BENCH_PEERS` names an interpreter that has them (see peers.py).

Run: QT_QPA_PLATFORM=offscreen python benchmarks/bench_display.py
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
import pyqtgraph as pg
from peers import run_peer
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QApplication, QWidget

from radviewer.core.explanation import Explanation, Method
from radviewer.core.geometry import GridTransform
from radviewer.core.image import Image, ImageRef, Window
from radviewer.core.labels import Label
from radviewer.core.measurement import Figure, FigureKind
from radviewer.core.overlay import OverlayStyle
from radviewer.ui.canvas.image_view import ImageView
from radviewer.ui.canvas.measure_item import Drawn, MeasureItem
from radviewer.ui.theme import Theme, panel_font
from radviewer.workbench.prepared import PreparedImage, prepare
from radviewer.workbench.scene import OverlayScene, PaneScene
from radviewer.workbench.settings import ThemeName
from radviewer.workbench.viewing import Placement, Viewport, ZoomMode
from tests.helpers.dicom_files import write

SIZE = (1100, 950)
STEPS = 60


def radiograph() -> PreparedImage:
    """A smooth field with noise, 12 of 16 bits."""
    rows, columns = np.mgrid[0:3000, 0:3000].astype(np.float32) / 3000
    noise = np.random.default_rng(0).normal(0, 60, (3000, 3000)).astype(np.float32)
    field = 2000 + 1200 * np.sin(6 * rows) * np.cos(5 * columns) + noise
    return prepare(Image(np.clip(field, 0, 4095).astype(np.uint16), ImageRef(Path("bench.dcm"))))


def explanation(image: ImageRef, side: int) -> Explanation:
    """A map as the models give them."""
    values = np.random.default_rng(1).random((side, side)).astype(np.float32)
    grid = GridTransform.identity((3000, 3000)).resize(224, 224)
    return Explanation(image, "m", "1", Method.GRADCAM, Label("a", "A"), values, grid, 1.0)


def measure(widget: QWidget, step: Callable[[int], None], *, repaint: bool = True) -> tuple[float, float, float, float]:
    """Wall median and 95th percentile, processor median and 95th percentile, in ms, of a step with its repaint.

    Args:
        widget: What is painted.
        step: Changes it.
        repaint: Paints at once, and again when the event loop comes to it; else it is painted once, as for a user.
    """
    times, worked = [], []
    for number in range(STEPS):
        begin, used = time.perf_counter(), time.thread_time()
        step(number)
        if repaint:
            widget.repaint()
        QApplication.processEvents()
        times.append((time.perf_counter() - begin) * 1000)
        worked.append((time.thread_time() - used) * 1000)
    wall, processor = times[10:], worked[10:]
    return (
        float(np.median(wall)),
        float(np.percentile(wall, 95)),
        float(np.median(processor)),
        float(np.percentile(processor, 95)),
    )


def ours(prepared: PreparedImage, application: QApplication) -> list[tuple[str, float, float, float, float]]:
    """The program's own pane."""
    view = ImageView(Theme(ThemeName.DARK), panel_font())
    view.resize(*SIZE)
    view.show()
    application.processEvents()
    cam, saliency = explanation(prepared.ref, 7), explanation(prepared.ref, 224)
    zoomed = Viewport(ZoomMode.FREE, 0.7, (1500.0, 1500.0))

    def scene(
        level: int = 0, overlay: OverlayScene | None = None, viewport: Viewport | None = None, **rest: object
    ) -> PaneScene:
        return PaneScene(
            prepared=prepared,
            voi=Window(1800 + 5 * level, 2400),
            overlay=overlay,
            viewport=viewport or Viewport(),
            **rest,  # type: ignore[arg-type]
        )

    def layer(opacity: float, explained: Explanation = cam, threshold: float = 0.25) -> OverlayScene:
        return OverlayScene(explained, OverlayStyle(opacity=opacity, threshold=threshold))

    target = view.viewport()
    steps: tuple[tuple[str, Callable[[int], PaneScene]], ...] = (
        ("window step, fitted", scene),
        ("window step, zoomed so that all 16-bit pixels of the part are read", lambda n: scene(n, None, zoomed)),
        ("window step under a Grad-CAM map", lambda n: scene(n, fixed)),
        ("overlay on / off", lambda n: scene(0, fixed if n % 2 else None)),
        ("opacity step, Grad-CAM", lambda n: scene(0, layer(0.2 + (n % 50) / 100))),
        ("opacity step, saliency", lambda n: scene(0, layer(0.2 + (n % 50) / 100, saliency))),
        ("threshold step (colours the map anew)", lambda n: scene(0, layer(0.5, cam, 0.1 + (n % 50) / 100))),
        ("cursor step with its value", lambda n: scene(0, fixed, cursor=(100.0 + n, 200.0))),
    )
    fixed = layer(0.5)
    rows = []
    for name, make in steps:
        view.set_pane(make(0))
        target.repaint()
        rows.append((f"radviewer: {name}", *measure(target, lambda n, make=make: view.set_pane(make(n)))))
    view.hide()
    return rows


def bare(prepared: PreparedImage, application: QApplication) -> list[tuple[str, float, float, float, float]]:
    """The library as it comes."""
    rows = []
    pixels = prepared.image.pixels
    for name, array, smooth in (
        ("nearest, full size", pixels, False),
        ("smooth, full size", pixels, True),
        ("smooth, half size", prepared.levels[1], True),
    ):
        view = pg.GraphicsView()
        view.resize(*SIZE)
        box = pg.ViewBox(lockAspect=True, invertY=True)
        view.setCentralItem(box)
        item = pg.ImageItem(array, axisOrder="row-major", levels=(600, 3000))
        box.addItem(item)
        view.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, smooth)
        view.show()
        application.processEvents()
        step = measure(view.viewport(), lambda n, item=item: item.setLevels((600 + 5 * n, 3000 + 5 * n)))
        rows.append((f"bare pyqtgraph: window step, {name}", *step))
        view.hide()
    return rows


def scrolling(application: QApplication) -> list[tuple[str, float, float, float, float]]:
    """From slice to slice of a CT of 300 x 512 x 512 that is decoded."""
    values = np.random.default_rng(0).integers(0, 4095, (60, 512, 512)).astype(np.int16)
    slices = [prepare(Image(pixels, ImageRef(Path("ct.dcm"), k))) for k, pixels in enumerate(values)]
    view = ImageView(Theme(ThemeName.DARK), panel_font())
    view.resize(*SIZE)
    view.show()
    application.processEvents()
    window = Window(1040, 400)
    step = measure(view.viewport(), lambda n: view.set_pane(PaneScene(prepared=slices[n % 60], voi=window)))
    view.hide()
    return [("radviewer: scroll step, 512 x 512 slices that are decoded", *step)]


class Figures:
    """A layer of twenty measurements with their labels."""

    def __init__(self) -> None:
        self.item = MeasureItem(Theme(ThemeName.DARK), panel_font())
        places = np.random.default_rng(2).uniform(50, 400, (20, 2)).tolist()
        kinds = (FigureKind.DISTANCE, FigureKind.ELLIPSE, FigureKind.RECTANGLE, FigureKind.ELLIPSE)
        words = (("57.2 mm", "PixelSpacing"), ("57.3 ± 12.1 HU", "min -1024  max 300", "1.88 cm²", "PixelSpacing"))
        self.item.set_figures(
            tuple(
                Drawn(str(at), Figure(kinds[at % 4], ((row, column), (row + 40, column + 60))), words[at % 2])
                for at, (row, column) in enumerate(places)
            )
        )

    def follow(self, _scene: PaneScene, placement: Placement | None, size: tuple[float, float]) -> None:
        """Takes where the image lies."""
        self.item.set_placement(placement, size)


def zooming(application: QApplication) -> list[tuple[str, float, float, float, float]]:
    """A zoom step of a CT slice, without and with twenty measurements."""
    values = np.random.default_rng(0).integers(0, 4095, (512, 512)).astype(np.int16)
    prepared, rows = prepare(Image(values, ImageRef(Path("ct.dcm")))), []
    for name, layer in (("", None), (" under 20 measurements", Figures())):
        view = ImageView(Theme(ThemeName.DARK), panel_font())
        view.resize(*SIZE)
        view.show()
        if layer is not None:
            view.add_layer(layer.item, layer, 1.5)
        application.processEvents()

        def step(number: int, view: ImageView = view) -> None:
            zoom = Viewport(ZoomMode.FREE, 1.5 + 0.02 * (number % 30), (250.0, 250.0))
            view.set_pane(PaneScene(prepared=prepared, voi=Window(1040, 400), viewport=zoom))

        rows.append((f"radviewer: zoom step{name}, 512 x 512", *measure(view.viewport(), step, repaint=False)))
        view.hide()
    return rows


def peers() -> list[tuple[str, float, float, float, float]]:
    """Napari and ndv on the same sizes; their processor time is that of all threads."""
    rows = []
    with tempfile.TemporaryDirectory() as folder:
        native = write(Path(folder) / "native.dcm", radiograph().image.pixels)
        for name in ("napari", "ndv"):
            figures = run_peer(name, native)
            for key, words in (
                ("window", "window step, 3000 x 3000"),
                ("scroll", "scroll step, 300 x 512 x 512 in memory"),
                ("first", "first image, read by pydicom"),
            ):
                if key in figures:
                    rows.append((f"{name}: {words}", *_two(figures[key]), *_two(figures[f"{key} CPU"])))
    return rows


def _two(times: list[float]) -> tuple[float, float]:
    return float(np.median(times)), float(np.percentile(times, 95))


START = """
import time
begin = time.perf_counter()
from radviewer import app
application = app.make_application()
from radviewer.ui.main_window import MainWindow
window = MainWindow(app.make_backends())
window.show()
application.processEvents()
window.grab()
print(time.perf_counter() - begin)
"""


def start_seconds() -> list[float]:
    """From the start of Python code to a painted window, in processes of their own."""
    with tempfile.TemporaryDirectory() as home:
        environment = {**os.environ, "RADVIEWER_HOME": home}
        times = []
        for _ in range(3):
            begin = time.perf_counter()
            process = subprocess.Popen(
                [sys.executable, "-c", START], env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
            )
            assert process.stdout is not None
            process.stdout.readline()
            times.append(time.perf_counter() - begin)
            process.kill()
            process.wait()
    return times


def main() -> None:
    """Prints the table."""
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    begin = time.perf_counter()
    prepared = radiograph()
    print(
        f"pane {SIZE[0]} x {SIZE[1]}, image 3000 x 3000 x 16 bit; {time.perf_counter() - begin:.2f} s to make it ready"
    )
    print(f"{'milliseconds':<84}{'median':>8}{'p95':>8}{'CPU':>8}{'p95':>8}")
    own = (*ours(prepared, application), *scrolling(application), *zooming(application))
    for name, *figures in (*own, *bare(prepared, application), *peers()):
        print(f"{name:<84}" + "".join(f"{figure:>8.1f}" for figure in figures))
    times = start_seconds()
    print(f"usable window after the start of the process: median {np.median(times):.2f} s, worst {max(times):.2f} s")


if __name__ == "__main__":
    main()
