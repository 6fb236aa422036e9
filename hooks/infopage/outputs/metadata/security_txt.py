"""security.txt (RFC 9116): the address to which vulnerabilities of the site can be reported."""

from datetime import UTC, date, datetime
from urllib.parse import urljoin, urlsplit

from infopage.content.catalogue import Catalogue
from infopage.outputs.wording.frame import Settings

ADDRESS = ".well-known/security.txt"
"""The address of security.txt. RFC 9116 fixes it at a host's root, so a site in a subfolder has no such file."""

_MONTHS = 11
"""How many months security.txt is valid; RFC 9116 recommends less than a year."""


def security_txt(catalogue: Catalogue, settings: Settings) -> bytes | None:
    """Return security.txt; None without a contact, in a preview, or for a site not at the root of its host.

    The expiry date depends only on the month of the build. So the file does not change within a month, and an unchanged
    site has nothing new to publish. If the site is no longer built, the file expires.
    """
    contact = catalogue.registries.identity.security_contact
    if catalogue.preview or not contact or urlsplit(settings.url).path != "/":
        return None
    uri = contact if contact.startswith("https://") else f"mailto:{contact}"
    lines = {
        "Contact": uri,
        "Expires": f"{_expiry(catalogue.today):%Y-%m-%dT%H:%M:%SZ}",
        "Preferred-Languages": "vi",
        "Canonical": urljoin(settings.url, ADDRESS),
    }
    return "".join(f"{name}: {value}\n" for name, value in lines.items()).encode()


def _expiry(day: date) -> datetime:
    """Return the beginning of the month that comes ``_MONTHS`` months after the month of ``day``."""
    years, month = divmod(day.month - 1 + _MONTHS, 12)
    return datetime(day.year + years, month + 1, 1, tzinfo=UTC)
