"""A recipe written before a key existed keeps its text, and with it the fingerprint of its runs."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from radviewer.core.errors import InputProblem
from radviewer.inference import strict_toml
from radviewer.training.config import Layout, SplitBy, StartKind, find_recipe, read_recipe, recipes_folder
from tests.cli.test_train import TINY
from tests.helpers.shared import ROOT

SOURCE = """
[source]
layout = "table"
table = "labels.csv"
image = "{split}/{label}/{image_id}.png"
group = "patient"
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "recipe.toml"
    path.write_text(text)
    return path


def test_keys_that_came_later_do_not_change_the_text_of_an_old_recipe(tmp_path: Path) -> None:
    text = strict_toml.dump(read_recipe(written(tmp_path, TINY)))
    assert hashlib.sha256(text.encode()).hexdigest() == (
        "1cf96690290fdb38e4f32bfce6e082c58781c3d65febb098df5f3c77c2b09e6a"
    )


@pytest.mark.parametrize("name", ["brain-mri", "chest-pneumonia"])
def test_a_dumped_recipe_reads_back_to_an_equal_one(name: str, tmp_path: Path) -> None:
    recipe = read_recipe(find_recipe(name))
    assert read_recipe(written(tmp_path, strict_toml.dump(recipe))) == recipe


def test_a_recipe_with_every_later_key_is_read_and_written(tmp_path: Path) -> None:
    text = TINY.replace("[train]", '[train]\nsampler = "balanced"\nlayer_decay = 0.7\n').replace(
        "[split]", '[split]\nby = "group"\ntest_share = 0.2\n'
    )
    text = text.replace("schema = 1", 'schema = 1\nstart = "radimagenet"') + SOURCE
    text += '[[train.unfreeze]]\nepoch = 0\nlayer = "head"\n[[train.unfreeze]]\nepoch = 1\nlayer = "all"\n'
    recipe = read_recipe(written(tmp_path, text))
    assert recipe.start is StartKind.RADIMAGENET
    assert recipe.split.by is SplitBy.GROUP
    assert recipe.source is not None
    assert recipe.source.layout is Layout.TABLE
    assert [step.epoch for step in recipe.train.unfreeze or ()] == [0, 1]
    assert read_recipe(written(tmp_path, strict_toml.dump(recipe))) == recipe


@pytest.mark.parametrize(
    ("change", "key"),
    [
        (("[train]", "[train]\nlayer_decay = 0.0"), "layer_decay"),
        (("[train]", '[train]\nunfreeze = [{ epoch = 1, layer = "all" }]'), "unfreeze"),
        (
            ("[train]", '[train]\nunfreeze = [{ epoch = 0, layer = "all" }, { epoch = 0, layer = "head" }]'),
            "unfreeze",
        ),
        (("[split]", "[augment]\nprobability = 1.5\n[split]"), "augment.probability"),
        (("[split]", "[augment]\nspectrum = 0.0\n[split]"), "augment.spectrum"),
        (("[split]", "[augment]\nlayout = 2.0\n[split]"), "augment.layout"),
        (("[split]", "[augment]\nframe = 0.0\n[split]"), "augment.frame"),
        (("[split]", "[augment]\norigin = 1.1\n[split]"), "augment.origin"),
        (("[split]", "[calibration]\nthreshold = 0.0\n[split]"), "calibration.threshold"),
        (("[split]", "[split]\ntest_share = 0.9"), "test_share"),
        (("[split]", '[split]\nby = "group"'), "split.by"),
        (("[split]", '[split]\nby = "given"'), "split.by"),
        (("[split]", '[source]\nlayout = "table"\n[split]'), "source.table"),
        (("[split]", '[source]\nlayout = "table"\ntable = "../x.csv"\nimage = "{a}"\n[split]'), "source.table"),
        (("[split]", '[source]\nmask = "{a}.png"\n[split]'), "source.mask"),
    ],
)
def test_what_does_not_fit_is_named(change: tuple[str, str], key: str, tmp_path: Path) -> None:
    with pytest.raises(InputProblem, match=key.replace(".", r"\.")):
        read_recipe(written(tmp_path, TINY.replace(*change)))


def test_every_recipe_that_comes_along_makes_a_pack_of_its_own() -> None:
    from radviewer.training.radiomics_recipe import is_radiomics, read_radiomics_recipe

    ids = []
    for path in recipes_folder().glob("*.toml"):
        if is_radiomics(path):
            ids.append((read_radiomics_recipe(path).id, ""))
            continue
        recipe = read_recipe(path)
        ids.append((recipe.pack.id, recipe.pack.version))
        # Two recipes for one pack are its versions: the later one starts from the earlier one.
        assert recipe.pack.id == path.stem or recipe.start is StartKind.PACK
    assert len(set(ids)) == len(ids)


def test_the_documentation_names_every_key_recipe_and_option() -> None:
    import argparse
    import dataclasses
    import importlib

    from radviewer.training import config, source_config

    text = (ROOT / "docs" / "training.md").read_text(encoding="utf-8")
    shapes = (config.Recipe, config.PackRecipe, config.LabelRecipe, config.SplitRecipe, config.AugmentRecipe,
              config.CalibrationRecipe, config.TrainRecipe, config.UnfreezeStep,
              source_config.SourceRecipe)  # fmt: skip
    keys = {field.name for shape in shapes for field in dataclasses.fields(shape)}
    recipes = {path.stem for path in recipes_folder().glob("*.toml")}
    assert not {name for name in keys | recipes if name not in text}
    for command in ("train", "evaluate", "compare", "tune", "data"):
        parser = argparse.ArgumentParser()
        importlib.import_module(f"radviewer.cli.{command}").add_arguments(parser)
        parsers = [parser]
        for action in parser._actions:
            if isinstance(action, argparse._SubParsersAction):
                parsers.extend(action.choices.values())
        options = {name for item in parsers for action in item._actions for name in action.option_strings}
        missing = {name for name in options - {"-h", "--help"} if name not in text}
        assert not missing, f"radviewer {command}: {missing}"
