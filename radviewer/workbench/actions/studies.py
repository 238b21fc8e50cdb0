"""Actions on reader studies."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu

STUDY_ACTIONS: tuple[Action, ...] = (
    Action(
        "study.statistics",
        "Statistics...",
        "Results of a reader study from its table of reads, live while readers read.",
        Menu.STUDY,
        ("Ctrl+Shift+S",),
    ),
)
