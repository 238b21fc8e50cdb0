"""`radviewer demo`: the sample study in the window; without a display the same window is rendered to a file."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from radviewer.workbench.requests import AssistResult

_DEFAULT_SCREENSHOT = Path("demo-screenshot.png")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="save a picture of the window once all is shown, and end"
    )


def run(arguments: argparse.Namespace) -> int:
    """Opens the sample study, or renders it offscreen where there is no display."""
    from radviewer.app import run_demo
    from radviewer.workbench.demo import demo_study

    screenshot = arguments.screenshot
    if screenshot is None and not has_display():
        screenshot = _DEFAULT_SCREENSHOT
        print(f"There is no display: the window is rendered offscreen and saved to {screenshot.absolute()}.")
    with tempfile.TemporaryDirectory(prefix="radviewer-demo-") as folder:
        status = run_demo(demo_study(Path(folder)), screenshot, _tell_prediction)
    if screenshot is not None and status == 0:
        print(f"Screenshot: {screenshot.absolute()}")
    return status


def has_display() -> bool:
    """Whether a window can be shown here."""
    if sys.platform in {"win32", "darwin"}:
        return True
    wanted = os.environ.get("QT_QPA_PLATFORM", "")
    if wanted in {"offscreen", "minimal"}:
        return False
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def _tell_prediction(result: AssistResult) -> None:
    prediction = result.prediction
    print(f"{prediction.image.path.name}, {prediction.model_id} {prediction.model_version} on {prediction.device}:")
    for score in prediction.scores:
        kind = "" if score.calibrated else " (not calibrated)"
        print(f"  {score.label.name:<24} {score.probability:.2f}{kind}")
    for reason in (*prediction.gate.reasons, *prediction.notes):
        print(f"  note: {reason}")
    print("  A generated phantom, not a patient. Research use only, not for diagnosis.")
