"""What a radiomics baseline is made from, as a TOML file that is read strictly."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path

from radviewer.core.errors import InputProblem
from radviewer.core.strict_tables import Strict
from radviewer.training.source_config import SourceRecipe, source_rules


@dataclass(frozen=True, slots=True)
class RadiomicsClass:
    """One of the two classes: the value in the table's column and what it is called."""

    folder: str
    key: str


@dataclass(frozen=True, slots=True)
class FeatureSettings:
    """How features are made.

    Attributes:
        bins: Grey levels of the mask's range for the texture matrices (IBSI: fixed bin number).
        families: Of mirp: statistics, glcm, glrlm, glszm, ngtdm.
    """

    bins: int = 32
    families: tuple[str, ...] = ("statistics", "glcm", "glrlm", "glszm", "ngtdm")


@dataclass(frozen=True, slots=True)
class ElasticNet:
    """Logistic regression with an elastic net, its strength chosen by cross-validation with whole patients.

    Attributes:
        strengths: Inverse penalties to choose from.
        mixtures: Shares of the L1 part to choose from.
        folds: Of the cross-validation.
        correlation: Of two features, from which the later one is left out.
    """

    strengths: tuple[float, ...] = (0.01, 0.03, 0.1, 0.3, 1.0)
    mixtures: tuple[float, ...] = (0.1, 0.5, 0.9)
    folds: int = 5
    correlation: float = 0.95


@dataclass(frozen=True, slots=True)
class Radiomics:
    """The table [radiomics]: the classes (the second one is positive), features and model."""

    negative: RadiomicsClass
    positive: RadiomicsClass
    features: FeatureSettings
    model: ElasticNet


@dataclass(frozen=True, slots=True)
class RadiomicsRecipe:
    """All of a radiomics recipe."""

    schema: int
    seed: int
    id: str
    title: str
    data: str
    source: SourceRecipe
    radiomics: Radiomics


def is_radiomics(path: Path) -> bool:
    """Whether a recipe file has a table [radiomics]; unreadable ones are somebody else's to refuse."""
    try:
        return "radiomics" in tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return False


def read_radiomics_recipe(path: Path) -> RadiomicsRecipe:
    """Reads and checks a radiomics recipe.

    Raises:
        InputProblem: Names file, table, key and what was expected.
    """
    recipe = Strict(InputProblem, path).parse(path.read_text(encoding="utf-8"), RadiomicsRecipe)
    model = recipe.radiomics.model
    rules = [
        *source_rules(recipe.source),
        (bool(recipe.source.mask), "source.mask", "a path of masks: features are those of a region"),
        (recipe.radiomics.features.bins >= 2, "radiomics.features.bins", "2 or more"),
        (model.folds >= 2, "radiomics.model.folds", "2 or more"),
        (bool(model.strengths and model.mixtures), "radiomics.model", "given strengths and mixtures"),
        (all(0 <= value <= 1 for value in model.mixtures), "radiomics.model.mixtures", "shares"),
    ]
    for good, key, wanted in rules:
        if not good:
            raise InputProblem(f"{path}: '{key}' does not fit.", hint=f"It must be {wanted}.")
    return recipe
