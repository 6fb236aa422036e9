"""security.txt: whom to tell of a hole in the site (RFC 9116)."""

from datetime import UTC, date, datetime
from urllib.parse import urljoin, urlsplit

from infopage.content.catalogue import Catalogue
from infopage.outputs.wording.frame import Settings

ADDRESS = ".well-known/security.txt"
"""The file's address, which programs know: it stands at a host's root, so no site below a folder has one."""

_MONTHS = 11
"""How long a statement holds: less than a year, as the RFC wants it."""


def security_txt(catalogue: Catalogue, settings: Settings) -> bytes | None:
    """Return the file; None where nobody is named, or where it would stand at no address that programs ask for.

    It expires by the month of the build's instant: the file is the same all month, for a site in which nothing changed
    has nothing to publish; and a site that nobody builds any more ends by telling so itself.
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
    """Return the beginning of the month, the given number of months after the day's."""
    years, month = divmod(day.month - 1 + _MONTHS, 12)
    return datetime(day.year + years, month + 1, 1, tzinfo=UTC)
