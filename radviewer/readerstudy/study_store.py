"""A study folder and its ledger: made once from a plan, opened by workstations and by the administrator."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.audit import Verdict, read_anchor, verify, write_anchor
from radviewer.readerstudy.case_files import file_hash
from radviewer.readerstudy.clock import Clock, SystemClock, stamp
from radviewer.readerstudy.desk import ReaderDesk
from radviewer.readerstudy.frozen import copy_cases, seal_maps, study_drafts
from radviewer.readerstudy.keys import KeyProblem, StudyKeys
from radviewer.readerstudy.ledger import Head, Ledger, Record, StoreProblem, draft
from radviewer.readerstudy.pins import PinProblem, hashed, matches, refuse_hurry
from radviewer.readerstudy.plan import ReaderStudyPlan
from radviewer.readerstudy.schedule import Schedule, make_schedule
from radviewer.readerstudy.schedule_proof import prove
from radviewer.readerstudy.sqlite_ledger import LEDGER_NAME, SqliteLedger

MARK_NAME, BACKUPS_FOLDER = "study.json", "backups"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a study is.

    Attributes:
        folder: The study folder.
        keys: Administrator's or workstation's.
        anchors: The folder for anchors, outside the study folder.
        server: URL of a PostgreSQL database; empty for the SQLite file in the folder.
    """

    folder: Path
    keys: StudyKeys
    anchors: Path
    server: str = ""

    @property
    def anchor(self) -> Path:
        """The anchor's file."""
        return self.anchors / f"{self.keys.study_id}.head"

    def ledger(self, *, create: bool = False) -> Ledger:
        """Opens the store.

        Raises:
            StoreProblem: It cannot be opened.
        """
        key = self.keys.derived("audit")
        if self.server:
            from radviewer.readerstudy.queue_ledger import open_server

            return open_server(self.server, key, self.folder)
        return SqliteLedger(self.folder / LEDGER_NAME, key, create=create)


