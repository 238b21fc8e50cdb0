"""Runs a pack: one forward pass gives the scores and the features from which every explanation is made.

Cancelling is real: the token is looked at before each leaf module of the network, so a pass stops within one layer.
A GPU that runs out of memory is left for the CPU, and the prediction says so.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

import numpy as np
import torch
from numpy.typing import NDArray
from torch import Tensor, nn

from radviewer.core.errors import OutOfMemory, RadviewerError
from radviewer.core.geometry import GridTransform
from radviewer.core.image import Image
from radviewer.core.labels import Label
from radviewer.core.prediction import Prediction
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.inference import architectures, calibration, gate
from radviewer.inference.devices import Device, choose_device
from radviewer.inference.folding import quick_trunk
from radviewer.inference.manifest import PackManifest
from radviewer.inference.network import SplitNetwork, freeze, quick_layout
from radviewer.inference.preprocessing import normalise, prepare_plane
from radviewer.inference.registry import Pack
from radviewer.inference.weights import load_into, read_weights


@dataclass(frozen=True, slots=True, eq=False)
class HeadGraph:
    """One pass through the head with its history.

    Attributes:
        leaf: The features, float32 (1, C, h, w), which take gradients.
        logits: float32 (1, K), with the history since the leaf.
    """

    leaf: Tensor
    logits: Tensor


@dataclass(frozen=True, slots=True, eq=False)
class Forward:
    """One image's way through a model.

    Attributes:
        prediction: The scores.
        features: Output of the trunk, float32 (1, C, h, w), on the model's device, without history.
        inputs: The network's input, float32 (1, channels, H, W), likewise.
        logits: float32 (1, K), likewise.
        grid: From the image's grid to the input's.
        graph: The head's way from the features to the logits, kept so that gradients cost one way back only; None
            where several images shared a pass, or where other features were put in.
    """

    prediction: Prediction
    features: Tensor
    inputs: Tensor
    logits: Tensor
    grid: GridTransform
    graph: HeadGraph | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An image on its way into the network: as prepared, as normalised input, with its way between the grids."""

    image: Image
    plane: NDArray[np.float32]
    inputs: Tensor
    grid: GridTransform


