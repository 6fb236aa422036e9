"""Finds the recipients and signatures that were pasted into a document's text with the rest, and stand at its end."""

import re
from collections.abc import Iterator, Sequence

from infopage.content.letterhead import NOT_ITS_OWN, TEXT_BEGINS
from infopage.content.letterhead_cells import NAME, cells, is_named
from infopage.content.model import OfficialDocument
from infopage.content.model_parts import Signer
from infopage.content.pasted_part import LONGEST_LINE, LONGEST_TITLE, PastedFrame, plain

_ON_BEHALF = re.compile(r"(?:T/M|TM\.?|K/T|KT\.?|T/L|TL\.?|TUQ\.?|Q\.)\s")
_POSTS = re.compile(r"bí thư|chủ tịch|trưởng ban|giám đốc|bộ trưởng|chánh văn phòng")
_MAY_END = ("ơi nhận", "ƠI NHẬN", "T/M", "TM", "K/T", "KT", "T/L", "TL", "TUQ", "Q.")
_RECIPIENTS = re.compile(r"nơi nhận\s*(?::|$)", re.IGNORECASE)
_BESIDE = re.compile(rf"(?i:nơi nhận):?(?=\s+{_ON_BEHALF.pattern})|.*?[,;.](?=\s+\S)")
_KEPT = re.compile(r"\blưu\b", re.IGNORECASE)
"""The word by which to recognise the recipient that is named last: the archive (lưu) of the office."""
_NOTE = re.compile(r"\(.*\)[.;]?")
_SIGNED = re.compile(r"\(?(?:đã ký|ký tên|ký, đóng dấu|đóng dấu)\b[^)]*\)?", re.IGNORECASE)
_LABELLED = re.compile(rf"{TEXT_BEGINS.pattern}|(?:[0-9]{{1,3}}|[a-zđ])[.)]\s", re.IGNORECASE)
_SURNAMES = frozenset(
    "Nguyễn Trần Lê Phạm Hoàng Huỳnh Phan Vũ Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Tô Đinh Trương Lương Mai Đào Cao Hà Lâm"
    " Trịnh Đoàn Vương Tạ Thái Châu Quách Triệu Tăng Kim Thạch Sơn Ma Lò Vàng Giàng Hầu Hứa Nông Bế Vi Quàng Cầm Điểu"
    " Sùng Lù Cù Tống Chu La Nghiêm Phùng Ninh Khương Đồng Lưu Thân Hàn Doãn Thiều Uông".split()
)
"""The first words of people's names, by which a name in capitals is told from a post: ``TRẦN THỊ B``."""
_ITEM = ("-", "+", "•", "*", "–")
_ABOVE_END = 6
_LEAST_COLUMNS = 2
ONLY_SIGNED = 12
"""The most lines of a pasted end of a document that has signatures only, and no list of recipients."""


def end_in(lines: Sequence[tuple[int, str]], document: OfficialDocument) -> PastedFrame | None:
    """Return the recipients and signatures that a text ends with; None if there are none.

    ``lines`` are the last lines of the text that have words, as (number, line).
    """
    while len(lines) > 1 and _NOTE.fullmatch(said := lines[-1][1].strip(" *_")) and not _SIGNED.fullmatch(said):
        lines = lines[:-1]
    for start in range(len(lines)):
        if _begins_end(lines, start) and (found := _parts(lines[start:])):
            said = "\n".join(line for _, line in lines[max(0, start - _ABOVE_END) :]).lower()
            if any(words in said for words in NOT_ITS_OWN):
                return None
            return _frame_of(lines[start][0], lines[-1][0], *found, document)
    return None


def _begins_end(lines: Sequence[tuple[int, str]], start: int) -> bool:
    """Tell whether the list of recipients, or the signatures, may begin at the line with the index ``start``."""
    line = lines[start][1]
    if not (line.isupper() or any(sign in line for sign in _MAY_END)):
        return False
    found = list(cells([lines[start]]))
    if any(_RECIPIENTS.match(cell.text) or _ON_BEHALF.match(cell.text) for cell in found):
        return True
    return all(cell.text.isupper() for cell in found) and len(lines) - start <= ONLY_SIGNED


