"""Every architecture is built for any channels and size, and cut in two without changing its function."""

from __future__ import annotations

import pytest
import torch

from radviewer.core.errors import InputProblem, ModelPackProblem
from radviewer.inference import architectures
from radviewer.inference.layers import SamePadConv2d
from radviewer.inference.manifest import ArchitectureSpec
from radviewer.inference.network import freeze


@pytest.mark.parametrize("name", architectures.names())
@pytest.mark.filterwarnings("ignore::UserWarning:timm")
def test_the_split_network_is_the_same_function_and_leaves_its_features_alone(name: str) -> None:
    if name == "xception":
        pytest.importorskip("timm")
    torch.manual_seed(3)
    spec = ArchitectureSpec(name)
    whole = architectures.build(spec, 1, 3)
    freeze(whole)
    size = max(architectures.find(name).smallest, 33)
    inputs = torch.rand(2, 1, size, size + 7)
    expected = whole(inputs)
    assert expected.shape == (2, 3)
    network = architectures.split_network(spec, whole, architectures.find(name).cam_layer)
    features = network.trunk(inputs)
    kept = features.clone()
    assert torch.equal(network.head(features), expected)
    assert torch.equal(network(inputs), expected)
    assert torch.equal(features, kept)
    assert features.ndim == 4
    assert {id(p) for p in network.parameters()} == {
        id(p) for name, p in whole.named_parameters() if not name.startswith("AuxLogits")
    }


def test_a_network_can_be_cut_inside_a_stage() -> None:
    spec = ArchitectureSpec("mobilenet_v2")
    whole = architectures.build(spec, 3, 2)
    freeze(whole)
    inputs = torch.rand(1, 3, 48, 48)
    network = architectures.split_network(spec, whole, "features.18.0")
    assert torch.equal(network(inputs), whole(inputs))
    assert bool((network.trunk(inputs) < 0).any())  # before the batch norm and the ReLU6


@pytest.mark.parametrize("layer", ["features.99", "classifier", "", "features"])
def test_an_impossible_cut_is_refused_with_the_possible_ones(layer: str) -> None:
    spec = ArchitectureSpec("mobilenet_v2")
    with pytest.raises(ModelPackProblem) as caught:
        architectures.split_network(spec, architectures.build(spec, 3, 2), layer)
    assert "features.18" in caught.value.hint


def test_unknown_architectures_and_arguments_are_refused() -> None:
    with pytest.raises(ModelPackProblem, match="no architecture 'resnet51'"):
        architectures.build(ArchitectureSpec("resnet51"), 3, 2)
    with pytest.raises(ModelPackProblem, match="no argument 'depth'"):
        architectures.build(ArchitectureSpec("mobilenet_v2", {"depth": 3}), 3, 2)
    with pytest.raises(ModelPackProblem, match="'same_padding'"):
        architectures.build(ArchitectureSpec("mobilenet_v2", {"same_padding": "yes"}), 3, 2)


def test_xception_without_timm_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "timm", None)
    with pytest.raises(InputProblem) as caught:
        architectures.build(ArchitectureSpec("xception"), 3, 2)
    assert "pip install" in caught.value.hint


@pytest.mark.parametrize(("size", "before", "after"), [(8, 0, 1), (7, 1, 1)])
def test_same_padding_puts_what_is_left_over_at_the_bottom_and_the_right(size: int, before: int, after: int) -> None:
    plain = torch.nn.Conv2d(1, 1, 3, stride=2, padding=0, bias=False)
    same = SamePadConv2d.like(plain)
    picture = torch.rand(1, 1, size, size)
    padded = torch.nn.functional.pad(picture, (before, after, before, after))
    assert torch.equal(same(picture), plain(padded))
