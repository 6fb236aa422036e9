"""The weight of a feed entry: its estimated size in bytes, by which feeds are divided into pages before writing.

The weight is never less than the entry's bytes in any format. It is also never less than half the weight that an
earlier version of this program gave. That version cut texts at 64 KB and divided pages at 1 MB, while the limit of a
page is 500 kB today. So every page that was divided then is still divided, and all addresses remain.
"""

from infopage.outputs.feeds.content import MOST, Notes

_ONCE_MOST = 64 * 1024
_FRAME = 1200
"""The bytes that an entry takes in the largest feed format besides its texts: names of elements, dates, lists."""

_A_RELATED = 300


def weight(facts: str, related: int, body: bytes, notes: Notes, page: str) -> int:
    """Return the weight of an item's feed entry, which is an estimate of its size in bytes.

    ``facts`` is the entry's data as a text, ``related`` the number of related documents, ``body`` the item's HTML, and
    ``notes`` the blocks around it. ``page`` is the address of the item's page, which is put before relative links.
    """
    links = body.count(b' href="') - body.count(b' href="#') + body.count(b' src="')
    text = len(body) + links * len(page) + sum(2 * len(one.encode()) for one in (*notes.before, *notes.after))
    shown = max(min(text, MOST), min(text, _ONCE_MOST) // 2)
    escaped = (body.count(b'"') + body.count(b"\n")) * shown // (text or 1)
    return _FRAME + len(facts) + related * _A_RELATED + shown + escaped
