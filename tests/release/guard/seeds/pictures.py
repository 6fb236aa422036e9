"""Pictures, drawings, audio and video with words, names and places in each of their segments, chunks and boxes."""

import struct
import zlib
from collections.abc import Callable
from typing import TypeAlias

from PIL import Image

from tests.release.guard.hidden_pictures import _chunk as chunk
from tests.release.guard.hidden_pictures import _exif as ex
from tests.release.guard.hidden_pictures import _png as png
from tests.release.guard.hidden_pictures import _saved as sv
from tests.release.guard.hidden_pictures import _segment as segment
from tests.release.guard.hidden_pictures import _with_segment as seg
from tests.release.guard.hidden_pictures import _xmp as xmp
from tests.release.guard.leaks import TOP as w  # noqa: N811 -- short, as almost every line uses it
from tests.release.guard.made import archive, photo
from tests.release.guard.seeds import Seed

Made: TypeAlias = Callable[[], tuple[str, bytes]]
A = "Lê Văn C"


def riff(kind: bytes, content: bytes) -> bytes:
    """Return a WebP picture with an additional chunk of this name (``kind``) and content."""
    body = (
        sv("WEBP", lossless=True)[12:] + kind + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
    )
    return b"RIFF" + struct.pack("<I", 4 + len(body)) + b"WEBP" + body


def gif_two(comment: bytes) -> bytes:
    """Return a GIF of two pictures with a comment before the second."""
    whole = sv("GIF", save_all=True, append_images=[Image.new("RGB", (40, 20), "red")])
    at = whole.rindex(b"!\xf9")
    return whole[:at] + b"!\xfe" + bytes((len(comment),)) + comment + b"\0" + whole[at:]


def gif_ext(label: int, program: bytes, content: bytes) -> bytes:
    """Return a GIF with an extension of the type ``label``, written by ``program``, with this content."""
    whole = sv("GIF")
    at = whole.index(b",", 13 + (3 << ((whole[10] & 7) + 1)))
    blocks = b"".join(bytes((len(content[n : n + 255]),)) + content[n : n + 255] for n in range(0, len(content), 255))
    head = bytes((len(program),)) + program if program else b""
    return whole[:at] + b"!" + bytes((label,)) + head + blocks + b"\0" + whole[at:]


def box(name: bytes, content: bytes) -> bytes:
    """Return a box of an ISO base media file."""
    return struct.pack(">I", 8 + len(content)) + name + content


def rp(name: str, content: bytes) -> bytes:
    """Return a profile (a block of metadata) as ImageMagick writes it into a PNG: name, length, hexadecimal digits."""
    return f"\n{name}\n{len(content):8}\n{content.hex()}\n".encode()


def iptc_raw(words: str, dataset: int = 120) -> bytes:
    """Return a Photoshop block with the words in the IPTC-IIM field of this number (``dataset``)."""
    value = words.encode()
    record = b"\x1c\x01\x5a\0\3\x1b%G\x1c\2" + bytes((dataset,)) + struct.pack(">H", len(value)) + value
    return b"8BIM\x04\x04\0\0" + struct.pack(">I", len(record)) + record + b"\0" * (len(record) % 2)


def svg(body: str) -> bytes:
    """Return an SVG drawing with ``body`` in it; the usual namespaces of drawing programs are declared."""
    names = {
        "dc": "http://purl.org/dc/elements/1.1/",
        "cc": "http://creativecommons.org/ns#",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        "inkscape": "http://www.inkscape.org/namespaces/inkscape",
        "sodipodi": "http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd",
    }
    spaces = " ".join(f'xmlns:{name}="{space}"' for name, space in names.items())
    return f'<svg xmlns="http://www.w3.org/2000/svg" {spaces} width="40" height="20">{body}</svg>'.encode()


def exif_place(tag: int, value: object) -> bytes:
    """Return a JPEG whose Exif has one GPS tag, with this number and value."""
    exif = Image.Exif()
    exif.get_ifd(0x8825)[tag] = value
    return sv("JPEG", exif=exif)


def place() -> bytes:
    """Return an Exif block with a GPS position."""
    exif = Image.Exif()
    exif.get_ifd(0x8825).update({1: "N", 2: (1.0, 2.0, 3.0)})
    return exif.tobytes()[6:]


def more_points(words: bytes) -> bytes:
    """Return a PNG with words after the end of its compressed pixels."""
    whole = sv("PNG")
    at = whole.index(b"IDAT") - 4
    length = int.from_bytes(whole[at : at + 4], "big")
    return whole[:at] + chunk(b"IDAT", whole[at + 8 : at + 8 + length] + words) + whole[at + 12 + length :]


