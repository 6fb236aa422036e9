"""The links of a text in Akoma Ntoso: references to documents by their identifiers (IRIs), other links by address."""

import posixpath
import re
from html import escape, unescape

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.model import OfficialDocument
from infopage.content.outside import AnyDocument
from infopage.content.targets import document_of
from infopage.outputs.data.akn_iris import work_iri
from infopage.outputs.data.akn_xml import xml_only
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.frame import Settings

# The pattern begins with fixed characters, before it looks back: they are found several times as fast.
_LINK = re.compile(r'<a(?<!<span class="nhan"><a)((?: [a-z-]+="[^"]*")*)>(.*?)</a>', re.DOTALL)
_HREF = re.compile(r' href="([^"]*)"')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_KEPT = re.compile(r"<(?!/?ref\b)[^>]*>")
_WORDS = re.compile(r'<[^>]*>(?:<span class="nhan">.*?</span> )?(.*)</[^>]*>', re.DOTALL)


def with_refs(html: str, document: OfficialDocument, catalogue: Catalogue, settings: Settings) -> str:
    """Return a document's HTML with an element ``ref`` for each link to a place of this site.

    A reference to a document has its identifier, so that it holds wherever the file is read; other links have the
    address of the page or file. Links to other sites stay as they are.
    """
    if "<a" not in html:
        return html
    here = address_of(document.path)
    named = {address_of(one.path): work_iri(one) for one in _cited(document, catalogue)} | {here: work_iri(document)}

    def reference(found: re.Match[str]) -> str:
        href = _HREF.search(found[1])
        if href is None or _ELSEWHERE.match(href[1]) or "class=" in found[1]:
            return found[0]
        address, mark, anchor = unescape(href[1]).partition("#")
        if not address:
            return _ref(f"#{anchor}", found[2])
        target = posixpath.normpath(posixpath.join(here, address)).removeprefix("./")
        target += "/" if address.endswith("/") else ""
        return _ref(f"{named.get(target) or absolute(target, settings)}{mark}{anchor}", found[2])

    return _LINK.sub(reference, html)


def _ref(href: str, words: str) -> str:
    return f'<ref href="{escape(href)}">{words}</ref>'


def _cited(document: OfficialDocument, catalogue: Catalogue) -> list[AnyDocument]:
    found = (document_of(id, catalogue) for id in catalogue.cited_in(document))
    return [one for one in found if one]


def words_of_line(html: str) -> str:
    """Return the words, after its label, of a line without Markdown, as XML; ``html`` has elements ``ref``."""
    found = _WORDS.fullmatch(html)
    return xml_only(_KEPT.sub("", found[1] if found else html).replace("&nbsp;", "\xa0"))
