"""The ledger in SQLite: append-only, once only, in words when the disk fails."""

from __future__ import annotations

import sqlite3
import stat
import subprocess
import sys
import uuid
from dataclasses import replace
from pathlib import Path

import pytest

from radviewer.core.errors import InternalError
from radviewer.readerstudy.ledger import SlotTaken, StoreProblem, draft
from radviewer.readerstudy.migrations import MIGRATIONS, Migration
from radviewer.readerstudy.network_drive import mount_type, network_kind
from radviewer.readerstudy.sqlite_ledger import SqliteLedger
from radviewer.readerstudy.sqlite_schema import applied, migrate

KEY = b"k" * 32


@pytest.fixture
def ledger(tmp_path: Path):
    store = SqliteLedger(tmp_path / "study.sqlite", KEY, create=True)
    yield store
    store.close()


def test_saying_the_same_twice_is_one_record(ledger: SqliteLedger) -> None:
    item = draft("note", {"n": 1}, reader="R1", slot="s")
    first, again = ledger.append([item]), ledger.append([item, item])
    assert again == first * 2
    assert ledger.head().seq == 1


def test_one_id_for_two_contents_is_a_defect_and_one_slot_for_two_records_is_refused(ledger: SqliteLedger) -> None:
    item = draft("note", {"n": 1}, slot="s")
    ledger.append([item])
    with pytest.raises(InternalError):
        ledger.append([replace(item, body="{}")])
    with pytest.raises(SlotTaken):
        ledger.append([draft("note", {}), draft("note", {}, slot="s")])
    assert ledger.head().seq == 1, "nothing of a refused batch stays"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET body = '{}'",
        "DELETE FROM ledger",
        "INSERT INTO ledger VALUES (9, 'x', 'k', '', NULL, '{}', zeroblob(32))",
        "INSERT OR REPLACE INTO ledger SELECT seq, id, kind, reader, slot, '{}', mac FROM ledger",
        "REPLACE INTO ledger SELECT 2, id, kind, reader, slot, '{}', mac FROM ledger",
    ],
)
def test_a_written_record_is_neither_changed_nor_removed(ledger: SqliteLedger, statement: str) -> None:
    before = list(ledger.records()) or list(ledger.append([draft("note", {"n": 1}, slot="s")]))
    with sqlite3.connect(ledger.path) as other, pytest.raises(sqlite3.IntegrityError, match="append-only"):
        other.execute(statement)
    other.close()
    assert list(ledger.records()) == before


def test_records_come_in_order_over_many_pages_and_by_kind_and_reader(ledger: SqliteLedger) -> None:
    ledger.append([draft("a" if n % 2 else "b", n, reader=f"R{n % 3}") for n in range(4500)])
    assert [record.seq for record in ledger.records()] == list(range(1, 4501))
    assert [record.body for record in ledger.records(kind="a", reader="R1")] == [str(n) for n in range(1, 4500, 6)]
    assert next(ledger.records(after=4499)).body == "4499"


@pytest.mark.parametrize(
    ("column", "value"),
    [
        *((column, value) for column in ("body", "mac", "kind", "slot") for value in ("x'ff00'", "7", "1.5")),
        ("slot", "NULL"),
    ],
)
def test_a_value_of_another_type_is_found_and_not_a_crash(ledger: SqliteLedger, column: str, value: str) -> None:
    from radviewer.readerstudy.audit import verify

    ledger.append([draft("note", n, slot=f"s{n}") for n in range(3)])
    with sqlite3.connect(ledger.path) as other:
        other.execute("PRAGMA ignore_check_constraints=ON")
        other.execute("DROP TRIGGER ledger_no_update")
        other.execute(f"UPDATE ledger SET {column} = {value} WHERE seq = 2")
    other.close()
    assert not verify(ledger.records(), KEY).whole


def test_the_store_is_for_the_user_only(ledger: SqliteLedger) -> None:
    assert stat.S_IMODE(ledger.path.stat().st_mode) == 0o600


def test_a_missing_store_is_not_made_by_mistake(tmp_path: Path) -> None:
    with pytest.raises(StoreProblem, match="There is no store"):
        SqliteLedger(tmp_path / "study.sqlite", KEY)


