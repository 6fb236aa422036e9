"""Finds the end of a document pasted below its text: the recipients, and who signed on whose behalf."""

import re
from collections.abc import Sequence

from infopage.content.letterhead import NOT_ITS_OWN, TEXT_BEGINS
from infopage.content.letterhead_cells import NAME, cells, is_named
from infopage.content.model import OfficialDocument
from infopage.content.model_parts import Signer
from infopage.content.pasted_part import LONGEST_LINE, LONGEST_TITLE, PastedFrame, plain

_ON_BEHALF = re.compile(r"(?:T/M|TM\.?|K/T|KT\.?|T/L|TL\.?|TUQ\.?|Q\.)\s")
_POSTS = re.compile(r"bí thư|chủ tịch|trưởng ban|giám đốc|bộ trưởng|chánh văn phòng")
_MAY_END = ("ơi nhận", "ƠI NHẬN", "T/M", "TM", "K/T", "KT", "T/L", "TL", "TUQ", "Q.")
_RECIPIENTS = re.compile(r"nơi nhận\s*(?::|$)", re.IGNORECASE)
_SIGNED = re.compile(r"\(?(?:đã ký|ký tên|ký, đóng dấu|đóng dấu)\b[^)]*\)?", re.IGNORECASE)
_LABELLED = re.compile(rf"{TEXT_BEGINS.pattern}|(?:[0-9]{{1,3}}|[a-zđ])[.)]\s", re.IGNORECASE)
_ITEM = ("-", "+", "•", "*", "–")
ONLY_SIGNED = 12
"""The most lines of an end without recipients."""


def end_in(lines: Sequence[tuple[int, str]], document: OfficialDocument) -> PastedFrame | None:
    """Return the recipients and signature that the lines, given as (number, line), end with."""
    for start in range(len(lines)):
        if _begins_end(lines, start) and (found := _parts(lines[start:])):
            said = "\n".join(line for _, line in lines).lower()
            if any(words in said for words in NOT_ITS_OWN):
                return None
            return _frame_of(lines[start][0], lines[-1][0], *found, document)
    return None


def _begins_end(lines: Sequence[tuple[int, str]], start: int) -> bool:
    """Tell whether the end of a document may begin at the line with this index."""
    line = lines[start][1]
    if not (line.isupper() or any(sign in line for sign in _MAY_END)):
        return False
    found = list(cells([lines[start]]))
    if any(_RECIPIENTS.match(cell.text) or _ON_BEHALF.match(cell.text) for cell in found):
        return True
    return all(cell.text.isupper() for cell in found) and len(lines) - start <= ONLY_SIGNED


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
            elif text.isupper() and len(text) <= LONGEST_TITLE and (not is_item or _ON_BEHALF.match(text)):
                powers.append(text)
                is_item = False
                is_listing = is_listing and "|" in line
            elif powers and text.istitle() and NAME.fullmatch(text):
                signers.append(_signer(powers, text))
                powers = []
                is_listing = False
            elif is_listing and len(text) <= LONGEST_LINE and not _LABELLED.match(text):
                recipients.append(text.rstrip(" ,;."))
            else:
                return None
    return (recipients, signers) if not powers and (recipients or signers) else None


def _frame_of(
    first: int, last: int, recipients: Sequence[str], signers: Sequence[Signer], document: OfficialDocument
) -> PastedFrame:
    """Return the end as a frame, with what the keys of the document lack."""
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
    """Return the words of a signer's post and of who is represented."""
    return set(plain(f"{signer.title} {_ON_BEHALF.sub('', signer.on_behalf)}").split())


def _signer(powers: Sequence[str], name: str) -> Signer:
    """Return a signer, given the lines in capitals above the name: on whose behalf, and the post."""
    titles = [one for one in powers if not _ON_BEHALF.match(one)]
    behalf = ", ".join(one for one in powers if _ON_BEHALF.match(one))
    title = _POSTS.sub(lambda found: found[0].capitalize(), " ".join(titles).capitalize())
    return Signer(name=name, title=title, on_behalf=behalf)
