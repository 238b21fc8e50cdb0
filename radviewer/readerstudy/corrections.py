"""A reader's own correction of an earlier call: which calls can be corrected, and what may be seen meanwhile.

A saved call never changes; a correction is a further record that names it, with a reason. The AI is shown again exactly
where it was shown before the call was made. A call that was made without AI and is corrected after the AI of the case
has been shown is kept, marked (`after_ai`), and does not count: see `OpenedStudy.valid`.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from radviewer.readerstudy.desk import ReaderDesk, SavedReading
from radviewer.readerstudy.public import AiOutput, PublicAssignment, Stage
from radviewer.readerstudy.schedule import Purpose


@dataclass(frozen=True, slots=True)
class EarlierCall:
    """A saved call of the present period, without its answers: a workstation cannot read those.

    Attributes:
        saved: Its newest record.
        item: What was read.
        after_ai: Whether the AI of this reading has been shown since, so that a correction would not count.
    """

    saved: SavedReading
    item: PublicAssignment
    after_ai: bool


@dataclass(frozen=True, slots=True)
class EarlierView:
    """What is on the screen while a call is corrected.

    Attributes:
        call: The call.
        files: Images of the case.
        ai: What the AI showed before the call was made; None where it showed nothing.
    """

    call: EarlierCall
    files: tuple[Path, ...]
    ai: AiOutput | None


def earlier_calls(desk: ReaderDesk) -> tuple[EarlierCall, ...]:
    """The calls of the period that was read last, the newest first; practice has its answer and is left out."""
    released = desk.released()
    found = [
        EarlierCall(saved, item, stage is Stage.FIRST and item.id in released)
        for item in desk.assignments
        for stage in Stage
        if (saved := desk.reading(item.id, stage)) is not None
    ]
    period = max((call.item.period for call in found), default=0)
    real = [call for call in found if call.item.period == period and call.item.purpose is not Purpose.TRAINING]
    return tuple(sorted(real, key=lambda call: (call.item.number, call.saved.stage is Stage.FINAL), reverse=True))


def reopened(desk: ReaderDesk, call: EarlierCall) -> EarlierView:
    """The case of an earlier call as the reader saw it when the call was made."""
    ai = desk.shown_before(call.item) if call.saved.stage is Stage.FINAL else None
    return EarlierView(call, desk.files(call.item), ai)
