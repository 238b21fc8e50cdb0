"""The trunk that a processor runs computes the network's function without its batch norms."""

from __future__ import annotations

import copy

import pytest
import torch
from torch import nn

from radviewer.inference import architectures
from radviewer.inference.folding import quick_trunk
from radviewer.inference.manifest import ArchitectureSpec
from radviewer.inference.network import SplitNetwork, freeze


def network(name: str, arguments: dict[str, int | float | bool] | None = None) -> SplitNetwork:
    """With norms that do something: statistics and factors of their own."""
    torch.manual_seed(1)
    spec = ArchitectureSpec(name, arguments or {})
    whole = architectures.build(spec, 3, 2)
    for module in whole.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.normal_(module.running_mean, 0, 0.2)
            nn.init.uniform_(module.running_var, 0.5, 2)
            nn.init.uniform_(module.weight, 0.5, 2)
            nn.init.normal_(module.bias, 0, 0.2)
    made = architectures.split_network(spec, whole, architectures.find(name).cam_layer)
    freeze(made)
    return made


@pytest.mark.parametrize(
    ("name", "arguments"),
    [
        ("mobilenet_v2", {}),
        ("mobilenet_v2", {"same_padding": True}),
        ("mobilenet_v2_members", {"members": 3}),
        ("custom_cnn", {"width": 8}),
    ],
)
def test_norms_behind_convolutions_are_folded_and_the_features_stay(
    name: str, arguments: dict[str, int | float | bool]
) -> None:
    trunk = network(name, arguments).trunk
    before = copy.deepcopy(trunk.state_dict())
    quick = quick_trunk(trunk)
    assert not any(isinstance(module, nn.BatchNorm2d) for module in quick.modules())
    inputs = torch.randn(2, 3, 64, 64)
    kept = inputs.clone()
    with torch.no_grad():
        expected, found = trunk(inputs), quick(inputs)
    torch.testing.assert_close(found, expected, rtol=1e-3, atol=1e-4)
    assert float(expected.std()) > 1e-3
    assert torch.equal(inputs, kept)
    for key, tensor in trunk.state_dict().items():
        assert torch.equal(tensor, before[key])


@pytest.mark.parametrize("name", ["resnet18", "densenet121", "vgg16", "convnext_tiny"])
def test_a_network_whose_norms_cannot_all_be_folded_is_run_as_it_is(name: str) -> None:
    trunk = network(name).trunk
    assert quick_trunk(trunk) is trunk


def test_first_layers_that_all_members_have_alike_are_run_once() -> None:
    trunk = network("mobilenet_v2_members", {"members": 3}).trunk
    members = trunk.get_submodule("fused.members")
    apart = convolutions(quick_trunk(trunk))
    for number in ("1", "2"):
        for layer in range(4):
            own = members.get_submodule(f"{number}.{layer}")
            own.load_state_dict(members.get_submodule(f"0.{layer}").state_dict())
    members.get_submodule("1").get_submodule("5").load_state_dict(members.get_submodule("0.5").state_dict())
    quick = quick_trunk(trunk)
    calls: list[int] = []
    for module in quick.modules():
        if isinstance(module, nn.Conv2d) and module.in_channels == 3:
            module.register_forward_hook(lambda *_: calls.append(1))
    inputs = torch.randn(2, 3, 64, 64)
    with torch.no_grad():
        torch.testing.assert_close(quick(inputs), trunk(inputs), rtol=1e-3, atol=1e-4)
    assert len(calls) == 1
    alike = sum(convolutions(members.get_submodule(f"0.{layer}")) for layer in range(4))
    assert apart - convolutions(quick) == 2 * alike, "only the layers before the first difference are shared"
    assert len(trunk.get_submodule("fused.members")) == 3, "the network itself stays as it is"


def convolutions(network: nn.Module) -> int:
    return sum(isinstance(module, nn.Conv2d) for module in network.modules())
