"""Makes small test files, the same every time: PDF with a text layer, Word, photographs, archives."""

import io
import zipfile
from collections.abc import Mapping

import pikepdf
from pikepdf import Array, Dictionary, Name
from PIL import Image

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_CORE = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>'
    "<cp:lastModifiedBy>{author}</cp:lastModifiedBy></cp:coreProperties>"
)


def pdf(*lines: str, save: Mapping[str, object] | None = None, **info: str) -> bytes:
    """Return a PDF of one page with these lines; ``info`` holds its properties, ``save`` pikepdf's options."""
    document = pikepdf.new()
    letters = sorted({letter for line in lines for letter in line})
    pairs = "\n".join(f"<{n:04X}> <{letter.encode('utf-16-be').hex()}>" for n, letter in enumerate(letters, 1))
    to_unicode = (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def\n"
        f"1 begincodespacerange <0000> <FFFF> endcodespacerange\n{len(letters)} beginbfchar\n{pairs}\nendbfchar\n"
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    )
    descriptor = Dictionary(
        Type=Name.FontDescriptor, FontName=Name.Made, Flags=4, FontBBox=[0, 0, 1000, 1000], ItalicAngle=0
    )
    system = Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0)
    inner = Dictionary(Type=Name.Font, Subtype=Name.CIDFontType2, BaseFont=Name.Made, CIDSystemInfo=system)
    inner.FontDescriptor = document.make_indirect(descriptor)
    font = Dictionary(Type=Name.Font, Subtype=Name.Type0, BaseFont=Name.Made, Encoding=Name("/Identity-H"))
    font.DescendantFonts = Array([document.make_indirect(inner)])
    font.ToUnicode = document.make_stream(to_unicode.encode())
    shown = [f"<{''.join(f'{letters.index(letter) + 1:04X}' for letter in line)}> Tj 0 -20 Td" for line in lines]
    page = document.add_blank_page(page_size=(595, 842))
    page.Resources = Dictionary(Font=Dictionary(F=document.make_indirect(font)))
    page.Contents = document.make_stream(f"BT /F 12 Tf 40 780 Td {' '.join(shown)} ET".encode())
    for key, value in info.items():
        document.docinfo[f"/{key}"] = value
    out = io.BytesIO()
    document.save(out, **({"deterministic_id": True} if save is None else save))
    return out.getvalue()


def word(*paragraphs: str, author: str = "", title: str = "", body: str = "", **parts: str) -> bytes:
    """Return a Word file; ``body`` is more XML for the body, ``parts`` are more members (``__`` for ``/``)."""
    text = "".join(f"<w:p><w:r><w:t>{one}</w:t></w:r></w:p>" for one in paragraphs)
    members = {
        "[Content_Types].xml": _TYPES,
        "word/document.xml": f"<w:document {_W}><w:body>{text}{body}</w:body></w:document>",
        "docProps/core.xml": _CORE.format(title=title, author=author),
        **{name.replace("__", "/") + ".xml": content for name, content in parts.items()},
    }
    return archive({name: content.encode() for name, content in members.items()})


def archive(members: Mapping[str, bytes]) -> bytes:
    """Return a zip archive of these members."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as packed:
        for name, content in members.items():
            packed.writestr(zipfile.ZipInfo(name), content)
    return out.getvalue()


def photo(kind: str = "JPEG", *, gps: bool = False, orientation: int = 0, **tags: str) -> bytes:
    """Return a picture with a dark left half and Exif tags by name: Artist, ImageDescription, CameraOwnerName."""
    image = Image.new("RGB", (40, 20), "white")
    image.paste((10, 20, 30), (0, 0, 20, 20))
    exif = image.getexif()
    numbers = {"Artist": 0x013B, "ImageDescription": 0x010E}
    for name, value in tags.items():
        if name in numbers:
            exif[numbers[name]] = value
        else:
            exif.get_ifd(0x8769)[{"CameraOwnerName": 0xA430, "BodySerialNumber": 0xA431}[name]] = value
    if orientation:
        exif[0x0112] = orientation
    if gps:
        exif.get_ifd(0x8825).update({1: "N", 2: (12.0, 40.0, 1.0), 3: "E", 4: (108.0, 3.0, 1.0)})
    out = io.BytesIO()
    image.save(out, kind, exif=exif)
    return out.getvalue()
