"""From slices in any order, of any kind and partly unreadable, to one volume."""

from __future__ import annotations

from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import SimpleITK

from radviewer.core.errors import Cancelled, OutOfMemory, UnreadableFile, UnsupportedImage
from radviewer.core.image import Image, ImageRef, LookupTable, Rescale
from radviewer.core.slice_order import arrange
from radviewer.core.tasks import CancellationToken, Progress
from radviewer.io.reader import read_image
from radviewer.workbench import volume_assembly
from radviewer.workbench.loading_order import loading_order
from radviewer.workbench.volume_assembly import assemble
from tests.helpers.volumes import STRAIGHT, places, positions, slice_image

SHAPE = (7, 6, 5)


def stack(count: int = 7, **changes: object) -> list[Image]:
    values = np.arange(count * 30).reshape(count, 6, 5).astype(np.int16)
    where = places((6, 5), (0.8, 1.3), STRAIGHT, positions(count, 2.5, STRAIGHT))
    return [replace(slice_image(values[k], where[k], k), **changes) for k in range(count)]  # type: ignore[arg-type]


def refs(images: list[Image]) -> list[ImageRef]:
    return [image.ref for image in images]


def submit_of(images: list[Image], asked: list[ImageRef] | None = None):  # type: ignore[no-untyped-def]
    def submit(ref: ImageRef) -> Future[Image]:
        if asked is not None:
            asked.append(ref)
        future: Future[Image] = Future()
        found = next((image for image in images if image.ref == ref), None)
        if found is None:
            future.set_exception(UnreadableFile("It is damaged."))
        else:
            future.set_result(found)
        return future

    return submit


def test_slices_in_any_order_make_the_same_volume_in_their_stored_type() -> None:
    images = stack()
    shuffled = [images[index] for index in (3, 0, 6, 1, 5, 2, 4)]
    volume = assemble(refs(shuffled), submit_of(shuffled))
    assert volume.values.dtype == np.int16
    np.testing.assert_array_equal(volume.values, np.stack([image.pixels for image in images]))
    np.testing.assert_allclose(volume.geometry.gaps, 2.5)
    assert volume.warnings == ()


def test_the_first_the_middle_and_the_last_slice_are_asked_for_first() -> None:
    images, asked = stack(), []
    assemble(refs(images), submit_of(images, asked))
    assert [ref.path.name for ref in asked] == [f"{k}.dcm" for k in (0, 3, 6, 1, 2, 4, 5)]
    assert sorted(loading_order(300)) == list(range(300))
    assert (loading_order(0), loading_order(1), loading_order(2)) == ((), (0,), (0, 1))


def test_unreadable_slices_leave_a_gap_that_is_told() -> None:
    images = stack()
    volume = assemble(refs(images), submit_of(images[:3] + images[4:]))
    assert volume.values.shape == (6, 6, 5)
    assert "1 images could not be read (image 4: It is damaged.)" in volume.warnings[0]
    assert any("varies from 2.50 to 5.00 mm" in note for note in volume.warnings)


@pytest.mark.parametrize("first", range(8))
def test_a_scout_is_left_out_whenever_it_is_decoded(first: int) -> None:
    images = stack()
    scout = replace(images[0], ref=ImageRef(Path("/s")), pixels=np.zeros((9, 8), np.int16))
    order = [*images[:first], scout, *images[first:]]
    assembly = volume_assembly.VolumeAssembly(refs(order))
    for index in (first, *(at for at in range(8) if at != first)):
        assembly.add(index, order[index])
    volume = assembly.finish()
    np.testing.assert_array_equal(volume.values, np.stack([image.pixels for image in images]))
    assert any("1 " in note for note in volume.warnings)


