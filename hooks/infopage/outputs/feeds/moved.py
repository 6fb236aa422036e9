"""Where archive pages once stood in other formats too: servers lead on from there to the same page in Atom."""

import re

from infopage.outputs.feeds.page import ARCHIVE
from infopage.outputs.wording.feed_links import ATOM, FOLDER, JSON, RSS

ONCE = (RSS, JSON)
"""The names of files that archive pages had beside the one they have."""

ARCHIVE_PAGE = rf"{FOLDER}[a-z0-9/-]+/{ARCHIVE}/[0-9a-f-]+"
"""A regular expression (the same to Python and PCRE) of the folders of archive pages; nothing in it ends a header."""

_MOVED = re.compile(rf"({ARCHIVE_PAGE})/(?:{'|'.join(map(re.escape, ONCE))})")


def successor(address: str) -> str:
    """Return where an address leads that may be one of an archive page of once.

    >>> successor("nguon-tin/tat-ca/luu/2025-08-08-0447/rss.xml")
    'nguon-tin/tat-ca/luu/2025-08-08-0447/atom.xml'
    """
    found = _MOVED.fullmatch(address)
    return f"{found[1]}/{ATOM}" if found else address
