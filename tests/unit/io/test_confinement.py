"""What a chosen folder makes the program open and start: its own files, and nothing but the decode processes."""

from __future__ import annotations

import multiprocessing
import os
import sys
import tempfile
import threading
import time
from pathlib import Path

import imagecodecs
import numpy as np
import pytest
from PIL import Image as PillowImage
from pydicom.uid import JPEGLSLossless

from radviewer.core.errors import Cancelled, InputProblem
from radviewer.core.image import ImageRef
from radviewer.core.tasks import CancellationToken, Progress
from radviewer.io.catalog import scan
from radviewer.io.reader import read_image
from tests.helpers.dicom_files import write, write_encapsulated

_STARTS = ("subprocess.Popen", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.startfile", "os.fork")
_PARTS_OF_THE_SYSTEM = ("/proc", "/dev", "/sys", "/usr", "/etc", "/lib")
PIXELS = np.arange(64 * 64, dtype=np.uint16).reshape(64, 64)


class Watch:
    """An audit hook that can be switched on and off; Python keeps hooks to the end."""

    def __init__(self) -> None:
        self.opened: list[str] = []
        self.started: list[str] = []
        self._active = False
        sys.addaudithook(self._see)

    def __enter__(self) -> Watch:
        self._active = True
        return self

    def __exit__(self, *_: object) -> None:
        self._active = False

    def _see(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self._active:
            return
        if event == "open" and isinstance(arguments[0], (str, bytes, os.PathLike)):
            self.opened.append(os.path.realpath(os.fsdecode(arguments[0])))
        elif event in _STARTS:
            self.started.append(f"{event} {arguments[0]}")


def a_folder_of_everything(folder: Path) -> None:
    """Native and compressed DICOM, pictures, a volume that points elsewhere, and files that lie about what they are."""
    folder.mkdir()
    write(folder / "native.dcm", PIXELS)
    write_encapsulated(
        folder / "ls.dcm", PIXELS, [imagecodecs.jpegls_encode(PIXELS)], JPEGLSLossless, SOPInstanceUID="2.25.7"
    )
    PillowImage.fromarray(PIXELS.astype(np.uint8)).save(folder / "a.png")
    (folder / "script.png").write_bytes(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\nshowpage\n")
    (folder / "points.nhdr").write_bytes(
        b"NRRD0004\ntype: short\ndimension: 3\nsizes: 4 4 4\nencoding: raw\ndata file: ../outside/secret.raw\n\n"
    )
    (folder / "points.mha").write_bytes(
        b"ObjectType = Image\nNDims = 3\nDimSize = 4 4 4\nElementDataFile = ../outside/secret.raw\n"
    )
    if os.name != "nt":
        (folder / "link.dcm").symlink_to(folder.parent / "outside" / "secret.dcm")


def test_only_files_of_the_folder_are_opened_and_only_decode_processes_are_started(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.raw").write_bytes(bytes(256))
    write(outside / "secret.dcm", PIXELS)
    chosen = tmp_path / "chosen"
    a_folder_of_everything(chosen)
    before = {child.pid for child in multiprocessing.active_children()}
    with Watch() as watch:
        catalog = scan([chosen])
        for study in catalog.studies:
            for series in study.series:
                for instance in series.instances:
                    read_image(ImageRef(instance.path))
        for name in ("script.png", "points.nhdr", "points.mha"):
            with pytest.raises(InputProblem):
                read_image(ImageRef(chosen / name))
    assert catalog.image_count == 3
    assert watch.started == []
    children = [child for child in multiprocessing.active_children() if child.pid not in before]
    assert {child.name for child in children} <= {"radviewer-decode"}
    here, own = os.path.realpath(tmp_path), os.path.realpath(chosen)
    assert any(path.startswith(own) for path in watch.opened)
    assert [path for path in watch.opened if path.startswith(here) and not path.startswith(own)] == []
    program = tuple(
        os.path.realpath(place)
        for place in (sys.prefix, sys.base_prefix, Path(__file__).parents[3], *_PARTS_OF_THE_SYSTEM)
    )
    elsewhere = [path for path in watch.opened if not path.startswith((here, *program))]
    assert [path for path in elsewhere if not path.startswith(str(Path(tempfile.gettempdir()) / "pymp-"))] == []


@pytest.mark.slow
def test_ten_thousand_junk_files_of_all_kinds_and_one_image_give_one_summary(tmp_path: Path) -> None:
    kinds = (
        b"junk text\n",
        bytes(range(256)),
        b"\x89PNG\r\n\x1a\nbroken",
        bytes(128) + b"DICM" + bytes(range(99)),
        b"",
    )
    for index in range(10_000):
        (tmp_path / f"{index}.dat").write_bytes(kinds[index % 5])
    write(tmp_path / "good.dcm", PIXELS)
    catalog = scan([tmp_path])
    assert (catalog.image_count, catalog.ignored, len(catalog.problems)) == (1, 6_000, 4_000)
    assert all(problem.message and problem.hint for _, problem in catalog.problems)


def test_headers_are_listed_in_order_however_the_threads_finish(tmp_path: Path) -> None:
    for index in range(200):
        PillowImage.fromarray(PIXELS.astype(np.uint8)).save(tmp_path / f"{index}.png")
    (series,) = scan([tmp_path]).studies[0].series
    assert [instance.path.stem for instance in series.instances] == [str(index) for index in range(200)]


def test_a_scan_tells_how_far_it_is_and_ends_with_its_threads_when_cancelled(tmp_path: Path) -> None:
    for index in range(300):
        write(tmp_path / f"{index}.dcm", PIXELS, SOPInstanceUID=f"2.25.{index + 1}")
    token, steps = CancellationToken(), list[Progress]()

    def progress(step: Progress) -> None:
        steps.append(step)
        token.cancel()

    with pytest.raises(Cancelled):
        scan([tmp_path], token, progress)
    assert steps[0].done == 20
    end = time.monotonic() + 10
    while any(thread.name.startswith("radviewer-headers") for thread in threading.enumerate()):
        assert time.monotonic() < end
        time.sleep(0.01)
