"""Compares the letterhead and signature in the text of a document with the declarations in its front matter."""

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

from infopage.content.designations import UNNUMBERED
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.model import OfficialDocument
from infopage.content.registries import Registries
from infopage.content.registry_entries import Issuer
from infopage.content.texts import Text
from infopage.language.folding import fold
from infopage.language.spacing import spaced
from infopage.language.symbols import Symbol

_HEAD, _TAIL = 15, 25
"""The maximum number of lines of a text's letterhead (``_HEAD``), and of its end with the signature (``_TAIL``)."""
_LONGEST = 120
_CELLS = re.compile(r"\||<[Bb][Rr] ?/?>|\t| {3,}|(?<=[A-ZĐ\d])\s+(?=[A-ZĐ]\S*(?: [^\s,|]+){0,4}, ngày \d)")
_MAY_PART = ("|", "<", "\t", "   ", ", ngày ")
"""Separators of cells (parts of a line that are printed side by side).

A line without any of these strings is a single cell. Searching for them is faster than splitting every line.
"""
_TRIM = " *_#>\\-–—=.\u00a0"
_BLANK = f"{_TRIM}|:"
_TEXT_BEGINS = re.compile(r"\s*(?:[IVX]{1,4}[-.]|1[.)]|Điều\s+\d|Chương\s|Phần\s)\s*\S", re.IGNORECASE)
_ANNEX = "PHỤ LỤC"
_APPENDIX = re.compile(rf"\W*{_ANNEX}\b")
_DATE = re.compile(
    r"(?:[^\d,]{2,40},\s*)?ngày\s+(\d{1,2})(?:\s+tháng\s+(\d{1,2})\s+năm\s+|/(\d{1,2})/)(\d{4})", re.IGNORECASE
)
_LONGEST_DATE = len("ngày 30 tháng 11 năm 2026") + 42
_NUMBER = re.compile(r"Số\s*:?\s*(\d[^,]*?)", re.IGNORECASE)
_BOTH = re.compile(rf"({_NUMBER.pattern}),?\s+({_DATE.pattern})", re.IGNORECASE)
_NAME = re.compile(r"(?:[^\W\d_]+\.\s?){0,3}(?:[^\W\d_’']+(?:[’'][^\W\d_]+)?(?: |$)){2,6}")
_NOT_ITS_OWN = ("xác thực", "hợp nhất", "sao y", "sao lục", "trích sao")
_ABOVE_NAME = 5


class _Cell(NamedTuple):
    line: int
    text: str


def check_letterhead(text: Text, document: OfficialDocument, lists: Registries) -> Iterator[Diagnostic]:
    """Yield a warning for each difference between a text's letterhead or signature and its front matter.

    ``lists`` are the registries, which have the names of issuers. Lines about another document, such as the signature
    of a certified copy, are ignored.
    """

    def differs(key: str, where: str, cell: _Cell, value: str) -> Diagnostic:
        message = f"{where} (dòng {cell.line}) ghi “{cell.text}”, khác {key} {value}; hãy so lại với bản gốc"
        return warning(text.path, text.line_of(key), "khac-van-ban", message)

    head, tail = _parted(text)
    for cell in head:
        if (symbol := _symbol(cell.text)) and not _same(symbol, document.symbol):
            yield differs("so_ky_hieu", "đầu văn bản", cell, str(document.symbol or UNNUMBERED))
    for cell in dict.fromkeys((*head, *tail)):
        if (day := _day(cell.text)) and not document.issued.earliest == day == document.issued.latest:
            yield differs("ngay_ban_hanh", "chỗ ghi ngày tháng", cell, str(document.issued))
    if found := _other_issuer(head, [lists.issuers[id] for id in document.issuers], lists):
        cell, other = found
        yield differs("co_quan", "đầu văn bản", cell, f"{document.issuer}, có thể là “{other.id}”")
    names = list(_signers(tail))
    signed = [signer.name for signer in document.signers]
    if signed and names and not any(_is_named(name, cell.text) for name in signed for cell in names):
        yield differs("nguoi_ky", "chỗ ký", names[-1], ", ".join(f"“{name}”" for name in signed))


def _cells(lines: list[tuple[int, str]]) -> Iterator[_Cell]:
    for number, line in lines:
        for part in _CELLS.split(line) if any(sign in line for sign in _MAY_PART) else (line,):
            if not (cell := spaced(part.strip(_TRIM))):
                continue
            if both := _BOTH.fullmatch(cell):
                yield from (_Cell(number, both[1]), _Cell(number, both[3]))
            else:
                yield _Cell(number, cell)


def names_bodies(text: Text) -> bool:
    """Tell whether a text's letterhead has a line in capitals, which may be the name of any issuer in the registry.

    If so, a change of any issuer in the registry may change the result of :func:`check_letterhead`.
    """
    return any(cell.text.isupper() for cell in _cells(_head(list(islice(_numbered(text), _HEAD)))))


