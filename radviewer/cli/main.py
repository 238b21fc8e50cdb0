"""Chooses the subcommand and imports only that one, so that `--help` loads neither Qt nor torch.

Exit status: 0 all done; 1 a defect of the program; 2 wrong usage; 3 some inputs were refused (each listed).
"""

from __future__ import annotations

import argparse
import importlib
import os
import sys
from typing import Protocol, cast

from radviewer import __version__
from radviewer.core.errors import Cancelled, RadviewerError, UsageProblem, describe

OK, INTERNAL, USAGE, REFUSED = 0, 1, 2, 3

COMMANDS: dict[str, tuple[str, str]] = {
    "demo": ("radviewer.cli.demo", "open the sample study with a prediction and its overlays"),
    "predict": ("radviewer.cli.predict", "scores of a model for images and folders"),
    "explain": ("radviewer.cli.explain", "where a model looked: overlays and maps as files"),
    "render": ("radviewer.cli.render", "the grey values that the viewer shows, as a PNG"),
    "inspect": ("radviewer.cli.inspect", "header facts and pixel hashes"),
    "data": ("radviewer.cli.data", "faults of a set of images: copies, leaks, conflicts, shortcuts"),
    "models": ("radviewer.cli.models", "list, show, check and install model packs"),
    "train": ("radviewer.cli.train", "train a model from a recipe and pack it"),
    "evaluate": ("radviewer.cli.evaluate", "all figures of a model pack on labelled images"),
    "compare": ("radviewer.cli.compare", "two model packs on the same images, with paired tests"),
    "tune": ("radviewer.cli.tune", "search a recipe's learning rate, dropout and weight decay"),
    "study": ("radviewer.cli.study", "reader studies: plan, schedule, read, verify, export"),
    "stats": ("radviewer.cli.stats", "reader-study statistics: MRMC, DeLong, agreement, uptake, power"),
    "report": ("radviewer.cli.report", "study report from a long table: HTML, PDF and every number as JSON"),
    "doctor": ("radviewer.cli.doctor", "what works on this machine, and what does not"),
}


class Command(Protocol):
    """What each subcommand's module offers."""

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        """Declares the options."""

    def run(self, arguments: argparse.Namespace) -> int:
        """Does the work and returns the exit status."""


def run(argv: list[str]) -> int:
    """Runs the command line.

    Args:
        argv: The words after the program's name.

    Returns:
        The exit status.
    """
    try:
        return _dispatch(argv)
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else USAGE
    except (KeyboardInterrupt, Cancelled):
        print("radviewer: cancelled", file=sys.stderr)
        return REFUSED
    except BrokenPipeError:
        # The reader of our pipe went away (`| head`): not an error, but stdout must not be flushed again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except RadviewerError as error:
        return report(error)
    except Exception as error:  # noqa: BLE001 - the last gate: a defect becomes a sentence and status 1
        return report(error)


def report(error: BaseException) -> int:
    """Prints one failure to stderr and returns the exit status that it stands for."""
    if os.environ.get("RADVIEWER_TRACEBACK"):
        import traceback

        traceback.print_exception(error)
    problem = describe(error)
    print(f"radviewer: {problem.message}", file=sys.stderr)
    if problem.hint:
        print(f"  {problem.hint}", file=sys.stderr)
    if isinstance(error, UsageProblem):
        return USAGE
    return INTERNAL if problem.kind == "internal" else REFUSED


def _dispatch(argv: list[str]) -> int:
    if argv and argv[0] in COMMANDS:
        module_name, help_text = COMMANDS[argv[0]]
        module = cast(Command, importlib.import_module(module_name))
        parser = argparse.ArgumentParser(prog=f"radviewer {argv[0]}", description=_sentence(help_text))
        module.add_arguments(parser)
        return module.run(parser.parse_args(argv[1:]))
    arguments = _root_parser().parse_args(argv)
    window = importlib.import_module("radviewer.cli.window")
    return int(window.run(arguments))


def _root_parser() -> argparse.ArgumentParser:
    width = max(map(len, COMMANDS)) + 2
    commands = "\n".join(f"  {name:<{width}}{text}" for name, (_, text) in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="radviewer",
        description="Opens the viewer on files and folders, or runs a command.",
        epilog=f"commands:\n{commands}\n\n`radviewer COMMAND --help` explains each. "
        "Research use only, not for diagnosis.",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"radviewer {__version__}")
    parser.add_argument("paths", nargs="*", metavar="PATH", help="files or folders to open")
    return parser


def _sentence(text: str) -> str:
    return text[0].upper() + text[1:] + "."