def test_slices_of_another_plane_size_or_place_are_left_out_and_counted() -> None:
    images = stack()
    turned = replace(images[0], ref=ImageRef(Path("/t")), orientation=(0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
    small = replace(images[0], ref=ImageRef(Path("/s")), pixels=np.zeros((3, 3), np.int16))
    nowhere = replace(images[0], ref=ImageRef(Path("/n")), position=None)
    again = replace(images[2], ref=ImageRef(Path("/2b")))
    everything = [*images, turned, small, nowhere, again]
    volume = assemble(refs(everything), submit_of(everything))
    assert volume.values.shape == SHAPE
    assert "3 images of the series are not parallel" in volume.warnings[0]
    assert "1 images lie where others lie" in volume.warnings[1]


def test_a_slope_of_its_own_for_each_slice_gives_modality_values() -> None:
    images = [replace(image, modality_lut=Rescale(0.5 + k, 10.0, "BQML")) for k, image in enumerate(stack())]
    volume = assemble(refs(images), submit_of(images))
    assert volume.values.dtype == np.float32
    np.testing.assert_allclose(volume.values[3], images[3].pixels * 3.5 + 10.0)
    assert volume.template.modality_lut == Rescale(1.0, 0.0, "BQML")


def test_a_table_is_applied_before_anything_is_interpolated() -> None:
    table = LookupTable(0, np.arange(300, dtype=np.uint16)[::-1].copy(), 16)
    images = stack(modality_lut=table, padding=(0, 3))
    volume = assemble(refs(images), submit_of(images))
    assert np.isnan(volume.values[0, 0, :4]).all()
    assert volume.values[1, 0, 0] == 299 - 30


@pytest.mark.parametrize(
    ("images", "words"),
    [
        (stack(1), "One image is no volume"),
        ([replace(image, position=None) for image in stack()], "no two of its images are parallel"),
        ([replace(image, position=(0.0, 0.0, 0.0)) for image in stack()], "lie in the same place"),
        ([replace(image, pixels=np.zeros((6, 5, 3), np.uint8)) for image in stack()], "Colour images"),
    ],
)
def test_what_is_no_volume_is_refused_in_words(images: list[Image], words: str) -> None:
    with pytest.raises(UnsupportedImage, match=words):
        assemble(refs(images), submit_of(images))


def test_a_volume_that_would_not_fit_is_refused_before_it_is_made(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(volume_assembly, "MAX_BYTES", 100)
    images = stack()
    with pytest.raises(OutOfMemory, match="GiB"):
        assemble(refs(images), submit_of(images))


def test_cancelling_stops_at_once_and_lets_go_of_what_was_asked_for() -> None:
    images, token, futures = stack(), CancellationToken(), []

    def submit(_ref: ImageRef) -> Future[Image]:
        futures.append(Future())
        token.cancel()
        return futures[-1]

    with pytest.raises(Cancelled):
        assemble(refs(images), submit, token)
    assert all(future.cancelled() for future in futures)


def test_progress_counts_every_slice() -> None:
    images, steps = stack(), list[Progress]()
    assemble(refs(images), submit_of(images), progress=steps.append)
    assert (steps[-1].done, steps[-1].total) == (7, 7)


def direct(ref: ImageRef) -> Future[Image]:
    future: Future[Image] = Future()
    future.set_result(read_image(ref))
    return future


@pytest.mark.parametrize("ending", ["nii", "nii.gz", "nrrd", "mha"])
def test_volume_files_lie_where_simpleitk_says(ending: str, tmp_path: Path) -> None:
    values = np.random.default_rng(0).integers(0, 900, (5, 7, 6)).astype(np.int16)
    image = SimpleITK.GetImageFromArray(values)
    image.SetSpacing((0.7, 1.1, 2.3))
    image.SetOrigin((12.0, -30.0, 55.0))
    image.SetDirection((0.0, 0.0, 1.0, 1.0, 0.0, 0.0, 0.0, 1.0, 0.0))
    path = tmp_path / f"v.{ending}"
    SimpleITK.WriteImage(image, str(path))
    volume = assemble([ImageRef(path, k) for k in range(5)], direct)
    assert sorted(volume.values.ravel()) == sorted(values.ravel())
    for index in ((0, 0, 0), (5, 6, 4), (2, 3, 1)):  # column, row, slice
        point = image.TransformIndexToPhysicalPoint(index)
        found = np.rint(volume.geometry.to_index(point)).astype(int)
        np.testing.assert_allclose(volume.geometry.to_patient(found), point, atol=1e-3)
        assert volume.values[tuple(found)] == values[index[::-1]]


def test_of_a_series_in_time_the_first_volume_is_used_and_that_is_told(tmp_path: Path) -> None:
    values = np.random.default_rng(0).integers(0, 900, (3, 5, 7, 6)).astype(np.int16)
    image = SimpleITK.GetImageFromArray(values, isVector=False)
    path = tmp_path / "time.nii"
    SimpleITK.WriteImage(image, str(path))
    volume = assemble([ImageRef(path, k) for k in range(15)], direct)
    assert volume.values.shape == (5, 7, 6)
    np.testing.assert_array_equal(np.sort(volume.values[0], axis=None), np.sort(values[0, 0], axis=None))
    assert "10 images lie where others lie" in volume.warnings[0]


def test_a_volume_file_without_directions_is_shown_without_the_patients_sides(tmp_path: Path) -> None:
    header = "NRRD0004\ntype: short\ndimension: 3\nsizes: 4 3 5\nspacings: 0.5 0.5 2\nencoding: raw\nendian: little\n\n"
    path = tmp_path / "plain.nrrd"
    path.write_bytes(header.encode() + np.arange(60, dtype="<i2").tobytes())
    volume = assemble([ImageRef(path, k) for k in range(5)], direct)
    assert not volume.oriented
    np.testing.assert_allclose(volume.geometry.gaps, 2.0)
    assert "does not say how it lies" in volume.warnings[-1]


def test_nearly_parallel_slices_belong_together_and_a_scout_does_not() -> None:
    where = places((6, 5), (1.0, 1.0), STRAIGHT, positions(5, 2.0, STRAIGHT))
    tilted = replace(where[3], orientation=(0.99999, 0.001, 0.0, -0.001, 0.99999, 0.0))
    scout = replace(where[0], orientation=(1.0, 0.0, 0.0, 0.0, 0.0, -1.0))
    assert arrange([scout, *where[:3], tilted, where[4]]).order == (1, 2, 3, 4, 5)
