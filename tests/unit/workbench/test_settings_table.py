"""The table of settings names every field, and everything in it is so."""

from __future__ import annotations

from dataclasses import fields
from enum import StrEnum

import pytest

from radviewer.workbench.settings import RANGES, Settings
from radviewer.workbench.settings_table import KEPT_SILENTLY, SETTINGS, Section, Setting, setting


def test_every_field_is_offered_once_or_is_named_as_kept_silently() -> None:
    names = [item.name for item in SETTINGS]
    assert len(names) == len(set(names))
    assert {item.name for item in fields(Settings)} == set(names) | KEPT_SILENTLY
    assert not set(names) & KEPT_SILENTLY


@pytest.mark.parametrize("item", SETTINGS, ids=lambda item: item.name)
def test_an_entry_says_what_it_does_and_its_default_can_be_said(item: Setting) -> None:
    assert item.help.endswith(".") and item.title and item.spoken(item.default)
    assert item.checked(item.default) == item.default
    if issubclass(item.kind, StrEnum):
        assert set(item.choices) == set(item.kind)
    if item.kind in (int, float):
        assert item.name in RANGES


def test_every_section_has_settings() -> None:
    assert {item.section for item in SETTINGS} == set(Section)


@pytest.mark.parametrize("value", [-0.1, 1.1, "half", True])
def test_a_value_that_cannot_be_is_refused_with_its_reason(value: object) -> None:
    with pytest.raises(ValueError, match="must be"):
        setting("opacity").checked(value)
