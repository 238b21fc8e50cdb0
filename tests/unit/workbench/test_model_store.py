"""Packs in the model manager: what is let in, what is refused and why, what may be removed; two models compared."""

from __future__ import annotations

import shutil
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest

from radviewer.core.errors import Cancelled, ModelPackProblem
from radviewer.core.image import ImageRef
from radviewer.core.labels import Label
from radviewer.core.prediction import GateResult, GateVerdict, OperatingPoint, Prediction, Score
from radviewer.core.tasks import CancellationToken
from radviewer.inference.integrity import write_sums
from radviewer.inference.registry import Registry
from radviewer.workbench.findings import gate_distance_text
from radviewer.workbench.model_comparison import compare
from radviewer.workbench.model_pages import model_page
from radviewer.workbench.model_store import ModelStore, size_text
from tests.helpers.packs import quadrant_pack


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quadrant_pack(tmp_path_factory.mktemp("packs") / "quadrant")


@pytest.fixture
def pack(original: Path, tmp_path: Path) -> Path:
    """A pack of the test's own, elsewhere than the installed ones."""
    return Path(shutil.copytree(original, tmp_path / "download" / "quadrant"))


@pytest.fixture
def store(tmp_path: Path) -> ModelStore:
    own = tmp_path / "own"
    own.mkdir()
    return ModelStore(Registry((own,)), own)


def zipped(folder: Path, target: Path, *, inside: str = "", extra: dict[str, bytes] | None = None) -> Path:
    with zipfile.ZipFile(target, "w") as archive:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                archive.write(path, f"{inside}{path.relative_to(folder).as_posix()}")
        for name, data in (extra or {}).items():
            archive.writestr(name, data)
    return target


def test_a_pack_is_added_from_a_folder_listed_and_removed(store: ModelStore, pack: Path, tmp_path: Path) -> None:
    assert store.cards() == ()
    added = store.add(pack, CancellationToken())
    assert added.folder == tmp_path / "own" / "quadrant"
    (card,) = store.cards()
    assert card.removable and card.problem is None and "For tests only." in card.card and card.size > 1000
    assert "4 golden cases agree" in store.verify(card.folder)
    assert set(store.manifests()) == {"quadrant"}
    store.remove(card.folder)
    assert store.cards() == () and list((tmp_path / "own").iterdir()) == []


@pytest.mark.parametrize("inside", ["", "quadrant/"])
def test_a_pack_is_added_from_a_zip_with_or_without_its_folder(
    store: ModelStore, pack: Path, tmp_path: Path, inside: str
) -> None:
    added = store.add(zipped(pack, tmp_path / "p.zip", inside=inside), CancellationToken())
    assert added.manifest.id == "quadrant"


def test_a_pack_with_one_altered_byte_is_refused(store: ModelStore, pack: Path) -> None:
    weights = pack / "weights.safetensors"
    data = bytearray(weights.read_bytes())
    data[-1] ^= 1
    weights.write_bytes(data)
    with pytest.raises(ModelPackProblem, match="checksum"):
        store.add(pack, CancellationToken())
    assert store.cards() == ()


def test_a_pack_whose_golden_cases_give_other_scores_is_refused(store: ModelStore, pack: Path) -> None:
    cases = pack / "checks" / "cases.toml"
    cases.write_text(cases.read_text().replace("upper-left = 0.9", "upper-left = 0.1", 1))
    write_sums(pack)
    with pytest.raises(ModelPackProblem, match="golden cases"):
        store.add(pack, CancellationToken())
    assert store.cards() == ()


def test_a_second_pack_of_the_same_id_is_refused(store: ModelStore, pack: Path) -> None:
    store.add(pack, CancellationToken())
    with pytest.raises(ModelPackProblem, match="installed already"):
        store.add(pack, CancellationToken())


@pytest.mark.parametrize("name", ["../evil", "/evil", "a/../../evil", "c:evil", "a\\..\\evil"])
def test_an_archive_with_an_entry_that_leaves_its_folder_is_refused(
    store: ModelStore, pack: Path, tmp_path: Path, name: str
) -> None:
    archive = zipped(pack, tmp_path / "p.zip", extra={name: b"x"})
    with pytest.raises(ModelPackProblem, match="entry that no pack has"):
        store.add(archive, CancellationToken())
    assert not list(tmp_path.rglob("evil*"))


