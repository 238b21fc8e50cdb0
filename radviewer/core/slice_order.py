"""From slices in any order to a volume's geometry: which slices belong to it, in which order, and what is odd.

The numbers that are told (tilt, gaps, what was left out) are what a reader needs to judge a reformatted picture.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from radviewer.core.errors import UnsupportedImage
from radviewer.core.volume_geometry import VolumeGeometry

_PARALLEL = 0.99985  # cosine of one degree
_SAME_PLACE = 0.01  # of the usual gap, under which two slices lie in the same place
_HINT = "Choose a series of parallel slices with positions, such as CT or MR."


@dataclass(frozen=True, slots=True)
class SlicePlace:
    """Where one slice lies.

    Attributes:
        shape: (rows, columns).
        spacing: (row, column), mm.
        orientation: Direction cosines along the row and down the column (6 numbers).
        position: Centre of the first pixel in LPS, mm.
    """

    shape: tuple[int, int]
    spacing: tuple[float, float]
    orientation: tuple[float, ...]
    position: tuple[float, float, float]


@dataclass(frozen=True, slots=True, eq=False)
class Arrangement:
    """Slices put in order.

    Attributes:
        order: Indices of the slices that were given, in the order of the volume.
        geometry: Of the volume.
        warnings: What was odd, in sentences with numbers.
    """

    order: tuple[int, ...]
    geometry: VolumeGeometry
    warnings: tuple[str, ...]


def arrange(places: Sequence[SlicePlace | None]) -> Arrangement:
    """Puts slices in order.

    Args:
        places: One for each slice; None where the slice does not say.

    Returns:
        The largest group of parallel slices of one size, sorted along its normal; of slices in the same place the
        first.

    Raises:
        UnsupportedImage: Fewer than two slices in different places.
    """
    group = _largest_group(places)
    chosen = [(index, place) for index, place in enumerate(places) if place is not None and index in group]
    if len(chosen) < 2:
        raise UnsupportedImage("This series is no volume: no two of its images are parallel slices.", hint=_HINT)
    axes = _axes(chosen[0][1].orientation)
    along = np.array([place.position for _, place in chosen]) @ axes[:, 2]
    order = np.argsort(along, kind="stable")
    kept, doubles = _distinct(along[order])
    if len(kept) < 2:
        raise UnsupportedImage("This series is no volume: all of its slices lie in the same place.", hint=_HINT)
    final = [chosen[order[number]] for number in kept]
    first = chosen[0][1]
    geometry = VolumeGeometry(
        (len(final), *first.shape), axes, first.spacing, np.array([place.position for _, place in final])
    )
    notes = _left_out(len(places) - len(chosen), doubles) + geometry_warnings(geometry)
    return Arrangement(tuple(index for index, _ in final), geometry, notes)


def geometry_warnings(geometry: VolumeGeometry) -> tuple[str, ...]:
    """What a reader has to know about tilt and spacing, with the numbers."""
    notes = []
    if not geometry.is_straight:
        kind = "evenly" if geometry.is_affine or geometry.is_even else "unevenly"
        notes.append(
            f"The slices are tilted by {geometry.tilt_degrees:.1f} degrees against their direction (gantry tilt), "
            f"{kind} spaced; planes are computed from the true positions."
        )
    if not geometry.is_even:
        gaps = geometry.gaps
        usual = float(np.median(gaps))
        wide = int(np.argmax(gaps))
        text = (
            f"The distance between slices varies from {gaps.min():.2f} to {gaps.max():.2f} mm "
            f"(usually {usual:.2f} mm); planes are computed from the true positions."
        )
        if gaps[wide] > 1.5 * usual:
            text += f" Between slices {wide + 1} and {wide + 2} nothing was measured for {gaps[wide]:.2f} mm."
        notes.append(text)
    return tuple(notes)


def _left_out(others: int, doubles: int) -> tuple[str, ...]:
    notes = []
    if others:
        notes.append(f"{others} images of the series are not parallel to the others, of another size or unplaced.")
    if doubles:
        notes.append(f"{doubles} images lie where others lie (phases or echoes); the first at each place is used.")
    return tuple(notes)


def _largest_group(places: Sequence[SlicePlace | None]) -> set[int]:
    groups: list[tuple[SlicePlace, set[int]]] = []
    for index, place in enumerate(places):
        if place is None:
            continue
        for first, members in groups:
            if _belongs(place, first):
                members.add(index)
                break
        else:
            groups.append((place, {index}))
    return max((members for _, members in groups), key=len, default=set())


def _belongs(place: SlicePlace, first: SlicePlace) -> bool:
    if place.shape != first.shape or not np.allclose(place.spacing, first.spacing, rtol=1e-3):
        return False
    one, other = np.reshape(place.orientation, (2, 3)), np.reshape(first.orientation, (2, 3))
    return bool((np.sum(one * other, axis=1) > _PARALLEL * np.linalg.norm(one, axis=1)).all())


def _axes(orientation: tuple[float, ...]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Unit vectors along columns, rows and the normal; small errors of rounding are taken out."""
    along = np.array(orientation[:3], dtype=np.float64)
    along /= np.linalg.norm(along)
    down = np.array(orientation[3:], dtype=np.float64)
    down -= along * (down @ along)
    down /= np.linalg.norm(down)
    return np.stack((along, down, np.cross(along, down)), axis=1)


def _distinct(distances: np.ndarray[tuple[int, ...], np.dtype[np.float64]]) -> tuple[list[int], int]:
    """(indices of slices in different places, number of the others), for sorted distances."""
    gaps = np.diff(distances)
    real = gaps[gaps > 1e-3]
    least = max(1e-3, _SAME_PLACE * float(np.median(real))) if real.size else 1e-3
    kept = [0]
    for number in range(1, len(distances)):
        if distances[number] - distances[kept[-1]] > least:
            kept.append(number)
    return kept, len(distances) - len(kept)
