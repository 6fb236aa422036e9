"""Checks that quotations occur in the documents they are attributed to."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.content.citing.quotations import check_quotations
from infopage.content.diagnostics import Diagnostic
from infopage.content.model import OfficialDocument
from infopage.store.digests import digest


def false_quotations(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a fault for each quotation that does not occur in the document named as its source.

    Only news, guides, events and standing pages are checked, not the texts of documents.
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
        targets = [link.target for link in text.rendered.links if link.target in documents]
        named = {target: documents[target] for target in targets}
        known = [f"{target} {one.digest} {getattr(one.item, 'id', '') in shown}" for target, one in named.items()]
        yield from library.store.made(
            "quoted",
            digest(text.digest.encode(), "\n".join(known).encode()),
            lambda text=text: tuple(check_quotations(text, documents, shown)),  # type: ignore[misc]  # binds this text
        )
