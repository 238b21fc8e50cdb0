"""The window is German from edge to edge: what is made below it is said in German, with its values, and back again.

The texts below the window are enumerated from the source by `packaging/texts_below.py`; nothing has to be registered.
"""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from radviewer.core.errors import Problem
from radviewer.core.explanation import Method
from radviewer.core.image import ImageFacts, ImageRef
from radviewer.core.prediction import GateResult, GateVerdict
from radviewer.core.slice_order import geometry_warnings
from radviewer.core.volume_geometry import VolumeGeometry
from radviewer.inference.gate import judge
from radviewer.inference.manifest import GateSpec
from radviewer.report.drawing import Drawing
from radviewer.report.page import Bullets, Callout, Facts, Figure, Page, Paragraph, Section, Table
from radviewer.ui.canvas.readouts import corner_said, scale_said, window_said
from radviewer.ui.explaining.trust_box import TrustBox, TrustView
from radviewer.ui.i18n import Language, Translators, put, said, said_problem, tr
from radviewer.ui.language import say_anew
from radviewer.ui.panels.findings_panel import FindingsPanel
from radviewer.ui.phrases import FIELD, speaks
from radviewer.ui.statistics.page_words import page_in_words
from radviewer.ui.status import StatusLine
from radviewer.ui.strip import MessageStrip
from radviewer.ui.theme import Theme
from radviewer.workbench.orientation import Orientation
from radviewer.workbench.remarks import remarks_page
from radviewer.workbench.requests import AssistRequest
from radviewer.workbench.settings import ThemeName
from tests.ui.fakes import make_map, make_result, square_image
from tests.ui.test_explaining import card

ROOT = Path(__file__).resolve().parents[2]
# Words of plain English that no German sentence has.
ENGLISH = re.compile(
    r"\b(the|is|are|were|of|and|not|with|without|this|that|these|has|have|cannot|from|which|its|by|for|on|to|there)\b",
    re.IGNORECASE,
)
REF = ImageRef(Path("/phantom/one"), 0)


@pytest.fixture(autouse=True)
def no_widget_is_left(qapp: QApplication) -> Iterator[None]:
    """Panels without a parent would be found by the next test that counts windows."""
    yield
    for widget in qapp.topLevelWidgets():
        widget.deleteLater()
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert qapp.topLevelWidgets() == []


@pytest.fixture(scope="module")
def below() -> ModuleType:
    spec = importlib.util.spec_from_file_location("texts_below", ROOT / "packaging" / "texts_below.py")
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def german(qapp: object) -> Iterator[Translators]:
    translators = Translators()
    translators.use(Language.GERMAN)
    yield translators
    translators.use(Language.ENGLISH)


def filled(template: str) -> tuple[str, dict[str, str]]:
    """A template with a number in each field."""
    values: dict[str, str] = {}
    for field in FIELD.findall(template):
        values.setdefault(field, str(13 + len(values)))
    return FIELD.sub(lambda found: values[found.group()], template), values


def test_what_is_made_below_the_window_is_said_in_german_with_its_values(
    german: Translators, below: ModuleType
) -> None:
    wrong = {}
    for template in below.texts():
        text, values = filled(template)
        wanted = FIELD.sub(lambda found, values=values: values[found.group()], tr(template))
        # Two templates that differ in the name of a field only are one text.
        if said(text) != wanted and re.sub(r"['„“]", "", said(text)) != re.sub(r"['„“]", "", wanted):
            wrong[text] = said(text)
    assert wrong == {}


def test_every_problem_that_the_source_can_raise_is_german_in_the_strip(german: Translators, below: ModuleType) -> None:
    strip = MessageStrip(Theme(ThemeName.DARK))
    problems = below.errors()
    assert len(problems) > 550
    english = {}
    for template in problems:
        hint = "Check the folder." if template.endswith(".") else ""
        strip.say_problem(Problem("input", filled(template)[0], hint))
        text = strip._text.text()
        assert not hint or text.endswith("Den Ordner prüfen."), text
        if ENGLISH.search(re.sub(r"`[^`]*`|'[^']*'|\"[^\"]*\"|\[[^]]*\]|--[a-z-]+ [a-z]+|[a-z_.]+ = \S+", "", text)):
            english[template] = text
    assert english == {}


def test_no_error_is_put_together_out_of_sight(below: ModuleType) -> None:
    """A message is a literal or an f-string, or is handed on; sums of texts would be missed by the catalogue."""
    hidden = []
    for path in below.reached():
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call) or not node.args:
                continue
            named = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            if named.endswith("Problem") or named in below.ERRORS:
                first = node.args[0]
                if isinstance(first, ast.BinOp) and not isinstance(first.op, ast.Mod):
                    hidden.append(f"{path.relative_to(ROOT)}:{node.lineno}")
    assert hidden == []


