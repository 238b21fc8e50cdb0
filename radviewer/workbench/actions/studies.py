"""Actions on reader studies."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu

STUDY_ACTIONS: tuple[Action, ...] = (
    Action(
        "study.read",
        "Read a study...",
        "Signs a reader in and opens the reading room: one case at a time, saved call by call.",
        Menu.STUDY,
        ("Ctrl+Shift+R",),
    ),
    Action(
        "study.demo",
        "Demo study...",
        "Makes a small study on phantoms with SIMULATED readers and opens the reading room on it.",
        Menu.STUDY,
    ),
    Action(
        "study.new",
        "New study...",
        "Plans a study: cases, truth, readers, questions, conditions and design, checked while it is written.",
        Menu.STUDY,
        group=1,
    ),
    Action(
        "study.administer",
        "Administer a study...",
        "Progress, audit, backup, exports, PINs and the unblinding, for who holds the administrator's key.",
        Menu.STUDY,
        group=1,
    ),
    Action(
        "study.statistics",
        "Statistics...",
        "Results of a reader study from its table of reads, live while readers read.",
        Menu.STUDY,
        ("Ctrl+Shift+S",),
        group=1,
    ),
)
