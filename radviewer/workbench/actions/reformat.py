"""Actions on volumes, and on what is known of an image."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu

REFORMAT_ACTIONS: tuple[Action, ...] = (
    Action(
        "series.reformat",
        "Multiplanar reformat...",
        "Axial, coronal, sagittal and oblique planes and slabs through the series on the screen.",
        Menu.IMAGE,
        ("Shift+M",),
        context=True,
        group=3,
    ),
    Action(
        "image.remarks",
        "Remarks on this image...",
        "What was odd about the file, which decoder made the pixels, and how they became grey.",
        Menu.IMAGE,
        group=3,
    ),
)
