"""The weight of an entry: its size, estimated without making it, so that feeds are divided into pages before writing.

The weight is at least the entry's bytes in any format. It is also at least half of the weight under the former limits,
when texts were cut at 64 KB and pages at 1 MB. So pages that were divided then still are, and all addresses remain.
"""

from infopage.outputs.feeds.content import MOST, Notes

_ONCE_MOST = 64 * 1024
_FRAME = 1200
"""The bytes that every entry has in the largest format: names of keys, lists, instants."""

_A_RELATED = 300


def weight(facts: str, related: int, body: bytes, notes: Notes, page: str) -> int:
    """Return the weight of an entry; ``facts`` is its data as a text, ``related`` the number of related documents.

    ``page`` is the address that makes the links in the body absolute.
    """
    links = body.count(b' href="') - body.count(b' href="#') + body.count(b' src="')
    text = len(body) + links * len(page) + sum(2 * len(one.encode()) for one in (*notes.before, *notes.after))
    shown = max(min(text, MOST), min(text, _ONCE_MOST) // 2)
    escaped = (body.count(b'"') + body.count(b"\n")) * shown // (text or 1)
    return _FRAME + len(facts) + related * _A_RELATED + shown + escaped
