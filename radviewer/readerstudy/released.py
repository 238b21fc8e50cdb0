"""Opens the sealed AI output of an assignment. Whether it may be opened is the caller's business: see `desk`."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from radviewer.readerstudy.frozen import unpacked
from radviewer.readerstudy.keys import StudyKeys
from radviewer.readerstudy.ledger import StoreProblem
from radviewer.readerstudy.public import AiOutput, ShownMap
from radviewer.readerstudy.sealing import unseal


def open_ai(keys: StudyKeys, folder: Path, uid: str, body: Mapping[str, Any], opacity: float) -> AiOutput:
    """What the assignment shows of the AI.

    Args:
        keys: A workstation's or the administrator's.
        folder: The study folder.
        uid: Id of the assignment.
        body: Its record.
        opacity: Of the overlay at first sight, 0 to 1.

    Raises:
        KeyProblem: What was sealed does not open.
        StoreProblem: The file of a map is missing.
    """
    key = keys.derived("ai")
    shown = json.loads(unseal(key, unpacked(body["ai"]), f"ai:{uid}"))
    maps = []
    for entry in shown.get("maps", ()):
        path = folder / entry["file"]
        try:
            data = unseal(key, path.read_bytes(), f"map:{path.name}")
        except OSError as error:
            raise StoreProblem(f"The sealed map {path} is missing.", hint="Restore the study folder.") from error
        maps.append(ShownMap(entry["method"], entry["layer"], entry["suffix"], data))
    return AiOutput.read(shown, tuple(maps), opacity)
