"""`radviewer study bundle | check-bundle`: one signed file of a whole study, and its check by anybody."""

from __future__ import annotations

import argparse
import tempfile
from datetime import date
from pathlib import Path

from radviewer.cli.output import emit
from radviewer.cli.study_place import open_store
from radviewer.workbench.reading_export import export_files
from radviewer.workbench.study_metadata import metadata_toml


def bundle(arguments: argparse.Namespace) -> int:
    """Writes the bundle and says who signed it."""
    from radviewer.readerstudy.opened import open_study
    from radviewer.report.study.bundle import write_bundle

    with open_store(arguments) as store, tempfile.TemporaryDirectory(prefix="radviewer-bundle-") as work:
        opened = open_study(store)
        store.require_unblinded()
        verdict, notes = store.verify()
        tables = {**export_files(opened), "metadata.toml": metadata_toml(opened, verdict, notes)}
        signer = write_bundle(store, opened, tables, arguments.out, Path(work), date.today().isoformat())
    emit(f"{arguments.out}\nSigned by {signer}\nTell others this key by another way than the bundle.\n", None)
    return 0


def check_bundle(arguments: argparse.Namespace) -> int:
    """Checks a bundle; exit status 3 if anything is wrong."""
    from radviewer.report.study.bundle_check import check_bundle as check

    found = check(arguments.file, arguments.signer)
    lines = [f"Study {found.study}, {found.files} files, signed by {found.signer}"]
    lines += [f"WRONG: {fault}" for fault in found.faults]
    if not found.faults:
        rest = found.numbers - found.exact
        same = "all the same to the last digit" if not rest else f"{rest} of them differ beyond the ninth digit"
        lines.append(
            f"Signature, files, images and tables are right. {found.numbers} numbers of the report were computed "
            f"again: {same}."
        )
    emit("\n".join(lines) + "\n", None)
    return 3 if found.faults else 0
