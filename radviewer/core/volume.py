"""A stack of slices as one volume: stored values, where they lie in the patient, and how they become grey."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from radviewer.core.image import Image
from radviewer.core.volume_geometry import VolumeGeometry


@dataclass(frozen=True, slots=True, eq=False)
class Volume:
    """Voxels in their stored type; the modality LUT is applied to what is sampled, never to a copy of the volume.

    Attributes:
        values: (slices, rows, columns), in the order of the geometry.
        geometry: Where they are.
        template: A slice as it was read: its LUTs, polarity, padding and facts hold for every slice.
        warnings: What was odd, in sentences with numbers for the user.
        oriented: Whether the file says how the volume lies in the patient; without it there are no patient's sides.
    """

    values: NDArray[Any]
    geometry: VolumeGeometry
    template: Image
    warnings: tuple[str, ...] = ()
    oriented: bool = True

    def __post_init__(self) -> None:
        """Checks that values and geometry belong together."""
        assert self.values.shape == self.geometry.shape
        assert np.all(self.geometry.gaps > 0)
