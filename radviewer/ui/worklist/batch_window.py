"""The batch window: which model on which images, start, pause, continue, sort by score, export."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QProgressBar,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from radviewer.core.image import ImageRef
from radviewer.ui.i18n import tr
from radviewer.ui.panels.browser_filter import chooser
from radviewer.ui.panels.widgets import label
from radviewer.ui.side_window import SideWindow
from radviewer.ui.theme import Theme
from radviewer.ui.worklist.batch_model import BatchColumn, BatchModel, ImageName
from radviewer.ui.worklist.batch_runner import BatchRunner
from radviewer.ui.worklist.model import BAR_ROLE
from radviewer.ui.worklist.score_delegate import ScoreDelegate
from radviewer.workbench.batch import BatchImages
from radviewer.workbench.triage import Triage

_WIDTHS = {BatchColumn.IMAGE: 330, BatchColumn.SCORE: 90, BatchColumn.FINDING: 140, BatchColumn.GATE: 90}


class BatchWindow(SideWindow):
    """Shows the runner's batch.

    Signals:
        start_requested: (model id, `BatchImages`, source): a new batch.
        go_requested: Start or go on.
        pause_requested: Stop for now.
        retry_requested: Do those again that failed.
        kept_requested: The file of an earlier batch.
        open_requested: The number of the image to show.
        export_requested: A path that ends in .csv or .json.
    """

    start_requested = Signal(str, object, str)
    go_requested = Signal()
    pause_requested = Signal()
    retry_requested = Signal()
    kept_requested = Signal(object)
    open_requested = Signal(int)
    export_requested = Signal(object)

    def __init__(self, runner: BatchRunner, theme: Theme, parent: QWidget) -> None:
        super().__init__(tr("Predict many images"), parent, (900, 600))
        self._runner = runner
        self.model = BatchModel(theme)
        self.models = QComboBox()
        self.models.setAccessibleName(tr("Model"))
        self.images = chooser(tr("Which images"), {item: tr(item.value) for item in BatchImages})
        self.sources = chooser(tr("Of what"), {})
        self.sources.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.start = _button(tr("Start"), self._start, primary=True)
        self.go = _button(tr("Continue"), self.go_requested.emit)
        self.pause = _button(tr("Pause"), self.pause_requested.emit)
        self.retry = _button(tr("Try failed ones again"), self.retry_requested.emit)
        self.kept = QComboBox()
        self.kept.setAccessibleName(tr("Earlier batches"))
        self.kept.activated.connect(self._take_kept)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.note = label("", "soft")
        self.csv = _button(tr("Export CSV..."), lambda: self._ask_path("csv"))
        self.json = _button(tr("Export JSON..."), lambda: self._ask_path("json"))
        self.table = self._make_table(theme)
        self._build()
        self.retell()

    def _make_table(self, theme: Theme) -> QTableView:
        table = QTableView()
        table.setModel(self.model)
        table.setAccessibleName(tr("Images of the batch"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 12)
        table.horizontalHeader().setStretchLastSection(True)
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            table.setColumnWidth(int(column), width)
        table.setItemDelegateForColumn(int(BatchColumn.SCORE), ScoreDelegate(theme, BAR_ROLE, table))
        table.setSortingEnabled(True)
        table.sortByColumn(int(BatchColumn.IMAGE), Qt.SortOrder.AscendingOrder)
        table.activated.connect(lambda index: self.open_requested.emit(self.model.number(index.row())))
        return table

    def _build(self) -> None:
        first = QHBoxLayout()
        first.setSpacing(8)
        first.addWidget(self.models, 1)
        first.addWidget(self.images)
        first.addWidget(self.start)
        second = QHBoxLayout()
        second.setSpacing(8)
        second.addWidget(self.sources)
        second.addStretch(1)
        second.addWidget(label(tr("Earlier"), "soft", wrap=False))
        second.addWidget(self.kept)
        third = QHBoxLayout()
        third.setSpacing(8)
        third.addWidget(self.note, 1)
        for button in (self.retry, self.pause, self.go):
            third.addWidget(button)
        last = QHBoxLayout()
        last.setSpacing(8)
        last.addWidget(label(tr("Research use only, not for diagnosis."), "soft", wrap=False), 1)
        last.addWidget(self.csv)
        last.addWidget(self.json)
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        for row in (first, second):
            column.addLayout(row)
        column.addWidget(self.bar)
        column.addLayout(third)
        column.addWidget(self.table, 1)
        column.addLayout(last)

    # --- what is shown ---------------------------------------------------------------------------------------

    def set_models(self, choices: tuple[tuple[str, str], ...], chosen: str | None) -> None:
        """Offers models as (id, title)."""
        self.models.clear()
        for model, title in choices:
            self.models.addItem(title, model)
        place = self.models.findData(chosen)
        self.models.setCurrentIndex(max(place, 0))
        self.retell()

    def set_sources(self, sources: Mapping[str, str], chosen: str) -> None:
        """Offers what a new batch can be of, as key -> words."""
        self.sources.clear()
        for key, words in sources.items():
            self.sources.addItem(words, key)
        self.sources.setCurrentIndex(max(0, self.sources.findData(chosen)))
        self.start.setEnabled(bool(sources) and self.models.count() > 0)

    def set_kept(self, files: tuple[tuple[Path, str], ...]) -> None:
        """Offers earlier batches as (file, words)."""
        self.kept.clear()
        self.kept.addItem(tr("none chosen") if files else tr("none"), None)
        for path, words in files:
            self.kept.addItem(words, str(path))
        self.kept.setEnabled(bool(files))

    def set_batch(self, names: Mapping[ImageRef, ImageName], *, hidden: bool) -> None:
        """Shows the batch that the runner holds now."""
        self.model.set_batch(self._runner.batch, names, hidden=hidden)
        self.retell()

    def update_row(self, number: int) -> None:
        """Shows an answer that came."""
        self.model.update(number)
        self.retell()

    def sort_by_score(self) -> None:
        """The most suspicious first, as after a run."""
        self.table.sortByColumn(int(BatchColumn.SCORE), Qt.SortOrder.DescendingOrder)

    def retell(self) -> None:
        """Says how far the batch is, and offers what can be done."""
        batch, running = self._runner.batch, self._runner.running
        total = 0 if batch is None else len(batch.plan.items)
        done = 0 if batch is None else batch.done
        self.bar.setRange(0, max(total, 1))
        self.bar.setValue(done)
        self.go.setEnabled(batch is not None and not running and done < total)
        self.pause.setEnabled(running)
        self.csv.setEnabled(done > 0)
        self.json.setEnabled(done > 0)
        counts = self.model.counts() if not running else {}
        self.retry.setVisible(bool(counts.get(Triage.FAILED)))
        self.note.setText(self._words(done, total, counts))

    def _words(self, done: int, total: int, counts: dict[Triage, int]) -> str:
        batch = self._runner.batch
        if batch is None:
            return tr("Choose a model and press Start.")
        parts = [f"{batch.plan.model} {batch.plan.version}", tr("{done} of {total}").format(done=done, total=total)]
        left = self._runner.seconds_left
        if left is not None:
            parts.append(tr("about {time} left").format(time=f"{int(left) // 60}:{int(left) % 60:02d}"))
        for kind, words in (
            (Triage.CALLED, tr("{count} reach the operating point")),
            (Triage.REFUSED, tr("{count} refused by the gate")),
            (Triage.FAILED, tr("{count} failed")),
        ):
            if counts.get(kind):
                parts.append(words.format(count=counts[kind]))
        if not batch.kept:
            parts.append(tr("not kept after the program ends (de-identified mode)"))
        return "   ".join(parts)

    # --- what is asked for ------------------------------------------------------------------------------------

    def _start(self) -> None:
        images, source = BatchImages(self.images.currentData()), str(self.sources.currentData())
        self.start_requested.emit(str(self.models.currentData()), images, source)

    def _take_kept(self, place: int) -> None:
        path = self.kept.itemData(place)
        if path:
            self.kept_requested.emit(Path(path))

    def _ask_path(self, form: str) -> None:
        name, _ = QFileDialog.getSaveFileName(
            self, tr("Export predictions"), f"predictions.{form}", f"{form.upper()} (*.{form})"
        )
        if name:
            path = Path(name)
            self.export_requested.emit(path if path.suffix else path.with_suffix(f".{form}"))


def _button(text: str, call: Callable[[], object], *, primary: bool = False) -> QPushButton:
    made = QPushButton(text)
    if primary:
        made.setObjectName("primary")
    made.clicked.connect(lambda _checked=False: call())
    return made
