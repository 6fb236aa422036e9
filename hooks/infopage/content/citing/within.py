"""Finds where an official text cites its own provisions: ``khoản 2 Điều này``, ``mục 2, phần II``."""

import re
from bisect import bisect_right
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from infopage.content.html_text import BARRIER
from infopage.content.provisions.lines import Provision
from infopage.content.provisions.ranks import Label, Rank
from infopage.content.rendered import Rendered
from infopage.language.folding import fold, level, recomposed
from infopage.language.kinds import Kinds
from infopage.language.place_series import THIS, Series, series
from infopage.language.places import Place

_RANKS_OF = {
    "phụ lục": (Rank.APPENDIX,),
    "mẫu": (Rank.FORM,),
    "phần": (Rank.PART, Rank.ROMAN, Rank.LETTER),
    "chương": (Rank.CHAPTER,),
    "mục": (Rank.SECTION, Rank.ROMAN),
    "tiểu mục": (Rank.SUBSECTION,),
    "điều": (Rank.ARTICLE,),
    "khoản": (Rank.CLAUSE,),
    "điểm": (Rank.POINT,),
    "tiết": (Rank.ITEM,),
}
_OF_THIS = re.compile(r"\s*,?\s*(?:(?:cua|tai|trong|thuoc|(?:ban hanh )?kem theo)\s+)?")
_OF = re.compile(
    r"\s*,?\s*(?:cua|tai|trong|thuoc|ban hanh"
    r"|kem theo(?!\s*(?:$|[.,;:)\]])|\s+(?:de|va|nay|theo|gom|phai)(?![a-z])))(?![a-z])"
)
_THIS = re.compile(r"\s+nay(?![a-z])")
_CUE = re.compile(
    r"(?:\(|(?<![a-z])(?:tai|o|theo|trong|neu|xem|thuoc|tu|den|va|voi|tren|cua|nhu|vi pham|thuc hien|can cu|tru|ngoai"
    r"|gom))\s*$"
)
_ANOTHER = re.compile(r"\s*(?:\d|số|so\s*\d|[A-ZĐÀ-Ỵ])")
_AMENDS = re.compile(r"(?<![a-z])(?:sua doi|bo sung|bai bo|thay the|thay cum tu|huy bo|dinh chi|nhu sau)(?![a-z])")
_SENTENCE = re.compile(rf"[.;](?=\s)|[\n{BARRIER}]")
_GOES_ON = re.compile(r"\s*(?:$|[.,;:!?)\]”\"\n\0]|[a-zà-ỹđ])")
_ABOVE = re.compile(r"\s*,?\s*(?:(?:da )?(?:neu|noi) (?:o )?tren|(?:o )?tren(?: day)?|ben tren)(?![a-z])")
_OUTER = ("điều", "phần", "chương", "mục", "phụ lục")
_INNER = ("mục", "khoản", "điểm", "tiết")
_BEFORE, _AFTER = 300, 90
_ID = re.compile(r"<[a-z0-9]+(?: [a-z-]+=\"[^\"]*\")*? id=\"([^\"]*)\"")

Reference = tuple[int, int, str]
"""The start and end of a mention of the text's own provision, and the anchor of this provision."""


class Own(NamedTuple):
    """What is known of the document whose text is searched."""

    is_named: Callable[[str], bool]
    """Tells whether the searched document is of a kind such as ``luat``. If so, ``Luật này`` in its text means it."""
    is_amending: bool
    """Whether it amends other documents. If so, ``Điều 5`` without ``này`` means an article of one of those."""


class _Places:
    """The provisions of a text, found by offset in its HTML."""

    def __init__(self, html: str, rendered: Rendered) -> None:
        self.provisions = rendered.provisions
        self._parents = list(_parents(self.provisions))
        if rendered.is_plain:
            starts, at = [], 0
            for line in html.split("\n"):
                starts.append(at)
                at += len(line) + 1
            self._starts, self._indexes = starts, list(range(len(starts)))
        else:
            by_anchor = {p.anchor: index for index, p in enumerate(self.provisions) if p.anchor}
            found = [(m.start(), by_anchor[m[1]]) for m in _ID.finditer(html) if m[1] in by_anchor]
            self._starts, self._indexes = [start for start, _ in found], [index for _, index in found]

    def above(self, at: int) -> Sequence[Provision]:
        """Return the provision at an offset and those that contain it, the innermost first."""
        place = bisect_right(self._starts, at) - 1
        found: list[Provision] = []
        index = self._indexes[place] if place >= 0 else None
        while index is not None:
            found.append(self.provisions[index])
            index = self._parents[index]
        return found


def references_within(text: str, html: str, rendered: Rendered, own: Own, kinds: Kinds) -> Iterator[Reference]:
    """Yield the places where an official text cites a provision of its own, in order.

    ``text`` is its HTML with the tags blanked out, and ``rendered`` has its provisions. ``own`` describes its document,
    and ``kinds`` are the kinds of documents that a citation may name. Quoted passages are left out: their ``Điều này``
    is of another text.
    """
    places: _Places | None = None
    anchors = rendered.anchors
    text, given = recomposed(text)
    for found in series(text):
        places = places or _Places(html, rendered)
        above = places.above(given[found.start])
        if not above or above[0].quoted:
            continue
        for place, targets in _targets(text, found, above, own, kinds):
            anchor = next((target for target in targets if target in anchors), "")
            if not anchor and place.parts[0][0] == "mẫu":
                anchor = _form(targets, anchors)
            if not anchor and _is_alone(place):
                anchor = _near(place, above, places.provisions, text[place.end : place.end + _AFTER])
            if anchor and f"{anchor}~2" not in anchors and anchor != above[0].anchor:
                yield given[place.start], given[place.end], anchor


