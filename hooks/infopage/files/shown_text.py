"""The text that readers see in a PDF or office file, by page: no comments, properties or earlier versions."""

import re
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from infopage.files.office import open_archive, parsed
from infopage.files.office_text import attribute, local, paragraphs
from infopage.files.pdf import PdfPage, pages_of
from infopage.files.types import OFFICE, FileType, type_of

READABLE = OFFICE | {FileType.PDF}
"""The types of files whose text can be read."""
_SHOWN = re.compile(r"word/(?:document|footnotes|endnotes)\.xml|xl/sharedStrings\.xml|content\.xml")
"""The parts (XML files in an office file) that are shown as one whole."""
_PAGE = 300
"""The number of words of a part, about as many as a page has, into which a file without pages is divided."""
_UNSEEN = frozenset(("del", "moveFrom", "tracked-changes", "annotation"))
"""Elements for deleted text and comments."""
_SLIDE = re.compile(r"ppt/slides/slide(\d+)\.xml")
_SHEET = re.compile(r"xl/worksheets/sheet\d+\.xml")


@dataclass(frozen=True)
class FileText:
    """The text of a file, as (place, text) in order.

    The place is a page (``trang 3``) or slide; it is empty for the parts of a file without pages. ``scans`` counts the
    pages that are only pictures of text, among all ``pages``.
    """

    parts: tuple[tuple[str, str], ...] = ()
    scans: int = 0
    pages: int = 0


def shown_text(data: bytes) -> FileText:
    """Return the text that a file shows; it is empty for other types of files, and for damaged or locked files."""
    kind = type_of(data)
    if kind not in READABLE:
        return FileText()
    try:
        return _of_pdf(list(pages_of(data))) if kind is FileType.PDF else _of_office(data)
    except Exception:  # a malicious file may raise any exception; the guard reports it as unreadable
        return FileText()


def _of_pdf(pages: list[PdfPage]) -> FileText:
    parts = ((f"trang {number}", _joined(page.text.split("\n"))) for number, page in enumerate(pages, 1))
    return FileText(tuple(part for part in parts if part[1]), sum(page.is_scan for page in pages), len(pages))


def _of_office(data: bytes) -> FileText:
    archive = open_archive(data)
    if archive is None:
        return FileText()
    with archive:
        return FileText(tuple(part for part in _office_parts(archive) if part[1]))


def _office_parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    names = archive.namelist()
    whole = [name for name in names if _SHOWN.fullmatch(name) or _SHEET.fullmatch(name)]
    lines = [line for name in whole for line in _lines(parsed(name, archive.read(name)))]
    yield from (("", part) for part in _parts(lines))
    slides = sorted((int(found[1]), found[0]) for found in map(_SLIDE.fullmatch, names) if found)
    for number, name in slides:
        slide = parsed(name, archive.read(name))
        if attribute(slide, "show") not in ("0", "false"):
            yield f"trang chiếu {number}", _joined(_lines(slide))


def _parts(lines: list[str]) -> Iterator[str]:
    """Yield the lines joined to parts of about ``_PAGE`` words."""
    first = words = 0
    for at, line in enumerate(lines, 1):
        words += len(line.split())
        if words >= _PAGE or at == len(lines):
            yield _joined(lines[first:at])
            first, words = at, 0


def _lines(part: Element) -> Iterator[str]:
    for parent in list(part.iter()):
        for child in [one for one in parent if local(one.tag) in _UNSEEN]:
            parent.remove(child)
    return (segment.text for segment in paragraphs(part))


def _joined(lines: Iterable[str]) -> str:
    return "\n".join(filter(None, (" ".join(line.split()) for line in lines)))
