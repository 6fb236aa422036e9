"""Files beside the texts: each that a text uses is looked into, for it is published as it is."""

from collections.abc import Iterator
from pathlib import Path

from infopage.content.diagnostics import Diagnostic
from infopage.content.fields import quote
from infopage.content.library import Library
from infopage.content.model import Item
from infopage.content.references import files_of
from infopage.content.rendered import Image
from infopage.content.texts import Body, Text
from infopage.files.attachable import PICTURES, Flaw, content_flaw, name_flaw, size_flaw
from infopage.files.photo import tells_place
from infopage.files.types import FileType, type_of

RULES = {Flaw.TYPE: "loai-tep", Flaw.BROKEN: "tep-hong", Flaw.TOO_LARGE: "tep-qua-nang"}
"""The rule that each flaw of a file breaks."""


def check_attachments(docs: Path, library: Library) -> Iterator[Diagnostic]:
    """Yield the faults of the files that texts use; ``docs`` is the folder they are in."""
    texts = [text for text in library.texts if not isinstance(text.item, Item) or not text.item.withdrawn]
    used = {file.path for text in texts for file in files_of(text)}
    kinds: dict[str, FileType] = {}
    for path in sorted(used & library.files.keys()):
        try:
            found = list(_look(docs / path, path, kinds))
        except OSError as error:
            found = [("khong-doc-duoc", f"không mở được tệp ({error.strerror}); hãy xem lại quyền đọc")]
        yield from (Diagnostic(f"docs/{path}", 1, rule, message) for rule, message in found)
    for text in texts:
        yield from _no_pictures(text, kinds)


def _look(file: Path, path: str, kinds: dict[str, FileType]) -> Iterator[tuple[str, str]]:
    """Yield (rule, message) for what is wrong with a file; the type of one without a flaw goes into ``kinds``."""
    if file.is_symlink():
        return  # told already where the library was read
    if found := name_flaw(path):
        yield RULES[Flaw.TYPE], found
        return
    if found := size_flaw(path, file.stat().st_size):
        yield RULES[Flaw.TOO_LARGE], found
        return
    data = file.read_bytes()
    if flaw := content_flaw(path, data):
        yield RULES[flaw[0]], flaw[1]
        return
    kinds[path] = type_of(data)
    if kinds[path] in PICTURES and tells_place(data):
        yield "sieu-du-lieu", f"ảnh mang theo nơi chụp (GPS); hãy chạy: scripts/infopage clean docs/{path}"


def _no_pictures(text: Text, kinds: dict[str, FileType]) -> Iterator[Diagnostic]:
    """Yield a fault for each image of a text that no browser shows as one."""
    links = [image.link for image in text.rendered.images]
    for index, link in enumerate(links):
        kind = kinds.get(link.target) if link.kind == "file" else None
        if kind and kind not in PICTURES:
            how = f"hãy dẫn bằng liên kết, như [Toàn văn]({link.written})"
            message = f"{quote(link.written)} là {kind.value}, không phải ảnh; {how}"
            yield Diagnostic(text.path, text.line_of_link(links, index), "tep-dinh-kem", message)


def check_pictures(text: Body, library: Library) -> Iterator[Diagnostic]:
    """Yield the faults of a body's pictures, but of what is in their files."""
    links = [image.link for image in text.rendered.images]
    for index, image in enumerate(text.rendered.images):
        for rule, message in _image_faults(image, library):
            yield Diagnostic(text.path, text.line_of_link(links, index), rule, message)


def _image_faults(image: Image, library: Library) -> Iterator[tuple[str, str]]:
    named = quote(image.link.written)
    if not image.alt.strip():
        yield "chu-thich-anh", f"ảnh {named} chưa có lời mô tả; hãy viết như ![Quang cảnh hội nghị](anh.jpg)"
    if image.link.kind == "outside":
        yield "tep-dinh-kem", f"ảnh {named} lấy từ trang khác; hãy chép tệp ảnh về đặt cạnh bài"
    elif image.link.kind != "file":
        yield "tep-dinh-kem", f"{named} không phải tên tệp ảnh; hãy đặt ảnh cạnh bài và viết như anh.jpg"
    elif image.link.target not in library.files:
        yield "tep-dinh-kem", f"không có tệp ảnh {named}; {library.instead_of(image.link.target)}"
