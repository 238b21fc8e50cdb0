"""Installs the wheel into an empty environment, away from the checkout, and runs the tests `golden` and `cli` on it.

Run: python packaging/wheel_test.py WHEEL FOLDER [-- arguments of pytest]

Only the tests and their helpers are copied; package, models and resources are found inside of the wheel or not at all.
RADVIEWER_TORCH and RADVIEWER_TORCH_INDEX are as in build.py.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
from build import BUILD, PIP, ROOT, constraints, made, run

PARTS = ("golden", "cli")
_WHERE = (
    "import pathlib, radviewer, radviewer.inference.registry as r, radviewer.workbench.resources as s\n"
    "place = pathlib.Path(radviewer.__file__).parent\n"
    "assert 'site-packages' in place.parts, place\n"
    "names = ('icons/radviewer.svg', 'translations/radviewer_de.qm', 'presets/windows.toml')\n"
    "for found in (r.bundled_folder(), *map(s.resource, names)):\n"
    "    assert found.exists() and place in found.parents, found\n"
    "print('package, models and resources are in', place)\n"
)


def copy_tests(folder: Path) -> None:
    """The tests without the package that they test, and pytest's settings."""
    shutil.rmtree(folder, ignore_errors=True)
    # All of them: the parts that run take what they share from the others.
    shutil.copytree(ROOT / "tests", folder / "tests", ignore=shutil.ignore_patterns("__pycache__"))
    text = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    start = text.index("[tool.pytest.ini_options]")
    (folder / "pyproject.toml").write_text(text[start : text.index("\n[tool.", start + 1)] + "\n", encoding="utf-8")


def main() -> int:
    """Makes the environment, copies the tests, runs them."""
    wheel, place, *more = sys.argv[1:]
    folder = Path(place).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    BUILD.mkdir(exist_ok=True)
    python = made(folder / "venv")
    pip = [python, *PIP, "-c", constraints("wheel")]
    torch = os.environ.get("RADVIEWER_TORCH", "")
    if torch:
        index = os.environ.get("RADVIEWER_TORCH_INDEX", "")
        run(*pip, *torch.split(), *(["--index-url", index] if index else []))
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    needs = [need for need in extras["test"] if not need.startswith("radviewer")]
    run(*pip, f"{Path(wheel).resolve()}[server]", *needs)
    copy_tests(folder / "work")
    environment = {"PATH": os.environ.get("PATH", ""), "HOME": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    work = folder / "work"
    if subprocess.run([python, "-c", _WHERE], cwd=work, env=environment, check=False).returncode:
        return 1
    parts = [f"tests/{name}" for name in PARTS]
    command = [python, "-m", "pytest", "-q", *parts, *[word for word in more if word != "--"]]
    return subprocess.run(command, cwd=work, env=environment, check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
