"""Shows a report's page in the window: the same blocks that become HTML and PDF, as native widgets.

Figures are the report's own SVG, so the window cannot show other numbers than the file.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtSvgWidgets import QSvgWidget
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from radviewer.report.page import Bullets, Callout, Facts, Figure, Numbered, Page, Paragraph, Section, Table, numbered
from radviewer.report.svg import to_svg
from radviewer.report.text import inert
from radviewer.ui.i18n import tr

PAPER, INK, SOFT, RULE = "#ffffff", "#1b1f24", "#545b64", "#c9ced4"
_CALLOUTS = {"result": ("#e8f1fa", "#1f5f99"), "caution": ("#fdf3dc", "#8a5a00"), "note": ("#f1f3f5", "#545b64")}
_WIDTH = 900
_FIGURE_SCALE = 1.35


class PageView(QScrollArea):
    """A scrolling page on light paper, whatever the window's theme: statistics are read in daylight."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("pageView")
        self.setStyleSheet(
            f"#pageView, #paper, #paper QWidget {{ background: {PAPER}; }} #paper QLabel {{ color: {INK}; }}"
        )
        self._anchors: list[QWidget] = []
        self.setWidget(QWidget())

    def set_page(self, page: Page) -> None:
        """Shows another page and keeps the place that was being read."""
        place = self.verticalScrollBar().value()
        paper = QWidget()
        paper.setObjectName("paper")
        paper.setMaximumWidth(_WIDTH + 64)
        column = QVBoxLayout(paper)
        column.setContentsMargins(32, 24, 32, 32)
        column.setSpacing(10)
        column.addWidget(_text(f"<h1>{_safe(page.title)}</h1><p style='color:{SOFT}'>{_safe(page.subtitle)}</p>"))
        self._anchors = []
        for number, section, blocks in numbered(page):
            heading = _text(f"<h2>{number} {_safe(section.title)}</h2>")
            self._anchors.append(heading)
            column.addWidget(heading)
            for block in blocks:
                column.addWidget(_widget(block))
        column.addStretch(1)
        self.setWidget(paper)
        column.activate()
        self.verticalScrollBar().setValue(place)

    def show_section(self, index: int) -> None:
        """Scrolls to a section, counted from 0."""
        if 0 <= index < len(self._anchors):
            self.verticalScrollBar().setValue(self._anchors[index].y())


def titles(page: Page) -> list[str]:
    """Titles of the sections with their numbers."""
    return [f"{number}  {section.title}" for number, section, _ in numbered(page)]


def section_titled(page: Page, title: str) -> Section | None:
    """The section with this title, or None."""
    return next((section for section in page.sections if section.title == title), None)


def _widget(item: Numbered) -> QWidget:
    block = item.block
    if isinstance(block, Paragraph):
        return _text(f"<p>{_safe(block.text)}</p>")
    if isinstance(block, Bullets):
        return _text(f"<ul>{''.join(f'<li>{_safe(text)}</li>' for text in block.items)}</ul>")
    if isinstance(block, Callout):
        return _callout(block)
    if isinstance(block, Facts):
        rows = (
            f"<tr><td style='color:{SOFT}'>{_safe(a)}&nbsp;&nbsp;</td><td>{_safe(b)}</td></tr>" for a, b in block.rows
        )
        return _text(f"<table cellpadding='2'>{''.join(rows)}</table>")
    if isinstance(block, Table):
        return _text(_table_html(block, item.number))
    return _figure(block, item.number)


def _callout(block: Callout) -> QLabel:
    ground, ink = _CALLOUTS[block.kind]
    label = _text(_safe(block.text))
    label.setStyleSheet(f"background: {ground}; border-left: 3px solid {ink}; padding: 8px 12px;")
    return label


def _figure(block: Figure, number: int) -> QWidget:
    holder = QWidget()
    column = QVBoxLayout(holder)
    column.setContentsMargins(0, 4, 0, 4)
    picture = QSvgWidget()
    picture.load(QByteArray(to_svg(block.drawing, f"figure-{number}").encode()))
    size = QSize(round(block.drawing.width * _FIGURE_SCALE), round(block.drawing.height * _FIGURE_SCALE))
    picture.setFixedSize(size)
    picture.setAccessibleName(block.drawing.title)
    picture.setAccessibleDescription(block.drawing.description)
    column.addWidget(picture)
    note = f"<br><span style='color:{SOFT}'>{_safe(block.note)}</span>" if block.note else ""
    column.addWidget(_text(f"<b>{_numbered('Figure {number}.', number)}</b> {_safe(block.caption)}{note}"))
    return holder


def _table_html(block: Table, number: int) -> str:
    """A table as Qt's rich text can show it: rules above, below the head and at the end, numbers flush right."""
    columns = range(len(block.header))
    head = "".join(
        f"<th align='{block.align[i]}' style='border-bottom:1px solid {INK}'>{_safe(block.header[i])}</th>"
        for i in columns
    )
    rows = []
    for place, row in enumerate(block.rows):
        if place in block.groups:
            text = _safe(next((cell for cell in row if cell), ""))
            rows.append(f"<tr><td colspan='{len(row)}' style='color:{SOFT}'><b>{text}</b></td></tr>")
            continue
        mark = ("<b>", "</b>") if place in block.emphasis else ("", "")
        cells = "".join(f"<td align='{block.align[i]}'>{mark[0]}{_safe(row[i])}{mark[1]}</td>" for i in columns)
        rows.append(f"<tr>{cells}</tr>")
    note = f"<p style='color:{SOFT}'>{_safe(block.note)}</p>" if block.note else ""
    return (
        f"<p><b>{_numbered('Table {number}.', number)}</b> {_safe(block.caption)}</p>"
        f"<table width='100%' cellpadding='4' cellspacing='0' style='border-bottom:1px solid {RULE}'>"
        f"<tr>{head}</tr>{''.join(rows)}</table>{note}"
    )


def _numbered(words: str, number: int) -> str:
    return tr(words).format(number=number)


def _text(html: str) -> QLabel:
    label = QLabel(html)
    label.setTextFormat(Qt.TextFormat.RichText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    return label


def _safe(text: str) -> str:
    return escape(inert(text, longest=4000))
