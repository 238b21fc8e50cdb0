"""Actions on volumes."""

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
)
