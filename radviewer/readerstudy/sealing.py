"""Envelopes: what is sealed with a secret key, and what anybody can seal but only the administrator can open.

`seal` is AES-256-GCM with a random nonce (NIST SP 800-38D). `seal_for` is an envelope to an X25519 public key: a fresh
key pair, HKDF-SHA-256 over the shared secret and both public keys (as in RFC 9180's base mode), AES-256-GCM once.
The context is bound to the contents, so that an envelope moved to another place does not open there.
"""

from __future__ import annotations

import os

from radviewer.readerstudy.keys import KeyProblem, StudyKeys

_NONCE = 12


def seal(key: bytes, data: bytes, context: str) -> bytes:
    """Nonce and ciphertext."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    nonce = os.urandom(_NONCE)
    return nonce + AESGCM(key).encrypt(nonce, data, context.encode())


def unseal(key: bytes, blob: bytes, context: str) -> bytes:
    """What `seal` put in.

    Raises:
        KeyProblem: Another key, another place, or altered contents.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(key).decrypt(blob[:_NONCE], blob[_NONCE:], context.encode())
    except (InvalidTag, ValueError) as error:
        raise KeyProblem(
            f"The sealed contents of {context!r} do not open: altered, or sealed with another key.",
            hint="Check the key file, and run `radviewer study verify`.",
        ) from error


def seal_for(public: bytes, data: bytes, context: str) -> bytes:
    """Ephemeral public key and ciphertext; opens with the private key only."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    own = X25519PrivateKey.generate()
    own_public = own.public_key().public_bytes_raw()
    key = _shared(own.exchange(X25519PublicKey.from_public_bytes(public)), own_public + public)
    return own_public + AESGCM(key).encrypt(bytes(_NONCE), data, context.encode())


def unseal_mine(keys: StudyKeys, blob: bytes, context: str) -> bytes:
    """What `seal_for` put in.

    Raises:
        KeyProblem: These are no administrator's keys, or the contents do not open.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if keys.private is None:
        raise KeyProblem("This needs the administrator's key file.", hint="Name it with --keys.")
    try:
        private = X25519PrivateKey.from_private_bytes(keys.private)
        shared = private.exchange(X25519PublicKey.from_public_bytes(blob[:32]))
        key = _shared(shared, blob[:32] + keys.public)
        return AESGCM(key).decrypt(bytes(_NONCE), blob[32:], context.encode())
    except (InvalidTag, ValueError) as error:
        raise KeyProblem(
            f"The sealed contents of {context!r} do not open: altered, or of another study.",
            hint="Check the key file, and run `radviewer study verify`.",
        ) from error


def _shared(secret: bytes, publics: bytes) -> bytes:
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, None, b"radviewer envelope 1" + publics).derive(secret)
