"""What is known about the display on which a case is read; stored with each reading.

Luminance, ambient light and calibration cannot be asked of a screen. They are entered by hand or they are not known.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import qVersion
from PySide6.QtGui import QGuiApplication, QScreen


def display_facts(screen: QScreen | None = None) -> dict[str, Any]:
    """Facts of a screen.

    Args:
        screen: Where the room is; the primary one if None.

    Returns:
        Name, maker, model, size in device pixels and mm, scaling, bits a pixel, refresh rate, and Qt's platform and
        version. The serial number is left out: it can name a workstation and with it a reader.
    """
    found: QScreen | None = screen or QGuiApplication.primaryScreen()
    facts: dict[str, Any] = {"platform": QGuiApplication.platformName(), "qt": qVersion()}
    if found is None:  # no screen is connected just now
        return facts
    ratio = found.devicePixelRatio()
    size, physical = found.size(), found.physicalSize()
    return facts | {
        "screen": found.name(),
        "maker": found.manufacturer(),
        "model": found.model(),
        "pixels": [round(size.width() * ratio), round(size.height() * ratio)],
        "scaling": ratio,
        "mm": [round(physical.width(), 1), round(physical.height(), 1)],
        "bits": found.depth(),
        "hz": round(found.refreshRate(), 2),
        "screens": len(QGuiApplication.screens()),
    }
