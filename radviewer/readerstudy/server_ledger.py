"""The ledger in PostgreSQL, for several workstations: the same columns and rules as in SQLite.

An advisory lock puts writers in a row (one study, one chain), `synchronous_commit` makes a commit mean what it says,
and ids made by the writer make it safe to send a record again when the answer to a commit was lost on the way.
"""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from radviewer.core.errors import UsageProblem
from radviewer.readerstudy.ledger import (
    GENESIS,
    Draft,
    Head,
    Record,
    StoreAway,
    StoreProblem,
    must_agree,
    placed,
    taken,
)
from radviewer.readerstudy.migrations import MIGRATIONS, NOTE_TABLE, POSTGRESQL
from radviewer.readerstudy.sqlite_schema import check_notes

if TYPE_CHECKING:
    from sqlalchemy import Connection

_LOCK = 0x7261647669657765  # "radviewe": one key for all radviewer ledgers of a database
_COLUMNS = "seq, id, kind, reader, slot, body, mac"
# SQLSTATE classes and codes that say "not now": connection, resources, shutdown (PostgreSQL manual, appendix A).
_AWAY = ("08", "53", "57P")


class ServerLedger:
    """The ledger of one study in a PostgreSQL database of its own.

    Args:
        url: postgresql://user:password@host:port/database
        key: Of the chain (`StudyKeys.derived("audit")`).
        connect_seconds: How long to wait for the server.

    Raises:
        StoreAway: The server does not answer.
        StoreProblem: The database refuses, or belongs to a newer program.
        UsageProblem: The URL is none of PostgreSQL, or the packages are missing.
    """

    def __init__(self, url: str, key: bytes, *, connect_seconds: float = 5.0) -> None:
        self._key, self._engine = key, _engine(url, connect_seconds)
        with self._work() as connection:
            _migrate(connection)

    def append(self, drafts: Sequence[Draft]) -> tuple[Record, ...]:
        """See `Ledger.append`."""
        from sqlalchemy import text

        with self._work() as connection:
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
            known = {item.id: found for item in drafts if (found := _find(connection, "id", item.id)) is not None}
            fresh = [item for item in drafts if item.id not in known]
            for item in drafts:
                if item.id in known:
                    must_agree(known[item.id], item)
                elif item.slot is not None and _find(connection, "slot", item.slot) is not None:
                    raise taken(item.slot)
            added = placed(self._key, _head(connection), fresh)
            if added:
                insert = f"INSERT INTO ledger ({_COLUMNS}) VALUES (:seq, :id, :kind, :reader, :slot, :body, :mac)"  # noqa: S608
                connection.execute(text(insert), [_values(record) for record in added])
        known |= {record.id: record for record in added}
        return tuple(known[item.id] for item in drafts)

    def records(self, *, after: int = 0, kind: str | None = None, reader: str | None = None) -> Iterator[Record]:
        """See `Ledger.records`."""
        from sqlalchemy import text

        given = {name: value for name, value in (("kind", kind), ("reader", reader)) if value is not None}
        wishes = "".join(f" AND {name} = :{name}" for name in given)
        query = text(f"SELECT {_COLUMNS} FROM ledger WHERE seq > :after{wishes} ORDER BY seq LIMIT 2000")  # noqa: S608
        while True:
            with self._work() as connection:
                page = [_record(row) for row in connection.execute(query, {"after": after, **given})]
            if not page:
                return
            yield from page
            after = page[-1].seq

    def slots(self, reader: str) -> frozenset[str]:
        """See `Ledger.slots`."""
        from sqlalchemy import text

        query = text("SELECT slot FROM ledger WHERE reader = :reader AND slot IS NOT NULL")
        with self._work() as connection:
            return frozenset(row[0] for row in connection.execute(query, {"reader": reader}))

    def head(self) -> Head:
        """See `Ledger.head`."""
        with self._work() as connection:
            return _head(connection)

    def close(self) -> None:
        """See `Ledger.close`."""
        self._engine.dispose()

    @contextlib.contextmanager
    def _work(self) -> Iterator[Connection]:
        """One transaction; errors become words, those of a missing server `StoreAway`."""
        from sqlalchemy import exc, text

        try:
            with self._engine.begin() as connection:
                connection.execute(text("SET LOCAL synchronous_commit TO on"))
                yield connection
        except exc.InterfaceError as error:
            raise _away(error) from error
        except exc.DBAPIError as error:
            state = str(_state(error))
            if error.connection_invalidated or state.startswith(_AWAY):
                raise _away(error) from error
            raise StoreProblem(
                f"The database refused ({_state(error) or type(error).__name__}). Nothing was saved.",
                hint="Ask whoever looks after the server.",
            ) from error
        except OSError as error:
            raise _away(error) from error


