"""From chosen files and folders to a flat list of frames, for work that takes image after image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from radviewer.core.errors import InputProblem, OutOfMemory, Problem, UnsupportedImage, describe
from radviewer.core.image import ImageRef
from radviewer.core.tasks import CancellationToken, Progress, ProgressCallback, silent
from radviewer.io.opening import FileKind
from radviewer.io.reader import frame_count
from radviewer.io.walk import Candidate, Walk


@dataclass(frozen=True, slots=True)
class Found:
    """What was found.

    Attributes:
        images: Every frame, in natural order of files.
        problems: Files that were refused or left out, with the reason.
        ignored: Files in folders that are clearly no images.
    """

    images: tuple[ImageRef, ...] = ()
    problems: tuple[tuple[Path, Problem], ...] = ()
    ignored: int = 0


def find_images(
    paths: Sequence[Path], token: CancellationToken | None = None, progress: ProgressCallback = silent
) -> Found:
    """Finds every frame of every image under the paths, from headers only.

    Args:
        paths: Files and folders; folders are walked.
        token: To cancel.
        progress: Called now and then with the number of files looked at.

    Returns:
        Frames, problems and the number of ignored files. A file that the user named and that holds no image is a
        problem; in a walked folder it is ignored unless it looks like a damaged image.

    Raises:
        Cancelled: The token was turned.
    """
    walk = Walk()
    images: list[ImageRef] = []
    for looked_at, candidate in enumerate(walk.candidates(paths, token), start=1):
        images.extend(_frames(candidate, walk))
        if looked_at % 50 == 0:
            progress(Progress("looking for images", looked_at))
    return Found(tuple(images), tuple(walk.problems), walk.ignored)


def _frames(candidate: Candidate, walk: Walk) -> list[ImageRef]:
    try:
        count = frame_count(candidate.path)
    except (InputProblem, MemoryError) as error:
        if is_ignorable(candidate, error):
            walk.ignored += 1
        else:
            problem = describe(error if isinstance(error, InputProblem) else OutOfMemory("There is not enough memory."))
            walk.refuse(candidate.path, problem)
        return []
    return [ImageRef(candidate.path, frame) for frame in range(count)]


def is_ignorable(candidate: Candidate, error: Exception) -> bool:
    """Whether a file in a walked folder is a sound DICOM object that simply has no pixels (a report, a DICOMDIR)."""
    return not candidate.named and candidate.kind is FileKind.DICOM and isinstance(error, UnsupportedImage)
