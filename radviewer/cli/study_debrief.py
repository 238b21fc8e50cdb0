"""`radviewer study debrief`: tells readers afterwards what was false on purpose."""

from __future__ import annotations

import argparse
from datetime import date

from radviewer.cli.output import emit, tell_problem
from radviewer.cli.study_place import open_store, write_private
from radviewer.core.errors import describe


def debrief(arguments: argparse.Namespace) -> int:
    """Writes a page for each reader; exit status 3 if somebody cannot be debriefed yet."""
    from radviewer.report.study.debrief import debrief_files

    status = 0
    with open_store(arguments) as store:
        for name, made in debrief_files(store, arguments.reader, date.today().isoformat()):
            if isinstance(made, bytes):
                write_private(arguments.out / name, made)
                emit(f"{arguments.out / name}\n", None)
            else:
                tell_problem("", describe(made))
                status = 3
    return status
