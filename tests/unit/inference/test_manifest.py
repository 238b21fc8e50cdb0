"""The manifest is read strictly, and every complaint says which file, which key and what was expected."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from radviewer.core.errors import ModelPackProblem
from radviewer.core.labels import Label
from radviewer.core.prediction import OperatingPoint
from radviewer.inference import manifest as m
from radviewer.inference.packing import UNWRITTEN
from tests.helpers.packs import quadrant_manifest
from tests.helpers.shared import ROOT

FULL = dataclasses.replace(
    quadrant_manifest(),
    temperature=1.25,
    calibration_source="200 images",
    gate=m.GateSpec(
        ("MR",), ("BRAIN",), True, (m.StatisticRange("mean", 0.1, 0.5),), m.FeatureGateSpec("g.safetensors", 1, 2, "x")
    ),
)


@pytest.mark.parametrize("manifest", [quadrant_manifest(), FULL], ids=["plain", "full"])
def test_a_manifest_survives_the_way_to_toml_and_back(manifest: m.PackManifest) -> None:
    assert m.parse_manifest(m.to_toml(manifest), "model.toml") == manifest


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("schema = 1", "schema = 2", ["schema"]),
        ("schema = 1", 'schema = "1"', ["schema", "whole number"]),
        ("schema = 1", "schema = true", ["schema", "whole number"]),
        ('id = "quadrant"', 'id = "../quadrant"', ["id", "letters"]),
        ('id = "quadrant"', 'id = "quadrant"\ncolour = "red"', ["unknown key 'colour'", "top level"]),
        ("cells = 2", "cells = [2]", ["architecture.arguments.cells"]),
        ('stage = "voi"', 'stage = "screen"', ["input.stage", '"voi"', "'screen'"]),
        ('stage = "voi"', 'stage = "stored"', ["input.value_range"]),
        ("rows = 16", "rows = 0", ["input.rows"]),
        ("rows = 16", "rows = 16.5", ["input.rows", "whole number"]),
        ("rows = 16", "", ["input lacks the key 'rows'"]),
        ("channels = 1", "channels = 3", ["input.mean"]),
        ("fill = 0.0", "fill = 2.0", ["input.fill"]),
        ('key = "upper-right"', 'key = "upper-left"', ["labels", "different keys"]),
        ("gradcam_reference = 1.0", "gradcam_reference = 0.0", ["explain.gradcam_reference"]),
        ("gradcam_reference = 1.0", "gradcam_reference = nan", ["explain.gradcam_reference"]),
        ('file = "weights.safetensors"', 'file = "weights.pt"', ["weights.file", "pickles"]),
        ('file = "weights.safetensors"', 'file = "../../w.safetensors"', ["weights.file", "plain file name"]),
        ('label_key = "upper-left"', 'label_key = "middle"', ["operating_points[1].label_key", "upper-left"]),
        ("threshold = 0.5", "threshold = 1.5", ["operating_points[1]"]),
        ("[gate]", "[gate", ["not valid TOML"]),
    ],
)
def test_a_wrong_manifest_is_refused_with_file_key_and_expectation(old: str, new: str, words: list[str]) -> None:
    text = m.to_toml(quadrant_manifest())
    assert old in text
    with pytest.raises(ModelPackProblem) as caught:
        m.parse_manifest(text.replace(old, new, 1), Path("packs/model.toml"))
    said = f"{caught.value.message} {caught.value.hint}"
    for word in ["model.toml", *words]:
        assert word in said


def test_every_key_of_the_manifest_is_documented_and_no_other() -> None:
    text = (ROOT / "docs" / "model-packs.md").read_text(encoding="utf-8")
    documented = set(re.findall(r"^\| `([a-z0-9_.]+)` \|", text, re.MULTILINE))
    assert documented == set(_keys(m.PackManifest, ""))


def _keys(shape: type, prefix: str) -> list[str]:
    tables = {
        "architecture": m.ArchitectureSpec,
        "input": m.InputSpec,
        "explain": m.ExplainSpec,
        "gate": m.GateSpec,
        "gate.statistics": m.StatisticRange,
        "gate.features": m.FeatureGateSpec,
        "weights": m.WeightsSpec,
        "labels": Label,
        "operating_points": OperatingPoint,
    }
    keys: list[str] = []
    for field in dataclasses.fields(shape):
        name = f"{prefix}{field.name}"
        keys.extend(_keys(tables[name], f"{name}.") if name in tables else [name])
    return keys


def test_the_placeholder_for_unwritten_weights_is_itself_well_formed() -> None:
    assert dataclasses.replace(FULL, weights=UNWRITTEN) == m.parse_manifest(m.to_toml(FULL), "x")
