"""Copies among many images by what is left of each at thumbnail size, in little memory.

Of every image 4 KB are kept: a 256-bit difference hash and a thumbnail of 64 x 64 grey levels. Near copies are pairs
whose hashes differ in few bits *and* whose thumbnails correlate. What a codec or a resampling has added averages out
at that size, so a re-encoded slice is found where the correlation of whole images (`similarity`) misses it; what
remains is the difference between neighbouring slices, which stay below the limit. Both are rounded to grey levels as
an image file would hold them: without that, noise far below one level decides the bits of a flat background.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.training.similarity import Copies, equal_pairs

SIDE = 64
CORRELATION = 0.995
DISTANCE = 10

_HASH_GRID = (16, 17)
_BLOCK = 1024


@dataclass(frozen=True, slots=True, eq=False)
class Looks:
    """What is kept of N images.

    Attributes:
        content: Hash of each image's stored pixels.
        hashes: uint64 (N, 4): 256 bits, whether each cell of a 16 x 17 grid is darker than its right neighbour.
        thumbnails: uint8 (N, 4096).
    """

    content: tuple[str, ...]
    hashes: NDArray[np.uint64]
    thumbnails: NDArray[np.uint8]


def look_at(plane: NDArray[np.uint8]) -> tuple[NDArray[np.uint64], NDArray[np.uint8]]:
    """Hash (4,) and thumbnail (4096,) of one prepared image, uint8 (1 or 3, rows, columns)."""
    # Arithmetic in numpy: torch splits even these small steps among threads, which then wait for each other 20 ms per
    # image on a machine that has other work.
    gray = plane.astype(np.float32).mean(axis=0)
    cells, small = (_resized(gray, size) for size in (_HASH_GRID, (SIDE, SIDE)))
    bits = (cells[:, 1:] > cells[:, :-1]).ravel()
    return np.packbits(bits).view(np.uint64), small.ravel()


def looks_of(planes: NDArray[np.uint8], content: tuple[str, ...]) -> Looks:
    """Looks of prepared images, uint8 (N, 1 or 3, rows, columns)."""
    pairs = [look_at(plane) for plane in planes]
    return Looks(content, np.stack([bits for bits, _ in pairs]), np.stack([small for _, small in pairs]))


def joined_looks(looks: tuple[Looks, ...]) -> Looks:
    """Several sets as one, in their order."""
    return Looks(
        tuple(value for item in looks for value in item.content),
        np.concatenate([item.hashes for item in looks]),
        np.concatenate([item.thumbnails for item in looks]),
    )


def find_look_alikes(
    looks: Looks,
    correlation: float = CORRELATION,
    distance: int = DISTANCE,
    token: CancellationToken | None = None,
    progress: ProgressCallback = silent,
) -> Copies:
    """All pairs of copies.

    Args:
        looks: Of the images.
        correlation: Pearson correlation of thumbnails from which a pair counts.
        distance: Largest Hamming distance of hashes, in bits of 256.
        token: Looked at before each block of 1024 x 1024 pairs.
        progress: Told after each.

    Raises:
        Cancelled: The token was turned.
    """
    near: list[tuple[int, int, float]] = []
    blocks = list(_blocks(len(looks.content)))
    for number, (rows, columns) in enumerate(blocks, start=1):
        if token is not None:
            token.check()
        first, second = _candidates(looks.hashes, rows, columns, distance)
        values = _correlations(looks.thumbnails, first, second)
        chosen = values >= correlation
        found = zip(first[chosen].tolist(), second[chosen].tolist(), values[chosen].tolist(), strict=True)
        near += [(a, b, value) for a, b, value in found if looks.content[a] != looks.content[b]]
        progress(Progress("comparing images", number, len(blocks)))
    return Copies(tuple(equal_pairs(looks.content)), tuple(sorted(near)))


def _resized(gray: NDArray[np.float32], size: tuple[int, int]) -> NDArray[np.uint8]:
    """Antialiased, along the rows and then along the columns, each rounded to grey levels as image libraries do."""
    for shape in ((gray.shape[0], size[1]), size):
        whole = torch.from_numpy(gray)[None, None]
        small = functional.interpolate(whole, shape, mode="bilinear", antialias=True, align_corners=False)
        gray = np.clip(np.floor(small[0, 0].numpy() + np.float32(0.5)), 0, 255)
    return gray.astype(np.uint8)


def _blocks(count: int) -> Iterator[tuple[slice, slice]]:
    starts = range(0, count, _BLOCK)
    for row in starts:
        for column in range(row, count, _BLOCK):
            yield slice(row, min(row + _BLOCK, count)), slice(column, min(column + _BLOCK, count))


def _candidates(
    hashes: NDArray[np.uint64], rows: slice, columns: slice, distance: int
) -> tuple[NDArray[np.intp], NDArray[np.intp]]:
    """Indices (pairs,) with first < second whose hashes are close."""
    distances = np.zeros((rows.stop - rows.start, columns.stop - columns.start), dtype=np.uint16)
    for word in range(hashes.shape[1]):
        distances += np.bitwise_count(hashes[rows, word][:, None] ^ hashes[columns, word][None])
    first, second = np.nonzero(distances <= distance)
    first, second = first + rows.start, second + columns.start
    ordered = first < second
    return first[ordered], second[ordered]


def _correlations(
    thumbnails: NDArray[np.uint8], first: NDArray[np.intp], second: NDArray[np.intp]
) -> NDArray[np.float64]:
    """Pearson correlation of each pair (pairs,), by one product of the images that occur; 0 where one is constant."""
    if not len(first):
        return np.zeros(0)
    left, at_left = np.unique(first, return_inverse=True)
    right, at_right = np.unique(second, return_inverse=True)
    product = _standardised(thumbnails[left]) @ _standardised(thumbnails[right]).T
    return np.asarray(product[at_left, at_right], dtype=np.float64)


def _standardised(thumbnails: NDArray[np.uint8]) -> NDArray[np.float64]:
    values = thumbnails.astype(np.float64)
    values -= values.mean(axis=1, keepdims=True)
    length = np.linalg.norm(values, axis=1, keepdims=True)
    return values / np.where(length > 0, length, 1.0)
