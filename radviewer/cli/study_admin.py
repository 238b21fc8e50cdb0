"""`radviewer study status | verify | backup | pin | override | head | unblind`: looking after a study."""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.cli.output import as_json, as_table, emit
from radviewer.cli.study_place import open_store, write_private
from radviewer.core.errors import InputProblem

if TYPE_CHECKING:
    from radviewer.readerstudy.ledger import Head


def status(arguments: argparse.Namespace) -> int:
    """How far each reader is; needs no administrator, for it shows no call."""
    from radviewer.readerstudy.progress import progress_of

    with open_store(arguments) as store:
        found = progress_of(store)
    if arguments.format == "json":
        emit(as_json([item.as_json() for item in found]), None)
        return 0
    header = ("reader", "done", "of", "period", "last call", "next period from", "corrections", "overrides")
    rows = [(p.reader, p.done, p.total, p.period, p.last, p.due, p.corrections, p.overrides) for p in found]
    emit(as_table(header, rows, ("done", "of", "period", "corrections", "overrides")), None)
    return 0


def verify(arguments: argparse.Namespace) -> int:
    """Walks the chain; status 3 if anything is wrong."""
    heads = [_head(path) for path in arguments.head]
    with open_store(arguments) as store:
        verdict, notes = store.verify(heads)
        files = store.check_files()
    lines = [
        f"{verdict.records} records, head {verdict.head.mac.hex()[:16]}, compared with {verdict.anchors} anchor(s)"
    ]
    lines += [f"Note: {note}" for note in notes]
    lines += [f"ALTERED: {fault}" for fault in verdict.faults]
    lines += [f"ALTERED: the images of case {key[:12]} are not those that were frozen." for key in files]
    if verdict.whole and not files:
        lines.append("The chain is whole." if verdict.anchors else "The chain is whole up to its present end.")
    emit("\n".join(lines) + "\n", None)
    return 0 if verdict.whole and not files else 3


def backup(arguments: argparse.Namespace) -> int:
    """Copies the store."""
    with open_store(arguments) as store:
        emit(f"{store.backup(arguments.to)}\n", None)
    return 0


def pin(arguments: argparse.Namespace) -> int:
    """Sets a PIN; it never stands on the command line, where other users could see it."""
    import getpass

    with open_store(arguments) as store:
        if arguments.reader not in store.readers():
            raise InputProblem(f"There is no reader {arguments.reader!r}.", hint=", ".join(store.readers()))
        if arguments.pin_file is not None:
            word = arguments.pin_file.read_text(encoding="utf-8").splitlines()[0].strip()
        else:
            word = getpass.getpass(f"New PIN of {arguments.reader}: ")
        store.set_pin(arguments.reader, word)
    emit(f"The PIN of {arguments.reader} is set.\n", None)
    return 0


def override(arguments: argparse.Namespace) -> int:
    """Overrides a washout with a reason."""
    with open_store(arguments) as store:
        store.override_washout(arguments.reader, arguments.period, arguments.reason)
    emit(f"Recorded: {arguments.reader} may begin period {arguments.period}.\n", None)
    return 0


def head(arguments: argparse.Namespace) -> int:
    """Writes the head of the chain."""
    from radviewer.readerstudy.exchange.study_json import head_json

    with open_store(arguments) as store:
        write_private(arguments.out, (json.dumps(head_json(store.ledger.head()), indent=2) + "\n").encode())
    emit(f"{arguments.out}\nGive it to somebody independent, before the calls are analysed.\n", None)
    return 0


def unblind(arguments: argparse.Namespace) -> int:
    """Unblinds with a reason; says so where it was done before."""
    with open_store(arguments) as store:
        store.unblind(arguments.reason)
        record = store.require_unblinded()
    when = str(record.data["utc"])[:16].replace("T", " ")
    emit(f"Unblinded {when} UTC: {record.data['reason']}\n", None)
    return 0


def _head(path: Path) -> Head:
    from radviewer.readerstudy.exchange.study_json import read_head

    try:
        return read_head(json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError) as error:
        raise InputProblem(f"{path} cannot be read.", hint="Name head.json or study.json of an export.") from error
