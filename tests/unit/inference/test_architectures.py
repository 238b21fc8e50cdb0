"""Every architecture is built for any channels and size, and cut in two without changing its function."""

from __future__ import annotations

import subprocess
import sys

import pytest
import torch

from radviewer.core.errors import ModelPackProblem
from radviewer.inference import architectures
from radviewer.inference.layers import SamePadConv2d
from radviewer.inference.manifest import ArchitectureSpec
from radviewer.inference.network import freeze


@pytest.mark.parametrize("name", architectures.names())
def test_the_split_network_is_the_same_function_and_leaves_its_features_alone(name: str) -> None:
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


@pytest.mark.parametrize("channels", [1, 3])
@pytest.mark.filterwarnings("ignore::UserWarning:timm")
def test_xception_has_the_names_the_values_and_the_gradients_of_timms(channels: int) -> None:
    timm = pytest.importorskip("timm")
    torch.manual_seed(5)
    peer = timm.create_model("legacy_xception", pretrained=False, num_classes=4, in_chans=channels)
    peer(torch.rand(8, channels, 80, 80))  # statistics of batch norm that are not those of the beginning
    ours = architectures.build(ArchitectureSpec("xception"), channels, 4)
    assert list(ours.state_dict()) == list(peer.state_dict())
    ours.load_state_dict(peer.state_dict())
    found = []
    for network in (ours, peer):
        freeze(network)
        inputs = torch.rand(2, channels, 96, 107, generator=torch.Generator().manual_seed(1)).requires_grad_()
        scores = network(inputs)
        scores[:, 1].sum().backward()
        found.append((scores.detach(), inputs.grad))
    assert found[0][0].std(dim=0).min() > 0
    assert torch.equal(found[0][0], found[1][0])
    assert torch.equal(found[0][1], found[1][1])


def test_xception_needs_no_other_library_than_torch() -> None:
    code = (
        "import sys, radviewer.inference.architectures as a\n"
        "from radviewer.inference.manifest import ArchitectureSpec\n"
        "sys.modules['timm'] = sys.modules['torchvision'] = None\n"
        "print(sum(p.numel() for p in a.build(ArchitectureSpec('xception'), 3, 1000).parameters()))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "22855952", done.stderr  # as published


@pytest.mark.parametrize(("size", "before", "after"), [(8, 0, 1), (7, 1, 1)])
def test_same_padding_puts_what_is_left_over_at_the_bottom_and_the_right(size: int, before: int, after: int) -> None:
    plain = torch.nn.Conv2d(1, 1, 3, stride=2, padding=0, bias=False)
    same = SamePadConv2d.like(plain)
    picture = torch.rand(1, 1, size, size)
    padded = torch.nn.functional.pad(picture, (before, after, before, after))
    assert torch.equal(same(picture), plain(padded))
