"""Keeps reading possible while the server is away: records wait in a local file, durably and in their order.

The file is an SQLite ledger of its own, with its own chain. A waiting record has no place in the study's sequence yet
(`seq` is 0). When the server is back, waiting records are sent first; ids make sending twice harmless. If somebody
else filled the same slot meanwhile (one reader on two workstations), nothing is lost: the record goes to the server
as a "conflict" for the administrator to look at.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from radviewer.readerstudy.canonical import plain
from radviewer.readerstudy.ledger import Draft, Head, Ledger, Record, SlotTaken, StoreAway, draft
from radviewer.readerstudy.server_ledger import ServerLedger
from radviewer.readerstudy.sqlite_ledger import SqliteLedger

QUEUE_NAME = "queue.sqlite"
_SENT = "sent"
RETRY_SECONDS = 5.0


def open_server(url: str, key: bytes, folder: Path) -> QueueLedger:
    """The server's ledger with a queue in the study folder of this workstation.

    Raises:
        StoreAway: The server does not answer; a sitting begins with it and can then go on without it.
    """
    return QueueLedger(ServerLedger(url, key), SqliteLedger(folder / QUEUE_NAME, key, create=True))


class QueueLedger:
    """A remote ledger with a local queue.

    Args:
        remote: The study's ledger.
        queue: The local file.
    """

    def __init__(self, remote: Ledger, queue: SqliteLedger) -> None:
        self.remote, self.queue = remote, queue
        self._waiting = self._read_queue()
        self._known: dict[str, frozenset[str]] = {}
        self._try_again = 0.0

    @property
    def waiting(self) -> int:
        """Number of records that the server does not have yet."""
        return len(self._waiting)

    def append(self, drafts: Sequence[Draft]) -> tuple[Record, ...]:
        """See `Ledger.append`; records that had to be queued come back with place 0."""
        if time.monotonic() >= self._try_again:
            try:
                self.flush()
                found = self.remote.append(drafts)
            except StoreAway:
                self._try_again = time.monotonic() + RETRY_SECONDS
            else:
                self._learn(drafts)
                return found
        local = {item.slot for item in self._waiting if item.slot}
        for item in drafts:
            if item.slot in self._known.get(item.reader, frozenset()) | local and item not in self._waiting:
                raise SlotTaken(f"This was recorded already ({item.slot}).", hint="Go on with the next case.")
        self.queue.append(drafts)
        self._waiting += [item for item in drafts if item not in self._waiting]
        return tuple(Record(0, d.id, d.kind, d.reader, d.slot, d.body, b"") for d in drafts)

    def flush(self) -> int:
        """Sends what waits, in order; returns the number sent.

        Raises:
            StoreAway: The server does not answer; what was sent stays sent.
        """
        sent = 0
        while self._waiting:
            item = self._waiting[0]
            try:
                self.remote.append([item])
            except SlotTaken:
                conflict = {"record": plain(item)}
                self.remote.append([draft("conflict", conflict, reader=item.reader, slot=f"conflict:{item.id}")])
            self.queue.append([draft(_SENT, {}, slot=f"{_SENT}:{item.id}")])
            self._learn([item])
            del self._waiting[0]
            sent += 1
        return sent

    def records(self, *, after: int = 0, kind: str | None = None, reader: str | None = None) -> Iterator[Record]:
        """See `Ledger.records`: those on the server, then those that wait."""
        yield from self.remote.records(after=after, kind=kind, reader=reader)
        for item in self._waiting:
            if kind in (None, item.kind) and reader in (None, item.reader):
                yield Record(0, item.id, item.kind, item.reader, item.slot, item.body, b"")

    def slots(self, reader: str) -> frozenset[str]:
        """See `Ledger.slots`; while the server is away, those that were known before and those that wait."""
        if time.monotonic() >= self._try_again:
            try:
                self._known[reader] = self.remote.slots(reader)
            except StoreAway:
                self._try_again = time.monotonic() + RETRY_SECONDS
        return self._known.get(reader, frozenset()) | {i.slot for i in self._waiting if i.slot and i.reader == reader}

    def head(self) -> Head:
        """See `Ledger.head`: the server's."""
        return self.remote.head()

    def close(self) -> None:
        """See `Ledger.close`; what waits stays in the file."""
        self.remote.close()
        self.queue.close()

    def _learn(self, drafts: Sequence[Draft]) -> None:
        for item in drafts:
            if item.slot is not None:
                self._known[item.reader] = self._known.get(item.reader, frozenset()) | {item.slot}

    def _read_queue(self) -> list[Draft]:
        found, sent = [], set()
        for record in self.queue.records():
            if record.kind == _SENT:
                sent.add(str(record.slot).removeprefix(f"{_SENT}:"))
            else:
                found.append(Draft(record.id, record.kind, record.reader, record.slot, record.body))
        return [item for item in found if item.id not in sent]
