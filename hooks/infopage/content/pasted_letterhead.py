"""Finds a letterhead pasted above a document's text: motto, names of bodies, number, date, kind and title."""

import re
from collections.abc import Sequence
from itertools import chain

from infopage.content.glued_head import parts_of_lines
from infopage.content.letterhead import TEXT_BEGINS
from infopage.content.letterhead_cells import bodies_above, cells, day_in, is_same, names_of, symbol_in
from infopage.content.model import OfficialDocument
from infopage.content.pasted_part import LONGEST_LINE, LONGEST_TITLE, PastedFrame, plain
from infopage.content.registries import Registries
from infopage.content.registry_entries import Issuer
from infopage.language.folding import fold

_MOTTOES = {"cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc", "dang cong san viet nam"}
_BODY = re.compile(
    r"(?:ĐẢNG|BAN|TỈNH|HUYỆN|THÀNH|XÃ|PHƯỜNG|ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HỘI|CHI BỘ|ĐẠI HỘI|SỞ|BỘ|CỤC|CHI CỤC|VĂN PHÒNG"
    r"|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|MẶT TRẬN|ĐOÀN|LIÊN ĐOÀN|TRUNG TÂM|TRƯỜNG|CÔNG AN|QUÂN|VIỆN|TÒA ÁN)\b"
)
_DECIDES = re.compile(r"QUYẾT NGHỊ|QUYẾT ĐỊNH|:$")
_SUBJECT = re.compile(r"(?:v/v|về việc)\s*:?\s*", re.IGNORECASE)
_OF_BODY = re.compile(
    r"\b(CỦA [^\W\d_a-z][^a-z]*?)"
    r"(?=\s+(?:VỀ|Về|về|thực hiện|triển khai|tổng kết|sơ kết|một số|sửa đổi|quy định)\b|\s*$)"
)
_MEETING = re.compile(r"(?:HỘI NGHỊ|KỲ HỌP)\b.*\bTHỨ\b")
_SHORT_TITLE = 8


def letterhead_in(
    lines: Sequence[tuple[int, str]], document: OfficialDocument, lists: Registries
) -> PastedFrame | None:
    """Return the letterhead that a document's text begins with; None if it begins with none.

    ``lines`` are the lines of the text that have words, as (number, line), and ``lists`` the registries.
    """
    kind = plain(lists.kinds[document.kind].name)
    abstract = plain(document.abstract)
    parts = parts_of_lines(lines, kind, abstract)
    first = next(parts, None)
    if first is None or TEXT_BEGINS.match(first[1]) or (not first[2] and _is_prose(first[1])):
        return None
    issuers = [lists.issuers[id] for id in document.issuers]
    names = _names_of(document, lists)
    seen: set[str] = set()
    is_said = True
    under_kind = place = ""
    last = 0
    said = rest = ""
    for number, line, after in chain([first], parts):
        found = list(cells([(number, line)]))
        sorts = [_sort(cell.text, names, kind, abstract, seen) for cell in found]
        if len(line) > LONGEST_LINE or not all(sorts):
            break
        for cell, sort in zip(found, sorts, strict=True):
            said = f"{said} {plain(cell.text)}" if "kind" in seen or sort == "kind" else said
            symbol, day = symbol_in(cell.text), day_in(cell.text)
            is_said = is_said and (symbol is None or is_same(symbol, document.symbol))
            is_said = is_said and (day is None or document.issued.earliest == day == document.issued.latest)
            place = place or (_other_place(cell.text, issuers) if day else "")
            under_kind = under_kind or _under_kind(cell.text, kind, issuers)
            under_kind = f"{under_kind} {cell.text}".strip() if sort == "meeting" else under_kind
        seen.update(sorts)
        last, rest = number, after
    is_head = len(seen & {"motto", "number", "day", "body"}) > 1 and (not rest or seen & {"number", "day"})
    below = {"", plain(under_kind), plain(document.under_kind)}
    if rest[:1].islower() or not (is_head or any(_is_title(said, f"{kind} {one} {abstract}") for one in below)):
        return None
    is_known = bool(document.under_kind) or plain(under_kind) in abstract
    return PastedFrame(
        lines[0][0],
        last,
        is_end=False,
        is_said=is_said and not (place and any(issuer.place for issuer in issuers)),
        under_kind="" if is_known else under_kind,
        place=place,
        rest=rest,
    )


