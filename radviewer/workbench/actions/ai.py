"""Actions on predictions and their maps."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu

AI_ACTIONS: tuple[Action, ...] = (
    Action("ai.predict", "Predict", "Runs the chosen model on this image.", Menu.AI, ("P",), "predict", context=True),
    Action(
        "ai.auto_predict",
        "Predict automatically",
        "Runs the chosen model on every image that is shown.",
        Menu.AI,
        checkable=True,
    ),
    Action("ai.cancel", "Cancel", "Stops what runs: inference first, then opening and cine.", Menu.AI, ("Esc",)),
    Action(
        "overlay.toggle",
        "Overlay",
        "Shows or hides the maps.",
        Menu.AI,
        ("G",),
        "overlay",
        toolbar=True,
        context=True,
        checkable=True,
        group=1,
    ),
    Action(
        "overlay.peek",
        "Peek",
        "While the key is down, hides a shown map and shows a hidden one.",
        Menu.AI,
        ("Space",),
        held=True,
        group=1,
    ),
    Action("overlay.next_label", "Next label's map", "Explains the next label.", Menu.AI, ("N",), group=1),
    Action(
        "overlay.previous_label", "Previous label's map", "Explains the label before.", Menu.AI, ("Shift+N",), group=1
    ),
    Action(
        "overlay.next_method",
        "Next method's map",
        "The next explanation method in the single pane.",
        Menu.AI,
        ("Alt+N",),
        group=1,
    ),
)
