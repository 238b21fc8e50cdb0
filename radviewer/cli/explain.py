"""`radviewer explain`: where a model looked, as an overlay, a map on the image's grid and its facts.

With --trust each map is checked and the finding printed; with --export it is also written as NIfTI or DICOM.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.core.colormaps import ColorMap
from radviewer.core.errors import InputProblem, UsageProblem
from radviewer.core.explanation import Method
from radviewer.core.overlay import DrawMode, OverlayStyle, ScaleMode, ThresholdMode

if TYPE_CHECKING:
    from radviewer.cli.explain_files import Segmentations
    from radviewer.core.image import ImageRef
    from radviewer.core.tasks import ProgressCallback
    from radviewer.core.trust import TrustCard
    from radviewer.workbench.evidence import Evidence
    from radviewer.workbench.requests import AssistResult
    from radviewer.workbench.services import Services

_ALL = "all"
_SCALES = {"absolute": ScaleMode.ABSOLUTE, "image": ScaleMode.IMAGE_MAXIMUM, "probability": ScaleMode.PROBABILITY}
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
    parser.add_argument("--layer", metavar="NAME", help="weigh this layer (CAM methods; default: the pack's CAM layer)")
    parser.add_argument(
        "--seed", type=int, default=0, metavar="N", help="of methods and checks that draw random numbers"
    )
    parser.add_argument("--trust", action="store_true", help="check each map, and write NAME.METHOD.LABEL.trust.json")
    parser.add_argument(
        "--boxes",
        type=Path,
        metavar="TABLE",
        help="where the evidence is: CSV or JSON with file,row,column,height,width",
    )
    parser.add_argument(
        "--masks", type=Path, metavar="FOLDER", help="where the evidence is: pictures or volumes by name, DICOM SEG"
    )
    parser.add_argument(
        "--export", choices=("nifti", "seg", "sc"), help="write the map as NIfTI or a DICOM object, too"
    )
    parser.add_argument("--out", required=True, type=Path, metavar="DIR", help="folder for the files; made if missing")
    parser.add_argument("--frame", type=int, metavar="N", help="only this frame, counted from 0 (default: every frame)")
    parser.add_argument("--device", choices=("auto", "cpu", "cuda"), default="auto", help="where to compute")
    parser.add_argument("--opacity", type=_share, default=style.opacity, metavar="X", help="of the overlay, 0 to 1")
    parser.add_argument(
        "--threshold", type=_share, default=style.threshold, metavar="X", help="not drawn below, 0 to 1"
    )
    parser.add_argument(
        "--threshold-by",
        choices=[mode.value for mode in ThresholdMode],
        default=style.threshold_by.value,
        help="value: a share of the scale; quantile: the share of the image's area that is left out",
    )
    parser.add_argument("--color-map", choices=[name.value for name in ColorMap], default=style.color_map.value)
    parser.add_argument(
        "--scale",
        choices=tuple(_SCALES),
        default="absolute",
        help="absolute: a colour means the same in every case; image: the image's own maximum is the top; "
        "probability: the maximum has the colour of the label's probability",
    )
    parser.add_argument("--draw", choices=[mode.value for mode in DrawMode], default=style.draw.value)


def _share(text: str) -> float:
    value = float(text)
    if not 0 <= value <= 1:
        raise argparse.ArgumentTypeError(f"{text} is not between 0 and 1")
    return value


def run(arguments: argparse.Namespace) -> int:
    """Writes NAME.METHOD.LABEL.png, .npy and .json for each image; 3 if some inputs were refused."""
    from radviewer.cli.explain_files import Segmentations, means_text, write_table
    from radviewer.cli.main import OK, REFUSED
    from radviewer.cli.output import existing_folder, progress_bar, tell_problem
    from radviewer.core.errors import describe
    from radviewer.core.tasks import Progress
    from radviewer.io.discover import find_images
    from radviewer.workbench.services import Services

    services = Services()
    _check(arguments, services)
    evidence = _evidence(arguments)
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
    cards: list[TrustCard] = []
    segmentations = Segmentations(arguments.out)
    with progress_bar() as progress:
        for done, ref in enumerate(refs):
            progress(Progress("explaining", done, len(refs)))
            try:
                cards += _explain_one(ref, names[ref], arguments, services, evidence, segmentations, progress)
            except UsageProblem:
                raise  # the same for every image
            except InputProblem as error:
                problems.append((ref.path, describe(error)))
    for path, written in segmentations.write():
        if isinstance(written, Path):
            print(written)
        else:
            problems.append((path, written))
    if arguments.trust:
        print("\n".join(map(str, write_table(arguments.out, cards))))
        print(means_text(cards))
    for path, problem in problems:
        tell_problem(path, problem)
    return REFUSED if problems else OK


def _check(arguments: argparse.Namespace, services: Services) -> None:
    """A wrong label or a useless option is found before any work is done."""
    from radviewer.core.labels import find_label

    manifest = services.registry.get(arguments.model).manifest
    if arguments.label not in {None, _ALL}:
        find_label(manifest.labels, arguments.label)
    for option, given in (("--boxes", arguments.boxes), ("--masks", arguments.masks)):
        if given is not None and not arguments.trust:
            raise UsageProblem(f"{option} is for the checks of --trust.", hint=f"Add --trust, or leave {option} out.")


def _evidence(arguments: argparse.Namespace) -> Evidence:
    from radviewer.io.masks import read_masks
    from radviewer.workbench.evidence import Evidence, read_boxes

    return Evidence(
        {} if arguments.boxes is None else read_boxes(arguments.boxes),
        None if arguments.masks is None else read_masks(arguments.masks),
    )


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


def _explain_one(
    ref: ImageRef,
    name: str,
    arguments: argparse.Namespace,
    services: Services,
    evidence: Evidence,
    segmentations: Segmentations,
    progress: ProgressCallback,
) -> list[TrustCard]:
    """Writes the files of one image, prints their names, and returns the cards of its maps."""
    from radviewer.cli.explain_files import export_map, write_map, write_trust
    from radviewer.workbench.map_files import MapKind
    from radviewer.workbench.trust import trust_card

    cards: list[TrustCard] = []
    result = _result(ref, arguments, services, progress)
    image = services.read_image(ref)
    style = _style(arguments)
    if arguments.trust:
        evidence.mask(image)  # what does not fit the image is told before anything is written
    for explanation in result.explanations:
        stem = arguments.out / f"{name}.{explanation.method}.{explanation.label.key}"
        # First what may be refused, so that a refused image leaves nothing behind.
        exported: list[Path] = []
        if arguments.export == "seg":
            exported = segmentations.add(image, stem.name, explanation, style)
        elif arguments.export is not None:
            exported = [export_map(stem, image, explanation, style, MapKind(arguments.export))]
        written = write_map(stem, image, explanation, result, style) + exported
        if arguments.trust:
            card = trust_card(
                explanation, services, arguments.device, None, progress, evidence=evidence, seed=arguments.seed
            )
            cards.append(card)
            written.append(write_trust(stem, card))
        print("\n".join(map(str, written)))
        if arguments.trust:
            print(f"{name}, {explanation.label.name}: {cards[-1].sentence}")
    return cards


def _result(
    ref: ImageRef, arguments: argparse.Namespace, services: Services, progress: ProgressCallback
) -> AssistResult:
    from radviewer.workbench.pipeline import run as run_pipeline
    from radviewer.workbench.requests import AssistRequest

    manifest = services.registry.get(arguments.model).manifest
    if arguments.label is None:
        first = run_pipeline(AssistRequest(ref, arguments.model, arguments.device, ()), services)
        labels: tuple[str, ...] = (first.prediction.top.label.key,)
    elif arguments.label == _ALL:
        labels = tuple(label.key for label in manifest.labels)
    else:
        labels = (arguments.label,)
    method = Method(arguments.method)
    request = AssistRequest(ref, arguments.model, arguments.device, (method,), labels, arguments.layer, arguments.seed)
    return run_pipeline(request, services, None, progress)


def _style(arguments: argparse.Namespace) -> OverlayStyle:
    return OverlayStyle(
        opacity=arguments.opacity,
        threshold=arguments.threshold,
        color_map=ColorMap(arguments.color_map),
        scale=_SCALES[arguments.scale],
        draw=DrawMode(arguments.draw),
        threshold_by=ThresholdMode(arguments.threshold_by),
    )
