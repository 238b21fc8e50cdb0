"""Networks by name: how each is built, as which chain of stages it runs, and where Grad-CAM is usually taken.

The networks are torchvision's own, or have timm's names, so that published weights fit; each is also given as a chain
of named stages whose composition is its forward pass, which is what lets it be cut anywhere (`network.split`).
"""

from __future__ import annotations

import importlib
import inspect
import itertools
import os
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from torch import nn

from radviewer.core.errors import ModelPackProblem
from radviewer.inference.fused import FusedFeatures, MemberFeatures, fused_network
from radviewer.inference.layers import Quadrants, with_same_padding
from radviewer.inference.manifest import ArchitectureSpec, Scalar
from radviewer.inference.network import SplitNetwork, Stages, split
from radviewer.inference.xception import xception
from radviewer.io.userdirs import user_folders


@dataclass(frozen=True, slots=True)
class Architecture:
    """One entry of the registry.

    Attributes:
        build: (channels, labels, **arguments) to the whole network with random weights.
        stages: The network as a chain.
        cam_layer: The usual target of Grad-CAM.
        head: Prefix of the parameters of the classifier, which are new in every task.
        smallest: Smallest side of the input that it takes, pixels.
        published: The part of it that published weights are for; "" for all but the classifier.
    """

    build: Callable[..., nn.Module]
    stages: Callable[[Any], Stages]
    cam_layer: str
    head: str
    smallest: int = 32
    published: str = ""


def names() -> tuple[str, ...]:
    """All architectures, sorted."""
    return tuple(sorted(_REGISTRY))


def find(name: str) -> Architecture:
    """The architecture with this name.

    Raises:
        ModelPackProblem: There is none.
    """
    if name not in _REGISTRY:
        raise ModelPackProblem(
            f"There is no architecture '{name}'.", hint=f"There are: {', '.join(names())}; a newer pack may need more."
        )
    return _REGISTRY[name]


def build(spec: ArchitectureSpec, channels: int, labels: int) -> nn.Module:
    """The whole network with random weights.

    Args:
        spec: Name and arguments.
        channels: Of the input.
        labels: Number of outputs.

    Raises:
        ModelPackProblem: Unknown name or argument.
    """
    architecture = find(spec.name)
    known = [name for name in inspect.signature(architecture.build).parameters if name not in {"channels", "labels"}]
    for key in spec.arguments:
        if key not in known:
            hint = f"It takes: {', '.join(known)}." if known else "It takes none."
            raise ModelPackProblem(f"The architecture {spec.name} has no argument '{key}'.", hint=hint)
    return architecture.build(channels, labels, **_checked(spec.name, spec.arguments, architecture.build))


def split_network(spec: ArchitectureSpec, network: nn.Module, cam_layer: str) -> SplitNetwork:
    """The network in two parts that share its modules; see `network.split`."""
    return split(find(spec.name).stages(network), cam_layer)


def _checked(name: str, arguments: Mapping[str, Scalar], builder: Callable[..., nn.Module]) -> dict[str, Scalar]:
    for key, value in arguments.items():
        wanted = type(inspect.signature(builder).parameters[key].default)
        if type(value) is not wanted and not (wanted is float and type(value) is int):
            raise ModelPackProblem(
                f"The argument '{key}' of the architecture {name} is {value!r}.", hint=f"It must be {wanted.__name__}."
            )
    return dict(arguments)


def _torchvision(name: str, labels: int, **options: Any) -> Any:
    # torchvision loads torch's compiler, which makes a folder for its cache; by default in that of temporary files.
    os.environ.setdefault("TORCHINDUCTOR_CACHE_DIR", str(user_folders().cache / "torch"))
    models = importlib.import_module("torchvision.models")
    return getattr(models, name)(weights=None, num_classes=labels, **options)