def two_exif() -> bytes:
    """Return a JPEG with two Exif blocks, the second with a GPS position."""
    first = photo(ImageDescription="a")
    return sv("JPEG")[:2] + first[2 : 4 + int.from_bytes(first[4:6], "big")] + photo(gps=True)[2:]


PLACES: dict[str, tuple[str, Made]] = {
    "jpg-ext-xmp": (
        "dau-mat",
        lambda: (
            "jpg",
            seg(
                0xE1,
                b"http://ns.adobe.com/xmp/extension/\0"
                + b"A" * 32
                + struct.pack(">II", len(xmp("<dc:title>" + w + "</dc:title>")), 0)
                + xmp("<dc:title>" + w + "</dc:title>"),
            ),
        ),
    ),
    "jpg-ext-xmp-gps": (
        "sieu-du-lieu",
        lambda: (
            "jpg",
            seg(
                0xE1,
                b"http://ns.adobe.com/xmp/extension/\0"
                + b"A" * 32
                + struct.pack(">II", 99, 0)
                + xmp('<a exif:GPSLatitude="12,40N"/>'),
            ),
        ),
    ),
    "jpg-app12": ("dau-mat", lambda: ("jpg", seg(0xEC, b"[picture info]\r\n" + w.encode()))),
    "jpg-app11-jumbf": (
        "sieu-du-lieu",
        lambda: ("jpg", seg(0xEB, b"JP\0\1\0\0\0\1" + box(b"jumb", box(b"json", ('{"author":"' + A + '"}').encode())))),
    ),
    "jpg-app4": ("dau-mat", lambda: ("jpg", seg(0xE4, w.encode()))),
    "jpg-app9-words": ("dau-mat", lambda: ("jpg", seg(0xE9, ("Ghi chú: " + w).encode()))),
    "jpg-app2-flashpix": ("dau-mat", lambda: ("jpg", seg(0xE2, b"FPXR\0\0" + w.encode("utf-16-le")))),
    "jpg-app13-second": ("dau-mat", lambda: ("jpg", seg(0xED, b"Photoshop 3.0\0" + iptc_raw("a", 5) + iptc_raw(w)))),
    "jpg-8bim-caption": (
        "dau-mat",
        lambda: (
            "jpg",
            seg(
                0xED,
                b"Photoshop 3.0\0"
                + b"8BIM\x03\xf0\0\0"
                + struct.pack(">I", len(w.encode()) + 1)
                + bytes((len(w.encode()),))
                + w.encode()
                + b"\0" * ((len(w.encode()) + 1) % 2),
            ),
        ),
    ),
    "jpg-8bim-url": (
        "khoa-bi-mat",
        lambda: (
            "jpg",
            seg(0xED, b"Photoshop 3.0\0" + b"8BIM\x04\x0b\0\0" + struct.pack(">I", 20) + b"https://u:Abc1234x@a"),
        ),
    ),
    "jpg-com-utf16": ("dau-mat", lambda: ("jpg", seg(0xFE, w.encode("utf-16-le")))),
    "jpg-com-second": (
        "dau-mat",
        lambda: ("jpg", sv("JPEG")[:2] + segment(0xFE, w.encode()) + segment(0xFE, b"a") + sv("JPEG")[2:]),
    ),
    "jpg-com-1258": ("dau-mat", lambda: ("jpg", seg(0xFE, "T\u00d4\u0301I M\u00c2\u0323T".encode("cp1258")))),
    "jpg-makernote": ("dau-mat", lambda: ("jpg", ex("JPEG", 0x927C, b"Nikon\0" + w.encode(), 0x8769))),
    "jpg-makernote-owner": ("sieu-du-lieu", lambda: ("jpg", ex("JPEG", 0x927C, b"CANON\0Owner: Le Van C\0", 0x8769))),
    "jpg-history": ("dau-mat", lambda: ("jpg", ex("JPEG", 0x9213, w.encode()))),
    "jpg-docname": ("dau-mat", lambda: ("jpg", ex("JPEG", 0x010D, w.encode()))),
    "jpg-pagename": ("dau-mat", lambda: ("jpg", ex("JPEG", 0x011D, w.encode()))),
    "jpg-uniqueid": ("dau-mat", lambda: ("jpg", ex("JPEG", 0xA420, w.encode(), 0x8769))),
    "jpg-usercomment-ascii": ("dau-mat", lambda: ("jpg", ex("JPEG", 0x9286, b"ASCII\0\0\0" + b"TUYET MAT", 0x8769))),
    "jpg-usercomment-jis": ("dau-mat", lambda: ("jpg", ex("JPEG", 0x9286, b"JIS\0\0\0\0\0" + w.encode(), 0x8769))),
    "jpg-gps-method": ("sieu-du-lieu", lambda: ("jpg", exif_place(0x1B, b"ASCII\0\0\0CELLID"))),
    "jpg-gps-area": ("sieu-du-lieu", lambda: ("jpg", exif_place(0x1C, b"UNICODE\0" + "Đắk Lắk".encode("utf-16-le")))),
    "jpg-gps-date": ("sieu-du-lieu", lambda: ("jpg", exif_place(0x1D, "2026:11:30"))),
    "jpg-xpcomment": ("dau-mat", lambda: ("jpg", ex("JPEG", 0x9C9C, w.encode("utf-16-le")))),
    "jpg-photographer": ("sieu-du-lieu", lambda: ("jpg", ex("JPEG", 0xA437, A.encode(), 0x8769))),
    "jpg-imgeditor": ("sieu-du-lieu", lambda: ("jpg", ex("JPEG", 0xA438, A.encode(), 0x8769))),
    "jpg-dng-serial": ("sieu-du-lieu", lambda: ("jpg", ex("JPEG", 0xC62F, b"SN12345"))),
    "jpg-owner-65000": ("sieu-du-lieu", lambda: ("jpg", ex("JPEG", 0xFDE8, A.encode()))),
    "jpg-title-32": ("dau-mat", lambda: ("jpg", ex("JPEG", 0xA436, w.encode(), 0x8769))),
    "jpg-between": ("khong-kiem-duoc", lambda: ("jpg", sv("JPEG")[:2] + w.encode() + sv("JPEG")[2:])),
    "jpg-jfxx": ("sieu-du-lieu", lambda: ("jpg", seg(0xE0, b"JFXX\0\x10" + sv("JPEG")))),
    "jpg-tail-small": ("sieu-du-lieu", lambda: ("jpg", sv("JPEG") + w.encode())),
    "jpg-tail-jpg": ("sieu-du-lieu", lambda: ("jpg", sv("JPEG") + photo(gps=True))),
    "jpg-tail-zip": ("sieu-du-lieu", lambda: ("jpg", sv("JPEG") + archive({"a": b"x"}))),
    "jpg-xmp-iptcext": (
        "sieu-du-lieu",
        lambda: (
            "jpg",
            sv(
                "JPEG",
                xmp=xmp(
                    "<Iptc4xmpExt:LocationShown><rdf:Bag><rdf:li Iptc4xmpExt:City='Buôn'/></rdf:Bag></Iptc4xmpExt:LocationShown>"
                ),
            ),
        ),
    ),
    "jpg-xmp-hist": (
        "dau-mat",
        lambda: (
            "jpg",
            sv(
                "JPEG",
                xmp=xmp(
                    f"<xmpMM:History><rdf:Seq><rdf:li stEvt:softwareAgent='PS' stEvt:parameters='{w}'/></rdf:Seq></xmpMM:History>"
                ),
            ),
        ),
    ),
    "jpg-xmp-derived": (
        "sieu-du-lieu",
        lambda: ("jpg", sv("JPEG", xmp=xmp("<a stRef:filePath='C:\\Users\\an\\a.psd'/>"))),
    ),
    "jpg-xmp-person": (
        "sieu-du-lieu",
        lambda: (
            "jpg",
            sv(
                "JPEG",
                xmp=xmp(f"<MP:RegionInfo><MPReg:PersonDisplayName>{A}</MPReg:PersonDisplayName></MP:RegionInfo>"),
            ),
        ),
    ),
    "jpg-xmp-rights-owner": (
        "sieu-du-lieu",
        lambda: (
            "jpg",
            sv("JPEG", xmp=xmp(f"<xmpRights:Owner><rdf:Bag><rdf:li>{A}</rdf:li></rdf:Bag></xmpRights:Owner>")),
        ),
    ),
    "jpg-xmp-plus": ("sieu-du-lieu", lambda: ("jpg", sv("JPEG", xmp=xmp(f"<a plus:ImageCreatorName='{A}'/>")))),
    "jpg-xmp-lang": (
        "dau-mat",
        lambda: (
            "jpg",
            sv(
                "JPEG",
                xmp=xmp(f"<dc:description><rdf:Alt><rdf:li xml:lang='vi'>{w}</rdf:li></rdf:Alt></dc:description>"),
            ),
        ),
    ),
    "jpg-xmp-split": (
        "dau-mat",
        lambda: (
            "jpg",
            sv(
                "JPEG",
                xmp=xmp("<dc:subject><rdf:Bag><rdf:li>TUYỆT</rdf:li><rdf:li>MẬT</rdf:li></rdf:Bag></dc:subject>"),
            ),
        ),
    ),
    "jpg-xmp-gps-alt": (
        "sieu-du-lieu",
        lambda: ("jpg", sv("JPEG", xmp=xmp("<exif:GPSAltitude>500/1</exif:GPSAltitude>"))),
    ),
    "jpg-xmp-instr": (
        "dau-mat",
        lambda: ("jpg", sv("JPEG", xmp=xmp(f"<photoshop:Instructions>{w}</photoshop:Instructions>"))),
    ),
    "jpg-xmp-transref": (
        "dau-mat",
        lambda: ("jpg", sv("JPEG", xmp=xmp(f"<a photoshop:TransmissionReference='{w}'/>"))),
    ),
    "jpg-xmp-keyword-low": (
        "dau-noi-bo",
        lambda: (
            "jpg",
            sv("JPEG", xmp=xmp("<dc:subject><rdf:Bag><rdf:li>Lưu hành nội bộ</rdf:li></rdf:Bag></dc:subject>")),
        ),
    ),
    "jpg-xmp-utf16be": ("dau-mat", lambda: ("jpg", sv("JPEG", xmp=xmp(f"<dc:title>{w}</dc:title>", "utf-16-be")))),
    "jpg-two-xmp": (
        "dau-mat",
        lambda: (
            "jpg",
            sv("JPEG")[:2]
            + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp("<a/>"))
            + segment(0xE1, b"http://ns.adobe.com/xap/1.0/\0" + xmp(f"<dc:title>{w}</dc:title>"))
            + sv("JPEG")[2:],
        ),
    ),
    "jpg-two-exif": ("sieu-du-lieu", lambda: ("jpg", two_exif())),
    "png-exif": ("sieu-du-lieu", lambda: ("png", png(chunk(b"eXIf", place()), behind=True))),
    "png-raw-iptc": (
        "dau-mat",
        lambda: (
            "png",
            png(chunk(b"zTXt", b"Raw profile type iptc\0\0" + zlib.compress(rp("iptc", iptc_raw(w)))), behind=False),
        ),
    ),
    "png-raw-iptc-author": (
        "sieu-du-lieu",
        lambda: (
            "png",
            png(
                chunk(b"zTXt", b"Raw profile type iptc\0\0" + zlib.compress(rp("iptc", iptc_raw(A, 80)))), behind=False
            ),
        ),
    ),
    "png-raw-exif": (
        "sieu-du-lieu",
        lambda: (
            "png",
            png(
                chunk(
                    b"zTXt", b"Raw profile type APP1\0\0" + zlib.compress(rp("generic profile", b"Exif\0\0" + place()))
                ),
                behind=False,
            ),
        ),
    ),
    "png-raw-xmp": (
        "sieu-du-lieu",
        lambda: (
            "png",
            png(
                chunk(
                    b"zTXt",
                    b"Raw profile type xmp\0\0" + zlib.compress(rp("xmp", xmp(f"<dc:creator>{A}</dc:creator>"))),
                ),
                behind=False,
            ),
        ),
    ),
    "png-xmp-behind": (
        "dau-mat",
        lambda: (
            "png",
            png(chunk(b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp(f"<dc:title>{w}</dc:title>")), behind=True),
        ),
    ),
    "png-private": ("dau-mat", lambda: ("png", png(chunk(b"prVt", w.encode()), behind=False))),
    "png-cabx": (
        "sieu-du-lieu",
        lambda: ("png", png(chunk(b"caBX", box(b"jumb", ('{"author":"' + A + '"}').encode())), behind=False)),
    ),
    "png-key": ("dau-mat", lambda: ("png", png(chunk(b"tEXt", w.encode() + b"\0a"), behind=False))),
    "png-itxt-key": (
        "dau-mat",
        lambda: ("png", png(chunk(b"iTXt", b"Comment\0\0\0vi\0" + w.encode() + b"\0a"), behind=False)),
    ),
    "png-utf16": ("dau-mat", lambda: ("png", png(chunk(b"tEXt", b"Comment\0" + w.encode("utf-16-le")), behind=False))),
    "png-software": ("dau-mat", lambda: ("png", png(chunk(b"tEXt", b"Source\0" + w.encode()), behind=False))),
    "png-creator": ("sieu-du-lieu", lambda: ("png", png(chunk(b"tEXt", b"Creator\0" + A.encode()), behind=False))),
    "png-author-lower": ("sieu-du-lieu", lambda: ("png", png(chunk(b"tEXt", b"author\0" + A.encode()), behind=False))),
    "png-author-itxt": (
        "sieu-du-lieu",
        lambda: ("png", png(chunk(b"iTXt", b"Author\0\0\0\0\0" + A.encode()), behind=False)),
    ),
    "png-idat-junk": ("sieu-du-lieu", lambda: ("png", more_points(w.encode()))),
    "png-tail": ("sieu-du-lieu", lambda: ("png", sv("PNG") + w.encode())),
    "png-bigztxt": (
        "khong-kiem-duoc",
        lambda: (
            "png",
            png(chunk(b"zTXt", b"A\0\0" + zlib.compress(b" " * (1 << 20) + ("\n" + w).encode())), behind=False),
        ),
    ),
    "webp-unknown": ("dau-mat", lambda: ("webp", riff(b"NOTE", w.encode()))),
    "webp-exif": ("sieu-du-lieu", lambda: ("webp", photo("WEBP", gps=True))),
    "webp-xmp-case": ("dau-mat", lambda: ("webp", riff(b"XMP ", xmp(f"<dc:title>{w}</dc:title>")))),
    "webp-tail": ("dau-mat", lambda: ("webp", sv("WEBP") + w.encode())),
    "gif-second": ("dau-mat", lambda: ("gif", gif_two(w.encode()))),
    "gif-xmp": ("dau-mat", lambda: ("gif", gif_ext(0xFF, b"XMP DataXMP", xmp(f"<dc:title>{w}</dc:title>")))),
    "gif-xmp-author": (
        "sieu-du-lieu",
        lambda: ("gif", gif_ext(0xFF, b"XMP DataXMP", xmp(f"<dc:creator>{A}</dc:creator>"))),
    ),
    "gif-app": ("dau-mat", lambda: ("gif", gif_ext(0xFF, b"GHICHU  1.0", w.encode()))),
    "gif-plain": ("dau-mat", lambda: ("gif", gif_ext(0x01, b"\0" * 12, b"TUYET MAT"))),
    "gif-comment-two": ("dau-mat", lambda: ("gif", gif_ext(0xFE, b"", w.encode()))),
    "tif-private": ("dau-mat", lambda: ("tif", ex("TIFF", 50000, w.encode()))),
    "avif-free": ("dau-mat", lambda: ("avif", sv("AVIF") + box(b"free", w.encode()))),
    "avif-uuid-xmp": (
        "dau-mat",
        lambda: (
            "avif",
            sv("AVIF")
            + box(b"uuid", bytes.fromhex("be7acfcb97a942e89c71999491e3afac") + xmp(f"<dc:title>{w}</dc:title>")),
        ),
    ),
    "avif-udta": ("dau-mat", lambda: ("avif", sv("AVIF") + box(b"udta", box(b"name", w.encode())))),
    "bmp-tail": ("loai-tep", lambda: ("bmp", sv("BMP") + w.encode())),
    "ico-tail": ("loai-tep", lambda: ("ico", sv("ICO") + w.encode())),
    "heic": ("khong-kiem-duoc", lambda: ("heic", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 50)),
    "mp3": ("khong-kiem-duoc", lambda: ("mp3", b"ID3\4\0\0\0\0\0\x20TIT2\0\0\0\x10\0\0\x03" + w.encode())),
    "mp4": (
        "khong-kiem-duoc",
        lambda: (
            "mp4",
            b"\0\0\0\x18ftypmp42\0\0\0\0mp42isom" + box(b"moov", box(b"udta", box(b"\xa9nam", w.encode()))),
        ),
    ),
    "m4a": ("khong-kiem-duoc", lambda: ("m4a", b"\0\0\0\x18ftypM4A \0\0\0\0M4A isom" + box(b"moov", b""))),
    "ogg": ("khong-kiem-duoc", lambda: ("ogg", b"OggS\0\2" + b"\0" * 20)),
    "wav": ("khong-kiem-duoc", lambda: ("wav", b"RIFF\x24\0\0\0WAVELIST" + w.encode())),
    "webm": ("khong-kiem-duoc", lambda: ("webm", b"\x1a\x45\xdf\xa3" + b"\0" * 40)),
    "flac": ("khong-kiem-duoc", lambda: ("flac", b"fLaC\0\0\0\x22" + w.encode())),
    "avi": ("khong-kiem-duoc", lambda: ("avi", b"RIFF\x24\0\0\0AVI LIST" + b"\0" * 40)),
    "svg-creator": (
        "sieu-du-lieu",
        lambda: (
            "svg",
            svg(
                f"<metadata><rdf:RDF><cc:Work><dc:creator><cc:Agent><dc:title>{A}</dc:title></cc:Agent></dc:creator></cc:Work></rdf:RDF></metadata>"
            ),
        ),
    ),
    "svg-docname": (
        "sieu-du-lieu",
        lambda: ("svg", svg("").replace(b"width", b'sodipodi:docname="C:\\Users\\an.nguyen\\a.svg" width')),
    ),
    "svg-export": ("sieu-du-lieu", lambda: ("svg", svg('<g inkscape:export-filename="/Users/an.nguyen/a.png"/>'))),
    "svg-desc": ("dau-mat", lambda: ("svg", svg(f"<desc>{w}</desc>"))),
    "svg-title": ("dau-mat", lambda: ("svg", svg(f"<title>{w}</title>"))),
    "svg-tspans": (
        "dau-mat",
        lambda: (
            "svg",
            svg("<text>" + "".join(f"<tspan x='1' y='{n}'>{x}</tspan>" for n, x in enumerate("TỐIMẬT")) + "</text>"),
        ),
    ),
    "svg-texts": (
        "dau-mat",
        lambda: ("svg", svg("".join(f"<text transform='rotate(90 1 {n})'>{x}</text>" for n, x in enumerate("TỐIMẬT")))),
    ),
    "svg-data": ("dau-mat", lambda: ("svg", svg(f'<g data-note="{w}"/>'))),
    "svg-id": ("dau-mat", lambda: ("svg", svg('<g id="TUYỆT_MẬT"/>'))),
    "svg-label": ("dau-mat", lambda: ("svg", svg(f'<g inkscape:label="{w}"/>'))),
    "svg-layer-hidden": ("dau-mat", lambda: ("svg", svg(f'<g style="display:none"><text>{w}</text></g>'))),
    "svg-white": ("dau-mat", lambda: ("svg", svg(f'<text fill="#fff" opacity="0">{w}</text>'))),
    "svg-cdata": ("dau-mat", lambda: ("svg", svg(f"<text><![CDATA[{w}]]></text>"))),
    "svg-entity": ("dau-mat", lambda: ("svg", svg("<text>T&#7888;I M&#7852;T</text>"))),
    "svg-comment": ("dau-mat", lambda: ("svg", svg(f"<!-- {w} -->"))),
    "svg-style-comment": ("dau-mat", lambda: ("svg", svg(f"<style>/* {w} */</style>"))),
    "svg-style-content": ("dau-mat", lambda: ("svg", svg(f'<style>text::after{{content:"{w}"}}</style>'))),
    "svg-utf16": (
        "dau-mat",
        lambda: (
            "svg",
            ('<?xml version="1.0" encoding="UTF-16"?>' + svg(f"<text>{w}</text>").decode()).encode("utf-16"),
        ),
    ),
    "svg-textpath": ("dau-mat", lambda: ("svg", svg(f'<text><textPath href="#a">{w}</textPath></text>'))),
    "svg-phone": ("so-ca-nhan", lambda: ("svg", svg("<text>Anh Ba 0912 345 678</text>"))),
    "svg-vertical": ("dau-mat", lambda: ("svg", svg(f'<text style="writing-mode:tb">{w}</text>'))),
    "svg-dx": ("dau-mat", lambda: ("svg", svg(f'<text x="1 2 3 4 5 6 7">{w}</text>'))),
    "svg-latin1": (
        "khong-kiem-duoc",
        lambda: (
            "svg",
            b'<?xml version="1.0" encoding="windows-1258"?>'
            + svg("<text>X</text>").replace(b"X", b"T\xd4\xecI M\xc2\xf2T"),
        ),
    ),
}
"""The leaking files by name: the rule that each breaks, and the function that returns (extension, bytes)."""

SEEDS = tuple(
    Seed(name, f"docs/a.{name.partition('-')[0]}", lambda make=make: make()[1], rule)
    for name, (rule, make) in PLACES.items()
)
