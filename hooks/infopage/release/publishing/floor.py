"""The floor of a release: every address that is known, from any source, to have been published.

The server may be new, or may have lost its data. So the ledger that readers get counts too, and the ledger that this
machine kept of the last release it published.
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
"""The file in which a project keeps the ledger of the release that it published last."""

_MOST = 3
_GIVEN = f"chạy lại với --ledger TỆP ({NAME} của bản ấy)"


def floor(server: Server, url: str, record: Path, redacted: Callable[[Ledger], Ledger], *, first: bool) -> Ledger:
    """Return the ledger that the next release is checked against.

    Raises ReleaseError where the server lacks addresses that readers or the file ``record`` know (what ``redacted``
    removes does not count), where nobody knows any address though this is not the ``first`` release, and where the
    server knows some though it is; ValueError where a ledger is damaged.
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
    """Return the floor where somebody gives a ledger: its addresses, and all that the server still knows.

    Raises ValueError where the text is no ledger.
    """
    whole = previous_of(text)
    with contextlib.suppress(ReleaseError, ValueError):  # a ledger is given because the server has lost its own
        whole |= _of_server(server)
    return whole


def _of_server(server: Server) -> Ledger:
    text = server.ledger()
    return previous_of(text) if text else Ledger()


def _of_record(record: Path) -> Ledger:
    return previous_of(record.read_text("utf-8")) if record.is_file() else Ledger()


def _of_readers(url: str) -> Ledger:
    """Return the ledger that readers get; empty where another site is at the address, or none."""
    try:
        text = (Live(url).read(NAME) or b"").decode("utf-8", "replace")
    except CopyError as error:
        raise ReleaseError(
            f"không đọc được sổ địa chỉ mà người đọc thấy ({error}); hãy xem lại máy chủ web và mạng rồi chạy lại"
        ) from None
    return previous_of(text) if Ledger.is_head_of(text) else Ledger()
