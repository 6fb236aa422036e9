"""Recognises the files that a server copies from one release into the next.

Pages that readers opened before the next release still load their styles and scripts from these files.
"""

from datetime import UTC, datetime
from pathlib import Path

from infopage.release.hosting.headers import is_fingerprinted
from infopage.release.proof.manifest import NAME, SIGNATURE, Manifest
from infopage.release.proof.signing import SignatureError, verify_at_either


def carried_over(folder: Path, signers: str, instant: datetime) -> frozenset[tuple[str, str]]:
    """Return the address and SHA-256 of each file that the release in ``folder`` may have from the releases beside it.

    Such a file has a hash of its content in its name. It is listed in another release's manifest, which a key of
    ``signers`` has signed. The key must be valid now (at ``instant``) or when the manifest was written to disk, because
    the key of an older release may have expired since.
    """
    found: set[tuple[str, str]] = set()
    for manifest in sorted(folder.resolve().parent.glob(f"*/{NAME}")):
        try:
            text, signature = manifest.read_bytes(), manifest.with_name(SIGNATURE).read_bytes()
            came = datetime.fromtimestamp(manifest.stat().st_mtime, UTC)
            verify_at_either(text, signature, signers, came, instant)
            listed = Manifest.parse(text.decode()).digests
        except (OSError, ValueError, SignatureError):
            continue  # without a valid signature, files from this release count as foreign
        found.update(pair for pair in listed.items() if is_fingerprinted(pair[0]))
    return frozenset(found)
