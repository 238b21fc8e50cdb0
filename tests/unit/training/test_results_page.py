"""The page of results is what the records say."""

from __future__ import annotations

import importlib.util
from types import ModuleType

from radviewer.training.config import recipes_folder
from tests.helpers.shared import ROOT


def script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_results", ROOT / "benchmarks" / "make_results.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_page_of_results_is_made_from_the_records() -> None:
    assert (ROOT / "docs" / "results.md").read_text(encoding="utf-8") == script().page()


def test_every_system_of_the_studies_has_a_recipe() -> None:
    import tomllib

    studies = tomllib.loads((ROOT / "benchmarks" / "systems" / "papers.toml").read_text(encoding="utf-8"))["study"]
    names = {system["system"] for study in studies for system in study["systems"]}
    recipes = {path.stem for path in recipes_folder().glob("*.toml")}
    # The tuned system is the outcome of `radviewer tune`, not a recipe of its own.
    assert names - recipes == {"msk-mobilenet-v2-tuned"}
    assert {path.stem for path in (ROOT / "benchmarks" / "systems").glob("*.json")} <= names


def test_a_system_without_a_record_is_said_to_be_not_run() -> None:
    module = script()
    study = {"figure": "accuracy", "systems": [{"system": "no-such-system", "name": "Nothing"}]}
    assert "| Nothing | not given | not run here | not run here |" in module.table(study)
