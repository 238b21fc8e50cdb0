"""What is loaded when: torch never on the way to the first window."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

SCRIPT = """
    import json, sys
    from radviewer import app
    application = app.make_application()
    from radviewer.ui.main_window import MainWindow
    window = MainWindow(app.make_backends())
    window.state.wish(auto_predict={auto})
    window.show()
    window.open_paths({paths})
    import time
    end = time.monotonic() + 20
    while time.monotonic() < end and not ({done}):
        application.processEvents()
        time.sleep(0.01)
    names = [name for name in ("torch", "torchvision") if name in sys.modules]
    shown = window.scene.panes[0].prepared is not None
    begin = time.monotonic()
    window.close()
    print(json.dumps(dict(loaded=names, shown=shown, closing=time.monotonic() - begin)))
"""


def run(tmp_path: Path, **values: str) -> dict[str, object]:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "RADVIEWER_HOME": str(tmp_path)}
    code = textwrap.dedent(SCRIPT.format(**values))
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout.strip().splitlines()[-1])  # type: ignore[no-any-return]


@pytest.mark.slow
def test_an_opened_window_has_loaded_no_torch(tmp_path: Path) -> None:
    path = tmp_path / "gray.png"
    import numpy as np

    from radviewer.io.export import write_png

    write_png(path, np.arange(6400, dtype=np.uint8).reshape(80, 80))
    paths = f"(__import__('pathlib').Path({str(path)!r}),)"
    seen = run(
        tmp_path, auto="False", paths=paths, done="window.state.facts.count and window.state.facts.prepared is not None"
    )
    assert seen["loaded"] == [] and seen["shown"]


@pytest.mark.slow
def test_an_empty_window_loads_no_torch_even_when_it_would_predict(tmp_path: Path) -> None:
    seen = run(
        tmp_path, auto="True", paths="()", done="window.parts.findings.models.count() and time.monotonic() > end - 19"
    )
    assert seen["loaded"] == [] and not seen["shown"]


@pytest.mark.slow
def test_the_window_is_made_without_the_libraries_that_only_some_actions_need(tmp_path: Path) -> None:
    code = (
        "import sys\nfrom radviewer import app\napplication = app.make_application()\n"
        "from radviewer.ui.main_window import MainWindow\nwindow = MainWindow(app.make_backends())\nwindow.show()\n"
        "application.processEvents()\n"
        "names = 'pydicom highdicom scipy pandas sklearn reportlab jinja2 torch PySide6.QtPrintSupport'.split()\n"
        "print([name for name in names if name in sys.modules])\nwindow.close()\n"
    )
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "RADVIEWER_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environment, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.stdout.splitlines()[0] == "[]", done.stdout + done.stderr