def test_a_damaged_file_is_named_and_left_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "study.sqlite"
    path.write_bytes(b"not a database " * 100)
    with pytest.raises(StoreProblem, match="damaged") as caught:
        SqliteLedger(path, KEY)
    assert "backups" in caught.value.hint
    assert path.read_bytes() == b"not a database " * 100


def test_a_backup_is_a_whole_store_and_overwrites_nothing(ledger: SqliteLedger, tmp_path: Path) -> None:
    ledger.append([draft("note", n) for n in range(100)])
    ledger.backup(tmp_path / "copy.sqlite")
    copy = SqliteLedger(tmp_path / "copy.sqlite", KEY)
    assert list(copy.records()) == list(ledger.records())
    copy.close()
    with pytest.raises(StoreProblem, match="exists already"):
        ledger.backup(tmp_path / "copy.sqlite")


FULL_DISK = """
import resource, signal, sys
from pathlib import Path
from radviewer.readerstudy.ledger import StoreProblem, draft
from radviewer.readerstudy.sqlite_ledger import SqliteLedger
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
ledger = SqliteLedger(Path(sys.argv[1]), b"k" * 32)
resource.setrlimit(resource.RLIMIT_FSIZE, (ledger.path.stat().st_size + 8192, resource.RLIM_INFINITY))
item = draft("note", "x" * 200_000)
try:
    ledger.append([item])
except StoreProblem as error:
    print(error.message)
resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
print("retry", ledger.append([item])[0].seq)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit on file sizes to fill a disk with")
def test_when_the_disk_is_full_nothing_is_acknowledged_and_a_retry_works(ledger: SqliteLedger) -> None:
    ledger.append([draft("note", n) for n in range(3)])
    result = subprocess.run(
        [sys.executable, "-c", FULL_DISK, str(ledger.path)], capture_output=True, text=True, check=True, timeout=60
    )
    assert "Nothing was saved" in result.stdout
    assert result.stdout.endswith("retry 4\n")
    assert [record.body for record in ledger.records()][:3] == ["0", "1", "2"]


def test_a_store_that_cannot_be_written_says_so(ledger: SqliteLedger, tmp_path: Path) -> None:
    # Permissions do not stop the super-user, so the connection itself is made read-only.
    ledger._connection.execute("PRAGMA query_only=ON")
    with pytest.raises(StoreProblem, match="cannot be written"):
        ledger.append([draft("note", 1)])


WRITER = """
import sys
from pathlib import Path
from radviewer.readerstudy.ledger import draft
from radviewer.readerstudy.sqlite_ledger import SqliteLedger
ledger = SqliteLedger(Path(sys.argv[1]), b"k" * 32)
for n in range(int(sys.argv[3])):
    ledger.append([draft("reading", n, reader=sys.argv[2])])
"""


def many_writers(path: Path, writers: int, calls: int) -> None:
    processes = [
        subprocess.Popen([sys.executable, "-c", WRITER, str(path), f"R{k}", str(calls)]) for k in range(writers)
    ]
    assert [process.wait(timeout=1200) for process in processes] == [0] * writers


def check_many(ledger: SqliteLedger, writers: int, calls: int) -> None:
    from radviewer.readerstudy.audit import verify

    assert verify(ledger.records(), KEY).whole
    for k in range(writers):
        assert [record.body for record in ledger.records(reader=f"R{k}")] == [str(n) for n in range(calls)]


def test_four_processes_that_write_one_file_lose_and_double_nothing(ledger: SqliteLedger) -> None:
    many_writers(ledger.path, 4, 25)
    check_many(ledger, 4, 25)


@pytest.mark.slow
def test_eight_processes_with_a_thousand_calls_each_lose_and_double_nothing(ledger: SqliteLedger) -> None:
    many_writers(ledger.path, 8, 1000)
    check_many(ledger, 8, 1000)


def test_a_store_of_a_newer_program_or_an_altered_step_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "study.sqlite"
    SqliteLedger(path, KEY, create=True).close()
    with sqlite3.connect(path) as connection:
        connection.execute("INSERT INTO schema_migration VALUES (99, 'future', 'x')")
    connection.close()
    with pytest.raises(StoreProblem, match="schema 99"):
        SqliteLedger(path, KEY)
    with sqlite3.connect(path) as connection:
        connection.execute("DELETE FROM schema_migration WHERE version = 99")
        connection.execute("UPDATE schema_migration SET fingerprint = 'x' WHERE version = 1")
    connection.close()
    with pytest.raises(StoreProblem, match="Step 1"):
        SqliteLedger(path, KEY)


MIGRATOR = """
import os, signal, sqlite3, sys
from radviewer.readerstudy.migrations import MIGRATIONS, Migration
from radviewer.readerstudy.sqlite_ledger import connect
from radviewer.readerstudy.sqlite_schema import migrate
from pathlib import Path
steps = tuple(f"CREATE TABLE extra{n} AS SELECT * FROM ledger" for n in range(6))
count = int(sys.argv[2])
def tick():
    global count
    count -= 1
    if count < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return 0
