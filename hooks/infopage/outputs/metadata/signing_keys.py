"""The keys that releases are signed with, as published: the list OpenSSH verifies by, and the rows of a page."""

from collections.abc import Iterable
from datetime import timedelta

from infopage.content.catalogue import Catalogue
from infopage.content.registry_entries import SigningKey
from infopage.language.dates import format_date
from infopage.outputs.views.tables import KeyRow

PAGE = "xac-thuc.md"
"""The standing page that tells readers how to check, where the site has one."""

ADDRESS = "khoa-ky.txt"
"""The list's address in the site."""

PRINCIPAL = "phat-hanh"
"""Who signs, as the list and ``ssh-keygen -I`` name them."""

NAMESPACE = "manifest@tham-sau"
"""What is signed (PROTOCOL.sshsig, 4): a signature over anything else by the same key proves no release."""


def signers_text(keys: Iterable[SigningKey]) -> str:
    """Return the list in the format of ssh-keygen(1), ALLOWED SIGNERS; its days begin and end in Hà Nội's time zone.

    The days have no ``Z``, which versions of OpenSSH before 9.1 do not know.
    """
    return "".join(f"{_line(key)}\n" for key in keys)


def _line(key: SigningKey) -> str:
    options = f'namespaces="{NAMESPACE}",valid-after="{key.since:%Y%m%d}"'
    if key.until:
        options += f',valid-before="{key.until + timedelta(days=1):%Y%m%d}"'
    return f"{PRINCIPAL} {options} {key.public} {key.id}"


def key_rows(catalogue: Catalogue) -> tuple[KeyRow, ...]:
    """Return the keys as the page on proof shows them, the newest first."""
    keys = sorted(catalogue.registries.signing_keys, key=lambda key: (key.since, key.id), reverse=True)
    return tuple(KeyRow(key.id, key.fingerprint, _days(key)) for key in keys)


def _days(key: SigningKey) -> str:
    since = f"từ ngày {format_date(key.since)}"
    return f"{since} đến hết ngày {format_date(key.until)}" if key.until else since
