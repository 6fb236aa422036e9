"""Photographs and drawings: where they were taken, by whom, with whose device, and words written into them.

Tags by CIPA DC-008 (Exif 2.32), IPTC-IIM 4.2 and ISO 16684 (XMP).
"""

import io
import re
import warnings

from infopage.files.reading import Kind, Reading, Trait, no_reader, unreadable
from infopage.files.segments import Place, Segment

FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "BMP", "ICO", "MPO", "AVIF")
_EXIF_IFD, _GPS_IFD = 0x8769, 0x8825
_PERSONS = {0x013B: "tên tác giả", 0x9C9D: "tên tác giả", 0x013C: "tên máy tính"}
_DEVICE = {0xA430: "tên chủ máy ảnh", 0xA431: "số máy ảnh", 0xA435: "số ống kính"}
_WORDS = (0x010D, 0x010E, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F)
_IPTC_PERSONS = {(2, 80): "tên tác giả", (2, 122): "tên người viết chú thích", (2, 118): "thông tin liên hệ"}
_IPTC_WORDS = ((2, 5), (2, 25), (2, 40), (2, 105), (2, 120))
_XMP = (
    (re.compile(rb"GPSL(?:atitude|ongitude)"), "nơi chụp"),
    (re.compile(rb"<dc:creator>(?:\s|<[^>]*>)*[^\s<]"), "tên tác giả"),
    (re.compile(rb"(?:OwnerName|SerialNumber|CaptionWriter)(?:=[\"'][^\"']|>[^<\s])"), "tên hoặc số máy"),
    (re.compile(rb"PersonDisplayName|mwg-rs:Name"), "tên người trong ảnh"),
)
_XMP_TEXT = re.compile(r">([^<>]{3,400})<|=\"([^\"]{3,400})\"")


def read_image(data: bytes) -> Reading:
    """Yield the words and the traits of an image; it is not decoded, only its header is read."""
    try:
        from PIL import Image, IptcImagePlugin
    except ImportError:
        yield no_reader("ảnh")
        return
    try:
        with warnings.catch_warnings(record=True) as complaints:
            warnings.simplefilter("always")
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                exif = image.getexif()
                info = {str(key): value for key, value in image.info.items()}
                info |= getattr(image, "text", {})
                device, place = dict(exif.get_ifd(_EXIF_IFD)), dict(exif.get_ifd(_GPS_IFD))
                iptc = IptcImagePlugin.getiptcinfo(image) or {}
    except Exception:  # a hostile file can make the reader raise anything, and what cannot be read must not pass
        yield unreadable(
            "ảnh hỏng hoặc không thuộc loại đọc được (JPEG, PNG, WebP, GIF); hãy lưu lại thành JPEG hoặc PNG"
        )
        return
    if any("EXIF" in str(complaint.message) for complaint in complaints):
        yield Trait(Kind.METADATA, "phần Exif hỏng, không đọc hết được")
    if place.keys() - {0}:
        yield Trait(Kind.METADATA, "nơi chụp (GPS)")
    for tags, names in ((dict(exif), _PERSONS), (device, _DEVICE)):
        yield from (Trait(Kind.METADATA, names[tag]) for tag in names if _words(tags.get(tag)))
    yield from (Trait(Kind.METADATA, about) for tag, about in _IPTC_PERSONS.items() if _words(iptc.get(tag)))
    for key, value in info.items():
        if key.lower() in ("author", "artist", "creator") and _words(value):
            yield Trait(Kind.METADATA, "tên tác giả")
    texts = [exif.get(tag) for tag in _WORDS] + [iptc.get(tag) for tag in _IPTC_WORDS] + [device.get(0x9286)]
    texts += [value for key, value in info.items() if key.lower() not in ("exif", "icc_profile", "xmp", "photoshop")]
    for value in texts:
        yield from (Segment(1, line, Place.LINE, "lời ghi trong ảnh") for line in _words(value).split("\n"))
    xmp = _bytes(info.get("xmp") or info.get("XML:com.adobe.xmp") or info.get("Raw profile type xmp"))
    yield from read_xmp(xmp)


def read_xmp(xmp: bytes) -> Reading:
    """Yield the words and the traits of an XMP packet."""
    yield from (Trait(Kind.METADATA, about) for sign, about in _XMP if sign.search(xmp))
    for found in _XMP_TEXT.finditer(xmp.decode("utf-8", "replace")):
        yield Segment(1, found[1] or found[2], Place.STRING, "lời ghi trong tệp")


def _bytes(value: object) -> bytes:
    return value if isinstance(value, bytes) else str(value or "").encode("utf-8", "replace")


def _words(value: object) -> str:
    """Return a tag's value as text: Exif's own are ASCII or UTF-8, those of Windows UTF-16."""
    if isinstance(value, list | tuple):
        return "\n".join(_words(one) for one in value) if all(isinstance(one, bytes | str) for one in value) else ""
    if isinstance(value, bytes):
        value = value.removeprefix(b"ASCII\0\0\0").removeprefix(b"UNICODE\0").removeprefix(b"\0" * 8)
        wide = len(value) > 3 and value[1::2].count(0) * 4 > len(value)
        value = value.decode("utf-16-le" if wide else "utf-8", "replace")
    return value.strip("\0 \n") if isinstance(value, str) else ""
