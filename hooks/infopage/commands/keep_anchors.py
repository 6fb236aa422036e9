"""``infopage ledger --keep-anchors``: stores the published anchors of moved words in the header of their file."""

import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from infopage.content.addresses import address_of
from infopage.content.library import Library
from infopage.content.markdown import MarkdownRenderer
from infopage.content.model import OfficialDocument
from infopage.content.texts import Text
from infopage.release.addresses.anchored import Shift, anchored, shifts
from infopage.release.addresses.ledger import Ledger
from infopage.release.addresses.moved import moved
from infopage.release.reading.copies import Folder, Live

_ROUNDS = 8
_KEY = re.compile(r"neo_cu:[ \t]*(?:\[\])?\r?")


def keep_anchors(site: Path, root: Path, library: Library, previous: Ledger, copy: Folder | Live) -> Iterator[str]:
    """Write the anchors that pages lost since the last release into their Markdown files; yield a line for each file.

    They are written as the key ``neo_cu``, so that old links still work. ``site`` was built from the project at
    ``root``, whose content is ``library``. ``copy`` is the last release, and ``previous`` its ledger, the list of all
    published addresses. Raises CopyError if that release cannot be read.
    """
    texts = {address_of(text.item.path): text for text in library.texts}
    for address, found in moved(site, previous, copy, lost=True):
        text = texts.get(address)
        if text is None:
            continue
        published = copy.read(f"{address}index.html") or b""
        kept = _settled(text, anchored(published.decode(errors="replace")), found)
        if kept:
            _write(root / text.path, text, kept)
            yield f"{text.path}: đã ghi {len(kept)} chỗ vào neo_cu; hãy dựng lại trang rồi chạy lại"


def _settled(text: Text, before: Mapping[str, str], found: Sequence[Shift]) -> dict[str, str]:
    """Return the former anchors to add to a text, each with the anchor that now has its words.

    ``before`` has the published words by anchor, ``found`` the anchors that have moved. A former anchor is reserved: no
    provision gets it again. So repeated labels below may get other anchors. Therefore the text is rendered again until
    the result no longer changes, at most ``_ROUNDS`` times.
    """
    known = {former.id for former in text.item.former_anchors}
    kept = {one.anchor: one.now for one in found}
    is_official = isinstance(text.item, OfficialDocument)
    for _ in range(_ROUNDS):
        reserved = known | kept.keys()
        html = MarkdownRenderer().render(text.item.path, text.page.body, official=is_official, reserved=reserved).html
        now = {anchor: words for anchor, words in anchored(html).items() if anchor not in reserved}
        again = {one.anchor: one.now for one in shifts(before, now, known)}
        if again == kept:
            break
        kept = again
    return kept


def _write(file: Path, text: Text, kept: Mapping[str, str]) -> None:
    lines = file.read_bytes().decode().split("\n")
    end = "\r" if lines[0].endswith("\r") else ""
    entries = [line for old, new in kept.items() for line in (f"  - cu: {old}{end}", f"    moi: {new}{end}")]
    fence = text.page.body_line - 2
    at = next((number for number in range(fence) if _KEY.fullmatch(lines[number])), None)
    if at is None:
        lines[fence:fence] = [f"neo_cu:{end}", *entries]
    else:
        lines[at : at + 1] = [f"neo_cu:{end}", *entries]
    part = file.with_name(f".{file.name}.part")
    part.write_bytes("\n".join(lines).encode())
    part.replace(file)
