"""Only files of a closed list may be attached, by content and by name."""

import io
import zipfile
from pathlib import Path

import pytest

from infopage.files.attachable import ATTACHABLE, MOST, MOST_OF_PICTURE, Flaw, flaws, size_flaw
from infopage.files.drawing import unsafe_part
from infopage.release.hosting.headers import TYPES
from tests.release.guard.made import archive, pdf, photo, word

SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9">{}</svg>'
PDF = pdf("Toàn văn")
JPEG = photo("JPEG")


def found(path: str, data: bytes) -> list[Flaw]:
    return [flaw for flaw, _ in flaws(path, data)]


def odf(kind: str) -> bytes:
    return archive({"mimetype": f"application/vnd.oasis.opendocument.{kind}".encode()})


def ooxml(part: str) -> bytes:
    return archive({"[Content_Types].xml": b"", part: b""})


@pytest.mark.parametrize(
    ("path", "data"),
    [
        ("van-ban/05-nq-tu.pdf", PDF),
        ("van-ban/16-nq-tu.signed.pdf", PDF),
        ("van-ban/Báo cáo số 5.2026.docx.pdf", PDF),
        ("Phụ lục 1.PDF", b"\xef\xbb\xbf\r\n" + PDF),
        ("anh.jpg", JPEG),
        ("ANH.JPEG", JPEG),
        # The content is a picture, and servers send it as one, so the script cannot run.
        ("anh.jpg", JPEG + b"<script>alert(1)</script>"),
        ("anh.png", photo("PNG")),
        ("anh.gif", photo("GIF")),
        ("anh.webp", photo("WEBP")),
        ("anh.avif", photo("AVIF")),
        ("so-do.svg", SVG.format('<path d="M0 0h9v9z" fill="#c00"/>').encode()),
        ("bai.docx", word("Toàn văn")),
        ("bieu.xlsx", ooxml("xl/workbook.xml")),
        ("bai-giang.pptx", ooxml("ppt/presentation.xml")),
        ("bai.odt", odf("text")),
        ("bieu.ods", odf("spreadsheet")),
        ("bai-giang.odp", odf("presentation")),
        ("ghi-chu.txt", "Nghị quyết".encode()),
        ("so-lieu.csv", "\ufeffTên;Số\nA;1".encode()),
        ("100% (#1) & khác.pdf", PDF),
    ],
)
def test_what_offices_attach_passes(path: str, data: bytes) -> None:
    assert list(flaws(path, data)) == []


@pytest.mark.parametrize(
    ("path", "data", "flaw"),
    [
        ("a.html", b"<p>a", Flaw.TYPE),
        ("a.pdf", b"<!doctype html><script>1</script>", Flaw.TYPE),
        ("a.pdf", b"<!doctype html><script>1</script>" + PDF, Flaw.TYPE),
        ("a.pdf", PDF[:-80], Flaw.BROKEN),
        ("a.pdf", b"", Flaw.BROKEN),
        ("a.pdf", b" \n", Flaw.BROKEN),
        ("a.pdf", JPEG, Flaw.TYPE),
        ("a", PDF, Flaw.TYPE),
        ("a.", PDF, Flaw.TYPE),
        ("a.jpg", "Ảnh".encode(), Flaw.TYPE),
        ("a.jpg", photo("PNG"), Flaw.TYPE),
        ("a.jpg", JPEG[:200], Flaw.BROKEN),
        ("a.gif", photo("GIF")[:-6], Flaw.BROKEN),
        ("a.heic", JPEG, Flaw.TYPE),
        ("a.zip", archive({"a.html": b"<p>"}), Flaw.TYPE),
        ("a.docx", archive({"a.html": b"<p>"}), Flaw.TYPE),
        ("a.docx", word("a")[:-60], Flaw.BROKEN),
        ("a.txt", b"<script>1</script>", Flaw.TYPE),
        ("a.csv", "Tên;Số".encode("utf-16-le"), Flaw.TYPE),
        ("a.csv", "Đắk Lắk".encode("cp1258", "replace"), Flaw.TYPE),
        ("a.js", b"alert(1)", Flaw.TYPE),
        ("a.php", b"<?php phpinfo();", Flaw.TYPE),
        ("a.php.jpg", JPEG, Flaw.TYPE),
        ("a.asp;.jpg", JPEG, Flaw.TYPE),
        ("a.pHtMl", b"a", Flaw.TYPE),
        ("web.config", b"<configuration/>", Flaw.TYPE),
        (".htaccess", b"Options +ExecCGI", Flaw.TYPE),
        (".an/a.pdf", PDF, Flaw.TYPE),
        ("a.exe", b"MZ" + b"\0" * 70, Flaw.TYPE),
        ("a.xml", b"<?xml version='1.0'?><a/>", Flaw.TYPE),
        ("a.svgz", b"\x1f\x8b\x08", Flaw.TYPE),
        ("anh\u202egpj.pdf", PDF, Flaw.TYPE),
        ("a:b.pdf", PDF, Flaw.TYPE),
        (" a.pdf", PDF, Flaw.TYPE),
        ("a .pdf/b.pdf ", PDF, Flaw.TYPE),
    ],
)
def test_what_a_browser_or_a_server_would_run_is_refused(path: str, data: bytes, flaw: Flaw) -> None:
    assert found(path, data) == [flaw]


