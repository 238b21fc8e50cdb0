"""radviewer(1), made from the program's own table of commands."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))


def man_page() -> str:
    """The page as roff."""
    from radviewer import __version__
    from radviewer.cli.main import COMMANDS

    lines = [
        f'.TH RADVIEWER 1 "" "radviewer {__version__}" "User Commands"',
        ".SH NAME",
        "radviewer \\- DICOM and PNG viewer with local AI predictions, explanations and reader studies",
        ".SH SYNOPSIS",
        ".B radviewer",
        "[\\fIPATH\\fR ...]",
        ".br",
        ".B radviewer",
        "\\fICOMMAND\\fR [\\fIOPTION\\fR ...]",
        ".SH DESCRIPTION",
        "Without a command the window opens, with the files and folders that are named.",
        "Works offline; opens no network port. For research use only, not for diagnosis.",
        ".SH COMMANDS",
    ]
    for name, (_module, text) in COMMANDS.items():
        lines += [".TP", f".B {name}", _roff(text)]
    lines += [
        ".PP",
        "\\fBradviewer\\fR \\fICOMMAND\\fR \\fB\\-\\-help\\fR lists the options of a command.",
        ".SH EXIT STATUS",
        "0 all done; 1 a defect of the program; 2 wrong usage; 3 some inputs were refused, each is listed.",
        ".SH FILES",
        ".TP",
        "~/.config/radviewer",
        "settings",
        ".TP",
        "~/.local/share/radviewer",
        "model packs, measurements, study keys",
        ".TP",
        "~/.cache/radviewer",
        "what can be made again",
        ".TP",
        "~/.local/state/radviewer/log",
        "logs",
        ".SH ENVIRONMENT",
        ".TP",
        "RADVIEWER_HOME",
        "puts all of these folders under one",
        ".TP",
        "RADVIEWER_MODELS",
        "further folders of model packs",
    ]
    return "\n".join(lines) + "\n"


def _roff(text: str) -> str:
    return text.replace("\\", "\\\\").replace("-", "\\-")


if __name__ == "__main__":
    sys.stdout.write(man_page())
