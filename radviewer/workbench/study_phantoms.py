"""Images for a demonstration study: chest phantoms, half of them with a nodule, no two alike, no patient.

Each file is the phantom that `io.phantom_files` writes, with a nodule and fresh noise put into its pixels. That works
on the bytes, because pixel data is the file's last element, uncompressed, 16 bit, little endian (PS3.5 A.2).
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import numpy as np

from radviewer.io.phantom_files import write_chest_radiograph

SIZE = 256


def write_cases(folder: Path, positives: list[bool], seed: int) -> list[Path]:
    """Writes one file for each case and returns them in order.

    Args:
        folder: Where; made if missing.
        positives: Whether each case has a nodule.
        seed: Two calls with one seed write the same pixels.
    """
    base = write_chest_radiograph(folder / "base", SIZE)[0]
    data = base.read_bytes()
    base.unlink()
    base.parent.rmdir()
    paths = []
    for index, positive in enumerate(positives):
        path = folder / f"{index + 1:03d}.dcm"
        path.write_bytes(_case(data, positive, seed * 1000 + index))
        paths.append(path)
    return paths


def _case(data: bytes, positive: bool, seed: int) -> bytes:
    header, tail = data[: -2 * SIZE * SIZE], data[-2 * SIZE * SIZE :]
    random = np.random.default_rng(seed)
    pixels = np.frombuffer(tail, "<u2").astype(np.float64).reshape(SIZE, SIZE)
    pixels += 250 * random.standard_normal(pixels.shape)
    y, x = np.mgrid[0:SIZE, 0:SIZE] / SIZE * 2 - 1
    side = random.choice((-1, 1))
    top, radius = random.uniform(-0.45, 0.3), random.uniform(0.05, 0.08)
    if positive:
        distance = np.hypot(y - top, x - side * random.uniform(0.33, 0.45)) / radius
        pixels += 3200 * np.exp(-(distance**4))
    # Instances must differ in their UIDs too; the digits change, the length stays.
    header = re.sub(rb"2\.25\.(\d{20,})", lambda found: b"2.25." + _digits(found[1], seed), header)
    return header + np.clip(pixels, 0, 16383).astype("<u2").tobytes()


def _digits(old: bytes, seed: int) -> bytes:
    number = int.from_bytes(hashlib.sha256(old + str(seed).encode()).digest(), "big")
    return b"1" + str(number).encode()[: len(old) - 1].rjust(len(old) - 1, b"7")
