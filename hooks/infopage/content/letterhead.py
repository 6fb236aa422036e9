"""Compares the letterhead and signature in the text of a document with the declarations in its front matter."""

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from infopage.content.designations import UNNUMBERED
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.letterhead_cells import (
    NAME,
    Cell,
    Lines,
    annex_at,
    bodies_above,
    cells,
    day_in,
    is_named,
    is_same,
    names_of,
    numbered,
    plain_name,
    symbol_in,
)
from infopage.content.model import OfficialDocument
from infopage.content.registries import Registries
from infopage.content.registry_entries import Issuer
from infopage.content.texts import Text
from infopage.language.folding import fold

_HEAD, _TAIL = 15, 25
"""The maximum number of lines of a text's letterhead (``_HEAD``), and of its end with the signature (``_TAIL``)."""
_LONGEST = 120
TEXT_BEGINS = re.compile(r"\s*(?:[IVX]{1,4}[-.]|1[.)]|Điều\s+\d|Chương\s(?!trình\b)|Phần\s)\s*\S", re.IGNORECASE)
"""How the text below a letterhead begins."""
NOT_ITS_OWN = ("xác thực", "văn bản hợp nhất", "sao y", "sao lục", "trích sao")
"""Words at the end of a text whose signature is not that of the document, but of a certified copy."""
_ABOVE_NAME = 5


def check_letterhead(lines: Lines, text: Text, document: OfficialDocument, lists: Registries) -> Iterator[Diagnostic]:
    """Yield a warning for each difference between a text's letterhead or signature and its front matter.

    ``lines`` are the lines of the text that have words. ``lists`` are the registries, which have the names of issuers.
    Lines about another document, such as the signature of a certified copy, are ignored.
    """

    def differs(key: str, where: str, cell: Cell, value: str) -> Diagnostic:
        message = f"{where} (dòng {cell.line}) ghi “{cell.text}”, khác {key} {value}; hãy so lại với bản gốc"
        return warning(text.path, text.line_of(key), "khac-van-ban", message)

    head, tail = _parted(text, lines)
    for cell in head:
        if (symbol := symbol_in(cell.text)) and not is_same(symbol, document.symbol):
            yield differs("so_ky_hieu", "đầu văn bản", cell, str(document.symbol or UNNUMBERED))
    for cell in dict.fromkeys((*head, *tail)):
        if (day := day_in(cell.text)) and not document.issued.earliest == day == document.issued.latest:
            yield differs("ngay_ban_hanh", "chỗ ghi ngày tháng", cell, str(document.issued))
    if found := _other_issuer(head, [lists.issuers[id] for id in document.issuers], lists):
        cell, other = found
        yield differs("co_quan", "đầu văn bản", cell, f"{document.issuer}, có thể là “{other.id}”")
    names = list(_signers(tail))
    signed = [signer.name for signer in document.signers]
    if signed and names and not any(is_named(name, cell.text) for name in signed for cell in names):
        yield differs("nguoi_ky", "chỗ ký", names[-1], ", ".join(f"“{name}”" for name in signed))


def names_bodies(text: Text) -> bool:
    """Tell whether a text's letterhead has a line in capitals, which may be the name of any issuer in the registry.

    If so, a change of any issuer in the registry may change the result of :func:`check_letterhead`.
    """
    return any(cell.text.isupper() for cell in cells(_head(list(islice(numbered(text), _HEAD)))))


def _head(first: Lines) -> Lines:
    """Return the lines of the letterhead, given the ``first`` lines of a text: those before the content begins."""
    return list(takewhile(lambda line: not (TEXT_BEGINS.match(line[1]) or _is_prose(line[1])), first))


def _parted(text: Text, lines: Lines) -> tuple[list[Cell], list[Cell]]:
    """Return the cells (parts of lines, printed side by side) of a text's letterhead, and of its end before annexes.

    The second list is empty if the text ends with the signature of a certified copy, not with that of the document.
    """
    head = _head(lines[:_HEAD])
    begins = len(head)
    ends = annex_at(text, lines, begins)
    last = lines[max(ends - _TAIL, begins if begins < ends else ends // 2) : ends]
    said = "\n".join(line for _, line in last).lower()
    foreign = any(words in said for words in NOT_ITS_OWN)
    return list(cells(head)), [] if foreign else list(cells(last))


def _is_prose(line: str) -> bool:
    return "|" not in line and len(line) > _LONGEST and not line.isupper()


def _other_issuer(head: list[Cell], issuers: list[Issuer], lists: Registries) -> tuple[Cell, Issuer] | None:
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
    own = {id for issuer in issuers for id in (issuer.id, *bodies_above(issuer, lists))}
    if any(names_of(lists.issuers[id]) & runs.keys() for id in own):
        return None
    others = [
        (cell, one)
        for one in lists.issuers
        for run, cell in runs.items()
        if one.id not in own and run in (plain_name(one.name), plain_name(one.short_name))
    ]
    return others[0] if len(others) == 1 else None


def _signers(tail: list[Cell]) -> Iterator[Cell]:
    """Yield the cells that have a person's name, below a cell in capitals, which is the person's title.

    ``tail`` are the cells at the end of a text.
    """
    for at, cell in enumerate(tail):
        # ``istitle`` is false for sentences, so few lines are matched against the pattern, which is slower.
        if cell.text.istitle() and NAME.fullmatch(cell.text):
            above = (one.text for one in tail[max(at - _ABOVE_NAME, 0) : at])
            if any(map(str.isupper, above)):
                yield cell
