"""The record of when each item was first published, which the next release must continue, from every source.

A release with a shorter record gives subscribers old items as new ones, or keeps new ones from them. So a record that
the server has lost is taken from readers, from this machine's copy, or from the file that the site was built with.
Without any, nothing goes out.
"""

import contextlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from infopage.content.first_published import FirstPublished
from infopage.content.first_published_file import NAME, USUAL
from infopage.release.publishing.releases import NOTHING, ReleaseError
from infopage.release.publishing.server import Server
from infopage.release.reading.copies import CopyError, Live

_AGAIN = f"hãy chép {NAME} của bản đã giữ (trong tệp zip của bản ấy) vào {USUAL}, chạy scripts/site rồi chạy lại"


def record_of(ledger: Path) -> Path:
    """Return the file that keeps the first publications of the same release as the file ``ledger``."""
    return ledger.with_suffix(f".{NAME}")


def firsts(server: Server, url: str, record: Path, built_with: Path | None, site: Path) -> FirstPublished | None:
    """Return the record that the built ``site`` must continue; None where there never was any.

    It has all that the release shown states, and what readers or the file ``record`` know besides. ``built_with`` is
    the file that the site was built with. Raises ReleaseError where the release shown had a record and nobody has that
    text, and where a site with a record goes to a server without a release and nobody knows any; ValueError where a
    text is damaged.
    """
    release, manifest = server.shown()
    own = server.first_published()
    # A server with a damaged record gives readers the same text, so that text is no further source.
    others = [text for text in (*_of_readers(url), *_of_file(record)) if text != own]
    if stated := manifest.digests.get(NAME):
        texts = (own, *others, *_of_file(built_with))
        own = next((text for text in texts if sha256(text.encode()).hexdigest() == stated), "")
        if not own:
            raise ReleaseError(f"máy chủ đã mất hoặc làm hỏng {NAME} của bản {release}, và không nơi nào còn; {_AGAIN}")
    known = [FirstPublished.parse(text) for text in (own, *others) if text]
    if not known and not manifest.digests and (site / NAME).is_file():
        known = [FirstPublished.parse(text) for text in _of_file(built_with)]
        if not known:
            shows = "chưa hiển thị bản nào" if release == NOTHING else f"mất bản kê của bản {release}"
            raise ReleaseError(f"máy chủ {shows} và không nơi nào có sổ lần đăng đầu; {_AGAIN}")
    whole = FirstPublished()
    for one in known:
        whole |= one
    return whole if known else None


def _of_readers(url: str) -> Iterator[str]:
    """Yield the record that readers get. Where the site does not answer, the check of the ledger reports it."""
    with contextlib.suppress(CopyError):
        text = (Live(url).read(NAME) or b"").decode("utf-8", "replace")
        if FirstPublished.is_head_of(text):
            yield text


def _of_file(file: Path | None) -> Iterator[str]:
    if file and file.is_file():
        yield file.read_bytes().decode("utf-8", "replace")
