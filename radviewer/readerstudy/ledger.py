"""One append-only ledger holds everything that happens in a study; this module says what a record is.

Plan, assignments, calls, releases, pauses: each is a record with a place in one sequence, and each record's MAC covers
the one before. So there is no table that the audit does not cover. Stores for SQLite and PostgreSQL keep the same
columns and share the rules here.

* `id` is a UUID made by the writer: saying the same thing twice is one record.
* `slot` is a natural key ("the first call of this assignment"): a second, different record for it is refused.
"""

from __future__ import annotations

import hmac
import json
import uuid
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

from radviewer.core.errors import InputProblem, InternalError
from radviewer.readerstudy.canonical import canonical

GENESIS = bytes(32)


class StoreProblem(InputProblem):
    """A record was not saved, or the store cannot be used; nothing was acknowledged."""

    kind = "store"


class StoreAway(StoreProblem):
    """The server does not answer; the record may be kept in the local queue."""

    kind = "away"


class SlotTaken(StoreProblem):
    """Another record already holds this place, for example a call made in another window."""

    kind = "taken"


@dataclass(frozen=True, slots=True)
class Draft:
    """A record before it has its place in the sequence."""

    id: str
    kind: str
    reader: str
    slot: str | None
    body: str


@dataclass(frozen=True, slots=True)
class Record:
    """A record in the ledger: place, contents, and the MAC over both and over the record before."""

    seq: int
    id: str
    kind: str
    reader: str
    slot: str | None
    body: str
    mac: bytes

    @property
    def data(self) -> dict[str, Any]:
        """The body as a table."""
        return dict(json.loads(self.body))

    def same_as(self, draft: Draft) -> bool:
        """Whether the draft says what this record says."""
        return (self.id, self.kind, self.reader, self.slot, self.body) == (
            draft.id, draft.kind, draft.reader, draft.slot, draft.body,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class Head:
    """The end of the chain: number of records and MAC of the last (zeros if there is none)."""

    seq: int
    mac: bytes


class Ledger(Protocol):
    """What a store offers. Every method may raise `StoreProblem`."""

    def append(self, drafts: Sequence[Draft]) -> tuple[Record, ...]:
        """Adds all drafts or none, durably before it returns; drafts that are there already come back as they are."""

    def records(self, *, after: int = 0, kind: str | None = None, reader: str | None = None) -> Iterator[Record]:
        """Records in order of the sequence."""

    def slots(self, reader: str) -> frozenset[str]:
        """The slots that a reader's records hold."""

    def head(self) -> Head:
        """The end of the chain."""

    def close(self) -> None:
        """Releases files and connections."""


def draft(kind: str, body: Any, *, reader: str = "", slot: str | None = None, uid: str | None = None) -> Draft:
    """A draft with a canonical body; `uid` for a record that may be sent again."""
    return Draft(uid or str(uuid.uuid4()), kind, reader, slot, canonical(body))


def chain_mac(key: bytes, before: bytes, seq: int, item: Draft | Record) -> bytes:
    """HMAC-SHA-256 over the MAC before, the place and every column, each with its length so that none can shift."""
    parts = [before, seq.to_bytes(8, "big")]
    for text in (item.id, item.kind, item.reader, item.body):
        data = text.encode()
        parts += (len(data).to_bytes(8, "big"), data)
    slot = b"\x00" if item.slot is None else b"\x01" + item.slot.encode()
    parts.append(slot)
    return hmac.digest(key, b"".join(parts), "sha256")


def placed(key: bytes, head: Head, drafts: Sequence[Draft]) -> list[Record]:
    """The drafts as records that continue the chain."""
    records, mac = [], head.mac
    for seq, item in enumerate(drafts, head.seq + 1):
        mac = chain_mac(key, mac, seq, item)
        records.append(Record(seq, item.id, item.kind, item.reader, item.slot, item.body, mac))
    return records


def must_agree(found: Record, wanted: Draft) -> None:
    """Refuses a draft whose id exists with other contents.

    Raises:
        InternalError: The same UUID was used for two different things.
    """
    if not found.same_as(wanted):
        raise InternalError(f"The record {wanted.id} exists with other contents.")


def taken(slot: str) -> SlotTaken:
    """The error for a slot that another record holds."""
    return SlotTaken(
        f"This was recorded already ({slot}), perhaps in another window.", hint="Go on with the next case."
    )
