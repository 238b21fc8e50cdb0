"""Reformatted planes of volumes whose geometry is known by construction, against numpy and SimpleITK."""

from __future__ import annotations

import numpy as np
import pytest
import SimpleITK

from radviewer.core.errors import Cancelled
from radviewer.core.volume import Volume
from radviewer.workbench.mpr import LINKED, Frame, Slab, SlabMode, View, acquired_frame, frame_of, side
from radviewer.workbench.plane_picture import PlanePicture
from radviewer.workbench.reformat import Extent, Reformatter
from tests.helpers.volumes import STRAIGHT, make_volume, positions, rotation

SHAPE = (24, 40, 32)
SPACING = (0.8, 1.3)
UNEVEN = np.cumsum([0, *([2.5] * 9), 7.5, *([2.5] * 8), 1.0, 1.0, *([2.5] * 3)])
OBLIQUE_AXES = rotation((1.0, 2.0, 0.5), 27.0)
CASES = {
    "anisotropic": (STRAIGHT, positions(24, 2.5, STRAIGHT)),
    "feet first, mirrored": (
        np.array([[-1.0, 0, 0], [0, 1, 0], [0, 0, -1]]),
        positions(24, 2.5, np.diag([-1.0, 1.0, -1.0])),
    ),
    "coronal": (np.array([[1.0, 0, 0], [0, 0, 1], [0, -1, 0]]), None),
    "oblique": (OBLIQUE_AXES, positions(24, 2.5, OBLIQUE_AXES)),
    "tilted": (STRAIGHT, positions(24, 2.5, STRAIGHT, tilt=15.0)),
    "oblique and tilted": (OBLIQUE_AXES, positions(24, 2.5, OBLIQUE_AXES, tilt=-20.0)),
    "uneven": (STRAIGHT, positions(24, 0, STRAIGHT, distances=UNEVEN)),
    "uneven and tilted": (STRAIGHT, positions(24, 0, STRAIGHT, tilt=12.0, distances=UNEVEN)),
}


def case(name: str, values: np.ndarray) -> Volume:
    axes, at = CASES[name]
    return make_volume(values, SPACING, axes, positions(24, 2.5, axes) if at is None else at)


def frames(volume: Volume) -> list[Frame]:
    own = acquired_frame(volume.geometry)
    return [own, Frame(), own.turned((0.3, 1.0, -0.4), 0.35)]


@pytest.mark.parametrize("name", CASES)
def test_a_planted_point_is_found_where_it_lies_in_every_plane_of_every_volume(name: str) -> None:
    values = np.zeros(SHAPE, np.int16)
    voxel = (11, 23, 14)
    values[voxel] = 1000
    volume = case(name, values)
    reformatter = Reformatter(volume)
    index = volume.geometry.to_index(volume.geometry.to_patient(voxel))
    point = volume.geometry.to_patient(index)
    finest = volume.geometry.finest
    for frame in frames(volume):
        for view in LINKED:
            picture = reformatter.picture(frame.plane(view, point), Slab(), step=finest / 2)
            row, column = np.unravel_index(int(picture.values.argmax()), picture.values.shape)
            assert picture.values[row, column] > 700, (frame, view)
            seen = picture.origin + picture.down * row + picture.along * column
            plane = frame.plane(view, point)
            away = (seen - point) @ np.stack((plane.right, plane.down), axis=1)
            assert (np.abs(away) <= np.array(picture.spacing[::-1]) / 2 + 1e-6).all(), (frame, view, away)
            assert max(picture.spacing) <= volume.geometry.gaps.max()


@pytest.mark.parametrize("name", CASES)
def test_the_point_lies_by_the_standards_formula_and_the_index_is_its_inverse(name: str) -> None:
    axes, at = CASES[name]
    at = positions(24, 2.5, axes) if at is None else at
    geometry = case(name, np.zeros(SHAPE, np.int16)).geometry
    for k, r, c in ((0, 0, 0), (23, 39, 31), (10, 7, 20)):
        expected = at[k] + axes[:, 0] * SPACING[1] * c + axes[:, 1] * SPACING[0] * r  # PS3.3 C.7.6.2.1.1
        np.testing.assert_allclose(geometry.to_patient((k, r, c)), expected, atol=1e-9)
        np.testing.assert_allclose(geometry.to_index(expected), (k, r, c), atol=1e-9)
    between = geometry.to_patient((10.5, 7.25, 20.75))
    np.testing.assert_allclose(geometry.to_index(between), (10.5, 7.25, 20.75), atol=1e-9)


