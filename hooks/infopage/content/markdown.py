"""Renders Markdown to safe HTML, and collects the headings, anchors, links and images in it."""

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator

from markdown import Markdown

from infopage.content.addresses import DOCUMENT
from infopage.content.complexity_limit import too_complex
from infopage.content.layout.laying import SEPARATOR, laid_out
from infopage.content.layout.lines import literal
from infopage.content.layout.parts import as_it_stands
from infopage.content.markdown_blocks import CLOSE, OPEN, OfficialBlocks, RenderState, attributes
from infopage.content.nesting import as_text, unpaired
from infopage.content.official import is_plain, paragraph, plain_text
from infopage.content.provisions.bare import bare, out_of_quotation
from infopage.content.provisions.citation import citations
from infopage.content.provisions.lines import provisions
from infopage.content.raw_html import HtmlBlocks
from infopage.content.rendered import Rendered, anchors_of, headings, images, named, resolved, wrong
from infopage.content.safe_html import clean, removed

_LEFT = re.compile(f"[{OPEN}{CLOSE}]")
_DELIMITER_ROW = re.compile(r"\s*\|?\s*:?-+:?\s*(\|\s*:?-+:?\s*)*\|?\s*")
_HELD = "\ue003"
"""A character put into each ``&#`` that begins no character reference, because Markdown's parser would stop there."""
_NO_NUMBER = re.compile(r"&(?=#(?!(?:\d+|[xX][\da-fA-F]+)[^\da-fA-F]))")
_BLOCK_SIGNS = "|[>#<"
_SET_IN_NOTE = re.compile(r"^[ \t]+(?=\[\^[^\]]*\]:)", re.MULTILINE)
"""The indentation before a footnote. With it, Markdown would take the footnote as a part of the footnote above."""
_IN_LINE = re.compile(r"<(b|strong|i|em|u)>.*</\1>", re.IGNORECASE)
_HAS_SOURCE = re.compile(r"^[ \t>]*[-–—―].*\]\(")
"""The last line of a quotation whose words are checked against its source: ``> — [điểm a](vb:nq-06-tu-2026#I.1.a)``."""
_MARKDOWN_BLOCK = re.compile(r"\s*(?:\[\^[^\]]+\]:|>|#{1,6}\s|<[a-zA-Z/!])")


class TooComplexError(Exception):
    """Raised for a text that Markdown cannot parse, or not in reasonable time.

    ``line`` is the line, from 1, where the editor should look for the cause.
    """

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class MarkdownRenderer:
    """Renders many bodies, one after another, with the same parsers: creating a Markdown parser is expensive."""

    def __init__(self) -> None:
        self._seen = RenderState()
        self._prose = self._parser("sane_lists", "attr_list", "admonition", "def_list")
        self._prose.treeprocessors.register(attributes(self._prose), "attr_list", 8)
        self._prose.parser.blockprocessors.deregister("provisions")
        self._official = self._parser()
        for name in ("olist", "ulist", "code", "indent", "setextheader", "hr"):
            self._official.parser.blockprocessors.deregister(name)

    def _parser(self, *extensions: str) -> Markdown:
        marks = {"BACKLINK_TITLE": "Trở lại chỗ dẫn chú thích {}"}
        md = Markdown(
            extensions=["tables", "footnotes", *extensions, OfficialBlocks(lambda: self._seen)],
            extension_configs={"footnotes": marks, "tables": {"use_align_attribute": True}},
            output_format="html",
        )
        md.preprocessors.register(HtmlBlocks(md, self._leave_open), "html_block", 20)
        # Unlike in Markdown, a link has no space between its brackets: in “[…] [báo][dia-chi]”, “[…]” is ordinary text.
        vars(md.inlinePatterns["reference"])["RE_LINK"] = re.compile(r"\[([^\]]*)\]")
        return md

    def _leave_open(self) -> None:
        self._seen.is_left_open = True

    def render(self, path: str, body: str, *, official: bool, reserved: Collection[str] = ()) -> Rendered:
        """Render the ``body`` of the Markdown file ``path``, relative to docs/.

        In an ``official`` text (that of a document), the labels of provisions are kept as typed. ``reserved`` are
        former anchors, which lead elsewhere now, so no repeated label gets one of them. Raises TooComplexError if
        Markdown cannot parse the body, or not in reasonable time.
        """
        seen = self._seen = RenderState()
        if stray := unpaired(body, official=official):
            body = as_text(body, stray)
        line = too_complex(body)
        if line and not official:
            raise TooComplexError(line)
        try:
            if official:
                parts = list(_parts(body))
                self._see(parts, reserved)
                if all(number for number, _ in parts) and (
                    is_plain(body) or all(is_plain(p.text) for p in seen.provisions)
                ):
                    return plain_text(seen.provisions, seen.cited)
                source = self._official_source(parts)
                # In an official text, only the parts with Markdown are parsed, so only these count.
                if line and too_complex(source):
                    raise TooComplexError(line)
            raw = _converted(self._official, source) if official else self._prose_html(body)
        except RecursionError:
            raise TooComplexError(_deepest(body)) from None
        if not stray and (seen.is_left_open or _LEFT.search(raw)):  # Markdown has not found the end of an HTML block
            raise TooComplexError(body.count("\n", 0, body.find("<")) + 1)
        plain = clean(raw, more_schemes=(DOCUMENT,))
        lost = list(removed(raw, plain))
        plain = named(plain)
        html, links = resolved(plain, path)
        anchors = anchors_of(plain)
        links += (wrong(address) for address in lost if (address.tag, address.attribute) == ("a", "href"))
        return Rendered(
            html=html,
            headings=tuple(headings(plain)),
            anchors=frozenset(anchors),
            links=tuple(links),
            images=tuple(images(plain, path, [a for a in lost if (a.tag, a.attribute) == ("img", "src")])),
            provisions=tuple(seen.provisions),
            cited=seen.cited,
            repeated=tuple(anchor for anchor, count in Counter(anchors).items() if count > 1),
            lost=tuple(one for one in lost if (one.tag, one.attribute) not in (("a", "href"), ("img", "src"))),
            unpaired=tuple(stray),
        )

    def _prose_html(self, body: str) -> str:
        """Return the HTML of a prose body (not an official text), after repairing its layout."""
        html = _converted(self._prose.reset(), laid_out(body))
        return html.replace(f"<p>{SEPARATOR}</p>\n", "").replace(SEPARATOR, "") if SEPARATOR in html else html

    def _see(self, parts: Iterable[tuple[int, str]], reserved: Collection[str]) -> None:
        """Store the provisions of an official text, for the rest of this rendering.

        ``parts`` is the result of :func:`_parts`, ``reserved`` is as in :meth:`render`.
        """
        self._seen.provisions = provisions(((number, line) for number, line in parts if number), reserved)
        self._seen.cited = citations(self._seen.provisions)

    def _official_source(self, parts: Iterable[tuple[int, str]]) -> str:
        """Return what Markdown renders of an official text: the lines and blocks that are not plain text.

        The other lines are stored as HTML in the parser, which is thereby reset. ``parts`` is the result of
        :func:`_parts`.
        """
        by_line: dict[int, list[int]] = {}
        for index, provision in enumerate(self._seen.provisions):
            by_line.setdefault(provision.number, []).append(index)
        blocks: list[str] = []
        run: list[str] = []
        stash = self._official.reset().htmlStash

        def end_run() -> None:
            if run:
                blocks.append(f"{OPEN}{stash.store(chr(10).join(run))[1:-1]}{CLOSE}")
                run.clear()

        for number, block in parts:
            if not number:
                end_run()
                blocks.append(literal(block))
            for index in by_line.get(number, ()):
                provision = self._seen.provisions[index]
                if is_plain(provision.text):
                    run.append(paragraph(provision, self._seen.cited.get(provision.anchor, "")))
                else:
                    end_run()
                    blocks.append(f"{OPEN}{index}{CLOSE}{literal(provision.text)}")
        end_run()
        return "\n\n".join(blocks)


