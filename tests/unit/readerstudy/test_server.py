"""The ledger on a real PostgreSQL, and the queue that bridges its absence."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from radviewer.core.errors import UsageProblem
from radviewer.readerstudy.audit import verify
from radviewer.readerstudy.clock import ManualClock
from radviewer.readerstudy.keys import new_keys
from radviewer.readerstudy.ledger import SlotTaken, StoreAway, StoreProblem, draft
from radviewer.readerstudy.opened import open_study
from radviewer.readerstudy.queue_ledger import QUEUE_NAME, QueueLedger, open_server
from radviewer.readerstudy.session import ReadingSession
from radviewer.readerstudy.sqlite_ledger import SqliteLedger
from radviewer.readerstudy.study_store import Place, StudyStore
from tests.unit.readerstudy.building import plan
from tests.unit.readerstudy.postgres import Server
from tests.unit.readerstudy.reading import rating_of, read_all, read_case

KEY = b"k" * 32
ROOT = Path(__file__).resolve().parents[3]


@pytest.fixture(scope="module")
def server() -> Iterator[Server]:
    pytest.importorskip("sqlalchemy")
    pytest.importorskip("pg8000")
    made = Server()
    made.start()
    yield made
    made.remove()


@pytest.fixture
def url(server: Server, request: pytest.FixtureRequest) -> str:
    return server.database(f"t{abs(hash(request.node.name)) % 10**9}")


def open_ledger(url: str):
    from radviewer.readerstudy.server_ledger import ServerLedger

    return ServerLedger(url, KEY)


def test_the_server_keeps_the_rules_of_the_ledger(url: str) -> None:
    from sqlalchemy import create_engine, exc, text

    ledger = open_ledger(url)
    item = draft("note", {"n": 1, "text": "ä%:x"}, reader="R1", slot="s")
    first = ledger.append([item])
    assert ledger.append([item, item]) == first * 2
    with pytest.raises(SlotTaken):
        ledger.append([draft("note", {}), draft("note", {}, slot="s")])
    ledger.append([draft("note", n, reader="R2") for n in range(2500)])
    again = open_ledger(url)
    assert [record.seq for record in again.records()] == list(range(1, 2502))
    assert again.slots("R1") == {"s"}
    assert verify(again.records(), KEY, [ledger.head()]).whole
    engine = create_engine(url.replace("postgresql:", "postgresql+pg8000:"))
    for statement in ("UPDATE ledger SET body = '1'", "DELETE FROM ledger", "TRUNCATE ledger"):
        with pytest.raises(exc.DBAPIError, match="append-only"), engine.begin() as connection:
            connection.execute(text(statement))
    engine.dispose()
    ledger.close()
    again.close()


def test_a_study_on_a_server_is_the_same_as_one_in_a_file(url: str, tmp_path: Path) -> None:
    clock = ManualClock()
    made = plan(tmp_path / "source", readers=2, cases=4)
    place = Place(tmp_path / "study", new_keys("test-study"), tmp_path / "anchors", url)
    with StudyStore.freeze(made, tmp_path / "source", place, clock) as store:
        for reader in store.readers():
            read_all(store, clock, reader)
        for reading in open_study(store).readings:
            item = reading.assignment
            assert reading.answers["rating"] == rating_of(item.reader, item.number, reading.stage.value)
        assert store.verify()[0].whole
        with pytest.raises(StoreProblem, match="backed up by the server"):
            store.backup()
    assert not (tmp_path / "study/study.sqlite").exists()
    with pytest.raises(StoreProblem, match="PostgreSQL"):
        StudyStore.open(Place(place.folder, place.keys, place.anchors), clock)


def test_reading_goes_on_while_the_server_is_away_and_every_call_arrives_once(
    server: Server, url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("radviewer.readerstudy.queue_ledger.RETRY_SECONDS", 0.0)
    clock = ManualClock()
    made = plan(tmp_path / "source", readers=1, cases=8)
    place = Place(tmp_path / "study", new_keys("test-study"), tmp_path / "anchors", url)
    with StudyStore.freeze(made, tmp_path / "source", place, clock) as store:
        session = ReadingSession(store.desk("R1"))
        read_case(session, clock, "R1", 0)
        server.stop()
        try:
            for number in range(1, 4):
                read_case(session, clock, "R1", number)
            queue = store.ledger
            assert isinstance(queue, QueueLedger)
            assert queue.waiting == 9, "three cases: a first call, a release and a last call each"
            with pytest.raises(StoreAway):
                StudyStore.open(place, clock)
        finally:
            server.start()
        for number in range(4, 8):
            read_case(session, clock, "R1", number)
        assert queue.waiting == 0
        opened = open_study(store)
        assert len(opened.readings) == 16
        assert store.verify()[0].whole
        for reading in opened.readings:
            item = reading.assignment
            assert reading.answers["rating"] == rating_of("R1", item.number, reading.stage.value)


def test_what_waits_survives_the_end_of_the_program_and_a_conflict_is_kept(
    server: Server, url: str, tmp_path: Path
) -> None:
    ledger = open_server(url, KEY, tmp_path)
    ledger.remote.append([draft("note", "elsewhere", reader="R1", slot="b")])
    ledger.close()
    queue = SqliteLedger(tmp_path / QUEUE_NAME, KEY)
    queue.append([draft("note", 1, reader="R1", slot="a"), draft("note", "here", reader="R1", slot="b")])
    queue.close()
    again = open_server(url, KEY, tmp_path)
    assert again.waiting == 2
    again.append([draft("note", 3, reader="R1", slot="c")])
    kinds = [record.kind for record in again.remote.records()]
    assert kinds == ["note", "note", "conflict", "note"]
    conflict = next(iter(again.remote.records(kind="conflict"))).data
    assert conflict["record"]["body"] == '"here"'
    again.close()
    third = open_server(url, KEY, tmp_path)
    assert third.waiting == 0
    third.close()


def test_an_address_that_is_no_postgresql_is_refused_in_words() -> None:
    for wrong in ("mysql://x/y", "nonsense"):
        with pytest.raises(UsageProblem, match="URL"):
            open_ledger(wrong)


CLIENT = """
import sys, time
from radviewer.readerstudy.ledger import StoreAway, draft
from radviewer.readerstudy.server_ledger import ServerLedger
url, name, calls = sys.argv[1], sys.argv[2], int(sys.argv[3])
ledger = None
for n in range(calls):
    item = draft("reading", n, reader=name, slot=f"{name}:{n}")
    for attempt in range(600):
        try:
            ledger = ledger or ServerLedger(url, b"k" * 32)
            ledger.append([item])
            break
        except StoreAway:
            time.sleep(0.1)
    else:
        raise SystemExit("the server stayed away")
"""


def many_clients(server: Server, url: str, clients: int, calls: int, restarts: int) -> None:
    open_ledger(url).close()
    processes = [
        subprocess.Popen([sys.executable, "-c", CLIENT, url, f"R{k}", str(calls)], cwd=ROOT) for k in range(clients)
    ]
    for number in range(restarts):
        time.sleep(2.0)
        server.stop("immediate" if number % 2 else "fast")
        server.start()
    assert [process.wait(timeout=1000) for process in processes] == [0] * clients
    ledger = open_ledger(url)
    for k in range(clients):
        assert [record.body for record in ledger.records(reader=f"R{k}")] == [str(n) for n in range(calls)]
    assert verify(ledger.records(), KEY).whole
    assert ledger.head().seq == clients * calls
    ledger.close()


def test_clients_of_a_server_that_restarts_write_every_row_once(server: Server, url: str) -> None:
    many_clients(server, url, 3, 60, 1)


@pytest.mark.slow
@pytest.mark.timeout(1500)
def test_twenty_clients_write_ten_thousand_rows_once_over_ten_restarts(server: Server, url: str) -> None:
    many_clients(server, url, 20, 500, 10)
