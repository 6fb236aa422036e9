"""Renditions of pictures: their sizes and addresses, their pixels and colours, and that no metadata comes along."""

import io
import re
from collections.abc import Mapping
from html import escape, unescape
from urllib.parse import quote, unquote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from infopage.content.field_types.places import Focus
from infopage.content.pictured import CENTRE
from infopage.outputs.renditions.lead import of_lead
from infopage.outputs.renditions.making import make
from infopage.outputs.renditions.markup import responsive
from infopage.outputs.renditions.sizes import DERIVED, renditions, widths

TAG = '<img alt="Cây" loading="lazy" src="../anh%20m%E1%BB%9Bi.jpg" width="{}" height="{}">'

OF_THE_FORMATS = {
    "jfif",
    "jfif_version",
    "jfif_unit",
    "jfif_density",
    "progressive",
    "progression",
    "loop",
    "background",
}


def picture(format: str = "JPEG", mode: str = "RGB", size: tuple[int, int] = (40, 20), **options: object) -> bytes:
    written = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert(mode).save(written, format, **options)
    return written.getvalue()


def made(data: bytes, path: str = "tin/anh.jpg", size: tuple[int, int] = (40, 20)) -> Mapping[str, Image.Image]:
    found = make(data, tuple(renditions(path, *size)), CENTRE)
    return {name: Image.open(io.BytesIO(content)) for name, content in found.items()}


@given(st.integers(1, 9000), st.integers(1, 9000))
def test_no_rendition_is_wider_than_the_picture_and_all_have_its_proportions(width: int, height: int) -> None:
    found = list(renditions("a/b.jpg", width, height))
    assert max(one.width for one in found) <= min(width, 1920)
    assert all(abs(one.height - height * one.width / width) <= 1 for one in found)
    assert len({one.address for one in found}) == len(found)


def test_the_address_of_the_picture_stays_that_of_its_largest_rendition_of_its_own_type() -> None:
    assert [one.address for one in renditions("a/b.jpg", 500, 300)] == ["a/b.jpg.480.webp", "a/b.jpg"]
    assert [one.address for one in renditions("b.png", 300, 200)] == ["b.png.300.webp", "b.png.300.jpg", "b.png"]
    assert widths(1000) == (480, 960)
    assert all(DERIVED.search(one.address) for one in renditions("b.PNG", 3000, 200) if one.address != "b.PNG")


def test_no_metadata_of_a_picture_is_published() -> None:
    exif = Image.Exif()
    exif[0x010F], exif[0x013B] = "Máy ảnh", "Lê Minh"
    exif.get_ifd(0x8825)[1] = "N"
    data = picture(exif=exif, comment=b"n\xe1\xbb\x99i b\xe1\xbb\x99", xmp=b"<x:xmpmeta>GPSLatitude</x:xmpmeta>")
    found = make(data, tuple(renditions("anh.jpg", 40, 20)), CENTRE)
    for content in found.values():
        with Image.open(io.BytesIO(content)) as image:
            assert not dict(image.getexif())
            assert image.info.keys() <= OF_THE_FORMATS
    assert not any(word in b"".join(found.values()) for word in ("Máy ảnh".encode(), b"Exif", b"xmp", b"GPS"))


def test_a_picture_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    found = made(picture(exif=exif, quality=95), size=(20, 40))
    assert {image.size for image in found.values()} == {(20, 40)}
    upright = found["tin/anh.jpg"].convert("L")
    assert upright.getpixel((19, 20)) < 60 < 200 < upright.getpixel((0, 20))  # type: ignore[operator]


def test_colours_become_srgb_and_transparent_parts_white_where_a_format_has_none() -> None:
    wide = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    for data in (picture(mode="CMYK"), picture(mode="L"), picture(icc_profile=wide), picture(icc_profile=b"broken")):
        assert {image.mode for image in made(data).values()} == {"RGB"}
    clear = io.BytesIO()
    Image.new("RGBA", (40, 20), (200, 0, 0, 0)).save(clear, "PNG")
    found = made(clear.getvalue(), "so-do.png")
    assert found["so-do.png.40.jpg"].getpixel((5, 5)) == (255, 255, 255)
    assert found["so-do.png"].mode == "RGBA"


@pytest.mark.parametrize(
    ("format", "name"), [("PNG", "a.png"), ("GIF", "a.gif"), ("WEBP", "a.webp"), ("AVIF", "a.avif")]
)
def test_every_type_of_picture_gets_webp_and_jpeg_and_keeps_its_own_address(format: str, name: str) -> None:
    found = made(picture(format), name)
    assert {path: image.format for path, image in found.items()} == {
        f"{name}.40.webp": "WEBP",
        f"{name}.40.jpg": "JPEG",
        name: format,
    }


def test_a_noisy_picture_is_not_too_heavy_for_phones_and_is_the_same_each_time() -> None:
    written = io.BytesIO()
    Image.effect_noise((4000, 3000), 60).save(written, "JPEG", quality=90)
    wanted = tuple(one for one in renditions("a.jpg", 1920, 1440) if one.width == 960)
    found = make(written.getvalue(), wanted, CENTRE)
    assert len(found["a.jpg.960.webp"]) < 120_000
    assert make(written.getvalue(), wanted, CENTRE) == found


def test_browsers_may_choose_among_the_renditions_of_a_picture() -> None:
    html = responsive("<p>Đầu.</p>" + TAG.format(1000, 500))
    assert 'srcset="../anh%20m%E1%BB%9Bi.jpg.480.webp 480w, ../anh%20m%E1%BB%9Bi.jpg.960.webp 960w"' in html
    assert '<img src="../anh%20m%E1%BB%9Bi.jpg" srcset="' in html
    assert ' alt="Cây" width="1000" height="500" fetchpriority="high">' in html
    assert responsive(TAG.format(1, 1) + TAG.format(1, 1)).count('loading="lazy"') == 1


@pytest.mark.parametrize("html", ["<p>Không có ảnh.</p>", '<p><img alt="Cờ" loading="lazy" src="co.svg"></p>'])
def test_a_text_without_pictures_of_known_size_stays_as_it_is(html: str) -> None:
    assert responsive(html) == html


@settings(max_examples=30)
@given(st.integers(1, 2000), st.integers(1, 2000), st.text("ab&\"'<> é", min_size=1, max_size=8))
def test_the_renditions_named_in_a_page_are_those_that_are_made(width: int, height: int, name: str) -> None:
    page = responsive(f'<img alt="x" src="{escape(quote(f"{name}.jpg"))}" width="{width}" height="{height}">')
    named = {one.split(" ")[0] for group in re.findall('srcset="([^"]*)"', page) for one in unescape(group).split(", ")}
    assert {unquote(one) for one in named} == {one.address for one in renditions(f"{name}.jpg", width, height)}


def test_a_cut_rendition_keeps_the_point_that_the_editor_named() -> None:
    written = io.BytesIO()
    wide = Image.new("RGB", (900, 300), "white")
    wide.paste("red", (0, 0, 300, 300))
    wide.save(written, "PNG")
    wanted = (*renditions("a.png", 900, 300), *of_lead("a.png"))
    for focus, colour in ((Focus(0, 50), (255, 0, 0)), (Focus(100, 50), (255, 255, 255))):
        found = make(written.getvalue(), wanted, focus)
        with Image.open(io.BytesIO(found["a.png.320x240.webp"])) as thumb:
            assert thumb.size == (320, 240)
            seen = thumb.convert("RGB").getpixel((20, 120))
            assert max(abs(a - b) for a, b in zip(seen, colour, strict=True)) < 30  # type: ignore[arg-type]