def test_what_is_no_pack_is_refused_with_words(store: ModelStore, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    (tmp_path / "text.zip").write_text("no archive")
    zipped(tmp_path / "empty", tmp_path / "nothing.zip", extra={"readme.txt": b"hello"})
    for name, words in (("empty", "no model pack"), ("text.zip", "zip archive"), ("nothing.zip", "no model pack")):
        with pytest.raises(ModelPackProblem, match=words):
            store.add(tmp_path / name, CancellationToken())


def test_adding_can_be_cancelled(store: ModelStore, pack: Path) -> None:
    token = CancellationToken()
    token.cancel()
    with pytest.raises(Cancelled):
        store.add(pack, token)
    assert store.cards() == ()


def test_only_packs_of_the_users_own_folder_can_be_removed(pack: Path, tmp_path: Path) -> None:
    store = ModelStore(Registry((pack.parent,)), tmp_path / "own")
    (card,) = store.cards()
    assert not card.removable
    with pytest.raises(ModelPackProblem, match="not in your own folder"):
        store.remove(pack)
    assert pack.is_dir()


def test_a_broken_pack_is_listed_with_its_reason(store: ModelStore, pack: Path, tmp_path: Path) -> None:
    store.add(pack, CancellationToken())
    (tmp_path / "own" / "quadrant" / "card.md").write_text("changed")
    (card,) = store.cards()
    assert card.manifest is None and card.problem is not None and card.removable
    assert "Refused." in model_page(card) and "altered" in model_page(card)


def test_the_page_of_a_pack_names_its_points_gate_and_files(store: ModelStore, pack: Path) -> None:
    store.add(pack, CancellationToken())
    page = model_page(store.cards()[0])
    for words in (
        "| Upper left | 0.50 | 1.00 | 1.00 | arithmetic |",
        "Refuses colour pictures",
        "SHA\\-256",
        "not calib",
    ):
        assert words.replace("\\", "") in page
    assert page.count("\n# ") == 0 and page.startswith("# Bright")


def test_sizes_are_written_as_people_write_them() -> None:
    assert [size_text(size) for size in (5_000, 44_700_000)] == ["5.0 kB", "44.7 MB"]


# --- two models side by side -------------------------------------------------------------------------------------

TUMOUR, OTHER, OWN = Label("tumour", "Tumour"), Label("other", "Other"), Label("own", "Own")


def predicted(model: str, **probabilities: float) -> Prediction:
    labels = {label.key: label for label in (TUMOUR, OTHER, OWN)}
    scores = tuple(Score(labels[key], 0.0, value, True) for key, value in probabilities.items())
    points = tuple(OperatingPoint(key, 0.5, None, None, "test", "1") for key in probabilities)
    return Prediction(ImageRef(Path("/x")), model, "1", "cpu", scores, points)


def test_labels_of_both_models_are_compared_the_largest_difference_first() -> None:
    found = compare(predicted("a", tumour=0.25, other=0.5), predicted("b", tumour=0.75, other=0.625, own=0.1))
    assert [(label.key, label.difference) for label in found.labels] == [
        ("tumour", 0.5),
        ("other", 0.125),
        ("own", None),
    ]
    assert [label.disagrees for label in found.labels] == [True, False, False]
    assert found.cautions == ()


def test_a_model_that_refused_the_image_is_not_compared() -> None:
    refused = replace(predicted("b", tumour=0.9), gate=GateResult(GateVerdict.REFUSED, ("It is a colour picture.",)))
    found = compare(predicted("a", tumour=0.2), refused)
    assert [(label.first, label.second, label.difference) for label in found.labels] == [(0.2, None, None)]
    assert "refused this image" in found.cautions[0] and "colour picture" in found.cautions[0]


def test_flags_missing_calibration_and_labels_of_one_model_only_are_said() -> None:
    flagged = replace(predicted("b", tumour=0.9), gate=GateResult(GateVerdict.FLAGGED, ("It is darker.",)))
    assert "flagged" in compare(predicted("a", tumour=0.2), flagged).cautions[0]
    raw = predicted("b", tumour=0.9)
    raw = replace(raw, scores=tuple(replace(score, calibrated=False) for score in raw.scores))
    assert "not calibrated" in compare(predicted("a", tumour=0.2), raw).cautions[0]
    assert compare(predicted("a", tumour=0.2), predicted("b", own=0.2)).cautions == (
        "The models have no label in common.",
    )


def test_the_distance_of_an_image_is_said_with_its_limits() -> None:
    measured = replace(predicted("a", tumour=0.2), gate=GateResult(distance=1.234, flag_above=1.5, refuse_above=2.0))
    assert gate_distance_text(measured) == ("Distance from its own data 1.23 (unusual above 1.50, refused above 2.00)")
    assert gate_distance_text(predicted("a", tumour=0.2)) == ""
