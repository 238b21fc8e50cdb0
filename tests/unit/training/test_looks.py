"""Copies are found at thumbnail size: whatever the codec, the size and the window; neighbours are no copies."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from radviewer.core.errors import Cancelled
from radviewer.core.tasks import CancellationToken
from radviewer.training import looks
from radviewer.training.config import read_recipe
from radviewer.training.dataset import content_hash
from radviewer.training.looks import find_look_alikes, joined_looks, look_at, looks_of
from radviewer.training.run import gather
from radviewer.training.similarity import find_copies
from tests.cli.test_train import TINY
from tests.unit.training.test_data import smooth, write


def grainy(seed: int, size: int = 224) -> np.ndarray:
    """A smooth picture with the grain of an acquisition."""
    noise = np.random.default_rng(seed + 1000).normal(0, 14, (size, size))
    return np.clip(smooth(seed, size) + noise, 0, 255).astype(np.uint8)


def coarse_jpeg(pixels: np.ndarray) -> np.ndarray:
    buffer = io.BytesIO()
    PIL.Image.fromarray(pixels).save(buffer, "JPEG", quality=12)
    return np.asarray(PIL.Image.open(buffer))


def as_looks(pictures: list[np.ndarray]) -> looks.Looks:
    return looks_of(np.stack(pictures)[:, None], tuple(content_hash(picture) for picture in pictures))


def test_a_coarsely_encoded_grainy_copy_is_found_that_whole_images_miss() -> None:
    originals = [grainy(seed) for seed in range(40)]
    copies = [coarse_jpeg(originals[3]), np.clip(originals[8] * 0.8 + 30, 0, 255).astype(np.uint8), originals[5].copy()]
    pictures = [*originals, *copies]
    found = find_look_alikes(as_looks(pictures))
    assert found.exact == ((5, 42),)
    assert [(first, second) for first, second, _ in found.near] == [(3, 40), (8, 41)]
    whole = find_copies(np.stack(pictures)[:, None], tuple(content_hash(picture) for picture in pictures))
    assert (3, 40) not in {(first, second) for first, second, _ in whole.near}


def test_the_correlations_are_those_of_the_thumbnails_whatever_the_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    pictures = [variant for seed in range(9) for variant in (grainy(seed), coarse_jpeg(grainy(seed)))]
    every = find_look_alikes(as_looks(pictures), correlation=-1, distance=256)
    monkeypatch.setattr(looks, "_BLOCK", 5)
    again = find_look_alikes(as_looks(pictures), correlation=-1, distance=256)
    assert np.allclose(again.near, every.near, rtol=0, atol=1e-12)
    assert len(every.near) == 18 * 17 / 2
    thumbnails = as_looks(pictures).thumbnails.astype(float)
    expected = np.corrcoef(thumbnails)
    assert all(abs(value - expected[first, second]) < 1e-12 for first, second, value in every.near)


def test_the_distance_is_the_number_of_differing_bits() -> None:
    found = as_looks([grainy(seed) for seed in range(6)])
    bits = np.unpackbits(found.hashes.view(np.uint8), axis=1).astype(int)
    close = {
        (a, b) for a in range(6) for b in range(a + 1, 6) if int(np.abs(bits[a] - bits[b]).sum()) <= 120
    }  # fmt: skip
    assert 0 < len(close) < 15
    assert {(a, b) for a, b, _ in find_look_alikes(found, correlation=-1, distance=120).near} == close


def test_flat_pictures_have_no_bits_and_correlate_with_nothing() -> None:
    flat = np.full((1, 224, 224), 77, dtype=np.uint8)
    bits, thumbnail = look_at(flat)
    assert not bits.any()
    assert (thumbnail == 77).all()
    other = np.full((224, 224), 78, dtype=np.uint8)
    assert not find_look_alikes(as_looks([flat[0], other])).near


def test_sets_are_joined_in_their_order_and_the_work_can_be_cancelled() -> None:
    first, second = as_looks([grainy(1), grainy(2)]), as_looks([grainy(2)])
    both = joined_looks((first, second))
    assert find_look_alikes(both).exact == ((1, 2),)
    token = CancellationToken()
    token.cancel()
    with pytest.raises(Cancelled):
        find_look_alikes(both, token=token)


@pytest.mark.parametrize("compare", ["whole", "thumbnails"])
def test_a_recipe_may_split_by_thumbnails(tmp_path: Path, compare: str) -> None:
    for label, start in (("above", 0), ("below", 50)):
        for index in range(6):
            write(tmp_path / label / f"{index}.png", grainy(start + index))
            write(tmp_path / label / f"{index}-again.png", coarse_jpeg(grainy(start + index)))
    text = TINY.replace("rows = 32", "rows = 224").replace("columns = 32", "columns = 224")
    (tmp_path / "recipe.toml").write_text(text.replace("[split]", f'[split]\ncompare = "{compare}"'))
    material = gather(read_recipe(tmp_path / "recipe.toml"), tmp_path)
    train, held = (
        {(sample.label, sample.ref.path.name[0]) for sample in part.samples}
        for part in (material.train, material.validation)
    )
    assert held
    assert len(material.copies.near) == (12 if compare == "thumbnails" else 0)
    assert bool(train & held) == (compare == "whole")
