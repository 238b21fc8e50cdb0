"""Brings an SQLite store to the present schema, each step whole or not at all."""

from __future__ import annotations

import contextlib
import sqlite3
from collections.abc import Sequence

from radviewer.readerstudy.ledger import StoreProblem
from radviewer.readerstudy.migrations import MIGRATIONS, NOTE_TABLE, SQLITE, Migration


def migrate(connection: sqlite3.Connection, migrations: Sequence[Migration] = MIGRATIONS) -> int:
    """Runs the steps that have not run, and returns the version.

    Safe to run from several processes at once, and to be killed at any time: a step and its note are one transaction.

    Raises:
        StoreProblem: The store is of a newer program, or a step differs from the one that ran.
        sqlite3.Error: A step failed; the store is as before it.
    """
    version = applied(connection)
    if version == migrations[-1].version and version > 0:
        _check(connection, migrations)
        return version
    for step in migrations:
        connection.execute("BEGIN IMMEDIATE")
        try:
            connection.execute(NOTE_TABLE)
            # Another process may have run it while this one waited for the lock.
            if applied(connection) < step.version:
                for statement in step.sqlite:
                    connection.execute(statement)
                note = (step.version, step.name, step.fingerprint(SQLITE))
                connection.execute("INSERT INTO schema_migration VALUES (?, ?, ?)", note)
            connection.execute("COMMIT")
        except BaseException:
            with contextlib.suppress(sqlite3.Error):
                connection.execute("ROLLBACK")
            raise
    _check(connection, migrations)
    return applied(connection)


def applied(connection: sqlite3.Connection) -> int:
    """The version of the last step that ran; 0 for an empty store."""
    exists = connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'schema_migration'").fetchone()
    if not exists:
        return 0
    row = connection.execute("SELECT max(version) FROM schema_migration").fetchone()
    return int(row[0] or 0)


def _check(connection: sqlite3.Connection, migrations: Sequence[Migration]) -> None:
    check_notes(connection.execute("SELECT version, fingerprint FROM schema_migration").fetchall(), migrations, SQLITE)


def check_notes(notes: Sequence[tuple[int, str]], migrations: Sequence[Migration], dialect: str) -> None:
    """Compares what ran with what this program knows.

    Raises:
        StoreProblem: The store is newer, or a step differs.
    """
    known = {step.version: step.fingerprint(dialect) for step in migrations}
    for version, fingerprint in notes:
        if version not in known:
            raise StoreProblem(
                f"The store has schema {version}; this program knows up to {max(known)}.", hint="Update the program."
            )
        if known[version] != fingerprint:
            raise StoreProblem(f"Step {version} of the store's schema was altered.", hint="Restore a backup.")
