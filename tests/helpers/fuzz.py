"""Seeded mutants of valid files, and what must never happen when they are opened.

By hand: `python -m tests.helpers.fuzz 10000 [SEED]`. Each mutant is inspected and read; a refusal in words is fine, an
image is fine; any other exception, a hang beyond the limit or a dead process is not.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import PIL.Image
import pydicom
import SimpleITK
import tifffile

from radviewer.core.errors import InputProblem
from radviewer.core.grayscale import display_values
from radviewer.core.image import ImageRef
from radviewer.io.catalog import scan
from radviewer.io.inspection import inspect_file
from radviewer.io.reader import read_image

SECONDS = 12.0
MAX_BYTES = 300_000


def seeds(folder: Path) -> list[Path]:
    """Valid files to start from: pydicom's own examples of up to 300 kB, and pictures made on the spot."""
    examples = Path(pydicom.__file__).parent / "data" / "test_files"
    found = [path for path in sorted(examples.rglob("*")) if path.is_file() and path.stat().st_size <= MAX_BYTES]
    found = [path for path in found if path.suffix == ".dcm" or path.name.startswith("DICOMDIR")]
    pixels = np.random.default_rng(0).integers(0, 65535, (40, 50), dtype=np.uint16)
    gray = (pixels >> 8).astype(np.uint8)
    for name, values in (("a.png", pixels), ("b.png", gray), ("c.jpg", gray), ("d.bmp", gray)):
        PIL.Image.fromarray(values).save(folder / name)
        found.append(folder / name)
    tifffile.imwrite(folder / "e.tif", np.stack([pixels, pixels]), compression="zlib")
    found.append(folder / "e.tif")
    volume = SimpleITK.GetImageFromArray(np.stack([pixels, pixels]))
    for name in ("f.nii", "g.nii.gz", "h.nrrd", "i.mha"):
        SimpleITK.WriteImage(volume, folder / name)
        found.append(folder / name)
    return found


def mutate(data: bytes, chance: random.Random) -> bytes:
    """One mutant: flipped bits, changed, removed, doubled or foreign bytes, extreme numbers, or a cut."""
    result = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 4, 16))):
        if not result:
            break
        # Headers are small and pixels large: half of the hits go to the first 4 kB.
        limit = min(len(result), 4096) if chance.random() < 0.5 else len(result)
        at = chance.randrange(limit)
        kind = chance.randrange(7)
        if kind == 0:
            result[at] ^= 1 << chance.randrange(8)
        elif kind == 1:
            result[at] = chance.randrange(256)
        elif kind == 2:
            del result[at : at + chance.choice((1, 2, 4, 8, 64))]
        elif kind == 3:
            size = chance.choice((1, 2, 8, 64))
            result[at:at] = result[at : at + size]
        elif kind == 4:
            result[at : at + 4] = chance.choice((b"\xff\xff\xff\xff", b"\0\0\0\0", b"\xfe\xff\xff\xff", b"\0\0\0\x80"))
        elif kind == 5:
            result[at:at] = chance.randbytes(chance.choice((1, 2, 4, 32)))
        else:
            del result[chance.randrange(len(result)) :]
    return bytes(result)


def outcomes(count: int, seed: int, folder: Path) -> Iterator[tuple[str, float]]:
    """("shown" | "refused" | what went wrong, seconds) for each mutant."""
    chance = random.Random(seed)
    originals = seeds(folder)
    for index in range(count):
        original = chance.choice(originals)
        target = folder / f"mutant{original.suffix}"
        target.write_bytes(mutate(original.read_bytes(), chance))
        begin = time.monotonic()
        outcome = _open(target)
        seconds = time.monotonic() - begin
        if seconds > SECONDS:
            outcome = f"{seconds:.0f} s"
        if outcome not in ("shown", "refused"):
            outcome = f"mutant {index} of {original.name}: {outcome}"
        yield outcome, seconds


def _open(path: Path) -> str:
    try:
        found = inspect_file(path)
        scan([path])
        try:
            display_values(read_image(ImageRef(path)))
        except InputProblem as problem:
            return "refused" if path.name in problem.message else f"does not name the file: {problem.message}"
        return "shown" if found.error is None else "refused"
    except Exception as error:  # noqa: BLE001 - this is what the harness looks for
        import traceback

        return "".join(traceback.format_exception(error)[-3:])


def main() -> int:
    """Runs mutants and prints what happened."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    with tempfile.TemporaryDirectory() as folder:
        tally: Counter[str] = Counter()
        slowest = 0.0
        for outcome, seconds in outcomes(count, seed, Path(folder)):
            tally["wrong" if outcome not in ("shown", "refused") else outcome] += 1
            slowest = max(slowest, seconds)
            if outcome not in ("shown", "refused"):
                print(outcome, flush=True)
    print(f"{count} mutants, seed {seed}: {dict(tally)}, slowest {slowest:.2f} s")
    return 1 if tally["wrong"] else 0


if __name__ == "__main__":
    sys.exit(main())
