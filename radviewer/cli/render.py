"""`radviewer render`: the grey values that the viewer shows, 1:1, as a PNG of 8 bits."""

from __future__ import annotations

import argparse
import math
import re
from pathlib import Path
from typing import TYPE_CHECKING

from radviewer.core.errors import UsageProblem

if TYPE_CHECKING:
    from radviewer.core.grayscale import Presentation
    from radviewer.core.image import Image


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declares the options."""
    parser.add_argument("path", type=Path, metavar="PATH", help="one image file")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE.png", help="where to; must not exist")
    parser.add_argument("--overwrite", action="store_true", help="replace FILE.png if it exists")
    parser.add_argument("--frame", type=int, default=0, metavar="N", help="frame of the file, from 0 (default: 0)")
    # argparse takes "-600,1500" for an option unless it is told that words which start like a number are none.
    parser._negative_number_matcher = re.compile(r"^-\.?\d")
    choice = parser.add_mutually_exclusive_group()
    choice.add_argument(
        "--window", type=_window, metavar="CENTER,WIDTH",
        help="window in units after the modality LUT (HU in CT), with the header's VOI LUT function (LINEAR if it has "
        "none)",
    )  # fmt: skip
    choice.add_argument("--voi", type=int, metavar="N", help="the header's window or VOI LUT number N, from 0")
    parser.add_argument("--invert", action="store_true", help="swap black and white")
    parser.epilog = (
        "Without --window and --voi: the header's first window or VOI LUT, else the full range of the image's values."
    )


def run(arguments: argparse.Namespace) -> int:
    """Renders and writes."""
    from radviewer.cli.main import OK
    from radviewer.cli.output import tell
    from radviewer.core.grayscale import display_values
    from radviewer.core.image import ImageRef
    from radviewer.io.export import write_png
    from radviewer.io.reader import frame_count, read_image

    if arguments.out.suffix.lower() != ".png":
        raise UsageProblem(f"{arguments.out}: only PNG is written.", hint="Let the name end in .png.")
    if arguments.path.is_dir():
        raise UsageProblem(f"{arguments.path} is a folder.", hint="Give one image file.")
    frames = frame_count(arguments.path)
    if not 0 <= arguments.frame < frames:
        which = "only frame 0" if frames == 1 else f"frames 0 to {frames - 1}"
        raise UsageProblem(f"{arguments.path} has no frame {arguments.frame}.", hint=f"It has {which}.")
    image = read_image(ImageRef(arguments.path, arguments.frame))
    pixels = display_values(image, _presentation(arguments, image))
    write_png(arguments.out, pixels, overwrite=arguments.overwrite)
    for warning in image.facts.warnings:
        tell(f"warning: {arguments.path}: {warning}")
    return OK


def _presentation(arguments: argparse.Namespace, image: Image) -> Presentation:
    from radviewer.core.grayscale import Presentation
    from radviewer.core.image import VoiFunction, Window

    if arguments.window is not None:
        center, width = arguments.window
        functions = [voi.function for voi in image.voi if isinstance(voi, Window)]
        function = functions[0] if functions else VoiFunction.LINEAR
        if function is VoiFunction.LINEAR and width < 1:
            raise UsageProblem(
                f"The width {width:g} is below 1.", hint="The LINEAR function needs a width of at least 1."
            )
        return Presentation(Window(center, width, function), arguments.invert)
    if arguments.voi is None:
        return Presentation(None, arguments.invert)
    if not 0 <= arguments.voi < len(image.voi):
        count = len(image.voi)
        which = "no window or VOI LUT of its own" if count == 0 else f"{count}, numbered 0 to {count - 1}"
        raise UsageProblem(f"{arguments.path} has no VOI {arguments.voi}.", hint=f"It has {which}.")
    return Presentation(image.voi[arguments.voi], arguments.invert)


def _window(text: str) -> tuple[float, float]:
    """CENTER,WIDTH with a width above 0."""
    parts = text.split(",")
    try:
        center, width = (float(part) for part in parts)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is not CENTER,WIDTH, for example 40,400") from None
    if not (math.isfinite(center) and math.isfinite(width)):
        raise argparse.ArgumentTypeError(f"'{text}' holds a number that is not finite")
    if width <= 0:
        raise argparse.ArgumentTypeError(f"the width is {width:g}, it must be above 0")
    return center, width
