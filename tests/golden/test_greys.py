"""Greys of pydicom's own uncompressed examples, kept as hashes: a change that nobody meant shows here.

The hashes were written after every image had been found at most one level from DCMTK's. Written anew, after the same
check by eye and tool, with `python -m tests.golden.test_greys`.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pydicom
import pytest

from radviewer.core.grayscale import display_values
from radviewer.core.image import ImageRef
from radviewer.io.reader import read_image

EXAMPLES = Path(pydicom.__file__).parent / "data" / "test_files"
HASHES = Path(__file__).with_name("greys.json")
NAMES = [
    "CT_small.dcm", "ExplVR_BigEnd.dcm", "MR_small.dcm", "MR_small_RLE.dcm", "MR_small_bigendian.dcm",
    "MR_small_implicit.dcm", "MR_small_jp2klossless.dcm", "MR_small_jpeg_ls_lossless.dcm", "MR_small_padded.dcm",
    "SC_rgb_rle_16bit.dcm", "SC_rgb_small_odd_big_endian.dcm", "examples_overlay.dcm", "examples_palette.dcm",
    "image_dfl.dcm", "liver_1frame.dcm", "liver_expb_1frame.dcm", "rtdose_1frame.dcm", "rtdose_rle_1frame.dcm",
]  # fmt: skip


def grey_hash(name: str) -> str:
    """SHA-256 of the first frame's 8-bit values."""
    return hashlib.sha256(display_values(read_image(ImageRef(EXAMPLES / name))).tobytes()).hexdigest()


@pytest.mark.parametrize("name", NAMES)
def test_greys_are_the_ones_that_were_checked(name: str) -> None:
    assert grey_hash(name) == json.loads(HASHES.read_text())[name]


if __name__ == "__main__":
    HASHES.write_text(json.dumps({name: grey_hash(name) for name in NAMES}, indent=2) + "\n")
