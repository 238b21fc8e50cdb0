"""Indexes for what is asked most often: a reader's own records at the start of a sitting, and progress by kind."""

from __future__ import annotations

SQLITE = (
    "CREATE INDEX ledger_by_reader ON ledger (reader, kind, seq)",
    "CREATE INDEX ledger_by_kind ON ledger (kind, seq)",
)
POSTGRESQL = SQLITE
