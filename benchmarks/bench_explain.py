"""What explaining costs beside a plain prediction and beside the peers used plainly, on one machine.

Ours: a prediction with Grad-CAM of every label from the features that it leaves; saliency; integrated gradients.
Peers: pytorch-grad-cam run over the whole network, for one label and for every label; captum's Saliency and
IntegratedGradients. Random weights whose batch norms have seen one batch, 224 x 224.

    python benchmarks/bench_explain.py [--rounds 5] [--threads 1] [--networks vgg16,resnet50]

On the CPU times are of the processor (all threads), so that other programs on the machine do not count; on a GPU they
are wall clock. The medians of interleaved rounds are given. "Grows" is how far a child process grows above its start.
"""

from __future__ import annotations

import argparse
import os
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import torch
from captum.attr import IntegratedGradients as CaptumIntegratedGradients
from captum.attr import Saliency as CaptumSaliency
from pytorch_grad_cam import GradCAM
from pytorch_grad_cam.utils.image import scale_cam_image
from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

from radviewer.core.explanation import Method
from radviewer.core.geometry import GridTransform
from radviewer.core.image import ImageRef
from radviewer.core.prediction import Prediction
from radviewer.explain.cam import GradientCam
from radviewer.explain.gradients import IntegratedGradients, Saliency
from radviewer.explain.passes import absent
from radviewer.explain.protocol import Run
from radviewer.inference import architectures
from radviewer.inference.manifest import ArchitectureSpec
from radviewer.inference.network import SplitNetwork, freeze, quick_layout
from radviewer.inference.predictor import Forward, head_graph

NAMES = ("mobilenet_v2", "resnet50", "densenet121", "vgg16", "xception", "convnext_tiny")
LABELS, STEPS, BATCH = 4, 8, 4
RUN = Run()
COLUMNS = (
    "network",
    "forward",
    "forward + Grad-CAM, 4 labels",
    "x forward",
    "pytorch-grad-cam, 1 label",
    "4 labels",
    "difference",
    "forward + backward",
    "saliency",
    "x",
    "captum saliency",
    "integrated gradients, 8 steps",
    "captum",
    "difference",
    "4 images: ours, 4 labels",
    "peer, 1 label",
    "grows: forward",
    "ours, 4 labels",
    "pytorch-grad-cam, 4 labels",
    "saliency",
    "captum saliency",
)


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
    return network.to(device), torch.randn(BATCH, 3, 224, 224, device=device)


def forward_of(network: SplitNetwork, inputs: torch.Tensor) -> Forward:
    """As the predictor does it."""
    with torch.no_grad():
        moved = quick_layout(inputs)
        features = network.trunk(moved)
    graph = head_graph(network.head, features)
    prediction = Prediction(ImageRef(Path("x")), "m", "1", "cpu", ())
    grid = GridTransform.identity((224, 224))
    return Forward(prediction, features, inputs, graph.logits.detach(), grid, graph)


def plain(network: SplitNetwork, inputs: torch.Tensor) -> None:
    with torch.no_grad():
        network(inputs)


def forward_backward(network: SplitNetwork, inputs: torch.Tensor) -> torch.Tensor:
    leaf = inputs.clone().requires_grad_(True)
    (gradient,) = torch.autograd.grad(network(leaf)[0, 0], leaf)
    return gradient


def ours(network: SplitNetwork, inputs: torch.Tensor) -> list[np.ndarray]:
    return GradientCam(Method.GRADCAM).maps(network, forward_of(network, inputs), range(LABELS), RUN)


def ours_for_many(network: SplitNetwork, inputs: torch.Tensor) -> None:
    for place in range(len(inputs)):
        ours(network, inputs[place : place + 1])


def peer(network: SplitNetwork, inputs: torch.Tensor, labels: range) -> list[np.ndarray]:
    network.requires_grad_(True)
    with GradCAM(model=network, target_layers=[network.trunk]) as cam:
        maps = [cam(input_tensor=inputs, targets=[ClassifierOutputTarget(label)] * len(inputs))[0] for label in labels]
    network.zero_grad(set_to_none=True)
    freeze(network)
    return maps


def rescaled(values: np.ndarray) -> np.ndarray:
    """What pytorch-grad-cam does to a map: 0..1, the input's size, and 0..1 again."""
    return scale_cam_image(scale_cam_image(values[None], (224, 224)))[0]


def captum_shares(network: SplitNetwork, inputs: torch.Tensor) -> torch.Tensor:
    start = absent(inputs).expand_as(inputs)
    explainer = CaptumIntegratedGradients(network)
    return explainer.attribute(inputs, start, target=0, n_steps=STEPS, method="gausslegendre", internal_batch_size=4)


