"""With which window a volume is first shown."""

from __future__ import annotations

import math
from dataclasses import replace

from radviewer.core.grayscale import Voi
from radviewer.core.image import Window
from radviewer.core.volume import Volume
from radviewer.workbench import prepared

_VOXELS = 200_000  # that an automatic window looks at


def first_window(volume: Volume) -> Voi:
    """The header's first window; without any the middle 99 % of the values."""
    return volume.template.voi[0] if volume.template.voi else auto_window(volume)


def auto_window(volume: Volume) -> Window:
    """A window from the 0.5th to the 99.5th percentile of voxels spread over the whole volume."""
    step = max(1, math.ceil((volume.values.size / _VOXELS) ** (1 / 3)))
    spread = volume.values[::step, ::step, ::step]
    return prepared.auto_window(replace(volume.template, pixels=spread.reshape(spread.shape[0], -1)))
