"""Published weights come in from local files under their own names, and nothing that does not fit comes in."""

from __future__ import annotations

from collections import OrderedDict
from pathlib import Path

import pytest
import safetensors.torch
import torch
import torchvision
from torch import nn

from radviewer.core.errors import InputProblem
from radviewer.inference import architectures
from radviewer.inference.manifest import ArchitectureSpec
from radviewer.training.config import StartKind
from radviewer.training.published import read_tensors, start_from_published


def live(network: nn.Module) -> nn.Module:
    """Gives every tensor a value of its own."""
    generator = torch.Generator().manual_seed(1)
    for tensor in network.state_dict().values():
        if tensor.is_floating_point():
            tensor.copy_(torch.rand(tensor.shape, generator=generator))
    return network


def started(name: str, kind: StartKind, path: Path, channels: int = 3, **arguments: bool) -> nn.Module:
    spec = ArchitectureSpec(name, arguments)
    network = architectures.build(spec, channels, 2)
    start_from_published(network, spec, kind, path)
    return network


@pytest.mark.parametrize("suffix", [".pth", ".safetensors"])
def test_torchvision_weights_fit_by_name_but_for_the_classifier(tmp_path: Path, suffix: str) -> None:
    peer = live(torchvision.models.resnet18(num_classes=10))
    path = tmp_path / f"resnet18{suffix}"
    if suffix == ".pth":
        torch.save(peer.state_dict(), path)
    else:
        safetensors.torch.save_file(dict(peer.state_dict()), path)
    network = started("resnet18", StartKind.IMAGENET, path)
    assert torch.equal(network.state_dict()["layer3.1.conv2.weight"], peer.state_dict()["layer3.1.conv2.weight"])
    assert torch.equal(network.state_dict()["bn1.running_var"], peer.state_dict()["bn1.running_var"])
    assert network.state_dict()["fc.weight"].shape == (2, 512)


def test_a_grey_network_takes_the_sum_over_the_colours(tmp_path: Path) -> None:
    peer = live(torchvision.models.resnet18(num_classes=3))
    torch.save({"state_dict": {f"module.{name}": item for name, item in peer.state_dict().items()}}, tmp_path / "w.pt")
    first = started("resnet18", StartKind.IMAGENET, tmp_path / "w.pt", channels=1).state_dict()["conv1.weight"]
    assert torch.equal(first, peer.state_dict()["conv1.weight"].sum(dim=1, keepdim=True))


def test_the_names_of_the_first_densenet_files_are_understood(tmp_path: Path) -> None:
    peer = live(torchvision.models.densenet121(num_classes=2))
    old = {
        name.replace("norm1.", "norm.1.").replace("conv2.", "conv.2."): item for name, item in peer.state_dict().items()
    }
    assert any("norm.1." in name for name in old)
    torch.save(old, tmp_path / "w.pth")
    network = started("densenet121", StartKind.IMAGENET, tmp_path / "w.pth")
    name = "features.denseblock2.denselayer3.norm1.weight"
    assert torch.equal(network.state_dict()[name], peer.state_dict()[name])


def test_the_features_of_vgg_fit_a_pooled_one(tmp_path: Path) -> None:
    features = live(torchvision.models.vgg16(num_classes=2).features)
    torch.save({f"features.{name}": item for name, item in features.state_dict().items()}, tmp_path / "w.pth")
    network = started("vgg16", StartKind.IMAGENET, tmp_path / "w.pth", pooled=True)
    assert torch.equal(network.state_dict()["features.28.bias"], features.state_dict()["28.bias"])


def test_published_resnet50_weights_go_into_the_fused_network(tmp_path: Path) -> None:
    peer = live(torchvision.models.resnet50(num_classes=2))
    torch.save(peer.state_dict(), tmp_path / "w.pth")
    network = started("custom_resnet50", StartKind.IMAGENET, tmp_path / "w.pth")
    assert torch.equal(
        network.state_dict()["fused.resnet.layer4.2.conv3.weight"], peer.state_dict()["layer4.2.conv3.weight"]
    )


class Backbone(nn.Module):
    """As RadImageNet publishes its networks: the children in a sequence called backbone."""

    def __init__(self, network: nn.Module, last: int) -> None:
        super().__init__()
        self.backbone = nn.Sequential(*list(network.children())[:last])


@pytest.mark.parametrize(
    ("name", "auxiliary", "key"),
    [
        ("resnet50", False, "layer3.2.bn2.running_mean"),
        ("inception_v3", False, "Mixed_7c.branch_pool.conv.weight"),
        ("inception_v3", True, "Mixed_7a.branch3x3_1.bn.bias"),
    ],
)
def test_radimagenet_numbers_become_names(name: str, auxiliary: bool, key: str, tmp_path: Path) -> None:
    options = {"aux_logits": auxiliary, "init_weights": False} if name == "inception_v3" else {}
    peer = live(getattr(torchvision.models, name)(weights=None, **options))
    torch.save(Backbone(peer, -1).state_dict(), tmp_path / "w.pt")
    network = started(name, StartKind.RADIMAGENET, tmp_path / "w.pt")
    assert torch.equal(network.state_dict()[key], peer.state_dict()[key])
    heads = ("fc.", "AuxLogits.")
    wanted = {item: tensor for item, tensor in peer.state_dict().items() if not item.startswith(heads)}
    assert all(torch.equal(network.state_dict()[item], tensor) for item, tensor in wanted.items() if tensor.ndim)


def test_weights_of_another_network_are_refused(tmp_path: Path) -> None:
    torch.save(torchvision.models.resnet34(num_classes=2).state_dict(), tmp_path / "w.pth")
    with pytest.raises(InputProblem, match="do not fit resnet50"):
        started("resnet50", StartKind.IMAGENET, tmp_path / "w.pth")


def test_a_file_with_code_in_it_is_refused_unopened(tmp_path: Path) -> None:
    torch.save(nn.Linear(2, 2), tmp_path / "module.pt")
    torch.save(OrderedDict(a=1), tmp_path / "numbers.pt")
    (tmp_path / "torn.pth").write_bytes(b"PK torn")
    for name in ("module.pt", "numbers.pt", "torn.pth", "absent.pth"):
        with pytest.raises(InputProblem):
            read_tensors(tmp_path / name)


@pytest.mark.parametrize("name", ["xception", "mobilenet_v2"])
def test_one_by_one_convolutions_written_as_matrices_are_taken(name: str, tmp_path: Path) -> None:
    peer = live(architectures.build(ArchitectureSpec(name), 3, 2))
    flat = {
        key: item[:, :, 0, 0] if item.ndim == 4 and item.shape[2:] == (1, 1) and item.shape[1] > 1 else item
        for key, item in peer.state_dict().items()
    }
    torch.save(flat, tmp_path / "w.pth")
    network = started(name, StartKind.IMAGENET, tmp_path / "w.pth")
    head = architectures.find(name).head
    for key, item in peer.state_dict().items():
        if not key.startswith(f"{head}.") and item.is_floating_point():
            assert torch.equal(network.state_dict()[key], item)
