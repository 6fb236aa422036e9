"""Detecting without a library whether a picture is complete and whether it says where it was taken."""

import io
import zlib

import pytest
from PIL import Image
from PIL.PngImagePlugin import PngInfo

from infopage.files.photo import tells_place
from infopage.files.picture_parts import is_whole
from infopage.files.types import FileType, type_of
from tests.release.guard.made import photo

KINDS = ("JPEG", "PNG", "GIF", "WEBP", "AVIF")
XMP = b'<x:xmpmeta><rdf:Description exif:GPSLatitude="12,40.0N"/></x:xmpmeta>'


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_cut_anywhere_is_not_whole(kind: str) -> None:
    out = io.BytesIO()
    Image.effect_noise((48, 32), 60).save(out, kind)
    data = out.getvalue()
    assert is_whole(data, FileType[kind])
    assert [n for n in range(30, len(data) - 1, 37) if is_whole(data[:n], type_of(data[:n]))] == []


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "GIF"])
def test_the_place_is_seen_and_nothing_else_is_taken_for_it(kind: str) -> None:
    assert tells_place(photo(kind, gps=True, Artist="a"))
    assert not tells_place(photo(kind, Artist="a", CameraOwnerName="b", orientation=6))


def test_the_place_is_seen_in_a_picture_within_or_after_another() -> None:
    assert tells_place(photo("JPEG") + photo("JPEG", gps=True))


@pytest.mark.parametrize("packed", [True, False])
def test_the_place_is_seen_in_the_texts_of_a_png(packed: bool) -> None:
    exif = photo("JPEG", gps=True)
    block = exif[exif.index(b"Exif") : exif.index(b"Exif") + 400]
    texts = PngInfo()
    texts.add_text("Raw profile type exif", f"\nexif\n{len(block):8}\n{block.hex()}\n", zip=packed)
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG", pnginfo=texts)
    assert tells_place(out.getvalue())
    texts = PngInfo()
    texts.add_itxt("XML:com.adobe.xmp", XMP.decode(), zip=packed)
    out = io.BytesIO()
    Image.new("RGB", (2, 2)).save(out, "PNG", pnginfo=texts)
    assert tells_place(out.getvalue())


def test_the_place_is_seen_in_xmp_of_a_gif() -> None:
    assert tells_place(photo("GIF")[:-1] + b"!\xff\x0bXMP DataXMP" + XMP + b"\0;")


def test_hostile_bytes_end_in_an_answer() -> None:
    loop = b"II*\0\x08\0\0\0" + b"\x01\0" + b"\x25\x88\x04\0\x01\0\0\0\x08\0\0\0"
    assert tells_place(loop)  # the GPS tag points to the Exif directory that it is in, which has an entry
    for data in (
        b"II*\0",
        b"MM\0*\xff\xff\xff\xff",
        b"II*\0\x08\0\0\0\xff\xff",
        b"\x89PNG\r\n\x1a\n\0\0\0\x05zTXta\0\0\0\0",
    ):
        assert not tells_place(data)
    bomb = zlib.compress(b"0" * 5_000_000)
    chunk = len(bomb).to_bytes(4, "big") + b"zTXt" + bomb + b"\0\0\0\0"
    assert not tells_place(b"\x89PNG\r\n\x1a\n" + chunk)
    assert not is_whole(b"\xff\xd8" + b"\xff" * 50, FileType.JPEG)
    assert not is_whole(b"\0\0\0\x01ftypavif" + b"\0" * 20, FileType.AVIF)
