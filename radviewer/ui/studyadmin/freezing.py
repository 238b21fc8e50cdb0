"""From a draft to a frozen study; called on a background thread."""

from __future__ import annotations

from pathlib import Path

from radviewer.io.map_bytes import read_map
from radviewer.readerstudy.case_files import with_hashes
from radviewer.readerstudy.keys import ADMINISTRATOR, key_path, load_keys, new_keys, save_keys
from radviewer.readerstudy.plan import ReaderStudyPlan
from radviewer.readerstudy.plan_file import PLAN_NAME, load_plan
from radviewer.readerstudy.schedule import Schedule, make_schedule
from radviewer.readerstudy.study_store import Place, StudyStore
from radviewer.workbench.reading_draft import Draft
from radviewer.workbench.reading_export import write_private


def checked(draft: Draft) -> tuple[ReaderStudyPlan, Schedule]:
    """The plan with the hashes of all files, and its schedule.

    Raises:
        InputProblem: Something does not fit, a file is missing, or a map is no map.
    """
    plan = with_hashes(draft.check(), draft.folder)
    check_maps(plan, draft.folder)
    return plan, make_schedule(plan)


def check_maps(plan: ReaderStudyPlan, folder: Path) -> None:
    """Refuses maps that the reading room could not draw: found before the first read, not in front of a reader.

    Raises:
        UnreadableFile: One is no map.
    """
    for case in plan.cases:
        for item in case.ai.maps if case.ai else ():
            read_map((folder / item.file).read_bytes(), Path(item.file).suffix)


def freeze(draft: Draft, out: Path, keys: Path) -> None:
    """Writes the plan file beside the cases, makes the keys if there are none, and freezes the study.

    Args:
        draft: Complete.
        out: The study folder, new or empty.
        keys: The folder of keys.

    Raises:
        InputProblem: Nothing was frozen; it says why.
    """
    checked(draft)
    path = draft.folder / PLAN_NAME
    text = draft.toml().encode()
    if not path.exists() or path.read_bytes() != text:
        write_private(path, text)
    plan = load_plan(path)
    administrator = key_path(keys, plan.study.id, ADMINISTRATOR)
    found = load_keys(administrator) if administrator.exists() else new_keys(plan.study.id)
    if not administrator.exists():
        save_keys(found, keys)
    with StudyStore.freeze(plan, draft.folder, Place(out, found, keys)):
        pass
