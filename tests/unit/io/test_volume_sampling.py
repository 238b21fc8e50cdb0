"""Sampling of volumes: with and without SimpleITK the same values."""

from __future__ import annotations

import importlib.util
from typing import Any

import numpy as np
import pytest

from radviewer.io.volume_sampling import VolumeSampler, make_sampler
from radviewer.io.volume_sampling_itk import SimpleItkSampler

SHAPE = (17, 23, 31)


def voxels(kind: type) -> np.ndarray:
    return np.random.default_rng(3).uniform(0, 200, SHAPE).astype(kind)


def turned(seed: int, size: float) -> tuple[np.ndarray, np.ndarray]:
    """A matrix that turns and stretches, and the offset that puts the block's middle into the volume's."""
    random = np.random.default_rng(seed)
    matrix = np.linalg.qr(random.normal(size=(3, 3)))[0] * random.uniform(0.3, 1.2, 3)
    return matrix, np.array(SHAPE) / 2 - matrix @ np.array([1, size / 2, size / 2])


@pytest.mark.parametrize("kind", [np.uint8, np.int16, np.int32, np.float32, np.float64])
@pytest.mark.parametrize("size", [30, 160])  # in one piece, and in parts on several threads
def test_both_samplers_agree_inside_outside_and_on_the_border(kind: type, size: int) -> None:
    own, library = VolumeSampler(voxels(kind)), SimpleItkSampler(voxels(kind))
    for seed in range(6):
        matrix, offset = turned(seed, size)
        mine, theirs = (sampler.affine(matrix, offset, (3, size, size)) for sampler in (own, library))
        assert mine.dtype == theirs.dtype
        assert 0.01 < np.isnan(mine).mean() < 0.99
        np.testing.assert_array_equal(np.isnan(mine), np.isnan(theirs))
        np.testing.assert_allclose(mine, theirs, rtol=4 * np.finfo(mine.dtype).eps, atol=1e-11)


def test_a_block_along_the_grid_is_the_voxels_and_half_a_voxel_more() -> None:
    values = voxels(np.int16)
    block = VolumeSampler(values).affine(np.eye(3), np.array([0.0, -1.0, -1.0]), (SHAPE[0], SHAPE[1] + 2, SHAPE[2] + 2))
    np.testing.assert_array_equal(block[:, 1:-1, 1:-1], values)
    assert np.isnan(block[:, 0]).all() and np.isnan(block[:, :, -1]).all()
    halves = VolumeSampler(values).affine(np.eye(3), np.array([-0.4, 0.0, 0.4]), SHAPE)
    np.testing.assert_array_equal(halves[0, :, -1], values[0, :, -1])  # the border's own value, not a number outside


def test_a_block_of_many_planes_equals_its_planes(monkeypatch: pytest.MonkeyPatch) -> None:
    sampler = VolumeSampler(voxels(np.int16))
    matrix, offset = turned(1, 60)
    block = sampler.affine(matrix, offset, (90, 60, 60))
    for number in (0, 37, 89):
        plane = sampler.affine(matrix, offset + matrix[:, 0] * number, (1, 60, 60))
        np.testing.assert_allclose(block[number], plane[0], rtol=1e-5)


def test_points_are_those_of_a_block() -> None:
    sampler = VolumeSampler(voxels(np.float64))
    matrix, offset = turned(2, 20)
    index = np.stack(np.meshgrid(np.arange(2), np.arange(20), np.arange(20), indexing="ij"), axis=-1)
    np.testing.assert_allclose(sampler.points(index @ matrix.T + offset), sampler.affine(matrix, offset, (2, 20, 20)))


def test_the_voxels_cannot_be_changed_through_the_sampler() -> None:
    for sampler in (VolumeSampler(voxels(np.int16)), SimpleItkSampler(voxels(np.int16))):
        with pytest.raises(ValueError, match="read-only"):
            sampler.values[0, 0, 0] = 1


def test_without_simpleitk_scipy_samples(monkeypatch: pytest.MonkeyPatch) -> None:
    assert type(make_sampler(voxels(np.int16))) is SimpleItkSampler
    found = importlib.util.find_spec

    def without(name: str, package: str | None = None) -> Any:
        return None if name == "SimpleITK" else found(name, package)

    monkeypatch.setattr(importlib.util, "find_spec", without)
    assert type(make_sampler(voxels(np.int16))) is VolumeSampler
