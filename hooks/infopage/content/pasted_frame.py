"""Finds the letterhead and signature of a document pasted into its text: the site prints both from keys too."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile

from infopage.content.letterhead import NOT_ITS_OWN, TEXT_BEGINS
from infopage.content.letterhead_cells import (
    ANNEX,
    APPENDIX,
    BLANK,
    NAME,
    bodies_above,
    cells,
    day_in,
    is_named,
    is_same,
    names_of,
    numbered,
    symbol_in,
)
from infopage.content.model import OfficialDocument
from infopage.content.model_parts import Signer
from infopage.content.registries import Registries
from infopage.content.texts import Text
from infopage.language.folding import fold

_MOTTOES = {"cong hoa xa hoi chu nghia viet nam", "doc lap tu do hanh phuc", "dang cong san viet nam"}
_BODY = re.compile(
    r"(?:ĐẢNG|BAN|TỈNH|HUYỆN|THÀNH|XÃ|PHƯỜNG|ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HỘI|CHI BỘ|ĐẠI HỘI|SỞ|BỘ|CỤC|CHI CỤC|VĂN PHÒNG"
    r"|QUỐC HỘI|CHÍNH PHỦ|THỦ TƯỚNG|MẶT TRẬN|ĐOÀN|LIÊN ĐOÀN|TRUNG TÂM|TRƯỜNG|CÔNG AN|QUÂN|VIỆN|TÒA ÁN)\b"
)
_ON_BEHALF = re.compile(r"(?:T/M|TM\.?|K/T|KT\.?|T/L|TL\.?|TUQ\.?|Q\.)\s")
_POSTS = re.compile(r"bí thư|chủ tịch|trưởng ban|giám đốc|bộ trưởng|chánh văn phòng")
_MAY_END = ("ơi nhận", "ƠI NHẬN", "T/M", "TM", "K/T", "KT", "T/L", "TL", "TUQ", "Q.")
_RECIPIENTS = re.compile(r"nơi nhận\s*(?::|$)", re.IGNORECASE)
_SIGNED = re.compile(r"\(?(?:đã ký|ký tên|ký, đóng dấu|đóng dấu)\b[^)]*\)?", re.IGNORECASE)
_LABELLED = re.compile(rf"{TEXT_BEGINS.pattern}|(?:[0-9]{{1,3}}|[a-zđ])[.)]\s", re.IGNORECASE)
_DECIDES = re.compile(r"QUYẾT NGHỊ|QUYẾT ĐỊNH|:$")
_SUBJECT = re.compile(r"(?:v/v|về việc)\s*:?\s*", re.IGNORECASE)
_WORDS = re.compile(r"[^\W_]+")
_ITEM = ("-", "+", "•", "*", "–")
_LONGEST_LINE, _LONGEST_TITLE, _SHORT_TITLE, _MOST_LINES, _ONLY_SIGNED = 300, 120, 8, 60, 12


@dataclass(frozen=True)
class PastedFrame:
    """A letterhead, or (``is_end``) the recipients and signature, pasted on the lines ``first`` to ``last`` of a file.

    ``is_said``: the front matter has the same data, except for ``recipients`` and ``signers``, which it lacks.
    """

    first: int
    last: int
    is_end: bool
    is_said: bool
    recipients: tuple[str, ...] = ()
    signers: tuple[Signer, ...] = field(default_factory=tuple)


def pasted_frames(text: Text, document: OfficialDocument, lists: Registries) -> Iterator[PastedFrame]:
    """Yield the letterhead, and the recipients and signature, pasted into the text; ``lists`` are the registries."""
    return frames_in(list(numbered(text)), text, document, lists)


def frames_in(
    lines: Sequence[tuple[int, str]], text: Text, document: OfficialDocument, lists: Registries
) -> Iterator[PastedFrame]:
    body = text.page.body
    if head := _head(lines, document, lists):
        yield _with_rules(head, text)
    ends = len(lines)
    if ANNEX in body:
        ends = next((at for at, (_, line) in enumerate(lines) if at and APPENDIX.match(line)), ends)
    most = _MOST_LINES if "ơi nhận" in body else _ONLY_SIGNED
    if end := _end(lines[max(0, ends - most) : ends], document):
        yield _with_rules(end, text)


def _with_rules(frame: PastedFrame, text: Text) -> PastedFrame:
    """Return a frame with the lines right below it that are only signs: a rule, or the second row of a table."""
    below = text.page.body.split("\n")[frame.last + 1 - text.page.body_line :]
    rules = sum(1 for _ in takewhile(lambda line: line.strip() and not line.strip(BLANK), below))
    return replace(frame, last=frame.last + rules)


def _head(lines: Sequence[tuple[int, str]], document: OfficialDocument, lists: Registries) -> PastedFrame | None:
    if not lines or TEXT_BEGINS.match(lines[0][1]) or _is_prose(lines[0][1]):
        return None
    issuers = [lists.issuers[id] for id in document.issuers]
    own = {id for issuer in issuers for id in (issuer.id, *bodies_above(issuer, lists))}
    names = set().union(*(names_of(lists.issuers[id]) for id in own))
    kind = _plain(lists.kinds[document.kind].name)
    abstract = _plain(document.abstract)
    seen: set[str] = set()
    is_said = True
    last = 0
    for number, line in lines:
        sorts = [_sort(cell.text, names, kind, abstract, seen) for cell in cells([(number, line)])]
        if len(line) > _LONGEST_LINE or not all(sorts):
            break
        for cell in cells([(number, line)]):
            symbol, day = symbol_in(cell.text), day_in(cell.text)
            is_said = is_said and (symbol is None or is_same(symbol, document.symbol))
            is_said = is_said and (day is None or document.issued.earliest == day == document.issued.latest)
        seen.update(sorts)
        last = number
    if len(seen & {"motto", "number", "day", "body"}) < 2:
        return None
    return PastedFrame(lines[0][0], last, is_end=False, is_said=is_said)


def _is_prose(line: str) -> bool:
    return len(line) > _LONGEST_TITLE and "|" not in line and not line.isupper()


def _sort(cell: str, names: set[str], kind: str, abstract: str, seen: set[str]) -> str:
    """Return which part of a letterhead a cell is, such as ``motto``; '' if the text of the document begins with it."""
    plain = _plain(cell)
    if plain in _MOTTOES:
        return "motto"
    if symbol_in(cell):
        return "number"
    if day_in(cell):
        return "day"
    if cell.isupper() and fold(cell) in names:
        return "body"
    if not plain:
        return "rule"
    if (cell.isupper() and plain == kind) or (plain.startswith(f"{kind} ") and abstract in plain):
        return "kind"
    title = _plain(_SUBJECT.sub("", cell))
    if seen & {"kind", "number"} and title and title in abstract and len(cell) > _SHORT_TITLE:
        return "title"
    if "kind" in seen and cell.isupper() and plain.startswith("cua "):
        return "kind"
    is_above = "kind" not in seen or not seen & {"motto", "number", "day"}
    is_body = cell.isupper() and len(cell) <= _LONGEST_TITLE and _BODY.match(cell) and not _DECIDES.search(cell)
    return "body" if is_above and is_body else ""


def _end(lines: Sequence[tuple[int, str]], document: OfficialDocument) -> PastedFrame | None:
    for start in range(len(lines)):
        if _begins_end(lines, start) and (found := _parts(lines[start:])):
            said = "\n".join(line for _, line in lines).lower()
            if any(words in said for words in NOT_ITS_OWN):
                return None
            return _frame_of(lines[start][0], lines[-1][0], *found, document)
    return None


def _begins_end(lines: Sequence[tuple[int, str]], start: int) -> bool:
    line = lines[start][1]
    if not (line.isupper() or any(sign in line for sign in _MAY_END)):
        return False
    found = list(cells([lines[start]]))
    if any(_RECIPIENTS.match(cell.text) or _ON_BEHALF.match(cell.text) for cell in found):
        return True
    return all(cell.text.isupper() for cell in found) and len(lines) - start <= _ONLY_SIGNED


def _parts(lines: Sequence[tuple[int, str]]) -> tuple[list[str], list[Signer]] | None:
    """Return the recipients and signers that ``lines`` consist of; None if they have anything else."""
    recipients: list[str] = []
    signers: list[Signer] = []
    powers: list[str] = []
    is_listing = False
    for number, line in lines:
        is_item = is_listing and line.lstrip(" |").startswith(_ITEM)
        for cell in cells([(number, line)]):
            text = cell.text
            if heading := _RECIPIENTS.match(text):
                is_listing = is_item = True
                text = text[heading.end() :].strip(" :-")
                recipients += [text] if text else []
            elif _SIGNED.fullmatch(text):
                continue
            elif text.isupper() and len(text) <= _LONGEST_TITLE and (not is_item or _ON_BEHALF.match(text)):
                powers.append(text)
                is_item = False
                is_listing = is_listing and "|" in line
            elif powers and text.istitle() and NAME.fullmatch(text):
                signers.append(_signer(powers, text))
                powers = []
                is_listing = False
            elif is_listing and len(text) <= _LONGEST_LINE and not _LABELLED.match(text):
                recipients.append(text.rstrip(" ,;."))
            else:
                return None
    return (recipients, signers) if not powers and (recipients or signers) else None


def _frame_of(
    first: int, last: int, recipients: Sequence[str], signers: Sequence[Signer], document: OfficialDocument
) -> PastedFrame:
    known = {_plain(one) for one in document.recipients}
    said = all(_plain(one) in known for one in recipients) if known else True
    if document.signers:
        names = [signer.name for signer in document.signers]
        said = said and all(any(is_named(name, one.name) for name in names) for one in signers)
    return PastedFrame(
        first,
        last,
        is_end=True,
        is_said=said,
        recipients=() if known else tuple(recipients),
        signers=() if document.signers else tuple(signers),
    )


def _signer(powers: Sequence[str], name: str) -> Signer:
    titles = [one for one in powers if not _ON_BEHALF.match(one)]
    behalf = ", ".join(one for one in powers if _ON_BEHALF.match(one))
    title = _POSTS.sub(lambda found: found[0].capitalize(), " ".join(titles).capitalize())
    return Signer(name=name, title=title, on_behalf=behalf)


def _plain(text: str) -> str:
    return " ".join(_WORDS.findall(fold(text)))
