"""A document as a plain text file: its data, then its text, one provision on a line, with labels as typed."""

import re
from collections.abc import Iterator
from html import unescape

from infopage.content.catalogue import Catalogue
from infopage.content.designations import issuer_names, undated
from infopage.content.model import OfficialDocument
from infopage.content.official import is_plain
from infopage.content.rendered import Rendered
from infopage.language.spacing import spaced
from infopage.outputs.wording.described import standing
from infopage.outputs.wording.encoding import page_of
from infopage.outputs.wording.facts import signatures
from infopage.outputs.wording.frame import Settings
from infopage.outputs.wording.originals import about_original

_TOOL = re.compile(r'<a class="(?:footnote-backref|neo)"[^>]*>.*?</a>', re.DOTALL)
_FOOTNOTE_MARK = re.compile(r'<sup[^>]*><a class="footnote-ref"[^>]*>(.*?)</a></sup>', re.DOTALL)
_FOOTNOTE = re.compile(r'<li id="fn:([^"]*)">\s*')
_CELL_END = re.compile(r"</t[dh]>\s*(?=<t[dh])")
_BLOCK_END = re.compile(r"</(?:p|h[1-6]|li|tr|dt|dd|pre|blockquote|figcaption|summary)>|<hr>")
_TAG = re.compile(r"<[^>]*>")
_INLINE = (
    (re.compile(r"\[\^([^\]]+)\]"), r"[\1]"),
    (re.compile(r"!?\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1"), r"\2"),
    (re.compile(r"(?<![\w*])([*_])(?=\S)([^*_]+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(`+)(.+?)\1"), r"\2"),
    (re.compile(r"</?[a-zA-Z][^>]*>"), ""),
    (re.compile(r"\\([\\`*_{}\[\]()#+.!|-])"), r"\1"),
)


def text_file(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> bytes:
    """Return the document's text file: UTF-8, one line per provision, tabs between the cells of a table row."""
    body = wording(catalogue.text(document).rendered)
    return "\n".join((*_header(document, catalogue, settings), "", *body, "")).encode()


def _header(document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> Iterator[str]:
    lists = catalogue.registries
    yield f"Cơ quan ban hành: {issuer_names(document, lists)}"
    yield f"Văn bản: {undated(document, lists)}"
    yield f"Ngày ban hành: {document.issued}"
    yield f"Trích yếu: {document.abstract}"
    if document.signers:
        yield f"Người ký: {', '.join(signatures(document))}"
    yield f"Hiệu lực: {standing(document, catalogue).text}"
    yield f"Địa chỉ: {page_of(document, settings)}"
    yield f"Bản gốc: {about_original(document, catalogue)}"
    if document.illustrative:
        yield "Lưu ý: văn bản minh họa, không phải của cơ quan nào có thật"


def wording(rendered: Rendered) -> Iterator[str]:
    """Yield the lines of a document's text, given its rendered form.

    If the text has no tables, footnotes or other special Markdown (``is_plain``), the lines are made from its
    provisions, which is faster than making them from its HTML.
    """
    if not rendered.is_plain:
        yield from lines(rendered.html)
        return
    yield from filter(None, map(_spaced, [provision.line for provision in rendered.provisions]))


def lines(html: str) -> Iterator[str]:
    """Yield the lines of a text given as HTML, as a reader sees them.

    Links that serve only the web page, such as those from a footnote back to the text, are left out.

    >>> list(lines('<h2 id="I"><span class="nhan">I-</span> Mục tiêu</h2>\\n<p>Đến năm 2030</p>'))
    ['I- Mục tiêu', 'Đến năm 2030']
    """
    html = _FOOTNOTE_MARK.sub(r"[\1]", _TOOL.sub("", html))
    html = _FOOTNOTE.sub(r"[\1] ", html).replace("\n", " ").replace("<br>", " ")
    for block in _BLOCK_END.split(_CELL_END.sub("\t", html)):
        if (line := _spaced(unescape(_TAG.sub("", block)))).strip():
            yield line


def _spaced(line: str) -> str:
    """Return a line with one space between words; tabs are kept."""
    return "\t".join(map(spaced, line.split("\t"))) if "\t" in line else spaced(line)


def words(markdown: str) -> str:
    """Return the words of a line without its Markdown.

    >>> words("Theo [Nghị quyết](vb:nq#I.1) **này**[^1]")
    'Theo Nghị quyết này[1]'
    """
    if is_plain(markdown):
        return markdown
    for pattern, instead in _INLINE:
        markdown = pattern.sub(instead, markdown)
    return unescape(markdown)
