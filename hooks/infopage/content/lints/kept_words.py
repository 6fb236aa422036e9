"""Asks whether words that one document changed in another stay so when the document that changed them is repealed.

By default they stay. The former words return only if a later effect puts them back (a resumption), or if the document
that changed them was annulled. An editor who has decided that the words stay says so by the key ``giu_loi``.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from infopage.content.acts import ACTIONS, ENDING, OF_WORDS, Action
from infopage.content.catalogue import Catalogue
from infopage.content.designations import designation
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.effects.folding import Modification
from infopage.content.effects.modifications import is_within, resumed
from infopage.content.effects.new_words import key_in_passage
from infopage.content.model import OfficialDocument
from infopage.content.validity import OVER, validity
from infopage.language.dates import format_date

_RULE = "loi-da-sua"
_MOST = 3
_LASTING = OF_WORDS | ENDING | {Action.SUSPENSION}
"""The actions whose results are in doubt (kept or undone?) once the document that stated them is no longer in force."""
_ENDED = {Action.REPEAL: "bãi bỏ", Action.REPLACEMENT: "thay thế"}

_Change = tuple[str, Modification]
"""(id of the changed document, modification)."""


@dataclass(frozen=True)
class _End:
    """The end of a document that has changed others: by a modification, or by its own last day if ``by`` is None."""

    document: OfficialDocument
    """The document that states the end: the one that repeals the other, or the one that ends by itself."""
    line: int
    day: date
    by: Modification | None = None


def words_in_doubt(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a warning for each document whose end leaves it open whether the words stay that it changed in others.

    The end is a repeal or replacement by another document, or the document's own last day.
    """
    documents = {one.id: one for one in catalogue.documents}
    changes: dict[str, list[_Change]] = defaultdict(list)
    for target, found in catalogue.effects.items():
        for one in found if target in documents else ():
            changes[one.document].append((target, one))
    used: dict[str, set[str]] = defaultdict(set)
    for id, made in changes.items():
        asked: list[_Change] = []
        for end in _ends(documents[id], documents, catalogue):
            left = [one for one in _ended(made, end, documents, catalogue) if one not in asked]
            asked += left
            kept = {
                str(to): [one for one in left if _covers(to.id, to.anchor, one)] for to in end.document.keeps_words_of
            }
            used[end.document.id].update(name for name, covered in kept.items() if covered)
            if doubtful := [one for one in left if not any(one in covered for covered in kept.values())]:
                message = _message(documents[id], end, doubtful, catalogue)
                yield warning(catalogue.text(end.document).path, end.line, _RULE, message)
    for document in catalogue.documents:
        for to in document.keeps_words_of:
            if str(to) not in used[document.id]:
                message = f"ở đây không có lời đã sửa nào của “{to}” phải giữ; hãy xem lại mã, hoặc bỏ khóa giu_loi"
                yield warning(catalogue.text(document).path, to.line, _RULE, message)


def _ends(document: OfficialDocument, documents: Mapping[str, OfficialDocument], catalogue: Catalogue) -> list[_End]:
    """Return the ends of a document and of its provisions, in the order of their days.

    ``documents`` are all documents by id.
    """
    own = catalogue.effects.get(document.id, ())
    found = [
        _End(documents[one.document], one.line, one.since, one)
        for one in own
        if one.action in _ENDED and one.until is None and not resumed(one, own, date.max)
    ]
    if document.ceased and all(end.by and end.by.anchor for end in found):
        line = catalogue.text(document).line_of("ngay_het_hieu_luc")
        found.append(_End(document, line, document.ceased))
    return sorted(found, key=lambda end: end.day)


def _ended(
    made: Sequence[_Change], end: _End, documents: Mapping[str, OfficialDocument], catalogue: Catalogue
) -> Iterator[_Change]:
    """Yield those of the changes ``made`` by a document whose words are in doubt when the document ends.

    These are changes that are still in effect then, and for which no other effect says what becomes of the words.
    ``end`` is the end of the document, and ``documents`` are all documents by id.
    """
    in_detail = {target for target, one in made if one.anchor}
    for target, one in made:
        if one.action not in _LASTING or (end.by and end.by.anchor and not is_within(one.place, end.by.anchor)):
            continue
        # An effect on a whole document does not say which words it changes. If the same document also states effects on
        # single provisions, these say it, so the effect on the whole is left out.
        is_vague = not one.anchor and one.action is not Action.SUSPENSION
        if is_vague and (one.action in ENDING or target in in_detail or not end.by):
            continue
        if one.since >= end.day or (one.until and one.until < end.day):
            continue
        others = catalogue.effects[target]
        before = [other for other in others if other.since <= end.day]
        if validity(documents[target], before, documents, end.day).force in OVER:
            continue
        if not any(_settles(other, one, end.day) for other in others):
            yield target, one


