"""Predictions of many images by OpenVINO: the same scores to 1e-4, several times as fast on a CPU.

The network goes over with its weights, in float32; what comes back are the logits and the spatial means of the
trunk's features, which the input gate needs. Explanations need gradients and stay with torch.
"""

from __future__ import annotations

import importlib
import importlib.util
import time
import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from torch import Tensor, nn

from radviewer.core.errors import InputProblem, RadviewerError
from radviewer.core.image import Image
from radviewer.core.prediction import Prediction
from radviewer.core.tasks import CancellationToken
from radviewer.inference.devices import Device
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Predictor, Prepared, load_network
from radviewer.inference.registry import Pack

NAME = "openvino"


class OpenVinoPredictor(Predictor):
    """A loaded model whose batches OpenVINO computes.

    Args:
        pack: What it is loaded from.
        network: The torch network, which explanations use.

    Raises:
        InputProblem: OpenVINO is not installed, or cannot take the network over.
    """

    def __init__(self, pack: Pack, network: SplitNetwork) -> None:
        super().__init__(pack, network, Device("cpu"))
        self._compiled: dict[int, Any] = {}
        self._core = _openvino().Core()

    @classmethod
    def load(cls, pack: Pack, device: str = "cpu") -> OpenVinoPredictor:
        """Builds the network, reads its weights after checking them, and hands it over.

        Args:
            pack: A checked pack.
            device: "auto" or "cpu".

        Raises:
            InputProblem: Another device was asked for, or OpenVINO is not installed.
        """
        if device not in {"auto", "cpu"}:
            raise InputProblem(f"OpenVINO computes on the CPU here, not on '{device}'.", hint="Leave out --device.")
        return cls(pack, load_network(pack))

    def _batch(self, images: Sequence[Image], token: CancellationToken) -> list[Prediction | RadviewerError]:
        prepared: list[Prepared | RadviewerError] = []
        for image in images:
            try:
                prepared.append(self._prepare(image))
            except RadviewerError as error:
                prepared.append(error)
        good = [item for item in prepared if isinstance(item, Prepared)]
        token.check()
        predictions = iter(self._predicted(good) if good else [])
        return [next(predictions) if isinstance(item, Prepared) else item for item in prepared]

    def _predicted(self, items: list[Prepared]) -> list[Prediction]:
        inputs = np.stack([item.inputs.numpy() for item in items])
        started = time.perf_counter()
        logits, means = self._computed(inputs)
        seconds = (time.perf_counter() - started) / len(items)
        # A map of one cell whose mean is the mean: what the gate asks of torch's features.
        features = torch.from_numpy(means)[:, :, None, None]
        return [
            self._prediction(item, features[place : place + 1], logits[place], seconds)
            for place, item in enumerate(items)
        ]

    def _computed(self, inputs: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        # The last batch of a folder is smaller; filling it up is faster than compiling for its size.
        size = min((size for size in self._compiled if size >= len(inputs)), default=len(inputs))
        padding = size - len(inputs)
        if padding:
            inputs = np.concatenate([inputs, np.repeat(inputs[-1:], padding, axis=0)])
        result, count = self._model(size)(np.ascontiguousarray(inputs)), size - padding
        return np.array(result[0][:count]), np.array(result[1][:count])

    def _model(self, size: int) -> Any:
        """The network compiled for batches of one size; a fixed size is faster than any."""
        if size not in self._compiled:
            openvino = _openvino()
            spec = self.manifest.input
            shape = (size, spec.channels, spec.rows, spec.columns)
            whole = _WithMeans(self.network).eval()
            try:
                with torch.no_grad(), warnings.catch_warnings():
                    warnings.simplefilter("ignore")  # of the exporter, about its own inner workings
                    exported = torch.export.export(whole, (torch.zeros(shape),))
                    model = openvino.convert_model(exported)
                hints = {"INFERENCE_PRECISION_HINT": "f32", "PERFORMANCE_HINT": "LATENCY"}
                threads = torch.get_num_threads()
                options = {**hints, "INFERENCE_NUM_THREADS": threads}
                self._compiled[size] = self._core.compile_model(model, "CPU", options)
            except RuntimeError as error:
                raise InputProblem(
                    f"OpenVINO cannot take over {self.manifest.architecture.name}: {str(error).splitlines()[0]}.",
                    hint="Predict without --backend openvino.",
                ) from error
        return self._compiled[size]


class _WithMeans(nn.Module):
    """Logits, and the spatial means of the trunk's features."""

    def __init__(self, network: SplitNetwork) -> None:
        super().__init__()
        self.trunk, self.head = network.trunk, network.head

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor]:
        """(N, K) and (N, C) of inputs (N, channels, H, W)."""
        features = self.trunk(x)
        return self.head(features), features.mean(dim=(2, 3))


def available() -> bool:
    """Whether OpenVINO is installed; does not load it."""
    return importlib.util.find_spec("openvino") is not None


def _openvino() -> Any:
    try:
        return importlib.import_module("openvino")
    except ImportError as error:
        raise InputProblem(
            "The backend needs the package openvino, which is not installed.",
            hint="Run `pip install 'radviewer[openvino]'`, or predict without --backend openvino.",
        ) from error
