"""robots.txt: lets crawlers read everything on the live site, and nothing on a preview."""

from urllib.parse import urljoin

from infopage.content.catalogue import Catalogue
from infopage.outputs.wording.frame import Settings


def robots_txt(catalogue: Catalogue, settings: Settings) -> bytes:
    """Return robots.txt (RFC 9309), with the sitemap's address."""
    if catalogue.preview:
        return b"User-agent: *\nDisallow: /\n"
    return f"User-agent: *\nAllow: /\n\nSitemap: {urljoin(settings.url, 'sitemap.xml')}\n".encode()
