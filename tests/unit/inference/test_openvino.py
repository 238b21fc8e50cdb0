"""The fast backend gives torch's scores and verdicts, whatever the batch."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from radviewer.core.errors import InputProblem, RadviewerError
from radviewer.core.image import Image, ImageRef
from radviewer.core.tasks import CancellationToken
from radviewer.inference import openvino_backend
from radviewer.inference.predictor import Predictor
from radviewer.inference.registry import Registry, default_search_path, read_pack
from tests.helpers.packs import quadrant_pack, quadrant_picture


def pictures(count: int) -> list[Image]:
    generator = np.random.default_rng(1)
    made = []
    for index in range(count):
        noise = generator.integers(0, 60, (64, 64), dtype=np.uint8)
        made.append(Image(pixels=quadrant_picture(index % 4, 64) // 2 + noise, ref=ImageRef(Path(f"{index}.png"))))
    return made


@pytest.mark.parametrize("batch", [1, 4, 16])
def test_scores_are_those_of_torch(tmp_path: Path, batch: int) -> None:
    pytest.importorskip("openvino")
    pack = read_pack(quadrant_pack(tmp_path / "quadrant"))
    images, token = pictures(10), CancellationToken()
    slow = Predictor.load(pack, "cpu").predict(images, token)
    fast = openvino_backend.OpenVinoPredictor.load(pack).predict(images, token, batch=batch)
    assert [item.image for item in fast] == [item.image for item in slow]
    for one, other in zip(slow, fast, strict=True):
        assert other.gate == one.gate
        for mine, theirs in zip(one.scores, other.scores, strict=True):
            assert theirs.probability == pytest.approx(mine.probability, abs=1e-4)


@pytest.mark.slow
def test_the_bundled_model_scores_alike_with_its_gate() -> None:
    pytest.importorskip("openvino")
    pack = Registry(default_search_path()).get("brain-mri")
    images, token = pictures(5), CancellationToken()
    slow = Predictor.load(pack, "cpu").predict(images, token)
    fast = openvino_backend.OpenVinoPredictor.load(pack).predict(images, token, batch=2)
    for one, other in zip(slow, fast, strict=True):
        assert other.gate.verdict == one.gate.verdict
        scores = zip(one.scores, other.scores, strict=True)
        assert max(abs(mine.probability - theirs.probability) for mine, theirs in scores) < 1e-4


def test_an_image_that_cannot_be_analysed_does_not_stop_the_others(tmp_path: Path) -> None:
    pytest.importorskip("openvino")
    model = openvino_backend.OpenVinoPredictor.load(read_pack(quadrant_pack(tmp_path / "quadrant")))
    images = pictures(3)
    images[1] = Image(pixels=np.full((64, 64), 7, dtype=np.uint8), ref=ImageRef(Path("flat.png")))
    outcomes = model.outcomes(images, CancellationToken(), batch=3)
    assert [isinstance(outcome, RadviewerError) for outcome in outcomes] == [False, True, False]


def test_without_the_package_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    pack = read_pack(quadrant_pack(tmp_path / "quadrant"))
    monkeypatch.setattr(openvino_backend.importlib, "import_module", absent)
    with pytest.raises(InputProblem, match="openvino") as caught:
        openvino_backend.OpenVinoPredictor(pack, Predictor.load(pack, "cpu").network)
    assert "pip install" in caught.value.hint


def test_another_device_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match="CPU"):
        openvino_backend.OpenVinoPredictor.load(read_pack(quadrant_pack(tmp_path / "quadrant")), "cuda")