def _first_convolution(network: nn.Module, channels: int) -> None:
    """Gives the first convolution another number of input channels."""
    if channels == 3:
        return
    path, old = next((name, module) for name, module in network.named_modules() if isinstance(module, nn.Conv2d))
    kernel, stride = (old.kernel_size[0], old.kernel_size[1]), (old.stride[0], old.stride[1])
    padding = (int(old.padding[0]), int(old.padding[1]))
    made = nn.Conv2d(channels, old.out_channels, kernel, stride, padding, bias=old.bias is not None)
    parent, _, leaf = path.rpartition(".")
    setattr(network.get_submodule(parent), leaf, made)


def _mobilenet_v2(channels: int, labels: int, dropout: float = 0.2, same_padding: bool = False) -> nn.Module:
    network = _torchvision("mobilenet_v2", labels, dropout=dropout)
    _first_convolution(network, channels)
    if same_padding:
        with_same_padding(network)
    return network  # type: ignore[no-any-return]


def _plain(name: str) -> Callable[..., nn.Module]:
    def build_plain(channels: int, labels: int) -> nn.Module:
        network = _torchvision(name, labels)
        _first_convolution(network, channels)
        return network  # type: ignore[no-any-return]

    return build_plain


def _vgg(name: str) -> Callable[..., nn.Module]:
    """VGG; `pooled` puts a global mean and one linear layer in place of its three, as is usual in transfer learning."""

    def build_vgg(channels: int, labels: int, dropout: float = 0.5, pooled: bool = False) -> nn.Module:
        network = _pooled_vgg(name, labels, dropout) if pooled else _torchvision(name, labels, dropout=dropout)
        _first_convolution(network, channels)
        return network

    return build_vgg


def _pooled_vgg(name: str, labels: int, dropout: float) -> nn.Module:
    """Torchvision's features under their names, without ever drawing the hundred million numbers left out."""
    vgg = importlib.import_module("torchvision.models.vgg")
    features = vgg.make_layers(vgg.cfgs[{"vgg16": "D", "vgg19": "E"}[name]], batch_norm=False)
    for module in features.modules():
        if isinstance(module, nn.Conv2d) and module.bias is not None:
            nn.init.kaiming_normal_(module.weight, mode="fan_out", nonlinearity="relu")
            nn.init.zeros_(module.bias)
    classifier = nn.Sequential(OrderedDict({"5": nn.Dropout(dropout), "6": nn.Linear(512, labels)}))
    parts = OrderedDict(features=features, avgpool=nn.AdaptiveAvgPool2d(1), flatten=nn.Flatten(), classifier=classifier)
    return nn.Sequential(parts)


def _inception_v3(channels: int, labels: int, dropout: float = 0.5) -> nn.Module:
    network = _torchvision("inception_v3", labels, dropout=dropout, aux_logits=False, init_weights=True)
    _first_convolution(network, channels)
    return network  # type: ignore[no-any-return]


def _custom_cnn(channels: int, labels: int, width: int = 32, dropout: float = 0.3) -> nn.Module:
    """Three blocks of convolution, batch norm, ReLU and pooling, then a global mean and a linear layer."""
    sizes = [channels, width, 2 * width, 4 * width]
    blocks = [
        nn.Sequential(nn.Conv2d(before, after, 3, padding=1), nn.BatchNorm2d(after), nn.ReLU(), nn.MaxPool2d(2))
        for before, after in itertools.pairwise(sizes)
    ]
    network = nn.Sequential()
    network.add_module("features", nn.Sequential(*blocks))
    network.add_module("pool", nn.AdaptiveAvgPool2d(1))
    network.add_module("flatten", nn.Flatten())
    network.add_module("dropout", nn.Dropout(dropout))
    network.add_module("classifier", nn.Linear(sizes[-1], labels))
    return network


def _custom_resnet50(channels: int, labels: int, width: int = 32, dropout: float = 0.3) -> nn.Module:
    """The custom CNN and ResNet-50 side by side, their features joined."""
    custom = _custom_cnn(channels, labels, width, dropout).get_submodule("features")
    resnet = _torchvision("resnet50", labels)
    _first_convolution(resnet, channels)
    deep = nn.Sequential(OrderedDict(list(resnet.named_children())[:-2]))
    return fused_network(FusedFeatures(custom, deep), 4 * width + 2048, labels, dropout)


