"""napari and ndv doing the same as the program, in an interpreter of their own; the other benchmarks start this file.

They are no dependencies. Make a throw-away environment and name its interpreter:

    python -m venv /tmp/peers && /tmp/peers/bin/pip install napari ndv PySide6 vispy pydicom
    RADVIEWER_BENCH_PEERS=/tmp/peers/bin/python python benchmarks/bench_display.py

They draw with OpenGL, so a machine without display needs `xvfb-run` and software rendering. Prints one JSON object:
name of the figure -> milliseconds of each step.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

STEPS = 40
VARIABLE = "RADVIEWER_BENCH_PEERS"


def run_peer(name: str, native: Path) -> dict[str, list[float]]:
    """The figures of a peer; empty where no interpreter is named or the peer does not run there.

    Args:
        name: "napari" or "ndv".
        native: An uncompressed DICOM file of 3000 x 3000 pixels.
    """
    python = os.environ.get(VARIABLE)
    if not python:
        return {}
    command = [python, str(Path(__file__).resolve()), name, str(native)]
    environment = {key: value for key, value in os.environ.items() if key != "QT_QPA_PLATFORM"}
    if not os.environ.get("DISPLAY") and shutil.which("xvfb-run"):
        command = ["xvfb-run", "-a", "-s", "-screen 0 1280x1024x24", *command]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=600, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("{")]
    return dict(json.loads(lines[-1])) if lines else {}


def _steps(
    name: str, change: Callable[[int], None], repaint: Callable[[], None], count: int = STEPS
) -> dict[str, list[float]]:
    """Wall clock, and processor time of all threads, which draw in software where there is no GPU."""
    times, worked = [], []
    for number in range(count):
        begin, used = time.perf_counter(), time.process_time()
        change(number)
        repaint()
        times.append((time.perf_counter() - begin) * 1000)
        worked.append((time.process_time() - used) * 1000)
    return {name: times[3:], f"{name} CPU": worked[3:]}


def _once(work: Callable[[], object]) -> dict[str, list[float]]:
    begin, used = time.perf_counter(), time.process_time()
    work()
    return {"first": [(time.perf_counter() - begin) * 1000], "first CPU": [(time.process_time() - used) * 1000]}


def _read(path: str) -> Any:
    import pydicom

    return pydicom.dcmread(path).pixel_array


def napari_figures(native: str) -> dict[str, list[float]]:
    """napari's: layers of a viewer."""
    import napari
    import numpy as np
    from qtpy.QtWidgets import QApplication

    viewer = napari.Viewer(show=True)  # its own start does not count
    application = QApplication.instance()

    def repaint() -> None:
        application.processEvents()
        viewer.window._qt_viewer.canvas._scene_canvas.native.repaint()
        application.processEvents()

    def show() -> None:
        viewer.add_image(_read(native), contrast_limits=(600, 3000))
        repaint()

    figures = _once(show)
    layer = viewer.layers[0]
    figures |= _steps("window", lambda n: setattr(layer, "contrast_limits", (600 + 5 * n, 3000 + 5 * n)), repaint)
    viewer.layers.clear()
    viewer.add_image(np.random.default_rng(0).integers(0, 4095, (300, 512, 512)).astype(np.int16))
    return figures | _steps("scroll", lambda n: viewer.dims.set_point(0, 100 + n), repaint)


def ndv_figures(native: str) -> dict[str, list[float]]:
    """ndv's: an array viewer; its slices come from a thread, so a step waits for them."""
    import numpy as np
    from PySide6.QtWidgets import QApplication

    application = QApplication([])
    import ndv
    from ndv.models import ClimsManual

    viewers = [ndv.ArrayViewer(np.zeros((8, 8), np.uint16))]
    viewers[0].show()
    application.processEvents()

    def repaint() -> None:
        viewer = viewers[-1]
        while viewer._futures:
            application.processEvents()
        viewer._canvas.refresh()
        application.processEvents()

    def show() -> None:
        viewers.append(ndv.ArrayViewer(_read(native)))
        viewers[-1].show()
        repaint()

    figures = _once(show)

    def window_step(n: int) -> None:
        viewers[-1].display_model.default_lut.clims = ClimsManual(min=600 + 5 * n, max=3000 + 5 * n)

    figures |= _steps("window", window_step, repaint)
    viewers.append(ndv.ArrayViewer(np.random.default_rng(0).integers(0, 4095, (300, 512, 512)).astype(np.int16)))
    viewers[-1].show()
    repaint()
    return figures | _steps("scroll", lambda n: viewers[-1].display_model.current_index.update({0: 100 + n}), repaint)


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    print(json.dumps({"napari": napari_figures, "ndv": ndv_figures}[sys.argv[1]](sys.argv[2])), flush=True)
    os._exit(0)  # their threads would keep the process
