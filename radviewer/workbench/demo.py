"""The sample study: generated phantoms and the example files that pydicom brings; nothing is downloaded."""

from __future__ import annotations

from pathlib import Path

from radviewer.io.phantom_files import example_files, write_brain_mr, write_chest_radiograph

DEMO_MODEL = "brain-mri"
DEMO_SLICE = 12  # shows the phantom's lesion at its largest


def demo_study(folder: Path) -> tuple[Path, ...]:
    """Writes the phantoms and returns what to open.

    Args:
        folder: An existing folder that the program may write to.

    Returns:
        The brain MR phantom's folder, the chest phantom's folder, then pydicom's example files.
    """
    write_brain_mr(folder / "brain-mr")
    write_chest_radiograph(folder / "chest-radiograph")
    return (folder / "brain-mr", folder / "chest-radiograph", *example_files())