def sitk_image(volume: Volume) -> SimpleITK.Image:
    """The volume for the oracle; sheared directions are allowed there as long as they can be inverted."""
    image = SimpleITK.GetImageFromArray(volume.values)
    affine = volume.geometry.affine[:3, [2, 1, 0]]
    steps = np.linalg.norm(affine, axis=0)
    image.SetSpacing(steps.tolist())
    image.SetDirection((affine / steps).ravel().tolist())
    image.SetOrigin(volume.geometry.positions[0].tolist())
    return image


def by_sitk(volume: Volume, picture: PlanePicture, normal: np.ndarray) -> np.ndarray:
    rows, columns = picture.values.shape
    row, column = picture.spacing
    grid = np.stack((picture.along / column, picture.down / row, normal), axis=1)
    resampled = SimpleITK.Resample(
        sitk_image(volume), (columns, rows, 1), SimpleITK.Transform(), SimpleITK.sitkLinear, picture.origin.tolist(),
        (column, row, 1.0), grid.ravel().tolist(), -5000.0, SimpleITK.sitkFloat64,
    )  # fmt: skip
    return np.asarray(SimpleITK.GetArrayFromImage(resampled)[0])


@pytest.mark.parametrize("name", ["anisotropic", "feet first, mirrored", "coronal", "oblique", "oblique and tilted"])
@pytest.mark.parametrize("kind", [np.int16, np.uint8, np.float32])
def test_every_plane_equals_simpleitk_in_physical_space(name: str, kind: type) -> None:
    values = np.random.default_rng(4).integers(0, 250, SHAPE).astype(kind)
    volume = case(name, values)
    reformatter = Reformatter(volume)
    for frame in frames(volume):
        for view in (*LINKED, View.OBLIQUE):
            plane = frame.plane(view, volume.geometry.to_patient((11, 20, 15)))
            picture = reformatter.picture(plane, Slab(), step=1.1)
            expected = by_sitk(volume, picture, plane.normal)
            interior = expected > -4000
            assert interior.sum() > 300
            if picture.inside is not None:
                assert np.mean(picture.inside == interior) > 0.995
                interior &= picture.inside
            off = np.abs(picture.values.astype(np.float64) - expected)[interior]
            assert off.max() <= (1e-2 if kind is np.float32 else 0.5 + 1e-6)


def test_planes_along_the_grid_are_the_voxels_themselves() -> None:
    values = np.random.default_rng(1).integers(-1000, 3000, SHAPE).astype(np.int16)
    volume = case("anisotropic", values)
    reformatter = Reformatter(volume)
    point = volume.geometry.to_patient((5, 17, 9))
    frame = acquired_frame(volume.geometry)
    axial, coronal, sagittal = (reformatter.picture(frame.plane(view, point), Slab()) for view in LINKED)
    np.testing.assert_array_equal(axial.values, values[5])
    np.testing.assert_array_equal(coronal.values, values[::-1, 17, :])  # head upwards
    np.testing.assert_array_equal(sagittal.values, values[::-1, :, 9])
    assert axial.exact
    assert np.shares_memory(axial.values, reformatter.volume.values)
    np.testing.assert_allclose(sagittal.spacing, (2.5, 0.8))


@pytest.mark.parametrize(("mode", "reduce"), [("MIP", np.max), ("MinIP", np.min), ("mean", np.mean)])
def test_slabs_equal_numpy_along_the_grid(mode: str, reduce: object) -> None:
    values = np.random.default_rng(2).integers(-1000, 3000, SHAPE).astype(np.int16)
    volume = case("anisotropic", values)
    reformatter = Reformatter(volume)
    point = volume.geometry.to_patient((12, 20, 15))
    frame = acquired_frame(volume.geometry)
    slab = Slab(SlabMode(mode), 10.0)  # 10 mm: slices 10 to 14 of 2.5 mm, rows 14 to 26 of 0.8, columns 12 to 18 of 1.3
    axial, coronal, sagittal = (reformatter.picture(frame.plane(view, point), slab).values for view in LINKED)
    np.testing.assert_allclose(axial, reduce(values[10:15], axis=0), rtol=1e-5)
    np.testing.assert_allclose(coronal, reduce(values[::-1, 14:27], axis=1), rtol=1e-5)
    np.testing.assert_allclose(sagittal, reduce(values[::-1, :, 12:19], axis=2), rtol=1e-5)


