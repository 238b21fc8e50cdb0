"""How long opening takes: the first image, each decoder, a CT stack, headers of many files, and window/level beside it.

Prints a table of medians and 95th percentiles beside bare pydicom where that can do the same, and beside napari and ndv
(see peers.py) for the first image. 3000 x 3000 x 16 bit unless said otherwise.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path

import imagecodecs
import numpy as np
import psutil
import pydicom
from openjpeg.utils import encode_array
from pydicom.uid import HTJ2KLossless, JPEG2000Lossless, JPEGLosslessSV1, JPEGLSLossless, RLELossless

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from peers import run_peer

from radviewer.core.grayscale import display_table, display_values, full_range
from radviewer.core.image import ImageRef
from radviewer.io.catalog import scan
from radviewer.io.decode_pool import DecodePool
from radviewer.io.decode_process import default_processes
from radviewer.io.reader import read_image
from tests.helpers.dicom_files import write, write_encapsulated

SIZE = 3000
REPEATS = 7


def radiograph(size: int = SIZE) -> np.ndarray:
    """A smooth picture of 12 bits with noise, which compresses about like a radiograph."""
    rows, columns = np.indices((size, size), dtype=np.float32)
    plane = 2048 + 1200 * np.sin(rows / 300) * np.cos(columns / 400)
    return (plane + np.random.default_rng(0).normal(0, 12, plane.shape)).clip(0, 4095).astype(np.uint16)


def encoders() -> dict[str, tuple[str, Callable[[np.ndarray], bytes]]]:
    """Codec name -> (transfer syntax, encoder)."""
    from rle import encode_pixel_data

    def rle(frame: np.ndarray) -> bytes:
        rows, columns = frame.shape
        options = {
            "rows": rows,
            "columns": columns,
            "samples_per_pixel": 1,
            "bits_allocated": 16,
            "number_of_frames": 1,
        }
        return bytes(encode_pixel_data(frame.tobytes(), byteorder="<", planar_configuration=0, **options))

    return {
        "RLE": (RLELossless, rle),
        "JPEG lossless": (JPEGLosslessSV1, lambda frame: imagecodecs.jpeg8_encode(frame, lossless=True, predictor=1)),
        "JPEG-LS": (JPEGLSLossless, imagecodecs.jpegls_encode),
        "JPEG 2000": (JPEG2000Lossless, lambda frame: encode_array(frame, photometric_interpretation=2)),
        "HTJ2K": (HTJ2KLossless, lambda frame: imagecodecs.htj2k_encode(frame, reversible=True)),
    }


class Times(list[float]):
    """Milliseconds of each run by the clock, sorted.

    Attributes:
        worked: Median milliseconds of processor time, of this process and its decode processes.
    """

    worked: float | None = None


def used_seconds() -> float:
    """Processor time of this process and of the decode processes that run now."""
    children = 0.0
    for pid in default_processes().pids():
        spent = psutil.Process(pid).cpu_times()
        children += spent.user + spent.system
    return time.process_time() + children


def timed(work: Callable[[], object], repeats: int = REPEATS) -> Times:
    """Milliseconds of each run."""
    times, worked = Times(), []
    for _ in range(repeats):
        begin, used = time.perf_counter(), used_seconds()
        work()
        times.append((time.perf_counter() - begin) * 1000)
        worked.append((used_seconds() - used) * 1000)
    times.sort()
    times.worked = statistics.median(worked)
    return times


def report(name: str, times: list[float], peer: list[float] | None = None) -> None:
    """One line of the table."""
    p95 = times[min(len(times) - 1, round(0.95 * (len(times) - 1)))]
    worked = getattr(times, "worked", None)
    line = f"{name:<54}{statistics.median(times):10.1f}{p95:10.1f}"
    line += f"{worked:10.1f}" if worked is not None else f"{'-':>10}"
    for figure in (statistics.median(peer) if peer else None, getattr(peer, "worked", None)):
        line += f"{figure:12.1f}" if figure is not None else f"{'-':>12}"
    print(line, flush=True)


def by_pydicom(path: Path) -> list[float] | None:
    """What a script would do, in this process: read the file and ask for its array; None without a decoder for it."""
    try:
        return timed(lambda: pydicom.dcmread(path).pixel_array, 3)
    except RuntimeError:
        return None


def window_steps_while(pool: DecodePool, refs: list[ImageRef]) -> list[float]:
    """Milliseconds of window steps on a 3000 x 3000 image while the pool decodes."""
    pixels = radiograph()
    with tempfile.TemporaryDirectory() as folder:
        image = read_image(ImageRef(write(Path(folder) / "shown", pixels)))
    window = full_range(image)
    futures = [pool.submit(ref) for ref in refs]
    times: list[float] = []
    done = threading.Event()
    while not done.is_set():
        begin = time.perf_counter()
        table = display_table(image.pixels.dtype, image, window, False)
        np.take(table, image.pixels[::3, ::3])
        times.append((time.perf_counter() - begin) * 1000)
        time.sleep(0.005)
        if all(future.done() for future in futures):
            done.set()
    return sorted(times)


def first_image(path: Path) -> list[float]:
    """From the wish for a file to its repaint in a pane of the program, the decode process being there."""
    from PySide6.QtWidgets import QApplication

    from radviewer.ui.canvas.image_view import ImageView
    from radviewer.ui.theme import Theme, panel_font
    from radviewer.workbench.prepared import prepare
    from radviewer.workbench.scene import PaneScene
    from radviewer.workbench.settings import ThemeName

    application = QApplication.instance() or QApplication([])
    view = ImageView(Theme(ThemeName.DARK), panel_font())
    view.resize(1100, 950)
    view.show()
    application.processEvents()

    def show() -> None:
        view.set_pane(PaneScene())
        prepared = prepare(read_image(ImageRef(path)))
        view.set_pane(PaneScene(prepared=prepared, voi=prepared.default))
        view.viewport().repaint()

    show()
    times = timed(show, 5)
    view.hide()
    return times


def stack_seconds(folder: Path, syntax: str, encode: Callable[[np.ndarray], bytes]) -> tuple[list[float], list[float]]:
    """A CT of 60 compressed slices through the pool: (ms until the first is there, ms for each slice in all)."""
    folder.mkdir()
    pixels = radiograph(512)
    paths = [
        write_encapsulated(folder / f"{k}.dcm", pixels, [bytes(encode(pixels))], syntax, SOPInstanceUID=f"2.25.{k + 1}")
        for k in range(60)
    ]
    with DecodePool() as pool:
        begin = time.perf_counter()
        futures = [pool.submit(ImageRef(path)) for path in paths]
        futures[0].result()
        first = time.perf_counter() - begin
        for future in futures:
            future.result()
        return [first * 1000], [(time.perf_counter() - begin) * 1000 / len(paths)]


def main() -> None:
    """Measures and prints."""
    print(f"{'milliseconds':<54}{'median':>10}{'p95':>10}{'CPU':>10}{'pydicom':>12}{'its CPU':>12}")
    pixels = radiograph()
    begin = time.perf_counter()
    default_processes().start()
    report("start of a decode process", [(time.perf_counter() - begin) * 1000])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        native = write(folder / "native.dcm", pixels)
        report("uncompressed, read", timed(lambda: read_image(ImageRef(native))), by_pydicom(native))
        report("uncompressed, read and turned to grey", timed(lambda: display_values(read_image(ImageRef(native)))))
        compressed = {}
        for codec, (syntax, encode) in encoders().items():
            path = write_encapsulated(folder / f"{codec}.dcm", pixels, [bytes(encode(pixels))], syntax)
            compressed[codec] = path
            report(f"{codec}, read", timed(lambda path=path: read_image(ImageRef(path)), 5), by_pydicom(path))
        report("first image on the screen, uncompressed", first_image(native))
        report("first image on the screen, JPEG 2000", first_image(compressed["JPEG 2000"]))
        for peer in ("napari", "ndv"):
            figures = run_peer(peer, native)
            if figures:
                times = Times(figures["first"])
                times.worked = figures["first CPU"][0]
                report(f"first image on the screen, uncompressed: {peer}", times)
        for codec in ("JPEG 2000", "JPEG-LS"):
            first, each = stack_seconds(folder / f"stack {codec}", *encoders()[codec])
            report(f"60 slices of 512 x 512, {codec}: the first", first)
            report(f"60 slices of 512 x 512, {codec}: each, in all", each)
        copies = [folder / f"copy{index}.dcm" for index in range(6)]
        for copy in copies:
            copy.write_bytes(compressed["JPEG 2000"].read_bytes())
        with DecodePool() as pool:
            steps = window_steps_while(pool, [ImageRef(copy) for copy in copies])
        report("window step while 6 JPEG 2000 images decode", steps)
        stack = folder / "ct"
        stack.mkdir()
        for index in range(300):
            place = {"ImagePositionPatient": [0, 0, index], "ImageOrientationPatient": [1, 0, 0, 0, 1, 0]}
            write(stack / f"{index}.dcm", radiograph(512), SOPInstanceUID=f"2.25.{index + 10}", **place)
        report("300 CT slices of 512 x 512: headers, sorted", timed(lambda: scan([stack]), 3))
        slices = [instance.path for study in scan([stack]).studies for instance in study.series[0].instances]
        report("300 CT slices: one slice, read", timed(lambda: read_image(ImageRef(slices[150])), 20))


if __name__ == "__main__":
    main()
