"""Golden cases: a pack brings tiny inputs with the scores that its author got, and every machine must get the same.

`checks/cases.toml` lists cases; each names an `.npy` file of 8-bit grey values beside it (a generated picture, never a
patient's) and the probability of every label. A pack whose numbers differ by more than the tolerance is not used.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from radviewer.core.errors import ModelPackProblem
from radviewer.core.image import Image, ImageRef, VoiFunction, Window
from radviewer.core.strict_tables import Strict
from radviewer.core.tasks import CancellationToken
from radviewer.inference.predictor import Predictor
from radviewer.inference.registry import Pack

CHECKS_FOLDER = "checks"
CASES_FILE = "cases.toml"
TOLERANCE = 1e-4


@dataclass(frozen=True, slots=True)
class GoldenCase:
    """One input, the `.npy` file's name, and its expected probabilities by label key."""

    input: str
    probabilities: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class GoldenCases:
    """The contents of `cases.toml`; the tolerance is absolute, on probabilities."""

    cases: tuple[GoldenCase, ...]
    tolerance: float = TOLERANCE


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What checking a pack found.

    Attributes:
        model_id: The pack's id.
        cases: Number of golden cases that ran.
        largest_difference: Of any probability from its expected value.
        tolerance: What it may be.
        device: Where it ran.
    """

    model_id: str
    cases: int
    largest_difference: float
    tolerance: float
    device: str

    @property
    def passed(self) -> bool:
        """Whether there were cases and all are within the tolerance."""
        return self.cases > 0 and self.largest_difference <= self.tolerance


def check_pack(pack: Pack, device: str = "cpu") -> CheckReport:
    """Runs a pack's golden cases; its files were verified when it was read.

    Raises:
        ModelPackProblem: The pack has no cases, a case is malformed, or the weights do not load.
    """
    cases = read_cases(pack)
    predictor = Predictor.load(pack, device)
    differences = [_difference(predictor, pack, case) for case in cases.cases]
    return CheckReport(pack.manifest.id, len(differences), max(differences), cases.tolerance, predictor.device.name)


def read_cases(pack: Pack) -> GoldenCases:
    """The pack's golden cases, at least one."""
    path = pack.folder / CHECKS_FOLDER / CASES_FILE
    if not path.is_file():
        raise ModelPackProblem(
            f"The pack {pack.folder} has no golden cases.", hint=f"Add {path.relative_to(pack.folder)}."
        )
    cases = Strict(ModelPackProblem, path).parse(path.read_text(encoding="utf-8"), GoldenCases)
    keys = {label.key for label in pack.manifest.labels}
    for case in cases.cases:
        if set(case.probabilities) != keys:
            raise ModelPackProblem(f"{path}: case '{case.input}' does not give each label.", hint="Name every label.")
    if not cases.cases:
        raise ModelPackProblem(f"{path} lists no case.", hint="Give at least one.")
    return cases


def golden_image(path: Path) -> Image:
    """The image of a golden input: 8-bit grey values (rows, columns), shown as they are."""
    try:
        pixels = np.load(path, allow_pickle=False)
    except (OSError, ValueError) as error:
        raise ModelPackProblem(f"{path} cannot be read: {error}.", hint="Install the pack again.") from error
    if pixels.dtype != np.uint8 or pixels.ndim != 2:
        raise ModelPackProblem(
            f"{path} holds {pixels.dtype} {pixels.shape}.", hint="It must hold uint8 (rows, columns)."
        )
    return image_of_gray(pixels, path)


def image_of_gray(pixels: NDArray[np.uint8], path: Path) -> Image:
    """An image that shows 8-bit grey values as they are."""
    whole = Window(127.5, 255.0, VoiFunction.LINEAR_EXACT)
    return Image(pixels=pixels, ref=ImageRef(path), voi=(whole,))


def _difference(predictor: Predictor, pack: Pack, case: GoldenCase) -> float:
    image = golden_image(pack.folder / CHECKS_FOLDER / case.input)
    prediction = predictor.forward(image, CancellationToken()).prediction
    return max(abs(score.probability - case.probabilities[score.label.key]) for score in prediction.scores)
