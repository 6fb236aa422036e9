"""The page that a preview shows at every address if the site cannot be built: it lists the mistakes in the content."""

from html import escape
from urllib.parse import urlsplit

from infopage.content.diagnostics import GUIDANCE

_STYLE, _SCRIPT = "bao-loi.css", "bao-loi.js"

_CSS = """:root { color-scheme: light dark; font: 1rem/1.6 system-ui, sans-serif; }
body { max-width: 60rem; margin: 0 auto; padding: 1.5rem; overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.3; }
li { margin: .75rem 0; padding: .5rem .75rem; border-left: .25rem solid #b3261e; }
li.nhe { border-left-color: #8a6d00; }
li.them { border-left-color: #6b7280; }
code { display: block; font: .9rem/1.5 ui-monospace, monospace; }
"""
_JS = """// Waits for the next build, as the pages of the preview do, and then shows what it has made.
async function wait(epoch) {
  try {
    const now = Number(await (await fetch(`/livereload/${epoch}/${Date.now()}`)).text());
    if (epoch && now > epoch) location.reload(); else wait(now);
  } catch { setTimeout(() => wait(epoch), 1000); }
}
wait(0);
"""
_PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>Chưa dựng được trang</title>
<link rel="stylesheet" href="{base}{style}">
<script src="{base}{script}" defer></script>
<noscript><meta http-equiv="refresh" content="5"></noscript>
</head>
<body>
<main>
<h1>Chưa dựng được trang: còn chỗ phải sửa</h1>
<p>Sửa những chỗ dưới đây rồi lưu tệp; trang tự hiện lại, không cần mở lại bản xem trước.</p>
<ul>
{lines}
</ul>
<p>{count}</p>
</main>
</body>
</html>
"""


def fault_pages(report: str, address: str) -> dict[str, bytes]:
    """Return by path the files that a preview serves instead of the site.

    They are the home page, the page for all other addresses, the style and the script.

    ``report`` is the result of :func:`infopage.content.diagnostics.report`; its last line has the number of faults.
    ``address`` is the address of the preview.
    """
    *faults, count = report.strip().split("\n")
    path = urlsplit(address).path
    base = f"{path.rstrip('/')}/"
    page = _PAGE.format(
        base=escape(base), style=_STYLE, script=_SCRIPT, lines="\n".join(map(_line, faults)), count=escape(count)
    ).encode()
    return {"index.html": page, "404.html": page, _STYLE: _CSS.encode(), _SCRIPT: _JS.encode()}


def _line(fault: str) -> str:
    where, _, rest = fault.partition(": ")
    light = "nhe" if rest.startswith("cảnh báo ") else "them" if where.startswith(f"{GUIDANCE} [") else ""
    kind = f' class="{light}"' if light else ""
    return f"<li{kind}><code>{escape(where)}</code> {escape(rest)}</li>" if rest else f"<li>{escape(where)}</li>"
