"""The ledger in one SQLite file: rollback journal, synchronous=EXTRA, append-only, one writer at a time.

With EXTRA a commit returns only after the data and the removal of the journal, with its folder entry, are on the disk
(sqlite.org/pragma.html#pragma_synchronous). WAL is not used: versions before 3.51.3 can lose pages at a reset.
"""

from __future__ import annotations

import contextlib
import os
import sqlite3
import threading
from collections.abc import Iterator, Sequence
from pathlib import Path

from radviewer.readerstudy.ledger import GENESIS, Draft, Head, Record, StoreProblem, must_agree, placed, taken
from radviewer.readerstudy.network_drive import refuse_network_drive
from radviewer.readerstudy.sqlite_schema import migrate

LEDGER_NAME = "study.sqlite"
_BUSY_SECONDS = 60.0  # eight writers on two loaded cores wait for each other for many seconds
_COLUMNS = "seq, id, kind, reader, slot, body, mac"


class SqliteLedger:
    """The ledger of one study folder. Safe between threads of a process and between processes of one machine.

    Args:
        path: The file; made if it is missing and `create` is set.
        key: Of the chain (`StudyKeys.derived("audit")`).
        create: Whether a new file may be made.

    Raises:
        StoreProblem: The file is missing, damaged, of a newer version, not writable or on a network drive.
    """

    def __init__(self, path: Path, key: bytes, *, create: bool = False) -> None:
        refuse_network_drive(path.parent)
        if not create and not path.is_file():
            raise StoreProblem(f"There is no store {path}.", hint="Name the study folder; `study schedule` makes it.")
        self.path, self._key, self._lock = path, key, threading.RLock()
        with said(path):
            if create:
                os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
            self._connection = connect(path)
            migrate(self._connection)

    def append(self, drafts: Sequence[Draft]) -> tuple[Record, ...]:
        """See `Ledger.append`."""
        with self._lock, said(self.path), transaction(self._connection):
            known = {item.id: found for item in drafts if (found := self._find("id", item.id)) is not None}
            fresh = [item for item in drafts if item.id not in known]
            for item in drafts:
                if item.id in known:
                    must_agree(known[item.id], item)
                elif item.slot is not None and self._find("slot", item.slot) is not None:
                    raise taken(item.slot)
            added = placed(self._key, self._head(), fresh)
            self._connection.executemany(
                f"INSERT INTO ledger ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",  # noqa: S608 - constant names
                [(r.seq, r.id, r.kind, r.reader, r.slot, r.body, r.mac) for r in added],
            )
        known |= {record.id: record for record in added}
        return tuple(known[item.id] for item in drafts)

    def records(self, *, after: int = 0, kind: str | None = None, reader: str | None = None) -> Iterator[Record]:
        """See `Ledger.records`; reads in pages, so that a long export holds no lock."""
        wishes, values = ["seq > ?"], [kind, reader]
        wishes += [f"{name} = ?" for name, value in zip(("kind", "reader"), values, strict=True) if value is not None]
        query = f"SELECT {_COLUMNS} FROM ledger WHERE {' AND '.join(wishes)} ORDER BY seq LIMIT 2000"  # noqa: S608
        given = [value for value in values if value is not None]
        while True:
            with self._lock, said(self.path):
                page = self._connection.execute(query, (after, *given)).fetchall()
            if not page:
                return
            for row in page:
                yield Record(*row)
            after = page[-1][0]

    def slots(self, reader: str) -> frozenset[str]:
        """See `Ledger.slots`."""
        with self._lock, said(self.path):
            rows = self._connection.execute(
                "SELECT slot FROM ledger WHERE reader = ? AND slot IS NOT NULL", (reader,)
            ).fetchall()
        return frozenset(row[0] for row in rows)

    def head(self) -> Head:
        """See `Ledger.head`."""
        with self._lock, said(self.path):
            return self._head()

    def backup(self, target: Path) -> None:
        """Copies the store while it is in use, whole or not at all.

        Raises:
            StoreProblem: The target exists or cannot be written.
        """
        if target.exists():
            raise StoreProblem(f"{target} exists already.", hint="Choose another name; nothing is overwritten.")
        part = target.with_name(target.name + ".part")
        with said(target):
            os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
            with contextlib.closing(sqlite3.connect(part)) as copy:
                copy.execute("PRAGMA synchronous=EXTRA")
                self._connection.backup(copy)
                if copy.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
                    raise StoreProblem(f"The copy of {self.path} is damaged.", hint="Use an earlier backup.")
            part.rename(target)

    def integrity(self) -> str:
        """The word "ok", or SQLite's first words about damage in the file's structure."""
        with self._lock, said(self.path):
            return str(self._connection.execute("PRAGMA integrity_check(1)").fetchone()[0])

    def close(self) -> None:
        """See `Ledger.close`."""
        with self._lock:
            self._connection.close()

    def _find(self, column: str, value: str) -> Record | None:
        query = f"SELECT {_COLUMNS} FROM ledger WHERE {column} = ?"  # noqa: S608 - constant names
        row = self._connection.execute(query, (value,)).fetchone()
        return None if row is None else Record(*row)

    def _head(self) -> Head:
        row = self._connection.execute("SELECT seq, mac FROM ledger ORDER BY seq DESC LIMIT 1").fetchone()
        return Head(0, GENESIS) if row is None else Head(row[0], row[1])


def connect(path: Path) -> sqlite3.Connection:
    """A connection with the settings that the promises rest on."""
    connection = sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False)
    try:
        for pragma in ("journal_mode=DELETE", "synchronous=EXTRA", "trusted_schema=OFF", "cell_size_check=ON"):
            connection.execute(f"PRAGMA {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """One write transaction: committed at the end, undone if anything fails."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        with contextlib.suppress(sqlite3.Error):  # a full disk has undone it already
            connection.execute("ROLLBACK")
        raise


@contextlib.contextmanager
def said(path: Path) -> Iterator[None]:
    """Turns SQLite's errors into words; none of them was acknowledged to a reader."""
    try:
        yield
    except sqlite3.Error as error:
        raise _problem(path, error) from error
    except OSError as error:
        raise StoreProblem(f"{path}: {error.strerror or error}. Nothing was saved.", hint="Try again.") from error


def _problem(path: Path, error: sqlite3.Error) -> StoreProblem:
    text = str(error)
    code = getattr(error, "sqlite_errorname", "") or ""
    if "FULL" in code or "full" in text:
        words, hint = "The disk is full", "Free some space, then press save again; the entries are still here."
    elif "READONLY" in code or "readonly" in text or "CANTOPEN" in code or "PERM" in code:
        words, hint = "The study folder cannot be written", "Check its permissions, then press save again."
    elif "BUSY" in code or "LOCKED" in code:
        words, hint = "Another program holds the store", "Wait a moment, then press save again."
    elif "IOERR" in code:
        words, hint = "The disk reports an error", "Press save again; if it stays, copy the folder to another disk."
    elif "CORRUPT" in code or "NOTADB" in code:
        words, hint = "The store is damaged", "The file was left as it is; restore the last copy from backups/."
    else:
        words, hint = f"The store refused ({text})", "Run `radviewer study verify`."
    return StoreProblem(f"{words}: {path}. Nothing was saved.", hint=hint)
