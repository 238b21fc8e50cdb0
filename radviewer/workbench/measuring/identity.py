"""What names an image for good, so that its measurements come back when it is opened again from anywhere.

A DICOM frame is named by its SOP Instance UID and frame; any other by a hash of its pixels. Neither holds a path or
anything of the patient.
"""

from __future__ import annotations

import hashlib

import numpy as np

from radviewer.core.image import Image


def image_key(image: Image) -> str:
    """The name of an image: "uid:1.2.3#0" or "sha256:...#0" with the frame from 0."""
    uid = image.facts.sop_instance_uid
    return instance_key(uid, image.ref.frame) if uid else f"sha256:{content_hash(image)}#{image.ref.frame}"


def instance_key(uid: str, frame: int) -> str:
    """The name of a DICOM frame."""
    return f"uid:{uid}#{frame}"


def content_hash(image: Image) -> str:
    """SHA-256 over shape, type and pixels in little-endian order, in hexadecimal."""
    pixels = np.ascontiguousarray(image.pixels)
    pixels = pixels.astype(pixels.dtype.newbyteorder("<"), copy=False)
    made = hashlib.sha256(f"{pixels.shape}{pixels.dtype.kind}{pixels.dtype.itemsize}".encode())
    made.update(pixels.reshape(-1).view(np.uint8).data)
    return made.hexdigest()
