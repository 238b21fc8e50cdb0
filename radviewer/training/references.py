"""Tops of the absolute colour scales: how large the maps of a model usually get on its own images."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np

from radviewer.core.explanation import Method
from radviewer.core.image import Image, ImageRef, VoiFunction, Window
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.explain.run import explain
from radviewer.inference.devices import Device
from radviewer.inference.manifest import InputStage, PackManifest
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Predictor
from radviewer.inference.registry import Pack
from radviewer.training.dataset import Dataset

_PERCENTILE = 99.0
_STRONG_PIXEL = 99.5
_METHODS = (Method.GRADCAM, Method.SALIENCY)


def explanation_references(
    network: SplitNetwork,
    manifest: PackManifest,
    data: Dataset,
    progress: ProgressCallback = silent,
    token: CancellationToken | None = None,
) -> tuple[float, float]:
    """How strong maps of the called label get: (Grad-CAM, saliency).

    Grad-CAM: the 99th percentile, over images, of the map's maximum. Saliency: the median, over images, of the map's
    99.5th percentile; its few extreme pixels are a hundred times the rest, and a scale up to them would leave
    nearly every map empty.

    Args:
        network: Frozen.
        manifest: Its gate has no feature statistics yet.
        data: Validation images.
        progress: Told after each image.
        token: To cancel.
    """
    token = token or CancellationToken()
    # Prepared planes are shown as they are, whatever stage the model takes of an image file.
    shown = replace(manifest, input=replace(manifest.input, stage=InputStage.VOI, value_range=None))
    predictor = Predictor(Pack(Path(), shown), network, Device("cpu"))
    tops = []
    for number in range(len(data.samples)):
        forward = predictor.forward(_image(data, number), token)
        called = forward.prediction.top.label.key
        maps = explain(predictor, forward, _METHODS, [called], token)
        values = {explanation.method: explanation.values for explanation in maps}
        saliency_top = np.percentile(values[Method.SALIENCY], _STRONG_PIXEL)
        tops.append([float(values[Method.GRADCAM].max()), float(saliency_top)])
        progress(Progress("measuring explanations", number + 1, len(data.samples)))
    cams, saliencies = np.array(tops).T
    cam, saliency = np.percentile(cams, _PERCENTILE), np.median(saliencies)
    return _positive(float(cam)), _positive(float(saliency))


def _image(data: Dataset, number: int) -> Image:
    plane = data.planes[number]
    pixels = plane[0] if len(plane) == 1 else np.ascontiguousarray(plane.transpose(1, 2, 0))
    whole = Window(127.5, 255.0, VoiFunction.LINEAR_EXACT)
    return Image(pixels=pixels, ref=ImageRef(data.samples[number].ref.path), voi=(whole,))


def _positive(value: float) -> float:
    """A model whose maps are all zero still needs a scale that can be divided by."""
    return float(f"{value:.6g}") if value > 0 else 1.0
