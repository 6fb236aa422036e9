"""Authority: a number that says which items stand above others whatever is searched for.

It follows from what they are, and from what cites or carries them out.
"""

from collections import defaultdict

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.model import Draft, Event, Item, OfficialDocument
from infopage.content.outside import OutsideDocument
from infopage.content.stages import OVER as CONSULTED
from infopage.content.stages import stage_of
from infopage.content.validity import OVER, Force
from infopage.language.folding import fold
from infopage.outputs.search import tuning

_RANKS = {
    6: "hiến pháp|cương lĩnh|điều lệ|bộ luật|luật|nghị quyết|pháp lệnh|văn kiện",
    5: "lệnh|nghị định|chỉ thị|chiến lược|quy chế|quy định|chương trình|chương trình hành động|nghị quyết liên tịch",
    4: "kết luận|quyết định|thông tư|thông tư liên tịch|đề án|quy hoạch|văn bản hợp nhất",
    2: "thông báo|công điện|báo cáo|công văn|tờ trình|thông cáo|giấy mời|biên bản",
}
"""The rank of each kind of document.

Kinds that set a course rank above those that carry it out, and these above papers of daily work.
"""

_OTHER_RANK = 3
_RANK_OF = {fold(name): rank for rank, names in _RANKS.items() for name in names.split("|")}
_BELOW = {"huyen": 1, "xa": 2, "chi-bo": 3}
"""How much lower the authority of documents is whose issuer is at one of these levels of the Party or the State."""

_DOCUMENT, _ITEM = 2, 1
MOST = 15


def authority(item: Item, catalogue: Catalogue) -> int:
    """Return an item's authority, from 0 to 15.

    The authority of a document grows with the rank of its kind and the level of the body that issued it. It also grows
    with the number of items that carry it out, cite it or tell of it. It is lower if the document only amends or
    carries out another one. A document that is no longer in force has none, like an event or
    a consultation that is over.
    """
    if not isinstance(item, OfficialDocument):
        over = isinstance(item, Event) and catalogue.has_come(item.end.at)
        over |= isinstance(item, Draft) and stage_of(item, catalogue) in CONSULTED
        return _ITEM - over
    lists = catalogue.registries
    below = min(_BELOW.get(lists.issuers[issuer].level, 0) for issuer in item.issuers)
    carrying = {one.id for found in catalogue.acting.get(item.id, {}).values() for one, _ in found}
    carrying |= {one.id for one in (*catalogue.citing.get(item.id, ()), *catalogue.about.get(item.id, ()))}
    found = _DOCUMENT + _rank(item.kind, catalogue) - below
    found += min(tuning.MOST_FOLLOWING, len(carrying - {item.id}).bit_length())
    found -= 2 * _is_amending(item) + bool(item.implements)
    return 0 if catalogue.validity(item).force in OVER else max(_ITEM, min(MOST, found))


def _is_amending(document: OfficialDocument) -> bool:
    return bool(document.amends) or fold(document.abstract).removeprefix("ve ").startswith("sua doi")


def principal(topic: str, catalogue: Catalogue) -> OfficialDocument | None:
    """Return a topic's principal document, the one to show first to a reader who searches for the topic's name.

    It is in force and, if possible, has this topic as its first. Of several, it has the highest authority; of these, it
    is the newest.
    """
    found = [one for one in catalogue.on_topic[topic] if isinstance(one, OfficialDocument)]
    found = [one for one in found if catalogue.validity(one).force not in OVER]
    return max(
        found,
        key=lambda one: (one.topics[0] == topic, authority(one, catalogue), one.issued.iso, one.id),
        default=None,
    )


def replacing(document: OfficialDocument, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the addresses of the documents that replaced a document.

    A later document in force of the same kind, body and title counts as one, because readers mean the later one.
    """
    state = catalogue.validity(document)
    found = state.by if state.force is Force.REPLACED else ()
    namesakes = catalogue.once("search: namesakes", _namesakes)[_name(document)]
    later = [one for one in namesakes if one.issued.earliest > document.issued.earliest]
    return tuple(address_of(one.path) for one in dict.fromkeys((*found, *later)))


def amended(document: OfficialDocument, catalogue: Catalogue) -> tuple[str, ...]:
    """Return the addresses of the documents in force that a document amends, in whole or in some provisions."""
    ids = dict.fromkeys((*(one.id for one in document.amends), *(one.target.id for one in document.effects)))
    found = [catalogue.public[id].item for id in ids if id in catalogue.public]
    return tuple(
        address_of(one.path)
        for one in found
        if isinstance(one, OfficialDocument) and catalogue.validity(one).force not in OVER
    )


def _namesakes(catalogue: Catalogue) -> dict[tuple[object, ...], list[OfficialDocument]]:
    found: dict[tuple[object, ...], list[OfficialDocument]] = defaultdict(list)
    for document in catalogue.documents:
        if catalogue.validity(document).force not in OVER:
            found[_name(document)].append(document)
    return found


def _name(document: OfficialDocument) -> tuple[object, ...]:
    return document.kind, document.issuers, fold(document.title)


def outside_authority(document: OutsideDocument, catalogue: Catalogue) -> int:
    """Return the authority of a document that is not on this site: half that of its kind, because its text is not."""
    return _rank(document.kind, catalogue) // 2


def _rank(kind: str, catalogue: Catalogue) -> int:
    return _RANK_OF.get(fold(catalogue.registries.kinds[kind].name), _OTHER_RANK)
