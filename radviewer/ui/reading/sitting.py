"""A sitting from its first page to its last: which page is on the screen, and what the session's answers lead to.

welcome -> case -> case -> ... -> all read -> end of the sitting
case -> pause, or locked after a time without input -> the same case
pause, break between cases, all read -> correction of earlier calls -> back
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime
from typing import Any

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from radviewer.core.errors import Problem
from radviewer.readerstudy.session import SessionState
from radviewer.ui.i18n import said, said_problem, tr
from radviewer.ui.reading.case_flow import CaseFlow
from radviewer.ui.reading.case_loader import CaseLoader
from radviewer.ui.reading.correction import CorrectionPage
from radviewer.ui.reading.driver import SessionDriver, Standing, Step
from radviewer.ui.reading.pages import Page, RoomPage, keys_text
from radviewer.ui.reading.side_panel import SidePanel

__all__ = ["GUARD_MS", "Page", "Sitting"]

GUARD_MS = 300
PIN_AFTER_MS = 2 * 60 * 1000  # a pause that is longer asks for the PIN, if there is one
_WAIT_MS = 500  # after the first wrong PIN; each further one doubles it
_LONGEST_WAIT_MS = 15_000


class Sitting(QObject):
    """Leads through a sitting.

    Signals:
        over: The sitting has ended and everything is saved.
        leave_requested: The window may close.
        case_shown: A case came to the screen, or came back to it.

    Args:
        driver: The session.
        loader: Where images come from.
        flow: The present case.
        panel: The panel beside the image.
        pages: Page 0 holds `message`, page 1 the case, page 2 `correction`.
        message: Where words are shown.
        correction: Where earlier calls are corrected.
        facts: Facts about the display, asked for when the sitting begins.
        guard_ms: Time after a part appeared in which Enter is not taken: the second half of a double press or click
            must not save a call that nobody has looked at.
    """

    over = Signal()
    leave_requested = Signal()
    case_shown = Signal()

    def __init__(
        self, driver: SessionDriver, loader: CaseLoader, flow: CaseFlow, panel: SidePanel, pages: QStackedWidget,
        message: RoomPage, correction: CorrectionPage, facts: Callable[[], dict[str, Any]], guard_ms: int = GUARD_MS,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._driver, self._loader, self._flow, self._panel = driver, loader, flow, panel
        self._pages, self._message, self._correction, self._facts = pages, message, correction, facts
        self.page = Page.WELCOME
        self._standing: Standing | None = None
        self._feedback = False  # the truth of a practice case is on the screen; Enter goes on
        self._locked = False
        self._told_over = False
        self._wrong_pins = 0
        self._part: tuple[int, int] | None = None
        self._focused: QWidget | None = None
        self._before_correction = Page.PAUSED
        self._break_words = ("", "")
        self._since_pause, self._since_part = QElapsedTimer(), QElapsedTimer()
        self._guard_ms = guard_ms
        message.chosen.connect(self._chosen)
        message.other_chosen.connect(self._other_chosen)
        message.more_chosen.connect(self._look_back)
        correction.back_requested.connect(self._leave_correction)
        driver.began.connect(self._began)
        driver.done.connect(self._done)
        driver.failed.connect(self._failed)

    # --- what the reader asks for ---------------------------------------------------------------------------------

    def welcome(self) -> None:
        """The first page; the first case is read ahead meanwhile."""
        words = [tr("You read cases one after the other. Each call is saved when you lock it.")]
        if self._driver.plan.simulated:
            words.insert(0, tr("SIMULATED: this is a demonstration with generated images. Its results mean nothing."))
        words += [keys_text(), tr("Research use only, not for diagnosis.")]
        self._say(Page.WELCOME, tr("Reading room"), "\n\n".join(words), tr("Begin   Enter"), tr("Leave"),
                  entry=tr("Luminance in cd/m\N{SUPERSCRIPT TWO}, if known"))  # fmt: skip
        self._loader.prefetch_case(self._driver.first_files())

    def go(self) -> None:
        """Locks, saves, or goes on after a practice case."""
        if self._since_part.isValid() and self._since_part.elapsed() < self._guard_ms:
            return
        if self._feedback and not self._driver.busy:
            self._feedback = False
            self._go_on()
        else:
            self._flow.go()

    def pause(self, *, lock: bool = False) -> None:
        """Stops the time and hides the case; with `lock` the PIN is asked for afterwards."""
        if self.page in {Page.CASE, Page.KEYS} and self._driver.open:
            self._settle()
            self._locked = lock
            self._driver.pause()
        elif lock and self.page is Page.CORRECTION and not self._driver.busy:
            self._locked = True  # what is entered for a correction is lost; no case may stay on the screen
            self._leave_correction()

    def end(self) -> None:
        """Ends the sitting; an open case will be opened anew."""
        if not self._driver.busy:
            self._settle()
            self._driver.end()

    def show_keys(self) -> None:
        """Lists the keys; time goes on."""
        if self.page is Page.CASE:
            self._say(Page.KEYS, tr("Keys"), keys_text(), tr("Back to the case"))

    def hide_keys(self) -> None:
        """Back to the case."""
        if self.page is Page.KEYS:
            self._show_case()

    # --- pages ------------------------------------------------------------------------------------------------------

    def _settle(self) -> None:
        self._panel.questions.flush()
        self._flow.log.flush()

    def _say(self, page: Page, title: str, words: str, first: str, other: str = "", **more: Any) -> None:
        self.page = page
        self._pages.setCurrentIndex(0)
        self._message.fill(title, words, first, other, **more)

    def _show_case(self) -> None:
        self.page = Page.CASE
        self._pages.setCurrentIndex(1)
        self._panel.questions.focus_first()
        self.case_shown.emit()

    def _chosen(self, entered: str) -> None:
        if self._driver.busy:  # the pause of a break is being written down
            return
        match self.page:
            case Page.WELCOME:
                self._begin(entered)
            case Page.PAUSED:
                self._message.set_open(False)
                self._driver.resume(entered or None, ask_pin=self._pin_needed())
            case Page.BREAK | Page.TROUBLE:
                self._message.set_open(False)
                self._retry()
            case Page.KEYS:
                self._show_case()
            case Page.DONE:
                self.end()
            case Page.END:
                self.leave_requested.emit()

    def _other_chosen(self) -> None:
        if self.page is Page.WELCOME:
            self.leave_requested.emit()
        else:
            self.end()

    def _begin(self, luminance: str) -> None:
        facts = self._facts()
        try:
            if luminance.strip():
                facts["luminance_cd_m2"] = float(luminance.replace(",", "."))
        except ValueError:
            self._message.complain(tr("The luminance is a number, for example 400, or empty."))
            return
        self._message.set_open(False)
        self._driver.start(facts)

    def _pin_needed(self) -> bool:
        long = self._since_pause.isValid() and self._since_pause.elapsed() > PIN_AFTER_MS
        return (self._locked or long) and self._driver.has_pin()

    def _retry(self) -> None:
        """After a trouble or a break: back to the open case, or on to the next one."""
        if self._driver.state in {SessionState.FIRST, SessionState.FINAL}:
            self._show_case()
        elif self._driver.state is SessionState.PAUSED:
            self._driver.resume()
        elif self._driver.state is None:
            self._driver.start()
        else:
            self._driver.next_case()

    # --- what the session says --------------------------------------------------------------------------------------

    def _began(self, step: Step) -> None:
        self._focused = QApplication.focusWidget()  # what is closed for entries loses the keyboard
        self._panel.set_open(False)
        if step in {Step.LOCK, Step.COMMIT}:
            self._panel.set_saved(tr("Saving ..."))

    def _done(self, standing: Standing) -> None:
        self._standing = standing
        self._panel.set_open(True)
        if standing.saved is not None:
            self._panel.set_saved(tr("Saved {time}").format(time=f"{datetime.now():%H:%M:%S}"), good=True)
        handlers: Mapping[Step, Callable[[Standing], None]] = {
            Step.START: lambda _standing: self._driver.next_case(),
            Step.NEXT: self._opened,
            Step.LOCK: self._unlocked,
            Step.COMMIT: self._committed,
            Step.REQUEST_AI: self._revealed,
            Step.PAUSE: self._paused,
            Step.RESUME: self._resumed,
            Step.END: self._ended,
            Step.EARLIER: self._offer_earlier,
            Step.REOPEN: self._correction.show_again,
            Step.CORRECT: lambda standing: self._correction.saved(standing.earlier),
        }
        handlers[standing.step](standing)

    def _opened(self, standing: Standing) -> None:
        if standing.view is None:
            self._all_read(standing)
            return
        self._part = (standing.view.period, standing.view.sitting)
        self._since_part.start()
        self._flow.open(standing)
        self._show_case()
        self._loader.prefetch_case(standing.upcoming)

    def _unlocked(self, standing: Standing) -> None:
        self._since_part.start()
        self._flow.unlocked(standing)
        self._panel.questions.focus_first()

    def _revealed(self, standing: Standing) -> None:
        self._flow.revealed(standing)
        self._give_back_keyboard()

    def _give_back_keyboard(self) -> None:
        if self._focused is not None and self._panel.isAncestorOf(self._focused):
            self._focused.setFocus()

    def _committed(self, standing: Standing) -> None:
        if self._flow.finished(standing.feedback):
            self._feedback = True
            self._since_part.start()
            self._panel.set_next()
        else:
            self._go_on()

    def _go_on(self) -> None:
        """To the next case, unless a sitting ends here or its time is over."""
        standing, remaining = self._standing, self._driver.sitting_remaining_s
        if standing is None or standing.next_sitting is None:
            self._driver.next_case()
        elif self._part is not None and standing.next_sitting != self._part:
            words = tr("This sitting is finished: {done} of {total} readings are saved. Rest before you go on.")
            words = words.format(done=standing.done, total=standing.total)
            days = self._driver.plan.washout_days
            if days and standing.next_sitting[0] != self._part[0]:
                words += " " + tr("The next cases come after a washout of {days} days.").format(days=f"{days:g}")
            self._break(tr("End of the sitting"), words)
        elif remaining is not None and remaining < 0 and not self._told_over:
            self._told_over = True
            words = tr("The time that is planned for a sitting is over. A break is advised; all calls are saved.")
            self._break(tr("Time for a break"), words)
        else:
            self._driver.next_case()

    def _break(self, title: str, words: str) -> None:
        self._flow.clear()
        self._break_words = (title, words)
        self._say_break(title, words)
        self._driver.pause()

    def _say_break(self, title: str, words: str) -> None:
        self._say(Page.BREAK, title, words, tr("Go on   Enter"), tr("End sitting"), more=_correct_words())

    def _all_read(self, standing: Standing) -> None:
        words = [tr("{done} of {total} readings are saved.").format(done=standing.done, total=standing.total),
                 tr("You have read all cases. Thank you.")]  # fmt: skip
        self._flow.clear()
        self._say(Page.DONE, tr("All cases are read"), "\n\n".join(words), tr("Finish   Enter"), more=_correct_words())

    # --- corrections ------------------------------------------------------------------------------------------------

    def _look_back(self) -> None:
        """From a pause to the earlier calls; a pause that asks for the PIN asks for it first."""
        if self._driver.busy:
            return
        if self.page is Page.PAUSED and self._pin_needed():
            self._message.complain(tr("Enter your PIN and go on first; then pause, and correct the call."))
            return
        self._message.set_open(False)
        self._driver.look_back()

    def _offer_earlier(self, standing: Standing) -> None:
        self._before_correction = self.page
        self.page = Page.CORRECTION
        self._pages.setCurrentIndex(2)
        self._correction.offer(standing.earlier)

    def _leave_correction(self) -> None:
        """Back to the page that the corrections were opened from."""
        if self._driver.busy or self._standing is None:
            return
        self._correction.clear()
        if self._before_correction is Page.DONE:
            self._all_read(self._standing)
        elif self._before_correction is Page.BREAK:
            self._say_break(*self._break_words)
        else:
            self._say_paused()

    def _paused(self, _standing: Standing) -> None:
        self._since_pause.start()
        if self.page is not Page.BREAK:
            self._say_paused()

    def _say_paused(self) -> None:
        title = tr("Locked") if self._locked else tr("Pause")
        words = tr("The time stands still and the case is hidden. What you entered is kept.")
        secret = self._driver.has_pin()
        more = _correct_words() if self._driver.has_earlier else ""
        self._say(Page.PAUSED, title, words, tr("Go on   Enter"), tr("End sitting"),
                  entry=tr("PIN") if secret else "", secret=secret, more=more)  # fmt: skip

    def _resumed(self, standing: Standing) -> None:
        self._wrong_pins, self._locked = 0, False
        if standing.view is None:
            self._driver.next_case()
        else:
            self._show_case()
            self._flow.resumed()

    def _ended(self, standing: Standing) -> None:
        self._flow.clear()
        words = [tr("{done} of {total} readings are saved.").format(done=standing.done, total=standing.total)]
        if standing.backup is not None:
            words.append(tr("A copy of the study's store was made: {name}").format(name=standing.backup.name))
        self._say(Page.END, tr("End of the sitting"), "\n\n".join(words), tr("Close   Enter"))
        if standing.note:
            self._message.complain(tr("No copy of the store was made: {why}").format(why=said(standing.note)))
        self.over.emit()

    def _failed(self, step: Step, problem: Problem) -> None:
        self._panel.set_open(True)
        if step in {Step.LOCK, Step.COMMIT} and self._driver.open:
            self._panel.set_saved(tr("Not saved"))
            self._panel.say(problem.sentence())
            self._give_back_keyboard()
        elif self.page is Page.CORRECTION:
            self._correction.refuse(problem)
        elif step is Step.RESUME and self.page is Page.PAUSED:
            self._refuse_pin(problem)
        elif step is Step.REQUEST_AI:
            self._panel.say(problem.sentence())
            self._give_back_keyboard()
        else:
            self._flow.clear()
            title = tr("Not yet") if problem.kind == "washout" else tr("This did not work")
            self._say(Page.TROUBLE, title, said_problem(problem), tr("Try again   Enter"), tr("End sitting"))

    def _refuse_pin(self, problem: Problem) -> None:
        """Each wrong PIN makes the next try wait longer."""
        wait = min(_WAIT_MS * 2**self._wrong_pins, _LONGEST_WAIT_MS)
        self._wrong_pins += 1
        self._message.entry.clear()
        self._message.complain(problem.sentence())
        self._message.set_open(False)
        QTimer.singleShot(wait, self, self._open_pin)

    def _open_pin(self) -> None:
        if self.page is Page.PAUSED:
            self._message.set_open(True)
            self._message.entry.setFocus()


def _correct_words() -> str:
    return tr("Correct an earlier call...")
