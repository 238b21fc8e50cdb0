"""Standardised uptake value by body weight (SUVbw), as QIBA's vendor-neutral pseudo-code has it ("happy path").

SUVbw = activity concentration [Bq/ml] x weight [g] / injected dose [Bq], the dose decayed to the time that the image's
values are corrected to: RSNA QIBA, "SUV vendor-neutral pseudo-code" (FDG-PET/CT Profile 1.13, appendix G); Decay
Correction (0054,1102): PS3.3 C.8.9.1.1.5. Where anything is missing or means nothing there is no factor, but a reason.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta

SUV_UNIT = "g/ml SUVbw"
_LONGEST = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class PetFacts:
    """What the header of a PET image says, without anything that identifies the patient; None where it does not.

    Attributes:
        units: Units (0054,1001), for example "BQML".
        corrected: Corrected Image (0028,0051), for example ("ATTN", "DECY").
        decay_correction: (0054,1102): "NONE", "START" or "ADMIN".
        weight: Patient's Weight (0010,1030), kg.
        dose: Radionuclide Total Dose (0018,1074), Bq.
        half_life: Radionuclide Half Life (0018,1075), s.
        injected: Radiopharmaceutical Start, with its date or with that of the series.
        injected_has_date: Whether the header gives the date of the injection.
        series: Series Date and Time.
        acquired: Acquisition Date and Time.
        suv_type: SUV Type (0054,1006), for GML.
        ge_scan: GE's private scan date and time (0009,100D).
        philips_suv: Philips' private SUV factor (7053,1000).
        philips_activity: Philips' private activity concentration factor (7053,1009), Bq/ml for one count.
    """

    units: str = ""
    corrected: tuple[str, ...] = ()
    decay_correction: str = ""
    weight: float | None = None
    dose: float | None = None
    half_life: float | None = None
    injected: datetime | None = None
    injected_has_date: bool = False
    series: datetime | None = None
    acquired: datetime | None = None
    suv_type: str = ""
    ge_scan: datetime | None = None
    philips_suv: float | None = None
    philips_activity: float | None = None


@dataclass(frozen=True, slots=True)
class SuvFactor:
    """How SUVbw follows from the values after the modality LUT.

    Attributes:
        factor: SUVbw in g/ml for one unit of the value; None where the header does not allow it.
        reason: Why there is none; empty if there is.
    """

    factor: float | None
    reason: str = ""


def suv_factor(facts: PetFacts) -> SuvFactor:
    """The factor from modality values to SUVbw.

    Args:
        facts: Of the header.

    Returns:
        The factor, or the reason why there is none.
    """
    if facts.units == "GML":
        if facts.suv_type not in ("", "BW"):
            return SuvFactor(None, f"The values are SUV by another measure than body weight ({facts.suv_type}).")
        return SuvFactor(1.0)
    if "ATTN" not in facts.corrected or not {"DECY", "DECAY"} & set(facts.corrected):
        return SuvFactor(None, "The image is not corrected for attenuation and decay.")
    if facts.units == "CNTS":
        if _positive(facts.philips_suv):
            return SuvFactor(facts.philips_suv)
        if not _positive(facts.philips_activity):
            return SuvFactor(None, "The values are counts, and the header has no factor for them.")
        found = _by_dose(facts)
        return SuvFactor(None if found.factor is None else found.factor * (facts.philips_activity or 0.0), found.reason)
    if facts.units != "BQML":
        return SuvFactor(None, "The values are neither Bq/ml nor g/ml.")
    return _by_dose(facts)


def _by_dose(facts: PetFacts) -> SuvFactor:
    weight, dose = facts.weight, facts.dose
    if not _positive(weight) or not _positive(dose):
        return SuvFactor(None, "The header does not give the patient's weight and the dose.")
    assert weight is not None
    assert dose is not None
    if facts.decay_correction == "ADMIN":
        return SuvFactor(weight * 1000.0 / dose)
    if facts.decay_correction != "START":
        return SuvFactor(None, "The header does not say to which time the values are corrected for decay.")
    half_life = facts.half_life
    if not _positive(half_life):
        return SuvFactor(None, "The header does not give the half-life.")
    assert half_life is not None
    seconds = _decay_seconds(facts)
    if seconds is None:
        return SuvFactor(None, "The header does not give a sensible time from injection to scan.")
    return SuvFactor(weight * 1000.0 / (dose * 2.0 ** (-seconds / half_life)))


def _decay_seconds(facts: PetFacts) -> float | None:
    """Time from injection to the start of the scan; None where it is unknown or makes no sense."""
    scan = scan_start(facts)
    if scan is None or facts.injected is None:
        return None
    wait = scan - facts.injected
    if wait < timedelta(0) and not facts.injected_has_date:
        wait += timedelta(days=1)  # a time without a date, before midnight
    return wait.total_seconds() if timedelta(0) <= wait <= _LONGEST else None


def scan_start(facts: PetFacts) -> datetime | None:
    """The time that values are corrected to under START.

    The series' own time, unless it is later than the acquisition: then the series was made afterwards from another,
    and only GE's private scan time, where there is one, tells.
    """
    if facts.series is None or facts.acquired is None:
        return None
    return facts.series if facts.series <= facts.acquired else facts.ge_scan


def _positive(value: float | None) -> bool:
    return value is not None and math.isfinite(value) and value > 0
