"""The first publications that the next release must go on telling, wherever they are known from.

A release that tells of fewer gives subscribers old items as new ones, or keeps new ones from them. So what the server
has lost is taken from readers, from what this machine kept, or from what the site was built with; and where nobody has
it nothing goes out.
"""

import contextlib
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from infopage.content.first_published import FirstPublished
from infopage.content.first_published_file import NAME, USUAL
from infopage.release.publishing.server import NOTHING, ReleaseError, Server
from infopage.release.reading.copies import CopyError, Live

_AGAIN = f"hãy chép {NAME} của bản đã giữ (trong tệp zip của bản ấy) vào {USUAL}, chạy scripts/site rồi chạy lại"


def record_of(ledger: Path) -> Path:
    """Return where the first publications are kept that went out with the ledger kept in a file."""
    return ledger.with_suffix(f".{NAME}")


def firsts(server: Server, url: str, record: Path, built_with: Path | None, site: Path) -> FirstPublished | None:
    """Return what the built ``site`` must go on telling: all that the release shown tells, and what readers or the file
    ``record`` know besides; None where there never was any. ``built_with`` is the file that the site was built with.

    Raises ReleaseError where the release shown told of some and nobody has that text, and where a release that is not
    the first is to go to a server that shows none, and nobody knows any; ValueError where a text is damaged.
    """
    release, manifest = server.shown()
    own = server.first_published()
    # Readers of a server that has it wrong are answered wrongly too.
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
    """Yield what readers are answered; who does not answer was told of with the ledger, if anybody was to be."""
    with contextlib.suppress(CopyError):
        text = (Live(url).read(NAME) or b"").decode("utf-8", "replace")
        if FirstPublished.is_head_of(text):
            yield text


def _of_file(file: Path | None) -> Iterator[str]:
    if file and file.is_file():
        yield file.read_bytes().decode("utf-8", "replace")
