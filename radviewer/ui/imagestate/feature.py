"""Remarks on the image on the screen, and how much of its stack is decoded, in the status bar."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QSize
from PySide6.QtWidgets import QToolButton

from radviewer.ui.i18n import put, said, tr
from radviewer.ui.icons import icon
from radviewer.ui.imagestate.cache_bar import CacheBar
from radviewer.ui.imagestate.stack_prefetch import StackPrefetch
from radviewer.ui.text_window import TextWindow
from radviewer.workbench.remarks import remarks_page, remarks_title

if TYPE_CHECKING:
    from radviewer.ui.main_window import MainWindow
    from radviewer.workbench.prepared import PreparedImage

_LONGEST = 70  # characters of a remark in the status bar


class ImageStateFeature(QObject):
    """Says what was odd about the image, and decodes and shows its stack.

    Args:
        window: The window.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self.prefetch = StackPrefetch(window.backends.decoder, window.bridge, self)
        self.bar = CacheBar(window.theme)
        self.remarks = QToolButton()
        self.remarks.setObjectName("remarks")
        self.remarks.setAccessibleName(tr("Remarks on this image"))
        self.remarks.setAutoRaise(True)
        self.remarks.setToolButtonStyle(self.remarks.toolButtonStyle().ToolButtonTextBesideIcon)
        self.remarks.setIconSize(QSize(14, 14))
        self.remarks.clicked.connect(self.show_remarks)
        self.remarks.hide()
        status = window.parts.status
        status.insertPermanentWidget(1, self.remarks)  # between what runs and the mark
        status.insertPermanentWidget(2, self.bar)
        self.prefetch.changed.connect(self._show_bar)
        window.loader.ready.connect(lambda prepared: self.prefetch.note(prepared.ref))
        window.state.facts_changed.connect(lambda _old, _new: self._follow())

    @property
    def handlers(self) -> Mapping[str, Callable[[], None]]:
        """What its actions do."""
        return {"image.remarks": self.show_remarks}

    def close(self) -> None:
        """Decodes nothing more."""
        self.prefetch.stop()

    def show_remarks(self) -> None:
        """Opens all remarks with the way from the file to the screen."""
        prepared = self._prepared
        if prepared is not None:
            TextWindow(tr("Remarks on this image"), remarks_page(prepared.image, said), self._window).show()

    @property
    def _prepared(self) -> PreparedImage | None:
        return self._window.state.facts.prepared

    def _follow(self) -> None:
        stack = self._window.navigator.stack
        self.prefetch.follow(stack.refs if stack is not None else ())
        prepared = self._prepared
        title = said(remarks_title(prepared.image)) if prepared is not None else ""
        self.remarks.setVisible(bool(title))
        if title and prepared is not None:
            self.remarks.setIcon(icon("warning", self._window.theme, "caution"))
            self.remarks.setText(title if len(title) <= _LONGEST else title[: _LONGEST - 1] + "…")
            put(self.remarks, "\n".join(prepared.image.facts.warnings), "toolTip")
        self._show_bar()

    def _show_bar(self) -> None:
        refs, prepared = self.prefetch.refs, self._prepared
        at = refs.index(prepared.ref) if prepared is not None and prepared.ref in refs else -1
        self.bar.set_frames(tuple(ref in self.prefetch.there for ref in refs), at)
