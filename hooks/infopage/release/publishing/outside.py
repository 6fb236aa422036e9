"""Checks that the site's public address serves a new release, by HTTP requests like those of any reader."""

import hashlib
import time
from collections.abc import Iterator, Mapping
from http.client import HTTPException
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urljoin

from infopage.release.reading.http_client import answer

_PAUSE = 1


def wrong_answers(url: str, expected: Mapping[str, str], patience: float) -> list[str]:
    """Return a message for each file whose public copy differs from the new release.

    ``expected`` maps the files' addresses, relative to ``url``, to their SHA-256. Because caches may still have the old
    files, failing requests are repeated for ``patience`` seconds.
    """
    until = time.monotonic() + patience
    while wrong := list(_wrong(url, expected)):
        if time.monotonic() > until:
            break
        time.sleep(_PAUSE)
    return wrong


def _wrong(url: str, expected: Mapping[str, str]) -> Iterator[str]:
    for name, digest in expected.items():
        address = urljoin(url, quote(name.removesuffix("index.html")))
        try:
            found = hashlib.sha256(b"".join(answer(address, fresh=True))).hexdigest()
        except HTTPError as error:
            yield f"{address} trả lời {error.code}"
        except (URLError, HTTPException, OSError, ValueError) as error:
            yield f"{address} không trả lời ({getattr(error, 'reason', error)})"
        else:
            if found != digest:
                yield f"{address} chưa phải bản vừa phát hành"
