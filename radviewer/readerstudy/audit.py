"""Verifies the chain: every record in its place, none missing, none altered, none cut off the end.

Each record's MAC covers the one before (HMAC-SHA-256, key outside the database). Edits, insertions, deletions and
reorderings break it. A cut tail, or an old copy put back, leaves a valid shorter chain: these are found by *anchors*,
heads of the chain kept elsewhere. There is one beside the keys, moved after each save, and one in each export.
"""

from __future__ import annotations

import hmac
import json
import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.canonical import canonical
from radviewer.readerstudy.ledger import GENESIS, Head, Record, chain_mac


@dataclass(frozen=True, slots=True)
class Verdict:
    """What verification found.

    Attributes:
        records: Number of records seen.
        head: The end of the chain.
        faults: Sentences, the first faults only; empty for a whole chain.
        anchors: Number of anchors that were compared.
    """

    records: int
    head: Head
    faults: tuple[str, ...] = ()
    anchors: int = 0

    @property
    def whole(self) -> bool:
        """Whether nothing was found."""
        return not self.faults


@dataclass(slots=True)
class _Walk:
    """The state of one walk along the chain."""

    key: bytes
    mac: bytes = GENESIS
    seq: int = 0
    faults: list[str] = field(default_factory=list)


def verify(records: Iterable[Record], key: bytes, anchors: Sequence[Head] = ()) -> Verdict:
    """Walks the whole chain.

    Args:
        records: In the order of the store.
        key: `StudyKeys.derived("audit")`.
        anchors: Heads that the chain must pass through.

    Stops at the first broken record, for all that follow it are then without proof.
    """
    walk = _Walk(key)
    wanted: dict[int, list[bytes]] = {}
    for anchor in anchors:
        wanted.setdefault(anchor.seq, []).append(anchor.mac)
    for record in records:
        if record.seq != walk.seq + 1:
            walk.faults.append(f"After record {walk.seq} comes record {record.seq}: records are missing or moved.")
            break
        if not _fits(record, key, walk.mac):
            walk.faults.append(f"Record {record.seq} ({record.kind}) or its place was altered.")
            break
        walk.seq, walk.mac = record.seq, record.mac
        for mac in wanted.get(record.seq, ()):
            if not hmac.compare_digest(mac, record.mac):
                walk.faults.append(f"Record {record.seq} is not the one that was anchored: an old copy was put back.")
    if not walk.faults:
        for seq in sorted(wanted):
            if seq > walk.seq:
                walk.faults.append(
                    f"The chain ends at {walk.seq}, but {seq} records were anchored: its end was cut off."
                )
    return Verdict(walk.seq, Head(walk.seq, walk.mac), tuple(walk.faults), len(anchors))


def _fits(record: Record, key: bytes, before: bytes) -> bool:
    """Whether a record's MAC is right; SQLite keeps values of any type in a column, so types are no promise."""
    try:
        return hmac.compare_digest(chain_mac(key, before, record.seq, record), record.mac)
    except (AttributeError, TypeError, UnicodeEncodeError):
        return False


def write_anchor(path: Path, key: bytes, head: Head) -> None:
    """Moves the anchor forward, whole or not at all; it is signed, and never moves back.

    Args:
        path: Beside the keys, outside the study folder.
        key: `StudyKeys.derived("anchor")`.
        head: The end of the chain after a save.
    """
    if path.exists() and read_anchor(path, key).seq > head.seq:
        return
    values = {"seq": head.seq, "mac": head.mac.hex()}
    signed = {**values, "signature": hmac.digest(key, canonical(values).encode(), "sha256").hex()}
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    try:
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
            json.dump(signed, stream)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        raise InputProblem(
            f"The anchor {path} cannot be written ({error.strerror}); the call itself was saved.",
            hint="Check the key folder's permissions and free space.",
        ) from error


def read_anchor(path: Path, key: bytes) -> Head:
    """The head that was anchored.

    Raises:
        InputProblem: There is none, or it was altered.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        signature = bytes.fromhex(values.pop("signature"))
        head = Head(values["seq"], bytes.fromhex(values["mac"]))
        good = hmac.compare_digest(signature, hmac.digest(key, canonical(values).encode(), "sha256"))
    except FileNotFoundError as error:
        raise InputProblem(
            f"There is no anchor {path}; a cut end could not be found.", hint="Verify where the reading was done."
        ) from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise InputProblem(f"The anchor {path} cannot be read.", hint="Compare with the head of an export.") from error
    if not good:
        raise InputProblem(f"The anchor {path} was altered.", hint="Compare with the head of an export.")
    return head
