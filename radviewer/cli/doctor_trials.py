"""What `radviewer doctor --selftest` tries: every part of an installation once, on generated data.

An installed application has parts that can be missing without notice until they are needed: decoders, processes of its
own, plug-ins, model packs, translations. Here each of them is needed once.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

Result = tuple[str, bool, str]  # name, whether it works, what was found


def decoders() -> Iterator[Result]:
    """A file of each transfer syntax through the decode processes."""
    import numpy as np

    from radviewer.core.errors import RadviewerError, describe
    from radviewer.io.decode_pool import DecodePool, Priority
    from radviewer.io.sample_syntaxes import write_samples

    with tempfile.TemporaryDirectory(prefix="radviewer-doctor-") as folder:
        pool = DecodePool()
        try:
            for sample in write_samples(Path(folder)):
                try:
                    found = pool.submit(sample.ref, Priority.SCREEN).result(timeout=60).pixels.astype(int)
                except RadviewerError as error:
                    yield f"decoder: {sample.name}", False, describe(error).sentence()
                    continue
                worst = int(np.abs(found - sample.pixels.astype(int)).max())
                yield f"decoder: {sample.name}", worst <= sample.tolerance, f"largest difference {worst}"
        finally:
            pool.close()


def reading_dicom() -> Iterator[Result]:
    """A phantom from the file to grey values."""
    from radviewer.core.grayscale import display_values
    from radviewer.core.image import ImageRef
    from radviewer.io.phantom_files import write_brain_mr
    from radviewer.io.reader import read_image

    with tempfile.TemporaryDirectory(prefix="radviewer-doctor-") as folder:
        path = write_brain_mr(Path(folder), size=64, slices=1)[0]
        shown = display_values(read_image(ImageRef(path)))
    yield "reading DICOM", shown.shape == (64, 64) and int(shown.max()) > 200, f"phantom {shown.shape}"


def golden_cases() -> Iterator[Result]:
    """The checks that each model pack brings."""
    from radviewer.inference.checks import check_pack
    from radviewer.inference.registry import Registry, default_search_path

    for entry in Registry(default_search_path()).entries():
        if entry.manifest is None:
            continue
        report = check_pack(Registry(default_search_path()).get(entry.manifest.id))
        detail = f"{report.cases} cases, largest difference {report.largest_difference:.1e} on {report.device}"
        yield f"golden cases of {entry.manifest.id}", report.passed, detail


def explaining() -> Iterator[Result]:
    """A prediction with its maps."""
    from radviewer.core.image import ImageRef
    from radviewer.io.phantom_files import write_brain_mr
    from radviewer.workbench.demo import DEMO_MODEL
    from radviewer.workbench.pipeline import run as run_pipeline
    from radviewer.workbench.requests import AssistRequest
    from radviewer.workbench.services import Services

    with tempfile.TemporaryDirectory(prefix="radviewer-doctor-") as folder:
        path = write_brain_mr(Path(folder), slices=3)[1]
        result = run_pipeline(AssistRequest(ImageRef(path), DEMO_MODEL), Services())
    names = [f"{explanation.method}.{explanation.label.key}" for explanation in result.explanations]
    yield "predict and explain", bool(names), ", ".join(names)


def plugins() -> Iterator[Result]:
    """What the window loads by name while it runs."""
    from radviewer.cli import doctor_window

    yield from doctor_window.plugins()
    yield from doctor_window.translations()


def window() -> Iterator[Result]:
    """The window itself, with a file of each transfer syntax and a prediction."""
    from radviewer.cli import doctor_window

    yield from doctor_window.window()


TRIALS: tuple[tuple[str, Callable[[], Iterator[Result]]], ...] = (
    ("reading DICOM", reading_dicom),
    ("decoders", decoders),
    ("golden cases", golden_cases),
    ("predict and explain", explaining),
    ("plug-ins", plugins),
    ("window", window),
)
