"""The files stored beside a release: its bill of materials (SBOM), and the signed statement of its origin."""

from collections.abc import Iterator, Mapping
from datetime import datetime
from pathlib import Path

from infopage.release.proof.bill import NAME as BILL
from infopage.release.proof.bill import Licence, bill_of_materials, packages
from infopage.release.proof.manifest import NAME as MANIFEST
from infopage.release.proof.manifest import unchanged
from infopage.release.proof.provenance import NAME, SIGNATURE, BuildOrigin, disagreements, statement
from infopage.release.proof.signing import SignatureError, signature_of, verify
from infopage.release.reading.digests import file_digest


def documents(
    site: Path, origin: BuildOrigin, licences: Mapping[str, Licence], key: Path | None, more: Iterator[Path]
) -> dict[str, bytes]:
    """Return the contents of the files to store beside the release of a built site, by file name.

    ``origin`` says what the site was built from, ``licences`` are by package name, and ``key`` signs the statement of
    origin; without a key it stays unsigned. The statement also has the SHA-256 of the files ``more``. Raises
    SignatureError where the key cannot sign, and ValueError where the site differs from its manifest.
    """
    digest = unchanged(site).digest
    bill = bill_of_materials(packages(origin.locked), licences, origin.site, digest, origin.instant)
    said = statement(origin, {MANIFEST: digest} | {file.name: file_digest(file) for file in more}, bill).encode()
    signed = {SIGNATURE: signature_of(said, key)} if key else {}
    return {BILL: bill.encode(), NAME: said, **signed}


def faults_beside(file: Path, manifest: str, signers: str, instant: datetime) -> Iterator[str]:
    """Yield the faults of a statement of origin in ``file``, whose signature and bill of materials lie beside it.

    ``manifest`` is the SHA-256 of the release's manifest, ``signers`` the list of trusted keys. The key that
    signed the statement must be valid at ``instant``. Raises OSError where the statement cannot be read.
    """
    text = file.read_bytes()
    signature, bill = file.with_name(SIGNATURE), file.with_name(BILL)
    if signature.is_file():
        try:
            verify(text, signature.read_bytes(), signers, instant)
        except SignatureError as error:
            yield f"{SIGNATURE}: {error}"
    else:
        yield f"{NAME}: bản khai xuất xứ không có chữ ký"
    beside = bill.read_text("utf-8", "replace") if bill.is_file() else None
    yield from disagreements(text.decode("utf-8", "replace"), manifest, beside)
