"""Former addresses of archive pages, which once had more formats: servers redirect them to the same page in Atom."""

import re

from infopage.outputs.feeds.page import ARCHIVE
from infopage.outputs.wording.feed_links import ATOM, FOLDER, JSON, RSS

ONCE = (RSS, JSON)
"""The former file names of archive pages."""

ARCHIVE_PAGE = rf"{FOLDER}[a-z0-9/-]+/{ARCHIVE}/[0-9a-f-]+"
"""A regular expression for the folders of archive pages, valid in Python and PCRE; no match can end an HTTP header."""

_MOVED = re.compile(rf"({ARCHIVE_PAGE})/(?:{'|'.join(map(re.escape, ONCE))})")


def successor(address: str) -> str:
    """Return the present address of an archive page for a former one, and any other address unchanged.

    >>> successor("nguon-tin/tat-ca/luu/2025-08-08-0447/rss.xml")
    'nguon-tin/tat-ca/luu/2025-08-08-0447/atom.xml'
    """
    found = _MOVED.fullmatch(address)
    return f"{found[1]}/{ATOM}" if found else address
