"""The audit chain finds what was done to a ledger behind its back."""

from __future__ import annotations

import random
import time
from dataclasses import replace
from pathlib import Path

import pytest

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.audit import read_anchor, verify, write_anchor
from radviewer.readerstudy.ledger import GENESIS, Head, Record, draft, placed

KEY = b"k" * 32


def chain(n: int) -> list[Record]:
    drafts = [draft("reading", {"rating": k}, reader=f"R{k % 3}", slot=f"s{k}" if k % 2 else None) for k in range(n)]
    return placed(KEY, Head(0, GENESIS), drafts)


def tampered(records: list[Record], how: str, chance: random.Random) -> list[Record]:
    """One manipulation by somebody who has no key; rows are renumbered where that hides it better."""
    found, n = list(records), len(records)
    at = chance.randrange(n)
    match how:
        case "edit":
            column = chance.choice(["id", "kind", "reader", "slot", "body", "mac"])
            old = getattr(found[at], column)
            new = bytes([old[0] ^ 1]) + old[1:] if column == "mac" else f"{old or ''}x"
            found[at] = replace(found[at], **{column: new})
        case "delete":
            del found[at]
            if at == n - 1:
                return found
            found = [replace(record, seq=k) for k, record in enumerate(found, 1)] if chance.random() < 0.5 else found
        case "insert":
            found.insert(at, replace(found[chance.randrange(n)], id="new"))
            found = [replace(record, seq=k) for k, record in enumerate(found, 1)]
        case "reorder":
            other = (at + 1 + chance.randrange(n - 1)) % n
            found[at], found[other] = replace(found[other], seq=at + 1), replace(found[at], seq=other + 1)
        case "cut":
            found = found[: chance.randrange(n)]
        case "roll back and go on":
            keep = chance.randrange(n)
            head = Head(keep, found[keep - 1].mac if keep else GENESIS)
            forged = placed(b"x" * 32, head, [draft("reading", k) for k in range(n - keep)])
            found = found[:keep] + forged
    return found


@pytest.mark.parametrize("how", ["edit", "delete", "insert", "reorder", "cut", "roll back and go on"])
def test_every_one_of_five_hundred_manipulations_is_found(how: str) -> None:
    records, chance = chain(60), random.Random(how)
    anchor = [Head(60, records[-1].mac)]
    assert verify(records, KEY, anchor).whole
    trials = 500 // 6 + 1
    missed = [k for k in range(trials) if verify(tampered(records, how, chance), KEY, anchor).whole]
    assert missed == []


def test_an_honest_old_copy_that_was_put_back_and_used_is_found_by_the_anchor() -> None:
    """The workstation's own key went on from an old copy: the chain is valid, but it is not the anchored one."""
    records = chain(20)
    again = placed(KEY, Head(10, records[9].mac), [draft("reading", "other") for _ in range(15)])
    assert verify(records[:10] + again, KEY).whole
    verdict = verify(records[:10] + again, KEY, [Head(20, records[-1].mac)])
    assert any("old copy" in fault for fault in verdict.faults)


def test_columns_cannot_shift_their_contents_into_each_other() -> None:
    one = placed(KEY, Head(0, GENESIS), [draft("ab", 1, reader="c", uid="i")])[0]
    other = placed(KEY, Head(0, GENESIS), [draft("a", 1, reader="bc", uid="i")])[0]
    empty = placed(KEY, Head(0, GENESIS), [draft("a", 1, reader="bc", uid="i", slot="")])[0]
    assert len({one.mac, other.mac, empty.mac}) == 3


def test_the_wrong_key_verifies_nothing() -> None:
    assert not verify(chain(3), b"x" * 32).whole


def test_a_hundred_thousand_records_are_verified_in_five_seconds() -> None:
    records = chain(100_000)
    # Time of this process, so that a busy machine does not decide.
    begin = time.process_time()
    assert verify(records, KEY).records == 100_000
    assert time.process_time() - begin < 5


def test_an_anchor_moves_forward_only_and_is_signed(tmp_path: Path) -> None:
    records, path = chain(3), tmp_path / "head"
    write_anchor(path, KEY, Head(3, records[2].mac))
    write_anchor(path, KEY, Head(2, records[1].mac))
    assert read_anchor(path, KEY) == Head(3, records[2].mac)
    path.write_text(path.read_text().replace('"seq": 3', '"seq": 2'))
    with pytest.raises(InputProblem, match="was altered"):
        read_anchor(path, KEY)
    path.write_text("{")
    with pytest.raises(InputProblem, match="cannot be read"):
        read_anchor(path, KEY)
    path.unlink()
    with pytest.raises(InputProblem, match="no anchor"):
        read_anchor(path, KEY)