@pytest.mark.parametrize(
    ("english", "german_text"),
    [
        (
            "/d/a.dcm: its codestream is damaged (marker). Copy or export it again.",
            "/d/a.dcm: sein Codestream ist beschädigt (marker). Erneut kopieren oder exportieren.",
        ),
        (
            "/d/a.dcm: Permission denied. Check the name and the permissions.",
            "/d/a.dcm: Keine Berechtigung. Namen und Rechte prüfen.",
        ),
        (
            "plan.toml: models.op is 'a'. It must be a number or true or false.",
            "plan.toml: models.op ist 'a'. Verlangt ist: eine Zahl oder true oder false.",
        ),
        (
            "The header gives the modality CT; the model was made for MR or OT.",
            "Der Header nennt die Modalität CT; das Modell wurde für MR oder OT gemacht.",
        ),
        ("0.812 to 0.901", "0.812 bis 0.901"),
    ],
)
def test_words_of_the_program_inside_a_message_are_said_too(
    german: Translators, english: str, german_text: str
) -> None:
    assert said(english) == german_text


@pytest.mark.parametrize(
    "name", ["Müller, Anna", "Right, Wrong", "MR and CT of the head", "Meyer or Sons", "/data/Results/read.csv"]
)
def test_names_are_not_taken_for_words(german: Translators, name: str) -> None:
    label = QLabel(name)
    say_anew(Language.ENGLISH)
    assert label.text() == name
    problem = Problem("unreadable", f"{name}: the file exists already.", "Choose another name, or remove it first.")
    assert said_problem(problem).startswith(f"{name}: Die Datei gibt es schon.")


def test_a_message_follows_the_language_while_it_is_on_the_screen(qapp: object) -> None:
    translators = Translators()
    strip = MessageStrip(Theme(ThemeName.DARK))
    problem = Problem("unreadable", "/d/a.dcm: the file is damaged: its elements cannot be followed (ValueError).",
                      "Export or copy it again.")  # fmt: skip
    strip.say_problem(problem)
    assert strip._text.text() == problem.sentence()
    german_text = (
        "/d/a.dcm: Die Datei ist beschädigt: seinen Elementen kann nicht gefolgt werden (ValueError). "
        "Erneut exportieren oder kopieren."
    )
    for _ in range(2):
        translators.use(Language.GERMAN)
        say_anew(Language.ENGLISH)
        assert strip._text.text() == german_text
        translators.use(Language.ENGLISH)
        say_anew(Language.GERMAN)
        assert strip._text.text() == problem.sentence()
    translators.use(Language.GERMAN)
    strip.say_problem(problem)
    assert strip._text.text() == german_text
    translators.use(Language.ENGLISH)
    say_anew(Language.GERMAN)
    assert strip._text.text() == problem.sentence()


def test_the_reasons_of_the_input_gate_are_german(german: Translators) -> None:
    image = square_image(REF, facts=ImageFacts(kind="dicom", modality="CT", body_part="HEAD"))
    spec = GateSpec(modalities=("MR", "DX"), body_parts=("CHEST",))
    reasons = judge(image, np.zeros((1, 64, 96), dtype=np.float32), spec).reasons
    assert len(reasons) == 2
    panel = FindingsPanel(Theme(ThemeName.DARK))
    gate = GateResult(GateVerdict.REFUSED, reasons, 2.5, 1.5, 2.0)
    panel.set_prediction(make_result(AssistRequest(REF, "brain"), gate=gate).prediction, None)
    shown = "\n".join(part.text() for part in (panel.gate, panel.reasons, panel.distance, panel.context))
    assert "Der Header nennt die Modalität CT; das Modell wurde für MR oder DX gemacht." in shown
    assert "Abstand von den eigenen Daten 2.50 (ungewöhnlich über 1.50, abgelehnt über 2.00)" in shown
    assert ENGLISH.findall(shown) == []


@pytest.mark.parametrize("hit", [None, True, False])
def test_a_trust_card_is_german_with_all_its_checks(german: Translators, hit: bool | None) -> None:
    box = TrustBox(Theme(ThemeName.DARK))
    made = card(make_map(REF, "brain", "1.0", Method.GRADCAM, square_label()), noise=0.1, p=0.9, hit=hit)
    box.set_view(TrustView(available=True, card=made))
    box.more.setChecked(True)
    texts = [label.text() for label in box.findChildren(QLabel)] + [
        label.toolTip() for label in box.findChildren(QLabel)
    ]
    assert "wenn das Bild ein wenig Rauschen bekommt" in box.sentence.text()
    assert ENGLISH.findall("\n".join(texts)) == []


