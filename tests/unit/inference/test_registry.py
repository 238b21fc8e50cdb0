"""Packs are found, listed with reasons when refused, and installed whole or not at all."""

from __future__ import annotations

import os
import pickle
import random
import shutil
from pathlib import Path

import pytest

from radviewer.core.errors import ModelPackProblem
from radviewer.inference import integrity, registry
from radviewer.inference.registry import Origin, Registry, install, read_pack
from tests.helpers.packs import quadrant_pack


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    quadrant_pack(tmp_path / "packs" / "quadrant")
    return tmp_path / "packs"


def refusal(folder: Path) -> str:
    with pytest.raises(ModelPackProblem) as caught:
        read_pack(folder)
    return caught.value.message


def test_a_sound_pack_is_found_by_its_id(packs: Path) -> None:
    pack = Registry((packs,)).get("quadrant")
    assert pack.folder == packs / "quadrant"
    assert pack.card.startswith("# Bright-quadrant")


def test_an_unknown_id_is_answered_with_the_known_ones(packs: Path) -> None:
    with pytest.raises(ModelPackProblem) as caught:
        Registry((packs,)).get("brian-mri")
    assert "brian-mri" in caught.value.message
    assert "quadrant" in caught.value.hint


def test_a_broken_pack_is_listed_with_its_reason_and_get_gives_it(packs: Path) -> None:
    (packs / "quadrant" / "card.md").write_text("something else")
    (packs / "empty").mkdir()
    entries = Registry((packs,)).entries()
    assert [entry.folder.name for entry in entries] == ["empty", "quadrant"]
    assert all(entry.manifest is None and entry.problem is not None for entry in entries)
    with pytest.raises(ModelPackProblem, match=r"card\.md"):
        Registry((packs,)).get("quadrant")


def test_200_random_single_bit_flips_are_all_refused_before_weights_are_parsed(
    packs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import safetensors.torch

    def forbidden(*_: object) -> None:
        raise AssertionError("weights were parsed")

    monkeypatch.setattr(safetensors.torch, "load", forbidden)
    folder = packs / "quadrant"
    files = [*integrity.pack_files(folder), integrity.SUMS_FILE]
    chance = random.Random(20260)
    for number in range(200):
        path = folder / files[number % len(files)]
        good = path.read_bytes()
        position = chance.randrange(len(good) * 8)
        bad = bytearray(good)
        bad[position // 8] ^= 1 << (position % 8)
        path.write_bytes(bad)
        refusal(folder)
        path.write_bytes(good)
    read_pack(folder)


@pytest.mark.parametrize("change", ["added", "missing", "link"])
def test_a_file_too_many_too_few_or_a_link_is_refused(packs: Path, change: str) -> None:
    folder = packs / "quadrant"
    if change == "added":
        (folder / "notes.txt").write_text("hello")
        assert "notes.txt" in refusal(folder)
    elif change == "missing":
        (folder / "checks" / "bright-upper-left.npy").unlink()
        assert "bright-upper-left.npy" in refusal(folder)
    else:
        (folder / "card.md").unlink()
        (folder / "card.md").symlink_to(packs.parent)
        assert "link" in refusal(folder)


def test_what_file_managers_leave_behind_does_no_harm(packs: Path) -> None:
    (packs / "quadrant" / ".DS_Store").write_bytes(b"x")
    (packs / "quadrant" / "Thumbs.db").write_bytes(b"x")
    read_pack(packs / "quadrant")


class Bomb:
    def __reduce__(self) -> tuple[object, tuple[str]]:
        return (os.system, ("touch /tmp/pickle-was-run",))


@pytest.mark.parametrize("name", ["weights.pt", "weights.pth", "model.ckpt", "weights.bin", "extra.pkl"])
def test_a_folder_with_a_pickle_by_name_is_refused(packs: Path, name: str) -> None:
    (packs / "quadrant" / name).write_bytes(b"anything")
    integrity.write_sums(packs / "quadrant")
    assert "pickle" in refusal(packs / "quadrant")


@pytest.mark.parametrize("head", [pickle.dumps(Bomb()), b"PK\x03\x04rest of a torch archive"])
def test_weights_that_are_a_pickle_by_content_are_refused(packs: Path, head: bytes) -> None:
    (packs / "quadrant" / "weights.safetensors").write_bytes(head)
    integrity.write_sums(packs / "quadrant")
    assert "pickle" in refusal(packs / "quadrant")


def test_a_folder_of_a_pickle_alone_says_so(tmp_path: Path) -> None:
    (tmp_path / "old" / "nested").mkdir(parents=True)
    (tmp_path / "old" / "nested" / "model.pth").write_bytes(b"x")
    assert "pickle" in refusal(tmp_path / "old")


def test_the_search_path_is_bundled_user_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, own_user_folders: Path
) -> None:
    first, second = tmp_path / "a", tmp_path / "b"
    monkeypatch.setenv("RADVIEWER_MODELS", f"{first}{os.pathsep}{second}")
    path = registry.default_search_path()
    assert path == (registry.bundled_folder(), own_user_folders / "data" / "models", first, second)


def test_a_folder_named_in_the_environment_that_is_missing_is_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("RADVIEWER_MODELS", str(tmp_path / "nowhere"))
    entry = Registry().entries()[-1]
    assert entry.origin is Origin.ENVIRONMENT
    assert entry.problem is not None
    assert "nowhere" in entry.problem.message


def test_the_environment_may_name_a_pack_itself(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RADVIEWER_MODELS", str(packs / "quadrant"))
    assert Registry().get("quadrant").folder == packs / "quadrant"


def test_the_second_pack_of_one_id_is_listed_as_hidden_by_the_first(packs: Path, tmp_path: Path) -> None:
    shutil.copytree(packs / "quadrant", tmp_path / "more" / "quadrant")
    first, second = Registry((packs, tmp_path / "more")).entries()
    assert first.problem is None
    assert second.problem is not None
    assert str(first.folder) in second.problem.message


def test_install_copies_a_pack_into_the_users_folder(packs: Path) -> None:
    pack = install(packs / "quadrant")
    assert pack.folder.parent == registry.user_folder()
    assert Registry().get("quadrant").folder == pack.folder
    assert [path.name for path in registry.user_folder().iterdir()] == ["quadrant"]
    with pytest.raises(ModelPackProblem, match="installed already"):
        install(packs / "quadrant")


def test_a_refused_pack_is_not_installed_in_part(packs: Path, tmp_path: Path) -> None:
    (packs / "quadrant" / "card.md").write_text("changed")
    with pytest.raises(ModelPackProblem):
        install(packs / "quadrant", tmp_path / "target")
    assert not (tmp_path / "target").exists()
