"""The text that a PDF or office file shows is read by page or slide; what readers do not see is left out."""

import io
import zipfile

import pikepdf
import pytest

from infopage.files.shown_text import FileText, shown_text

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"


def archive(**members: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as packed:
        for name, content in members.items():
            packed.writestr(
                name.replace("__", "/").replace("_xml", ".xml").replace("Types", "[Content_Types]"), content
            )
    return made.getvalue()


def pdf(*pages: str) -> bytes:
    """Return a PDF file with a line of text on each page; an empty text makes a page with a picture alone."""
    with pikepdf.new() as made:
        font = made.make_indirect(pikepdf.Dictionary(Type="/Font", Subtype="/Type1", BaseFont="/Helvetica"))
        image = made.make_stream(b"\0", Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=1, Height=1)
        image.ColorSpace, image.BitsPerComponent = pikepdf.Name.DeviceGray, 8
        for text in pages:
            page = made.add_blank_page(page_size=(200, 200))
            drawn = f"BT /F 12 Tf 10 100 Td ({text}) Tj ET" if text else "q 200 0 0 200 0 0 cm /I Do Q"
            page.Contents = made.make_stream(drawn.encode())
            page.Resources = pikepdf.Dictionary(Font={"/F": font}, XObject={"/I": image})
        out = io.BytesIO()
        made.save(out)
    return out.getvalue()


def word(text: str, deleted: str = "") -> str:
    gone = f"<w:del><w:r><w:delText>{deleted}</w:delText></w:r></w:del>"
    runs = f"<w:p><w:r><w:t>{text}</w:t></w:r>{gone}</w:p>"
    return f'<w:document xmlns:w="{WORD}"><w:body>{runs}</w:body></w:document>'


def slide(text: str, shown: str = "") -> str:
    body = f"<a:p><a:r><a:t>{text}</a:t></a:r></a:p>"
    return f'<p:sld xmlns:p="p" xmlns:a="{DRAWING}"{shown}>{body}</p:sld>'


def test_a_pdf_is_read_by_page_and_its_scans_are_counted() -> None:
    found = shown_text(pdf("Phu luc   mot", "", "Phu luc ba"))
    assert found == FileText((("trang 1", "Phu luc mot"), ("trang 3", "Phu luc ba")), scans=1, pages=3)
    assert shown_text(pdf("", "")) == FileText((), scans=2, pages=2)


@pytest.mark.parametrize(
    ("data", "parts"),
    [
        (
            archive(Types_xml="", word__document_xml=word("Đoạn một", "bỏ"), word__comments_xml=word("lời bàn")),
            (("", "Đoạn một"),),
        ),
        (
            archive(
                Types_xml="",
                ppt__slides__slide10_xml=slide("Mười"),
                ppt__slides__slide2_xml=slide("Hai"),
                ppt__slides__slide3_xml=slide("Ẩn", ' show="0"'),
            ),
            (("trang chiếu 2", "Hai"), ("trang chiếu 10", "Mười")),
        ),
        (archive(Types_xml="", xl__sharedStrings_xml="<sst><si><t>Tổng  cộng</t></si></sst>"), (("", "Tổng cộng"),)),
        (
            archive(
                mimetype="application/vnd.oasis.opendocument.text",
                content_xml=f'<d xmlns:t="{TEXT}"><t:p>Văn bản mở</t:p></d>',
                meta_xml="<d><p>tác giả</p></d>",
            ),
            (("", "Văn bản mở"),),
        ),
    ],
)
def test_an_office_file_gives_what_it_shows(data: bytes, parts: tuple[tuple[str, str], ...]) -> None:
    assert shown_text(data) == FileText(parts)


def test_a_long_file_without_pages_is_in_parts_that_end_with_a_paragraph() -> None:
    lines = [f"{'từ ' * 99}{n}" for n in range(7)]
    text = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    whole = f'<w:document xmlns:w="{WORD}"><w:body>{text}</w:body></w:document>'
    found = shown_text(archive(Types_xml="", word__document_xml=whole))
    assert [(place, text.split("\n")) for place, text in found.parts] == [
        ("", lines[:3]),
        ("", lines[3:6]),
        ("", lines[6:]),
    ]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        "Văn bản thuần".encode(),
        b"%PDF-1.7\nnot one",
        pdf("a")[:300],
        archive(Types_xml="", word__document_xml="<w:p>"),
        archive(Types_xml="", word__document_xml='<!DOCTYPE d [<!ENTITY a "b">]><d>&a;</d>'),
    ],
)
def test_other_and_damaged_files_have_no_text(data: bytes) -> None:
    assert shown_text(data) == FileText()