def _settles(other: Modification, one: Modification, day: date) -> bool:
    """Tell whether the modification ``other`` settles what becomes of the words changed by ``one``.

    ``day`` is the day on which the document that made the change ends. ``other`` settles it if it gives the former
    words back, or has put other words or none in their place.
    """
    if other.action is Action.RESUMPTION:
        return other.anchor == one.anchor and other.since > one.since
    replaces = other.changes_words and not other.phrase and other.action is not Action.INSERTION
    is_later = other.order > one.order and other.since <= day and other.until is None
    return replaces and is_later and all(is_within(place, other.anchor) for place in _places(one))


def _places(one: Modification) -> tuple[str, ...]:
    """Return the anchors of the provisions that a modification leaves behind: those inserted, or the one changed.

    An inserted clause stands beside the one after which it was inserted, in the same article.
    """
    if one.action is not Action.INSERTION:
        return (one.anchor,)
    top = min((line.depth for line in one.words), default=0)
    keys = (key_in_passage(line.anchor) for line in one.words if line.anchor and line.depth == top)
    around = one.anchor.rpartition(".")[0]
    return tuple(f"{around}.{key}" if around and "-" not in key else key for key in keys) or (one.anchor,)


def _covers(id: str, anchor: str, change: _Change) -> bool:
    target, one = change
    return id == target and (not anchor or is_within(one.anchor, anchor))


def _message(ended: OfficialDocument, end: _End, doubtful: Sequence[_Change], catalogue: Catalogue) -> str:
    lists = catalogue.registries
    day = format_date(end.day)
    done = [_told(one, catalogue) for one in doubtful]
    listed = "; ".join(done[:_MOST]) + (f" và {len(done) - _MOST} việc khác" if len(done) > _MOST else "")
    targets = ", ".join(dict.fromkeys(target for target, _ in doubtful))
    keep = f"giu_loi: [{targets}]" if "," in targets else f"giu_loi: {targets}"
    stays = f"việc đã làm vẫn giữ, lời cũ không tự trở lại ({listed}); nếu đúng vậy thì ghi {keep}"
    if end.by is None:
        last = format_date(end.day - timedelta(days=1))
        return f"văn bản này hết hiệu lực từ {day} nhưng {stays}; nếu việc ấy chỉ đến hết {last} thì ghi den: {last}"
    named = designation(ended, lists)
    what = "một phần " if end.by.anchor else ""
    back = " và ".join(_ways_back(doubtful))
    return (
        f"{what}{named} bị {_ENDED[end.by.action]} từ {day} nhưng {stays}; nếu lời cũ trở lại thì ghi trong tac_dong "
        f"{back}, với theo là điều khoản quy định như vậy; nếu {named} bị hủy bỏ từ đầu thì ghi việc huy-bo"
    )


def _ways_back(doubtful: Sequence[_Change]) -> Iterator[str]:
    """Yield what an editor must write to state that former words return, for changed and for inserted provisions.

    Each of these ways names the first of the provisions of ``doubtful`` as an example.
    """
    added = [one for one in doubtful if one[1].action is Action.INSERTION]
    for done, action, found in (
        ("đã sửa", Action.RESUMPTION, [one for one in doubtful if one not in added]),
        ("đã thêm", Action.REPEAL, added),
    ):
        for target, one in found[:1]:
            place = _places(one)[0]
            yield f"việc {action} cho chỗ {done} (vao: {target}{'#' if place else ''}{place})"


def _told(change: _Change, catalogue: Catalogue) -> str:
    target, one = change
    document = catalogue.public[target].item
    assert isinstance(document, OfficialDocument)
    after = " sau" if one.action is Action.INSERTION else ""
    place = f"{catalogue.place(target, one.anchor)} " if one.anchor else ""
    return f"{ACTIONS[one.action][0].lower()}{after} {place}{designation(document, catalogue.registries)}"
