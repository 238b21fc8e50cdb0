"""The maps of a released AI output as explanations, so that the reading room draws them as the main window does.

A map in a study covers its whole image, on whatever grid. One map of a case belongs to its first image; a file that
holds several belongs to the images in their order. The scale is absolute where the file says what its top stands for
(`reference`) or where all values are shares of 1; else it is each map's own maximum, and the legend says so.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from radviewer.core.explanation import METHOD_NAMES, Explanation, Method
from radviewer.core.geometry import GridTransform
from radviewer.core.image import Image
from radviewer.core.labels import Label
from radviewer.io.map_bytes import read_map
from radviewer.readerstudy.public import ShownMap

_LABEL = Label("finding", "Finding")


@dataclass(frozen=True, slots=True, eq=False)
class CaseMap:
    """A decoded map.

    Attributes:
        method: As the plan names it.
        values: float32 (n, rows, columns), >= 0.
        reference: The top of the absolute scale, or None.
    """

    method: str
    values: NDArray[np.float32]
    reference: float | None

    @property
    def name(self) -> str:
        """The method in words."""
        known = {method.value: method for method in Method}
        return METHOD_NAMES[known[self.method]] if self.method in known else self.method

    def on(self, image: Image, number: int) -> Explanation | None:
        """The map of one image, or None where there is none.

        Args:
            image: The image.
            number: Its place in the case, from 0.
        """
        if not 0 <= number < len(self.values):
            return None
        values = self.values[number]
        top = float(values.max()) or 1.0
        reference = top if self.reference is None else self.reference
        grid = GridTransform.identity(image.shape)
        # The drawing code does not look at the method; a name that it does not know must not keep a map from view.
        method = Method(self.method) if self.method in {item.value for item in Method} else Method.GRADCAM
        return Explanation(
            image.ref, "", "", method, _LABEL, values, grid, reference, absolute=self.reference is not None
        )


def decode_map(shown: ShownMap) -> CaseMap:
    """Decodes a released map.

    Raises:
        UnreadableFile: Its file is no map.
    """
    values, reference = read_map(shown.data, shown.suffix)
    if reference is None and float(values.max()) <= 1.0:
        reference = 1.0
    return CaseMap(shown.method, values, reference)
