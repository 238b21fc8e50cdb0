"""What the header says about showing a frame: LUTs, windows, polarity, padding, spacing, overlays, shutters."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from radviewer.core.geometry import SpacingKind
from radviewer.core.grayscale import display_values, modality_values
from radviewer.core.image import Image, ImageRef, LookupTable, Rescale, VoiFunction, Window
from radviewer.io.reader import read_image
from tests.helpers.dicom_files import item, sequence, write

PIXELS = np.arange(-8, 8, dtype=np.int16).reshape(4, 4)
UNSIGNED = np.arange(16, dtype=np.uint16).reshape(4, 4)


def read(tmp_path: Path, pixels: np.ndarray = PIXELS, frame: int = 0, **attributes: object) -> Image:
    return read_image(ImageRef(write(tmp_path / "a", pixels, **attributes), frame))


def lut(entries: list[int], first: int, bits: int = 16, **attributes: object) -> object:
    table = item(LUTDescriptor=[len(entries) % 65536, first & 0xFFFF, bits], **attributes)
    table["LUTDescriptor"].VR = "US"
    table.LUTData = entries
    table["LUTData"].VR = "US"
    return table


def test_rescale_slope_may_be_negative_and_ct_is_in_hounsfield_units(tmp_path: Path) -> None:
    image = read(tmp_path, RescaleSlope=-2, RescaleIntercept=5)
    assert image.modality_lut == Rescale(-2.0, 5.0, "HU")
    np.testing.assert_array_equal(modality_values(image), PIXELS * -2.0 + 5)


@pytest.mark.parametrize(("slope", "says"), [("0", "blank"), ("nan", "no number"), ("x", "no number")])
def test_a_rescale_that_makes_no_sense_is_not_used_and_told(tmp_path: Path, slope: str, says: str) -> None:
    path = write(tmp_path / "a", PIXELS, RescaleSlope="7.0", RescaleIntercept="1")
    data = path.read_bytes()
    at = data.index(b"\x28\x00\x53\x10DS") + 8
    path.write_bytes(data[:at] + slope.ljust(4).encode() + data[at + 4 :])
    image = read_image(ImageRef(path))
    assert image.modality_lut == Rescale()
    assert any(says in note for note in image.facts.warnings)


def test_a_modality_lut_with_a_negative_first_value_is_read_as_signed(tmp_path: Path) -> None:
    image = read(tmp_path, ModalityLUTSequence=sequence(lut(list(range(100, 116)), -8)))
    assert isinstance(image.modality_lut, LookupTable)
    assert image.modality_lut.first == -8
    np.testing.assert_array_equal(modality_values(image), PIXELS + 108.0)


def test_windows_come_in_the_headers_order_with_names_and_function(tmp_path: Path) -> None:
    image = read(
        tmp_path, WindowCenter=[40, -600], WindowWidth=[400, 1500], WindowCenterWidthExplanation=["BRAIN", "LUNG"],
        VOILUTFunction="SIGMOID", VOILUTSequence=sequence(lut([0, 1, 2, 3], 0, 8, LUTExplanation="Curve")),
    )  # fmt: skip
    first, second, table = image.voi
    assert first == Window(40, 400, VoiFunction.SIGMOID, "BRAIN")
    assert second == Window(-600, 1500, VoiFunction.SIGMOID, "LUNG")
    assert isinstance(table, LookupTable)
    assert (table.name, table.bits) == ("Curve", 8)


@pytest.mark.parametrize("width", ["-50", "0", "0.5"])
def test_linear_windows_below_a_width_of_1_are_left_out_and_told(tmp_path: Path, width: str) -> None:
    image = read(tmp_path, WindowCenter="100", WindowWidth=width)
    assert image.voi == ()
    assert any("makes no sense" in note for note in image.facts.warnings)


@pytest.mark.parametrize(
    ("photometric", "shape", "inverse"),
    [("MONOCHROME1", None, True), ("MONOCHROME2", "INVERSE", True), ("MONOCHROME2", "IDENTITY", False),
     ("MONOCHROME1", "INVERSE", True), ("MONOCHROME1", "IDENTITY", False)],
)  # fmt: skip
def test_polarity_follows_photometric_interpretation_and_presentation_lut_shape(
    tmp_path: Path, photometric: str, shape: str | None, inverse: bool
) -> None:
    attributes = {"PresentationLUTShape": shape} if shape else {}
    image = read(tmp_path, PhotometricInterpretation=photometric, **attributes)
    assert image.inverse is inverse
    contradiction = shape is not None and (shape == "INVERSE") != (photometric == "MONOCHROME1")
    assert any("polarity" in note for note in image.facts.warnings) == contradiction


def test_padding_is_a_value_or_a_range_in_the_pixels_own_sign(tmp_path: Path) -> None:
    from pydicom.dataelem import DataElement

    assert read(tmp_path, PixelPaddingValue=-8).padding == (-8, -8)
    path = write(tmp_path / "b", PIXELS, PixelPaddingValue=-8, PixelPaddingRangeLimit=-6)
    assert read_image(ImageRef(path)).padding == (-8, -6)
    from tests.helpers.dicom_files import dataset_of, save

    dataset = dataset_of(PIXELS)
    dataset.add(DataElement(0x00280120, "US", 65528))  # the same value under the wrong sign
    assert read_image(ImageRef(save(tmp_path / "c", dataset))).padding == (-8, -8)


def test_spacing_says_which_attribute_it_is_from(tmp_path: Path) -> None:
    own = read(tmp_path, PixelSpacing=[0.5, 0.25], ImagerPixelSpacing=[1, 1]).spacing
    assert own is not None
    assert (own.row, own.column, own.kind) == (0.5, 0.25, SpacingKind.PIXEL_SPACING)
    detector = read(tmp_path, ImagerPixelSpacing=[0.2, 0.2]).spacing
    assert detector is not None
    assert detector.kind is SpacingKind.IMAGER_PIXEL_SPACING


def test_pixel_spacing_that_repeats_the_detectors_without_a_calibration_is_the_detectors(tmp_path: Path) -> None:
    same = read(tmp_path, PixelSpacing=[0.2, 0.2], ImagerPixelSpacing=[0.2, 0.2]).spacing
    assert same is not None and same.kind is SpacingKind.IMAGER_PIXEL_SPACING


@pytest.mark.parametrize("how", ["FIDUCIAL", "GEOMETRY"])
def test_a_calibrated_spacing_says_so(tmp_path: Path, how: str) -> None:
    found = read(
        tmp_path, PixelSpacing=[0.2, 0.2], ImagerPixelSpacing=[0.2, 0.2], PixelSpacingCalibrationType=how
    ).spacing
    assert found is not None and (found.kind, found.calibration) == (SpacingKind.PIXEL_SPACING, how)


@pytest.mark.parametrize("spacing", [["0", "0"], ["1e-300", "1e-300"], ["-1", "1"], ["0.5"]])
def test_spacing_that_makes_no_sense_leaves_lengths_uncalibrated(tmp_path: Path, spacing: list[str]) -> None:
    image = read(tmp_path, PixelSpacing=spacing)
    assert image.spacing is None
    assert any("uncalibrated" in note for note in image.facts.warnings)


def test_pixel_aspect_ratio_is_height_over_width(tmp_path: Path) -> None:
    assert read(tmp_path, PixelAspectRatio=["3", "2"]).aspect == 1.5
    assert read(tmp_path, PixelSpacing=["0.6", "0.3"]).aspect == 2.0


def test_orientation_must_be_two_unit_vectors_at_right_angles(tmp_path: Path) -> None:
    assert read(tmp_path, ImageOrientationPatient=[1, 0, 0, 0, 0, -1]).orientation == (1, 0, 0, 0, 0, -1)
    assert read(tmp_path, ImageOrientationPatient=[1, 0, 0, 1, 0, 0]).orientation is None
    assert read(tmp_path, PatientOrientation=["L", "F"]).patient_orientation == ("L", "F")


def test_each_frame_of_an_enhanced_object_has_its_own_functional_groups(tmp_path: Path) -> None:
    def group(z: float, slope: float, center: float) -> object:
        return item(
            PlanePositionSequence=sequence(item(ImagePositionPatient=[0, 0, z])),
            PixelValueTransformationSequence=sequence(item(RescaleSlope=slope, RescaleIntercept=-1, RescaleType="HU")),
            FrameVOILUTSequence=sequence(item(WindowCenter=center, WindowWidth=100)),
        )

    shared_groups = item(
        PixelMeasuresSequence=sequence(item(PixelSpacing=[0.5, 0.5])),
        PlaneOrientationSequence=sequence(item(ImageOrientationPatient=[1, 0, 0, 0, 1, 0])),
    )
    stack = np.stack([PIXELS, PIXELS])
    path = write(
        tmp_path / "a", stack, SharedFunctionalGroupsSequence=sequence(shared_groups),
        PerFrameFunctionalGroupsSequence=sequence(group(1.0, 2, 40), group(2.0, 3, 50)),
    )  # fmt: skip
    for frame, (z, slope, center) in enumerate([(1.0, 2.0, 40.0), (2.0, 3.0, 50.0)]):
        image = read_image(ImageRef(path, frame))
        assert image.position == (0, 0, z)
        assert image.modality_lut == Rescale(slope, -1.0, "HU")
        assert image.voi == (Window(center, 100),)
        assert image.spacing is not None
        assert image.orientation == (1, 0, 0, 0, 1, 0)


def with_overlay(path: Path, rows: int, columns: int, origin: list[int], data: bytes) -> Path:
    from pydicom.dataelem import DataElement

    from tests.helpers.dicom_files import dataset_of, save

    dataset = dataset_of(UNSIGNED)
    for element, vr, value in (
        (0x0010, "US", rows), (0x0011, "US", columns), (0x0040, "CS", "G"), (0x0050, "SS", origin),
        (0x0100, "US", 1), (0x0102, "US", 0), (0x1500, "LO", "marks"), (0x3000, "OW", data),
    ):  # fmt: skip
        dataset.add(DataElement(0x60000000 | element, vr, value))
    return save(path, dataset)


def test_an_overlay_plane_is_put_where_its_origin_says(tmp_path: Path) -> None:
    image = read_image(ImageRef(with_overlay(tmp_path / "a", 2, 2, [2, 3], bytes([0b1001, 0]))))
    (plane,) = image.overlays
    assert np.argwhere(plane.mask).tolist() == [[1, 2], [2, 3]]
    assert (plane.label, plane.is_roi) == ("marks", False)


def test_overlays_that_reach_out_are_clipped_and_those_too_short_left_out(tmp_path: Path) -> None:
    clipped = read_image(ImageRef(with_overlay(tmp_path / "a", 2, 2, [0, 0], bytes([0b1111, 0]))))
    assert np.argwhere(clipped.overlays[0].mask).tolist() == [[0, 0]]
    short = read_image(ImageRef(with_overlay(tmp_path / "b", 65535, 64, [1, 1], bytes(8))))
    assert short.overlays == ()
    assert all("Overlay 6000" in image.facts.warnings[0] for image in (clipped, short))


def test_the_display_shutter_covers_what_lies_outside(tmp_path: Path) -> None:
    image = read(
        tmp_path, ShutterShape="RECTANGULAR", ShutterLeftVerticalEdge=1, ShutterRightVerticalEdge=4,
        ShutterUpperHorizontalEdge=1, ShutterLowerHorizontalEdge=4, ShutterPresentationValue=65535,
    )  # fmt: skip
    assert image.shutter is not None
    assert np.argwhere(image.shutter.visible((4, 4))).tolist() == [[1, 1], [1, 2], [2, 1], [2, 2]]
    assert image.shutter.value == 255
    round_one = read(tmp_path, ShutterShape="CIRCULAR", CenterOfCircularShutter=[2, 2], RadiusOfCircularShutter=1)
    assert round_one.shutter is not None
    assert int(round_one.shutter.visible((4, 4)).sum()) == 5
    corners = [1, 1, 1, 4, 4, 4, 4, 1]
    square = read(tmp_path, ShutterShape="POLYGONAL", VerticesOfThePolygonalShutter=corners)
    assert square.shutter is not None
    assert square.shutter.visible((6, 6))[2, 2]
    assert not square.shutter.visible((6, 6))[5, 5]


def test_names_in_any_character_set_do_not_disturb_the_image(tmp_path: Path) -> None:
    for charset, name in (("ISO_IR 192", "Yamada^太郎"), ("ISO_IR 144", "Люкceмбypг"), ("ISO_IR 100", "Müller^Jörg")):
        image = read(tmp_path, SpecificCharacterSet=charset, PatientName=name)
        assert image.facts.warnings == ()
    path = write(tmp_path / "b", PIXELS, SpecificCharacterSet="ISO_IR 192", PatientName="AB")
    path.write_bytes(path.read_bytes().replace(b"AB", b"\xff\xfe", 1))
    np.testing.assert_array_equal(display_values(read_image(ImageRef(path))), display_values(read(tmp_path)))
