"""The CPU bundle leaves torchvision's compiled operators out: they need CUDA libraries, and no shipped model uses them.

torchvision refuses to be imported when operators for boxes are unknown that it describes for torch's compiler, so their
signatures are declared here; calling one would fail with a clear message of torch.
"""

import sys

_BOXES = "Tensor dets, Tensor scores, float iou_threshold"


class _Declare:
    """Declares the operators just before torchvision is imported, so that a start without a model loads no torch."""

    def find_spec(self, name, path=None, target=None):
        """Sees every import; acts on torchvision's first one and then steps aside."""
        if name == "torchvision":
            sys.meta_path.remove(self)
            import torch

            library = torch.library.Library("torchvision", "DEF")
            for operator in ("nms", "qnms"):
                library.define(f"{operator}({_BOXES}) -> Tensor")
            torch._radviewer_torchvision = library  # lives as long as torch does
        return


sys.meta_path.insert(0, _Declare())
