"""Studies with real image files for the reading room, and hands that read them through the window."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from radviewer.io.export import write_png
from radviewer.readerstudy.case_files import with_hashes
from radviewer.readerstudy.clock import Clock, ManualClock
from radviewer.readerstudy.keys import new_keys, save_keys
from radviewer.readerstudy.plan_file import parse_plan
from radviewer.readerstudy.study_store import Place, StudyStore
from radviewer.ui.reading.room import ReadingRoom
from radviewer.ui.reading.sitting import Page
from radviewer.workbench.reading_place import Role, open_in_role

Key = Qt.Key
AI_WORD, TRUTH_WORD = "canary-ai-words", "canary-truth-source"
SHAPE = (48, 64)
MEMORY = Path("/dev/shm")


@contextmanager
def memory_folder() -> Iterator[Path]:
    """A folder in memory where the system offers it: what is tried is not the speed of a disk's fsync."""
    base = MEMORY if os.access(MEMORY, os.W_OK) else None
    folder = Path(tempfile.mkdtemp(prefix="radviewer-test-", dir=base))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def raw_plan(
    *, kind: str = "sequential", readers: int = 1, cases: int = 4, training: int = 0,
    ai: tuple[str, ...] = ("score", "call", "text"), questions: list[dict[str, Any]] | None = None, **tables: Any,
) -> dict[str, Any]:  # fmt: skip
    """A plan as TOML would give it; every third AI call is wrong."""
    aided: dict[str, Any] = {"name": "aided", "ai": list(ai)}
    if {"heatmap", "contour"} & set(ai):
        aided["method"] = "gradcam"
    asked = questions or [
        {"name": "rating", "kind": "rating", "text": "How likely?"},
        {"name": "call", "kind": "binary", "threshold_of": "rating", "threshold": 50, "text": "Report it?"},
    ]
    return {
        "schema": 1,
        "study": {"id": "room-test", "title": "A test of the room", "seed": 7},
        "design": {"kind": kind, **tables.pop("design", {})},
        "model": {"id": "toy", "version": "1.0"},
        "conditions": [{"name": "unaided"}, aided],
        "questions": asked,
        "readers": [{"name": f"R{j + 1}"} for j in range(readers)],
        "cases": [_raw_case(k, training=k < training, maps="method" in aided) for k in range(cases + training)],
        **tables,
    }


def _raw_case(k: int, *, training: bool, maps: bool) -> dict[str, Any]:
    positive = k % 2 == 0
    score = 0.9 if positive != (k % 3 == 0) else 0.1
    ai: dict[str, Any] = {"score": score, "text": f"{AI_WORD} {k}"}
    if maps:
        ai["maps"] = [{"method": "gradcam", "file": f"maps/{k}.npy"}]
    return {
        "name": f"c{k:03d}",
        "paths": [f"images/SECRET-{k}.png"],
        "truth": {"positive": positive, "source": TRUTH_WORD},
        "ai": ai,
        "training": training,
    }


@dataclass(frozen=True, slots=True)
class Frozen:
    """A frozen study on the disk."""

    folder: Path
    keys: Path
    clock: Clock

    def administrator(self) -> StudyStore:
        """The study with the private key."""
        store = open_in_role(self.folder, Role.ADMINISTRATOR, self.keys)
        store.clock = self.clock
        return store

    def reader(self) -> StudyStore:
        """The study as a workstation has it."""
        store = open_in_role(self.folder, Role.READER, self.keys)
        store.clock = self.clock
        return store


def freeze(folder: Path, raw: dict[str, Any], clock: Clock | None = None) -> Frozen:
    """Writes images and maps, and freezes the plan."""
    source, chance = folder / "source", np.random.default_rng(5)
    for name in ("images", "maps"):
        (source / name).mkdir(parents=True, exist_ok=True)
    for k in range(len(raw["cases"])):
        pixels = chance.integers(0, 80, SHAPE, dtype=np.uint8)
        pixels[10:20, 30:40] = 200
        write_png(source / f"images/SECRET-{k}.png", pixels)
        values = np.zeros((6, 8), np.float32)
        values[1:3, 4:5] = 0.8
        np.save(source / f"maps/{k}.npy", values)
    plan = with_hashes(parse_plan(raw, source), source)
    keys = new_keys(plan.study.id)
    save_keys(keys, folder / "keys")
    used = clock or ManualClock()
    with StudyStore.freeze(plan, source, Place(folder / "study", keys, folder / "keys"), used):
        pass
    return Frozen(folder / "study", folder / "keys", used)


class Hands:
    """A reader at the keyboard of a room."""

    def __init__(self, room: ReadingRoom, qtbot: QtBot) -> None:
        self.room, self._qtbot = room, qtbot

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """A key as the window system sends it: to the window, which gives it to what has the focus."""
        QTest.keyClick(self.room.windowHandle(), key, modifier)

    def type(self, text: str) -> None:
        """Digits and letters."""
        for character in text:
            self.press(Qt.Key(ord(character.upper())))

    def settle(self) -> None:
        """Waits until nothing is being saved."""
        self._qtbot.waitUntil(lambda: not self.room.driver.busy, timeout=15000)

    def begin(self) -> None:
        """From the first page to the first case."""
        self.press(Key.Key_Return)
        self.at_case()

    def at_case(self) -> None:
        """Waits for a case with its image."""
        room = self.room
        self._qtbot.waitUntil(
            lambda: room.page is Page.CASE and not room.driver.busy and room.board.ready and room.driver.open,
            timeout=15000,
        )

    def at(self, page: Page) -> None:
        """Waits for a page."""
        self._qtbot.waitUntil(lambda: self.room.page is page and not self.room.driver.busy, timeout=15000)

    def rate(self, value: int) -> None:
        """Types a rating where the keyboard is, and goes on to the next question."""
        self.type(str(value))
        self.press(Key.Key_Tab)

    def enter(self) -> None:
        """Locks, saves or goes on, and waits for the disk."""
        self.press(Key.Key_Return)
        self.settle()


def texts_of(widget: QWidget) -> str:
    """All that a widget and what is in it say anywhere, hidden or not: texts, tool tips, names, titles."""
    said = []
    for part in (widget, *widget.findChildren(QWidget)):
        said += [part.windowTitle(), part.toolTip(), part.accessibleName(), part.accessibleDescription()]
        said += [part.whatsThis(), part.statusTip(), part.objectName()]
        for name in ("text", "toPlainText", "placeholderText"):
            read = getattr(part, name, None)
            if callable(read):
                said.append(str(read()))
        if isinstance(part, QLabel) and part.buddy() is not None:
            said.append(str(part.buddy()))
    return "\n".join(said)
