"""PALETTE COLOR to RGB of 8 bits (PS3.3 C.7.6.3.1.5, C.7.6.3.1.6, C.7.9)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pydicom.pixels.processing
from numpy.typing import NDArray
from pydicom.dataset import Dataset
from pydicom.pixels.processing import apply_color_lut

from radviewer.core.errors import UnreadableFile
from radviewer.io.quiet import collect_from, collecting

collect_from(pydicom.pixels.processing)


def palette_to_rgb(pixels: NDArray[np.generic], dataset: Dataset, path: Path) -> NDArray[np.uint8]:
    """The colours of palette indices.

    Args:
        pixels: Indices (rows, columns).
        dataset: Holds the three tables, plain or segmented.
        path: For messages.

    Returns:
        uint8 (rows, columns, 3); 16-bit entries keep their upper 8 bits.

    Raises:
        UnreadableFile: The tables are damaged.
    """
    try:
        with collecting():
            colors = apply_color_lut(pixels, dataset)
    except (ValueError, IndexError, KeyError, TypeError, AttributeError, NotImplementedError) as error:
        raise UnreadableFile(
            f"{path}: its colour tables are damaged ({str(error)[:100]}).", hint="Copy or export it again."
        ) from error
    colors = colors[..., :3]
    if colors.dtype == np.uint8:
        return np.ascontiguousarray(colors)
    return np.ascontiguousarray((colors >> _shift_to_8(dataset)).astype(np.uint8))


def _shift_to_8(dataset: Dataset) -> int:
    """How far 16-bit table entries are shifted: 8, for the descriptor's third value says 16 (C.7.6.3.1.5)."""
    descriptor = dataset.get("RedPaletteColorLookupTableDescriptor")
    bits = int(descriptor[2]) if descriptor is not None and len(descriptor) == 3 else 16
    return max(0, bits - 8)
