"""sitemap.xml: lists the pages of the site with the days on which they changed, not with the day of the build."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from infopage.outputs.jobs.job import Head
from infopage.outputs.wording.frame import Settings


def sitemap_xml(pages: Iterable[Head], settings: Settings) -> bytes:
    """Return the sitemap (sitemaps.org protocol 0.9); only the pages that search engines may index are listed."""
    lines = ['<?xml version="1.0" encoding="UTF-8"?>', '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">']
    for page in sorted(pages, key=lambda page: page.address):
        if page.indexed:
            changed = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
            address = escape(settings.url + quote(page.address), quote=False)
            lines.append(f"<url><loc>{address}</loc>{changed}</url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()