def _form(targets: Sequence[str], anchors: Collection[str]) -> str:
    """Return the anchor of a form inside an appendix: ``phu-luc-ii.mau-1`` for ``Mẫu số 1``; '' if it may be several.

    ``targets`` are its possible anchors outside of any appendix, and ``anchors`` all of the text.
    """
    ends = tuple(f".{target}" for target in targets)
    found = [anchor for anchor in anchors if ends and anchor.endswith(ends)]
    return found[0] if len(found) == 1 else ""


def _targets(
    text: str, found: Series, above: Sequence[Provision], own: Own, kinds: Kinds
) -> Iterator[tuple[Place, Sequence[str]]]:
    """Yield (place, possible anchors) for each provision of ``found`` that is in the text itself.

    ``found`` are provisions named together. ``above`` are the provisions that contain the citation, the innermost
    first. ``own`` and ``kinds`` are as in :func:`references_within`.
    """
    attached = next((p for p in above if p.label and p.label.rank is Rank.APPENDIX), None)
    inside = attached.anchor if attached else ""
    is_own = any(label == THIS for place in found.places for _, label in place.parts)
    rest = level(text[found.end : found.end + _AFTER])
    of = _OF_THIS.match(rest)
    assert of
    places = list(found.places)
    if kind := kinds.anywhere.match(rest, of.end()):
        if not places or not (this := _THIS.match(rest, kind.end())):
            return
        places[-1] = replace(places[-1], end=found.end + this.end())
        written = " ".join(kind[0].split())
        is_attached = attached is not None and attached.label is not None and _is_called(attached.label, written)
        if not is_attached and not own.is_named(written):
            return
        inside = inside if is_attached else ""
    elif not is_own and not _is_bare(text, found, own, kinds):
        return
    is_bare = not kind and not is_own
    for place in places:
        unit, label = place.parts[0]
        if is_bare and (unit not in _OUTER or not (label or unit == "phụ lục")):
            if _is_alone(place):
                yield place, ()
            continue
        if label.lower() != THIS:
            yield place, place.below(inside)
        elif len(place.parts) > 1 and (holder := _holder(above, unit)):
            yield place, place.below(holder.anchor, 1)


def _is_called(label: Label, written: str) -> bool:
    """Tell whether ``label``, that of an attached text (``QUY CHẾ``), is the kind ``written`` in a citation."""
    return label.key == "kem-theo" and fold(label.text).startswith(written)


def _is_alone(place: Place) -> bool:
    """Tell whether a provision is cited by a number alone, without the provision that contains it.

    ``mục 2`` is, and several provisions of a text may be numbered 2. ``mục II`` is not: a text has one section II.
    """
    return len(place.parts) == 1 and place.parts[0][1][:1].isdecimal() and place.parts[0][0] in _INNER


def _near(place: Place, above: Sequence[Provision], provisions: Sequence[Provision], after: str) -> str:
    """Return the anchor of the provision that a ``place`` with a number alone means; '' if it may be several, or none.

    ``above`` are the provisions that contain the citation, ``provisions`` all of the text, and ``after`` are the words
    after the citation. ``điểm 2.1`` is in the section of the citation. ``mục 2`` is a section of a text whose sections
    are numbered so, or, if ``nêu trên`` follows, a provision above the citation.
    """
    label = place.parts[0][1]
    is_above = _ABOVE.match(level(after)) is not None
    if not is_above and "." not in label:
        return ""
    wanted = {label, *(f"{one.anchor}.{label}" for one in above)}
    found = [one for one in provisions if one.anchor in wanted and one.label and one.label.key == label]
    if is_above:
        found = [one for one in found if one.number < above[0].number]
    return found[0].anchor if len(found) == 1 else ""


def _is_bare(text: str, found: Series, own: Own, kinds: Kinds) -> bool:
    """Tell whether provisions cited without ``này``, as in ``như nêu ở mục 2, phần II``, are in the text itself.

    ``found`` are these provisions. ``own`` and ``kinds`` are as in :func:`references_within`.
    """
    if own.is_amending:
        return False
    start = max(0, found.start - _BEFORE)
    before = _SENTENCE.split(text[start : found.start])[-1]
    folded = level(before)
    after = _SENTENCE.split(text[found.end : found.end + _AFTER])[0]
    if not _CUE.search(folded) or not _GOES_ON.match(text, found.end) or _AMENDS.search(folded):
        return False
    if _OF.match(level(after)) or _AMENDS.search(level(after)):
        return False
    return not any(_ANOTHER.match(before, kind.end()) for kind in kinds.anywhere.finditer(folded))


def _holder(above: Sequence[Provision], unit: str) -> Provision | None:
    """Return the innermost provision of ``above`` that is a ``unit``, such as the article (``điều``) for ``Điều này``.

    ``above`` are the provisions that contain the citation. Returns None if none of them is such a unit.
    """
    ranks = _RANKS_OF[unit]
    return next((p for p in above if p.anchor and p.label and p.label.rank in ranks and not p.label.depth), None)


def _parents(provisions: Sequence[Provision]) -> Iterator[int | None]:
    """Yield the index of the provision that contains each one; None for the outermost."""
    open: list[int] = []
    for index, provision in enumerate(provisions):
        while open and provisions[open[-1]].depth >= provision.depth:
            open.pop()
        yield open[-1] if open else None
        open.append(index)