@pytest.mark.parametrize("kind", [np.int16, np.uint16, np.float32])
def test_an_oblique_slab_is_the_extreme_of_its_planes(kind: type) -> None:
    values = np.random.default_rng(3).integers(0, 3000, SHAPE).astype(kind)
    volume = case("oblique", values)
    reformatter = Reformatter(volume)
    frame = acquired_frame(volume.geometry).turned((1, 0, 0.2), 0.4)
    plane = frame.plane(View.CORONAL, volume.geometry.center)
    part = Extent(-6, -6, 6, 6)
    step = volume.geometry.finest
    for mode, reduce in ((SlabMode.MAXIMUM, np.max), (SlabMode.MINIMUM, np.min), (SlabMode.MEAN, np.mean)):
        slab = reformatter.picture(plane, Slab(mode, 4 * step), part)
        single = []
        for number in range(-2, 3):
            moved = frame.plane(View.CORONAL, plane.point + plane.normal * number * step)
            single.append(reformatter.picture(moved, Slab(), part).values.astype(np.float64))
        assert slab.inside is None
        np.testing.assert_allclose(slab.values, reduce(single, axis=0), atol=0.51)


def test_what_lies_outside_never_wins_in_a_slab_and_is_marked() -> None:
    values = np.full(SHAPE, 500, np.uint16)
    volume = case("oblique and tilted", values)
    reformatter = Reformatter(volume)
    plane = Frame().plane(View.AXIAL, volume.geometry.center)
    for mode in SlabMode:
        picture = reformatter.picture(plane, Slab(mode, 12.0))
        assert picture.inside is not None
        assert not picture.inside.all()
        assert set(np.unique(picture.values[picture.inside])) == {500}


def test_padding_takes_no_part_in_a_slab() -> None:
    from dataclasses import replace

    values = np.full(SHAPE, 500, np.int16)
    values[:, :, :3] = -2000
    values[12, 5, 5] = -2000
    volume = case("anisotropic", values)
    padded = Volume(volume.values, volume.geometry, replace(volume.template, padding=(-2000, -2000)))
    reformatter = Reformatter(padded)
    plane = acquired_frame(volume.geometry).plane(View.AXIAL, volume.geometry.to_patient((12, 20, 15)))
    for mode in SlabMode:
        shown = reformatter.picture(plane, Slab(mode, 10.0)).values
        assert shown[5, 5] == 500
        assert (shown[:, :3] == -2000).all()


def test_tilt_and_uneven_slices_are_told_with_their_numbers() -> None:
    assert case("anisotropic", np.zeros(SHAPE, np.int16)).warnings == ()
    (tilted,) = case("tilted", np.zeros(SHAPE, np.int16)).warnings
    assert "15.0 degrees" in tilted
    (uneven,) = case("uneven", np.zeros(SHAPE, np.int16)).warnings
    assert "1.00 to 7.50 mm" in uneven
    assert "Between slices 10 and 11 nothing was measured for 7.50 mm" in uneven
    assert len(case("uneven and tilted", np.zeros(SHAPE, np.int16)).warnings) == 2


def test_a_ramp_over_uneven_slices_stays_a_ramp() -> None:
    """Values that grow with the true distance are straight lines in a coronal plane, whatever the gaps."""
    values = np.broadcast_to((UNEVEN * 10)[:, None, None], SHAPE).astype(np.float32)
    volume = case("uneven", values)
    frame = acquired_frame(volume.geometry)
    picture = Reformatter(volume).picture(frame.plane(View.CORONAL, volume.geometry.center), Slab())
    line = picture.values[::-1, 4]
    np.testing.assert_allclose(np.diff(line), picture.spacing[0] * 10, rtol=1e-4)


