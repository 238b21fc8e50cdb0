"""How an image is turned and mirrored on the screen, and which way the patient then lies.

The eight orientations are the symmetries of the square: a mirror (left to right) followed by quarter turns to the
right. Letters: DICOM PS3.3 C.7.6.1.1.1 (Patient Orientation) and C.7.6.2.1.1 (Image Orientation (Patient)); the patient
axes point to the Left, Posterior and Head.
"""

from __future__ import annotations

from dataclasses import dataclass

from radviewer.core.image import Image

_OPPOSITE = {"L": "R", "R": "L", "A": "P", "P": "A", "H": "F", "F": "H"}
_AXES = (("L", "R"), ("P", "A"), ("H", "F"))
_OBLIQUE = 0.35  # direction cosine from which a second letter is worth naming (about 20 degrees off the plane)


@dataclass(frozen=True, slots=True)
class Orientation:
    """One of the eight ways to lay an image on the screen.

    Attributes:
        quarter_turns: Turns by 90 degrees to the right, 0 to 3, after the mirror.
        mirrored: Whether left and right are exchanged first.
    """

    quarter_turns: int = 0
    mirrored: bool = False

    def rotated(self, quarter_turns: int) -> Orientation:
        """Turned further to the right (negative: to the left)."""
        return Orientation((self.quarter_turns + quarter_turns) % 4, self.mirrored)

    def flipped_horizontally(self) -> Orientation:
        """What is left on the screen goes right."""
        return Orientation(-self.quarter_turns % 4, not self.mirrored)

    def flipped_vertically(self) -> Orientation:
        """What is at the top of the screen goes to the bottom."""
        return Orientation((2 - self.quarter_turns) % 4, not self.mirrored)

    def matrix(self) -> tuple[int, int, int, int]:
        """(a, b, c, d): an image direction (x right, y down) becomes (a x + b y, c x + d y) on the screen."""
        mirror = -1 if self.mirrored else 1
        cos, sin = ((1, 0), (0, 1), (-1, 0), (0, -1))[self.quarter_turns]
        return cos * mirror, -sin, sin * mirror, cos

    def to_image(self, x: float, y: float) -> tuple[float, float]:
        """The image direction of a screen direction."""
        a, b, c, d = self.matrix()
        return a * x + c * y, b * x + d * y

    @property
    def swaps_axes(self) -> bool:
        """Whether image rows run down the screen's columns."""
        return self.quarter_turns % 2 == 1


@dataclass(frozen=True, slots=True)
class EdgeLabels:
    """Letters of the patient's sides at the four edges of a pane; empty where unknown."""

    left: str = ""
    right: str = ""
    top: str = ""
    bottom: str = ""


def edge_labels(image: Image, orientation: Orientation) -> EdgeLabels:
    """Which side of the patient each edge of the screen shows."""
    if image.orientation is not None and len(image.orientation) == 6:
        along_row, along_column = image.orientation[:3], image.orientation[3:]

        def name(x: float, y: float) -> str:
            return _letters(tuple(x * r + y * c for r, c in zip(along_row, along_column, strict=True)))

    elif len(image.patient_orientation) == 2 and any(image.patient_orientation):
        row_word, column_word = image.patient_orientation

        def name(x: float, y: float) -> str:
            word, sign = (row_word, x) if abs(x) > abs(y) else (column_word, y)
            return word if sign > 0 else opposite(word)

    else:
        return EdgeLabels()
    right, bottom = orientation.to_image(1, 0), orientation.to_image(0, 1)
    return EdgeLabels(name(-right[0], -right[1]), name(*right), name(-bottom[0], -bottom[1]), name(*bottom))


def opposite(word: str) -> str:
    """The opposite direction of a word of Patient Orientation letters; letters that have none are kept."""
    return "".join(_OPPOSITE.get(letter, letter) for letter in word)


def _letters(direction: tuple[float, ...]) -> str:
    named = [(abs(value), pair[0] if value > 0 else pair[1]) for value, pair in zip(direction, _AXES, strict=True)]
    named.sort(key=lambda item: -item[0])
    if named[0][0] == 0:
        return ""
    return named[0][1] + "".join(letter for size, letter in named[1:2] if size >= _OBLIQUE)