def _mobilenet_v2_members(
    channels: int, labels: int, members: int = 2, dropout: float = 0.2, same_padding: bool = False
) -> nn.Module:
    """Several MobileNetV2 side by side, their features joined under one classifier."""
    if not 2 <= members <= _MOST_MEMBERS:
        raise ModelPackProblem(f"{members} members are not possible.", hint=f"There may be 2 to {_MOST_MEMBERS}.")
    parts = [_mobilenet_v2(channels, labels, dropout, same_padding).get_submodule("features") for _ in range(members)]
    return fused_network(MemberFeatures(parts), 1280 * members, labels, dropout)


def _quadrant(channels: int, labels: int, cells: int = 2) -> nn.Module:
    return Quadrants(channels, labels, cells)


def _children(module: nn.Module, prefix: str = "") -> Stages:
    return [(f"{prefix}{name}", child) for name, child in module.named_children()]


def _pooled_features(network: Any) -> Stages:
    """MobileNetV2 and DenseNet: features, a global mean, the classifier."""
    ends: Stages = [("pool", nn.AdaptiveAvgPool2d(1)), ("flatten", nn.Flatten()), ("classifier", network.classifier)]
    return [*_children(network.features, "features."), *ends]


def _densenet_stages(network: Any) -> Stages:
    stages = _pooled_features(network)
    position = [name for name, _ in stages].index("pool")
    return [*stages[:position], ("relu", nn.ReLU()), *stages[position:]]


def _vgg_stages(network: Any) -> Stages:
    ends: Stages = [("avgpool", network.avgpool), ("flatten", nn.Flatten()), ("classifier", network.classifier)]
    return [*_children(network.features, "features."), *ends]


def _convnext_stages(network: Any) -> Stages:
    ends: Stages = [("avgpool", network.avgpool), ("classifier", network.classifier)]
    return [*_children(network.features, "features."), *ends]


def _before_fc(network: nn.Module) -> Stages:
    """ResNet and Inception without auxiliary outputs: the children in order, flattened before the last."""
    stages = [(name, child) for name, child in _children(network) if name != "AuxLogits"]
    return [*stages[:-1], ("flatten", nn.Flatten()), stages[-1]]


_MOST_MEMBERS = 8

_REGISTRY: dict[str, Architecture] = {
    "custom_cnn": Architecture(_custom_cnn, _children, "features", "classifier", 16),
    "custom_resnet50": Architecture(_custom_resnet50, _children, "fused", "classifier", published="fused.resnet"),
    "mobilenet_v2": Architecture(_mobilenet_v2, _pooled_features, "features.18", "classifier"),
    "mobilenet_v2_members": Architecture(_mobilenet_v2_members, _children, "fused", "classifier"),
    "resnet18": Architecture(_plain("resnet18"), _before_fc, "layer4", "fc"),
    "resnet34": Architecture(_plain("resnet34"), _before_fc, "layer4", "fc"),
    "resnet50": Architecture(_plain("resnet50"), _before_fc, "layer4", "fc"),
    "vgg16": Architecture(_vgg("vgg16"), _vgg_stages, "features.29", "classifier.6"),
    "vgg19": Architecture(_vgg("vgg19"), _vgg_stages, "features.35", "classifier.6"),
    "densenet121": Architecture(_plain("densenet121"), _densenet_stages, "features.norm5", "classifier"),
    "inception_v3": Architecture(_inception_v3, _before_fc, "Mixed_7c", "fc", 75),
    "convnext_tiny": Architecture(_plain("convnext_tiny"), _convnext_stages, "features.7", "classifier.2"),
    "convnext_base": Architecture(_plain("convnext_base"), _convnext_stages, "features.7", "classifier.2"),
    "xception": Architecture(xception, _children, "act4", "fc", 64),
    "quadrant": Architecture(_quadrant, _children, "pool", "linear", 8),
}
