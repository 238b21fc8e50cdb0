"""`radviewer study`: plan, freeze, read, follow, verify and export a reader study."""

from __future__ import annotations

import argparse
from pathlib import Path

_KINDS = ("crossover", "sequential", "concurrent", "on-request", "split-plot", "parallel")
# Subcommand: (module of cli, function).
_ACTIONS = {
    "new": ("study_plan", "new"),
    "check": ("study_plan", "check"),
    "schedule": ("study_plan", "schedule"),
    "read": ("study_read", "read"),
    "status": ("study_admin", "status"),
    "verify": ("study_admin", "verify"),
    "backup": ("study_admin", "backup"),
    "pin": ("study_admin", "pin"),
    "override": ("study_admin", "override"),
    "head": ("study_admin", "head"),
    "unblind": ("study_admin", "unblind"),
    "bundle": ("study_bundle", "bundle"),
    "check-bundle": ("study_bundle", "check_bundle"),
    "debrief": ("study_debrief", "debrief"),
    "export": ("study_exchange", "export"),
    "import": ("study_exchange", "bring_in"),
    "anonymise": ("study_exchange", "anonymise"),
    "demo": ("study_demo", "demo"),
}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the subcommands and their options."""
    parser.description = (
        "Reader studies: calls with and without AI, counter-balanced, sealed and audited. "
        "The usual way: new, check, schedule, read, status, verify, unblind, export."
    )
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    new = actions.add_parser("new", help="write a plan to fill in, and the study's keys")
    new.add_argument("folder", type=Path, help="a new folder for plan and cases")
    new.add_argument("--id", required=True, help="short name of the study, for files and keys")
    new.add_argument("--title", default="", help="title of the study")
    new.add_argument("--design", choices=_KINDS, default="sequential")
    new.add_argument("--seed", type=int, help="of the schedule; by default from the system's random numbers")
    _keys(new)
    check = actions.add_parser("check", help="check a plan and show its schedule's balance; changes nothing")
    check.add_argument("plan", type=Path, help="reader-study.toml or its folder")
    check.add_argument("--format", choices=("table", "json"), default="table")
    schedule = actions.add_parser("schedule", help="freeze a plan: schedule, images and sealed AI into a study folder")
    schedule.add_argument("plan", type=Path, help="reader-study.toml or its folder")
    schedule.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="the study folder to make")
    schedule.add_argument("--new-keys", action="store_true", help="make the keys if there are none")
    _store(schedule)
    _read_arguments(actions.add_parser("read", help="read as one reader"))
    _admin_arguments(actions)
    _exchange_arguments(actions)
    demo = actions.add_parser("demo", help="two small studies on phantoms with simulated readers, from plan to export")
    demo.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="a new folder")
    demo.add_argument("--readers", type=int, default=4, help="simulated readers (%(default)s)")
    demo.add_argument("--cases", type=int, default=24, help="phantoms (%(default)s)")
    demo.add_argument("--seed", type=int, default=20260105, help="(%(default)s)")


def _read_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, help="the study folder")
    parser.add_argument("--reader", required=True, help="name of the reader")
    parser.add_argument("--pin", help="the reader's PIN; better asked for by the window")
    parser.add_argument(
        "--script", type=Path, metavar="ANSWERS.csv", help="read without a window: one row of answers for each call"
    )
    _store(parser)


def _admin_arguments(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    status = actions.add_parser("status", help="how far each reader is")
    status.add_argument("folder", type=Path, help="the study folder")
    status.add_argument("--format", choices=("table", "json"), default="table")
    verify = actions.add_parser("verify", help="walk the audit chain and compare it with its anchors")
    verify.add_argument("folder", type=Path, help="the study folder")
    verify.add_argument("--head", type=Path, action="append", default=[], metavar="FILE",
                        help="head.json or study.json of an earlier export; may be repeated")  # fmt: skip
    backup = actions.add_parser("backup", help="copy the store while it is in use")
    backup.add_argument("folder", type=Path, help="the study folder")
    backup.add_argument("--to", type=Path, metavar="FILE", help="by default backups/ in the study folder")
    pin = actions.add_parser("pin", help="set a reader's PIN (asked for; or from --pin-file)")
    pin.add_argument("folder", type=Path, help="the study folder")
    pin.add_argument("--reader", required=True)
    pin.add_argument("--pin-file", type=Path, metavar="FILE", help="a file whose first line is the PIN")
    override = actions.add_parser("override", help="let a reader begin a period before the washout is over")
    override.add_argument("folder", type=Path, help="the study folder")
    override.add_argument("--reader", required=True)
    override.add_argument("--period", type=int, required=True)
    override.add_argument("--reason", required=True, help="is recorded and exported")
    head = actions.add_parser(
        "head", help="write the head of the audit chain, which holds no data, to be kept elsewhere"
    )
    head.add_argument("folder", type=Path, help="the study folder")
    head.add_argument("--out", type=Path, required=True, metavar="FILE", help="for example head.json")
    unblind = actions.add_parser("unblind", help="record that calls are looked at beside the truth; once and for good")
    unblind.add_argument("folder", type=Path, help="the study folder")
    unblind.add_argument("--reason", required=True, help="is recorded and exported")
    debrief = actions.add_parser("debrief", help="a page for each reader on what was false on purpose; is recorded")
    debrief.add_argument("folder", type=Path, help="the study folder")
    debrief.add_argument("--reader", action="append", default=[], help="only this one; may be repeated")
    debrief.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="a folder for the pages")
    bundle = actions.add_parser("bundle", help="one signed file with images, calls, statistics and report")
    bundle.add_argument("folder", type=Path, help="the study folder")
    bundle.add_argument("--out", type=Path, required=True, metavar="FILE", help="for example study.zip")
    check = actions.add_parser("check-bundle", help="check a bundle and compute its numbers again; needs no key")
    check.add_argument("file", type=Path, help="the bundle")
    check.add_argument("--signer", metavar="HEX", help="public key that it must be signed with")
    for parser in (status, verify, backup, pin, override, head, unblind, debrief, bundle):
        _store(parser)


def _exchange_arguments(actions: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    export = actions.add_parser(
        "export", help="after the unblinding: long table, iMRMC, MRMCaov, RJafroc and JSON into a folder"
    )
    anonymise = actions.add_parser("anonymise", help="the same with pseudonyms, without dates and free text")
    for parser in (export, anonymise):
        parser.add_argument("folder", type=Path, help="the study folder")
        parser.add_argument("--out", type=Path, required=True, metavar="FOLDER", help="a new or empty folder")
        _store(parser)
    export.add_argument("--sr", action="store_true", help="also a DICOM Structured Report (TID 1500) of each call")
    bring = actions.add_parser("import", help="take in calls that were made elsewhere")
    bring.add_argument("folder", type=Path, help="the study folder")
    bring.add_argument("table", type=Path, help="CSV: reader, case, condition, rating [, call, time_s, q_NAME]")
    _store(bring)


def _keys(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--keys", type=Path, metavar="PATH",
                        help="key file, or folder of keys; by default the user's own folder")  # fmt: skip


def _store(parser: argparse.ArgumentParser) -> None:
    _keys(parser)
    parser.add_argument("--server", default="", metavar="URL",
                        help="PostgreSQL database instead of a file; or set RADVIEWER_STUDY_SERVER")  # fmt: skip


def run(arguments: argparse.Namespace) -> int:
    """Runs the chosen action."""
    import importlib

    module, function = _ACTIONS[arguments.action]
    return int(getattr(importlib.import_module(f"radviewer.cli.{module}"), function)(arguments))
