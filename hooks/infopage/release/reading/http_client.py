"""The project's only HTTP client. It limits time, speed and size, and follows redirects within one host only."""

import time
from functools import partial
from urllib.error import HTTPError, URLError
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, Request, build_opener

from infopage.release.reading.limits import within

_LARGEST = 1 << 30
_PATIENCE = 30
_SLOWEST = 1000
"""The lowest average speed, in bytes per second, of a response that takes longer than ``_PATIENCE`` seconds."""

_CHUNK = 1 << 16
_HEADERS = {"User-Agent": "infopage", "Accept-Encoding": "identity"}


def answer(address: str, status: int = 200, *, fresh: bool = False) -> list[bytes]:
    """Return the body of the response from ``address`` in chunks. The status must be a success (2xx) or ``status``.

    ``fresh`` asks caches to fetch the response anew from the server. Raises HTTPError for any other status, and
    URLError, HTTPException, OSError or ValueError where no complete response arrives in time.
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
