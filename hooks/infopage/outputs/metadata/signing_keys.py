"""The public keys of releases: the list with which OpenSSH verifies signatures, and the rows of a page."""

from collections.abc import Iterable
from datetime import timedelta

from infopage.content.catalogue import Catalogue
from infopage.content.registry_entries import SigningKey
from infopage.language.dates import format_date
from infopage.outputs.views.tables import KeyRow

PAGE = "xac-thuc.md"
"""The standing page that tells readers how to verify a release, if the site has one."""

ADDRESS = "khoa-ky.txt"
"""The list's address in the site."""

PRINCIPAL = "phat-hanh"
"""The signer's name in the list and for ``ssh-keygen -I``."""

NAMESPACE = "manifest@tham-sau"
"""The namespace of signatures (PROTOCOL.sshsig, 4): a signature by the same key for another use proves no release."""


def signers_text(keys: Iterable[SigningKey]) -> str:
    """Return the list in the format of ssh-keygen(1), ALLOWED SIGNERS. Its days are meant in Hà Nội's time zone.

    The days have no ``Z``, as OpenSSH before version 9.1 does not know it.
    """
    return "".join(f"{_line(key)}\n" for key in keys)


def _line(key: SigningKey) -> str:
    options = f'namespaces="{NAMESPACE}",valid-after="{key.since:%Y%m%d}"'
    if key.until:
        options += f',valid-before="{key.until + timedelta(days=1):%Y%m%d}"'
    return f"{PRINCIPAL} {options} {key.public} {key.id}"


def key_rows(catalogue: Catalogue) -> tuple[KeyRow, ...]:
    """Return the keys as the page ``xac-thuc.md`` shows them, the newest first."""
    keys = sorted(catalogue.registries.signing_keys, key=lambda key: (key.since, key.id), reverse=True)
    return tuple(KeyRow(key.id, key.fingerprint, _days(key)) for key in keys)


def _days(key: SigningKey) -> str:
    since = f"từ ngày {format_date(key.since)}"
    return f"{since} đến hết ngày {format_date(key.until)}" if key.until else since
