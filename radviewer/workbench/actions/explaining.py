"""Actions on explanations: the trust card, known evidence, maps side by side, and a map as a file."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu

EXPLAINING_ACTIONS: tuple[Action, ...] = (
    Action(
        "explain.trust",
        "Check this map",
        "Makes the trust card: whether the map depends on the model, is stable, and agrees with other methods.",
        Menu.AI,
        ("Ctrl+T",),
        group=2,
    ),
    Action(
        "explain.evidence",
        "Open boxes of known evidence...",
        "A table of boxes, or one mask: trust cards then say whether the map's peak lies on it.",
        Menu.AI,
        group=2,
    ),
    Action(
        "explain.masks",
        "Open masks of known evidence...",
        "A folder of masks, by file name or as DICOM segmentations.",
        Menu.AI,
        group=2,
    ),
    Action(
        "explain.compare",
        "Compare maps...",
        "Maps of several methods, or of two models, side by side with their agreement.",
        Menu.AI,
        ("Ctrl+Shift+E",),
        context=True,
        group=2,
    ),
    Action(
        "explain.export",
        "Export this map...",
        "Writes the map of the single pane on the image's own grid: PNG, NumPy, NIfTI, DICOM segmentation or capture.",
        Menu.AI,
        group=2,
    ),
)
