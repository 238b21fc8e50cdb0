"""The CPU bundle leaves torchvision's compiled operators out: they need CUDA libraries, and no shipped model uses them.

torchvision refuses to be imported when the operator `nms` is unknown, so its signature is declared here; calling it
would fail with a clear message of torch.
"""

import sys


class _Declare:
    """Declares the operator just before torchvision is imported, so that a start without a model loads no torch."""

    def find_spec(self, name, path=None, target=None):
        """Sees every import; acts on torchvision's first one and then steps aside."""
        if name == "torchvision":
            sys.meta_path.remove(self)
            import torch

            library = torch.library.Library("torchvision", "DEF")
            library.define("nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
            self.library = library
            torch._radviewer_torchvision = library  # lives as long as torch does
        return


sys.meta_path.insert(0, _Declare())