def letterhead_above(
    annex: int, lines: Sequence[tuple[int, str]], document: OfficialDocument, lists: Registries
) -> int:
    """Return the index of the first line of the letterhead that ends above ``lines[annex]``; ``annex`` if none does.

    A text attached to a document may have a letterhead that repeats the document's own: the motto, and names of
    bodies.
    """
    names = _names_of(document, lists)
    mottoes: list[bool] = []
    while len(mottoes) < annex:
        found = [cell.text for cell in cells([lines[annex - len(mottoes) - 1]])]
        if not all(one.isupper() and _is_in_letterhead(one, names) for one in found):
            break
        mottoes.append(any(plain(one) in _MOTTOES for one in found))
    return annex - len(mottoes) if any(mottoes) else annex


def _is_in_letterhead(cell: str, names: set[str]) -> bool:
    """Tell whether a cell in capitals is a motto or the name of a body; ``names`` are those of the issuers."""
    return plain(cell) in _MOTTOES or fold(cell) in names or _BODY.match(cell) is not None


def _names_of(document: OfficialDocument, lists: Registries) -> set[str]:
    issuers = [lists.issuers[id] for id in document.issuers]
    own = {id for issuer in issuers for id in (issuer.id, *bodies_above(issuer, lists))}
    return set().union(*(names_of(lists.issuers[id]) for id in own))


def _is_title(said: str, title: str) -> bool:
    """Tell whether the words of a letterhead are exactly those of a title: kind, issuing body, and whole abstract."""
    return said.split() == title.split()


def _other_place(cell: str, issuers: Sequence[Issuer]) -> str:
    """Return the place before the date in a cell, such as ``Hà Nội, ngày …``; '' if none, or if it is an issuer's."""
    place = " ".join(cell.rpartition("ngày")[0].rstrip(" ,").split())
    return "" if plain(place) in {"", *(plain(issuer.place) for issuer in issuers)} else place


def _under_kind(cell: str, kind: str, issuers: Sequence[Issuer]) -> str:
    """Return the words in capitals between kind and title, such as ``CỦA BỘ CHÍNH TRỊ``; '' if a cell has none.

    If they name an issuer, its name is written as in the registry. ``kind`` is the name of the document's kind.
    """
    if not (found := _OF_BODY.search(cell)) or plain(cell[: found.start()]) not in ("", kind):
        return ""
    words = plain(found[1])
    return next((f"của {one.name}" for one in issuers if words == f"cua {plain(one.name)}"), found[1])


def _is_prose(line: str) -> bool:
    """Tell whether a line is a sentence, not part of a letterhead.

    It is too long for a title, not in capitals, and no table row.
    """
    return len(line) > LONGEST_TITLE and "|" not in line and not line.isupper()


def _sort(cell: str, names: set[str], kind: str, abstract: str, seen: set[str]) -> str:
    """Return which part of a letterhead a cell is, such as ``motto``; '' if it is none: the letterhead ends above.

    ``names`` are the names of the issuers and of the bodies above them. ``kind`` and ``abstract`` are those of the
    document. ``seen`` are the parts found on the lines above.
    """
    said = plain(cell)
    if said in _MOTTOES:
        return "motto"
    if symbol_in(cell):
        return "number"
    if day_in(cell):
        return "day"
    if cell.isupper() and fold(cell) in names:
        return "body"
    if not said:
        return "rule"
    if (cell.isupper() and said == kind) or (said.startswith(f"{kind} ") and abstract in said):
        return "kind"
    if cell.isupper() and said.startswith(f"{kind} ") and f"{abstract} ".startswith(f"{said[len(kind) + 1 :]} "):
        return "kind"
    title = plain(_SUBJECT.sub("", cell))
    if seen & {"kind", "number"} and title and title in abstract and len(cell) > _SHORT_TITLE:
        return "title"
    if "kind" in seen and cell.isupper() and said.startswith("cua "):
        return "kind"
    if "kind" in seen and cell.isupper() and (_MEETING.match(cell) or ("meeting" in seen and _BODY.match(cell))):
        return "meeting"
    is_above = "kind" not in seen or not seen & {"motto", "number", "day"}
    is_body = cell.isupper() and len(cell) <= LONGEST_TITLE and _BODY.match(cell) and not _DECIDES.search(cell)
    return "body" if is_above and is_body else ""
