"""Pages left at old addresses that lead on to the new ones, for hosts that know no redirects."""

import re
from html import escape
from urllib.parse import quote, urljoin

from infopage.content.addresses import relative
from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic
from infopage.outputs.pages import Settings
from infopage.outputs.views import Page

_ADDRESS = re.compile(r"(?:[a-z0-9._~-]+/)*[a-z0-9._~-]+/")
_HTML = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={href}">
<link rel="canonical" href="{absolute}">
<title>Trang đã chuyển địa chỉ</title>
</head>
<body>
<p>Trang này đã chuyển tới <a href="{href}">{title}</a>.</p>
</body>
</html>
"""


def redirect_files(
    catalogue: Catalogue, settings: Settings, pages: dict[str, Page]
) -> tuple[dict[str, bytes], list[Diagnostic]]:
    """Return a small HTML file for each old address, and the faults of data/chuyen-huong.yml."""
    registry = catalogue.registries.redirects
    files: dict[str, bytes] = {}
    faults: list[Diagnostic] = []
    for redirect in registry:
        line = registry.lines[redirect.id]
        if not _ADDRESS.fullmatch(redirect.id) or redirect.id in pages:
            reason = "đang là một trang" if redirect.id in pages else "không phải địa chỉ"
            message = f"“{redirect.id}” {reason}; địa chỉ cũ phải không còn trang nào và viết như van-ban/cu/"
            faults.append(Diagnostic(registry.path, line, "tu", message))
        elif (target := pages.get(redirect.to)) is None:
            message = f"không có trang nào ở địa chỉ “{redirect.to}”; hãy viết địa chỉ một trang đang có, như van-ban/"
            faults.append(Diagnostic(registry.path, line, "den", message))
        else:
            href = escape(quote(relative(redirect.to, redirect.id)))
            absolute = escape(urljoin(settings.url, quote(redirect.to)))
            html = _HTML.format(href=href, absolute=absolute, title=escape(target.title))
            files[f"{redirect.id}index.html"] = html.encode()
    return files, faults
