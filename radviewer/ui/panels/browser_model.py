"""The rows of the study browser as a Qt model: patient > study > series, with what a drag of one carries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QMimeData, QModelIndex, Qt
from PySide6.QtGui import QPixmap, QStandardItem, QStandardItemModel

from radviewer.core.study import Series, Study
from radviewer.ui.i18n import said, tr
from radviewer.ui.panels.browser_delegate import BADGE_ROLE, KIND_ROLE, PICTURE_ROLE, SUBTITLE_ROLE, UID_ROLE
from radviewer.ui.series_drag import SERIES_MIME, series_mime
from radviewer.workbench.browsing import patient_title, series_subtitle, series_title, study_title
from radviewer.workbench.study_keys import study_key

_DRAG = Qt.ItemFlag.ItemIsDragEnabled


class BrowserModel(QStandardItemModel):
    """A catalog's rows."""

    def __init__(self) -> None:
        super().__init__()
        self.series: dict[str, QStandardItem] = {}
        self.studies: dict[str, QStandardItem] = {}

    def mimeTypes(self) -> list[str]:
        """What a drag is."""
        return [SERIES_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """What a drag carries: the first row's series."""
        for index in indexes:
            uid = index.data(UID_ROLE)
            if uid:
                return series_mime(str(uid))
        return QMimeData()

    def fill(
        self, studies: Sequence[Study], pictures: Mapping[str, QPixmap], numbers: Mapping[tuple[str, str], int] | None
    ) -> None:
        """Makes the rows anew.

        Args:
            studies: In their order; those of one patient come together where the first of them stands.
            pictures: By series UID.
            numbers: In de-identified mode the number of each patient (by name and ID), else None.
        """
        self.clear()
        self.series.clear()
        self.studies.clear()
        hidden = numbers is not None
        patients: dict[tuple[str, str], QStandardItem] = {}
        for study in studies:
            key = (study.patient_name, study.patient_id)
            if key not in patients:
                title = patient_title(study, tr)
                if numbers is not None:
                    title = tr("Patient {number}").format(number=numbers.get(key, 0))
                patients[key] = _row("patient", title, "" if hidden else study.patient_id)
                self.appendRow(patients[key])
            self._add_study(patients[key], study, pictures, hidden=hidden)

    def _add_study(self, parent: QStandardItem, study: Study, pictures: Mapping[str, QPixmap], *, hidden: bool) -> None:
        item = _row("study", _titled(study_title(study, hidden=hidden), "Study"), "")
        parent.appendRow(item)
        self.studies[study_key(study)] = item
        with_images = [series for series in study.series if series.frame_count]
        if with_images:
            item.setData(with_images[0].uid, UID_ROLE)
            item.setFlags(item.flags() | _DRAG | Qt.ItemFlag.ItemIsSelectable)
        for series in study.series:
            child = _series_row(series, hidden=hidden)
            item.appendRow(child)
            self.series[series.uid] = child
            if series.uid in pictures:
                child.setData(pictures[series.uid], PICTURE_ROLE)

    def mark(self, badges: Mapping[str, tuple[str, str]]) -> None:
        """Puts (text, colour token) at the right of studies, by key; takes it from the others."""
        for key, item in self.studies.items():
            badge = badges.get(key)
            if item.data(BADGE_ROLE) != badge:
                item.setData(badge, BADGE_ROLE)
                item.setToolTip(badge[0] if badge else "")


def _series_row(series: Series, *, hidden: bool) -> QStandardItem:
    title = _titled(series_title(series, hidden=hidden), "Series")
    if hidden and series.number is not None:
        title = f"{series.modality or tr('Series')} {tr('series {number}').format(number=series.number)}"
    subtitle = said(series_subtitle(series, hidden=hidden))
    made = _row("series", title, subtitle)
    made.setData(series.uid, UID_ROLE)
    made.setSelectable(True)
    made.setEnabled(series.frame_count > 0)
    if series.frame_count:
        made.setFlags(made.flags() | _DRAG)
    made.setToolTip(f"{title}\n{subtitle}")
    made.setAccessibleText(f"{title}, {subtitle}")
    return made


def _titled(title: str, word: str) -> str:
    """A title; the word that stands for a missing one, in the language of the window."""
    return tr(word) + title.removeprefix(word) if title == word or title.startswith(f"{word}  ") else title


def _row(kind: str, title: str, subtitle: str) -> QStandardItem:
    item = QStandardItem(title)
    item.setData(kind, KIND_ROLE)
    item.setData(subtitle, SUBTITLE_ROLE)
    item.setFlags(item.flags() & ~_DRAG & ~Qt.ItemFlag.ItemIsDropEnabled)
    item.setSelectable(False)
    return item
