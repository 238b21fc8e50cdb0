"""`radviewer study export | anonymise | import`: calls leave and enter a study."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.cli.output import emit, tell_problem
from radviewer.cli.study_place import open_store, write_private
from radviewer.workbench.reading_export import write_export

if TYPE_CHECKING:
    from radviewer.readerstudy.opened import OpenedStudy
    from radviewer.readerstudy.study_store import StudyStore


def export(arguments: argparse.Namespace) -> int:
    """Writes all formats into a folder."""
    from radviewer.readerstudy.opened import open_study

    with open_store(arguments) as store:
        opened = open_study(store)  # refuses a workstation's keys
        store.require_unblinded()
        paths = write_export(opened, arguments.out)
        status = _tell(paths)
        if arguments.sr:
            status = _reports(store, opened, arguments.out / "sr")
    return status


def anonymise(arguments: argparse.Namespace) -> int:
    """Writes all formats with pseudonyms."""
    from radviewer.readerstudy.exchange.pseudonyms import anonymised
    from radviewer.readerstudy.opened import open_study

    with open_store(arguments) as store:
        opened = anonymised(open_study(store), store.place.keys)
        store.require_unblinded()
    return _tell(write_export(opened, arguments.out))


def bring_in(arguments: argparse.Namespace) -> int:
    """Takes in a table of calls."""
    from radviewer.readerstudy.exchange.bring_in import import_calls
    from radviewer.readerstudy.opened import open_study

    with open_store(arguments) as store:
        count = import_calls(store, open_study(store), arguments.table)
    emit(f"{count} calls from {arguments.table.name} are in the study.\n", None)
    return 0


def _reports(store: StudyStore, opened: OpenedStudy, folder: Path) -> int:
    """A structured report of each call; says of which cases there can be none."""
    from radviewer.workbench.call_reports import call_reports

    refused = {}
    for name, made in call_reports(store, opened):
        if isinstance(made, bytes):
            write_private(folder / name, made)
            emit(f"{folder / name}\n", None)
        else:
            refused[made.message] = made
    for problem in refused.values():
        tell_problem("", problem)
    return 3 if refused else 0


def _tell(paths: list[Path]) -> int:
    emit("".join(f"{path}\n" for path in paths), None)
    return 0
