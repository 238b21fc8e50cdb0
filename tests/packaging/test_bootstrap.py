"""The set-up of a fresh machine: its lists, its messages, and the pins it installs."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]


def pins() -> dict[str, str]:
    lines = (ROOT / "constraints.txt").read_text().splitlines()
    found = [line.split("==") for line in lines if line and not line.startswith("#")]
    return {canonicalize_name(name): version for name, version in found}


def requirements() -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    extras = [text for texts in project["optional-dependencies"].values() for text in texts]
    return [Requirement(text) for text in [*project["dependencies"], *extras] if not text.startswith("radviewer[")]


@pytest.mark.parametrize("requirement", requirements(), ids=str)
def test_every_dependency_has_a_pin_inside_its_range(requirement: Requirement) -> None:
    version = pins().get(canonicalize_name(requirement.name))
    assert version is not None, f"constraints.txt has no pin for {requirement.name}"
    assert requirement.specifier.contains(version), f"{requirement} does not allow {version}"
    assert not any(item.operator in {"==", "==="} for item in requirement.specifier), "ranges here, pins in constraints"


def test_the_qt_that_loses_references_is_excluded() -> None:
    (qt,) = (item for item in requirements() if item.name.startswith("PySide6"))
    assert not qt.specifier.contains("6.12.0")


def test_constraints_hold_no_addresses() -> None:
    text = (ROOT / "constraints.txt").read_text()
    assert "://" not in text
    assert " @ " not in text


def test_the_set_up_script_is_sound_shell() -> None:
    result = subprocess.run(
        ["sh", "-n", str(ROOT / "packaging/bootstrap.sh")], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stderr


def test_an_old_python_is_refused_with_what_to_do(tmp_path: Path) -> None:
    old = tmp_path / "python3"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    result = subprocess.run(
        [str(ROOT / "packaging/bootstrap.sh")], env={"PYTHON": str(old), "PATH": "/usr/bin:/bin"}, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert result.returncode == 2
    assert "Python 3.11 or newer" in result.stderr


def test_system_libraries_are_listed_as_package_names() -> None:
    for name in ("system-libraries.txt", "test-tools.txt"):
        for line in (ROOT / "packaging/linux" / name).read_text().splitlines():
            assert line.startswith("#") or re.fullmatch(r"[a-z0-9.+|-]+", line), line


def test_the_continuous_integration_runs_what_the_readme_names() -> None:
    assert "make test" in (ROOT / ".ci/run").read_text()
    assert "make test" in (ROOT / "README.md").read_text()
    makefile = (ROOT / "Makefile").read_text()
    for target in ("demo", "run", "test", "lint", "bench", "clean"):
        assert re.search(rf"^{target}:", makefile, re.MULTILINE), f"the Makefile has no target {target}"