def _converted(md: Markdown, text: str) -> str:
    if "&#" not in text:
        return md.convert(text)
    return md.convert(_NO_NUMBER.sub(f"&{_HELD}", text)).replace(_HELD, "")


def _deepest(body: str) -> int:
    """Return the number, from 1, of the line that opens the most lists, quotes and brackets."""
    depths = [len(re.findall(r"[>*+\-\[(<]|\d[.)]", line)) for line in body.split("\n")]
    return depths.index(max(depths)) + 1


def _is_line(line: str) -> bool:
    """Tell whether a line that begins like a Markdown block is a single line of text.

    Such lines are ``<b>Hai</b>``, and ``## I- QUAN ĐIỂM``, which is a label.
    """
    return bool(_IN_LINE.match(line)) or (line[0] in "#<" and bare(line) != line) or line[0] == ">"


def _is_set_in(line: str) -> bool:
    """Tell whether a line is written as a quotation of Markdown, after ``>``."""
    return line.startswith(">") and out_of_quotation(line) != line


def _parts(body: str) -> Iterator[tuple[int, str]]:
    """Yield the lines of an official text one by one, but each table or other block of Markdown as a whole.

    Each line comes with its number, from 1, and each block with the number 0.
    """
    lines = body.split("\n")
    if not any(sign in body for sign in _BLOCK_SIGNS):
        yield from enumerate(lines, 1)
        return
    at = 0
    while at < len(lines):
        start = at
        while at < len(lines) and _is_set_in(lines[at].strip()):
            at += 1
        if at > start and _HAS_SOURCE.search(lines[at - 1]):
            yield 0, "\n".join(lines[start:at])
            continue
        if at > start:
            inner = "\n".join(out_of_quotation(line.strip()) for line in lines[start:at])
            yield from ((start + n, f"> {part}") if n else (0, part) for n, part in _parts(inner))
            continue
        is_table = (
            "|" in lines[at]
            and at + 1 < len(lines)
            and "|" in lines[at + 1]
            and _DELIMITER_ROW.fullmatch(lines[at + 1])
        )
        if is_table or (_MARKDOWN_BLOCK.match(lines[at]) and not _is_line(lines[at].strip())):
            if lines[at].lstrip().startswith("#"):
                at += 1
            else:
                end = at + as_it_stands(lines, at)
                while at < len(lines) and (at < end or lines[at].strip()):
                    at += 1
            yield 0, _SET_IN_NOTE.sub("", "\n".join(lines[start:at]))
        else:
            at += 1
            yield start + 1, lines[start]
