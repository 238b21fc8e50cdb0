"""Images come in by the viewer's readers, planted copies are found, and no copy is on both sides of the split."""

from __future__ import annotations

import io
from pathlib import Path

import numpy as np
import PIL.Image
import pytest

from radviewer.core.errors import InputProblem
from radviewer.inference.manifest import InputSpec, InputStage
from radviewer.training.dataset import content_hash, find_samples, load
from radviewer.training.similarity import Copies, find_copies, groups, normalised_correlation
from radviewer.training.splits import split_by_group

SPEC = InputSpec(InputStage.VOI, 64, 64, 1, (0.5,), (0.5,))


def smooth(seed: int, size: int = 64) -> np.ndarray:
    """A smooth random picture, unlike that of any other seed."""
    coarse = np.random.default_rng(seed).integers(0, 256, (9, 9), dtype=np.uint8)
    return np.asarray(PIL.Image.fromarray(coarse).resize((size, size), PIL.Image.Resampling.BICUBIC))


def write(path: Path, pixels: np.ndarray) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    PIL.Image.fromarray(pixels).save(path)


def as_jpeg(pixels: np.ndarray) -> np.ndarray:
    buffer = io.BytesIO()
    PIL.Image.fromarray(pixels).save(buffer, "JPEG", quality=85)
    return np.asarray(PIL.Image.open(buffer))


def test_images_are_found_by_class_and_prepared(tmp_path: Path) -> None:
    for index in range(3):
        write(tmp_path / "a" / f"{index}.png", smooth(index))
        write(tmp_path / "b" / f"{index}.png", smooth(10 + index, 100))
    write(tmp_path / "b" / "flat.png", np.full((64, 64), 5, dtype=np.uint8))
    (tmp_path / "b" / "torn.png").write_bytes(b"\x89PNG\r\n\x1a\n torn")
    data = load(find_samples(tmp_path, ("a", "b")), SPEC)
    assert data.labels.tolist() == [0, 0, 0, 1, 1, 1]
    assert data.planes.shape == (6, 1, 64, 64)
    assert np.array_equal(data.planes[1, 0], smooth(1))
    assert {path.name for path, _ in data.problems} >= {"flat.png"}


@pytest.mark.parametrize("present", [False, True])
def test_a_class_without_folder_or_images_is_named(tmp_path: Path, present: bool) -> None:
    write(tmp_path / "a" / "0.png", smooth(0))
    if present:
        (tmp_path / "b").mkdir()
    with pytest.raises(InputProblem, match=r"\bb\b"):
        find_samples(tmp_path, ("a", "b"))


def test_planted_copies_are_found_and_nothing_else_is() -> None:
    originals = [smooth(seed) for seed in range(60)]
    copies = {
        "equal": originals[3].copy(),
        "re-encoded": as_jpeg(originals[5]),
        "brightened": np.clip(originals[7] * 0.9 + 20, 0, 255).astype(np.uint8),
    }
    pictures = [*originals, *copies.values()]
    planes = np.stack(pictures)[:, None]
    found = find_copies(planes, tuple(content_hash(picture) for picture in pictures))
    assert found.exact == ((3, 60),)
    assert {(first, second) for first, second, _ in found.near} == {(5, 61), (7, 62)}
    assert all(value >= 0.995 for _, _, value in found.near)


def test_many_copies_of_one_picture_are_all_linked() -> None:
    planes = np.stack([smooth(1)] * 5)[:, None]
    found = find_copies(planes, tuple(content_hash(plane) for plane in planes))
    assert len(set(groups(5, found).tolist())) == 1
    assert not found.near


def test_copies_of_copies_form_one_group() -> None:
    linked = groups(6, Copies(exact=((0, 1), (4, 5)), near=((1, 3, 0.999),)))
    assert linked[0] == linked[1] == linked[3]
    assert linked[4] == linked[5]
    assert len({int(linked[index]) for index in (0, 2, 4)}) == 3


def test_correlation_ignores_brightness_and_contrast_and_is_nil_for_a_constant() -> None:
    picture = smooth(1)
    assert normalised_correlation(picture, picture // 2) > 0.999
    assert normalised_correlation(picture, np.full_like(picture, 9)) == 0.0


@pytest.mark.parametrize("seed", range(5))
def test_a_split_keeps_groups_whole_and_shares_of_classes(seed: int) -> None:
    generator = np.random.default_rng(seed)
    labels = np.repeat([0, 1, 2], [400, 200, 100]).astype(np.int64)
    linked = np.arange(700)
    linked[100:140] = 100  # a group of forty
    joined = generator.permutation(400)[:60]
    linked[joined[::2]] = linked[joined[1::2]]
    split = split_by_group(labels, linked, 0.2, seed)
    assert sorted([*split.train, *split.validation]) == list(range(700))
    assert not set(linked[split.train]) & set(linked[split.validation])
    shares = np.bincount(labels[split.validation]) / np.bincount(labels)
    assert np.allclose(shares, 0.2, atol=0.06)
    assert np.array_equal(split_by_group(labels, linked, 0.2, seed).validation, split.validation)
    assert not np.array_equal(split_by_group(labels, linked, 0.2, seed + 99).validation, split.validation)


def test_every_class_has_a_validation_image_however_small_the_share() -> None:
    labels = np.repeat([0, 1], [3, 3]).astype(np.int64)
    split = split_by_group(labels, np.arange(6), 0.01, 1)
    assert sorted(labels[split.validation]) == [0, 1]
