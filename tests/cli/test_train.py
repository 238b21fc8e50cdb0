"""`radviewer train`: every recipe that comes along runs from generated images to a pack that passes its checks."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from radviewer.cli.main import run
from radviewer.core.tasks import CancellationToken
from radviewer.inference import architectures
from radviewer.inference.checks import check_pack
from radviewer.inference.predictor import Predictor
from radviewer.inference.registry import read_pack
from radviewer.io.discover import find_images
from radviewer.io.reader import read_image
from radviewer.training.config import Layout, Recipe, StartKind, read_recipe, recipes_folder
from radviewer.training.radiomics_recipe import is_radiomics
from radviewer.training.run import gather
from tests.unit.training.test_training import folded_arrays

RECIPES = sorted(path for path in recipes_folder().glob("*.toml") if not is_radiomics(path))

TINY = """
schema = 1
seed = 3
[pack]
id = "tiny"
version = "0.1.0"
title = "Bright above or below"
licence = "none"
intended_use = "tests"
data = "Generated."
limits = "All."
[[labels]]
folder = "above"
key = "above"
name = "Above"
[[labels]]
folder = "below"
key = "below"
name = "Below"
normal = true
[architecture]
name = "custom_cnn"
[architecture.arguments]
width = 4
[input]
stage = "voi"
rows = 32
columns = 32
channels = 1
mean = [0.5]
std = [0.5]
[split]
validation_share = 0.25
[train]
epochs = 3
batch = 4
learning_rate = 0.01
"""


def write_images(root: Path, folders: tuple[str, ...], each: int, size: int = 32, seed: int = 0) -> Path:
    """Noise with one bright band, at another height for each class."""
    generator = np.random.default_rng(seed)
    for number, folder in enumerate(folders):
        (root / folder).mkdir(parents=True)
        for index in range(each):
            pixels = generator.integers(0, 120, (size, size), dtype=np.uint8)
            band = size // len(folders)
            pixels[number * band : (number + 1) * band] += 120
            PIL.Image.fromarray(pixels).save(root / folder / f"{index}.png")
    return root


@pytest.fixture
def tiny(tmp_path: Path) -> list[str]:
    (tmp_path / "tiny.toml").write_text(TINY)
    data = write_images(tmp_path / "data", ("above", "below"), 16)
    return ["train", str(tmp_path / "tiny.toml"), "--data", str(data), "--out", str(tmp_path / "out")]


def test_a_recipe_becomes_a_pack_that_passes_its_checks(
    tiny: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    test = write_images(tmp_path / "test", ("above", "below"), 5, seed=9)
    (tmp_path / "part.txt").write_text("above/1.png\nbelow/2.png\n")
    options = ["--test", str(test), "--test-list", f"part={tmp_path / 'part.txt'}", "--foreign", f"same={test}"]
    assert run([*tiny, *options]) == 0
    assert "The pack is in" in capsys.readouterr().out
    pack = read_pack(tmp_path / "out" / "tiny")
    assert check_pack(pack).passed
    manifest = pack.manifest
    assert manifest.labels[1].normal
    assert manifest.temperature is not None
    assert manifest.explain.gradcam_reference > 0
    assert manifest.gate.features is not None
    assert {point.model_version for point in manifest.operating_points} == {"0.1.0"}
    for words in ("Research use only", "| plain | 10 |", "| part | 2 |", "| same | 10 |", "Generated.", "All."):
        assert words in pack.card
    rows = list(csv.DictReader((tmp_path / "out" / "epochs.csv").read_text().splitlines()))
    assert [row["epoch"] for row in rows] == ["1", "2", "3"]


def test_the_card_gives_the_accuracy_that_predict_gets(tiny: list[str], tmp_path: Path) -> None:
    test = write_images(tmp_path / "test", ("above", "below"), 6, seed=9)
    assert run([*tiny, "--test", str(test), "--epochs", "1"]) == 0
    pack = read_pack(tmp_path / "out" / "tiny")
    predictor = Predictor.load(pack, "cpu")
    refs = find_images([test]).images
    predictions = predictor.predict([read_image(ref) for ref in refs], CancellationToken(), batch=4)
    right = [p.top.label.key == p.image.path.parent.name for p in predictions]
    assert f"| plain | 12 | {np.mean(right):.4f} (" in pack.card


def test_an_offset_of_a_label_moves_its_logit_and_is_told(tiny: list[str], tmp_path: Path) -> None:
    assert run([*tiny, "--epochs", "1"]) == 0
    (tmp_path / "out").rename(tmp_path / "plain")
    (tmp_path / "tiny.toml").write_text(
        TINY.replace("normal = true", "normal = true\noffset = 1.5") + "[calibration]\nthreshold = 0.5\n"
    )
    assert run([*tiny, "--epochs", "1"]) == 0
    images = [read_image(ref) for ref in find_images([tmp_path / "data"]).images[:5]]
    plain, moved = (
        np.array(
            [
                [score.logit for score in item.scores]
                for item in Predictor.load(read_pack(folder / "tiny"), "cpu").predict(images, CancellationToken())
            ]
        )
        for folder in (tmp_path / "plain", tmp_path / "out")
    )
    np.testing.assert_allclose(moved - plain, np.tile([0.0, 1.5], (5, 1)), atol=2e-3)  # stored in half precision
    pack = read_pack(tmp_path / "out" / "tiny")
    assert "+1.5 was added to the logit of below" in pack.card
    assert "Thresholds are 0.5, as the recipe says" in pack.card
    assert {point.threshold for point in pack.manifest.operating_points} == {0.5}


def test_an_earlier_run_is_neither_overwritten_nor_mixed_up(
    tiny: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*tiny, "--epochs", "1"]) == 0
    assert run([*tiny, "--epochs", "1"]) == 3
    assert "exists already" in capsys.readouterr().err
    (tmp_path / "out" / "tiny").rename(tmp_path / "kept")
    assert run([*tiny, "--epochs", "1"]) == 3
    assert "--resume" in capsys.readouterr().err
    assert run([*tiny, "--epochs", "1", "--resume"]) == 0
    first, again = (path / "weights.safetensors" for path in (tmp_path / "kept", tmp_path / "out" / "tiny"))
    assert first.read_bytes() == again.read_bytes()


def test_operating_points_count_changed_copies_and_texts_are_mended_from_the_checkpoint(
    tiny: list[str], tmp_path: Path
) -> None:
    recipe = tmp_path / "tiny.toml"
    assert run([*tiny, "--epochs", "1"]) == 0
    plain = read_pack(tmp_path / "out" / "tiny").manifest
    (tmp_path / "out" / "tiny").rename(tmp_path / "plain")
    text = TINY.replace('limits = "All."', 'limits = "All."\ntested = "Looked at twice."')
    recipe.write_text(text + "[calibration]\nchanged_copies = 2\n")
    test = write_images(tmp_path / "test", ("above", "below"), 3, seed=9)
    assert run([*tiny, "--epochs", "1", "--resume", "--test", str(test)]) == 0
    pack = read_pack(tmp_path / "out" / "tiny")
    assert pack.manifest.weights.sha256 == plain.weights.sha256
    assert pack.manifest.temperature == plain.temperature
    assert all(point.source.endswith("and in 2 randomly changed copies") for point in pack.manifest.operating_points)
    assert "in 2 copies changed at random" in pack.card
    assert "Looked at twice. `plain`" in pack.card
    assert "Tested once" not in pack.card
    recipe.write_text(TINY + "[calibration]\nchanged_copies = 21\n")
    assert run([*tiny, "--epochs", "1", "--resume"]) == 3


def test_another_seed_keeps_back_the_same_images_where_the_split_has_its_own(tiny: list[str], tmp_path: Path) -> None:
    held = {}
    for own in (False, True):
        text = TINY.replace("validation_share = 0.25", "validation_share = 0.25\nseed = 3") if own else TINY
        (tmp_path / "tiny.toml").write_text(text)
        recipe = read_recipe(tmp_path / "tiny.toml")
        for seed in (3, 4):
            material = gather(replace(recipe, seed=seed), Path(tiny[3]))
            held[own, seed] = {sample.ref for sample in material.validation.samples}
    assert held[True, 3] == held[True, 4] == held[False, 3]
    assert held[False, 4] != held[False, 3]


def test_a_seed_on_the_command_line_gives_another_network(tiny: list[str], tmp_path: Path) -> None:
    stored = []
    for seed in ("3", "4"):
        assert run([*tiny[:-1], str(tmp_path / seed), "--epochs", "1", "--seed", seed]) == 0
        stored.append((tmp_path / seed / "tiny" / "weights.safetensors").read_bytes())
    assert run([*tiny[:-1], str(tmp_path / "none"), "--epochs", "1"]) == 0
    assert stored[0] == (tmp_path / "none" / "tiny" / "weights.safetensors").read_bytes() != stored[1]


@pytest.mark.parametrize(
    ("more", "status", "words"),
    [
        (["--epochs", "0"], 2, "--epochs"),
        (["--seed", "-1"], 2, "--seed"),
        (["--test-list", "strict"], 2, "NAME=PATH"),
        (["--data", "nowhere"], 3, "nowhere"),
    ],
)
def test_wrong_options_are_answered_in_words(
    tiny: list[str], more: list[str], status: int, words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([*tiny, *more]) == status
    assert words in capsys.readouterr().err


def test_an_unknown_recipe_is_answered_with_those_there_are(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["train", "brain", "--data", "."]) == 2
    assert "brain-mri" in capsys.readouterr().err


def test_a_misspelt_key_in_a_recipe_is_named(
    tiny: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "tiny.toml").write_text(TINY.replace("learning_rate", "learning_rat"))
    assert run(tiny) == 3
    assert "unknown key 'learning_rat'" in capsys.readouterr().err


def test_a_recipe_that_starts_from_weights_asks_for_them(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folders = tuple(label.folder for label in read_recipe(recipes_folder() / "brain-mri.toml").labels)
    data = write_images(tmp_path / "data", folders, 3)
    assert run(["train", "brain-mri", "--data", str(data), "--out", str(tmp_path / "out")]) == 2
    assert "--weights" in capsys.readouterr().err


def start_weights(recipe: Recipe, path: Path) -> list[str]:
    if recipe.start is not StartKind.FOLDED_NPZ:
        return []
    network = architectures.build(recipe.architecture, recipe.input.channels, len(recipe.labels))
    np.savez(path, **folded_arrays(network))
    return ["--weights", str(path)]


def write_for(recipe: Recipe, root: Path, images: int = 40, size: int = 80) -> Path:
    """Generated images as the recipe expects them: folders, MURA's folders, or a table with patients and masks."""
    folders = tuple(label.folder for label in recipe.labels)
    source = recipe.source
    if source is None or source.layout is Layout.FOLDERS:
        return write_images(root, folders, images // len(folders), size)
    made = write_images(root / "made", folders, images // len(folders), size)
    lines = ["image_id,split,label,tumor,patient_group"]
    for number, path in enumerate(sorted(made.rglob("*.png"))):
        value, index = path.parent.name, int(path.stem)
        test = index % 5 == 4
        if source.layout is Layout.MURA:
            study = root / ("valid" if test else "train") / "XR_HAND" / f"patient{number:05}" / f"study1_{value}"
            study.mkdir(parents=True)
            path.rename(study / "image1.png")
            continue
        part = "val" if test else "train"
        target = root / part / value / f"i{number}.jpg"
        target.parent.mkdir(parents=True, exist_ok=True)
        PIL.Image.open(path).save(target)
        mask = np.zeros((size, size), dtype=np.uint8)
        mask[8 : size - 8, 8 : size - 8] = 255
        (root / "masks").mkdir(exist_ok=True)
        PIL.Image.fromarray(mask).save(root / "masks" / f"i{number}.png")
        # Every second test image is of a patient of its own, the others share theirs with training images.
        patient = f"t{number}" if index % 10 == 9 else f"p{number // 2}"
        lines.append(f"i{number},{part},{value},{value},{patient}")
    if source.layout is Layout.TABLE:
        (root / "labels.csv").write_text("\n".join(lines) + "\n")
    return root


@pytest.mark.slow
@pytest.mark.parametrize("path", RECIPES, ids=[path.stem for path in RECIPES])
def test_every_recipe_runs_from_forty_generated_images_to_a_pack(path: Path, tmp_path: Path) -> None:
    recipe = read_recipe(path)
    size = max(64, architectures.find(recipe.architecture.name).smallest)
    data = write_for(recipe, tmp_path / "data")
    options = ["--epochs", "1", "--size", str(size), "--out", str(tmp_path / "out")]
    start = start_weights(recipe, tmp_path / "start.npz")
    if recipe.start is not StartKind.FOLDED_NPZ:
        start = ["--start", "scratch"]
    assert run(["train", str(path), "--data", str(data), *options, *start]) == 0
    pack = read_pack(tmp_path / "out" / recipe.pack.id)
    assert check_pack(pack).passed
    result = json.loads((tmp_path / "out" / "result.json").read_text())
    assert result["epochs"] == 1
    if (recipe.source is not None and recipe.source.test_part) or recipe.split.test_share is not None:
        assert result["test"][0]["name"] == "plain"
        assert result["leaks"] == 0


@pytest.mark.slow
def test_a_recipe_starts_from_a_published_file(tmp_path: Path) -> None:
    import torch
    import torchvision

    torch.save(torchvision.models.resnet18(num_classes=3).state_dict(), tmp_path / "resnet18.pth")
    data = write_images(tmp_path / "data", ("normal", "osteoporosis"), 16, 64)
    start = ["--start", "imagenet", "--weights", str(tmp_path / "resnet18.pth")]
    options = ["--epochs", "1", "--size", "64", "--out", str(tmp_path / "out"), *start]
    assert run(["train", "knee-resnet18", "--data", str(data), *options]) == 0
    assert "imagenet weights of a local file" in read_pack(tmp_path / "out" / "knee-resnet18").card


def test_a_test_set_that_leaks_is_refused_unless_told_otherwise(
    tiny: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    test = write_images(tmp_path / "test", ("above", "below"), 5, seed=9)
    for index in range(2):
        shutil.copy(tmp_path / "data" / "above" / f"{index}.png", test / "above" / f"copy{index}.png")
    assert run([*tiny, "--epochs", "1", "--test", str(test)]) == 3
    assert "2 of 12 test images" in capsys.readouterr().err
    assert run([*tiny, "--epochs", "1", "--test", str(test), "--allow-leaks"]) == 0


def test_a_leaking_split_is_told_in_the_card(tiny: list[str], tmp_path: Path) -> None:
    for label in ("above", "below"):
        for index in range(16):
            source = tmp_path / "data" / label / f"{index}.png"
            shutil.copy(source, source.with_name(f"copy{index}.png"))
    (tmp_path / "tiny.toml").write_text(TINY.replace("[split]", '[split]\nby = "image"'))
    assert run([*tiny, "--epochs", "1"]) == 3
    assert run([*tiny, "--epochs", "1", "--allow-leaks"]) == 0
    assert "This split leaks" in read_pack(tmp_path / "out" / "tiny").card


@pytest.mark.slow
def test_the_radiomics_baseline_runs_on_generated_images(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("mirp")
    recipe = read_recipe(recipes_folder() / "bone-tumor-resnet50-imagenet.toml")
    data = write_for(recipe, tmp_path / "data", 60, 48)
    assert run(["train", "bone-tumor-radiomics", "--data", str(data), "--out", str(tmp_path / "out")]) == 0
    assert "Cross-validated AUC" in capsys.readouterr().out
    result = json.loads((tmp_path / "out" / "result.json").read_text())
    assert [figures["name"] for figures in result["test"]] == ["plain", "strict"]
    # A band above or below changes first-order features of neither, but its place is texture-free too: any AUC will do.
    assert 0 <= result["test"][0]["labels"][1]["auc"] <= 1
    assert run(["train", "bone-tumor-radiomics", "--data", str(data), "--epochs", "1"]) == 2