def _engine(url: str, connect_seconds: float) -> Any:
    try:
        import pg8000  # noqa: F401 - the driver that the URL below names
        from sqlalchemy import create_engine, exc, make_url
    except ImportError as error:
        raise UsageProblem(
            "PostgreSQL needs two more packages.", hint="Install them: pip install 'radviewer[server]'."
        ) from error
    try:
        parsed = make_url(url)
    except exc.ArgumentError as error:
        raise UsageProblem("The server's URL cannot be read.", hint="Like postgresql://user@host/database.") from error
    if parsed.get_backend_name() != "postgresql":
        raise UsageProblem("The server's URL is not of PostgreSQL.", hint="Like postgresql://user@host/database.")
    # A lost connection becomes `StoreAway` and is said once; the pool need not log it as well.
    logging.getLogger("sqlalchemy.pool").setLevel(logging.CRITICAL)
    # The pool tests a connection before use, so one that died in a pause is replaced and not reported.
    return create_engine(
        parsed.set(drivername="postgresql+pg8000"), pool_pre_ping=True, pool_size=2, max_overflow=2,
        connect_args={"timeout": connect_seconds}, hide_parameters=True,
    )  # fmt: skip


def _migrate(connection: Connection) -> None:
    from sqlalchemy import text

    connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
    connection.execute(text(NOTE_TABLE))
    notes = [(row[0], row[1]) for row in connection.execute(text("SELECT version, fingerprint FROM schema_migration"))]
    check_notes(notes, MIGRATIONS, POSTGRESQL)
    done = {version for version, _ in notes}
    for step in MIGRATIONS:
        if step.version in done:
            continue
        for statement in step.postgresql:
            connection.exec_driver_sql(statement)
        connection.execute(
            text("INSERT INTO schema_migration VALUES (:version, :name, :fingerprint)"),
            {"version": step.version, "name": step.name, "fingerprint": step.fingerprint(POSTGRESQL)},
        )


def _find(connection: Connection, column: str, value: str) -> Record | None:
    from sqlalchemy import text

    query = text(f"SELECT {_COLUMNS} FROM ledger WHERE {column} = :value")  # noqa: S608 - constant names
    row = connection.execute(query, {"value": value}).first()
    return None if row is None else _record(row)


def _head(connection: Connection) -> Head:
    from sqlalchemy import text

    row = connection.execute(text("SELECT seq, mac FROM ledger ORDER BY seq DESC LIMIT 1")).first()
    return Head(0, GENESIS) if row is None else Head(row[0], bytes(row[1]))


def _record(row: Any) -> Record:
    return Record(row[0], row[1], row[2], row[3], row[4], row[5], bytes(row[6]))


def _values(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in _COLUMNS.split(", ")}


def _state(error: Any) -> str:
    """The SQLSTATE that pg8000 puts into the first argument of its errors under "C"; empty if there is none."""
    first = error.orig.args[0] if error.orig is not None and error.orig.args else None
    return str(first.get("C", "")) if isinstance(first, dict) else ""


def _away(error: BaseException) -> StoreAway:
    return StoreAway(
        f"The study's server does not answer ({type(error).__name__}).",
        hint="The call is kept on this workstation and sent when the server is back.",
    )
