"""The factor from a PET image's values to SUVbw, from its header; the formula is in `core.suv`."""

from __future__ import annotations

import re
from datetime import datetime

from pydicom.dataset import Dataset

from radviewer.core.suv import PetFacts, suv_factor
from radviewer.io.dicom_values import VALUE_ERRORS, clean, number, text, value
from radviewer.io.quiet import collecting

_GE = ("GEMS_PETD_01", 0x0009, 0x0D)
_PHILIPS = "Philips PET Private Group"


def suv_bw(dataset: Dataset, notes: list[str]) -> float | None:
    """SUVbw in g/ml for one unit after the modality LUT; None where the header does not allow it, with a note.

    Args:
        dataset: The header of an image of any modality; others than PET have no factor and get no note.
        notes: Gets the reason.
    """
    if text(dataset, "Modality") != "PT":
        return None
    found = suv_factor(pet_facts(dataset))
    if found.factor is None:
        notes.append(f"No SUV can be shown. {found.reason}")
    return found.factor


def pet_facts(dataset: Dataset) -> PetFacts:
    """What the formula needs of a header."""
    drug = _first_item(dataset, "RadiopharmaceuticalInformationSequence")
    series_date = text(dataset, "SeriesDate")
    full = text(drug, "RadiopharmaceuticalStartDateTime")
    dated = _moment(full[:8], full[8:]) if full else None
    scan = _private(dataset, _GE[0], _GE[1], _GE[2])
    return PetFacts(
        units=text(dataset, "Units"),
        corrected=tuple(clean(value(dataset, "CorrectedImage")).split("\\")),
        decay_correction=text(dataset, "DecayCorrection"),
        weight=number(dataset, "PatientWeight"),
        dose=number(drug, "RadionuclideTotalDose"),
        half_life=number(drug, "RadionuclideHalfLife"),
        injected=dated or _moment(series_date, text(drug, "RadiopharmaceuticalStartTime")),
        injected_has_date=dated is not None,
        series=_moment(series_date, text(dataset, "SeriesTime")),
        acquired=_moment(text(dataset, "AcquisitionDate"), text(dataset, "AcquisitionTime")),
        suv_type=text(dataset, "SUVType"),
        ge_scan=_moment(scan[:8], scan[8:]),
        philips_suv=_float(_private(dataset, _PHILIPS, 0x7053, 0x00)),
        philips_activity=_float(_private(dataset, _PHILIPS, 0x7053, 0x09)),
    )


def _first_item(dataset: Dataset, keyword: str) -> Dataset:
    items = value(dataset, keyword)
    return items[0] if items else Dataset()


def _moment(date: str, time: str) -> datetime | None:
    """A DICOM date (YYYYMMDD) and time (HHMMSS.FFFFFF); a UTC offset is left out, for both ends have the same."""
    found = re.fullmatch(r"(\d{2})(\d{2})(\d{2})(?:\.(\d{1,6}))?(?:[+-]\d{4})?", time.strip())
    if found is None or not re.fullmatch(r"\d{8}", date):
        return None
    hour, minute, second = (int(part) for part in found.groups()[:3])
    micro = int((found.group(4) or "").ljust(6, "0"))
    try:
        day = (int(date[:4]), int(date[4:6]), int(date[6:8]))
        return datetime(*day, hour, minute, min(second, 59), micro)
    except ValueError:
        return None


def _private(dataset: Dataset, creator: str, group: int, element: int) -> str:
    """A private element's value as text; empty where its block is not there or it cannot be read."""
    with collecting():
        try:
            return clean(dataset.private_block(group, creator)[element].value)
        except VALUE_ERRORS:
            return ""


def _float(words: str) -> float | None:
    try:
        return float(words)
    except ValueError:
        return None
