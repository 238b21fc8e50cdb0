"""The layers of a loaded model that class activation maps can weigh."""

from __future__ import annotations

from radviewer.core.explanation import LayerChoice
from radviewer.core.tasks import CancellationToken, ProgressCallback, silent
from radviewer.workbench.services import Services


def layer_list(
    model_id: str,
    services: Services,
    token: CancellationToken | None = None,
    progress: ProgressCallback = silent,
    device: str = "auto",
) -> tuple[LayerChoice, ...]:
    """Runs an empty input through the network once, and notes the grid of each layer.

    Raises:
        ModelPackProblem: The pack is unknown or refused.
        Cancelled: The token was turned.
    """
    from radviewer.explain.layers import layers_of

    return layers_of(services.predictor(model_id, device), token or CancellationToken())
