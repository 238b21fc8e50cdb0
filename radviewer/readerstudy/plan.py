"""The plan of an experiment with readers, as frozen values: what `reader-study.toml` says, and nothing else.

The designs are those of FDA's guidance on clinical performance assessment of computer-assisted detection devices
(28 September 2022) and of the multi-reader multi-case literature. The fields of these classes are the keys of the file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cached_property

from radviewer.readerstudy.canonical import LATER, digest
from radviewer.readerstudy.questions import Question


class DesignKind(StrEnum):
    """How readers, cases and conditions are crossed."""

    CROSSOVER = "crossover"
    SEQUENTIAL = "sequential"
    CONCURRENT = "concurrent"
    ON_REQUEST = "on-request"
    SPLIT_PLOT = "split-plot"
    PARALLEL = "parallel"


class Reveal(StrEnum):
    """When the AI's output appears."""

    AFTER_LOCK = "after-lock"
    FROM_START = "from-start"
    ON_REQUEST = "on-request"


class AiPart(StrEnum):
    """What of the AI's output is shown."""

    TEXT = "text"
    SCORE = "score"
    CALL = "call"
    HEAT_MAP = "heatmap"
    CONTOUR = "contour"


class MapSource(StrEnum):
    """Whose heat map is shown: the case's own, or (a sham) that of another case."""

    CASE = "case"
    OTHER_CASE = "other-case"


class Counterbalance(StrEnum):
    """What takes turns in a crossover: groups of cases within each reader (FDA's advice), or whole readers."""

    CASES = "cases"
    READERS = "readers"


@dataclass(frozen=True, slots=True)
class Condition:
    """One arm. A condition without AI parts is the unaided one.

    Attributes:
        name: As in exports.
        ai: What is shown of the AI.
        method: Explanation method of the map, for example "gradcam".
        layer: Layer of the map; empty for the method's own choice.
        opacity: Of the overlay at first sight, 0 to 1.
        reveal: When the AI appears; by default as the design says.
        map_from: Own map or a sham one.
        overlays: Types of overlay that are dealt to the cases, see `overlays`; instead of method, layer and map_from.
    """

    name: str
    ai: tuple[AiPart, ...] = ()
    method: str = ""
    layer: str = ""
    opacity: float = 0.5
    reveal: Reveal | None = None
    map_from: MapSource = MapSource.CASE
    overlays: tuple[str, ...] = field(default=(), metadata=LATER)

    @property
    def aided(self) -> bool:
        """Whether any AI output belongs to it."""
        return bool(self.ai)

    @property
    def shows_map(self) -> bool:
        """Whether a map, filled or as a contour, belongs to it."""
        return bool({AiPart.HEAT_MAP, AiPart.CONTOUR} & set(self.ai))


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in pixels of the image: left and top edge, width and height; `image` is the index in the case."""

    x: float
    y: float
    width: float
    height: float
    image: int = 0


@dataclass(frozen=True, slots=True)
class Truth:
    """The reference standard of one case and where it comes from; the mask's hash is filled in when it is frozen."""

    positive: bool
    source: str
    label: str = ""
    boxes: tuple[Box, ...] = ()
    mask: str = ""
    mask_sha256: str = ""


@dataclass(frozen=True, slots=True)
class MapFile:
    """A precomputed heat map: method, layer, file, and the SHA-256 of the file (filled in when the plan is frozen)."""

    method: str
    file: str
    layer: str = ""
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class AiFinding:
    """The AI's output for one case, computed ahead: probability 0-1, call, words, maps, boxes."""

    score: float
    call: bool | None = None
    text: str = ""
    maps: tuple[MapFile, ...] = ()
    boxes: tuple[Box, ...] = ()