def square_label() -> object:
    from tests.ui.fakes import LABELS

    return LABELS[0]


def test_remarks_and_warnings_of_a_volume_are_german(german: Translators) -> None:
    axes = np.eye(3)
    positions = np.array([[0.0, 0.0, z] for z in (0.0, 1.0, 2.0, 5.0)])
    warnings = geometry_warnings(VolumeGeometry((4, 8, 8), axes, (1.0, 1.0), positions))
    tilted = np.array([[0.0, 0.3 * z, float(z)] for z in range(4)])
    warnings += geometry_warnings(VolumeGeometry((4, 8, 8), axes, (1.0, 1.0), tilted))
    assert len(warnings) == 2
    image = square_image(REF, facts=ImageFacts(kind="dicom", modality="CT", warnings=warnings))
    page = remarks_page(image, said)
    assert "Zwischen den Schichten 3 und 4 wurde auf 3.00 mm nichts gemessen." in said(warnings[0])
    assert ENGLISH.findall(page.replace("PixelSpacing", "")) == []


def test_corner_texts_are_german_and_names_in_them_are_kept(german: Translators) -> None:
    image = square_image(REF)
    assert window_said(image.voi[0], inverted=True) == "W 400  Z 176  own  invertiert"
    bar = scale_said(image, Orientation(), 2.0, 200.0)
    assert bar is not None and ENGLISH.findall(bar.text.replace("Pixel Spacing", "")) == []
    assert corner_said("0.5 x 0.5 mm  ImagerPixelSpacing, at the detector").endswith("am Detektor")
    assert corner_said("Right, Wrong") == "Right, Wrong"
    assert corner_said("No patient name") == "Kein Patientenname"


def test_a_page_of_statistics_is_said_block_by_block_and_its_numbers_stay(german: Translators) -> None:
    drawing = Drawing(100, 50, "Switches by reader", "R1: 3 to right, 1 to wrong of 20")
    drawing.text((0, 0), "harmful: right to wrong")
    sentence = (
        "For other readers and cases like these, the mean AUC of aided is higher than that of unaided: difference "
        "+0.0400, 95% interval +0.0100 to +0.0700, p = 0.01."
    )
    blocks = [
        Paragraph("No reading times were recorded for pairs of reads."),
        Bullets(("AUC: The interval of aided was cut at the limit of the endpoint's range.",)),
        Callout(sentence, "result"),
        Facts((("SHA-256 of the table", "0c5a"), ("Audit log", "Not verified: no audit log was given."))),
        Table("Means over readers by condition.", ("Condition", "Mean", "95 % interval"),
              (("AUC (60 cases)", "", ""), ("aided", "0.91", "0.88 to 0.94")), ("left", "right", "right")),
        Figure("Calls that were changed with AI, by reader.", drawing),
    ]  # fmt: skip
    page = Page("My study", "Reader study report", "2026-11-28", Facts(()), (Section("Summary", blocks),), "")
    made = page_in_words(page)
    assert made.title == "My study" and made.subtitle == "Bericht einer Leserstudie"
    table = made.sections[0].blocks[4]
    assert isinstance(table, Table)
    assert table.header == ("Bedingung", "Mittelwert", "95 %-Intervall")
    assert table.rows == (("AUC (60 Fälle)", "", ""), ("aided", "0.91", "0.88 bis 0.94"))
    shown = repr(made.sections)
    assert "Das Mittel (AUC) von aided liegt über dem von unaided: Unterschied +0.0400" in shown
    assert ENGLISH.findall(shown) == []


def test_what_stays_english_stays_english(german: Translators) -> None:
    from radviewer.core.errors import InputProblem, describe

    problem = describe(InputProblem("There is no file /x.", hint="Check the path."))
    assert problem.sentence() == "There is no file /x. Check the path."
    assert said_problem(problem) == "Es gibt keine Datei /x. Den Pfad prüfen."


def test_a_text_in_the_language_of_the_window_is_left_alone(german: Translators) -> None:
    label = QLabel()
    put(label, tr("Settings"))
    assert label.text() == "Einstellungen"
    assert speaks("f_reason") and not speaks("f_path")


def test_the_status_line_says_in_german_what_a_prediction_took(german: Translators, qtbot: QtBot) -> None:
    line = StatusLine()
    qtbot.addWidget(line)
    line.set_done("Predicted in 1.2 s on CPU")
    assert line.done.text() == "Vorhergesagt in 1.2 s auf CPU"