def medians(actions: list[Callable[[], object]], rounds: int, clock: Callable[[], float]) -> list[float]:
    """Milliseconds of each action, interleaved so that a slow moment of the machine hits all of them."""
    times: list[list[float]] = [[] for _ in actions]
    for turn in range(rounds + 1):
        for place, action in enumerate(actions):
            start = clock()
            action()
            if torch.cuda.is_available():
                torch.cuda.synchronize()
            if turn >= 1:
                times[place].append((clock() - start) * 1000)
    return [statistics.median(values) for values in times]


def peak(action: Callable[[], object]) -> float:
    """MiB that a process grows at most while it does something, in a child of its own (POSIX; nan elsewhere)."""
    if not hasattr(os, "fork") or torch.cuda.is_initialized():
        return float("nan")
    import resource

    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        before = int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
        action()
        grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024 - before
        os.write(writing, f"{grown:.0f}".encode())
        os._exit(0)
    os.waitpid(child, 0)
    return float(os.read(reading, 64))


def row_of(name: str, device: str, rounds: int) -> str:
    network, inputs = build(name, device)
    one = inputs[:1]
    memory = memory_of(network, one)  # before anything else ran: memory that is kept for reuse would not grow again
    clock = time.process_time if device == "cpu" else time.perf_counter
    found = [rescaled(values) for values in ours(network, one)]
    cam_difference = max(np.abs(a - b).max() for a, b in zip(found, peer(network, one, range(LABELS)), strict=True))
    explainer = IntegratedGradients(STEPS)
    shares = explainer.attributions(network, forward_of(network, one), [0], RUN)[0]
    theirs = captum_shares(network, one)
    share_difference = float((shares - theirs).abs().max() / theirs.abs().max())
    (
        forward,
        cams,
        peer_one,
        peer_all,
        way_back,
        saliency,
        captum_saliency,
        integrated,
        captum_integrated,
        many,
        batch,
    ) = medians(
        [
            lambda: plain(network, one),
            lambda: ours(network, one),
            lambda: peer(network, one, range(1)),
            lambda: peer(network, one, range(LABELS)),
            lambda: forward_backward(network, one),
            lambda: Saliency().maps(network, forward_of_nothing(one), [0], RUN),
            lambda: CaptumSaliency(network).attribute(one.clone().requires_grad_(True), target=0),
            lambda: explainer.attributions(network, forward_of_nothing(one), [0], RUN),
            lambda: captum_shares(network, one),
            lambda: ours_for_many(network, inputs),
            lambda: peer(network, inputs, range(1)),
        ],
        rounds,
        clock,
    )
    cells = [
        name,
        f"{forward:.0f}",
        f"{cams:.0f}",
        f"{cams / forward:.2f}",
        f"{peer_one:.0f}",
        f"{peer_all:.0f}",
        f"{cam_difference:.0e}",
        f"{way_back:.0f}",
        f"{saliency:.0f}",
        f"{saliency / way_back:.2f}",
        f"{captum_saliency:.0f}",
        f"{integrated:.0f}",
        f"{captum_integrated:.0f}",
        f"{share_difference:.0e}",
        f"{many:.0f}",
        f"{batch:.0f}",
        *(f"{size:.0f}" for size in memory),
    ]
    return f"| {' | '.join(cells)} |"


def memory_of(network: SplitNetwork, one: torch.Tensor) -> list[float]:
    """MiB that a process grows for a plain pass, our maps, the peer's, our saliency and captum's."""
    return [
        peak(action)
        for action in (
            lambda: plain(network, one),
            lambda: ours(network, one),
            lambda: peer(network, one, range(LABELS)),
            lambda: Saliency().maps(network, forward_of_nothing(one), [0], RUN),
            lambda: CaptumSaliency(network).attribute(one.clone().requires_grad_(True), target=0),
        )
    ]


def forward_of_nothing(inputs: torch.Tensor) -> Forward:
    """Gradient methods use the inputs only."""
    prediction = Prediction(ImageRef(Path("x")), "m", "1", "cpu", ())
    return Forward(prediction, inputs, inputs, inputs, GridTransform.identity((224, 224)))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--threads", type=int, default=1)
    parser.add_argument("--networks", default=",".join(NAMES))
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    for device in ["cpu", *(["cuda"] if torch.cuda.is_available() else [])]:
        what = (
            torch.cuda.get_device_name() if device == "cuda" else f"{platform.machine()}, {arguments.threads} thread(s)"
        )
        print(f"\n{device}: {what}, torch {torch.__version__}, medians of {arguments.rounds}, ms and MiB\n")
        print(f"| {' | '.join(COLUMNS)} |\n|{'---|' * len(COLUMNS)}", flush=True)
        for name in arguments.networks.split(","):
            print(row_of(name, device, arguments.rounds), flush=True)


if __name__ == "__main__":
    main()
