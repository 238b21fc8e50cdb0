"""What explaining costs: a prediction, a prediction with Grad-CAM of every label, saliency, and the peers used plainly.

Peer: pytorch-grad-cam run over the whole network, once for one label and once for every label. Random weights whose
batch norms have seen one batch, one image, CPU (and the GPU where there is one). The last column is the largest
difference between our map and the peer's, after the peer's own rescaling to 0..1.
"""

from __future__ import annotations

import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from pytorch_grad_cam import GradCAM
from pytorch_grad_cam.utils.image import scale_cam_image
from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

from radviewer.core.explanation import Method
from radviewer.core.geometry import GridTransform
from radviewer.core.image import ImageRef
from radviewer.core.prediction import Prediction
from radviewer.explain.cam import GradientCam
from radviewer.explain.gradients import Saliency
from radviewer.explain.protocol import Run
from radviewer.inference import architectures
from radviewer.inference.manifest import ArchitectureSpec
from radviewer.inference.network import SplitNetwork, freeze
from radviewer.inference.predictor import Forward

NAMES = ("mobilenet_v2", "resnet50", "densenet121", "vgg16", "convnext_tiny")
LABELS = 4
RUN = Run()


def build(name: str, device: str) -> tuple[SplitNetwork, torch.Tensor]:
    torch.manual_seed(0)
    spec = ArchitectureSpec(name)
    whole = architectures.build(spec, 3, LABELS)
    with torch.no_grad():
        for module in whole.modules():
            if isinstance(module, torch.nn.BatchNorm2d):
                module.momentum = None  # the running statistics become those of the one batch
        whole.train()(torch.randn(4, 3, 224, 224))
    network = architectures.split_network(spec, whole, architectures.find(name).cam_layer)
    freeze(network)
    return network.to(device), torch.randn(1, 3, 224, 224, device=device)


def forward_of(network: SplitNetwork, inputs: torch.Tensor) -> Forward:
    with torch.no_grad():
        features = network.trunk(inputs)
        logits = network.head(features)
    prediction = Prediction(ImageRef(Path("x")), "m", "1", "cpu", ())
    return Forward(prediction, features, inputs, logits, GridTransform.identity((224, 224)))


def plain(network: SplitNetwork, inputs: torch.Tensor) -> None:
    with torch.no_grad():
        network(inputs)


def ours(network: SplitNetwork, inputs: torch.Tensor) -> list[np.ndarray]:
    return GradientCam(Method.GRADCAM).maps(network, forward_of(network, inputs), range(LABELS), RUN)


def saliency(network: SplitNetwork, inputs: torch.Tensor) -> None:
    Saliency().maps(network, forward_of(network, inputs), [0], RUN)


def peer(network: SplitNetwork, inputs: torch.Tensor, labels: range) -> list[np.ndarray]:
    for parameter in network.parameters():
        parameter.requires_grad_(True)
    with GradCAM(model=network, target_layers=[network.trunk]) as cam:
        maps = [cam(input_tensor=inputs, targets=[ClassifierOutputTarget(label)])[0] for label in labels]
    network.zero_grad(set_to_none=True)
    freeze(network)
    return maps


def rescaled(values: np.ndarray) -> np.ndarray:
    """What pytorch-grad-cam does to a map: 0..1, the input's size, and 0..1 again."""
    return scale_cam_image(scale_cam_image(values[None], (224, 224)))[0]


def medians(actions: list[Callable[[], object]], rounds: int) -> list[float]:
    """Milliseconds of each action, interleaved so that a slow moment of the machine hits all of them."""
    times: list[list[float]] = [[] for _ in actions]
    for turn in range(rounds + 2):
        for place, action in enumerate(actions):
            start = time.perf_counter()
            action()
            if torch.cuda.is_available():
                torch.cuda.synchronize()
            if turn >= 2:
                times[place].append((time.perf_counter() - start) * 1000)
    return [statistics.median(values) for values in times]


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 15
    for device in ["cpu", *(["cuda"] if torch.cuda.is_available() else [])]:
        print(f"\n{device}, {torch.get_num_threads()} threads, one image, {LABELS} labels, medians of {rounds} in ms\n")
        columns = ("network", "forward", "+ Grad-CAM, all labels", "x forward", "saliency, 1 label", "peer, 1 label")
        print(f"| {' | '.join(columns)} | peer, all labels | difference |")
        print("|---|---|---|---|---|---|---|---|")
        for name in NAMES:
            network, inputs = build(name, device)
            found = [rescaled(values) for values in ours(network, inputs)]
            difference = max(
                np.abs(a - b).max() for a, b in zip(found, peer(network, inputs, range(LABELS)), strict=True)
            )
            forward, all_labels, gradient, one, every = medians(
                [
                    lambda n=network, x=inputs: plain(n, x),
                    lambda n=network, x=inputs: ours(n, x),
                    lambda n=network, x=inputs: saliency(n, x),
                    lambda n=network, x=inputs: peer(n, x, range(1)),
                    lambda n=network, x=inputs: peer(n, x, range(LABELS)),
                ],
                rounds,
            )
            print(
                f"| {name} | {forward:.1f} | {all_labels:.1f} | {all_labels / forward:.2f} | {gradient:.1f} "
                f"| {one:.1f} | {every:.1f} | {difference:.1e} |"
            )


if __name__ == "__main__":
    main()
