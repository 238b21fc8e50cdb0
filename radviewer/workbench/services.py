"""What the pipeline works with: packs, image reading, and loaded networks with the features of recent images.

One `Services` belongs to one torch worker thread (or to one command): explainers use the network that predictions
use, so their passes must not overlap.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from typing import TYPE_CHECKING

from radviewer.core.image import Image, ImageRef
from radviewer.inference.registry import Pack, Registry, default_search_path

if TYPE_CHECKING:
    from radviewer.inference.predictor import Forward, Predictor

ReadImage = Callable[[ImageRef], Image]


class Services:
    """Holder of the registry, the image reader, loaded predictors and cached forward passes.

    Args:
        registry: Where packs are found; the default search path if None.
        read_image: How frames are read; `radviewer.io.reader.read_image` if None.
        remembered: How many forward passes are kept, so that another label or method of a recent image costs no
            new prediction.
    """

    def __init__(
        self, registry: Registry | None = None, read_image: ReadImage | None = None, remembered: int = 16
    ) -> None:
        self.registry = registry or Registry(default_search_path())
        self._read_image = read_image
        self._predictors: dict[tuple[str, str], Predictor] = {}
        self._forwards: OrderedDict[tuple[ImageRef, str, str], Forward] = OrderedDict()
        self._remembered = remembered

    def read_image(self, ref: ImageRef) -> Image:
        """Reads one frame."""
        if self._read_image is None:
            from radviewer.io.reader import read_image

            self._read_image = read_image
        return self._read_image(ref)

    def predictor(self, model_id: str, device: str) -> Predictor:
        """The loaded network of a pack; loaded on first use.

        Args:
            model_id: The pack's id.
            device: "auto", "cpu", "cuda", or "openvino" for that backend on the CPU.

        Raises:
            ModelPackProblem: The pack is unknown or refused.
        """
        key = (model_id, device)
        if key not in self._predictors:
            self._predictors[key] = _loaded(self.registry.get(model_id), device)
        return self._predictors[key]

    def recall(self, ref: ImageRef, model_id: str, device: str) -> Forward | None:
        """The forward pass of a recent image, or None."""
        key = (ref, model_id, device)
        if key in self._forwards:
            self._forwards.move_to_end(key)
            return self._forwards[key]
        return None

    def remember(self, forward: Forward, model_id: str, device: str) -> None:
        """Keeps a forward pass, and lets go of the oldest."""
        self._forwards[(forward.prediction.image, model_id, device)] = forward
        while len(self._forwards) > self._remembered:
            self._forwards.popitem(last=False)

    def forget(self) -> None:
        """Drops all networks and forward passes, after a lost device or when packs changed."""
        self._predictors.clear()
        self._forwards.clear()


def _loaded(pack: Pack, device: str) -> Predictor:
    if device == "openvino":
        from radviewer.inference.openvino_backend import OpenVinoPredictor

        return OpenVinoPredictor.load(pack)
    from radviewer.inference.predictor import Predictor

    return Predictor.load(pack, device)
