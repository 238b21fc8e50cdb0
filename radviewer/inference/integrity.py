"""Whether a pack is bit for bit what its author packed: `SHA256SUMS` over every file, checked before parsing any.

The list has one canonical text for a given folder, and it is compared as a whole: a flipped bit in weights, labels,
preprocessing, card or in the list itself is found. This is integrity, not authenticity: whoever can write the folder
can write the list. Pickles are refused by name and by content, because loading one runs its author's code
(PyTorch, "torch.load" security note).
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from radviewer.core.errors import ModelPackProblem

SUMS_FILE = "SHA256SUMS"

_PICKLE_SUFFIXES = {".pt", ".pth", ".bin", ".ckpt", ".pkl", ".pickle", ".joblib", ".pt2", ".model"}
_PICKLE_MAGICS = (b"PK\x03\x04", *(bytes([0x80, protocol]) for protocol in range(2, 6)))
_FURNITURE = {"Thumbs.db", "desktop.ini"}  # left behind by file managers
_CHUNK = 1 << 20
_HINT = "Install the pack again from its source."


def pack_files(folder: Path) -> list[str]:
    """Names of all files of a pack relative to it, with forward slashes, sorted; without the list itself.

    Raises:
        ModelPackProblem: The folder holds a link, whose target could lie anywhere.
    """
    names = []
    for path in folder.rglob("*"):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            raise ModelPackProblem(f"The pack {folder} holds a link ({name}).", hint="Put the file itself there.")
        if path.is_file() and name != SUMS_FILE and not path.name.startswith(".") and path.name not in _FURNITURE:
            names.append(name)
    return sorted(names)


def refuse_pickles(folder: Path) -> None:
    """Raises `ModelPackProblem` if a file is a pickle by its name or its first bytes."""
    for name in pack_files(folder):
        path = folder / name
        with path.open("rb") as stream:
            head = stream.read(4)
        if path.suffix.lower() in _PICKLE_SUFFIXES or head.startswith(_PICKLE_MAGICS):
            raise ModelPackProblem(
                f"The pack {folder} holds {name}, a pickle or an archive of one, which can run any code when loaded.",
                hint="Convert the weights to safetensors and remove that file.",
            )


def sums_text(folder: Path) -> str:
    """The canonical list: `<sha256>  <name>` for each file, sorted by name."""
    return "".join(f"{file_hash(folder / name)}  {name}\n" for name in pack_files(folder))


def write_sums(folder: Path) -> None:
    """Writes the list for a folder that is complete."""
    (folder / SUMS_FILE).write_bytes(sums_text(folder).encode())


def verify(folder: Path) -> None:
    """Checks every file against the list.

    Raises:
        ModelPackProblem: Names the first file that is missing, added or altered.
    """
    path = folder / SUMS_FILE
    if not path.is_file():
        raise ModelPackProblem(f"The pack {folder} has no {SUMS_FILE}.", hint=_HINT)
    refuse_pickles(folder)
    expected = path.read_bytes()
    actual = sums_text(folder).encode()
    if actual != expected:
        raise ModelPackProblem(_difference(folder, expected, actual), hint=_HINT)


def file_hash(path: Path) -> str:
    """SHA-256 of a file in hexadecimal."""
    digest = hashlib.sha256()
    with path.open("rb") as stream:
        while chunk := stream.read(_CHUNK):
            digest.update(chunk)
    return digest.hexdigest()


def _difference(folder: Path, expected: bytes, actual: bytes) -> str:
    listed, found = _entries(expected), _entries(actual)
    for name in sorted(found):
        if name not in listed:
            return f"The pack {folder} holds {name}, which {SUMS_FILE} does not list, or the list was altered."
        if listed[name] != found[name]:
            return f"The pack {folder} is altered: {name} does not have the checksum that {SUMS_FILE} gives."
    missing = sorted(set(listed) - set(found))
    if missing:
        return f"The pack {folder} lacks {missing[0]}, which {SUMS_FILE} lists, or the list was altered."
    return f"The pack {folder} is altered: {SUMS_FILE} is not as it was written."


def _entries(text: bytes) -> dict[str, str]:
    lines = text.decode("utf-8", errors="replace").splitlines()
    return {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
