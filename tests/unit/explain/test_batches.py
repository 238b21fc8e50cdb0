"""How many inputs share a pass: bounded by the heaviest layer, and the same on every machine."""

from __future__ import annotations

import copy

import pytest
import torch

from radviewer.core.errors import Cancelled
from radviewer.core.explanation import Method
from radviewer.core.tasks import CancellationToken, Progress
from radviewer.explain import batches
from radviewer.explain.batches import CPU_BATCH, LAYER_WORK, batch_size, heaviest_layer
from radviewer.explain.protocol import Run
from radviewer.explain.run import EXPLAINERS
from tests.helpers.networks import forward_of, network_with_statistics

TOKEN = CancellationToken()


def two_layers() -> torch.nn.Sequential:
    return torch.nn.Sequential(
        torch.nn.Conv2d(3, 8, 5, padding=2), torch.nn.ReLU(), torch.nn.Flatten(), torch.nn.Linear(8 * 16 * 16, 10)
    )


def test_the_heaviest_layer_is_known_by_arithmetic_and_counted_once_for_networks_built_alike() -> None:
    network, example, ran = two_layers(), torch.zeros(1, 3, 16, 16), list[str]()
    network[0].register_forward_hook(lambda *_arguments: ran.append("pass"))
    expected = 8 * 16 * 16 * (3 * 5 * 5 + 100)
    batches._heaviest.clear()
    assert [heaviest_layer(network, example, TOKEN) for _ in range(2)] == [expected, expected]
    assert heaviest_layer(copy.deepcopy(network), example, TOKEN) == expected
    assert ran == ["pass"]
    assert len(network[0]._forward_hooks) == 1


def test_counting_stops_when_cancelled() -> None:
    batches._heaviest.clear()
    token = CancellationToken()
    token.cancel()
    with pytest.raises(Cancelled):
        heaviest_layer(two_layers(), torch.zeros(1, 3, 16, 16), token)
    assert batches._heaviest == {}


@pytest.mark.parametrize(("share", "size"), [(0.5, 2), (0.26, 3), (0.11, CPU_BATCH), (0.001, CPU_BATCH), (3.0, 1)])
def test_a_pass_takes_as_many_inputs_as_keep_every_layer_short(
    monkeypatch: pytest.MonkeyPatch, share: float, size: int
) -> None:
    monkeypatch.setattr(batches, "heaviest_layer", lambda *_arguments: int(share * LAYER_WORK))
    assert batch_size(two_layers(), torch.zeros(1, 3, 16, 16), TOKEN) == size


def test_methods_of_many_passes_take_no_more_at_once_and_gradients_half_of_it(monkeypatch: pytest.MonkeyPatch) -> None:
    network, inputs = network_with_statistics("custom_cnn", 32)
    forward = forward_of(network, inputs)
    monkeypatch.setattr(batches, "LAYER_WORK", int(4.5 * heaviest_layer(network, inputs, TOKEN)))
    for method, step in ((Method.OCCLUSION, 4), (Method.LIME, 4), (Method.SMOOTHGRAD, 2)):
        told: list[Progress] = []
        EXPLAINERS[method].maps(network, forward, [0], Run(progress=told.append))
        assert [item.done for item in told[:3]] == [0, step, 2 * step], method
