"""The ledger that a release is checked against: the list of every address the site has ever published.

The server may be new, or may have lost its copy of the ledger. So two other copies are compared with it: the one on the
live site, and the one that this machine stored at its last publication.
"""

import contextlib
from collections.abc import Callable
from pathlib import Path

from infopage.release.addresses.ledger import NAME, Ledger
from infopage.release.addresses.permanence import previous_of
from infopage.release.publishing.releases import ReleaseError
from infopage.release.publishing.server import Server
from infopage.release.reading.copies import CopyError, Live

RECORD = f"build/{NAME}"
"""The file in which a project stores the ledger (list of addresses) of the release that it published last."""

_MOST = 3
_GIVEN = f"chạy lại với --ledger TỆP ({NAME} của bản ấy)"


def floor(server: Server, url: str, record: Path, redacted: Callable[[Ledger], Ledger], *, first: bool) -> Ledger:
    """Return the server's ledger (list of published addresses). The next release must answer at all of these addresses.

    ``url`` is the site's address, ``record`` the file with this machine's copy of the ledger, and ``redacted`` a
    function that removes the redacted items from a ledger. Raises ValueError where a ledger is damaged, and
    ReleaseError where

    - the server's ledger lacks addresses that the live site's ledger or ``record`` has, apart from redacted ones;
    - the server's ledger is empty although this is not the ``first`` release;
    - the server's ledger has addresses although this is the ``first`` release.
    """
    shown = _of_server(server)
    known = _of_record(record) | _of_readers(url)
    if missing := known.more_than(shown, redacted):
        named = ", ".join(f"“{address or '.'}”" for address in missing[:_MOST]) + (", …" if missing[_MOST:] else "")
        raise ReleaseError(
            f"sổ địa chỉ trên máy chủ ({len(shown.entries)} địa chỉ) thiếu {len(missing)} địa chỉ đã công bố: {named} "
            f"(theo {record.name} đã giữ và {url}{NAME}); máy chủ mới, đã mất sổ hoặc bị đưa về bản cũ thì {_GIVEN}"
        )
    if first and shown.entries:
        raise ReleaseError(
            f"--first chỉ dùng cho lần đầu; máy chủ đã biết {len(shown.entries)} địa chỉ, hãy bỏ --first"
        )
    if not first and not shown.entries:
        raise ReleaseError(
            "máy chủ chưa hiển thị bản nào và không nơi nào có sổ địa chỉ; trang chưa từng phát hành thì chạy lại với "
            f"--first, đã từng thì {_GIVEN}"
        )
    return shown


def given_floor(server: Server, text: str) -> Ledger:
    """Return the ledger (list of published addresses) to check a release against, if the user gives one as a file.

    ``text`` is the content of this file. The result has the given addresses and those of the server's own ledger, if
    that can be read. Raises ValueError where ``text`` is no ledger.
    """
    whole = previous_of(text)
    with contextlib.suppress(ReleaseError, ValueError):  # the user gives a ledger because the server has lost its own
        whole |= _of_server(server)
    return whole


def _of_server(server: Server) -> Ledger:
    text = server.ledger()
    return previous_of(text) if text else Ledger()


def _of_record(record: Path) -> Ledger:
    return previous_of(record.read_text("utf-8")) if record.is_file() else Ledger()


def _of_readers(url: str) -> Ledger:
    """Return the ledger (list of addresses) on the live site at ``url``; empty where there is no site, or another one.

    Raises ReleaseError where the request fails, and ValueError for a damaged ledger.
    """
    try:
        text = (Live(url).read(NAME) or b"").decode("utf-8", "replace")
    except CopyError as error:
        raise ReleaseError(
            f"không đọc được sổ địa chỉ mà người đọc thấy ({error}); hãy xem lại máy chủ web và mạng rồi chạy lại"
        ) from None
    return previous_of(text) if Ledger.is_head_of(text) else Ledger()
