"""Actions on window and level."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu


def _presets() -> tuple[Action, ...]:
    return tuple(
        Action(
            f"window.preset_{number}",
            f"Window {number}",
            f"Applies window {number}: the image's own DICOM windows first, then the presets of its modality.",
            Menu.WINDOW,
            (str(number),),
            group=1,
        )
        for number in range(1, 9)
    )


WINDOW_ACTIONS: tuple[Action, ...] = (
    Action(
        "window.default",
        "Default window",
        "The image's own first window, or its full range.",
        Menu.WINDOW,
        context=True,
    ),
    Action(
        "window.auto",
        "Auto window",
        "A window over the middle 99 % of the values.",
        Menu.WINDOW,
        ("0",),
        "window-auto",
        toolbar=True,
        context=True,
    ),
    *_presets(),
    Action(
        "window.invert",
        "Invert",
        "Exchanges black and white.",
        Menu.WINDOW,
        ("I",),
        "invert",
        toolbar=True,
        context=True,
        checkable=True,
        group=2,
    ),
)
