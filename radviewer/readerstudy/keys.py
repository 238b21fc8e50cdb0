"""The keys of a study, kept outside the study folder, in two files: one for the administrator, one for workstations.

* The workstation's file holds a secret for the audit chain and for the AI outputs, and the administrator's public key.
* The administrator's file holds in addition the private key that opens truth, the full plan and all readers' calls.

So a workstation can write a call, but cannot read truth or any call, not even its own reader's earlier ones. What it
can do with its secret is said in `docs/reader-study.md`. Without the administrator's file no call can be read again.
"""

from __future__ import annotations

import hmac
import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path

from radviewer.core.errors import InputProblem

ADMINISTRATOR, WORKSTATION = "administrator", "workstation"


class KeyProblem(InputProblem):
    """A key is missing, unreadable, of another study or not the right one."""

    kind = "key"


@dataclass(frozen=True, slots=True, repr=False)
class StudyKeys:
    """Keys of one study; has no `repr`, so that no log or message shows them.

    Attributes:
        study_id: Of the plan.
        secret: 32 bytes from which the keys of chain and AI outputs are derived.
        public: X25519 public key of the administrator, 32 bytes.
        private: X25519 private key, 32 bytes; None on a workstation.
    """

    study_id: str
    secret: bytes
    public: bytes
    private: bytes | None = None

    def derived(self, purpose: str) -> bytes:
        """A key of 32 bytes for one purpose ("audit", "ai", "anchor"): HMAC-SHA-256 as in NIST SP 800-108."""
        return hmac.digest(self.secret, f"radviewer study 1:{purpose}:{self.study_id}".encode(), "sha256")

    def signing_seed(self) -> bytes:
        """32 bytes of the administrator's signing key (Ed25519), derived from the private key.

        Raises:
            KeyProblem: These are a workstation's keys.
        """
        if self.private is None:
            raise KeyProblem("This needs the administrator's key file.", hint="Name it with --keys.")
        return hmac.digest(self.private, f"radviewer study 1:sign:{self.study_id}".encode(), "sha256")

    def for_workstation(self) -> StudyKeys:
        """The same without the private key."""
        return StudyKeys(self.study_id, self.secret, self.public)


def new_keys(study_id: str) -> StudyKeys:
    """Fresh keys from the operating system's random numbers."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    private = X25519PrivateKey.generate()
    return StudyKeys(
        study_id, secrets.token_bytes(32), private.public_key().public_bytes_raw(), private.private_bytes_raw()
    )


def key_path(folder: Path, study_id: str, role: str) -> Path:
    """The file of one role (`ADMINISTRATOR` or `WORKSTATION`) in a key folder."""
    return folder / f"{study_id}.{role}.key"


def save_keys(keys: StudyKeys, folder: Path) -> tuple[Path, Path]:
    """Writes both files, readable by the user only, and returns (administrator's, workstation's).

    Raises:
        KeyProblem: A file exists already (keys are never overwritten), or cannot be written.
    """
    administrator = key_path(folder, keys.study_id, ADMINISTRATOR)
    workstation = key_path(folder, keys.study_id, WORKSTATION)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        for path in (administrator, workstation):
            if path.exists():
                raise KeyProblem(f"{path} exists already.", hint="Choose another study id, or another key folder.")
        _write(administrator, keys)
        _write(workstation, keys.for_workstation())
    except OSError as error:
        raise KeyProblem(
            f"The keys cannot be written to {folder} ({error.strerror}).", hint="Choose another."
        ) from error
    return administrator, workstation


def _write(path: Path, keys: StudyKeys) -> None:
    values = {"study": keys.study_id, "secret": keys.secret.hex(), "public": keys.public.hex()}
    if keys.private is not None:
        values["private"] = keys.private.hex()
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as stream:
        json.dump(values, stream)
        stream.flush()
        os.fsync(stream.fileno())


def load_keys(path: Path) -> StudyKeys:
    """Reads one key file.

    Raises:
        KeyProblem: It is missing or no key file.
    """
    try:
        values = json.loads(path.read_text(encoding="utf-8"))
        private = values.get("private")
        keys = StudyKeys(
            values["study"], bytes.fromhex(values["secret"]), bytes.fromhex(values["public"]),
            None if private is None else bytes.fromhex(private),
        )  # fmt: skip
    except FileNotFoundError as error:
        raise KeyProblem(f"There is no key file {path}.", hint="Get it from the study's administrator.") from error
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise KeyProblem(f"{path} is no key file of a study.", hint="Get it from the study's administrator.") from error
    if {len(keys.secret), len(keys.public), len(keys.private or keys.public)} != {32}:
        raise KeyProblem(f"{path} holds keys of a wrong length.", hint="Get it from the study's administrator.")
    return keys
