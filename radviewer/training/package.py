"""From trained weights to a pack: calibration, operating points, colour scales, input gate, card, golden cases."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from radviewer.core.labels import Label
from radviewer.core.tasks import ProgressCallback, silent
from radviewer.inference import architectures
from radviewer.inference.calibration import probabilities
from radviewer.inference.manifest import Activation, ExplainSpec, GateSpec, PackManifest
from radviewer.inference.network import freeze, parameter_count
from radviewer.inference.packing import UNWRITTEN, PackParts, write_pack
from radviewer.inference.registry import Pack
from radviewer.training import gate_fit, testing
from radviewer.training.calibrate import fit_temperature, operating_points
from radviewer.training.card import CardFacts, card_text
from radviewer.training.config import Recipe
from radviewer.training.evaluate import Evaluation, calibration_error, evaluate
from radviewer.training.phantoms import golden_phantoms
from radviewer.training.references import explanation_references
from radviewer.training.run import Material
from radviewer.training.trainer import changed_logits, predict_logits

HALF_TOLERANCE = 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """The pack and the figures that its card gives."""

    pack: Pack
    validation: Evaluation
    test: tuple[Evaluation, ...]
    foreign: tuple[testing.ForeignFigures, ...]


def package(
    recipe: Recipe,
    material: Material,
    state: dict[str, Tensor],
    history: list[dict[str, float]],
    folder: Path,
    plan: testing.TestPlan | None = None,
    progress: ProgressCallback = silent,
) -> Packed:
    """Fits what is fitted on validation images, tests once, and writes the pack.

    Args:
        recipe: That the weights were trained by.
        material: The same images.
        state: The network's weights by name.
        history: The log of epochs.
        folder: Of the pack; must not exist.
        plan: What to test on.
        progress: Told of each stage.
    """
    plan = plan or testing.TestPlan()
    dtype, state = _stored(recipe, material, _with_offsets(recipe, state))
    whole = _network(recipe, state)
    logits = predict_logits(whole, material.validation, recipe.input).numpy()
    manifest = _calibrated(recipe, whole, logits, material)
    network = architectures.split_network(recipe.architecture, whole, manifest.explain.cam_layer)
    freeze(network)
    cam, saliency = explanation_references(network, recipe.input, material.validation, progress)
    statistics = gate_fit.fit_statistics(
        gate_fit.mean_features(network.trunk, material.train, recipe.input), material.train.labels
    )
    held_out = gate_fit.mean_features(network.trunk, material.validation, recipe.input)
    gate = gate_fit.fit_gate(statistics, held_out, _source(material))
    # Features that are the same for every image (a network that has hardly learnt) tell nothing and get no limit.
    features = gate.spec if gate.spec.flag_above > 0 else None
    manifest = replace(
        manifest,
        explain=replace(manifest.explain, gradcam_reference=cam, saliency_reference=saliency),
        gate=replace(manifest.gate, features=features),
    )
    test = testing.evaluate_test(whole, manifest, recipe, plan, progress)
    test += testing.evaluate_kept(whole, manifest, recipe, material.test, material.test_clean)
    foreign = testing.try_gate(network, recipe.input, manifest.gate, statistics, plan)
    figures = _validation_figures(manifest, material, logits)
    raw = calibration_error(probabilities(logits, manifest.activation, None), material.validation.labels)
    facts = CardFacts(
        len(material.train.samples), len(material.validation.samples), len(material.copies.exact),
        len(material.copies.near), history, figures, raw, test, foreign, parameter_count(whole),
        material.leaks, material.patients,
    )  # fmt: skip
    files = {} if features is None else {gate_fit.GATE_FILE: gate.data}
    parts = PackParts(manifest, state, card_text(manifest, recipe, facts), golden_phantoms(), dtype, files)
    return Packed(write_pack(folder, parts), figures, test, foreign)


def _with_offsets(recipe: Recipe, state: dict[str, Tensor]) -> dict[str, Tensor]:
    """The weights with the recipe's offsets of labels in the classifier's bias."""
    head = architectures.find(recipe.architecture.name).head
    name = [key for key in state if key.startswith(f"{head}.") and key.endswith("bias")][-1]
    offsets = torch.tensor([label.offset or 0.0 for label in recipe.labels])
    return {key: tensor + offsets if key == name else tensor for key, tensor in state.items()}


def _stored(recipe: Recipe, material: Material, state: dict[str, Tensor]) -> tuple[torch.dtype, dict[str, Tensor]]:
    """The type to store weights in, and the weights as they will be read back."""
    if not recipe.pack.half_precision:
        return torch.float32, state
    halved = {name: item.half().float() if item.is_floating_point() else item for name, item in state.items()}
    full, half = (
        torch.softmax(predict_logits(_network(recipe, weights), material.validation, recipe.input), dim=1)
        for weights in (state, halved)
    )
    if float((full - half).abs().max()) > HALF_TOLERANCE:
        return torch.float32, state
    return torch.float16, halved


def _network(recipe: Recipe, state: dict[str, Tensor]) -> nn.Module:
    network = architectures.build(recipe.architecture, recipe.input.channels, len(recipe.labels))
    network.load_state_dict(state)
    freeze(network)
    # Quicker on a processor than planes one after the other (MobileNetV2 by a fifth).
    return network.to(memory_format=torch.channels_last)


def _calibrated(recipe: Recipe, whole: nn.Module, logits: np.ndarray, material: Material) -> PackManifest:
    truth = material.validation.labels
    temperature = fit_temperature(logits, truth)
    keys = tuple(label.key for label in recipe.labels)
    copies = recipe.calibration.changed_copies if recipe.calibration is not None else 0
    changed = changed_logits(whole, material.validation, recipe.input, recipe.augment, copies, recipe.seed)
    shares = probabilities(np.concatenate([logits, *changed]), Activation.SOFTMAX, temperature)
    pack, source = recipe.pack, _source(material)
    cam_layer = recipe.cam_layer or architectures.find(recipe.architecture.name).cam_layer
    return PackManifest(
        schema=1,
        id=pack.id,
        version=pack.version,
        title=pack.title,
        licence=pack.licence,
        intended_use=pack.intended_use,
        architecture=recipe.architecture,
        input=recipe.input,
        labels=tuple(Label(label.key, label.name, label.code, label.normal) for label in recipe.labels),
        activation=Activation.SOFTMAX,
        explain=ExplainSpec(cam_layer, 1.0, 1.0),
        weights=UNWRITTEN,
        temperature=temperature,
        calibration_source=source,
        operating_points=operating_points(
            shares,
            np.tile(truth, copies + 1),
            keys,
            source + _copies(copies),
            pack.version,
            recipe.calibration.threshold if recipe.calibration is not None else None,
        ),
        gate=GateSpec(
            pack.modalities, pack.body_parts, color=False, statistics=gate_fit.statistic_ranges(material.validation)
        ),
    )


def _validation_figures(manifest: PackManifest, material: Material, logits: np.ndarray) -> Evaluation:
    keys = tuple(label.key for label in manifest.labels)
    shares = probabilities(logits, manifest.activation, manifest.temperature)
    return evaluate("validation", shares, material.validation.labels, keys)


def _copies(number: int) -> str:
    return f", each as it is and in {number} randomly changed copies" if number else ""


def _source(material: Material) -> str:
    how = "by content and patient" if material.patients and not material.leaks else "by content"
    leaks = f", {material.leaks} of which have a copy or their patient among the training images"
    count = len(material.validation.samples)
    return f"{count} validation images kept back from the training set" + (leaks if material.leaks else f" {how}")
