"""Pictures with hidden content in each place that a format has besides the pixels. Each place has a name."""

import io
import struct
import zlib
from collections.abc import Callable

from PIL import Image, PngImagePlugin

_W, _H = 40, 20
EXIF_KINDS = ("JPEG", "PNG", "WEBP", "TIFF", "AVIF")


def _image() -> Image.Image:
    return Image.new("RGB", (_W, _H), "white")


def _saved(kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    _image().save(out, kind, **options)
    return out.getvalue()


def _exif(kind: str, tag: int, value: object, ifd: int = 0) -> bytes:
    exif = Image.Exif()
    if ifd:
        exif.get_ifd(ifd)[tag] = value
    else:
        exif[tag] = value
    return _saved(kind, exif=exif)


def _xmp(body: str, encoding: str = "utf-8") -> bytes:
    return f'<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:Description>{body}</rdf:Description></x:xmpmeta>'.encode(encoding)


def _segment(marker: int, content: bytes) -> bytes:
    return bytes((0xFF, marker)) + struct.pack(">H", len(content) + 2) + content


def _with_segment(marker: int, content: bytes) -> bytes:
    jpeg = _saved("JPEG")
    return jpeg[:2] + _segment(marker, content) + jpeg[2:]


def _iptc(dataset: int, words: str) -> bytes:
    value = words.encode()
    record = b"\x1c\x01\x5a\0\3\x1b%G" + b"\x1c\2" + bytes((dataset,)) + struct.pack(">H", len(value)) + value
    resource = b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record + b"\0" * (len(record) % 2)
    return _with_segment(0xED, b"Photoshop 3.0\0" + resource)


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def _png(chunk: bytes, *, behind: bool) -> bytes:
    png = _saved("PNG")
    at = png.index(b"IEND") - 4 if behind else png.index(b"IDAT") - 4
    return png[:at] + chunk + png[at:]


def _png_info(words: str) -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_itxt("Comment", words, zip=True)
    return info


Make = Callable[[str], tuple[str, bytes]]

WORDS: dict[str, Make] = {
    **{f"mo-ta-{k.lower()}": lambda w, k=k: (k, _exif(k, 0x010E, w.encode())) for k in EXIF_KINDS},  # type: ignore[misc]
    **{
        f"xmp-{k.lower()}": lambda w, k=k: (k, _saved(k, xmp=_xmp(f"<dc:description>{w}</dc:description>")))  # type: ignore[misc]
        for k in ("JPEG", "WEBP", "AVIF")
    },
    "loi-nguoi-dung-be": lambda w: ("JPEG", _exif("JPEG", 0x9286, b"UNICODE\0" + w.encode("utf-16-be"), 0x8769)),
    "loi-nguoi-dung-le": lambda w: ("JPEG", _exif("JPEG", 0x9286, b"UNICODE\0" + w.encode("utf-16-le"), 0x8769)),
    "loi-nguoi-dung-utf-8": lambda w: ("JPEG", _exif("JPEG", 0x9286, b"\0" * 8 + w.encode(), 0x8769)),
    "tieu-de-windows": lambda w: ("JPEG", _exif("JPEG", 0x9C9B, w.encode("utf-16-le") + b"\0\0")),
    "chu-de-windows": lambda w: ("JPEG", _exif("JPEG", 0x9C9F, w.encode("utf-16-le") + b"\0\0")),
    "ban-quyen": lambda w: ("JPEG", _exif("JPEG", 0x8298, w.encode())),
    "phan-mem": lambda w: ("JPEG", _exif("JPEG", 0x0131, w.encode())),
    "chu-thich-jpeg": lambda w: ("JPEG", _with_segment(0xFE, w.encode())),
    "iptc-chu-thich": lambda w: ("JPEG", _iptc(120, w)),
    "iptc-huong-dan": lambda w: ("JPEG", _iptc(40, w)),
    "xmp-utf-16": lambda w: (
        "JPEG",
        _saved("JPEG", xmp=_xmp(f"<dc:title>{w}</dc:title>", "utf-16-le")),
    ),
    "xmp-thuc-the": lambda w: ("JPEG", _saved("JPEG", xmp=_xmp(f'<a photoshop:Headline="{_entities(w)}"/>'))),
    "png-text": lambda w: ("PNG", _png(_chunk(b"tEXt", b"Comment\0" + w.encode()), behind=False)),
    "png-text-sau": lambda w: ("PNG", _png(_chunk(b"tEXt", b"Comment\0" + w.encode()), behind=True)),
    "png-ztxt-sau": lambda w: ("PNG", _png(_chunk(b"zTXt", b"A\0\0" + zlib.compress(w.encode())), behind=True)),
    "png-itxt": lambda w: ("PNG", _saved("PNG", pnginfo=_png_info(w))),
    "png-itxt-sau": lambda w: ("PNG", _png(_chunk(b"iTXt", b"A\0\0\0vi\0\0" + w.encode()), behind=True)),
    "gif-chu-thich": lambda w: ("GIF", _saved("GIF", comment=w.encode())),
}
"""The places where pictures can hide words, by name; each with the function that makes such a picture.

The function returns (type, bytes).
"""


def _entities(words: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in words)


def _photo_with_thumbnail() -> bytes:
    """Return a JPEG whose Exif has a second directory with a thumbnail (CIPA DC-008, 4.5.4)."""
    small = _saved("JPEG")
    # The first Exif directory (IFD 0) with one tag, then the offset of the second one, for the thumbnail.
    tiff = b"II*\0\x08\0\0\0" + struct.pack("<HHHIII", 1, 0x0112, 3, 1, 1, 26)
    entries = [(0x0103, 3, 1, 6), (0x0201, 4, 1, 26 + 2 + 36 + 4), (0x0202, 4, 1, len(small))]
    tiff += struct.pack("<H", 3) + b"".join(struct.pack("<HHII", *one) for one in entries) + b"\0" * 4
    return _with_segment(0xE1, b"Exif\0\0" + tiff + small)


def _two_in_one() -> bytes:
    out = io.BytesIO()
    _image().save(out, "MPO", save_all=True, append_images=[_image()])
    return out.getvalue()


def _gps(kind: str) -> bytes:
    exif = Image.Exif()
    exif[0x0131] = "GIMP"
    exif.get_ifd(0x8825).update({1: "N", 2: (12.0, 40.0, 1.0), 3: "E", 4: (108.0, 3.0, 1.0)})
    return _saved(kind, exif=exif)


_TAIL = b"PK\3\4 some archive, or a text, behind the picture"

METADATA: dict[str, Make] = {
    **{f"noi-chup-{k.lower()}": lambda _, k=k: (k, _gps(k)) for k in EXIF_KINDS if k != "TIFF"},  # type: ignore[misc]
    **{f"tac-gia-{k.lower()}": lambda w, k=k: (k, _exif(k, 0x013B, w.encode())) for k in EXIF_KINDS},  # type: ignore[misc]
    **{f"duoi-{k.lower()}": lambda _, k=k: (k, _saved(k) + _TAIL) for k in ("JPEG", "PNG", "GIF", "WEBP")},  # type: ignore[misc]
    "tac-gia-windows": lambda w: ("JPEG", _exif("JPEG", 0x9C9D, w.encode("utf-16-le"))),
    "chu-may": lambda w: ("JPEG", _exif("JPEG", 0xA430, w.encode(), 0x8769)),
    "iptc-tac-gia": lambda w: ("JPEG", _iptc(80, w)),
    "iptc-nguon-anh": lambda w: ("JPEG", _iptc(110, w)),
    "iptc-thanh-pho": lambda w: ("JPEG", _iptc(90, w)),
    "xmp-nguon-anh": lambda w: ("JPEG", _saved("JPEG", xmp=_xmp(f'<a photoshop:Credit="{w}"/>'))),
    "xmp-thanh-pho": lambda w: ("JPEG", _saved("JPEG", xmp=_xmp(f"<photoshop:City>{w}</photoshop:City>"))),
    "xmp-tac-gia": lambda w: (
        "WEBP",
        _saved("WEBP", xmp=_xmp(f"<dc:creator><rdf:Seq><rdf:li>{w}</rdf:li></rdf:Seq></dc:creator>")),
    ),
    "xmp-nguoi-trong-anh": lambda w: (
        "JPEG",
        _saved("JPEG", xmp=_xmp(f"<Iptc4xmpExt:PersonInImage><rdf:li>{w}</rdf:li></Iptc4xmpExt:PersonInImage>")),
    ),
    "png-tac-gia-sau": lambda w: ("PNG", _png(_chunk(b"tEXt", b"Author\0" + w.encode()), behind=True)),
    "anh-thu-nho": lambda _: ("JPEG", _photo_with_thumbnail()),
    "anh-thu-hai": lambda _: ("JPEG", _two_in_one()),
}
"""Metadata about persons and places, or data after the picture's end."""

PLAIN: dict[str, Make] = {
    **{f"tron-{k.lower()}": lambda _, k=k: (k, _saved(k)) for k in (*EXIF_KINDS, "GIF", "BMP", "ICO")},  # type: ignore[misc]
    "dem-cuoi": lambda _: ("JPEG", _saved("JPEG") + b"\0" * 64),
    "huong": lambda _: ("JPEG", _exif("JPEG", 0x0112, 6)),
    "tung-phan": lambda _: ("JPEG", _saved("JPEG", progressive=True)),
    "xmp-phan-mem": lambda _: ("JPEG", _saved("JPEG", xmp=_xmp('<a xmp:CreatorTool="GIMP" photoshop:City=""/>'))),
    "gif-dong": lambda _: ("GIF", _saved("GIF", save_all=True, append_images=[Image.new("RGB", (_W, _H), "red")])),
}
"""Pictures without metadata, by name, each with the function that makes it."""
