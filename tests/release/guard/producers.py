"""PDF files made by the programs that offices, web pages and scanners use; each names its author if possible."""

import io
import os
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pikepdf
from playwright.sync_api import Browser

from tests.release.guard.made import pdf, photo
from tests.support import skip_or_fail

AUTHOR = "Lê Văn C"
TEXT = ("Nghị quyết về chuyển đổi số", "I. Quan điểm, mục tiêu", "1. Đẩy mạnh phổ cập kỹ năng số cho nhân dân.")
_HTML = f"""<!doctype html><html lang="vi"><head><title>Nghị quyết</title><meta name="author" content="{AUTHOR}"></head>
<body><h1>{TEXT[0]}</h1><h2>{TEXT[1]}</h2><p>{TEXT[2]}</p><table><tr><td>a</td><td>b</td></tr></table></body></html>"""
_SPACE = "urn:oasis:names:tc:opendocument:xmlns"
_FLAT = f"""<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="{_SPACE}:office:1.0" xmlns:text="{_SPACE}:text:1.0" xmlns:meta="{_SPACE}:meta:1.0"
 xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3"
 office:mimetype="application/vnd.oasis.opendocument.text">
<office:meta><meta:initial-creator>{AUTHOR}</meta:initial-creator><dc:creator>{AUTHOR}</dc:creator></office:meta>
<office:body><office:text>{"".join(f"<text:p>{line}</text:p>" for line in TEXT)}</office:text></office:body>
</office:document>"""
_FONTS = ("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf", "/usr/share/fonts/TTF/DejaVuSans.ttf")
_REPORTLAB = """
import sys
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen import canvas

font, folder, author, picture, *lines = sys.argv[1:]
pdfmetrics.registerFont(TTFont("D", font))
for name, options in {"plain": {}, "packed": {"pageCompression": 1}, "old": {"pdfVersion": (1, 3)}, "full": {}}.items():
    page = canvas.Canvas(f"{folder}/{name}.pdf", **options)
    page.setAuthor(author)
    page.setFont("D", 12)
    for n, line in enumerate(lines):
        page.drawString(60, 780 - 20 * n, line)
    if name == "full":
        page.drawImage(picture, 60, 500)
        page.bookmarkPage("a")
        page.addOutlineEntry("Phần", "a")
        page.acroForm.textfield(name="ten", x=60, y=300)
    page.save()
"""
_POSTSCRIPT = """%!PS
[ /Author (Le Van C) /Title (Nghi quyet) /DOCINFO pdfmark
/Helvetica findfont 14 scalefont setfont 72 700 moveto (Nghi quyet ve chuyen doi so) show showpage
"""


def of_pikepdf() -> Iterator[bytes]:
    """Yield files written by pikepdf: plain, packed, linearized, with an XMP packet and a photograph."""
    whole = pdf(*TEXT, Author=AUTHOR)
    for options in (
        {"object_stream_mode": pikepdf.ObjectStreamMode.disable},
        {"object_stream_mode": pikepdf.ObjectStreamMode.generate},
        {"linearize": True},
    ):
        with pikepdf.open(io.BytesIO(whole)) as document:
            out = io.BytesIO()
            document.save(out, **options)
            yield out.getvalue()
    with pikepdf.open(io.BytesIO(whole)) as document:
        with document.open_metadata(set_pikepdf_as_editor=False) as packet:
            packet["dc:creator"] = [AUTHOR]
        picture = document.make_stream(
            photo(gps=True), Type=pikepdf.Name.XObject, Subtype=pikepdf.Name.Image, Width=40, Height=20
        )
        picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceRGB, 8
        picture.Filter = pikepdf.Name.DCTDecode
        document.pages[0].Resources.XObject = pikepdf.Dictionary(I=picture)
        out = io.BytesIO()
        document.save(out)
        yield out.getvalue()


def of_chromium(browser: Browser) -> Iterator[bytes]:
    """Yield files printed by Chromium: with and without tags and bookmarks, portrait and landscape."""
    page = browser.new_page()
    page.set_content(_HTML)
    for options in ({}, {"tagged": True}, {"tagged": True, "outline": True}, {"landscape": True, "format": "A4"}):
        yield page.pdf(**options)
    page.close()


def of_libreoffice(folder: Path) -> Iterator[bytes]:
    """Yield files exported by LibreOffice from a Word file, a plain text, a web page and a table."""
    program = _program("soffice", "apt-get install libreoffice")
    sources = {
        "a.fodt": _FLAT.encode(),
        "b.txt": "\n".join(TEXT).encode("utf-8-sig"),
        "c.html": _HTML.encode(),
        "d.csv": "Xã,Số hộ\nĐông Minh,1200\n".encode(),
    }
    for name, content in sources.items():
        (folder / name).write_bytes(content)
    command = [program, f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless", "--convert-to", "pdf"]
    command += ["--outdir", str(folder), *(str(folder / name) for name in sources)]
    subprocess.run(command, capture_output=True, check=True, timeout=240)
    for name in sources:
        yield (folder / name).with_suffix(".pdf").read_bytes()


def of_reportlab(folder: Path) -> Iterator[bytes]:
    """Yield files written by reportlab: plain, packed, in an old version, with a picture, bookmarks and a field."""
    python = os.environ.get("INFOPAGE_REPORTLAB") or _program("python3", "apt-get install python3")
    font = next((one for one in _FONTS if Path(one).exists()), "")
    if not font:
        skip_or_fail("no font DejaVu Sans here", "apt-get install fonts-dejavu-core")
    if subprocess.run([python, "-c", "import reportlab, PIL"], capture_output=True, check=False).returncode:
        skip_or_fail("reportlab is not installed", "apt-get install python3-reportlab python3-pil")
    (folder / "a.jpg").write_bytes(photo(gps=True))
    command = [python, "-c", _REPORTLAB, font, str(folder), AUTHOR, str(folder / "a.jpg"), *TEXT]
    subprocess.run(command, capture_output=True, check=True, timeout=120)
    for name in ("plain", "packed", "old", "full"):
        yield (folder / f"{name}.pdf").read_bytes()


def of_ghostscript(folder: Path, other: bytes) -> Iterator[bytes]:
    """Yield files written by Ghostscript: from PostScript, and from another PDF in several versions."""
    program = _program("gs", "apt-get install ghostscript")
    (folder / "a.ps").write_text(_POSTSCRIPT, encoding="ascii")
    (folder / "a.pdf").write_bytes(other)
    for n, (source, options) in enumerate(
        (
            ("a.ps", ()),
            ("a.pdf", ()),
            ("a.pdf", ("-dCompatibilityLevel=1.4",)),
            ("a.pdf", ("-dPDFA=2", "-sColorConversionStrategy=RGB", "-dPDFACompatibilityPolicy=1")),
        )
    ):
        to = folder / f"{n}.pdf"
        command = [program, "-q", "-dNOPAUSE", "-dBATCH", "-sDEVICE=pdfwrite", *options, f"-sOutputFile={to}"]
        subprocess.run([*command, str(folder / source)], capture_output=True, check=True, timeout=120)
        yield to.read_bytes()


def _program(name: str, command: str) -> str:
    return shutil.which(name) or skip_or_fail(f"{name} is not installed", command)
