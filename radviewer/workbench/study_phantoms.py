"""Images for a demonstration study: chest phantoms, half of them with a nodule, no two alike, no patient.

Each file is the phantom that `io.phantom_files` writes, with a nodule and fresh noise put into its pixels. That works
on the bytes, because pixel data is the file's last element, uncompressed, 16 bit, little endian (PS3.5 A.2).
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from radviewer.io.phantom_files import write_chest_radiograph

SIZE = 256


@dataclass(frozen=True, slots=True)
class PhantomCase:
    """A case of a demonstration.

    Attributes:
        path: Its file.
        positive: Whether it has a nodule.
        row: Of the nodule's centre (of a likely place, in a case without one), in pixels.
        column: Likewise.
        radius: Likewise.
    """

    path: Path
    positive: bool
    row: float
    column: float
    radius: float


def write_cases(folder: Path, positives: list[bool], seed: int, size: int = SIZE) -> list[PhantomCase]:
    """Writes one file for each case and returns them in order.

    Args:
        folder: Where; made if missing.
        positives: Whether each case has a nodule.
        seed: Two calls with one seed write the same pixels.
        size: Rows and columns.
    """
    base = write_chest_radiograph(folder / "base", size)[0]
    data = base.read_bytes()
    base.unlink()
    base.parent.rmdir()
    cases = []
    for index, positive in enumerate(positives):
        path = folder / f"{index + 1:03d}.dcm"
        contents, (row, column, radius) = _case(data, positive, seed * 1000 + index, size)
        path.write_bytes(contents)
        cases.append(PhantomCase(path, positive, row, column, radius))
    return cases


def _case(data: bytes, positive: bool, seed: int, size: int) -> tuple[bytes, tuple[float, float, float]]:
    header, tail = data[: -2 * size * size], data[-2 * size * size :]
    random = np.random.default_rng(seed)
    pixels = np.frombuffer(tail, "<u2").astype(np.float64).reshape(size, size)
    pixels += 250 * random.standard_normal(pixels.shape)
    y, x = np.mgrid[0:size, 0:size] / size * 2 - 1
    side = random.choice((-1, 1))
    top, radius = random.uniform(-0.45, 0.3), random.uniform(0.05, 0.08)
    left = side * random.uniform(0.33, 0.45)
    if positive:
        pixels += 3200 * np.exp(-((np.hypot(y - top, x - left) / radius) ** 4))
    # Instances must differ in their UIDs too; the digits change, the length stays.
    header = re.sub(rb"2\.25\.(\d{20,})", lambda found: b"2.25." + _digits(found[1], seed), header)
    place = ((top + 1) / 2 * size, (left + 1) / 2 * size, radius / 2 * size)
    return header + np.clip(pixels, 0, 16383).astype("<u2").tobytes(), place


def _digits(old: bytes, seed: int) -> bytes:
    number = int.from_bytes(hashlib.sha256(old + str(seed).encode()).digest(), "big")
    return b"1" + str(number).encode()[: len(old) - 1].rjust(len(old) - 1, b"7")
