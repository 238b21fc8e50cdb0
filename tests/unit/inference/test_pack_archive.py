"""A pack comes in from a zip archive as from a folder, and nothing that an archive says is believed."""

from __future__ import annotations

import stat
import tempfile
import zipfile
from pathlib import Path

import pytest

from radviewer.core.errors import ModelPackProblem
from radviewer.inference import integrity, pack_archive
from radviewer.inference.pack_archive import as_folder
from radviewer.inference.registry import Pack, install
from tests.helpers.packs import quadrant_pack


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return quadrant_pack(tmp_path_factory.mktemp("packs") / "quadrant")


@pytest.fixture
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where archives are unpacked to in the test."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


def zipped(pack: Path, target: Path, inside: str = "", method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(target, "w", method) as archive:
        for path in sorted(pack.rglob("*")):
            archive.write(path, f"{inside}{path.relative_to(pack).as_posix()}")
    return target


@pytest.mark.parametrize("inside", ["", "quadrant/", "any name/"])
def test_an_archive_is_installed_as_its_folder_would_be(
    pack: Path, tmp_path: Path, temporary: Path, inside: str
) -> None:
    installed = install(zipped(pack, tmp_path / "p.zip", inside), tmp_path / "own")
    assert installed.folder == tmp_path / "own" / "quadrant"
    assert integrity.sums_text(installed.folder) == integrity.sums_text(pack)
    assert not list(temporary.iterdir())


def test_what_the_check_refuses_is_not_put_in_place(pack: Path, tmp_path: Path, temporary: Path) -> None:
    seen: list[str] = []

    def refuse(candidate: Pack) -> None:
        seen.append(candidate.manifest.id)
        raise ModelPackProblem("Its scores are others here.")

    with pytest.raises(ModelPackProblem, match="others here"):
        install(zipped(pack, tmp_path / "p.zip"), tmp_path / "own", refuse)
    assert seen == ["quadrant"]
    assert not (tmp_path / "own").exists()
    assert not list(temporary.iterdir())


def test_an_altered_archive_is_refused(pack: Path, tmp_path: Path) -> None:
    path = zipped(pack, tmp_path / "p.zip")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("checks/more.npy", b"not listed")
    with pytest.raises(ModelPackProblem, match="does not list"):
        install(path, tmp_path / "own")


def link(path: Path) -> None:
    entry = zipfile.ZipInfo("weights-link")
    entry.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(entry, "/etc/passwd")


def encrypted(path: Path) -> None:
    data = bytearray(path.read_bytes())
    data[data.index(b"PK\x01\x02") + 8] |= 1  # general purpose bit 0 of the first entry, APPNOTE 4.4.4
    path.write_bytes(data)


def upwards(path: Path) -> None:
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("../../evil", b"x")


@pytest.mark.parametrize("spoil", [link, encrypted, upwards])
def test_entries_that_no_pack_has_refuse_the_archive(pack: Path, tmp_path: Path, spoil: object) -> None:
    path = zipped(pack, tmp_path / "p.zip")
    assert callable(spoil)
    spoil(path)
    with pytest.raises(ModelPackProblem, match="no pack has"):
        install(path, tmp_path / "own")
    assert not list(tmp_path.rglob("evil*"))


def test_a_doubled_entry_refuses_the_archive(pack: Path, tmp_path: Path) -> None:
    path = zipped(pack, tmp_path / "p.zip")
    with zipfile.ZipFile(path, "a") as archive, pytest.warns(UserWarning, match="Duplicate name"):
        archive.writestr("card.md", b"another card")
    with pytest.raises(ModelPackProblem, match="cannot be read as a zip archive"):
        install(path, tmp_path / "own")


def test_too_much_is_refused_before_and_while_unpacking(
    pack: Path, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(pack, tmp_path / "p.zip")
    monkeypatch.setattr(pack_archive, "MAX_FILES", 3)
    with pytest.raises(ModelPackProblem, match="more than a pack can"), as_folder(path):
        pass
    monkeypatch.setattr(pack_archive, "MAX_FILES", 1000)
    monkeypatch.setattr(pack_archive, "MAX_BYTES", 2000)
    with pytest.raises(ModelPackProblem, match="more than a pack can"), as_folder(path):
        pass
    # Sizes in the list of contents are claims: what comes out is counted too.
    monkeypatch.setattr(zipfile.ZipFile, "infolist", lambda archive: [_small(entry) for entry in archive.filelist])
    with pytest.raises(ModelPackProblem, match=r"more than a pack can|cannot be read"), as_folder(path):
        pass
    assert not list(temporary.iterdir())


def _small(entry: zipfile.ZipInfo) -> zipfile.ZipInfo:
    entry.file_size = min(entry.file_size, 1)
    return entry


def test_a_torn_archive_and_one_of_two_packs_are_refused(pack: Path, tmp_path: Path) -> None:
    path = zipped(pack, tmp_path / "p.zip")
    (tmp_path / "torn.zip").write_bytes(path.read_bytes()[: path.stat().st_size // 2])
    both = zipped(pack, tmp_path / "both.zip", "one/")
    with zipfile.ZipFile(both, "a") as archive:
        archive.write(pack / "model.toml", "two/model.toml")
    for name, words in (("torn.zip", "cannot be read as a zip archive"), ("both.zip", "more than one")):
        with pytest.raises(ModelPackProblem, match=words):
            install(tmp_path / name, tmp_path / "own")
