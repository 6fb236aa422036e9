"""The implementation tree: a resolution, and the documents that implement it at each administrative level."""

from collections.abc import Iterator
from dataclasses import dataclass

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.designations import short_issuer_names, undated
from infopage.content.model import OfficialDocument
from infopage.content.outside import OUTSIDE_MARK, AnyDocument, OutsideDocument
from infopage.content.registry_entries import LEVELS
from infopage.content.targets import target
from infopage.language.dates import format_date
from infopage.outputs.views.links import Link
from infopage.outputs.views.page import Page
from infopage.outputs.views.trees import Step, TreesView, TreeView
from infopage.outputs.wording.feed_links import section_feed, site_feed
from infopage.outputs.wording.frame import HOME, IMPLEMENTATION, Settings, last_change, section

NOT_EXPECTED = frozenset({"huyen"})
"""Administrative levels that were abolished: the district (huyện).

An implementation tree without documents of these levels is not reported as incomplete.
"""


@dataclass(frozen=True)
class TreeNode:
    """A document in an implementation tree.

    ``provisions`` name the provisions of the parent (the document above) that this document implements. ``days`` is the
    number of days from the issue of the parent to the issue of this document. At the root, they are empty and 0.
    """

    document: AnyDocument
    provisions: tuple[str, ...]
    days: int
    children: tuple["TreeNode", ...]

    def walk(self, depth: int = 0) -> Iterator[tuple["TreeNode", int]]:
        """Yield this node and each node below it in reading order, each with its depth (this node's is ``depth``)."""
        yield self, depth
        for child in self.children:
            yield from child.walk(depth + 1)


def roots(catalogue: Catalogue) -> list[AnyDocument]:
    """Return the documents at the root of an implementation tree, newest first.

    Other documents implement them, and they themselves implement no document that is on the site or in
    data/van-ban-ngoai.yml. A document that is not on the site counts as implementing none.
    """
    known: tuple[AnyDocument, ...] = (*catalogue.documents, *catalogue.registries.outside)
    carried = [d for d in known if catalogue.acting.get(d.id, {}).get("implements")]
    found = [
        d for d in carried if isinstance(d, OutsideDocument) or not any(target(r.id, catalogue) for r in d.implements)
    ]
    return sorted(found, key=lambda d: d.issued, reverse=True)


def tree(document: AnyDocument, catalogue: Catalogue) -> TreeNode:
    """Return the implementation tree below a document.

    A document that implements several documents of the tree is placed only below the one issued last, so that it occurs
    only once.
    """
    placed = _placed(document, catalogue)

    def node(one: AnyDocument, provisions: tuple[str, ...], days: int) -> TreeNode:
        named: dict[str, tuple[OfficialDocument, list[str]]] = {}
        for child, anchor in catalogue.acting.get(one.id, {}).get("implements", ()):
            if placed.get(child.id) == one.id:
                named.setdefault(child.id, (child, []))[1].append(anchor)
        below = (
            node(child, _places(one, found, catalogue), (child.issued.earliest - one.issued.latest).days)
            for child, found in named.values()
        )
        return TreeNode(one, provisions, days, tuple(below))

    return node(document, (), 0)


def _places(document: AnyDocument, anchors: list[str], catalogue: Catalogue) -> tuple[str, ...]:
    return tuple(catalogue.place(document.id, anchor) for anchor in anchors if anchor)


def _placed(root: AnyDocument, catalogue: Catalogue) -> dict[str, str]:
    """Return the id of the parent in the implementation tree for each document below ``root``, by the document's id."""
    reached: dict[str, AnyDocument] = {root.id: root}
    ahead: list[AnyDocument] = [root]
    while ahead:
        ahead = [
            child
            for one in ahead
            for child, _ in catalogue.acting.get(one.id, {}).get("implements", ())
            if child.id not in reached
        ]
        reached |= {child.id: child for child in ahead}
    return {
        document.id: max(
            (reached[r.id] for r in document.implements if r.id in reached), key=lambda d: (d.issued, d.id)
        ).id
        for document in reached.values()
        if document is not root and isinstance(document, OfficialDocument)
    }


def tree_view(document: AnyDocument, catalogue: Catalogue) -> TreeView | None:
    """Return what templates show of the implementation tree below a document; None if no document implements it."""
    top = tree(document, catalogue)
    if not top.children:
        return None
    return TreeView(_step(top, catalogue), _missing(top, catalogue))


def _step(node: TreeNode, catalogue: Catalogue) -> Step:
    document = node.document
    lists = catalogue.registries
    named = str(document.symbol) if document.symbol else undated(document, lists)
    outside = (OUTSIDE_MARK,) if isinstance(document, OutsideDocument) else ()
    return Step(
        link=Link(named, address_of(document.path), title=document.title if document.symbol else ""),
        text=", ".join((lists.kinds[document.kind].name, short_issuer_names(document, lists), *outside)),
        level=LEVELS[lists.issuers[document.issuer].level],
        notes=tuple(_notes(node)),
        steps=tuple(_step(child, catalogue) for child in node.children),
    )


def _notes(node: TreeNode) -> Iterator[str]:
    yield format_date(node.document.issued.earliest)
    if node.days > 0:
        yield f"sau {node.days} ngày"
    if node.provisions:
        yield f"thực hiện {'; '.join(node.provisions)}"


def _missing(top: TreeNode, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the administrative levels from which an implementation tree has no document.

    Only levels below that of the document at the root, ``top``, count, and no abolished ones.
    """
    issuers = catalogue.registries.issuers
    here = {issuers[id].level for node, _ in top.walk() for id in node.document.issuers}
    order = list(LEVELS)
    below = order[order.index(issuers[top.document.issuer].level) + 1 :]
    return tuple(LEVELS[level] for level in below if level not in here and level not in NOT_EXPECTED)


def implementation_page(catalogue: Catalogue, settings: Settings) -> Page:
    """Return the page with the implementation trees of all documents that ``roots`` returns."""
    trees = tuple(filter(None, (tree_view(document, catalogue) for document in roots(catalogue))))
    return Page(
        address=IMPLEMENTATION.address,
        template="trees.html",
        title=IMPLEMENTATION.text,
        description="Mỗi nghị quyết và các chương trình, kế hoạch, hướng dẫn cụ thể hóa nghị quyết ấy, theo từng cấp.",
        section=section(OfficialDocument).address,
        crumbs=(HOME, section(OfficialDocument)),
        feeds=(site_feed(settings), section_feed(section(OfficialDocument), settings)),
        changed=last_change(catalogue.documents),
        view=TreesView(trees),
    )
