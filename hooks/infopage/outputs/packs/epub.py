"""Writes EPUB 3.3 books (W3C): XHTML chapters, a table of contents, pictures, and a cover, in one zip file."""

import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile, ZipInfo

_EARLIEST = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can store. All members have it, so that the same book has the same bytes."""

_CONTAINER = """<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="sach/goi.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>
"""
_STYLE = """body { line-height: 1.5; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; text-align: start; }
img { max-width: 100%; height: auto; }
figure { margin: 1em 0; }
figcaption, .thong-tin { font-size: 0.875em; }
table { border-collapse: collapse; }
td, th { border: 1px solid; padding: 0.25em 0.5em; vertical-align: top; }
blockquote { margin: 1em 0 1em 1em; padding-left: 1em; border-left: 0.2em solid; }
.giua { text-align: center; }
.phai { text-align: right; }
"""
_XHTML = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" lang="vi" xml:lang="vi">
<head><meta charset="utf-8"/><title>{title}</title><link rel="stylesheet" href="kieu.css"/></head>
<body>
{body}
</body>
</html>
"""
_PACKAGE = """<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="ma" xml:lang="vi">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{about}
<meta property="dcterms:modified">{changed}</meta>
</metadata>
<manifest>
<item id="muc-luc" href="muc-luc.xhtml" media-type="application/xhtml+xml" properties="nav"/>
<item id="kieu" href="kieu.css" media-type="text/css"/>
{manifest}
</manifest>
<spine>
{spine}
</spine>
</package>
"""
_ACCESS = (
    ("schema:accessMode", "textual"),
    ("schema:accessModeSufficient", "textual"),
    ("schema:accessibilityFeature", "structuralNavigation"),
    ("schema:accessibilityFeature", "tableOfContents"),
    ("schema:accessibilityFeature", "alternativeText"),
    ("schema:accessibilityHazard", "none"),
)
_SEEN = (("schema:accessMode", "visual"),)


@dataclass(frozen=True)
class Leaf:
    """A chapter of a book: the name of its file without ``.xhtml``, its title, and its XHTML.

    ``level`` is 1 for a chapter in the first level of the contents, and 2 for one below the last of level 1.
    """

    name: str
    title: str
    body: str
    level: int = 1


@dataclass(frozen=True, kw_only=True)
class Book:
    """A book to write as an EPUB; ``pictures`` are JPEG files by name, and ``cover`` is the name of one, or empty.

    Without ``authors``, the publisher is the author.
    """

    id: str
    title: str
    description: str
    publisher: str
    authors: tuple[str, ...]
    source: str
    changed: datetime
    leaves: tuple[Leaf, ...]
    pictures: Mapping[str, bytes]
    cover: str = ""


def epub_file(book: Book) -> bytes:
    """Return the EPUB of a book."""
    written = io.BytesIO()
    with ZipFile(written, "w") as archive:
        # The format's first member is stored as it is, so that programs can read the type at a fixed place.
        for name, content in (("mimetype", "application/epub+zip"), *_members(book)):
            entry = ZipInfo(name, _EARLIEST)
            entry.create_system = 3  # Unix, on whatever system the build runs
            is_stored = name == "mimetype" or isinstance(content, bytes)
            archive.writestr(entry, content, ZIP_STORED if is_stored else ZIP_DEFLATED)
    return written.getvalue()


def _members(book: Book) -> Iterator[tuple[str, str | bytes]]:
    yield "META-INF/container.xml", _CONTAINER
    yield "sach/goi.opf", _package(book)
    yield "sach/muc-luc.xhtml", _page("Mục lục", _contents(book))
    yield "sach/kieu.css", _STYLE
    for leaf in book.leaves:
        yield f"sach/{leaf.name}.xhtml", _page(leaf.title, leaf.body)
    for name, content in book.pictures.items():
        yield f"sach/{name}", content


def _page(title: str, body: str) -> str:
    return _XHTML.format(title=escape(title, quote=False), body=body)


def _package(book: Book) -> str:
    return _PACKAGE.format(
        changed=f"{book.changed.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}",
        about="\n".join(_about(book)),
        manifest="\n".join(_manifest(book)),
        spine="\n".join(f'<itemref idref="c-{leaf.name}"/>' for leaf in book.leaves),
    )


def _about(book: Book) -> Iterator[str]:
    yield f'<dc:identifier id="ma">{escape(book.id)}</dc:identifier>'
    told = {"title": book.title, "language": "vi", "description": book.description, "source": book.source}
    creators = (("creator", name) for name in book.authors or (book.publisher,))
    for name, text in (*told.items(), ("publisher", book.publisher), *creators):
        yield f"<dc:{name}>{escape(text, quote=False)}</dc:{name}>"
    for name, value in (*_ACCESS, *(_SEEN if book.pictures else ())):
        yield f'<meta property="{name}">{value}</meta>'


def _manifest(book: Book) -> Iterator[str]:
    for leaf in book.leaves:
        yield f'<item id="c-{leaf.name}" href="{leaf.name}.xhtml" media-type="application/xhtml+xml"/>'
    for name in book.pictures:
        id, cover = name.rpartition(".")[0], ' properties="cover-image"' if name == book.cover else ""
        yield f'<item id="{id}" href="{name}" media-type="image/jpeg"{cover}/>'


def _contents(book: Book) -> str:
    lines: list[str] = []
    above = 0
    for leaf in book.leaves:
        level = min(leaf.level, above + 1)
        lines.append("<ol>" if level > above else "</li>" + "</ol></li>" * (above - level))
        lines.append(f'<li><a href="{leaf.name}.xhtml">{escape(leaf.title, quote=False)}</a>')
        above = level
    lines.append("</li></ol>" * above)
    inside = "\n".join(lines)
    return f'<nav epub:type="toc" id="toc"><h1>Mục lục</h1>\n{inside}\n</nav>'
