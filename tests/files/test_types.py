"""A file's type is detected from its content, not its name; no text is taken for a font or a picture."""

import io
import zipfile
from pathlib import Path

import mkdocs
import pytest
from PIL import Image

from infopage.files.types import ENDINGS, FileType, text_of, type_of


def picture(format: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, format)
    return out.getvalue()


def archive(**members: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in members.items():
            packed.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "GIF", "WEBP", "TIFF", "BMP", "ICO", "AVIF"])
def test_a_picture_is_told_from_its_bytes(kind: str) -> None:
    assert type_of(picture(kind)) is FileType[kind]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"\0" * 20 + b"%PDF-1.7\n", FileType.PDF),
        (b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", FileType.HEIC),
        (b"\0\0\0\x18ftypisom\0\0\2\0isommp41", FileType.MP4),
        (archive(**{"[Content_Types].xml": "", "word/document.xml": ""}), FileType.DOCX),
        (archive(**{"[Content_Types].xml": "", "xl/workbook.xml": ""}), FileType.XLSX),
        (archive(mimetype="application/vnd.oasis.opendocument.text"), FileType.ODT),
        (archive(mimetype="application/epub+zip"), FileType.EPUB),
        (archive(a="b"), FileType.ZIP),
        (b"PK\3\4 cut short", FileType.ZIP),
        (b"  \n", FileType.EMPTY),
        (b"ID3\4\0", FileType.MP3),
        (b"MZ\x90\0" + b"\0" * 60, FileType.PROGRAM),
        (b"\0\1\2\3", FileType.UNKNOWN),
        ("\ufeff<!-- x -->\n<!doctype html><p>".encode(), FileType.HTML),
        (b"<script>alert(1)</script>", FileType.HTML),
        (b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>', FileType.SVG),
        (b'<?xml version="1.0"?><rss/>', FileType.XML),
        ("Nghị quyết".encode("utf-16"), FileType.TEXT),
    ],
)
def test_a_signature_tells_the_type(data: bytes, kind: FileType) -> None:
    assert type_of(data) is kind


@pytest.mark.parametrize("text", ["true đúng", "OTTO là tên", "wOFF", "wOF2 là phông", "BM là buôn mê", "MZ", "PK"])
def test_a_text_that_begins_as_a_binary_file_does_is_a_text(text: str) -> None:
    assert type_of(f"{text}\n".encode()) is FileType.TEXT


def test_the_fonts_that_mkdocs_brings_are_fonts() -> None:
    fonts = sorted(one for one in Path(mkdocs.__file__).parent.rglob("*") if one.suffix in (".woff", ".woff2", ".ttf"))
    assert len(fonts) > 2
    assert {type_of(font.read_bytes()) for font in fonts} == {FileType.FONT}


def test_no_ending_belongs_to_two_types() -> None:
    endings = [ending for each in ENDINGS.values() for ending in each]
    assert len(endings) == len(set(endings))


def test_bytes_that_are_no_text_have_none() -> None:
    assert text_of(b"a\0b") is None
    assert text_of(b"\xe1\xba") is None
    assert text_of(b"\xff\xfea\0") == "a"
