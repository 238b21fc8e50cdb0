"""Bytes of a store that flip or are lost: found, or without consequence; the file itself is left as it is."""

from __future__ import annotations

import random
from pathlib import Path

import pytest

from radviewer.readerstudy.audit import verify
from radviewer.readerstudy.ledger import Head, StoreProblem, draft
from radviewer.readerstudy.sqlite_ledger import SqliteLedger

KEY = b"k" * 32


def outcome(path: Path, anchor: Head, wanted: list[object]) -> str:
    """The word "found", "harmless", or "silent" for damage that nobody would notice."""
    before = path.read_bytes()
    try:
        ledger = SqliteLedger(path, KEY)
    except StoreProblem:
        assert path.read_bytes() == before
        return "found"
    try:
        if not verify(ledger.records(), KEY, [anchor]).whole or ledger.integrity() != "ok":
            return "found"
        return "harmless" if list(ledger.records()) == wanted else "silent"
    except StoreProblem:
        return "found"
    finally:
        ledger.close()
        assert path.read_bytes() == before


def damaged(data: bytes, chance: random.Random) -> bytes:
    at = chance.randrange(len(data))
    match chance.randrange(4):
        case 0:
            return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]
        case 1:
            return data[:at]
        case 2:
            return data[:at] + chance.randbytes(min(16, len(data) - at)) + data[at + 16 :]
        case _:
            page = at // 4096 * 4096
            return data[:page] + bytes(4096) + data[page + 4096 :]


def damage(tmp_path: Path, trials: int) -> set[str]:
    path = tmp_path / "study.sqlite"
    ledger = SqliteLedger(path, KEY, create=True)
    ledger.append(
        [draft("reading", {"n": n, "sealed": "x" * 300}, reader=f"R{n % 3}", slot=f"s{n}") for n in range(150)]
    )
    wanted, anchor = list(ledger.records()), ledger.head()
    ledger.close()
    whole, chance, seen = path.read_bytes(), random.Random(5), set()
    for trial in range(trials):
        path.write_bytes(damaged(whole, chance))
        result = outcome(path, anchor, list(wanted))
        assert result != "silent", trial
        seen.add(result)
    return seen


def test_damage_to_the_file_is_found_or_harmless(tmp_path: Path) -> None:
    assert "found" in damage(tmp_path, 60)


@pytest.mark.slow
def test_four_hundred_cases_of_damage_are_found_or_harmless(tmp_path: Path) -> None:
    assert "found" in damage(tmp_path, 400)
