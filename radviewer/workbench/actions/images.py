"""Actions that go from image to image."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu

IMAGE_ACTIONS: tuple[Action, ...] = (
    Action("image.previous", "Previous image", "Shows the image before.", Menu.IMAGE, ("Up",)),
    Action("image.next", "Next image", "Shows the image after.", Menu.IMAGE, ("Down",)),
    Action("image.back_10", "Back 10 images", "Goes ten images back.", Menu.IMAGE, ("Shift+Up",)),
    Action("image.forward_10", "Forward 10 images", "Goes ten images on.", Menu.IMAGE, ("Shift+Down",)),
    Action("image.first", "First image", "Shows the first image of the series.", Menu.IMAGE, ("Home",)),
    Action("image.last", "Last image", "Shows the last image of the series.", Menu.IMAGE, ("End",)),
    Action("series.previous", "Previous series", "Shows the series before.", Menu.IMAGE, ("PgUp",), group=1),
    Action("series.next", "Next series", "Shows the series after.", Menu.IMAGE, ("PgDown",), group=1),
    Action(
        "image.cine",
        "Cine",
        "Runs through the series; again to stop.",
        Menu.IMAGE,
        ("C",),
        "cine",
        toolbar=True,
        checkable=True,
        group=2,
    ),
    Action("cine.faster", "Faster cine", "More images a second in the active pane.", Menu.IMAGE, (".",), group=2),
    Action("cine.slower", "Slower cine", "Fewer images a second in the active pane.", Menu.IMAGE, (",",), group=2),
    Action(
        "cine.bounce",
        "Cine to and fro",
        "Turns round at the ends rather than starting again.",
        Menu.IMAGE,
        ("Shift+C",),
        checkable=True,
        group=2,
    ),
)
