"""Checks the files that texts use (attachments and images), since they are published unchanged."""

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from infopage.content.attached import SHELF, ReadableFile
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.fields import quote
from infopage.content.library import Library
from infopage.content.lints.references import files_of, linked_files
from infopage.content.model import Item
from infopage.content.pictured import shown_pictures
from infopage.content.pictures import MOST_WIDE, Picture, is_oversized
from infopage.content.rendered import Image
from infopage.content.texts import Body, Text
from infopage.content.used_files import PlainFile
from infopage.files.attachable import PICTURES, RECORDED, Flaw, content_flaw, name_flaw, size_flaw
from infopage.files.photo import tells_place
from infopage.files.pixels import FORMATS, Size, measured
from infopage.files.recording import Recording
from infopage.files.recordings import recorded
from infopage.files.shown_text import READABLE, shown_text
from infopage.files.types import FileType, type_of
from infopage.language.folding import fold
from infopage.store.digests import digest
from infopage.store.seen import Seen
from infopage.store.store import Store

RULES = {Flaw.TYPE: "loai-tep", Flaw.BROKEN: "tep-hong", Flaw.TOO_LARGE: "tep-qua-nang"}
"""The slug of the rule that a file breaks, by the flaw found in the file."""

_SAME = "lời mô tả ảnh {} trùng với chú thích; hãy tả ảnh cho thấy gì, như “Các đại biểu giơ tay biểu quyết”"

_WORDS = re.compile(r"\w+")

_SEEN, _LOOKED = "seen attached", "attached"
"""Names of shelves (namespaces) in the store: for the fingerprints of files, and for the verdicts on their content."""


class Checked(NamedTuple):
    """What was found in the files that texts use: their faults, and, by path, what is in them.

    Readable are PDF and office files, whose text the search can find.
    """

    faults: list[Diagnostic]
    pictures: dict[str, Picture]
    plain: dict[str, PlainFile]
    recordings: dict[str, Recording]
    readable: dict[str, ReadableFile]

    def added_to(self, library: Library) -> Library:
        """Return the library with what was found in its files."""
        return replace(
            library, pictures=self.pictures, plain=self.plain, recordings=self.recordings, readable=self.readable
        )


def check_attachments(docs: Path, library: Library) -> Checked:
    """Check the files that texts use; ``docs`` is the folder that has them."""
    texts = [text for text in library.texts if not isinstance(text.item, Item) or not text.item.withdrawn]
    used = {file.path for text in texts for file in files_of(text)}
    heavy: list[str] = []
    seen = Seen(library.store, _SEEN)
    faults: list[Diagnostic] = []
    kinds: dict[str, FileType] = {}
    pictures: dict[str, Picture] = {}
    plain: dict[str, PlainFile] = {}
    recordings: dict[str, Recording] = {}
    readable: dict[str, ReadableFile] = {}
    for path in sorted(used & library.files.keys()):
        try:
            found = _looked(docs / path, path, seen, library.store)
        except OSError as error:
            message = f"không mở được tệp ({error.strerror}); hãy xem lại quyền đọc"
            found = _Verdict((("khong-doc-duoc", message),))
        faults += (Diagnostic(f"docs/{path}", 1, rule, message) for rule, message in found.faults)
        if found.kind:
            kinds[path] = found.kind
        if found.picture:
            pictures[path] = found.picture
            if is_oversized(found.picture.width, library.files[path]):
                heavy.append(path)
        if found.plain:
            plain[path] = PlainFile(docs / path, found.plain)
        if found.recording:
            recordings[path] = found.recording
        if found.readable:
            readable[path] = ReadableFile(docs / path, *found.readable)
    offered = {file.path for text in texts for file in linked_files(text)} if heavy else set()
    faults += (_oversized(path, pictures[path].width, library.files[path]) for path in heavy if path not in offered)
    seen.keep()
    library.store.keep(SHELF, (one.digest for one in readable.values()))
    for text in texts if kinds else ():
        faults += _no_pictures(text, kinds)
    return Checked(faults, pictures, plain, recordings, readable)


def _oversized(path: str, width: int, size: int) -> Diagnostic:
    weight = f"{size / 1e6:.1f}".replace(".", ",")
    message = f"ảnh rộng {width} điểm, nặng {weight} MB, mà trang chỉ dùng {MOST_WIDE} điểm"
    return warning(f"docs/{path}", 1, "tep-qua-nang", f"{message}; hãy chạy: scripts/infopage clean docs/{path}")


class _Verdict(NamedTuple):
    """What was found in a file: its faults as (rule, message), and its type, or None if it cannot be published.

    A picture that only shows in its metadata where it was taken has both a fault and a type. ``picture`` is None if the
    file has no pixels or cannot be decoded. ``readable`` is None if it has no text that can be read; else it has the
    fingerprint of its content, how many of its pages are scans, and how many pages it has. ``plain`` is the fingerprint
    of the content of a plain text file; empty for others. ``recording`` is None for files other than video and audio.
    """

    faults: Sequence[tuple[str, str]]
    kind: FileType | None = None
    picture: Picture | None = None
    readable: tuple[str, int, int] | None = None
    plain: str = ""
    recording: Recording | None = None


