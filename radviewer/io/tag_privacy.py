"""Which attributes may be shown while de-identified mode is on.

The other way round from a list of what identifies (PS3.15 table E.1-1): shown is what is known to be harmless, by kind
of value and group, so that a private attribute, a free text or an attribute of a later edition is hidden and not shown
by oversight. Everything inside a sequence that is hidden is hidden with it.
"""

from __future__ import annotations

# Numbers and codes carry no text that somebody typed; dates, times, names, texts, ages and unknown kinds may identify.
_HARMLESS_KINDS = frozenset({"AT", "CS", "DS", "FD", "FL", "IS", "OB", "OD", "OF", "OL", "OV", "OW", "SL", "SQ", "SS",
                             "SV", "UL", "US", "UV"})  # fmt: skip
_HIDDEN_GROUPS = frozenset({0x0010, 0x0012, 0x0032, 0x0038, 0x4000, 0x4008, 0x0400, 0xFFFA})
_HIDDEN = frozenset(
    {
        "ContentSequence", "CurrentPatientLocation", "DeviceSerialNumber",
        "DigitalSignaturesSequence", "EncryptedAttributesSequence", "GraphicAnnotationSequence", "IconImageSequence",
        "InstanceCreatorUID", "OriginalAttributesSequence", "OtherPatientIDsSequence", "OverlayData",
        "PerformedProcedureStepID", "ReferencedPatientSequence", "ReferencedStudySequence",
        "RequestAttributesSequence", "StationName",
    }
)  # fmt: skip
_SHOWN = frozenset(
    {
        "CodeMeaning", "CodeValue", "CodingSchemeDesignator", "ConvolutionKernel", "FilterType", "Manufacturer",
        "ManufacturerModelName", "MediaStorageSOPClassUID", "ReceiveCoilName", "RescaleType", "SequenceName",
        "SOPClassUID", "SpecificCharacterSet", "TransferSyntaxUID", "TransmitCoilName", "WindowCenterWidthExplanation",
    }
)  # fmt: skip


def is_safe(tag: int, keyword: str, vr: str) -> bool:
    """Whether the value of an attribute may be shown in de-identified mode.

    Args:
        tag: Group and element in one number.
        keyword: The standard's; empty for private and unknown attributes.
        vr: Value representation.
    """
    group = tag >> 16
    if not keyword or group % 2 or group in _HIDDEN_GROUPS or keyword in _HIDDEN:
        return False
    if 0x6000 <= group <= 0x60FF and vr in {"OB", "OW"}:  # overlay planes may draw a name
        return False
    return keyword in _SHOWN or vr in _HARMLESS_KINDS
