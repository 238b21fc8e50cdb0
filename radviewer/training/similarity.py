"""Copies among images: equal pixels, and near-equal ones (the same slice re-encoded, resized or brightened).

Near copies are pairs whose 256-bit difference hashes are close *and* whose normalised correlation is high; the hash
finds candidates in one matrix product, the correlation confirms them on the prepared images.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch.nn import functional

_BLOCK = 2048


@dataclass(frozen=True, slots=True)
class Copies:
    """Pairs of images by index, first < second.

    Attributes:
        exact: Equal pixels.
        near: Near copies that are not exact ones, each (first, second, correlation).
    """

    exact: tuple[tuple[int, int], ...]
    near: tuple[tuple[int, int, float], ...]


def find_copies(
    planes: NDArray[np.uint8], content: tuple[str, ...], correlation: float = 0.995, distance: int = 10
) -> Copies:
    """All pairs of copies.

    Args:
        planes: Prepared images, uint8 (N, 1 or 3, rows, columns).
        content: Hash of each image's stored pixels.
        correlation: Normalised correlation from which a pair counts.
        distance: Largest Hamming distance of the difference hashes, in bits of 256.
    """
    exact = equal_pairs(content)
    near = []
    for first, second in _candidates(difference_hashes(planes), distance):
        if content[first] != content[second]:
            value = normalised_correlation(planes[first], planes[second])
            if value >= correlation:
                near.append((first, second, value))
    return Copies(tuple(exact), tuple(near))


def groups(count: int, copies: Copies) -> NDArray[np.intp]:
    """Number of the group of each image (count,): images linked by copies share one (union-find)."""
    parent = np.arange(count)

    def root(index: int) -> int:
        while parent[index] != index:
            parent[index] = parent[parent[index]]
            index = int(parent[index])
        return index

    pairs = [*copies.exact, *((first, second) for first, second, _ in copies.near)]
    for first, second in pairs:
        a, b = root(first), root(second)
        parent[max(a, b)] = min(a, b)
    return np.array([root(index) for index in range(count)], dtype=np.intp)


def difference_hashes(planes: NDArray[np.uint8]) -> NDArray[np.bool_]:
    """256-bit difference hashes (N, 256): whether each cell of a 16 x 17 grid is darker than its right neighbour."""
    parts = []
    for start in range(0, len(planes), _BLOCK):
        block = torch.from_numpy(planes[start : start + _BLOCK]).float().mean(dim=1, keepdim=True)
        small = functional.interpolate(block, (16, 17), mode="bilinear", antialias=True, align_corners=False)
        parts.append((small[..., 1:] > small[..., :-1]).flatten(1).numpy())
    return np.concatenate(parts)


def normalised_correlation(first: NDArray[np.uint8], second: NDArray[np.uint8]) -> float:
    """Pearson correlation of the grey values of two images of one size; 0 where one is constant."""
    a = first.astype(np.float64).ravel()
    b = second.astype(np.float64).ravel()
    a -= a.mean()
    b -= b.mean()
    scale = float(np.sqrt((a @ a) * (b @ b)))
    return float(a @ b) / scale if scale > 0 else 0.0


def equal_pairs(content: tuple[str, ...]) -> list[tuple[int, int]]:
    """Each copy paired with the first image of its kind, by the hashes of stored pixels."""
    first: dict[str, int] = {}
    pairs = []
    for index, value in enumerate(content):
        if value in first:
            pairs.append((first[value], index))
        else:
            first[value] = index
    return pairs


def _candidates(bits: NDArray[np.bool_], distance: int) -> list[tuple[int, int]]:
    signs = torch.from_numpy(bits.astype(np.float32) * 2 - 1)
    pairs: list[tuple[int, int]] = []
    for start in range(0, len(signs), _BLOCK):
        # The product of signs is 256 - 2 x Hamming distance, exact in float32.
        product = signs[start : start + _BLOCK] @ signs[start:].T
        found = torch.nonzero(product >= 256 - 2 * distance).numpy() + start
        pairs.extend((int(a), int(b)) for a, b in found if a < b)
    return pairs