def _looked(file: Path, path: str, seen: Seen, store: Store) -> _Verdict:
    """Return the verdict on ``file``, whose path relative to docs/ is ``path``.

    The file is read only if it has changed since ``seen`` noted the fingerprint of its content, or if the store has no
    verdict on this content.
    """
    if file.is_symlink():
        return _Verdict(())  # reading the library has reported a fault already
    if found := name_flaw(path):
        return _Verdict(((RULES[Flaw.TYPE], found),))
    stat = file.stat()
    if found := size_flaw(path, stat.st_size):
        return _Verdict(((RULES[Flaw.TOO_LARGE], found),))
    content = seen.fingerprint(path, stat)
    if content is None:
        content = digest(file.read_bytes())
        seen.note(path, stat, content)
    made_of = digest(os.fsencode(path), content.encode())
    return store.made(_LOOKED, made_of, lambda: _look(path, content, file.read_bytes(), store))


def _look(path: str, content: str, data: bytes, store: Store) -> _Verdict:
    """Return the verdict on the file ``path``; ``content`` is the fingerprint of its ``data``.

    The text of the file is put into the store.
    """
    if flaw := content_flaw(path, data):
        return _Verdict(((RULES[flaw[0]], flaw[1]),))
    kind = type_of(data)
    if kind in READABLE:
        text = shown_text(data)
        store.put(SHELF, content, text)
        return _Verdict((), kind, readable=(content, text.scans, text.pages))
    if kind in RECORDED:
        heard = recorded(data, kind)
        if isinstance(heard, Recording):
            return _Verdict((), kind, recording=heard)
        return _Verdict(((RULES[heard[0]], heard[1]),))
    if kind not in PICTURES:
        return _Verdict((), kind, plain=content if kind is FileType.TEXT else "")
    faults = []
    if tells_place(data):
        message = f"ảnh mang theo nơi chụp (GPS); hãy chạy: scripts/infopage clean docs/{path}"
        faults.append(("sieu-du-lieu", message))
    if kind not in FORMATS:
        return _Verdict(tuple(faults), kind)
    size = measured(data, kind)
    if isinstance(size, Size):
        return _Verdict(tuple(faults), kind, Picture(size.width, size.height, content))
    return _Verdict((*faults, (RULES[size[0]], size[1])), kind)


def _no_pictures(text: Text, kinds: dict[str, FileType]) -> Iterator[Diagnostic]:
    """Yield a fault for each image of a text whose file is not a picture; ``kinds`` has the types of files by path."""
    links = [image.link for image in text.rendered.images]
    for index, link in enumerate(links):
        kind = kinds.get(link.target) if link.kind == "file" else None
        if kind and kind not in PICTURES:
            how = f"hãy dẫn bằng liên kết, như [Toàn văn]({link.written})"
            message = f"{quote(link.written)} là {kind.value}, không phải ảnh; {how}"
            yield Diagnostic(text.path, text.line_of_link(links, index), "tep-dinh-kem", message)


def check_pictures(text: Body, library: Library) -> Iterator[Diagnostic]:
    """Yield the faults of a body's images that can be found without reading the image files.

    ``library`` tells which files exist.
    """
    seen: dict[str, int] = {}
    for key, picture in shown_pictures(text.item) if isinstance(text, Text) else ():
        named, line = quote(picture.file.path), picture.file.line
        if _is_same(picture.alt, picture.caption):
            yield Diagnostic(text.path, line, "chu-thich-anh", _SAME.format(named))
        if key == "album" and (first := seen.setdefault(picture.file.path, line)) != line:
            yield warning(text.path, line, "album", f"ảnh {named} đã có ở dòng {first}; hãy giữ lại một")
    links = [image.link for image in text.rendered.images]
    for index, image in enumerate(text.rendered.images):
        for rule, message in _image_faults(image, library):
            yield Diagnostic(text.path, text.line_of_link(links, index), rule, message)


def _is_same(one: str, other: str) -> bool:
    """Tell whether two texts are the same words, however they are capitalised and punctuated."""
    return _WORDS.findall(fold(one)) == _WORDS.findall(fold(other))


def _image_faults(image: Image, library: Library) -> Iterator[tuple[str, str]]:
    named = quote(image.link.written)
    if not image.alt.strip():
        yield "chu-thich-anh", f"ảnh {named} chưa có lời mô tả; hãy viết như ![Quang cảnh hội nghị](anh.jpg)"
    elif _is_same(image.alt, image.caption):
        yield "chu-thich-anh", _SAME.format(named)
    if image.link.kind == "outside":
        yield "tep-dinh-kem", f"ảnh {named} lấy từ trang khác; hãy chép tệp ảnh về đặt cạnh bài"
    elif image.link.kind != "file":
        yield "tep-dinh-kem", f"{named} không phải tên tệp ảnh; hãy đặt ảnh cạnh bài và viết như anh.jpg"
    elif image.link.target not in library.files:
        yield "tep-dinh-kem", f"không có tệp ảnh {named}; {library.instead_of(image.link.target)}"
