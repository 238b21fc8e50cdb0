"""Every method: equal to its peer over the whole network where it is deterministic, on the evidence, cancellable."""

from __future__ import annotations

import copy
import itertools
import math
import warnings
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from numpy.typing import NDArray

from radviewer.core.errors import Cancelled, UsageProblem
from radviewer.core.explanation import METHOD_NAMES, Method
from radviewer.core.geometry import GridTransform
from radviewer.core.image import Image, ImageRef, Window
from radviewer.core.tasks import CancellationToken, Progress
from radviewer.explain.cam import GradientCam
from radviewer.explain.cam_passes import AblationCam, ScoreCam
from radviewer.explain.gradients import IntegratedGradients, SmoothGrad, input_gradients
from radviewer.explain.guided import GuidedBackprop
from radviewer.explain.layers import at_layer, cam_layers
from radviewer.explain.occlusion import Occlusion
from radviewer.explain.passes import absent
from radviewer.explain.protocol import Run
from radviewer.explain.run import CAM_METHODS, EXPLAINERS, explain
from radviewer.explain.superpixels import superpixels
from radviewer.explain.surrogates import KernelShap, Lime, coalition_scores, coalitions, ridge_fit, shapley_fit
from radviewer.inference import architectures
from radviewer.inference.manifest import ExplainSpec
from radviewer.inference.network import SplitNetwork
from radviewer.inference.predictor import Predictor
from radviewer.inference.registry import read_pack
from tests.helpers.networks import NETWORKS, forward_of, network_with_statistics, spot_detector, spot_picture
from tests.helpers.packs import KEYS, quadrant_pack, quadrant_picture

RUN = Run()


def rescaled(values: NDArray[np.float32], inputs: torch.Tensor) -> NDArray[np.float32]:
    """What pytorch-grad-cam does to a map: 0..1, the input's size, and 0..1 again."""
    from pytorch_grad_cam.utils.image import scale_cam_image

    return scale_cam_image(scale_cam_image(values[None], inputs.shape[-1:-3:-1]))[0]


def peer_cam(name: str, network: SplitNetwork, inputs: torch.Tensor, label: int, **options: object) -> NDArray:
    """The peer used plainly over the whole network."""
    import pytorch_grad_cam
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

    network.requires_grad_(True)
    with getattr(pytorch_grad_cam, name)(model=network, target_layers=[network.trunk], **options) as cam:
        found = cam(input_tensor=inputs, targets=[ClassifierOutputTarget(label)])[0]
    network.zero_grad(set_to_none=True)
    network.requires_grad_(False)
    return found


@pytest.mark.parametrize("name", NETWORKS)
@pytest.mark.parametrize(
    ("method", "peer"),
    [
        (Method.GRADCAM_PLUS_PLUS, "GradCAMPlusPlus"),
        (Method.HIRESCAM, "HiResCAM"),
        (Method.LAYERCAM, "LayerCAM"),
    ],
)
def test_maps_from_cached_features_equal_the_peers_over_the_whole_network(name: str, method: Method, peer: str) -> None:
    network, inputs = network_with_statistics(name)
    ours = GradientCam(method).maps(network, forward_of(network, inputs), range(3), RUN)
    for label, found in enumerate(ours):
        np.testing.assert_allclose(rescaled(found, inputs), peer_cam(peer, network, inputs, label), atol=1e-4)


