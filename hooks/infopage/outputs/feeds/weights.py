"""How much an entry weighs: from what it is made of, without making it, so that pages can be cut before any is written.

An entry weighs at least its bytes in any of the formats, and at least half of what it took when texts were cut at
64 KB and pages at 1 MB: so what had to be divided then has to be now, and every address of then still stands.
"""

from infopage.outputs.feeds.content import MOST, Notes

_ONCE_MOST = 64 * 1024
_FRAME = 1200
"""What every entry has, in the format that takes most: names of keys, its lists, its instants."""

_A_RELATED = 300


def weight(facts: str, related: int, body: bytes, notes: Notes, page: str) -> int:
    """Return the weight of an entry of these facts, written down, with so many documents it relates to and this body;
    ``page`` is the address that the links of the body are made absolute with.
    """
    links = body.count(b' href="') - body.count(b' href="#') + body.count(b' src="')
    text = len(body) + links * len(page) + sum(2 * len(one.encode()) for one in (*notes.before, *notes.after))
    shown = max(min(text, MOST), min(text, _ONCE_MOST) // 2)
    escaped = (body.count(b'"') + body.count(b"\n")) * shown // (text or 1)
    return _FRAME + len(facts) + related * _A_RELATED + shown + escaped
