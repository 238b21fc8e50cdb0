"""The map on the screen as a file: asks for name and kind, writes in the background, and says what became of it."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from radviewer.core.errors import InputProblem, Problem, describe
from radviewer.core.explanation import Explanation
from radviewer.io.export import write_atomically
from radviewer.ui.i18n import tr
from radviewer.workbench.facts import explanation_facts
from radviewer.workbench.map_files import DICOM_KINDS, ENDINGS, MapKind, write_map_as
from radviewer.workbench.program_log import event

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow

KIND_TITLES: dict[MapKind, str] = {
    MapKind.PICTURE: "Image with map, PNG",
    MapKind.VALUES: "Values, NumPy",
    MapKind.NIFTI: "Values, NIfTI",
    MapKind.SEGMENTATION: "DICOM segmentation, fractional",
    MapKind.CAPTURE: "DICOM secondary capture",
}


def ask_and_export(window: MainWindow) -> None:
    """Asks where the map on the screen is to be written, and as what; blocks nothing."""
    shown = window.scene.overlay.map
    if shown is None:
        window.parts.strip.say(tr("There is no map to export on this image."))
        return
    kinds = {f"{tr(title)} (*{ENDINGS[kind]})": kind for kind, title in KIND_TITLES.items()}
    name = f"{shown.method}.{shown.label.key}"
    dialog = QFileDialog(window, tr("Export this map"), name, ";;".join(kinds))
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)  # asks before it lets a file be replaced
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def follow(chosen: str) -> None:
        dialog.setDefaultSuffix(ENDINGS[kinds[chosen]].lstrip("."))

    dialog.filterSelected.connect(follow)
    follow(next(iter(kinds)))
    dialog.fileSelected.connect(
        lambda file: export_map(window, Path(file), kinds[dialog.selectedNameFilter()], shown, overwrite=True)
    )
    dialog.open()


def export_map(
    window: MainWindow, path: Path, kind: MapKind, explanation: Explanation, *, overwrite: bool = False
) -> None:
    """Writes a map of the image on the screen in the background.

    Beside what is no DICOM object, PATH.json says what it shows: a map does not travel without its context.

    Args:
        window: Whose map, in its style; its strip tells what became of it.
        path: Where to.
        kind: As what.
        explanation: The map.
        overwrite: Whether an existing file may be replaced.
    """
    state, facts = window.state.state, window.state.facts
    prepared, result = facts.prepared, facts.result
    strip = window.parts.strip
    if prepared is None or result is None or prepared.ref != explanation.image:
        strip.say(tr("The map's image is no longer on the screen."))
        return
    if state.deidentified and kind in DICOM_KINDS:
        strip.say(tr("A DICOM object names the patient, which de-identified mode forbids."))
        return
    style = state.overlay.style
    about = explanation_facts(explanation, result, style)
    if state.deidentified:
        del about["path"]  # folders and files are often named after patients

    def write() -> None:
        outcome: Problem | None = None
        try:
            write_map_as(path, kind, prepared.image, explanation, style, overwrite=overwrite)
            if kind not in DICOM_KINDS:
                write_atomically(path.with_name(path.name + ".json"), _as_json(about), overwrite=overwrite)
        except InputProblem as problem:
            outcome = describe(problem)
        window.bridge.post(partial(_tell, window, path, kind, outcome))

    window.executor.submit(write)


def _as_json(about: dict[str, Any]) -> bytes:
    return (json.dumps(about, ensure_ascii=False, indent=2) + "\n").encode()


def _tell(window: MainWindow, path: Path, kind: MapKind, problem: Problem | None) -> None:
    if problem is not None:
        window.parts.strip.say_problem(problem)
        return
    window.parts.strip.say(tr("The map was saved as {name}.").format(name=path.name))
    event("map exported", kind=kind)
