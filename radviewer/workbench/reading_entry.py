"""Numbers typed digit by digit: what has been typed so far, what it says, and whether more can follow.

An answer is recorded once, when it is whole: "75" must not become a 7 that was changed to 75.
"""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class NumberEntry:
    """A number under way.

    Attributes:
        low: Lower end of the scale.
        high: Upper end.
        step: Distance of neighbouring values; 0 for any number.
        text: What was typed.
    """

    low: float
    high: float
    step: float = 1.0
    text: str = ""

    def typed(self, key: str) -> NumberEntry | None:
        """With one more character; None if it cannot follow."""
        if key.isdigit() and key.isascii():
            more = replace(self, text=self.text + key)
            return more if more._reachable() else None
        if key in {".", ","} and "." not in self.text and self._fractional:
            return replace(self, text=self.text + ".")
        if key == "-" and not self.text and self.low < 0:
            return replace(self, text="-")
        return None

    def erased(self) -> NumberEntry:
        """Without the last character."""
        return replace(self, text=self.text[:-1])

    @property
    def value(self) -> float | None:
        """The number, if it is one on the scale."""
        try:
            number = float(self.text)
        except ValueError:
            return None
        if not self.low <= number <= self.high:
            return None
        if self.step:
            steps = (number - self.low) / self.step
            if abs(steps - round(steps)) > 1e-9 * max(1.0, abs(steps)):
                return None
        return number

    @property
    def complete(self) -> bool:
        """Whether no further character can follow."""
        return self.value is not None and all(self.typed(key) is None for key in "0123456789.")

    @property
    def _fractional(self) -> bool:
        return not self.step or self.step != round(self.step) or self.low != round(self.low)

    def _reachable(self) -> bool:
        """Whether a number on the scale may begin so."""
        if self.text in {"00", "-0"} or (len(self.text) > 1 and self.text[0] == "0" and self.text[1] != "."):
            return False
        whole, _, part = self.text.partition(".")
        if len(part) > 4:
            return False
        number = float(self.text)
        bound = max(abs(self.low), abs(self.high))
        return abs(number) <= bound if not whole.startswith("-") else number >= self.low


def stepped(value: float | None, steps: float, low: float, high: float, step: float) -> float:
    """A value some steps further on its scale, on its grid; from the middle where there was none."""
    size = step or (high - low) / 100
    if value is None:
        return low + round((high - low) / 2 / size) * size
    return min(high, max(low, low + round((value - low) / size + steps) * size))
