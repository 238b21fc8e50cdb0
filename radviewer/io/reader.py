"""The one way from a file to an image, by the file's content and never by its name."""

from __future__ import annotations

from pathlib import Path

from radviewer.core.image import Image, ImageRef
from radviewer.io.errors import has_dicom_name, not_an_image, wrong_name
from radviewer.io.opening import IMAGE_KINDS, VOLUME_KINDS, FileKind, sniff


def image_kind(path: Path) -> FileKind:
    """What kind of image file this is.

    Raises:
        UnreadableFile: Missing, not permitted, empty, unknown, or a picture that is named as DICOM.
        UnsupportedImage: No image.
    """
    kind = sniff(path)
    if kind not in IMAGE_KINDS:
        raise not_an_image(path, kind)
    if kind is not FileKind.DICOM and has_dicom_name(path):
        raise wrong_name(path, kind)
    return kind


def read_image(ref: ImageRef) -> Image:
    """Reads one frame.

    Args:
        ref: The file and the frame in it, from 0.

    Raises:
        UnreadableFile: Missing, damaged, too large, or there is no such frame.
        UnsupportedImage: No image, or in a form that is not decoded here.
    """
    kind = image_kind(ref.path)
    if kind is FileKind.DICOM:
        from radviewer.io.dicom import read_dicom

        return read_dicom(ref)
    if kind in VOLUME_KINDS:
        from radviewer.io.volume import read_volume

        return read_volume(ref, kind)
    if kind is FileKind.TIFF:
        from radviewer.io.raster_tiff import read_tiff

        return read_tiff(ref)
    from radviewer.io.raster import read_raster

    return read_raster(ref, kind)


def frame_count(path: Path) -> int:
    """Number of frames in an image file, from its header; errors as `read_image`."""
    kind = image_kind(path)
    if kind is FileKind.DICOM:
        from radviewer.io.dicom import dicom_frame_count

        return dicom_frame_count(path)
    if kind in VOLUME_KINDS:
        from radviewer.io.volume import volume_frame_count

        return volume_frame_count(path, kind)
    if kind is FileKind.TIFF:
        from radviewer.io.raster_tiff import tiff_frame_count

        return tiff_frame_count(path)
    from radviewer.io.raster import raster_frame_count

    return raster_frame_count(path, kind)
