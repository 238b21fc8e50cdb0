"""The standard's names of SOP classes and transfer syntaxes, and words for objects without pixels (PS3.6 annex A)."""

from __future__ import annotations

import pydicom.config
import pydicom.uid

DICOMDIR_CLASS = "1.2.840.10008.1.3.10"


def known_name(uid: str) -> str:
    """The standard's name of a UID, or the UID itself where it is private, unknown or no UID at all."""
    return str(pydicom.uid.UID(uid, validation_mode=pydicom.config.IGNORE).name)


def is_valid_uid(uid: str) -> bool:
    """Whether this is formed as a UID (PS3.5 section 9.1)."""
    return bool(pydicom.uid.UID(uid, validation_mode=pydicom.config.IGNORE).is_valid)


def sop_class_name(uid: str) -> str:
    """The name of a SOP class, or its UID where it is private or unknown; empty for an empty UID."""
    return known_name(uid) if uid else ""


def syntax_name(uid: str) -> str:
    """The name of a transfer syntax with its UID."""
    name = known_name(uid)
    return uid if name == uid else f"{name} ({uid})"


def no_image_sentence(sop_class_uid: str, modality: str) -> str:
    """What an object without pixels is, as a clause: "there is no image in this object, it is ..."."""
    name = sop_class_name(sop_class_uid)
    if not name:
        return "there is no image in this object"
    what = f"of the private class {name}" if name == sop_class_uid else name.removesuffix(" Storage")
    return f"there is no image in this object; it is: {what}" + (f" ({modality})" if modality else "")
