"""Actions on studies as cases: recent ones, the next one, priors, the worklist, the header."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu

BROWSE_ACTIONS: tuple[Action, ...] = (
    Action(
        "file.recent",
        "Recent studies",
        "Lists what was opened lately, in the panel of the studies.",
        Menu.FILE,
        ("Ctrl+R",),
    ),
    Action(
        "file.reopen",
        "Reopen what was open last",
        "Opens the studies of the last session, with panes, further windows, window and zoom as they were.",
        Menu.FILE,
        ("Ctrl+Shift+T",),
    ),
    Action(
        "case.previous", "Previous case", "Shows the study before, in the list's order.", Menu.IMAGE, ("Ctrl+Left",),
        group=1,
    ),
    Action(
        "case.next", "Next case", "Shows the next study, in the list's order.", Menu.IMAGE, ("Ctrl+Right",), group=1
    ),
    Action(
        "case.prior",
        "Compare with the prior",
        "Shows the latest earlier study of the same patient beside the image.",
        Menu.IMAGE,
        ("Ctrl+Shift+P",),
        group=1,
    ),
    Action(
        "browser.search", "Search the studies", "Puts the cursor into the studies' search.", Menu.FILE, ("Ctrl+F",)
    ),
)  # fmt: skip

WORKLIST_ACTIONS: tuple[Action, ...] = (
    Action(
        "worklist.show",
        "Worklist...",
        "All open studies as a table, with marks and scores; Enter opens one.",
        Menu.FILE,
        ("F8",),
        "worklist",
        toolbar=True,
    ),
    Action(
        "worklist.read", "Mark as read", "Marks the study on the screen as read.", Menu.FILE, ("Ctrl+Return",)
    ),
    Action(
        "ai.batch", "Predict many images...", "Runs a model on series or studies, with pause and resume.", Menu.AI,
        ("Ctrl+B",), group=2,
    ),
)  # fmt: skip

TAG_ACTIONS: tuple[Action, ...] = (
    Action(
        "image.tags",
        "Header of the image...",
        "All attributes of the file as a tree, with search, copy and comparison.",
        Menu.IMAGE,
        ("Ctrl+I",),
        group=2,
    ),
)

MODEL_ACTIONS: tuple[Action, ...] = (
    Action(
        "ai.compare", "Compare two models...", "Two models on the image on the screen, side by side.", Menu.AI,
        ("Ctrl+M",), group=2,
    ),
    Action(
        "ai.models", "Models...", "The model packs with their cards; adds, checks and removes them.", Menu.AI, group=2
    ),
)  # fmt: skip
