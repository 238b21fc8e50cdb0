"""One root error and its two families: what the user can act on, and what is a defect of the program.

Everything that is said to the user passes through `describe`, so a problem looks the same in the window's
strip, on the command line and in JSON.
"""

from __future__ import annotations

from dataclasses import dataclass


class RadviewerError(Exception):
    """Root of all errors that the program raises on purpose.

    Args:
        message: One sentence that says what is wrong and where (a file name, an option, a field).
        hint: One sentence that says what to do about it; empty if there is nothing to add.
    """

    kind = "error"

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class InputProblem(RadviewerError):
    """The input, the environment or a request cannot be used as it is; the user can act."""

    kind = "input"


class UnreadableFile(InputProblem):
    """A file is missing, damaged, of an unknown format or refused for its size."""

    kind = "unreadable"


class UnsupportedImage(InputProblem):
    """A valid object that has no pixels, or whose pixels the program does not decode."""

    kind = "unsupported"


class ModelPackProblem(InputProblem):
    """A model pack is unknown, incomplete, altered or refused."""

    kind = "model"


class DegenerateImage(InputProblem):
    """The image holds nothing that could be analysed (constant, not finite, too small)."""

    kind = "degenerate"


class OutOfMemory(InputProblem):
    """The work does not fit into memory."""

    kind = "memory"


class UsageProblem(InputProblem):
    """An option or argument is wrong; the command line ends with exit status 2."""

    kind = "usage"


class Cancelled(RadviewerError):
    """The user cancelled; not a failure."""

    kind = "cancelled"


class InternalError(RadviewerError):
    """A defect of the program."""

    kind = "internal"


@dataclass(frozen=True, slots=True)
class Problem:
    """What is said to the user about one failure.

    Attributes:
        kind: Short machine-readable family (`RadviewerError.kind`).
        message: What is wrong and where.
        hint: What to do now; may be empty.
    """

    kind: str
    message: str
    hint: str = ""

    def sentence(self) -> str:
        """The message and the hint as one line of text."""
        return f"{self.message} {self.hint}".strip()


def describe(error: BaseException) -> Problem:
    """Turns any exception into words for the user.

    Errors of the program's own families keep their words; anything else is a defect and is named as one,
    with the type of the exception but without its traceback.
    """
    if isinstance(error, RadviewerError):
        return Problem(error.kind, error.message, error.hint)
    if isinstance(error, MemoryError):
        return Problem(OutOfMemory.kind, "There is not enough memory for this.", "Close other studies and try again.")
    return Problem(
        InternalError.kind,
        f"Something went wrong inside the program ({type(error).__name__}: {error}).",
        "Please report it with the details.",
    )
