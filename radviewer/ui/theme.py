"""Colours of the window: tokens from resources/themes, the style sheet made from them, contrast by WCAG 2.2."""

from __future__ import annotations

import tomllib
from pathlib import Path
from string import Template

from PySide6.QtGui import QColor, QFont, QPalette
from PySide6.QtWidgets import QApplication

from radviewer.ui.icons import write_tinted
from radviewer.workbench.resources import resource
from radviewer.workbench.settings import ThemeName

# (text, background) pairs that the window uses; a test holds each to 4.5 : 1.
TEXT_PAIRS: tuple[tuple[str, str], ...] = (
    *((text, ground) for text in ("text", "text_soft") for ground in ("window", "panel", "raised")),
    *((text, ground) for text in ("accent", "ok", "danger", "caution") for ground in ("window", "panel")),
    *(("accent", ground) for ground in ("raised", "caution_soft", "danger_soft")),  # flat buttons, also in the strip
    *(("text_soft", ground) for ground in ("accent_soft", "pressed")),
    *((text, "raised") for text in ("danger", "caution")),
    ("danger", "danger_soft"),
    ("ok", "caution_soft"),
    ("text", "accent_soft"),
    ("text", "pressed"),
    ("text", "caution_soft"),
    ("text", "danger_soft"),
    ("caution", "caution_soft"),
    ("accent_text", "accent"),
    ("overlay_text", "canvas"),
    ("overlay_soft", "canvas"),
    ("measure", "canvas"),
    ("overlay_caution", "canvas"),
)


class Theme:
    """The colours in force, by name; one object that all widgets share, so that they follow a change.

    Args:
        name: Which theme to start with.
    """

    def __init__(self, name: ThemeName) -> None:
        self.use(name)

    def use(self, name: ThemeName) -> None:
        """Changes the colours; what is drawn next has them."""
        self.name = name
        self._tokens: dict[str, str] = tomllib.loads(resource(f"themes/{name.value}.toml").read_text(encoding="utf-8"))

    def __getitem__(self, token: str) -> str:
        return self._tokens[token]

    @property
    def tokens(self) -> dict[str, str]:
        """Colours as "#RRGGBB" by name."""
        return dict(self._tokens)


def style_sheet(theme: Theme, folder: Path) -> str:
    """The window's style sheet.

    Args:
        theme: The colours.
        folder: Where tinted icons may be written that style sheets can only name as files.
    """
    values = theme.tokens
    values["icon_chevron"] = write_tinted("chevron-down", theme["text_soft"], folder).as_posix()
    values["icon_more"] = write_tinted("chevron-right", theme["text"], folder).as_posix()
    values["icon_check"] = write_tinted("check", theme["accent_text"], folder).as_posix()
    return Template(resource("themes/style.qss").read_text(encoding="utf-8")).substitute(values)


def apply_theme(application: QApplication, theme: Theme, folder: Path) -> None:
    """Puts a theme on the whole application."""
    application.setStyle("Fusion")
    palette = QPalette()
    for role, token in (
        (QPalette.ColorRole.Window, "window"),
        (QPalette.ColorRole.Base, "panel"),
        (QPalette.ColorRole.AlternateBase, "raised"),
        (QPalette.ColorRole.Button, "raised"),
        (QPalette.ColorRole.Text, "text"),
        (QPalette.ColorRole.WindowText, "text"),
        (QPalette.ColorRole.ButtonText, "text"),
        (QPalette.ColorRole.PlaceholderText, "text_soft"),
        (QPalette.ColorRole.ToolTipBase, "raised"),
        (QPalette.ColorRole.ToolTipText, "text"),
        (QPalette.ColorRole.Highlight, "accent"),
        (QPalette.ColorRole.HighlightedText, "accent_text"),
        (QPalette.ColorRole.Link, "accent"),
    ):
        palette.setColor(role, QColor(theme[token]))
    application.setPalette(palette)
    application.setStyleSheet(style_sheet(theme, folder))


def panel_font() -> QFont:
    """The system's font at the size that panels use, with figures of one width where the font has them."""
    font = QFont(QApplication.font())
    font.setPointSizeF(min(max(font.pointSizeF(), 9.5), 11.0))
    font.setFeature(QFont.Tag("tnum"), 1)
    return font


def contrast(one: str, other: str) -> float:
    """Contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance)."""
    brighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (brighter + 0.05) / (darker + 0.05)


def _luminance(color: str) -> float:
    def linear(part: str) -> float:
        value = int(part, 16) / 255
        return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)

    red, green, blue = (linear(color[start : start + 2]) for start in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
