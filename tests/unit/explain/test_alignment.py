"""A map lies on what it explains: letterboxed or cropped, of pixels that are not square, turned and mirrored."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from radviewer.core.explanation import Explanation, Method
from radviewer.core.geometry import PixelSpacing
from radviewer.core.image import Image, ImageRef, Window
from radviewer.core.overlay import OverlayStyle, ScaleMode
from radviewer.core.tasks import CancellationToken
from radviewer.explain.run import explain
from radviewer.inference.devices import Device
from radviewer.inference.manifest import ExplainSpec, Fit, InputSpec, InputStage
from radviewer.inference.predictor import Predictor
from radviewer.inference.registry import read_pack
from radviewer.workbench.orientation import Orientation
from radviewer.workbench.overlay_pixels import overlay_pixels
from radviewer.workbench.viewing import Viewport, place
from tests.helpers.networks import SPOT_SIZE, spot_detector
from tests.helpers.packs import quadrant_manifest, quadrant_pack

CELLS = 8  # of the CAM layer's grid, each way
METHODS = (Method.GRADCAM, Method.LAYERCAM, Method.SALIENCY, Method.OCCLUSION)
SHAPES = [((96, 96), 1.0), ((60, 160), 1.0), ((200, 80), 1.0), ((64, 128), 2.0), ((150, 90), 0.5), ((90, 90), 1.3)]


def detector(tmp_path: Path, fit: Fit) -> Predictor:
    """Finds a bright square of about 12 x 12 pixels of its input of 64 x 64."""
    manifest = quadrant_manifest()
    manifest = replace(
        manifest,
        input=InputSpec(InputStage.VOI, SPOT_SIZE, SPOT_SIZE, 1, (0.0,), (1.0,), fit=fit),
        labels=manifest.labels[:2],
        operating_points=(),
        explain=ExplainSpec("features", 1.0, 1.0),
    )
    pack = replace(read_pack(quadrant_pack(tmp_path / "pack")), manifest=manifest)
    return Predictor(pack, spot_detector(), Device("cpu", ""))


def picture(
    shape: tuple[int, int], aspect: float, fit: Fit, at: tuple[float, float]
) -> tuple[Image, tuple[float, float], float]:
    """Noise with one bright square on the screen, at a share of the middle part that cropping leaves.

    Returns:
        The image, the square's centre (row, column), and the screen's length of a model cell in image columns.
    """
    height, width = shape[0] * aspect, float(shape[1])
    least = min(height, width)
    seen = max(height, width) if fit is Fit.LETTERBOX else least
    side = 0.19 * seen
    y = (height - least) / 2 + at[0] * least
    x = (width - least) / 2 + at[1] * least
    generator = np.random.default_rng(3)
    pixels = generator.integers(25, 76, shape, dtype=np.uint8)
    rows = slice(round((y - side / 2) / aspect), round((y + side / 2) / aspect))
    columns = slice(round(x - side / 2), round(x + side / 2))
    pixels[rows, columns] = 242
    image = Image(
        pixels=pixels,
        ref=ImageRef(Path("a.png")),
        voi=(Window(128, 256),),
        spacing=PixelSpacing(aspect, 1.0),
        aspect=aspect,
    )
    return image, (y / aspect, x), seen / CELLS


@pytest.mark.parametrize(("shape", "aspect"), SHAPES)
@pytest.mark.parametrize("fit", [Fit.LETTERBOX, Fit.CENTER_CROP])
@pytest.mark.parametrize("at", [(0.35, 0.35), (0.6, 0.65)])
def test_a_map_is_on_the_bright_square_within_one_cell_however_it_is_shown(
    tmp_path: Path, shape: tuple[int, int], aspect: float, fit: Fit, at: tuple[float, float]
) -> None:
    image, center, cell = picture(shape, aspect, fit, at)
    assert image.aspect == pytest.approx(aspect)
    predictor = detector(tmp_path, fit)
    forward = predictor.forward(image, CancellationToken())
    found = explain(predictor, forward, METHODS, [predictor.labels[0].key], CancellationToken())
    for item in found:
        assert item.values.max() > 0
        row, column = middle(item.on_image())
        assert abs(row - center[0]) * aspect <= cell, item.method
        assert abs(column - center[1]) <= cell, item.method
        for turned in (Orientation(), Orientation(1), Orientation(2), Orientation(3, True), Orientation(0, True)):
            assert on_screen(item, image, turned, center) <= 1.0, (item.method, turned)


def middle(values: np.ndarray) -> tuple[float, float]:
    """Centre of what is at least 0.8 of the maximum, in continuous coordinates."""
    strong = np.argwhere(values >= 0.8 * values.max())
    row, column = strong.mean(axis=0) + 0.5
    return float(row), float(column)


def on_screen(item: Explanation, image: Image, turned: Orientation, center: tuple[float, float]) -> float:
    """Distance on the screen from the square's centre to the drawn map's, in cells of the model's grid."""
    placed = place(Viewport(), image.shape, image.aspect, turned, (500.0, 400.0))
    drawn = overlay_pixels(item, OverlayStyle(threshold=0.6, scale=ScaleMode.IMAGE_MAXIMUM))
    top, left, height, width = drawn.extent
    visible = np.argwhere(drawn.colors[..., 3] > 0)
    # The layer draws its picture over this extent under the image's own placement.
    points = (visible + 0.5) / drawn.colors.shape[:2] * (height, width) + (top, left)
    inside = points[((points >= 0) & (points <= image.shape)).all(axis=1)]  # what lies beyond the image is cut off
    x, y = placed.to_screen(*inside.mean(axis=0))
    wanted = placed.to_screen(*center)
    cell = placed.scale * width / CELLS
    return float(np.hypot(x - wanted[0], y - wanted[1]) / cell)
