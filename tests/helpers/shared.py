"""Finds the development material that lies beside the checkout, and skips where it is absent."""

from __future__ import annotations

from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"


def shared(name: str) -> Path:
    """The path of one file or folder of the development material; skips the test where it is not there."""
    path = SHARED / name
    if not path.exists():
        pytest.skip(f"needs the development material: shared/{name} is not beside this checkout")
    return path
