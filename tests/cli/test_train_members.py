"""Trained packs as one network: side by side with the mean of their logits, or with the mean of their weights."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from radviewer.cli.main import run
from radviewer.core.tasks import CancellationToken
from radviewer.inference.checks import check_pack
from radviewer.inference.predictor import Predictor
from radviewer.inference.registry import read_pack
from radviewer.inference.weights import read_weights
from radviewer.io.discover import find_images
from radviewer.io.reader import read_image
from tests.cli.test_train import TINY, write_images

MOBILE = (
    TINY.replace("custom_cnn", "mobilenet_v2")
    .replace("[architecture.arguments]\nwidth = 4\n", "")
    .replace("channels = 1\nmean = [0.5]\nstd = [0.5]", "channels = 3\nmean = [0.5, 0.5, 0.5]\nstd = [0.5, 0.5, 0.5]")
)
FUSED = (
    MOBILE.replace('id = "tiny"', 'id = "fused"')
    .replace("seed = 3", 'seed = 3\nstart = "members"')
    .replace("mobilenet_v2", "mobilenet_v2_members")
    .replace("epochs = 3", "epochs = 0")
)
AVERAGE = (
    MOBILE.replace('id = "tiny"', 'id = "averaged"')
    .replace("seed = 3", 'seed = 3\nstart = "average"')
    .replace("epochs = 3", "epochs = 0")
)


@pytest.fixture(scope="module")
def members(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path, Path]:
    """The images, and two packs that learnt from them at different rates."""
    root = tmp_path_factory.mktemp("members")
    data = write_images(root / "data", ("above", "below"), 12)
    for number, rate in enumerate(("0.01", "0.002")):
        recipe = root / f"member{number}.toml"
        recipe.write_text(MOBILE.replace("learning_rate = 0.01", f"learning_rate = {rate}"))
        assert run(["train", str(recipe), "--data", str(data), "--epochs", "1", "--out", str(root / str(number))]) == 0
    return data, root / "0" / "tiny", root / "1" / "tiny"


def put_together(folder: Path, recipe: str, data: Path, *packs: Path) -> int:
    """Runs the recipe with these members, into `folder / "out"`; the exit status."""
    (folder / "recipe.toml").write_text(recipe)
    members = [word for pack in packs for word in ("--member", str(pack))]
    return run(["train", str(folder / "recipe.toml"), "--data", str(data), "--out", str(folder / "out"), *members])


@pytest.mark.slow
def test_a_pack_of_members_gives_the_mean_of_their_calibrated_logits(
    members: tuple[Path, Path, Path], tmp_path: Path
) -> None:
    data, first, second = members
    assert put_together(tmp_path, FUSED, data, first, second) == 0
    pack = read_pack(tmp_path / "out" / "fused")
    assert check_pack(pack).passed
    assert pack.manifest.architecture.name == "mobilenet_v2_members"
    assert "mean of the members' calibrated logits" in pack.card
    images = [read_image(ref) for ref in find_images([data]).images[:6]]

    def logits(folder: Path) -> np.ndarray:
        predictions = Predictor.load(read_pack(folder), "cpu").predict(images, CancellationToken(), batch=2)
        return np.array([[score.logit for score in item.scores] for item in predictions])

    expected = np.mean([logits(folder) / (read_pack(folder).manifest.temperature or 1) for folder in members[1:]], 0)
    assert np.abs(expected).max() > 1e-4
    np.testing.assert_allclose(logits(pack.folder), expected, atol=2e-3)  # stored in half precision


@pytest.mark.slow
def test_a_pack_can_have_the_mean_of_the_weights_of_others(members: tuple[Path, Path, Path], tmp_path: Path) -> None:
    data, first, second = members
    assert put_together(tmp_path, AVERAGE, data, first, second) == 0
    pack = read_pack(tmp_path / "out" / "averaged")
    assert check_pack(pack).passed
    assert pack.manifest.architecture.name == "mobilenet_v2"
    assert "mean of the packs' weights" in pack.card

    def weights(folder: Path) -> dict[str, np.ndarray]:
        manifest = read_pack(folder).manifest
        stored = read_weights(folder / manifest.weights.file, manifest.weights.sha256)
        return {name: tensor.double().numpy() for name, tensor in stored.items()}

    ones, others = weights(first), weights(second)
    assert max(np.abs(ones[name] - others[name]).max() for name in ones) > 1e-3
    for name, values in weights(pack.folder).items():
        np.testing.assert_allclose(values, (ones[name] + others[name]) / 2, rtol=1e-3, atol=1e-6)


@pytest.mark.slow
def test_the_mean_of_packs_that_do_not_fit_is_refused_in_words(
    members: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, first, _ = members
    assert put_together(tmp_path, AVERAGE, data, first) == 2
    assert "two or more" in capsys.readouterr().err
    assert put_together(tmp_path, AVERAGE.replace('"mobilenet_v2"', '"resnet18"'), data, first, first) == 3
    assert "no fitting tensor" in capsys.readouterr().err


@pytest.mark.slow
def test_members_that_do_not_fit_are_refused_in_words(
    members: tuple[Path, Path, Path], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data, first, second = members
    assert put_together(tmp_path, FUSED, data, first) == 2
    assert "--member" in capsys.readouterr().err
    assert (
        put_together(tmp_path, FUSED.replace("rows = 32\ncolumns = 32", "rows = 40\ncolumns = 40"), data, first, second)
        == 3
    )
    assert "other inputs" in capsys.readouterr().err
    assert put_together(tmp_path, FUSED.replace("epochs = 0", "epochs = 2"), data, first, second) == 3
    assert "train.epochs" in capsys.readouterr().err
