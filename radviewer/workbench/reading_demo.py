"""A study to try the reading room on: generated phantoms, a simulated AI with heat maps, and simulated colleagues.

The study is marked as simulated everywhere. One reader, "You", is left to the person at the screen.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.frozen import case_key
from radviewer.readerstudy.keys import new_keys, save_keys
from radviewer.readerstudy.plan_file import PLAN_NAME, load_plan
from radviewer.readerstudy.randomness import HashStream
from radviewer.readerstudy.simulate import SimulatedReader, simulate
from radviewer.readerstudy.study_store import Place, StudyStore
from radviewer.workbench.study_phantoms import PhantomCase, write_cases

YOU = "You"
_GRID = 32  # cells of a simulated map a side


@dataclass(frozen=True, slots=True)
class RoomDemo:
    """Where the demonstration is.

    Attributes:
        folder: The study folder.
        keys: The folder of its keys.
        reader: The reader that is left to the user.
    """

    folder: Path
    keys: Path
    reader: str


def make_room_demo(
    folder: Path, *, cases: int = 12, practice: int = 2, size: int = 768, seed: int = 20260105, colleagues: int = 3
) -> RoomDemo:
    """Makes the demonstration: sequential, unaided then with score and heat map, simulated readers done.

    Args:
        folder: A new or empty folder.
        cases: Cases that count.
        practice: Cases for practice, with feedback.
        size: Rows and columns of the phantoms.
        seed: Of everything.
        colleagues: Simulated readers, who have finished.

    Raises:
        InputProblem: The folder is not empty.
    """
    if folder.exists() and any(folder.iterdir()):
        raise InputProblem(f"{folder} is not empty.", hint="Choose a new folder.")
    source, clock = folder / "plan", ManualClock()
    _write_plan(source, cases, practice, size, seed, colleagues)
    plan = load_plan(source)
    keys = new_keys(plan.study.id)
    save_keys(keys, folder / "keys")
    truths = {case_key(case): case.truth.positive for case in plan.cases}
    with StudyStore.freeze(plan, source, Place(folder / "study", keys, folder / "keys"), clock) as store:
        for index, reader in enumerate(plan.readers):
            if reader.name != YOU:
                made = SimulatedReader(reader.name, 1.0 + 0.25 * index, 0.5 - 0.1 * index, seed)
                simulate(store, made, truths, clock)
    return RoomDemo(folder / "study", folder / "keys", YOU)


def _write_plan(source: Path, count: int, practice: int, size: int, seed: int, colleagues: int) -> None:
    import tomli_w

    stream = HashStream(seed, "room demo")
    total = count + practice
    positives = stream.shuffled([index % 2 == 0 for index in range(total)])
    phantoms = write_cases(source / "images", positives, seed, size)
    plan = {
        "schema": 1,
        "study": {"id": "demo-room", "title": "Demonstration of the reading room", "seed": seed, "simulated": True},
        "design": {"kind": "sequential"},
        "model": {"id": "simulated-ai", "version": "1"},
        "conditions": [
            {"name": "unaided"},
            {"name": "aided", "ai": ["score", "call", "heatmap", "contour"], "method": "gradcam", "opacity": 0.45},
        ],
        "questions": [
            {"name": "rating", "kind": "rating", "text": "How likely is a nodule?"},
            {"name": "call", "kind": "binary", "threshold_of": "rating", "threshold": 50, "text": "Report it?"},
            {"name": "place", "kind": "marks", "text": "Where is it?", "required": False, "most": 3},
        ],
        "readers": [
            {"name": YOU},
            *(
                {"name": f"Simulated {j + 1}", "experience": ("resident", "consultant")[j % 2]}
                for j in range(colleagues)
            ),
        ],
        "cases": [
            _case(source, phantom, index, index < practice, size, stream) for index, phantom in enumerate(phantoms)
        ],
    }
    source.mkdir(parents=True, exist_ok=True)
    text = f"# SIMULATED: a demonstration on generated phantoms.\n{tomli_w.dumps(plan)}"
    (source / PLAN_NAME).write_text(text, encoding="utf-8")


def _case(
    source: Path, phantom: PhantomCase, index: int, practice: bool, size: int, stream: HashStream
) -> dict[str, Any]:
    # An AI that is right in about four of five cases.
    says_yes = phantom.positive != (stream.uniform() < 0.2)
    score = round(0.5 + (0.45 if says_yes else -0.45) * stream.uniform(), 4)
    map_path = source / "maps" / f"{index + 1:03d}.npz"
    map_path.parent.mkdir(parents=True, exist_ok=True)
    map_path.write_bytes(_map(phantom, score, size))
    radius = phantom.radius
    box = {"x": phantom.column - radius, "y": phantom.row - radius, "width": 2 * radius, "height": 2 * radius}
    return {
        "name": f"phantom-{index + 1:03d}",
        "paths": [phantom.path.relative_to(source).as_posix()],
        "truth": {
            "positive": phantom.positive,
            "source": "by construction of the phantom",
            "boxes": [{key: round(value, 1) for key, value in box.items()}] if phantom.positive else [],
        },
        "ai": {
            "score": score,
            "maps": [{"method": "gradcam", "file": map_path.relative_to(source).as_posix()}],
        },
        "training": practice,
    }


def _map(phantom: PhantomCase, score: float, size: int) -> bytes:
    """A blob at the nodule (at a likely place, where there is none), as strong as the score."""
    rows, columns = (np.mgrid[0:_GRID, 0:_GRID] + 0.5) * size / _GRID
    spread = 2.2 * phantom.radius
    blob = score * np.exp(-((rows - phantom.row) ** 2 + (columns - phantom.column) ** 2) / (2 * spread**2))
    buffer = io.BytesIO()
    np.savez_compressed(buffer, map=blob.astype(np.float32), reference=np.float32(1.0))
    return buffer.getvalue()
