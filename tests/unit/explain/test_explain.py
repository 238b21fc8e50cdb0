"""Explanations: equal to the peer over the whole network, on the evidence, and as cheap as promised."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from radviewer.core.errors import Cancelled, UsageProblem
from radviewer.core.explanation import Method
from radviewer.core.image import Image, ImageRef, Window
from radviewer.core.tasks import CancellationToken
from radviewer.explain.cam import GradientCam, feature_gradients
from radviewer.explain.gradients import Saliency
from radviewer.explain.protocol import Run
from radviewer.explain.run import EXPLAINERS, explain
from radviewer.inference.predictor import Predictor, head_graph
from radviewer.inference.registry import read_pack
from tests.helpers.networks import NETWORKS, forward_of, network_with_statistics
from tests.helpers.packs import KEYS, quadrant_pack, quadrant_picture

TOKEN = CancellationToken()
RUN = Run(TOKEN)


@pytest.mark.parametrize("name", NETWORKS)
def test_grad_cam_from_cached_features_equals_pytorch_grad_cam_over_the_whole_network(name: str) -> None:
    from pytorch_grad_cam import GradCAM
    from pytorch_grad_cam.utils.image import scale_cam_image
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

    network, inputs = network_with_statistics(name)
    ours = GradientCam(Method.GRADCAM).maps(network, forward_of(network, inputs), range(3), RUN)
    for parameter in network.parameters():
        parameter.requires_grad_(True)
    with GradCAM(model=network, target_layers=[network.trunk]) as cam:
        for label, found in enumerate(ours):
            theirs = cam(input_tensor=inputs, targets=[ClassifierOutputTarget(label)])[0]
            # The peer rescales each map to 0..1, resizes it to the input, and rescales again.
            scaled = scale_cam_image(scale_cam_image(found[None], inputs.shape[-1:-3:-1]))[0]
            np.testing.assert_allclose(scaled, theirs, atol=1e-4)


@pytest.mark.parametrize("name", NETWORKS)
def test_saliency_is_the_gradient_of_the_logit_with_respect_to_the_input(name: str) -> None:
    network, inputs = network_with_statistics(name)
    found = Saliency().maps(network, forward_of(network, inputs), [2], RUN)[0]
    leaf = inputs.clone().requires_grad_(True)
    network(leaf)[0, 2].backward()
    assert leaf.grad is not None
    np.testing.assert_allclose(found, leaf.grad[0].abs().amax(dim=0).numpy(), rtol=1e-5, atol=1e-8)


def test_explaining_leaves_no_gradients_and_no_hooks_on_the_shared_network() -> None:
    network, inputs = network_with_statistics("custom_cnn", 32)
    forward = forward_of(network, inputs)
    for explainer in EXPLAINERS.values():
        explainer.maps(network, forward, [0, 2], RUN)
    assert all(parameter.grad is None and not parameter.requires_grad for parameter in network.parameters())
    assert not any(module._forward_hooks or module._forward_pre_hooks for module in network.modules())


def test_feature_gradients_of_all_labels_equal_those_of_each_label_again_and_again() -> None:
    network, inputs = network_with_statistics("resnet18")
    forward = forward_of(network, inputs)
    kept = replace(forward, graph=head_graph(network.head, forward.features))
    for subject in (forward, kept, kept):
        together = feature_gradients(network.head, subject, [2, 0])
        for place, output in enumerate([2, 0]):
            leaf = forward.features.clone().requires_grad_(True)
            network.head(leaf)[0, output].backward()
            torch.testing.assert_close(together[place : place + 1], leaf.grad)


def test_a_prediction_keeps_the_heads_way_and_features_without_history(predictor: Predictor) -> None:
    forward = predictor.forward(picture(1), TOKEN)
    assert forward.graph is not None
    assert not forward.features.requires_grad
    assert not forward.logits.requires_grad
    torch.testing.assert_close(forward.graph.leaf.detach(), forward.features)


@pytest.fixture
def predictor(tmp_path: Path) -> Predictor:
    return Predictor.load(read_pack(quadrant_pack(tmp_path / "quadrant")), "cpu")


def picture(bright: int, rows: int = 16, columns: int = 16) -> Image:
    grown = np.kron(quadrant_picture(bright), np.ones((rows // 16, columns // 16), dtype=np.uint8))
    return Image(pixels=grown, ref=ImageRef(Path("q.png")), voi=(Window(128, 256),))


@pytest.mark.parametrize("bright", range(4))
def test_the_peak_of_grad_cam_lies_in_the_bright_quadrant_by_arithmetic(predictor: Predictor, bright: int) -> None:
    forward = predictor.forward(picture(bright), TOKEN)  # the model's own size: nothing is resampled
    (found,) = explain(predictor, forward, [Method.GRADCAM], [KEYS[bright]], TOKEN)
    np.testing.assert_allclose(found.values.reshape(-1)[bright], 1.0, atol=1e-6)  # q x GAIN / 4 = 1 x 4 / 4
    row, column = np.unravel_index(int(found.on_image().argmax()), (16, 16))
    assert (row // 8) * 2 + column // 8 == bright


@pytest.mark.parametrize("shape", [(64, 128), (160, 48), (48, 48)])
@pytest.mark.parametrize("bright", range(4))
def test_a_bright_square_draws_every_map_onto_itself_after_letterboxing(
    predictor: Predictor, shape: tuple[int, int], bright: int
) -> None:
    pixels = np.zeros(shape, dtype=np.uint8)
    half = (shape[0] // 2, shape[1] // 2)
    top, left = (bright // 2) * half[0], (bright % 2) * half[1]
    pixels[top : top + half[0], left : left + half[1]] = 255
    image = Image(pixels=pixels, ref=ImageRef(Path("q.png")), voi=(Window(128, 256),))
    forward = predictor.forward(image, TOKEN)
    maps = explain(predictor, forward, list(Method), [forward.prediction.top.label.key], TOKEN)
    assert forward.prediction.top.label.key == KEYS[bright]
    for found in maps:
        inside = found.on_image()[top : top + half[0], left : left + half[1]]
        assert inside.max() == pytest.approx(found.on_image().max())


def test_without_labels_grad_cam_explains_all_and_saliency_the_top_one(predictor: Predictor) -> None:
    forward = predictor.forward(picture(2), TOKEN)
    found = explain(predictor, forward, [Method.GRADCAM, Method.SALIENCY], None, TOKEN)
    assert [(e.method, e.label.key) for e in found] == [
        *((Method.GRADCAM, key) for key in KEYS),
        (Method.SALIENCY, KEYS[2]),
    ]
    assert [e.below_operating_point for e in found] == [True, True, False, True, False]


def test_an_unknown_label_is_named_with_those_there_are(predictor: Predictor) -> None:
    forward = predictor.forward(picture(0), TOKEN)
    with pytest.raises(UsageProblem, match="no label 'middle'"):
        explain(predictor, forward, [Method.GRADCAM], ["middle"], TOKEN)


def test_a_cancelled_explanation_stops(predictor: Predictor) -> None:
    forward = predictor.forward(picture(0), TOKEN)
    token = CancellationToken()
    token.cancel()
    for method in Method:
        with pytest.raises(Cancelled):
            explain(predictor, forward, [method], None, token)


@pytest.mark.slow
def test_two_hundred_explanations_in_a_row_leave_memory_as_it_was(predictor: Predictor) -> None:
    import psutil

    network, inputs = network_with_statistics("mobilenet_v2")
    process = psutil.Process()

    def work(count: int) -> None:
        for _ in range(count):
            forward = forward_of(network, inputs)
            kept = replace(forward, graph=head_graph(network.head, forward.features))
            for method in (Method.GRADCAM, Method.SALIENCY, Method.GUIDED_BACKPROP):
                EXPLAINERS[method].maps(network, kept, [0], RUN)
            token = CancellationToken()
            explain(predictor, predictor.forward(picture(1), token), [Method.GRADCAM], None, token)

    work(30)  # caches and the allocator's arenas
    before = process.memory_info().rss
    work(200)
    grown = process.memory_info().rss - before
    # What one explanation leaves behind would be its features, 1280 x 2 x 2 floats, at least: 4 MiB in all.
    assert grown < 4 * 2**20, f"{grown / 2**20:.1f} MiB"


def test_the_way_back_stops_in_the_middle_when_cancelled(monkeypatch: pytest.MonkeyPatch) -> None:
    network, inputs = network_with_statistics("resnet18")
    token = CancellationToken()
    original = torch.autograd.grad

    def cancelled_meanwhile(*arguments: object, **options: object) -> object:
        token.cancel()  # after the way there is done
        return original(*arguments, **options)

    monkeypatch.setattr(torch.autograd, "grad", cancelled_meanwhile)
    with pytest.raises(Cancelled):
        Saliency().maps(network, forward_of(network, inputs), [0], Run(token))
    assert not any(module._forward_hooks for module in network.modules())