@pytest.mark.parametrize("name", NETWORKS)
def test_eigencam_is_the_peers_principal_component_with_the_sign_of_its_largest_deviation(
    name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from pytorch_grad_cam import eigen_cam
    from pytorch_grad_cam.utils.svd_on_activations import get_2d_projection_with_sign_correction

    network, inputs = network_with_statistics(name)
    ours = EXPLAINERS[Method.EIGENCAM].maps(network, forward_of(network, inputs), [1], RUN)[0]
    monkeypatch.setattr(eigen_cam, "get_2d_projection", get_2d_projection_with_sign_correction)
    np.testing.assert_allclose(rescaled(ours, inputs), peer_cam("EigenCAM", network, inputs, 1), atol=1e-4)


@pytest.mark.parametrize("name", ["custom_cnn", pytest.param("resnet18", marks=pytest.mark.slow)])
def test_scorecam_equals_the_peer(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    network, inputs = network_with_statistics(name)
    inputs = inputs[..., :40, :48]
    ours = ScoreCam().maps(network, forward_of(network, inputs), [2], RUN)[0]
    np.testing.assert_allclose(rescaled(ours, inputs), peer_cam("ScoreCAM", network, inputs, 2), atol=1e-4)
    capsys.readouterr()  # the peer draws progress bars


def test_a_limited_scorecam_looks_through_the_channels_that_vary_most() -> None:
    network, inputs = network_with_statistics("custom_cnn", 32)
    forward = forward_of(network, inputs)
    count = forward.features.shape[1]
    whole = ScoreCam().maps(network, forward, [1], RUN)[0]
    np.testing.assert_array_equal(ScoreCam(most=count).maps(network, forward, [1], RUN)[0], whole)
    quiet = replace(forward, features=forward.features.clone())
    quiet.features[:, 5:] = quiet.features[:, 5:].mean(dim=(2, 3), keepdim=True)  # constant over the grid
    told: list[Progress] = []
    found = ScoreCam(most=5).maps(network, quiet, [1], Run(progress=told.append))[0]
    assert told[-1].total == 5
    loud = replace(forward, features=forward.features[:, :5])
    np.testing.assert_allclose(found, ScoreCam().maps(network, loud, [1], RUN)[0], atol=1e-6)


@pytest.mark.parametrize("name", ["custom_cnn", "resnet18", pytest.param("densenet121", marks=pytest.mark.slow)])
def test_ablationcam_equals_the_peer_that_ablates_to_zero_as_the_paper_does(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    from pytorch_grad_cam.ablation_layer import AblationLayer

    class ToZero(AblationLayer):
        """The peer's own layer puts -1e7 where features may be negative; the paper puts 0."""

        def __call__(self, _values: torch.Tensor) -> torch.Tensor:
            for place in range(self.activations.size(0)):
                self.activations[place, self.indices[place]] = 0
            return self.activations

    network, inputs = network_with_statistics(name)
    network = copy.deepcopy(network)
    with torch.no_grad():
        list(network.parameters())[-1].add_(2)  # the peer divides by the logit, so it has to be positive
    forward = forward_of(network, inputs)
    positive = int(forward.logits.argmax())
    assert forward.logits[0, positive] > 0
    ours = AblationCam().maps(network, forward, [positive], RUN)[0]
    theirs = peer_cam("AblationCAM", network, inputs, positive, ablation_layer=ToZero())
    np.testing.assert_allclose(rescaled(ours, inputs), theirs, atol=1e-4)
    capsys.readouterr()


@pytest.mark.parametrize("name", NETWORKS)
def test_integrated_gradients_equal_captums(name: str) -> None:
    from captum.attr import IntegratedGradients as Peer

    network, inputs = network_with_statistics(name)
    forward = forward_of(network, inputs)
    (ours,) = IntegratedGradients(steps=8).attributions(network, forward, [1], RUN)
    baseline = absent(inputs).expand_as(inputs)
    theirs = Peer(network).attribute(inputs, baseline, target=1, n_steps=8, method="gausslegendre")
    scale = float(theirs.abs().max())
    np.testing.assert_allclose(ours / scale, (theirs / scale).float(), atol=1e-4)


def test_integrated_gradients_add_up_to_the_rise_of_the_logit() -> None:
    network, inputs = network_with_statistics("custom_cnn")
    forward = forward_of(network, inputs)
    (shares,) = IntegratedGradients(steps=48).attributions(network, forward, [0], RUN)
    with torch.no_grad():
        rise = forward.logits[0, 0] - network(absent(inputs).expand_as(inputs))[0, 0]
    assert float(shares.sum()) == pytest.approx(float(rise), abs=0.02 * float(shares.abs().sum()))


@pytest.mark.parametrize("name", ["custom_cnn", "resnet18", pytest.param("densenet121", marks=pytest.mark.slow)])
def test_guided_backpropagation_equals_captums_for_networks_of_relus(name: str) -> None:
    from captum.attr import GuidedBackprop as Peer

    network, inputs = network_with_statistics(name)
    ours = GuidedBackprop().maps(network, forward_of(network, inputs), [1], RUN)[0]
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # captum tells that it sets hooks
        theirs = Peer(network).attribute(inputs.clone().requires_grad_(True), target=1)
    scale = float(theirs.abs().max())
    np.testing.assert_allclose(ours / scale, theirs[0].abs().amax(dim=0) / scale, atol=1e-4)


@pytest.mark.parametrize("name", ["mobilenet_v2", pytest.param("convnext_tiny", marks=pytest.mark.slow)])
def test_guided_backpropagation_differs_from_the_plain_gradient_where_activations_are_no_relu(name: str) -> None:
    network, inputs = network_with_statistics(name)
    for block in network.modules():
        if hasattr(
            block, "layer_scale"
        ):  # an untrained ConvNeXt scales its branches, activations and all, to a millionth
            torch.nn.init.ones_(block.layer_scale)
    forward = forward_of(network, inputs)
    guided = GuidedBackprop().maps(network, forward, [1], RUN)[0]
    plain = EXPLAINERS[Method.SALIENCY].maps(network, forward, [1], RUN)[0]
    assert np.corrcoef(guided.ravel(), plain.ravel())[0, 1] < 0.9


@pytest.mark.parametrize("name", ["custom_cnn", "mobilenet_v2"])
def test_occlusion_equals_captums_sliding_window(name: str) -> None:
    from captum.attr import Occlusion as Peer

    network, inputs = network_with_statistics(name, 48)
    explainer = Occlusion(share=1 / 5)  # 10 pixels do not divide 48: patches at the border are cut
    ours = explainer.losses(network, forward_of(network, inputs), [2], RUN)[0]
    window, step = explainer.window((48, 48))
    theirs = Peer(network).attribute(
        inputs,
        sliding_window_shapes=(3, *window),
        strides=(3, *step),
        baselines=absent(inputs).expand_as(inputs),
        target=2,
        perturbations_per_eval=8,
    )
    scale = float(theirs.abs().max())
    np.testing.assert_allclose(ours / scale, theirs[0, 0].numpy() / scale, atol=1e-4)


def test_smoothgrad_without_noise_is_saliency_and_with_noise_the_mean_over_the_same_noise() -> None:
    network, inputs = network_with_statistics("custom_cnn")
    forward = forward_of(network, inputs)
    quiet = SmoothGrad(samples=3, noise=0.0).maps(network, forward, [1], RUN)[0]
    np.testing.assert_allclose(
        quiet, EXPLAINERS[Method.SALIENCY].maps(network, forward, [1], RUN)[0], rtol=1e-4, atol=1e-7
    )
    found = SmoothGrad(samples=5, noise=0.2).maps(network, forward, [1], Run(seed=7))[0]
    noise = torch.randn(5, *inputs.shape[1:], generator=torch.Generator().manual_seed(7))
    noise *= 0.2 * float(inputs.max() - inputs.min())
    gradients = [input_gradients(network, inputs + one, [1], RUN)[0] for one in noise]
    mean = torch.cat(gradients).mean(dim=0).abs().amax(dim=0).numpy()
    np.testing.assert_allclose(found, mean, atol=1e-4 * float(mean.max()))


def test_ridge_of_lime_is_scikit_learns_with_weights() -> None:
    from sklearn.linear_model import Ridge

    generator = np.random.default_rng(1)
    seen = generator.random((60, 7)) < 0.5
    values, weights = generator.normal(size=60), generator.random(60)
    theirs = Ridge(alpha=0.7).fit(seen.astype(float), values, sample_weight=weights).coef_
    np.testing.assert_allclose(ridge_fit(seen, values, weights, 0.7), theirs, atol=1e-10)


def test_kernel_shap_over_all_coalitions_gives_the_shapley_values_of_their_definition() -> None:
    players, generator = 5, np.random.default_rng(2)
    worth = dict(zip(itertools.product((False, True), repeat=players), generator.normal(size=32), strict=True))

    def definition(player: int) -> float:
        total = 0.0
        for rest in itertools.product((False, True), repeat=players):
            if not rest[player]:
                size = sum(rest)
                share = math.factorial(size) * math.factorial(players - size - 1) / math.factorial(players)
                total += share * (worth[*rest[:player], True, *rest[player + 1 :]] - worth[rest])
        return total

    seen, weights = coalitions(players, 512, seed=0)
    assert len(seen) == 30
    values = np.array([worth[tuple(row.tolist())] for row in seen])
    ends = worth[(True,) * players], worth[(False,) * players]
    np.testing.assert_allclose(shapley_fit(seen, values, weights, *ends), [definition(p) for p in range(players)])


def test_drawn_coalitions_come_in_pairs_and_find_the_values_of_an_additive_game() -> None:
    seen, weights = coalitions(20, 200, seed=4)
    np.testing.assert_array_equal(seen[:100], ~seen[100:])
    assert set(seen.sum(axis=1)) <= set(range(1, 20))
    truth = np.random.default_rng(0).normal(size=20)
    found = shapley_fit(seen, seen @ truth + 3, weights, truth.sum() + 3, 3.0)
    np.testing.assert_allclose(found, truth, atol=1e-10)


def test_the_logit_without_any_superpixel_is_that_of_the_absent_image() -> None:
    network, inputs = network_with_statistics("custom_cnn")
    regions = np.zeros((64, 64), dtype=np.intp)
    regions[:, 32:] = 1
    found = coalition_scores(
        network, forward_of(network, inputs), regions, np.array([[False, False], [True, True]]), RUN, "x"
    )
    with torch.no_grad():
        np.testing.assert_allclose(found[0], network(absent(inputs).expand_as(inputs))[0], atol=1e-5)
        np.testing.assert_allclose(found[1], network(inputs)[0], atol=1e-5)


@pytest.mark.parametrize("inputs", [torch.zeros(1, 1, 64, 64), torch.randn(1, 3, 64, 64), spot_picture(20, 20)])
def test_there_are_several_superpixels_in_any_image_numbered_without_gaps(inputs: torch.Tensor) -> None:
    regions = superpixels(inputs, 30)
    assert regions.shape == (64, 64)
    assert 15 <= regions.max() + 1 <= 60
    assert len(np.unique(regions)) == regions.max() + 1


def quick(method: Method) -> object:
    small = {
        Method.LIME: Lime(samples=60, regions=16),
        Method.KERNEL_SHAP: KernelShap(samples=60, regions=16),
        Method.SMOOTHGRAD: SmoothGrad(samples=4),
        Method.INTEGRATED_GRADIENTS: IntegratedGradients(steps=4),
        Method.OCCLUSION: Occlusion(share=1 / 4),
        Method.SCORECAM: ScoreCam(most=64),
    }
    return small.get(method, EXPLAINERS[method])


@pytest.mark.parametrize("method", list(Method))
@pytest.mark.parametrize("place", [(14, 14), (14, 50), (40, 30)])
def test_the_peak_of_every_method_lies_on_planted_evidence(method: Method, place: tuple[int, int]) -> None:
    network = spot_detector()
    forward = forward_of(network, spot_picture(*place))
    assert int(forward.logits.argmax()) == 0
    values = EXPLAINERS[method].maps(network, forward, [0], RUN)[0]
    assert values.dtype == np.float32
    assert values.min() >= 0
    large = GridTransform.identity((64, 64)).inverse(values)
    row, column = np.unravel_index(int(large.argmax()), large.shape)
    reach = 6 + 8  # half the square, and one cell of the 8 x 8 grid
    assert abs(row - place[0]) <= reach
    assert abs(column - place[1]) <= reach


@pytest.mark.parametrize("method", [Method.SMOOTHGRAD, Method.LIME, Method.KERNEL_SHAP])
def test_the_same_seed_gives_the_same_map_and_another_seed_another(method: Method) -> None:
    network, inputs = network_with_statistics("custom_cnn")
    forward = forward_of(network, inputs)
    one, same, other = (quick(method).maps(network, forward, [0], Run(seed=s))[0] for s in (1, 1, 2))
    np.testing.assert_array_equal(one, same)
    assert not np.array_equal(one, other)


@pytest.mark.parametrize("method", [m for m in Method if m is not Method.GRADCAM])
def test_the_batch_size_does_not_change_a_map(method: Method) -> None:
    network, inputs = network_with_statistics("custom_cnn", 32)
    forward = forward_of(network, inputs)
    small, large = (quick(method).maps(network, forward, [0], Run(batch=b))[0] for b in (3, 40))
    np.testing.assert_allclose(small, large, atol=2e-5 * float(large.max()))


@pytest.mark.parametrize("method", [Method.SCORECAM, Method.ABLATIONCAM, Method.OCCLUSION, Method.LIME])
def test_methods_of_many_passes_tell_progress_and_stop_in_the_middle(method: Method) -> None:
    network, inputs = network_with_statistics("custom_cnn", 32)
    token, told = CancellationToken(), list[Progress]()

    def progress(step: Progress) -> None:
        told.append(step)
        if step.done >= 16:
            token.cancel()

    with pytest.raises(Cancelled):
        EXPLAINERS[method].maps(network, forward_of(network, inputs), [0], Run(token, progress))
    assert [step.done for step in told[:3]] == [0, 8, 16]
    assert told[-1].done < told[-1].total


# The others show what speaks for a label, and in random networks that may be nothing.
NEVER_EMPTY = {Method.SALIENCY, Method.SMOOTHGRAD, Method.EIGENCAM, Method.SCORECAM}


@pytest.mark.slow
@pytest.mark.parametrize("name", [name for name in architectures.names() if name != "quadrant"])
def test_every_architecture_is_explained_by_every_method(name: str) -> None:
    size = max(64, 2 * architectures.find(name).smallest)  # a grid of one cell would have no principal component
    network, inputs = network_with_statistics(name, size)
    forward = forward_of(network, inputs)
    for method in Method:
        values = quick(method).maps(network, forward, [0, 2], RUN)
        assert len(values) == 2
        for found in values:
            assert np.isfinite(found).all()
            assert found.ndim == 2
        if method in NEVER_EMPTY:
            assert max(found.max() for found in values) > 0, method


@pytest.mark.parametrize("name", NETWORKS)
def test_grad_cam_at_another_layer_equals_the_peer_there(name: str) -> None:
    from pytorch_grad_cam import GradCAM
    from pytorch_grad_cam.utils.model_targets import ClassifierOutputTarget

    network, inputs = network_with_statistics(name)
    layers = [choice.name for choice in cam_layers(network, inputs)]
    middle = layers[len(layers) // 2]
    other, forward = at_layer(network, forward_of(network, inputs), middle, CancellationToken())
    ours = GradientCam(Method.GRADCAM).maps(other, forward, [1], RUN)[0]
    network.requires_grad_(True)
    stage = next(module for key, module in other.trunk.named_children() if key == middle)
    with GradCAM(model=network, target_layers=[stage]) as cam:
        theirs = cam(input_tensor=inputs, targets=[ClassifierOutputTarget(1)])[0]
    np.testing.assert_allclose(rescaled(ours, inputs), theirs, atol=1e-4)


@pytest.fixture
def predictor(tmp_path: Path) -> Predictor:
    return Predictor.load(read_pack(quadrant_pack(tmp_path / "quadrant")), "cpu")


def picture(bright: int) -> Image:
    return Image(pixels=quadrant_picture(bright), ref=ImageRef(Path("q.png")), voi=(Window(128, 256),))


def test_only_methods_with_a_reference_in_the_pack_claim_an_absolute_scale(predictor: Predictor) -> None:
    forward = predictor.forward(picture(1), CancellationToken())
    found = explain(predictor, forward, list(Method), [KEYS[1]], CancellationToken())
    assert [item.method for item in found] == list(Method)
    assert [item.method for item in found if item.absolute] == [Method.GRADCAM, Method.SALIENCY]
    for item in found:
        if not item.absolute:
            assert item.reference == pytest.approx(float(item.values.max()))


def test_a_layer_that_is_not_there_is_answered_with_those_that_are(predictor: Predictor) -> None:
    forward = predictor.forward(picture(1), CancellationToken())
    with pytest.raises(UsageProblem, match="no layer 'attic'") as caught:
        explain(predictor, forward, [Method.GRADCAM], None, CancellationToken(), layer="attic")
    assert "pool" in caught.value.hint


def test_every_method_has_a_name_and_an_explainer() -> None:
    assert list(METHOD_NAMES) == list(Method) == list(EXPLAINERS)
    assert set(Method) > CAM_METHODS


def test_the_documentation_lists_every_method_and_which_have_an_absolute_scale() -> None:
    text = (Path(__file__).resolve().parents[3] / "docs" / "explanations.md").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.startswith("| `") and "--method" not in line]
    rows = {line.split("|")[1].strip(" `"): line for line in lines}
    assert list(rows)[:2] == ["gradcam", "gradcam++"]
    assert set(rows) == {method.value for method in Method}
    spec = ExplainSpec("x", 1.0, 1.0)
    for method, explainer in EXPLAINERS.items():
        assert rows[method.value].endswith("the pack's |") == (explainer.reference(spec) is not None)
