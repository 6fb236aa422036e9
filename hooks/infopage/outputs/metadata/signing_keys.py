"""The public keys that verify releases: as a file for OpenSSH, and as the rows of a web page."""

from collections.abc import Iterable
from datetime import timedelta

from infopage.content.catalogue import Catalogue
from infopage.content.registry_entries import SigningKey
from infopage.language.dates import format_date
from infopage.outputs.views.tables import KeyRow

PAGE = "xac-thuc.md"
"""The Markdown file of the page that explains how to verify a release; a site need not have it."""

ADDRESS = "khoa-ky.txt"
"""The address of the OpenSSH file with the public keys that verify releases."""

PRINCIPAL = "phat-hanh"
"""The signer's name in the OpenSSH file of public keys, and in the option ``ssh-keygen -I``."""

NAMESPACE = "manifest@tham-sau"
"""The namespace of signatures (PROTOCOL.sshsig, 4): a signature that the same key made for another use is not valid for
a release.
"""


def signers_text(keys: Iterable[SigningKey]) -> str:
    """Return the text of the file with the signing keys, in the format of ssh-keygen(1), ALLOWED SIGNERS.

    The days of validity are meant in Hà Nội's time zone. They are written without ``Z`` (the suffix for UTC), because
    OpenSSH before version 9.1 rejects it.
    """
    return "".join(f"{_line(key)}\n" for key in keys)


def _line(key: SigningKey) -> str:
    options = f'namespaces="{NAMESPACE}",valid-after="{key.since:%Y%m%d}"'
    if key.until:
        options += f',valid-before="{key.until + timedelta(days=1):%Y%m%d}"'
    return f"{PRINCIPAL} {options} {key.public} {key.id}"


def key_rows(catalogue: Catalogue) -> tuple[KeyRow, ...]:
    """Return the signing keys as rows for the page ``xac-thuc.md``, the newest first."""
    keys = sorted(catalogue.registries.signing_keys, key=lambda key: (key.since, key.id), reverse=True)
    return tuple(KeyRow(key.id, key.fingerprint, _days(key)) for key in keys)


def _days(key: SigningKey) -> str:
    since = f"từ ngày {format_date(key.since)}"
    return f"{since} đến hết ngày {format_date(key.until)}" if key.until else since