connection = connect(Path(sys.argv[1]))
connection.set_progress_handler(tick, 40)
migrate(connection, (*MIGRATIONS, Migration(3, "extra", steps, ())))
print("done")
"""


def killed_migrations(tmp_path: Path, points: range) -> set[int]:
    seen = set()
    for point in points:
        path = tmp_path / f"{point}.sqlite"
        store = SqliteLedger(path, KEY, create=True)
        store.append([draft("note", n) for n in range(30)])
        store.close()
        subprocess.run(
            [sys.executable, "-c", MIGRATOR, str(path), str(point)], capture_output=True, timeout=60, check=False
        )
        connection = sqlite3.connect(path)
        version = applied(connection)
        tables = {row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE name LIKE 'extra%'")}
        assert len(tables) == (6 if version == 3 else 0), "between two schemas"
        assert connection.execute("SELECT count(*) FROM ledger").fetchone() == (30,)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        connection.close()
        seen.add(version)
    return seen


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_migration_leaves_the_old_or_the_new_schema(tmp_path: Path) -> None:
    assert killed_migrations(tmp_path, range(5, 200, 40)) >= {2}


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_migration_killed_at_a_hundred_points_leaves_the_old_or_the_new_schema(tmp_path: Path) -> None:
    assert killed_migrations(tmp_path, range(0, 300, 3)) == {2, 3}


def test_a_failing_step_leaves_the_schema_before_it(tmp_path: Path) -> None:
    store = SqliteLedger(tmp_path / "study.sqlite", KEY, create=True)
    broken = Migration(3, "broken", ("CREATE TABLE extra (x)", "CREATE NONSENSE"), ())
    with pytest.raises(sqlite3.OperationalError):
        migrate(store._connection, (*MIGRATIONS, broken))
    assert applied(store._connection) == 2
    assert not store._connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'extra'").fetchone()
    store.close()


MOUNTS = r"""22 1 8:1 / / rw - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/share rw - cifs //server/share rw
31 22 0:41 / /mnt/with\040space rw - nfs4 server:/x rw
32 30 8:2 / /mnt/share/local rw - xfs /dev/sdb rw
"""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/data/x", "ext4"), ("/mnt/share", "cifs"), ("/mnt/share/a/b", "cifs"), ("/mnt/shared", "ext4"),
        ("/mnt/with space/a", "nfs4"), ("/mnt/share/local/a", "xfs"),
    ],
)  # fmt: skip
def test_the_kind_of_drive_is_that_of_the_deepest_mount(path: str, kind: str) -> None:
    assert mount_type(MOUNTS, Path(path)) == kind


def test_a_network_drive_is_refused_and_postgresql_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert network_kind(tmp_path) == ""
    monkeypatch.setattr("radviewer.readerstudy.network_drive.network_kind", lambda folder: "nfs4")
    with pytest.raises(StoreProblem, match="network drive") as caught:
        SqliteLedger(tmp_path / "study.sqlite", KEY, create=True)
    assert "PostgreSQL" in caught.value.hint
    assert not list(tmp_path.iterdir())


def test_ids_are_made_by_the_writer() -> None:
    assert uuid.UUID(draft("note", 1).id).version == 4
