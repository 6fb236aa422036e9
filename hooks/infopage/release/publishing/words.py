"""The record of published words that a release is compared with: the server's, or a file where there is no server."""

import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic
from infopage.release.publishing.releases import NOTHING, ReleaseError
from infopage.release.publishing.server import Server
from infopage.release.words.record import NAME, WordRecord, WordsKey, record_of
from infopage.release.words.silent import silent_changes

RECORD = f"build/{NAME}"
"""The file in which a project without a server keeps the record of its last release."""

_KEY_FILE = "khoa-cau-chu.txt"
_ADOPTED = "lần này ghi nhận câu chữ đang có, từ lần sau mới so được"


@dataclass
class PublishedWords:
    """The comparison of a release's words with those of the current release.

    ``key`` is the secret key with which digests of words are made. ``previous`` is the record of the current release,
    None where there is none to compare with: the present words are then adopted as the published ones. ``release`` is
    the ID of the current release on the server. ``record`` is the record of the new release, once compared.
    """

    key: WordsKey
    previous: WordRecord | None
    release: str = NOTHING
    record: WordRecord | None = None

    def silent(self, catalogue: Catalogue, docs: Path | None = None) -> Iterator[Diagnostic]:
        """Yield a fault for each item of the new release whose published words changed without a note to readers.

        ``catalogue`` has the items of the new release, and ``docs`` is the folder with their files; None if these are
        not to be compared.
        """
        self.record = record_of(catalogue, self.key, self.previous, docs)
        if self.previous:
            yield from silent_changes(self.previous, self.record, catalogue)


def words_on(server: Server, say: Callable[[str], None]) -> PublishedWords:
    """Return the record of published words on the server, with the key that the server keeps.

    ``say`` is called with a note where there is no record that can be compared. Raises ReleaseError.
    """
    release, key, text = server.words()
    try:
        known = WordsKey.of(key)
    except ValueError:
        message = "khóa câu chữ trên máy chủ bị hỏng; hãy xóa tệp words.key trong thư mục của trang rồi chạy lại"
        raise ReleaseError(message) from None
    what = "" if release == NOTHING else f"bản {release} đang hiển thị"
    return PublishedWords(known, _compared(text, known, what, say), release)


def words_in(file: Path, key: str, *, first: bool, say: Callable[[str], None]) -> PublishedWords:
    """Return the record of published words in ``file``, for a site without a server.

    ``key`` is the secret text of the key; where it is empty, the key is in a file beside the record, and is made where
    there is none. ``first`` tells that this is the first release. ``say`` is as in :func:`words_on`. Raises
    ReleaseError where the key is too short.
    """
    try:
        known = WordsKey.of(key or _own_key(file.with_name(_KEY_FILE)))
    except ValueError as error:
        raise ReleaseError(str(error)) from None
    text = file.read_bytes().decode("utf-8", "replace") if file.is_file() and not first else ""
    return PublishedWords(known, _compared(text, known, "" if first else "bản trước", say))


def keep(file: Path, record: WordRecord) -> None:
    """Write a record of published words to a file that only its owner can read, completely or not at all."""
    part = file.with_name(f".{file.name}.part")
    _write_private(part, str(record))
    part.replace(file)


def _compared(text: str, key: WordsKey, what: str, say: Callable[[str], None]) -> WordRecord | None:
    """Return the record of words whose file has this ``text``.

    Return None, and call ``say`` with a note, where the record is missing, damaged, or made with another key.

    ``what`` names the release that should have a record; "" where there is no release yet.
    """
    if text:
        try:
            return WordRecord.parse(text, key)
        except ValueError:
            say(f"Sổ câu chữ của {what} đã hỏng, hoặc ghi bằng khóa khác, cách khác; {_ADOPTED}.")
    elif what:
        say(f"Không có sổ câu chữ của {what}; {_ADOPTED}.")
    return None


def _own_key(file: Path) -> str:
    if not file.is_file():
        _write_private(file, f"{secrets.token_hex(32)}\n")
    return file.read_text("utf-8")


def _write_private(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.unlink(missing_ok=True)
    file.touch(mode=0o600)
    file.write_text(text, "utf-8", newline="")
