"""Makes the icons of the Windows and macOS programs from the one drawing, resources/icons/radviewer.svg.

Run: python packaging/icons.py OUT
"""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
SIDES = (16, 24, 32, 48, 64, 128, 256)


def main() -> int:
    """Writes OUT/radviewer.ico and OUT/radviewer.icns."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PIL import Image
    from PySide6.QtCore import QBuffer, QIODevice, Qt
    from PySide6.QtGui import QGuiApplication, QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication([])
    drawing = QSvgRenderer(str(ROOT / "resources" / "icons" / "radviewer.svg"))

    def drawn(side: int) -> Image.Image:
        picture = QImage(side, side, QImage.Format.Format_ARGB32)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        drawing.render(painter)
        painter.end()
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        picture.save(buffer, "PNG")
        return Image.open(io.BytesIO(bytes(buffer.data().data()))).copy()

    pictures = [drawn(side) for side in SIDES]
    pictures[-1].save(out / "radviewer.ico", sizes=[(side, side) for side in SIDES], append_images=pictures[:-1])
    drawn(1024).save(out / "radviewer.icns", append_images=[drawn(side) for side in (32, 64, 128, 256, 512)])
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
