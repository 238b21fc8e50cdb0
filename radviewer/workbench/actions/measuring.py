"""Actions on measurements, and on ways to look closer."""

from __future__ import annotations

from radviewer.core.colormaps import ColorMap
from radviewer.workbench.actions.entry import Action, Menu

_TOOLS: tuple[tuple[str, str, str, str, bool], ...] = (
    ("distance", "Distance", "Measures from one point to another.", "D", True),
    ("angle", "Angle", "Measures an angle: end, vertex, end.", "A", True),
    ("cobb", "Cobb angle", "Measures the angle between two lines.", "B", False),
    ("ellipse", "Ellipse", "Mean, deviation, extremes and area of an ellipse.", "E", True),
    ("rectangle", "Rectangle", "Mean, deviation, extremes and area of a rectangle.", "Shift+E", False),
    ("freehand", "Freehand region", "Mean, deviation, extremes and area of any outline.", "F", False),
    ("arrow", "Arrow", "An arrow with words.", "Shift+X", False),
    ("text", "Text", "Words on the image.", "X", False),
)

MEASURE_ACTIONS: tuple[Action, ...] = (
    *(
        Action(
            f"measure.{name}", text, help_text, Menu.MEASURE, (key,), f"measure-{name}", toolbar=common, checkable=True
        )
        for name, text, help_text, key, common in _TOOLS
    ),
    Action(
        "measure.finish",
        "Finish outline",
        "Closes the freehand outline that is being drawn.",
        Menu.MEASURE,
        ("Return", "Enter"),
        group=1,
    ),
    Action(
        "measure.delete", "Delete", "Deletes the selected measurement.", Menu.MEASURE, ("Del", "Backspace"), group=1
    ),
    Action(
        "measure.delete_all",
        "Delete all of this image",
        "Deletes all measurements of the image.",
        Menu.MEASURE,
        group=1,
    ),
    Action(
        "measure.next",
        "Next measurement",
        "Selects the next measurement of the image.",
        Menu.MEASURE,
        ("Alt+M",),
        group=1,
    ),
    Action(
        "measure.words",
        "Words...",
        "Changes the words of the selected measurement.",
        Menu.MEASURE,
        ("Shift+F2",),
        group=1,
    ),
    Action(
        "measure.calibrate",
        "Calibrate...",
        "Says how long the selected distance is in truth; all lengths of the image follow.",
        Menu.MEASURE,
        group=1,
    ),
    Action(
        "measure.undo",
        "Undo",
        "Takes the last change of a measurement back.",
        Menu.MEASURE,
        ("Ctrl+Z",),
        "undo",
        group=2,
    ),
    Action(
        "measure.redo",
        "Redo",
        "Does what was taken back again.",
        Menu.MEASURE,
        ("Ctrl+Y", "Ctrl+Shift+Z"),
        "redo",
        group=2,
    ),
    Action(
        "measure.key_image",
        "Key image",
        "Marks the image as a key image, or takes the mark away.",
        Menu.MEASURE,
        ("K",),
        "key-image",
        context=True,
        checkable=True,
        group=3,
    ),
    Action(
        "measure.next_key",
        "Next key image",
        "Shows the next key image of the series.",
        Menu.MEASURE,
        ("Shift+K",),
        group=3,
    ),
    Action(
        "measure.show",
        "Show measurements",
        "Shows or hides what is drawn on images.",
        Menu.MEASURE,
        ("Shift+T",),
        checkable=True,
        group=4,
    ),
    Action(
        "measure.list",
        "List of measurements",
        "Shows or hides the list with values, names and export.",
        Menu.MEASURE,
        ("F7",),
        "list",
        toolbar=True,
        checkable=True,
        group=4,
    ),
    Action(
        "measure.histogram",
        "Histogram",
        "Shows or hides the histogram of the image or the selected region, with the window on it.",
        Menu.MEASURE,
        ("F12",),
        checkable=True,
        group=4,
    ),
    Action("measure.export", "Export measurements...", "Writes a table as CSV or JSON.", Menu.MEASURE, group=5),
)

LOOK_ACTIONS: tuple[Action, ...] = (
    Action(
        "view.magnifier",
        "Magnifier",
        "A lens at the cursor.",
        Menu.VIEW,
        ("M",),
        "magnifier",
        toolbar=True,
        checkable=True,
    ),
    Action(
        "view.deidentified",
        "De-identified",
        "Hides all that identifies the patient, on the screen and in what is kept.",
        Menu.VIEW,
        ("Ctrl+D",),
        checkable=True,
        group=3,
    ),
    Action("view.corners", "Corner text...", "Chooses what stands in the corners of images.", Menu.VIEW, group=3),
    Action(
        "window.region",
        "Window by region",
        "Draw a rectangle; the window then spans its values.",
        Menu.WINDOW,
        ("W",),
        "window-region",
        toolbar=True,
        checkable=True,
    ),
    Action("window.edit_presets", "Edit presets...", "Changes the window presets of a modality.", Menu.WINDOW, group=3),
    Action(
        "window.next_colors",
        "Next colour map",
        "Goes through the colour maps for grey images.",
        Menu.WINDOW,
        ("Alt+C",),
        group=4,
    ),
    Action("window.colors_grey", "Grey", "Grey values as they are.", Menu.WINDOW, checkable=True, group=4),
    *(
        Action(
            f"window.colors_{item.value}",
            f"Colours: {item.value}",
            f"Shows grey images in the colours of {item.value}.",
            Menu.WINDOW,
            checkable=True,
            group=4,
        )
        for item in ColorMap
    ),
)