class Predictor:
    """A loaded model.

    Attributes:
        pack: What it was loaded from.
        network: In evaluation mode, parameters without gradients.
        device: Where it runs now.
    """

    def __init__(self, pack: Pack, network: SplitNetwork, device: Device) -> None:
        self.pack = pack
        self.device = device
        self.network = network
        self._trunk = network.trunk
        self._notes: tuple[str, ...] = ()
        spec = pack.manifest.gate.features
        self._statistics = None if spec is None else gate.read_statistics(pack.folder, spec)
        self._move(device)

    @classmethod
    def load(cls, pack: Pack, device: str = "auto") -> Predictor:
        """Builds the network and reads its weights after checking them.

        Args:
            pack: A checked pack.
            device: "auto", "cpu" or "cuda".

        Raises:
            ModelPackProblem: Weights are altered or do not fit the architecture.
            InputProblem: The device is not there.
        """
        return cls(pack, load_network(pack), choose_device(device))

    @property
    def manifest(self) -> PackManifest:
        """What the pack says about itself."""
        return self.pack.manifest

    @property
    def labels(self) -> tuple[Label, ...]:
        """In the order of the outputs."""
        return self.pack.manifest.labels

    def forward(self, image: Image, token: CancellationToken) -> Forward:
        """Scores and features of one image.

        Raises:
            Cancelled: The token was turned.
            DegenerateImage: The image holds nothing to analyse.
            OutOfMemory: Not even the CPU has the memory.
        """
        return self._run([self._prepare(image)], token)[0]

    def predict(
        self,
        images: Sequence[Image],
        token: CancellationToken,
        progress: ProgressCallback = silent,
        batch: int = 1,
    ) -> list[Prediction]:
        """Scores of several images, in their order.

        Args:
            images: Any sizes.
            token: Looked at before each layer.
            progress: Told after each batch.
            batch: Images in one pass.

        Raises:
            RadviewerError: As `forward`, for the first image that cannot be analysed.
        """
        results = []
        for outcome in self.outcomes(images, token, progress, batch):
            if isinstance(outcome, RadviewerError):
                raise outcome
            results.append(outcome)
        return results

    def outcomes(
        self,
        images: Sequence[Image],
        token: CancellationToken,
        progress: ProgressCallback = silent,
        batch: int = 1,
    ) -> list[Prediction | RadviewerError]:
        """As `predict`, but an image that cannot be analysed yields its error and the others go on."""
        results: list[Prediction | RadviewerError] = []
        progress(Progress("predicting", 0, len(images)))
        for start in range(0, len(images), max(1, batch)):
            token.check()
            results.extend(self._batch(images[start : start + max(1, batch)], token))
            progress(Progress("predicting", len(results), len(images)))
        return results

    def _batch(self, images: Sequence[Image], token: CancellationToken) -> list[Prediction | RadviewerError]:
        prepared: list[Prepared | RadviewerError] = []
        for image in images:
            try:
                prepared.append(self._prepare(image))
            except RadviewerError as error:
                prepared.append(error)
        good = [item for item in prepared if isinstance(item, Prepared)]
        predictions = iter([forward.prediction for forward in self._run(good, token)] if good else [])
        return [next(predictions) if isinstance(item, Prepared) else item for item in prepared]

    def _prepare(self, image: Image) -> Prepared:
        plane, grid = prepare_plane(image, self.manifest.input)
        return Prepared(image, plane, torch.from_numpy(normalise(plane, self.manifest.input)), grid)

    def _run(self, items: list[Prepared], token: CancellationToken) -> list[Forward]:
        token.check()
        inputs = torch.stack([item.inputs for item in items])
        started = time.perf_counter()
        try:
            moved, features, graph = self._pass(inputs, token)
        except torch.OutOfMemoryError as error:
            if self.device.name == "cpu":
                raise _out_of_memory() from error
            self._fall_back()
            moved, features, graph = self._pass(inputs, token)
        seconds = (time.perf_counter() - started) / len(items)
        logits = graph.logits.detach()
        rows = logits.cpu().numpy()
        return [
            Forward(
                self._prediction(item, features[i : i + 1], rows[i], seconds),
                features[i : i + 1],
                moved[i : i + 1],
                logits[i : i + 1],
                item.grid,
                graph if len(items) == 1 else None,
            )
            for i, item in enumerate(items)
        ]

    def _pass(self, inputs: Tensor, token: CancellationToken) -> tuple[Tensor, Tensor, HeadGraph]:
        try:
            with cancellable(self._trunk, token), cancellable(self.network.head, token):
                # no_grad, not inference_mode: explanations differentiate from these features later.
                with torch.no_grad():
                    moved = quick_layout(inputs.to(self.device.name))
                    features = self._trunk(moved)
                with torch.set_grad_enabled(len(inputs) == 1):
                    return moved, features, head_graph(self.network.head, features)
        except MemoryError as error:
            raise _out_of_memory() from error
        except RuntimeError as error:
            if "DefaultCPUAllocator" in str(error):
                raise _out_of_memory() from error
            raise

    def _prediction(self, item: Prepared, features: Tensor, logits: NDArray[np.float32], seconds: float) -> Prediction:
        distance = None
        if self._statistics is not None:
            distance = self._statistics.distance(features[0].mean(dim=(1, 2)).cpu().numpy())
        return Prediction(
            image=item.image.ref,
            model_id=self.manifest.id,
            model_version=self.manifest.version,
            device=self.device.name,
            scores=calibration.scores(logits, self.manifest),
            operating_points=self.manifest.operating_points,
            gate=gate.judge(item.image, item.plane, self.manifest.gate, distance),
            seconds=seconds,
            notes=self._notes,
        )

    def _fall_back(self) -> None:
        name = self.device.name
        note = f"The GPU ({name}) was out of memory; the CPU took over."
        self._notes = (note,)
        self._move(Device("cpu", note))
        torch.cuda.empty_cache()

    def _move(self, device: Device) -> None:
        try:
            self.network.to(device.name)
            self._trunk = quick_trunk(self.network.trunk) if device.name == "cpu" else self.network.trunk
            self.device = device
        except torch.OutOfMemoryError as error:
            if device.name == "cpu":
                raise _out_of_memory() from error
            self._fall_back()


def head_graph(head: nn.Module, features: Tensor) -> HeadGraph:
    """Runs the head on features (N, C, h, w); with its history where gradients are enabled."""
    leaf = features.detach().requires_grad_(torch.is_grad_enabled())
    # The clone is for heads that begin with an in-place activation, which a leaf does not allow.
    return HeadGraph(leaf, head(leaf.clone()))


def load_network(pack: Pack) -> SplitNetwork:
    """The pack's network with its weights, on the CPU, frozen."""
    manifest = pack.manifest
    path = pack.folder / manifest.weights.file
    tensors = read_weights(path, manifest.weights.sha256)
    whole = architectures.build(manifest.architecture, manifest.input.channels, len(manifest.labels))
    load_into(whole, tensors, path)
    network = architectures.split_network(manifest.architecture, whole, manifest.explain.cam_layer)
    freeze(network)
    return network


@contextmanager
def cancellable(network: nn.Module, token: CancellationToken) -> Iterator[None]:
    """While it lasts, each leaf module of the network looks at the token before it computes."""

    def look(_module: nn.Module, _inputs: object) -> None:
        token.check()

    leaves = (module for module in network.modules() if next(module.children(), None) is None)
    handles = [module.register_forward_pre_hook(look) for module in leaves]
    try:
        yield
    finally:
        for handle in handles:
            handle.remove()


def _out_of_memory() -> OutOfMemory:
    return OutOfMemory("There is not enough memory to run the model.", hint="Use a smaller batch, or close studies.")