def test_a_file_is_weighed_before_it_is_read() -> None:
    assert size_flaw("a.jpg", MOST_OF_PICTURE) is None
    assert "quá mức 10 MB" in str(size_flaw("a.HEIC", MOST_OF_PICTURE + 1))
    assert size_flaw("a.pdf", MOST) is None
    assert "quá mức 100 MB" in str(size_flaw("a.pdf", MOST + 1))


@pytest.mark.parametrize(
    "inner",
    [
        '<g style="fill:url(#a)"><use xlink:href="#b"/></g><style>.a{fill:red}@media print{.a{fill:#000}}</style>',
        '<defs><linearGradient id="a"><stop offset="0" stop-color="#fff"/></linearGradient></defs><title>Sơ đồ</title>',
        '<metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" rdf:about=""/></metadata>',
        '<text x="1" xml:space="preserve" aria-label="a@b">Chữ</text>',
    ],
)
def test_a_drawing_that_only_draws_passes(inner: str) -> None:
    assert unsafe_part(SVG.format(inner).encode()) is None


@pytest.mark.parametrize(
    "inner",
    [
        "<script>alert(1)</script>",
        '<script href="evil.js"/>',
        '<script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script>',
        '<x:script xmlns:x="http://www.w3.org/2000/svg">alert(1)</x:script>',
        '<g onload="alert(1)"/>',
        '<g ONCLICK="alert(1)"/>',
        '<a href="javascript:alert(1)"><text>x</text></a>',
        '<use href="evil.svg#a"/>',
        '<use xlink:href="data:image/svg+xml,x"/>',
        '<image href="anh.png"/>',
        "<foreignObject><p/></foreignObject>",
        '<animate attributeName="href" values="javascript:alert(1)"/>',
        '<set attributeName="onmouseover" to="alert(1)"/>',
        '<rect fill="url(https://x.example/a)"/>',
        '<rect style="background:u\\72l(//x)"/>',
        "<style>@import url(//x.example)</style>",
        "<style><![CDATA[ .a{background:url(//x.example)} ]]></style>",
        '<g xml:base="https://x.example/"/>',
        '<iframe src="a"/>',
        "<handler/>",
    ],
)
def test_a_drawing_that_could_run_or_load_is_refused(inner: str) -> None:
    assert unsafe_part(SVG.format(inner).encode()) is not None


@pytest.mark.parametrize(
    "whole",
    [
        '<?xml-stylesheet href="a.xsl"?>' + SVG.format(""),
        '<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.format("&a;"),
        '<?xml version="1.0" encoding="UTF-7"?>' + SVG.format(""),
        "<svg onload=alert(1)>",
        '<svg viewBox="0 0 1 1"/>',
        SVG.format("") + "<script/>",
    ],
)
def test_a_drawing_is_judged_as_a_whole(whole: str) -> None:
    assert found("a.svg", whole.encode()) == [Flaw.TYPE]


def test_every_ending_of_the_list_has_its_media_type() -> None:
    assert [one for endings in ATTACHABLE.values() for one in endings if one[1:] not in TYPES] == []


def test_an_archive_whose_list_is_lost_is_told_as_cut_short() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        packed.writestr("mimetype", "application/vnd.oasis.opendocument.text")
    assert found("a.odt", out.getvalue()[:-22]) == [Flaw.BROKEN]


def test_pictures_of_the_theme_pass() -> None:
    assets = Path(__file__).parents[2] / "hooks" / "theme" / "assets"
    pictures = [one for one in sorted(assets.iterdir()) if one.suffix in (".png", ".svg")]
    assert len(pictures) > 3
    assert [found(one.name, one.read_bytes()) for one in pictures if found(one.name, one.read_bytes())] == []
