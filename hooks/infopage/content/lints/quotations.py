"""Checks that quotations occur in the documents named as their sources, as these read on the quoting item's day."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from infopage.content.catalogue import Catalogue
from infopage.content.citing.quotations import check_quotations
from infopage.content.diagnostics import Diagnostic
from infopage.content.effects.blocks import blocks_of
from infopage.content.effects.folding import text_on
from infopage.content.model import OfficialDocument
from infopage.content.rendered import Rendered
from infopage.content.texts import Text
from infopage.store.digests import digest


def false_quotations(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a fault for each quotation that does not occur in the document named as its source.

    Only news, guides, events and standing pages are checked, not the texts of documents. Of a document that others have
    changed, the text counts as of the day of the quoting item's last update, or else of its publication.
    """
    library = catalogue.library
    quoting = [text for text in library.items if text.quotations]
    if not quoting:
        return
    documents = {
        key: t for t in library.items if isinstance(t.item, OfficialDocument) for key in (t.item.id, t.item.path)
    }
    shown = {document.id for document in catalogue.documents}
    for text in quoting:
        day = _day(text, catalogue)
        targets = [link.target for link in text.rendered.links if link.target in documents]
        named = {target: documents[target] for target in targets}
        known = [f"{target} {one.digest} {getattr(one.item, 'id', '') in shown}" for target, one in named.items()]
        changes = [repr(catalogue.effects[id]) for id in _ids(named) if id in catalogue.effects]
        yield from library.store.made(
            "quoted",
            digest(text.digest.encode(), "\n".join((*known, *changes, str(day) if changes else "")).encode()),
            lambda text=text, named=named, day=day: tuple(  # type: ignore[misc]  # binds the values of this text
                check_quotations(text, {key: _as_of(one, day, catalogue) for key, one in named.items()}, shown)
            ),
        )


def _ids(named: dict[str, Text]) -> list[str]:
    return sorted({str(getattr(one.item, "id", "")) for one in named.values()})


def _day(text: Text, catalogue: Catalogue) -> date:
    at = text.item.updated or getattr(text.item, "published", None)
    return at.date if at else catalogue.today


def _as_of(text: Text, day: date, catalogue: Catalogue) -> Text:
    """Return the text of a document as of a day."""
    modifications = catalogue.effects.get(str(getattr(text.item, "id", "")), ())
    if not any(one.changes_words and one.acts_on(day) for one in modifications):
        return text
    blocks = text_on(day, blocks_of(text.rendered.html, text.rendered.provisions), modifications).blocks
    html = "\n".join(block.html for block in blocks)
    provisions = tuple(block.provision for block in blocks if block.provision)
    return replace(text, rendered=Rendered(html=html, provisions=provisions))
