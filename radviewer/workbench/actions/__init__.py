"""The one table of actions: menus, toolbar, context menu, command palette, shortcuts and docs/keys.md come from it.

Defaults follow the consensus of OHIF, Weasis, 3D Slicer and Orthanc Stone. A key is written as Qt writes it. Each
subject has a file of its own with its actions; `table` joins them.
"""

from radviewer.workbench.actions.entry import Action, Gesture, Menu
from radviewer.workbench.actions.gestures import GESTURES
from radviewer.workbench.actions.keys import DOUBLE_PRESS_MS, keys_page, shown_keys
from radviewer.workbench.actions.table import ACTIONS, action

__all__ = ["ACTIONS", "DOUBLE_PRESS_MS", "GESTURES", "Action", "Gesture", "Menu", "action", "keys_page", "shown_keys"]
