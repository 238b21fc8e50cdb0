"""Planes and slabs through a CT of 300 x 512 x 512 voxels of 16 bits: the program's ways beside scipy's.

Run: python benchmarks/bench_reformat.py
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from scipy import ndimage

from radviewer.core.image import Image, ImageRef, Rescale, Window
from radviewer.core.volume import Volume
from radviewer.core.volume_geometry import VolumeGeometry
from radviewer.workbench.mpr import LINKED, Frame, Slab, SlabMode, View
from radviewer.workbench.mpr_state import MprState
from radviewer.workbench.plane_picture import PictureGrays
from radviewer.workbench.reformat import Reformatter

SHAPE = (300, 512, 512)
STEPS = 30


def volume(tilt: float = 0.0, uneven: bool = False) -> Volume:
    """A CT with noise, straight or with a tilted gantry."""
    values = np.random.default_rng(0).normal(1000, 200, SHAPE).clip(0, 4095).astype(np.int16)
    along = np.arange(SHAPE[0]) * 1.0
    if uneven:
        along[150:] += 3.0
    positions = np.stack((np.zeros_like(along), along * np.tan(np.deg2rad(tilt)), along), axis=1)
    geometry = VolumeGeometry(SHAPE, np.eye(3), (0.7, 0.7), positions)
    return Volume(values, geometry, Image(values[150], ImageRef(Path("ct")), Rescale(1, -1000, "HU")))


def report(name: str, work: Callable[[int], object], steps: int = STEPS) -> None:
    """Wall median and 95th percentile of different steps, and the median of processor time, in ms."""
    times, worked = [], []
    for number in range(steps + 3):
        begin, used = time.perf_counter(), time.process_time()
        work(number)
        times.append((time.perf_counter() - begin) * 1000)
        worked.append((time.process_time() - used) * 1000)
    times, worked = times[3:], worked[3:]
    print(f"{name:<72}{np.median(times):>9.1f}{np.percentile(times, 95):>9.1f}{np.median(worked):>9.1f}")


def steps_of(name: str, made: Volume, frame: Frame, slab: Slab, step: float = 0.0, steps: int = STEPS) -> None:
    """Scroll steps of each view with their greys."""
    reformatter = Reformatter(made)
    grays = PictureGrays(made.template)
    window = Window(40, 400)
    for view in (View.AXIAL, View.CORONAL, View.SAGITTAL):

        def one(number: int, view: View = view) -> None:
            start = frame.plane(view, made.geometry.center)
            moved = frame.plane(view, start.point + start.normal * 0.7 * (number - steps // 2))
            grays.gray(reformatter.picture(moved, slab, step=step), window, invert=False)

        report(f"{name}: {view.value}", one, steps)


def peers(made: Volume) -> None:
    """The same oblique plane by scipy."""
    frame = Frame().turned((0.4, 1.0, 0.3), 0.5)
    plane = frame.plane(View.AXIAL, made.geometry.center)
    inverse = np.linalg.inv(made.geometry.affine)
    directions = np.stack((plane.normal, plane.down, plane.right), axis=1) * 0.7
    matrix = inverse[:3, :3] @ directions
    offset = inverse[:3, :3] @ (plane.point - directions @ (0, 256, 256)) + inverse[:3, 3]
    row, column = np.ogrid[:512, :512]
    reformatter = Reformatter(made)

    def coordinates() -> object:
        places = offset[:, None, None] + matrix[:, 1, None, None] * row + matrix[:, 2, None, None] * column
        return ndimage.map_coordinates(made.values, places, order=1, prefilter=False, output=np.float32)

    def affine() -> object:
        options = {"order": 1, "prefilter": False, "output": np.float32}
        return ndimage.affine_transform(made.values, matrix, offset, (1, 512, 512), **options)

    sampler = reformatter._sampler
    report("512 x 512 oblique points, SimpleITK (used here)", lambda _: sampler.affine(matrix, offset, (1, 512, 512)))
    report("512 x 512 oblique points, scipy map_coordinates", lambda _: coordinates())
    report("512 x 512 oblique points, scipy affine_transform", lambda _: affine())


def window_steps(made: Volume) -> None:
    """Whole steps of the window with its four panes of 590 x 420 points: from the wish to the end of the repaint."""
    from concurrent.futures import ThreadPoolExecutor

    from PySide6.QtWidgets import QApplication

    from radviewer.ui.bridge import Bridge
    from radviewer.ui.mpr.planes_view import PlanesView
    from radviewer.ui.theme import Theme, panel_font
    from radviewer.workbench.settings import ThemeName

    application = QApplication.instance() or QApplication([])
    with ThreadPoolExecutor(1) as executor:
        bridge = Bridge()
        view = PlanesView(Reformatter(made), Theme(ThemeName.DARK), panel_font(), executor, bridge)
        view.resize(1180, 890)
        view.show()
        application.processEvents()
        start = view.state

        def shown(state: MprState) -> None:
            view.wish(state)
            view._soon.stop()
            view.render_now()
            view._rest.stop()
            for pane in view.panes.values():
                pane.repaint()

        for way in LINKED:
            shown(start)
            name = f"window, four panes: scroll step, {way.value}"
            report(name, lambda n, way=way: shown(view.state.stepped(way, 1 if n % 40 < 20 else -1, made.geometry)))
        report("window, four panes: window step", lambda n: shown(replace(start, voi=Window(40 + n, 400))))
        report("window, four panes: turn by a handle", lambda n: shown(start.turned(View.AXIAL, 0.02 * n)))
        slab = replace(start, slab=Slab(SlabMode.MAXIMUM, 20.0))
        report("window, four panes: scroll step of a slab of 20 mm, MIP",
               lambda n: shown(slab.stepped(View.AXIAL, n, made.geometry)))  # fmt: skip
        bridge.close()
        view.close()


def main() -> None:
    """Measures and prints."""
    print(f"{'milliseconds':<72}{'median':>9}{'p95':>9}{'CPU':>9}")
    straight = volume()
    peers(straight)
    window_steps(straight)
    turned = Frame().turned((0.4, 1.0, 0.3), 0.5)
    thin = Slab()
    steps_of("scroll step", straight, Frame(), thin)
    steps_of("scroll step, slab of 20 mm, MIP", straight, Frame(), Slab(SlabMode.MAXIMUM, 20))
    steps_of("scroll step, turned", straight, turned, thin)
    steps_of("scroll step, turned, slab of 20 mm, every third point", straight, turned, Slab(thickness=20), 2.1)
    steps_of("scroll step, turned, slab of 20 mm, every point", straight, turned, Slab(thickness=20), steps=8)
    steps_of("scroll step, uneven slices", volume(uneven=True), Frame(), thin)
    steps_of("scroll step, uneven slices, turned", volume(uneven=True), turned, thin, steps=8)
    steps_of("scroll step, gantry tilted by 15 degrees", volume(15.0), Frame(), thin)


if __name__ == "__main__":
    main()
