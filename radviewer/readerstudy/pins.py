"""Readers' PINs on a shared workstation, hashed with Argon2id (RFC 9106) and never stored otherwise.

A PIN keeps readers from reading under each other's name by mistake or in passing. It is no protection against somebody
who copies the store: four digits are tried through in minutes whatever the hash.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from radviewer.core.errors import InputProblem
from radviewer.readerstudy.clock import moment
from radviewer.readerstudy.ledger import Record

_TRIES, _WAIT = 5, timedelta(seconds=60)


class PinProblem(InputProblem):
    """A PIN is missing, wrong, too short, or was tried too often."""

    kind = "pin"


def hashed(pin: str) -> str:
    """The PIN as it is stored.

    Raises:
        PinProblem: It is shorter than four characters.
    """
    from argon2 import PasswordHasher

    if len(pin) < 4 or len(pin) > 256:
        raise PinProblem("A PIN has at least four characters.", hint="Choose a longer one.")
    return PasswordHasher().hash(pin)


def matches(stored: str, pin: str) -> bool:
    """Whether a PIN is the stored one."""
    from argon2 import PasswordHasher
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return PasswordHasher().verify(stored, pin)
    except (VerificationError, InvalidHashError):
        return False


def refuse_hurry(failures: Sequence[Record], now: datetime) -> None:
    """Refuses another try after five failures within a minute.

    Raises:
        PinProblem: Too many tries.
    """
    recent = [record for record in failures if timedelta(0) <= now - moment(record.data["utc"]) < _WAIT]
    if len(recent) >= _TRIES:
        raise PinProblem("The PIN was tried too often.", hint="Wait a minute, or ask the administrator for a new one.")
