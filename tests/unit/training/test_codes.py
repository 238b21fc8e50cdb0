"""The codes that recipes give their labels are SNOMED CT identifiers of the concepts that the labels name."""

from __future__ import annotations

import pytest

from radviewer.training.config import Recipe, read_recipe, recipes_folder
from radviewer.training.radiomics_recipe import is_radiomics

# Concept of each identifier by its fully specified name in the international edition.
CONCEPTS = {
    "393564001": ("glioma", "Glioma (disorder)"),
    "302820008": ("meningioma", "Intracranial meningioma (disorder)"),
    "127024001": ("pituitary", "Neoplasm of pituitary gland (disorder)"),
    "233604007": ("pneumonia", "Pneumonia (disorder)"),
    "64859006": ("osteoporosis", "Osteoporosis (disorder)"),
}

# Verhoeff's scheme over the dihedral group D5, which SNOMED CT identifiers end with (SNOMED CT Release File
# Specification, "Check-digit").
MULTIPLY = [[(a + b) % 5 if a < 5 and b < 5 else 5 + (a + b) % 5 if a < 5 else 5 + (a - b) % 5 if b < 5 else (a - b) % 5
             for b in range(10)] for a in range(10)]  # fmt: skip
FIRST = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4]


def check_digit_fits(identifier: str) -> bool:
    total = 0
    for place, digit in enumerate(reversed(identifier)):
        value = int(digit)
        for _ in range(place % 8):
            value = FIRST[value]
        total = MULTIPLY[total][value]
    return total == 0


def recipes() -> list[Recipe]:
    return [read_recipe(path) for path in sorted(recipes_folder().glob("*.toml")) if not is_radiomics(path)]


def test_every_code_of_a_recipe_is_the_concept_that_its_label_names() -> None:
    found = {(label.code, label.key) for recipe in recipes() for label in recipe.labels if label.code}
    assert found == {(f"SCT:{number}", key) for number, (key, _) in CONCEPTS.items()}


@pytest.mark.parametrize("identifier", CONCEPTS)
def test_the_check_digit_of_every_code_fits(identifier: str) -> None:
    assert check_digit_fits(identifier)
    assert not check_digit_fits(f"{identifier[:-1]}{(int(identifier[-1]) + 1) % 10}")
    swapped = identifier[:2] + identifier[3] + identifier[2] + identifier[4:]
    assert swapped == identifier or not check_digit_fits(swapped)
