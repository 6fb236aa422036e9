"""A cleaned file names nobody, cannot be restored, and shows the same as before."""

import io
import stat
import zipfile
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from PIL import Image

from infopage.release.guard.cleaning import CleaningError, clean_bytes, clean_file
from infopage.release.guard.files import Guard
from infopage.release.guard.patterns import Patterns
from tests.release.guard.leaks import STAGED
from tests.release.guard.made import pdf, photo, word
from tests.release.guard.seeds import pictures

CLEANABLE = [leak for leak in STAGED if leak.rule == "sieu-du-lieu" and not leak.path.endswith(".zip")]
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def said(data: bytes) -> str:
    """Return the text of a PDF."""
    document = pypdfium2.PdfDocument(data)
    pages = [document[number].get_textpage() for number in range(len(document))]
    text = "".join(page.get_text_range() for page in pages)
    for page in pages:
        page.close()
    document.close()
    return text


@pytest.mark.parametrize("leak", CLEANABLE, ids=lambda leak: leak.name)
def test_a_cleaned_file_passes_the_guard_and_holds_no_trace(leak: object) -> None:
    cleaned, told = clean_bytes(leak.content)  # type: ignore[attr-defined]
    assert told
    assert list(Guard(Patterns()).check(leak.path, cleaned)) == []  # type: ignore[attr-defined]
    for trace in ("Lê Văn C", "Le Van C", "SN123456"):
        assert trace.encode() not in cleaned
        assert trace.encode("utf-16-be") not in cleaned
    assert clean_bytes(cleaned) == (cleaned, [])


def test_a_pdf_keeps_its_text_and_title(tmp_path: Path) -> None:
    cleaned, _ = clean_bytes(pdf("Nghị quyết số 16-NQ/TU", Title="Nghị quyết", Author="Lê Văn C"))
    assert said(cleaned) == "Nghị quyết số 16-NQ/TU"
    with pikepdf.open(io.BytesIO(cleaned)) as document:
        assert dict(document.docinfo) == {"/Title": "Nghị quyết"}


def test_earlier_saves_are_gone_for_good() -> None:
    (leak,) = (one for one in STAGED if one.name == "pdf-xoa-chua-het")
    cleaned, _ = clean_bytes(leak.content)
    assert cleaned.count(b"%%EOF") == 1


def test_a_signed_pdf_is_not_touched(tmp_path: Path) -> None:
    with pikepdf.open(io.BytesIO(pdf("a", Author="C"))) as document:
        value = document.make_indirect(pikepdf.Dictionary(Type=pikepdf.Name.Sig, Contents=b"x"))
        field = pikepdf.Dictionary(FT=pikepdf.Name.Sig, T="Chu ky", V=value)
        document.Root.AcroForm = pikepdf.Dictionary(Fields=[document.make_indirect(field)], SigFlags=3)
        document.save(tmp_path / "a.pdf")
    before = (tmp_path / "a.pdf").read_bytes()
    with pytest.raises(CleaningError, match="đã ký số"):
        clean_file(tmp_path / "a.pdf")
    assert (tmp_path / "a.pdf").read_bytes() == before


def test_a_photograph_stands_as_its_camera_held_it() -> None:
    cleaned, _ = clean_bytes(photo(gps=True, orientation=6))
    with Image.open(io.BytesIO(cleaned)) as image:
        assert image.size == (20, 40)
        assert not image.getexif()
        assert sum(image.convert("L").resize((1, 2)).tobytes()[:1]) < 60 < 200 < image.convert("L").getpixel((10, 35))


def test_a_word_file_keeps_its_text_and_loses_its_sessions() -> None:
    body = '<w:p w:rsidR="00A1" w:rsidRDefault="00B2"><w:r w:rsidRPr="00C3"><w:t>Đoạn</w:t></w:r></w:p>'
    settings = f'<w:settings {_W}><w:rsids><w:rsidRoot w:val="00A1"/></w:rsids></w:settings>'
    cleaned, told = clean_bytes(word("Nghị quyết", author="Lê Văn C", body=body, word__settings=settings))
    assert told == ["tên người soạn hoặc người sửa cuối"]
    with zipfile.ZipFile(io.BytesIO(cleaned)) as archive:
        document = archive.read("word/document.xml").decode()
        assert "<w:p><w:r><w:t>Đoạn</w:t></w:r></w:p>" in document
        assert "Nghị quyết" in document
        assert b"rsid" not in b"".join(archive.read(name) for name in archive.namelist())
        assert {member.date_time for member in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_a_file_is_cleaned_in_its_place_with_its_permissions(tmp_path: Path) -> None:
    file = tmp_path / "ảnh có dấu.jpg"
    file.write_bytes(photo(gps=True))
    file.chmod(0o640)
    assert clean_file(file) == "đã gỡ nơi chụp (GPS)"
    assert stat.S_IMODE(file.stat().st_mode) == 0o640
    assert clean_file(file) == "không có gì để gỡ"
    assert [path.name for path in tmp_path.iterdir()] == ["ảnh có dấu.jpg"]


@pytest.mark.parametrize("content", [b"", b"x", b"%PDF-1.7\nx", b"PK\3\4x", b"\xff\xd8\xff\xe0", b"GIF89a"])
def test_what_cannot_be_read_is_left_as_it_is(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "a.bin"
    file.write_bytes(content)
    with pytest.raises(CleaningError):
        clean_file(file)
    assert file.read_bytes() == content


def test_a_missing_file_is_said_to_be_missing(tmp_path: Path) -> None:
    with pytest.raises(CleaningError, match="không đọc được"):
        clean_file(tmp_path / "khong-co.pdf")


@pytest.mark.parametrize("name", ["svg-creator", "svg-docname", "svg-export"])
def test_a_drawing_keeps_what_it_draws_and_loses_who_drew_it(name: str) -> None:
    (drawing,) = (seed.make() for seed in pictures.SEEDS if seed.name == name)
    cleaned, told = clean_bytes(drawing.replace(b"</svg>", b'<path d="M0 0h9v9z"/></svg>'))
    assert told
    assert b'<path d="M0 0h9v9z"/></svg>' in cleaned
    assert list(Guard(Patterns()).check("docs/a.svg", cleaned)) == []