def _parts(lines: Sequence[tuple[int, str]]) -> tuple[list[str], list[Signer]] | None:
    """Return (recipients, signers) if ``lines`` consist of nothing else; None if they have any other words."""
    if columns := _columns(lines):
        read = [_parts(column) for column in columns]
        return ([], [signer for one in read if one for signer in one[1]]) if all(read) else None
    recipients: list[str] = []
    signers: list[Signer] = []
    powers: list[str] = []
    is_listing = False
    for number, line in lines:
        is_item = is_listing and line.lstrip(" |").startswith(_ITEM)
        found = list(_beside(number, line, has_power=bool(powers)))
        for text in found:
            if heading := _RECIPIENTS.match(text):
                is_listing = is_item = True
                text = text[heading.end() :].strip(" :-")
                recipients += [text] if text else []
            elif _SIGNED.fullmatch(text):
                continue
            elif text.isupper() and len(text) <= LONGEST_TITLE and (not is_item or _is_power(text)):
                powers.append(text)
                is_item = False
                is_listing = is_listing and len(found) > 1
            elif powers and text.istitle() and NAME.fullmatch(text):
                signers.append(_signer(powers, text))
                powers = []
                is_listing = is_listing and len(found) > 1
            elif is_listing and len(text) <= LONGEST_LINE and not _LABELLED.match(text):
                recipients.append(text.rstrip(" ,;."))
            else:
                return None
    if len(powers) > 1 and _is_name_in_capitals(powers[-1]):
        signers.append(_signer(powers[:-1], powers.pop().title()))
        powers = []
    return (recipients, signers) if not powers and (recipients or signers) else None


def _columns(lines: Sequence[tuple[int, str]]) -> Sequence[Sequence[tuple[int, str]]]:
    """Return the columns of signatures that stand side by side, each as lines; () if there are no such columns."""
    rows = [(number, [cell.text for cell in cells([(number, line)])]) for number, line in lines]
    size = len(rows[0][1])
    if size < _LEAST_COLUMNS or any(len(row) != size for _, row in rows) or not all(map(_is_power, rows[0][1])):
        return ()
    return [[(number, row[at]) for number, row in rows] for at in range(size)]


def _beside(number: int, line: str, *, has_power: bool) -> Iterator[str]:
    """Yield the texts of two printed columns that were joined to one line, even with a single space between them.

    Examples are ``Nơi nhận: T/M BAN THƯỜNG VỤ`` and ``- Các xã, BÍ THƯ``. ``has_power`` tells whether the lines above
    say on whose behalf, or in what post, someone signed. Only then may the right column be a person's name.
    """
    for cell in cells([(number, line)]):
        for left in _BESIDE.finditer(cell.text):
            right = cell.text[left.end() :].strip()
            is_name = has_power and right.istitle() and NAME.fullmatch(right) and _KEPT.search(left[0])
            if is_name or (right.isupper() and _is_power(right)):
                yield from (cell.text[: left.end()], right)
                break
        else:
            yield cell.text


def _is_name_in_capitals(text: str) -> bool:
    return text.split()[0].title() in _SURNAMES and not _is_power(text) and NAME.fullmatch(text.title()) is not None


def _is_power(text: str) -> bool:
    """Tell whether a line in capitals says on whose behalf, or in what post, someone signed, and is no recipient."""
    return bool(_ON_BEHALF.match(text) or _POSTS.search(text.lower()))


def _frame_of(
    first: int, last: int, recipients: Sequence[str], signers: Sequence[Signer], document: OfficialDocument
) -> PastedFrame:
    """Return a value for the pasted recipients and signatures, on the lines ``first`` to ``last`` of the file.

    The value has the recipients or signers only if the front matter of ``document`` has none.
    """
    known = {plain(one) for one in document.recipients}
    said = all(plain(one) in known for one in recipients) if known else True
    lacks_power = False
    for one in signers if document.signers else ():
        same = [signer for signer in document.signers if is_named(signer.name, one.name)]
        said = said and bool(same)
        lacks_power = lacks_power or not any(_power(one) <= _power(signer) for signer in same)
    return PastedFrame(
        first,
        last,
        is_end=True,
        is_said=said and not lacks_power,
        lacks_power=said and lacks_power,
        recipients=() if known else tuple(recipients),
        signers=() if document.signers else tuple(signers),
    )


def _power(signer: Signer) -> set[str]:
    """Return the words that say in which post, and on whose behalf, a person signed."""
    return set(plain(f"{signer.title} {_ON_BEHALF.sub('', signer.on_behalf)}").split())


def _signer(powers: Sequence[str], name: str) -> Signer:
    """Return the signer with this name.

    ``powers`` are the lines in capitals above it: on whose behalf, and the post.
    """
    titles = [one for one in powers if not _ON_BEHALF.match(one)]
    behalf = ", ".join(one for one in powers if _ON_BEHALF.match(one))
    title = _POSTS.sub(lambda found: found[0].capitalize(), " ".join(titles).capitalize())
    return Signer(name=name, title=title, on_behalf=behalf)
