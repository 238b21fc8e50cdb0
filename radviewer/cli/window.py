"""`radviewer [PATH ...]`: the application."""

from __future__ import annotations

import argparse
from pathlib import Path


def run(arguments: argparse.Namespace) -> int:
    """Opens the window on the given files and folders."""
    from radviewer.app import run_window

    return run_window(tuple(Path(name) for name in arguments.paths))
