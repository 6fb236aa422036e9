"""Collects the record of first publications (the file lan-dang-dau.txt), which the next release must keep and extend.

The record has the time at which each item was first published. A release with a shorter record makes feed readers show
old items as new, or miss new items. Where the server has lost its record, it is restored from the live site, from this
machine's copy, or from the file that the site was built with. Where no copy is left, the release is refused.
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
    """Return the path of this machine's copy of the record of first publications, beside that of the ledger.

    ``ledger`` is the path of the ledger's copy: ``build/so-dia-chi.txt`` gives ``build/so-dia-chi.lan-dang-dau.txt``.
    """
    return ledger.with_suffix(f".{NAME}")


def firsts(server: Server, url: str, record: Path, built_with: Path | None, site: Path) -> FirstPublished | None:
    """Return the record of first publications that the built ``site`` must keep and extend.

    It merges the record of the current release on the server, the one on the live site at ``url``, and this machine's
    copy in the file ``record``. ``built_with`` is the file that the site was built with, None if there was none. The
    result is None where no record ever existed. Raises ValueError where a record is damaged, and ReleaseError where

    - the current release's manifest lists a record, and no copy has the listed SHA-256;
    - the server has no release or has lost its manifest, the site has a record, and no copy of one is found.
    """
    release, manifest = server.shown()
    own = server.first_published()
    # The live site sends the server's file. A copy equal to it is no second source: if one is damaged, so is the other.
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
    """Yield the text of the record of first publications on the live site at ``url``, if there is one.

    A site that does not answer is ignored here, because the check in floor.py reports it.
    """
    with contextlib.suppress(CopyError):
        text = (Live(url).read(NAME) or b"").decode("utf-8", "replace")
        if FirstPublished.is_head_of(text):
            yield text


def _of_file(file: Path | None) -> Iterator[str]:
    if file and file.is_file():
        yield file.read_bytes().decode("utf-8", "replace")