@dataclass(frozen=True, slots=True)
class Case:
    """What a reader judges: one or more files or folders, named by what they contain.

    Attributes:
        name: Neutral name in exports; readers see only "case k of n".
        paths: Files or folders, relative to the plan file.
        truth: The reference standard.
        ai: The AI's output; may be missing only where no condition is aided.
        series: Series Instance UID to pick from the files; empty for all.
        sha256: Of the contents, see `case_files.content_hash`; filled in when the plan is frozen.
        training: Practice case with feedback; in no analysis.
        anchor: Read by all groups of a split-plot design.
    """

    name: str
    paths: tuple[str, ...]
    truth: Truth
    ai: AiFinding | None = None
    series: str = ""
    sha256: str = ""
    training: bool = False
    anchor: bool = False


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader; `group` is the arm (parallel) or case group (split-plot), empty to let the seed choose."""

    name: str
    experience: str = ""
    years: float | None = None
    group: str = ""


@dataclass(frozen=True, slots=True)
class StudyInfo:
    """Identity of the study."""

    id: str
    title: str
    seed: int
    investigator: str = ""
    notes: str = ""
    simulated: bool = False


@dataclass(frozen=True, slots=True)
class Design:
    """How the reading is arranged.

    Attributes:
        kind: The design.
        washout_days: Between two readings of the same case in different arms; FDA's guidance names four weeks.
        counterbalance: What takes turns in a crossover.
        sittings: Parts into which the readings of one period are divided.
        interleave: Arms mixed within a sitting instead of one after the other.
        groups: Number of case groups of a split-plot design.
        repeats: Share of readings that are repeated to measure intra-reader variance, 0 to 0.5.
        sham_share: Share of cases whose AI output is false on purpose, 0 to 0.5.
        feedback: Whether practice cases show their truth afterwards.
    """

    kind: DesignKind
    washout_days: float = 28.0
    counterbalance: Counterbalance = Counterbalance.CASES
    sittings: int = 1
    interleave: bool = False
    groups: int = 2
    repeats: float = 0.0
    sham_share: float = 0.0
    feedback: bool = True


@dataclass(frozen=True, slots=True)
class Model:
    """The model that gave the AI outputs, and the operating point of its calls (probability 0-1)."""

    id: str
    version: str
    sha256: str = ""
    operating_point: float = 0.5


@dataclass(frozen=True, slots=True)
class Limits:
    """Time limits in seconds; None for no limit. A pause without activity longer than `idle_after` counts as idle."""

    case_seconds: float | None = None
    sitting_seconds: float | None = None
    idle_after: float = 30.0


@dataclass(frozen=True, slots=True)
class Viewing:
    """How the room shows an image at first: hanging, window, and whether readers may change it."""

    hanging: str = "1x1"
    window_center: float | None = None
    window_width: float | None = None
    window_locked: bool = False
    display: str = ""


@dataclass(frozen=True, slots=True)
class AnalysisPlan:
    """What was settled before the first read; the statistics report it beside what was found.

    Attributes:
        question: Question or hypothesis.
        primary_endpoint: The endpoint.
        primary_analysis: How it is analysed.
        noninferiority_margin: On the endpoint's scale; None for a test of superiority.
        planned_effect: The difference that the sample size was planned for.
        sample_size: How the numbers of readers and cases were found.
        stopping_rule: When reading ends; looking at results on the way is fair only if this was settled before.
    """

    question: str = ""
    primary_endpoint: str = ""
    primary_analysis: str = ""
    noninferiority_margin: float | None = None
    planned_effect: float | None = None
    sample_size: str = ""
    stopping_rule: str = ""


# Without slots, because the look-ups below are computed once and kept.
@dataclass(frozen=True)
class ReaderStudyPlan:
    """The whole plan. Two plans are the same study if and only if their `hash` is the same."""

    schema: int
    study: StudyInfo
    design: Design
    conditions: tuple[Condition, ...]
    questions: tuple[Question, ...]
    readers: tuple[Reader, ...]
    cases: tuple[Case, ...]
    model: Model | None = None
    limits: Limits = field(default_factory=Limits)
    viewing: Viewing = field(default_factory=Viewing)
    analysis: AnalysisPlan = field(default_factory=AnalysisPlan)

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the canonical form, in hexadecimal."""
        return digest(self)

    def condition(self, name: str) -> Condition:
        """The condition of that name (KeyError if there is none)."""
        return {condition.name: condition for condition in self.conditions}[name]

    def case(self, name: str) -> Case:
        """The case of that name (KeyError if there is none)."""
        return self._cases[name]

    @cached_property
    def _cases(self) -> dict[str, Case]:
        return {case.name: case for case in self.cases}

    @property
    def unaided(self) -> Condition | None:
        """The condition without AI."""
        return next((condition for condition in self.conditions if not condition.aided), None)

    def reveal(self, condition: Condition) -> Reveal:
        """When the AI appears under an aided condition."""
        if condition.reveal is not None:
            return condition.reveal
        kinds = {DesignKind.SEQUENTIAL: Reveal.AFTER_LOCK, DesignKind.ON_REQUEST: Reveal.ON_REQUEST}
        return kinds.get(self.design.kind, Reveal.FROM_START)

    def ai_call(self, case: Case) -> bool | None:
        """The AI's call: stated, or its score at the operating point; None without AI output."""
        if case.ai is None:
            return None
        if case.ai.call is not None:
            return case.ai.call
        return bool(case.ai.score >= (self.model.operating_point if self.model else 0.5))

    def ai_right(self, case: Case) -> bool | None:
        """Whether the AI's call is the truth; None without AI output."""
        call = self.ai_call(case)
        return None if call is None else call == case.truth.positive
