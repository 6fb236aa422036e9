"""Reads built pages for tests: a short text of a page's content, and the links that lead nowhere."""

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from lxml import html
from lxml.html import HtmlElement

_BLOCKS = frozenset(
    ("p", "div", "section", "article", "aside", "nav", "header", "footer", "ul", "ol", "li", "dl", "dt", "dd", "table")
) | {"tr", "figure", "details", "summary", "form"}
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")


def parse(content: bytes) -> HtmlElement:
    """Return a page's parsed document."""
    return html.document_fromstring(content, parser=html.HTMLParser(encoding="utf-8"))


def digest(content: bytes) -> str:
    """Return a page's content, one line per block: the facts in its head, then its main part with ids and links."""
    page = parse(content)
    lines = [f"title: {page.findtext('.//title').strip()}"]
    for name in ("description", "robots"):
        lines += [f"{name}: {meta.get('content')}" for meta in page.xpath(f'//meta[@name="{name}"]')]
    for link in page.xpath('//link[@rel="canonical" or @rel="alternate" or @rel="describedby"]'):
        lines.append(f"{link.get('rel')}: {link.get('title') or ''} {link.get('href')}".replace("  ", " "))
    (main,) = page.xpath("//main")
    text = "".join(_say(main))
    return (
        "\n".join([*lines, "", *(line for line in (" ".join(part.split()) for part in text.split("\n")) if line)])
        + "\n"
    )


def _say(element: HtmlElement) -> Iterator[str]:
    if not isinstance(element.tag, str) or element.tag in ("script", "style", "svg", "button", "template"):
        return
    if element.get("hidden") is not None:
        return
    block = element.tag in _BLOCKS or element.tag in _HEADINGS
    if block:
        yield "\n"
    if element.tag in _HEADINGS:
        yield "#" * int(element.tag[1]) + " "
    if element.get("id") and element.tag != "main":
        yield f"{{#{element.get('id')}}} "
    yield element.text or ""
    for child in element:
        yield from _say(child)
        yield child.tail or ""
    if element.tag == "a":
        yield f" ‹{element.get('href')}›"
    if element.tag in ("td", "th"):
        yield " | "
    if block:
        yield "\n"


def dead_links(site: Path, base: str) -> Iterator[str]:
    """Yield ``page: link`` for each link, image, script or style of a built site whose file or id does not exist.

    ``base`` is the site's absolute address; links to other hosts are ignored.
    """
    ids: dict[Path, set[str]] = {}
    for file in sorted(site.rglob("*.html")):
        address = file.relative_to(site).as_posix()
        page = parse(file.read_bytes())
        here = urljoin(base, "" if address == "404.html" else address)
        for element in page.iter():
            for attribute in ("href", "src"):
                link = element.get(attribute) if isinstance(element.tag, str) else None
                if link is None:
                    continue
                target, fragment = urldefrag(urljoin(here, link))
                if not target.startswith(base):
                    if urlsplit(target).netloc == urlsplit(base).netloc:
                        yield f"{address}: {link} leaves the site's folder"
                    continue
                path = site / unquote(urlsplit(target).path.removeprefix(urlsplit(base).path))
                path = next((p for n in ("index.html", "410.html") if (p := path / n).is_file()), path)
                if not path.is_file():
                    yield f"{address}: {link}"
                elif fragment and path.suffix == ".html":
                    known = ids.setdefault(
                        path, {e.get("id", "") for e in parse(path.read_bytes()).iter() if e.get("id")}
                    )
                    if unquote(fragment) not in known:
                        yield f"{address}: {link}"
