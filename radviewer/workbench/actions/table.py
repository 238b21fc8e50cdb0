"""The one table of actions, joined from the files of their subjects."""

from __future__ import annotations

from radviewer.workbench.actions.ai import AI_ACTIONS
from radviewer.workbench.actions.browse import BROWSE_ACTIONS, MODEL_ACTIONS, TAG_ACTIONS, WORKLIST_ACTIONS
from radviewer.workbench.actions.desk import DESK_FILE_ACTIONS, DESK_VIEW_ACTIONS, DESK_WINDOW_ACTIONS
from radviewer.workbench.actions.entry import Action, Menu
from radviewer.workbench.actions.explaining import EXPLAINING_ACTIONS
from radviewer.workbench.actions.files import FILE_ACTIONS
from radviewer.workbench.actions.help import HELP_ACTIONS
from radviewer.workbench.actions.images import IMAGE_ACTIONS
from radviewer.workbench.actions.layouts import HANG_ACTIONS, LAYOUT_ACTIONS, SCREEN_ACTIONS
from radviewer.workbench.actions.measuring import LOOK_ACTIONS, MEASURE_ACTIONS
from radviewer.workbench.actions.reformat import REFORMAT_ACTIONS
from radviewer.workbench.actions.studies import STUDY_ACTIONS
from radviewer.workbench.actions.views import VIEW_ACTIONS
from radviewer.workbench.actions.windows import WINDOW_ACTIONS

_ALL: tuple[Action, ...] = (
    *FILE_ACTIONS,
    *BROWSE_ACTIONS,
    *WORKLIST_ACTIONS,
    *TAG_ACTIONS,
    *MODEL_ACTIONS,
    *IMAGE_ACTIONS,
    *WINDOW_ACTIONS,
    *VIEW_ACTIONS,
    *LAYOUT_ACTIONS,
    *HANG_ACTIONS,
    *SCREEN_ACTIONS,
    *MEASURE_ACTIONS,
    *LOOK_ACTIONS,
    *AI_ACTIONS,
    *EXPLAINING_ACTIONS,
    *REFORMAT_ACTIONS,
    *STUDY_ACTIONS,
    *HELP_ACTIONS,
    *DESK_FILE_ACTIONS,
    *DESK_VIEW_ACTIONS,
    *DESK_WINDOW_ACTIONS,
)

# By menu and group, whatever the order of the files is; within a group as written.
ACTIONS: tuple[Action, ...] = tuple(sorted(_ALL, key=lambda item: (list(Menu).index(item.menu), item.group)))


def action(action_id: str) -> Action:
    """The action of an id."""
    return next(item for item in ACTIONS if item.id == action_id)