def _numbered(text: Text) -> Iterator[tuple[int, str]]:
    lines = enumerate(text.page.body.split("\n"), text.page.body_line)
    return ((number, line) for number, line in lines if line.strip(_BLANK))


def _head(first: list[tuple[int, str]]) -> list[tuple[int, str]]:
    """Return the lines of the letterhead, given the ``first`` lines of a text: those before the content begins."""
    return list(takewhile(lambda line: not (_TEXT_BEGINS.match(line[1]) or _is_prose(line[1])), first))


def _parted(text: Text) -> tuple[list[_Cell], list[_Cell]]:
    """Return the cells (parts of lines, printed side by side) of a text's letterhead, and of its end before annexes.

    The second list is empty if the text ends with the signature of a certified copy, not with that of the document.
    """
    lines = list(_numbered(text))
    head = _head(lines[:_HEAD])
    begins = len(head)
    ends = len(lines)
    if _ANNEX in text.page.body:
        ends = next((n for n, (_, one) in enumerate(lines) if n >= begins and _APPENDIX.match(one)), ends)
    last = lines[max(ends - _TAIL, begins if begins < ends else ends // 2) : ends]
    said = "\n".join(line for _, line in last).lower()
    foreign = any(words in said for words in _NOT_ITS_OWN)
    return list(_cells(head)), [] if foreign else list(_cells(last))


def _is_prose(line: str) -> bool:
    return "|" not in line and len(line) > _LONGEST and not line.isupper()


def _symbol(cell: str) -> Symbol | None:
    try:
        return Symbol.parse(found[1]) if (found := _NUMBER.fullmatch(cell)) else None
    except ValueError:
        return None


def _same(one: Symbol, other: Symbol | None) -> bool:
    return (
        other is not None
        and one.ordinal == other.ordinal
        and fold(str(one)).lstrip("0") == fold(str(other)).lstrip("0")
    )


def _day(cell: str) -> date | None:
    if len(cell) > _LONGEST_DATE or not (found := _DATE.fullmatch(cell)):
        return None
    try:
        return date(int(found[4]), int(found[2] or found[3]), int(found[1]))
    except ValueError:
        return None


@lru_cache(maxsize=10_000)
def _plain(name: str) -> str:
    """Return the name of an issuer in lower case without Vietnamese marks. Cached, because every document needs it."""
    return fold(name)


def _names(issuer: Issuer) -> set[str]:
    printed = " ".join(issuer.printed_name)
    above = (*issuer.printed_above, " ".join((*issuer.printed_above, printed)))
    return {_plain(name) for name in (issuer.name, issuer.short_name, printed, *issuer.printed_name, *above) if name}


def _other_issuer(head: list[_Cell], issuers: list[Issuer], lists: Registries) -> tuple[_Cell, Issuer] | None:
    """Return (cell, issuer) if the cells of the letterhead, ``head``, name another issuer than ``issuers``.

    Returns None if they name one of ``issuers`` or a body above them (in the registry), or if the number of other
    issuers named is not one.
    """
    capitals = [cell for cell in head if cell.text.isupper()]
    if not capitals:
        return None
    runs = {
        fold(" ".join(cell.text for cell in capitals[at : at + length])): capitals[at]
        for length in (1, 2, 3)
        for at in range(len(capitals) - length + 1)
    }
    own = {id for issuer in issuers for id in (issuer.id, *_above(issuer, lists))}
    if any(_names(lists.issuers[id]) & runs.keys() for id in own):
        return None
    others = [
        (cell, one)
        for one in lists.issuers
        for run, cell in runs.items()
        if one.id not in own and run in (_plain(one.name), _plain(one.short_name))
    ]
    return others[0] if len(others) == 1 else None


def _above(issuer: Issuer, lists: Registries) -> set[str]:
    found: set[str] = set()
    ahead = set(issuer.parents)
    while ahead := {id for id in ahead if id in lists.issuers} - found:
        found |= ahead
        ahead = {parent for id in ahead for parent in lists.issuers[id].parents}
    return found


def _signers(tail: list[_Cell]) -> Iterator[_Cell]:
    """Yield the cells that have a person's name, below a cell in capitals, which is the person's title.

    ``tail`` are the cells at the end of a text.
    """
    for at, cell in enumerate(tail):
        # ``istitle`` is false for sentences, so few lines are matched against the pattern, which is slower.
        if cell.text.istitle() and _NAME.fullmatch(cell.text):
            above = (one.text for one in tail[max(at - _ABOVE_NAME, 0) : at])
            if any(map(str.isupper, above)):
                yield cell


def _is_named(name: str, signed: str) -> bool:
    one, other = fold(name), fold(signed)
    return one.endswith(other) or other.endswith(one)
