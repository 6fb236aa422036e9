"""Fingerprints of bytes (BLAKE2b digests): only equal inputs have equal fingerprints."""

import hashlib


def digest(*parts: bytes) -> str:
    """Return a fingerprint of a sequence of parts; the boundaries between the parts matter.

    >>> digest(b"ab", b"c") == digest(b"a", b"bc")
    False
    """
    made = hashlib.blake2b(digest_size=16)
    for part in parts:
        made.update(len(part).to_bytes(8, "little"))
        made.update(part)
    return made.hexdigest()