def test_a_cylinder_along_the_table_stays_upright_under_a_tilted_gantry() -> None:
    """A rod along the patient's axis moves through leaning slices; a true sagittal plane shows it straight."""
    tilt = 18.0
    axes = rotation((1.0, 0.0, 0.0), tilt)  # the slices lean; the table moves along z
    along = np.arange(24)[:, None] * 2.5 * np.array([0.0, 0.0, 1.0])
    at = np.array([-20.0, -16.0, 0.0]) + along
    values = np.zeros(SHAPE, np.int16)
    grid = np.stack(np.meshgrid(*(np.arange(n) for n in SHAPE), indexing="ij"), axis=-1)
    volume = make_volume(values, SPACING, axes, at)
    points = volume.geometry.to_patient(grid)
    values[np.hypot(points[..., 0], points[..., 1]) < 3.0] = 1000
    volume = make_volume(values, SPACING, axes, at)
    assert f"{tilt:.1f} degrees" in volume.warnings[0]
    picture = Reformatter(volume).picture(Frame().plane(View.SAGITTAL, np.array([0.0, 0.0, 28.0])), Slab())
    centers = []
    for row in range(picture.values.shape[0]):
        lit = np.flatnonzero(picture.values[row] > 500)
        if lit.size:
            centers.append((picture.origin + picture.along * lit.mean())[1])
    assert len(centers) > 40
    assert np.ptp(centers[3:-3]) <= 0.8 + 1e-6
    assert abs(np.mean(centers)) < 0.4


def test_axes_are_named_and_turned_as_radiology_has_it() -> None:
    frame = Frame()
    assert [side(frame.plane(View.AXIAL, (0, 0, 0)).right), side(frame.plane(View.AXIAL, (0, 0, 0)).down)] == ["L", "P"]
    assert [side(frame.plane(View.CORONAL, (0, 0, 0)).right), side(frame.plane(View.CORONAL, (0, 0, 0)).down)] == [
        "L",
        "F",
    ]
    assert side(frame.plane(View.SAGITTAL, (0, 0, 0)).right) == "P"
    quarter = frame.turned((0, 0, 1), np.pi / 2)
    np.testing.assert_allclose(quarter.left, (0, 1, 0), atol=1e-12)
    assert side((0.8, 0.0, 0.6)) == "LH"


def test_turning_a_thousand_times_does_not_bend_the_frame() -> None:
    frame = Frame()
    for number in range(1000):
        frame = frame.turned((1, number % 3, 0.5), 0.01)
    matrix = frame.matrix()
    np.testing.assert_allclose(matrix.T @ matrix, np.eye(3), atol=1e-12)
    assert np.linalg.det(matrix) > 0.999
    again = frame_of(matrix)
    np.testing.assert_allclose(again.matrix(), matrix, atol=1e-12)


def test_an_acquired_frame_names_each_axis_after_the_nearest_of_the_patients() -> None:
    for name in CASES:
        geometry = case(name, np.zeros(SHAPE, np.int16)).geometry
        matrix = acquired_frame(geometry).matrix()
        assert (np.diag(matrix) > 0.5).all(), name
        assert np.linalg.det(matrix) == pytest.approx(1.0)


def test_a_thick_slab_in_many_parts_is_the_same_as_in_one(monkeypatch: pytest.MonkeyPatch) -> None:
    from radviewer.workbench import reformat

    values = np.random.default_rng(6).integers(0, 3000, SHAPE).astype(np.int16)
    volume = case("oblique and tilted", values)
    reformatter = Reformatter(volume)
    plane = Frame().plane(View.AXIAL, volume.geometry.center)
    for mode in SlabMode:
        whole = reformatter.picture(plane, Slab(mode, 30.0))
        monkeypatch.setattr(reformat, "_PART_POINTS", 5000)
        parts = reformatter.picture(plane, Slab(mode, 30.0))
        monkeypatch.undo()
        np.testing.assert_allclose(parts.values, whole.values, rtol=1e-5)
        np.testing.assert_array_equal(parts.inside, whole.inside)


def test_a_slab_thicker_than_the_volume_samples_the_volume_only_and_can_be_given_up() -> None:
    volume = case("oblique", np.full(SHAPE, 700, np.int16))
    reformatter = Reformatter(volume)
    plane = Frame().plane(View.AXIAL, volume.geometry.center)
    near, far = reformatter._depths(plane, Slab(SlabMode.MEAN, 1e6), 1.0)
    assert far - near < 120
    picture = reformatter.picture(plane, Slab(SlabMode.MEAN, 1e6))
    assert picture.inside is not None
    np.testing.assert_allclose(picture.values[picture.inside], 700)
    with pytest.raises(Cancelled):
        reformatter.picture(plane, Slab(SlabMode.MEAN, 20.0), stale=lambda: True)
