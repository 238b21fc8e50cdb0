"""The study's own table of reads for the statistics window: written anew when calls arrive, with the audit's verdict.

It holds truth beside calls, so it exists only after the unblinding was recorded, lies in a private folder while the
statistics are open, and is removed with them.
"""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.exchange.rows import long_table
from radviewer.readerstudy.opened import open_study
from radviewer.readerstudy.schedule import Purpose
from radviewer.readerstudy.study_store import StudyStore
from radviewer.workbench.reading_export import write_private
from radviewer.workbench.study_metadata import metadata_toml


class LiveResults:
    """Two files that follow a study. Used by one thread.

    Args:
        store: Open with the administrator's key.
    """

    def __init__(self, store: StudyStore) -> None:
        self._store = store
        self.folder = Path(tempfile.mkdtemp(prefix="radviewer-study-"))  # readable by the user only
        self.table = self.folder / "reads.csv"
        self.metadata = self.folder / "metadata.toml"
        self.repeats = self.folder / "repeats.csv"
        self._seq = -1

    def refresh(self) -> bool:
        """Writes both files if anything was recorded since; returns whether they are new.

        Raises:
            InputProblem: The study is blinded, or there is no call yet.
        """
        self._store.require_unblinded()
        if self._store.ledger.head().seq == self._seq:
            return False
        opened = open_study(self._store)
        table = long_table(opened)
        if not table.rows:
            raise InputProblem("There is no call yet.", hint="Open the statistics when readers have begun.")
        verdict, notes = self._store.verify()
        repeats = long_table(opened, (Purpose.REPEAT,))
        if repeats.rows:
            write_private(self.repeats, repeats.csv().encode(), replace=True)
        write_private(self.metadata, metadata_toml(opened, verdict, notes), replace=True)
        write_private(self.table, table.csv().encode(), replace=True)
        self._seq = opened.head.seq
        return True

    def close(self) -> None:
        """Removes the files."""
        shutil.rmtree(self.folder, ignore_errors=True)
