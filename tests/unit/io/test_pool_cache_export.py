"""The reading pool, the frame cache, writing files and the user's folders."""

from __future__ import annotations

import os
import threading
from concurrent.futures import Future
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from radviewer.core.errors import Cancelled, InternalError, UnreadableFile
from radviewer.core.image import Image, ImageRef
from radviewer.io.decode_pool import DecodePool, Priority
from radviewer.io.export import WriteProblem, write_atomically, write_png
from radviewer.io.frame_cache import FrameCache
from radviewer.io.userdirs import make_private, user_folders
from tests.helpers.dicom_files import write


def image(ref: ImageRef, size: int = 10) -> Image:
    return Image(pixels=np.zeros((size, size), np.uint8), ref=ref)


def ref(number: int) -> ImageRef:
    return ImageRef(Path(f"/nowhere/{number}"))


class Gate:
    """A reader that waits for a signal before its first image and remembers the order."""

    def __init__(self) -> None:
        self.open = threading.Event()
        self.busy = threading.Event()
        self.order: list[ImageRef] = []

    def read(self, wanted: ImageRef) -> Image:
        self.busy.set()
        assert self.open.wait(10)
        self.order.append(wanted)
        return image(wanted)


def test_the_screen_comes_before_neighbours_thumbnails_and_prefetch() -> None:
    gate = Gate()
    with DecodePool(threads=1, read=gate.read) as pool:
        futures = [pool.submit(ref(0))]
        assert gate.busy.wait(10)
        for number, priority in enumerate(
            (Priority.PREFETCH, Priority.THUMBNAIL, Priority.NEIGHBOUR, Priority.SCREEN), 1
        ):
            futures.append(pool.submit(ref(number), priority))
        pool.submit(ref(1), Priority.SCREEN)  # what was to be prefetched is on the screen now
        gate.open.set()
        for future in futures:
            future.result(10)
    assert gate.order == [ref(0), ref(4), ref(1), ref(3), ref(2)]


def test_one_frame_asked_for_twice_is_read_once_and_kept() -> None:
    gate = Gate()
    with DecodePool(threads=1, read=gate.read) as pool:
        first, second = pool.submit(ref(1)), pool.submit(ref(1))
        gate.open.set()
        assert first.result(10) is second.result(10)
        assert pool.submit(ref(1)).result(10) is first.result()
    assert gate.order == [ref(1)]


def test_what_is_no_longer_wanted_is_dropped_and_closing_drops_the_rest() -> None:
    gate = Gate()
    pool = DecodePool(threads=1, read=gate.read)
    running = pool.submit(ref(0))
    assert gate.busy.wait(10)
    waiting = [pool.submit(ref(1), Priority.PREFETCH), pool.submit(ref(2), Priority.SCREEN)]
    assert pool.waiting() == 3
    assert pool.drop() == 1
    assert isinstance(waiting[0].exception(1), Cancelled)
    closer = threading.Thread(target=pool.close)
    closer.start()
    assert isinstance(waiting[1].exception(10), Cancelled)
    gate.open.set()
    closer.join(10)
    assert running.result(1).ref == ref(0)
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("radviewer-read")]
    with pytest.raises(Cancelled):
        pool.submit(ref(3))


def test_errors_reach_who_asked_and_the_pool_goes_on(tmp_path: Path) -> None:
    good = write(tmp_path / "good.dcm", np.zeros((4, 4), np.uint16))
    with DecodePool(threads=2) as pool:
        bad: Future[Image] = pool.submit(ImageRef(tmp_path / "missing.dcm"))
        assert isinstance(bad.exception(10), UnreadableFile)
        assert pool.submit(ImageRef(good)).result(10).shape == (4, 4)


def test_the_cache_lets_go_of_what_was_unused_longest_and_keeps_its_bound() -> None:
    cache = FrameCache(limit=300)
    for number in range(3):
        cache.put(image(ref(number)))
    assert cache.get(ref(0)) is not None
    cache.put(image(ref(3)))
    assert ref(1) not in cache
    assert ref(0) in cache
    assert cache.nbytes == 300
    cache.put(image(ref(4), size=100))
    assert ref(4) not in cache
    cache.clear()
    assert (len(cache), cache.nbytes) == (0, 0)


def test_a_file_that_was_replaced_is_not_shown_from_memory(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1")
    cache = FrameCache()
    cache.put(image(ImageRef(path)))
    assert ImageRef(path) in cache
    path.write_bytes(b"22")
    assert cache.get(ImageRef(path)) is None


def test_png_files_come_back_bit_by_bit(tmp_path: Path) -> None:
    for shape in ((5, 7), (5, 7, 3), (5, 7, 4)):
        pixels = np.random.default_rng(0).integers(0, 255, shape, np.uint8)
        write_png(tmp_path / "a.png", pixels, overwrite=True)
        np.testing.assert_array_equal(np.asarray(PIL.Image.open(tmp_path / "a.png")), pixels)
    with pytest.raises(InternalError):
        write_png(tmp_path / "b.png", np.zeros((4, 4), np.uint16))  # type: ignore[arg-type]


def test_nothing_is_overwritten_unasked_and_no_part_is_left(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    write_atomically(path, b"one")
    with pytest.raises(WriteProblem, match="exists"):
        write_atomically(path, b"two")
    assert path.read_bytes() == b"one"
    write_atomically(path, b"two", overwrite=True)
    assert path.read_bytes() == b"two"
    with pytest.raises(WriteProblem, match="cannot be written"):
        write_atomically(tmp_path / "missing" / "a", b"x")
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_a_full_disk_leaves_the_old_file_and_no_part(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    write_atomically(path, b"old")

    def full(_descriptor: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteProblem, match="No space left"):
        write_atomically(path, b"new", overwrite=True)
    assert path.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


@pytest.mark.skipif(os.name == "nt", reason="permissions of POSIX")
def test_the_users_folders_are_under_the_home_that_is_set_and_private(own_user_folders: Path) -> None:
    for folder in dict(user_folders().items()).values():
        assert folder.is_relative_to(own_user_folders)
        assert make_private(folder).stat().st_mode & 0o077 == 0
    write_atomically(user_folders().data / "x", b"1")
    assert (user_folders().data / "x").stat().st_mode & 0o177 == 0
