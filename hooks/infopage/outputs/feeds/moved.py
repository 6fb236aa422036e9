"""Old addresses of archive pages, which once existed in RSS and JSON too; servers redirect them to the Atom file."""

import re

from infopage.outputs.feeds.page import ARCHIVE
from infopage.outputs.wording.feed_links import ATOM, FOLDER, JSON, RSS

ONCE = (RSS, JSON)
"""The file names of archive pages in the formats in which they no longer exist."""

ARCHIVE_PAGE = rf"{FOLDER}[a-z0-9/-]+/{ARCHIVE}/[0-9a-f-]+"
"""A regular expression for the folders of archive pages, valid in Python and PCRE. It matches no line break, so a
server can safely copy the match into an HTTP header.
"""

_MOVED = re.compile(rf"({ARCHIVE_PAGE})/(?:{'|'.join(map(re.escape, ONCE))})")


def successor(address: str) -> str:
    """Return today's address for the old address of an archive page; return any other address unchanged.

    >>> successor("nguon-tin/tat-ca/luu/2025-08-08-0447/rss.xml")
    'nguon-tin/tat-ca/luu/2025-08-08-0447/atom.xml'
    """
    found = _MOVED.fullmatch(address)
    return f"{found[1]}/{ATOM}" if found else address
