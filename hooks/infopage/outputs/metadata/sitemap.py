"""sitemap.xml: lists the pages of the site with the days on which they changed, not with the day of the build."""

from collections.abc import Iterable
from html import escape
from urllib.parse import quote

from infopage.outputs.jobs.job import Head
from infopage.outputs.wording.frame import Settings


def sitemap_xml(pages: Iterable[Head], settings: Settings) -> bytes:
    """Return the sitemap (sitemaps.org protocol 0.9); only the pages that search engines may index are listed.

    The lead picture of a page and those of its album are listed with it (Google's image extension, schema 1.1).
    """
    lines = [
        '<?xml version="1.0" encoding="UTF-8"?>',
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" '
        'xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">',
    ]
    for page in sorted(pages, key=lambda page: page.address):
        if page.indexed:
            changed = f"<lastmod>{page.changed}</lastmod>" if page.changed else ""
            images = (f"<image:image>{_loc(one, settings, 'image:loc')}</image:image>" for one in page.images)
            lines.append(f"<url>{_loc(page.address, settings, 'loc')}{changed}{''.join(images)}</url>")
    return "\n".join([*lines, "</urlset>", ""]).encode()


def _loc(address: str, settings: Settings, name: str) -> str:
    return f"<{name}>{escape(settings.url + quote(address), quote=False)}</{name}>"
