"""Actions on files and studies."""

from __future__ import annotations

from radviewer.workbench.actions.entry import Action, Menu

FILE_ACTIONS: tuple[Action, ...] = (
    Action("file.open", "Open files...", "Opens image files.", Menu.FILE, ("Ctrl+O",), "open-file", toolbar=True),
    Action(
        "file.open_folder",
        "Open folder...",
        "Opens all studies in a folder.",
        Menu.FILE,
        ("Ctrl+Shift+O",),
        "open-folder",
        toolbar=True,
    ),
    Action(
        "file.sample", "Open the sample study", "Opens generated phantoms and example files.", Menu.FILE, icon="sample"
    ),
    Action("file.close_all", "Close all studies", "Empties the browser; no file is touched.", Menu.FILE, ("Ctrl+W",)),
    Action("file.quit", "Quit", "Closes the program.", Menu.FILE, ("Ctrl+Q",), group=9),
)
