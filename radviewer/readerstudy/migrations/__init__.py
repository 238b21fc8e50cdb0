"""Steps that bring the store to the present schema; a published step is never edited, a new one is added.

Each step runs in one transaction together with the note that it ran, so a store is at the old or the new schema and
never between. The SHA-256 of each step is noted too: a step that was altered after it ran is found.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from radviewer.readerstudy.migrations import v0001_ledger, v0002_progress

SQLITE, POSTGRESQL = "sqlite", "postgresql"


@dataclass(frozen=True, slots=True)
class Migration:
    """One step: its number, its name and its statements for each kind of database."""

    version: int
    name: str
    sqlite: tuple[str, ...]
    postgresql: tuple[str, ...]

    def statements(self, dialect: str) -> tuple[str, ...]:
        """The statements for `SQLITE` or `POSTGRESQL`."""
        return self.sqlite if dialect == SQLITE else self.postgresql

    def fingerprint(self, dialect: str) -> str:
        """SHA-256 of the statements."""
        return hashlib.sha256("\n;\n".join(self.statements(dialect)).encode()).hexdigest()


MIGRATIONS = (
    Migration(1, "ledger", v0001_ledger.SQLITE, v0001_ledger.POSTGRESQL),
    Migration(2, "progress", v0002_progress.SQLITE, v0002_progress.POSTGRESQL),
)
NOTE_TABLE = (
    "CREATE TABLE IF NOT EXISTS schema_migration "
    "(version INTEGER PRIMARY KEY, name TEXT NOT NULL, fingerprint TEXT NOT NULL)"
)