class StudyStore:
    """An open study. Use as a context manager, or call `close`."""

    def __init__(self, place: Place, ledger: Ledger, clock: Clock) -> None:
        self.place, self.ledger, self.clock = place, ledger, clock

    @classmethod
    def freeze(cls, plan: ReaderStudyPlan, source: Path, place: Place, clock: Clock | None = None) -> StudyStore:
        """Makes the study: schedule, copies of the images, sealed truth and AI outputs, all before the first read.

        Freezing the same plan again changes nothing, so an interrupted freeze is simply repeated.

        Raises:
            StoreProblem: The folder holds another study, or cannot be written.
            KeyProblem: These are not the administrator's keys of this study.
        """
        if place.keys.private is None or place.keys.study_id != plan.study.id:
            raise KeyProblem("Freezing needs the administrator's keys of this study.", hint="Name them with --keys.")
        schedule = _proven(plan)
        _make_folder(place.folder)
        ledger = place.ledger(create=True)
        try:
            _refuse_other(ledger, plan)
            files = copy_cases(plan, source, place.folder)
            maps = seal_maps(plan, source, place.folder, place.keys.derived("ai"))
            _mark(place, plan)
            if ledger.head().seq == 0:
                place.anchors.mkdir(mode=0o700, parents=True, exist_ok=True)
                store = cls(place, ledger, clock or SystemClock())
                store.saved(ledger.append(study_drafts(plan, schedule, place.keys, files, maps)))
        except BaseException:
            ledger.close()
            raise
        return cls(place, ledger, clock or SystemClock())

    @classmethod
    def open(cls, place: Place, clock: Clock | None = None) -> StudyStore:
        """Opens a frozen study.

        Raises:
            StoreProblem: There is none, or it cannot be opened.
            KeyProblem: The keys belong to another study.
        """
        try:
            mark = json.loads((place.folder / MARK_NAME).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise StoreProblem(
                f"{place.folder} is no study folder.", hint="`radviewer study schedule` makes one."
            ) from error
        if mark.get("study") != place.keys.study_id:
            raise KeyProblem(
                f"The keys are of {place.keys.study_id!r}, the folder of {mark.get('study')!r}.",
                hint="Name the right key file.",
            )
        if mark.get("store") == "postgresql" and not place.server:
            raise StoreProblem("This study is kept on a PostgreSQL server.", hint="Name it with --server URL.")
        return cls(place, place.ledger(), clock or SystemClock())

    def __enter__(self) -> StudyStore:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the ledger."""
        self.ledger.close()

    def readers(self) -> tuple[str, ...]:
        """Names of the readers."""
        return tuple(record.reader for record in self.ledger.records(kind="reader"))

    def desk(self, reader: str, pin: str | None = None) -> ReaderDesk:
        """A reader's desk, after a look at the PIN where one is set.

        Raises:
            StoreProblem: There is no such reader.
            PinProblem: The PIN is missing or wrong.
        """
        if reader not in self.readers():
            raise StoreProblem(f"There is no reader {reader!r}.", hint=f"Readers are: {', '.join(self.readers())}.")
        self.check_pin(reader, pin)
        return ReaderDesk(self.ledger, self.place.keys, reader, self.place.folder, self.clock, self.saved)

    def set_pin(self, reader: str, pin: str) -> None:
        """Sets or replaces a reader's PIN.

        Raises:
            KeyProblem: Without the administrator's keys.
            PinProblem: It is too short.
        """
        self._administrator()
        body = {"hash": hashed(pin), "utc": stamp(self.clock.utc())}
        self.saved(self.ledger.append([draft("pin", body, reader=reader)]))

    def override_washout(self, reader: str, period: int, reason: str) -> None:
        """Lets a reader begin a period before the washout is over; recorded with the reason.

        Raises:
            KeyProblem: Without the administrator's keys.
            StoreProblem: Without a reason.
        """
        self._administrator()
        if not reason.strip() or reader not in self.readers():
            raise StoreProblem("An override needs a known reader and a reason.", hint="Say why in a few words.")
        body = {"period": period, "reason": reason.strip(), "utc": stamp(self.clock.utc())}
        slot = f"override:{reader}:{period}"
        self.saved(self.ledger.append([draft("override", body, reader=reader, slot=slot)]))

    def unblind(self, reason: str) -> None:
        """Records that calls are from now on looked at beside truth; only the first time counts.

        Raises:
            KeyProblem: Without the administrator's keys.
            StoreProblem: Without a reason.
        """
        self._administrator()
        if not reason.strip():
            raise StoreProblem("Unblinding needs a reason.", hint="Say why in a few words.")
        if self.unblinded is None:
            body = {"reason": reason.strip(), "utc": stamp(self.clock.utc())}
            self.saved(self.ledger.append([draft("unblinding", body, slot="unblinding")]))

    @property
    def unblinded(self) -> Record | None:
        """The record of the unblinding; None while the study is blinded."""
        return next(iter(self.ledger.records(kind="unblinding")), None)

    def require_unblinded(self) -> Record:
        """The record of the unblinding; whoever shows calls beside truth or AI asks for it first.

        Raises:
            StoreProblem: The study is blinded.
        """
        record = self.unblinded
        if record is None:
            raise StoreProblem(
                "The study is blinded.", hint="Unblind it first, with a reason (`radviewer study unblind`)."
            )
        return record

    def verify(self, heads: Sequence[Head] = ()) -> tuple[Verdict, tuple[str, ...]]:
        """Walks the chain, and says in sentences what could not be checked.

        Args:
            heads: Further anchors, from exports.
        """
        notes, anchors = [], list(heads)
        try:
            anchors.append(read_anchor(self.place.anchor, self.place.keys.derived("anchor")))
        except InputProblem as problem:
            notes.append(f"{problem.message} {problem.hint}")
        return verify(self.ledger.records(), self.place.keys.derived("audit"), anchors), tuple(notes)

    def check_files(self) -> tuple[str, ...]:
        """Names of cases whose image files are no longer those that were frozen."""
        from hashlib import sha256

        cases = {r.data["case"]: r.data["files"] for r in self.ledger.records(kind="assignment")}
        wrong = []
        for key, names in cases.items():
            paths = [self.place.folder / name for name in names]
            hashes = sorted(file_hash(path) if path.is_file() else "missing" for path in paths)
            if names and sha256("\n".join(hashes).encode()).hexdigest() != key:
                wrong.append(key)
        return tuple(wrong)

    def backup(self, target: Path | None = None) -> Path:
        """Copies the ledger while it is in use; by default into the folder's `backups/`, named by time.

        Raises:
            StoreProblem: The target exists or cannot be written, or the store is on a server.
        """
        if not isinstance(self.ledger, SqliteLedger):
            raise StoreProblem("A server's store is backed up by the server.", hint="Use pg_dump there.")
        if target is None:
            folder = self.place.folder / BACKUPS_FOLDER
            folder.mkdir(mode=0o700, exist_ok=True)
            name = f"{self.clock.utc():%Y%m%dT%H%M%S%f}-{self.ledger.head().seq}.sqlite"
            target = folder / name
        self.ledger.backup(target)
        return target

    def saved(self, records: Sequence[Record]) -> None:
        """Moves the anchor after records were written; records waiting in a queue have no place yet."""
        last = max((record for record in records if record.seq), key=lambda record: record.seq, default=None)
        if last is not None:
            key = self.place.keys.derived("anchor")
            self.place.anchors.mkdir(mode=0o700, parents=True, exist_ok=True)
            write_anchor(self.place.anchor, key, Head(last.seq, last.mac))

    def _administrator(self) -> None:
        if self.place.keys.private is None:
            raise KeyProblem("This needs the administrator's key file.", hint="Name it with --keys.")

    def has_pin(self, reader: str) -> bool:
        """Whether a PIN was set for the reader."""
        return next(iter(self.ledger.records(kind="pin", reader=reader)), None) is not None

    def check_pin(self, reader: str, pin: str | None) -> None:
        """Refuses a wrong PIN, counts it, and refuses more tries after five within a minute.

        Raises:
            PinProblem: The PIN is missing or wrong, or was tried too often.
        """
        stored = list(self.ledger.records(kind="pin", reader=reader))
        if not stored:
            return
        now = self.clock.utc()
        refuse_hurry(list(self.ledger.records(kind="pin-failure", reader=reader)), now)
        if pin is None or not matches(stored[-1].data["hash"], pin):
            if pin is not None:
                self.saved(self.ledger.append([draft("pin-failure", {"utc": stamp(now)}, reader=reader)]))
            raise PinProblem(f"The PIN of {reader!r} is {'missing' if pin is None else 'wrong'}.", hint="Enter it.")


def _proven(plan: ReaderStudyPlan) -> Schedule:
    schedule = make_schedule(plan)
    faults = prove(plan, schedule).faults
    if faults:
        raise StoreProblem(f"The schedule is not sound: {faults[0]}", hint="Change the design, or report it.")
    return schedule


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        if os.name != "nt":
            folder.chmod(0o700)
    except OSError as error:
        raise StoreProblem(f"{folder} cannot be made ({error.strerror}).", hint="Choose another folder.") from error


def _refuse_other(ledger: Ledger, plan: ReaderStudyPlan) -> None:
    header = next(iter(ledger.records(kind="study")), None)
    if header is not None and header.data["plan_hash"] != plan.hash:
        raise StoreProblem(
            "The folder holds a study that was frozen from another plan.",
            hint="A frozen plan does not change; start a new study for a new one.",
        )


def _mark(place: Place, plan: ReaderStudyPlan) -> None:
    mark = {"study": plan.study.id, "schema": 1, "store": "postgresql" if place.server else "sqlite"}
    path = place.folder / MARK_NAME
    path.write_text(json.dumps(mark) + "\n", encoding="utf-8")
    path.chmod(0o600)
