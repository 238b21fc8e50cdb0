"""SUVbw by the QIBA formula, worked out by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from radviewer.core.suv import PetFacts, suv_factor

NOON = datetime(2026, 1, 1, 12)
F18 = 6586.2  # s
FACTS = PetFacts(
    units="BQML",
    corrected=("ATTN", "DECY", "SCAT"),
    decay_correction="START",
    weight=70.0,
    dose=370e6,
    half_life=F18,
    injected=NOON - timedelta(seconds=F18),
    injected_has_date=True,
    series=NOON,
    acquired=NOON,
)


def test_after_one_half_life_the_dose_is_half() -> None:
    assert suv_factor(FACTS).factor == pytest.approx(70_000 / 185e6, rel=1e-12)


def test_values_corrected_to_the_administration_use_the_whole_dose() -> None:
    assert suv_factor(replace(FACTS, decay_correction="ADMIN")).factor == pytest.approx(70_000 / 370e6, rel=1e-12)


def test_later_bed_positions_are_corrected_to_the_start_of_the_series() -> None:
    later = replace(FACTS, acquired=NOON + timedelta(minutes=20))
    assert suv_factor(later).factor == suv_factor(FACTS).factor


def test_a_time_of_injection_without_a_date_may_lie_before_midnight() -> None:
    after = datetime(2026, 1, 2, 0, 30)
    facts = replace(FACTS, series=after, acquired=after, injected=datetime(2026, 1, 2, 23, 30), injected_has_date=False)
    assert suv_factor(facts).factor == pytest.approx(70_000 / (370e6 * 2 ** (-3600 / F18)))
    assert suv_factor(replace(facts, injected_has_date=True)).factor is None


def test_a_series_made_afterwards_needs_the_makers_own_scan_time() -> None:
    late = replace(FACTS, series=NOON + timedelta(hours=5))
    assert suv_factor(late).factor is None
    assert suv_factor(replace(late, ge_scan=NOON)).factor == suv_factor(FACTS).factor


def test_gml_is_uptake_already_unless_by_another_measure() -> None:
    assert suv_factor(PetFacts(units="GML")).factor == 1.0
    assert suv_factor(PetFacts(units="GML", suv_type="BW")).factor == 1.0
    assert "LBM" in suv_factor(PetFacts(units="GML", suv_type="LBM")).reason


def test_counts_need_the_makers_factor() -> None:
    counts = replace(FACTS, units="CNTS")
    assert suv_factor(counts).factor is None
    assert suv_factor(replace(counts, philips_suv=0.0004)).factor == 0.0004
    by_activity = suv_factor(replace(counts, philips_activity=2.0)).factor
    assert by_activity == pytest.approx(2 * 70_000 / 185e6)


@pytest.mark.parametrize(
    ("change", "word"),
    [
        ({"units": "CM2ML"}, "Bq/ml"),
        ({"corrected": ("ATTN",)}, "decay"),
        ({"corrected": ("DECY",)}, "attenuation"),
        ({"decay_correction": "NONE"}, "time"),
        ({"weight": None}, "weight"),
        ({"weight": 0.0}, "weight"),
        ({"dose": None}, "dose"),
        ({"half_life": None}, "half-life"),
        ({"injected": None}, "injection"),
        ({"injected": NOON + timedelta(hours=1)}, "injection"),
        ({"injected": NOON - timedelta(days=2)}, "injection"),
        ({"series": None}, "injection"),
    ],
)
def test_what_is_missing_or_senseless_gives_no_number_but_a_reason(change: dict[str, object], word: str) -> None:
    found = suv_factor(replace(FACTS, **change))  # type: ignore[arg-type]
    assert found.factor is None and word in found.reason
