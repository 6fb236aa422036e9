"""Finds published anchors that would lead to other words in a new release, before it is published."""

import posixpath
from collections.abc import Callable, Iterator
from pathlib import Path

from infopage.release.addresses.anchored import Shift, anchored, shifts
from infopage.release.addresses.ledger import Ledger
from infopage.release.reading.copies import CopyError, Folder, Live, copy_at

_MOST = 6


def moved(site: Path, previous: Ledger, copy: Folder | Live, *, lost: bool) -> Iterator[tuple[str, list[Shift]]]:
    """Yield (address, shifts) for each page of a built ``site`` on which published anchors have moved.

    ``copy`` is the current release, and ``previous`` its ledger (list of published addresses and anchors). The shifts
    are the anchors that now lead to other words; with ``lost``, also those that the page has no more. Raises CopyError
    if the current release cannot be read.
    """
    for address, entry in sorted(previous.entries.items()):
        file = site / address / "index.html"
        if not entry.anchors or not file.is_file():
            continue
        now = anchored(file.read_text(encoding="utf-8"))
        if not any("~" in anchor for anchor in entry.anchors) and not (lost and entry.anchors - now.keys()):
            continue
        published = copy.read(posixpath.join(address, "index.html"))
        before = anchored(published.decode(errors="replace")) if published else {}
        found = [one for one in shifts(before, now) if lost or one.anchor in now]
        if found:
            yield address, found


def moved_faults(site: Path, previous: Ledger, copy: Folder | Live) -> Iterator[str]:
    """Yield a message for editors for each page of ``site`` whose repeated anchors would lead to other words.

    The parameters are as in :func:`moved`.
    """
    for address, found in moved(site, previous, copy, lost=False):
        named = ", ".join(f"“#{one.anchor}” (lời ấy nay ở “#{one.now}”)" for one in found[:_MOST])
        more = f" và {len(found) - _MOST} chỗ khác" if len(found) > _MOST else ""
        remedy = "hãy chạy scripts/infopage ledger TRANG --previous BẢN_TRƯỚC --keep-anchors rồi dựng lại"
        yield f"“{address}”: địa chỉ đã công bố nay dẫn tới lời khác: {named}{more}; {remedy}"


def refused_moves(site: Path, previous: Ledger, place: str, say: Callable[[str], None]) -> list[str]:
    """Return the :func:`moved_faults` of a built site against the release at ``place``, an address or a folder.

    ``previous`` is the ledger (list of published addresses) of that release. Where the release cannot be read, ``say``
    is called with a warning.
    """
    try:
        return list(moved_faults(site, previous, copy_at(place)))
    except CopyError as error:
        say(f"chưa so được lời ở các địa chỉ lặp (~2) với bản đang hiển thị: {error}")
        return []
