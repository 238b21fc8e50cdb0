"""`radviewer explain`: where a model looked, as an overlay, a map on the image's grid and its facts."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.core.colormaps import ColorMap
from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.core.explanation import Explanation, Method
from radviewer.core.overlay import DrawMode, OverlayStyle, ScaleMode

if TYPE_CHECKING:
    from radviewer.core.image import Image, ImageRef
    from radviewer.workbench.requests import AssistResult
    from radviewer.workbench.services import Services

_ALL = "all"
_ENDINGS = {".dcm", ".dicom", ".ima", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".bmp", ".nii", ".gz", ".nrrd", ".mha"}


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    style = OverlayStyle()
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="image files, or folders that are walked")
    parser.add_argument("--model", required=True, metavar="ID", help="the model pack (see `radviewer models list`)")
    parser.add_argument("--method", required=True, choices=[method.value for method in Method], help="how to explain")
    parser.add_argument(
        "--label", metavar="KEY", help=f"the label to explain; '{_ALL}' for each (default: the top one)"
    )
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for the files; made if missing")
    parser.add_argument("--frame", type=int, metavar="N", help="only this frame, counted from 0 (default: every frame)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="where to compute")
    parser.add_argument("--opacity", type=_share, default=style.opacity, metavar="X", help="of the overlay, 0 to 1")
    parser.add_argument(
        "--threshold", type=_share, default=style.threshold, metavar="X", help="not drawn below, 0 to 1"
    )
    parser.add_argument("--color-map", choices=[name.value for name in ColorMap], default=style.color_map.value)
    parser.add_argument(
        "--scale",
        choices=("absolute", "image"),
        default="absolute",
        help="absolute: a colour means the same in every case; image: the image's own maximum is the top",
    )
    parser.add_argument("--draw", choices=[mode.value for mode in DrawMode], default=style.draw.value)


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return value


def run(arguments: argparse.Namespace) -> int:
    """Writes NAME.METHOD.LABEL.png, .npy and .json for each image; 3 if some inputs were refused."""
    from radviewer.cli.main import OK, REFUSED
    from radviewer.cli.output import existing_folder, progress_bar, tell_problem
    from radviewer.core.errors import describe
    from radviewer.core.tasks import Progress
    from radviewer.io.discover import find_images
    from radviewer.workbench.services import Services

    services = Services()
    _check_label(arguments, services)
    found = find_images(arguments.paths)
    refs = [ref for ref in found.images if arguments.frame in {None, ref.frame}]
    problems = list(found.problems)
    if found.images and not refs:
        raise UsageProblem(
            f"There is no frame {arguments.frame} in {arguments.paths[0]}.",
            hint=f"It has frames 0 to {max(ref.frame for ref in found.images)}.",
        )
    existing_folder(arguments.out)
    names = _names(refs)
    with progress_bar() as progress:
        for done, ref in enumerate(refs):
            progress(Progress("explaining", done, len(refs)))
            try:
                written = _explain_one(ref, names[ref], arguments, services)
            except InputProblem as error:
                problems.append((ref.path, describe(error)))
            else:
                print("\n".join(map(str, written)))
    for path, problem in problems:
        tell_problem(path, problem)
    return REFUSED if problems else OK


def _check_label(arguments: argparse.Namespace, services: Services) -> None:
    """A wrong label is found before any work is done."""
    from radviewer.core.labels import find_label

    manifest = services.registry.get(arguments.model).manifest
    if arguments.label not in {None, _ALL}:
        find_label(manifest.labels, arguments.label)


def _names(refs: list[ImageRef]) -> dict[ImageRef, str]:
    """A name for each frame's files: the file's stem, with frame and number only where that is not unique."""
    many_frames = {ref.path for ref in refs if ref.frame > 0}
    names: dict[ImageRef, str] = {}
    taken: set[str] = set()
    for ref in refs:
        # Names that are UIDs have dots but no ending.
        stem = ref.path.stem if ref.path.suffix.lower() in _ENDINGS else ref.path.name
        base = stem + (f".frame{ref.frame}" if ref.path in many_frames else "")
        name, number = base, 2
        while name in taken:
            name, number = f"{base}-{number}", number + 1
        taken.add(name)
        names[ref] = name
    return names


def _explain_one(ref: ImageRef, name: str, arguments: argparse.Namespace, services: Services) -> list[Path]:
    from radviewer.workbench.pipeline import run as run_pipeline
    from radviewer.workbench.requests import AssistRequest

    manifest = services.registry.get(arguments.model).manifest
    method = Method(arguments.method)
    labels = {_ALL: tuple(label.key for label in manifest.labels)}.get(arguments.label, (arguments.label,))
    request = AssistRequest(ref, arguments.model, arguments.device, (), None)
    if arguments.label is None:
        labels = (run_pipeline(request, services).prediction.top.label.key,)
    result = run_pipeline(AssistRequest(ref, arguments.model, arguments.device, (method,), labels), services)
    image = services.read_image(ref)
    style = OverlayStyle(
        opacity=arguments.opacity,
        threshold=arguments.threshold,
        color_map=ColorMap(arguments.color_map),
        scale=ScaleMode.ABSOLUTE if arguments.scale == "absolute" else ScaleMode.IMAGE_MAXIMUM,
        draw=DrawMode(arguments.draw),
    )
    written: list[Path] = []
    for explanation in result.explanations:
        stem = arguments.out / f"{name}.{method}.{explanation.label.key}"
        written += _write(stem, image, explanation, result, style)
    return written


def _write(stem: Path, image: Image, explanation: Explanation, result: AssistResult, style: OverlayStyle) -> list[Path]:
    import io

    import numpy as np

    from radviewer.cli.output import as_json
    from radviewer.io.export import write_atomically, write_png
    from radviewer.workbench.facts import explanation_facts, overlay_picture

    values = explanation.on_image()
    buffer = io.BytesIO()
    np.save(buffer, values, allow_pickle=False)
    paths = [stem.with_name(stem.name + ending) for ending in (".png", ".npy", ".json")]
    write_png(paths[0], overlay_picture(image, explanation, style), overwrite=True)
    write_atomically(paths[1], buffer.getvalue(), overwrite=True)
    write_atomically(paths[2], as_json(explanation_facts(explanation, result, style)).encode(), overwrite=True)
    return paths
