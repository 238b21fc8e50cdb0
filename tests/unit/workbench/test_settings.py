"""Settings survive what happens to files."""

from __future__ import annotations

import os
from dataclasses import fields, replace
from pathlib import Path

import pytest

from radviewer.core.colormaps import ColorMap
from radviewer.core.errors import InputProblem
from radviewer.core.explanation import Method
from radviewer.core.overlay import DrawMode, ScaleMode, ThresholdMode
from radviewer.workbench.settings import LanguageChoice, Settings, ThemeName, from_state, load, save, to_state
from radviewer.workbench.state import Layout

OTHER = Settings(
    notice_accepted=True,
    theme=ThemeName.LIGHT,
    model_id="brain-mri",
    auto_predict=False,
    layout=Layout.LINKED,
    annotations=False,
    overlay_visible=False,
    method=Method.SALIENCY,
    opacity=0.25,
    threshold=0.75,
    threshold_by=ThresholdMode.QUANTILE,
    color_map=ColorMap.CIVIDIS,
    scale=ScaleMode.IMAGE_MAXIMUM,
    draw=DrawMode.CONTOUR,
    native_grid=True,
    cine_rate=25.0,
    window_geometry="AAAA",
    window_layout="BBBB",
    language=LanguageChoice.GERMAN,
    recover=False,
    reopen=True,
    tour_offered=True,
    hang_studies=False,
    prefetch=False,
)


def test_every_setting_comes_back_as_it_was_saved(tmp_path: Path) -> None:
    assert all(getattr(OTHER, item.name) != getattr(Settings(), item.name) for item in fields(Settings))
    save(OTHER, tmp_path / "deep" / "settings.toml")
    assert load(tmp_path / "deep" / "settings.toml") == (OTHER, ())


def test_without_a_file_the_defaults_hold(tmp_path: Path) -> None:
    assert load(tmp_path / "none.toml") == (Settings(), ())


def test_a_damaged_file_gives_the_defaults_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    path.write_bytes(b"theme = \xff\xfe [[[")
    settings, complaints = load(path)
    assert settings == Settings() and len(complaints) == 1


@pytest.mark.parametrize(
    "line",
    [
        'theme = "pink"',
        "opacity = 7.0",
        'opacity = "much"',
        "auto_predict = 1",
        "model_id = 3",
        "opacity = true",
        "unknown = 1",
    ],
)
def test_a_bad_entry_is_told_and_costs_only_itself(tmp_path: Path, line: str) -> None:
    path = tmp_path / "settings.toml"
    path.write_text(f'{line}\nmethod = "saliency"\n')
    settings, complaints = load(path)
    assert settings == replace(Settings(), method=Method.SALIENCY)
    assert len(complaints) == 1 and line.split(" ", maxsplit=1)[0] in complaints[0]


def test_saving_replaces_the_file_whole_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "settings.toml"
    save(Settings(), path)
    save(OTHER, path)
    assert [item.name for item in tmp_path.iterdir()] == ["settings.toml"]
    if os.name != "nt":
        assert path.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_a_problem_the_user_can_act_on(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(InputProblem):
        save(Settings(), tmp_path / "file" / "settings.toml")


def test_state_and_settings_agree_both_ways() -> None:
    assert replace(Settings(), **from_state(to_state(OTHER))) == replace(
        OTHER,
        notice_accepted=False,
        theme=ThemeName.DARK,
        cine_rate=10.0,
        window_geometry="",
        window_layout="",
        language=LanguageChoice.SYSTEM,
        recover=True,
        reopen=False,
        tour_offered=False,
        hang_studies=True,
        prefetch=True,
    )
