"""Writes an opened study in every format of exchange, for the command line and the window alike."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.opened import OpenedStudy


def export_files(opened: OpenedStudy) -> dict[str, bytes]:
    """All files of an export by name; the head of the audit chain is one of them.

    Raises:
        InputProblem: There is no call yet.
    """
    from radviewer.readerstudy.exchange.formats import imrmc_text, mrmcaov_csv, rjafroc_workbook
    from radviewer.readerstudy.exchange.parquet import parquet_bytes
    from radviewer.readerstudy.exchange.rows import long_table
    from radviewer.readerstudy.exchange.study_json import head_json, study_json
    from radviewer.readerstudy.schedule import Purpose

    table, repeats = long_table(opened), long_table(opened, (Purpose.REPEAT,))
    title = opened.plan.study.title + (" (SIMULATED READERS)" if opened.plan.study.simulated else "")
    files = {
        "reads.csv": table.csv().encode(),
        "reads.parquet": parquet_bytes(table),
        "study.imrmc": imrmc_text(table, title).encode(),
        "mrmcaov.csv": mrmcaov_csv(table).encode(),
        "rjafroc.xlsx": rjafroc_workbook(table),
        "study.json": _json(study_json(opened)),
        "head.json": _json(head_json(opened.head)),
    }
    if repeats.rows:
        files["repeats.csv"] = repeats.csv().encode()
    if opened.plan.study.simulated:
        files["SIMULATED.txt"] = b"The readers of this study are simulated. These are no human calls.\n"
    return files


def write_export(opened: OpenedStudy, folder: Path) -> list[Path]:
    """Writes every format into a new or empty folder and returns the files.

    Raises:
        InputProblem: There is no call yet, or a file exists or cannot be written.
    """
    files = export_files(opened)
    for name, data in files.items():
        write_private(folder / name, data)
    return [folder / name for name in files]


def write_private(path: Path, data: bytes, *, replace: bool = False) -> None:
    """Writes a file for the user only, and leaves no half of it.

    Args:
        path: Where; its folder is made if missing.
        data: All of it.
        replace: Whether a file of that name may give way.

    Raises:
        InputProblem: It exists or cannot be written.
    """
    part = path.with_name(path.name + ".part")
    try:
        if path.exists() and not replace:
            raise InputProblem(f"{path} exists already.", hint="Choose another folder; nothing is overwritten.")
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        raise InputProblem(f"{path} cannot be written ({error.strerror}).", hint="Choose another folder.") from error


def _json(value: Any) -> bytes:
    return (json.dumps(value, indent=2, ensure_ascii=False, allow_nan=False) + "\n").encode()
