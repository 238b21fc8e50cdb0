"""Regions of the input that are hidden together: SLIC superpixels (Achanta et al., IEEE TPAMI 2012)."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from torch import Tensor

# For grey values in 0..1, the first lets regions follow edges. In an image of mere noise it leaves fragments that are
# then merged into one region; the later ones end at a regular grid.
_COMPACTNESS = (0.1, 1.0, 10.0)


def superpixels(inputs: Tensor, count: int) -> NDArray[np.intp]:
    """Regions of one input.

    Args:
        inputs: (1, channels, H, W).
        count: About how many; a region has at least 16 pixels.

    Returns:
        (H, W), numbered from 0 without gaps. The same input gives the same regions.
    """
    from skimage.segmentation import slic

    plane = inputs[0].mean(dim=0).double().cpu().numpy()
    low, high = plane.min(), plane.max()
    plane = (plane - low) / (high - low) if high > low else np.zeros_like(plane)
    wanted = max(2, min(count, plane.size // 16))
    regions = np.zeros(plane.shape, dtype=np.intp)
    for compactness in _COMPACTNESS:
        found = slic(plane, n_segments=wanted, compactness=compactness, channel_axis=None, start_label=0)
        regions = np.unique(found, return_inverse=True)[1].reshape(plane.shape)
        if regions.max() + 1 >= wanted / 2:
            break
    return regions
