"""Reads XMP packets, blocks of metadata (ISO 16684-1): a file's author, place, device, and texts written into it."""

import re
from collections.abc import Iterator
from html import unescape

from infopage.files.reading import HOME, Reading, Trait, TraitKind
from infopage.files.segments import Position, Segment

_FILLED = r"(?:\s*=\s*[\"'][^\"']*[^\"'\s][^\"']*[\"']|[^<>]*>(?:\s|<(?!/)[^<>]*>)*[^<\s])"
"""Matches what follows the name of an attribute or element, if its value is not empty."""

_TELLING = tuple(
    (re.compile(rf"(?:[<\s:])(?:{names}){_FILLED}"), about)
    for names, about in (
        ("GPSLatitude|GPSLongitude|GPSPosition", "nơi chụp"),
        ("GPSAltitude|GPSAreaInformation|GPSProcessingMethod", "nơi chụp"),
        (
            "City|Location|Sublocation|State|CountryName|ProvinceState|WorldRegion|LocationShown|LocationCreated",
            "nơi chụp",
        ),
        (
            "creator|Creator|byline|AuthorsPosition|artist|Author|ImageCreatorName|Owner|CopyrightOwnerName",
            "tên tác giả",
        ),
        ("Credit|CreatorContactInfo|CiEmailWork|CiTelWork|CiAdrExtadr", "tên, thông tin liên hệ của người chụp"),
        ("OwnerName|SerialNumber|LensSerialNumber|BodySerialNumber|CaptionWriter|HostComputer", "tên hoặc số máy"),
        ("PersonDisplayName|PersonInImage|RegionPersonDisplayName", "tên người trong ảnh"),
    )
)
_FACES = re.compile(r"mwg-rs:Name")
_TEXT = re.compile(r">([^<>]{3,4000})<|=\"([^\"<>]{3,4000})\"|='([^'<>]{3,4000})'")


def read_xmp(packet: bytes) -> Reading:
    """Yield the texts and the traits (findings such as an author's name) of an XMP packet."""
    text = _decoded(packet)
    yield from (Trait(TraitKind.METADATA, about) for about in _told(text))
    for found in _TEXT.finditer(text):
        if words := unescape(found[1] or found[2] or found[3]).strip():
            if HOME.search(words):
                yield Trait(TraitKind.METADATA, "đường dẫn tới thư mục riêng của người soạn")
            yield Segment(1, words, Position.STRING, "lời ghi trong tệp")


def _told(text: str) -> Iterator[str]:
    told = {about: None for sign, about in _TELLING if sign.search(text)}
    if _FACES.search(text):
        told["tên người trong ảnh"] = None
    yield from told


def _decoded(packet: bytes) -> str:
    """Return an XMP packet's text; the zero bytes in its first tag distinguish UTF-8, UTF-16 and UTF-32."""
    head = packet[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\0 ")
    if b"\0\0\0" in packet[:64]:
        name = "utf-32-le" if head[1:4] == b"\0\0\0" else "utf-32-be"
    elif b"\0" in packet[:64]:
        name = "utf-16-le" if packet[:2] == b"\xff\xfe" or packet[1:2] == b"\0" else "utf-16-be"
    else:
        name = "utf-8"
    return packet.decode(name, "replace")
