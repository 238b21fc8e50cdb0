"""The ledger itself, and the guards that keep honest programs from changing what was written.

The guards stop mistakes, not attackers: whoever owns the file can drop a trigger. The audit chain finds what they did.
"""

from __future__ import annotations

_COLUMNS = """(
    seq {number} PRIMARY KEY CHECK (seq > 0),
    id TEXT NOT NULL UNIQUE,
    kind TEXT NOT NULL,
    reader TEXT NOT NULL,
    slot TEXT UNIQUE,
    body TEXT NOT NULL,
    mac {binary} NOT NULL CHECK (length(mac) = 32)
)"""
_ABORT = "BEGIN SELECT RAISE(ABORT, 'the ledger is append-only'); END"

SQLITE = (
    "CREATE TABLE ledger " + _COLUMNS.format(number="INTEGER", binary="BLOB"),
    f"CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger {_ABORT}",
    f"CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger {_ABORT}",
    # REPLACE removes rows without asking a delete trigger, so an insert may only continue the sequence with new keys.
    "CREATE TRIGGER ledger_only_append BEFORE INSERT ON ledger "  # noqa: S608 - constants
    "WHEN NEW.seq <> (SELECT coalesce(max(seq), 0) + 1 FROM ledger) "
    "OR EXISTS (SELECT 1 FROM ledger WHERE id = NEW.id) "
    "OR (NEW.slot IS NOT NULL AND EXISTS (SELECT 1 FROM ledger WHERE slot = NEW.slot)) " + _ABORT,
)
POSTGRESQL = (
    "CREATE TABLE ledger " + _COLUMNS.format(number="BIGINT", binary="BYTEA"),
    "CREATE FUNCTION ledger_refuse() RETURNS trigger LANGUAGE plpgsql AS "
    "$$ BEGIN RAISE EXCEPTION 'the ledger is append-only'; END $$",
    "CREATE TRIGGER ledger_no_change BEFORE UPDATE OR DELETE ON ledger FOR EACH ROW EXECUTE FUNCTION ledger_refuse()",
    "CREATE TRIGGER ledger_no_truncate BEFORE TRUNCATE ON ledger EXECUTE FUNCTION ledger_refuse()",
)
