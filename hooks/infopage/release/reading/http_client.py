"""The one HTTP client: requests with limits of time, speed and size, which follow redirects on the same host only."""

import time
from functools import partial
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from infopage.release.reading.limits import within

_LARGEST = 1 << 30
_PATIENCE = 30
_SLOWEST = 1000
"""The lowest average speed, in bytes per second, of an answer that takes longer than ``_PATIENCE`` seconds."""

_CHUNK = 1 << 16
_HEADERS = {"User-Agent": "infopage", "Accept-Encoding": "identity"}


def answer(address: str, status: int = 200, *, fresh: bool = False) -> list[bytes]:
    """Return the body of an answer with a success status or with ``status``.

    ``fresh`` asks caches for what the server has now. Raises HTTPError for any other status, and URLError,
    HTTPException, OSError or ValueError where there is no whole answer.
    """
    request = Request(address, headers=_HEADERS | ({"Cache-Control": "no-cache"} if fresh else {}))
    try:
        found = within(_PATIENCE, partial(build_opener(_SameHost).open, request, timeout=_PATIENCE))
    except HTTPError as error:
        if error.code != status:
            raise
        found = error
    chunks: list[bytes] = []
    size, begun = 0, time.monotonic()
    with found:
        while chunk := found.read1(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            if size > _LARGEST:
                raise ValueError("tệp lớn quá 1 GB")
            if (took := time.monotonic() - begun) > _PATIENCE and size < took * _SLOWEST:
                raise TimeoutError(f"chưa trả lời xong sau {took:.0f} giây")
    return chunks


class _SameHost(HTTPRedirectHandler):
    def redirect_request(self, req, fp, code, msg, headers, newurl):  # type: ignore[no-untyped-def]  # urllib's own
        if urlsplit(newurl).netloc != urlsplit(req.full_url).netloc:
            raise URLError(f"máy chủ dẫn sang trang khác: {newurl}")
        return super().redirect_request(req, fp, code, msg, headers, newurl)
