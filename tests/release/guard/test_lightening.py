"""``infopage clean`` makes pictures as large as pages can show them, and lets videos begin at once."""

import io
from pathlib import Path

from PIL import Image

from infopage.files.boxes import boxes
from infopage.release.guard.cleaning import clean_file
from tests.support import ROOT


def noisy(width: int, height: int, **options: object) -> bytes:
    written = io.BytesIO()
    Image.effect_noise((width, height), 80).convert("RGB").save(written, "JPEG", quality=85, **options)
    return written.getvalue()


def first_sample(video: bytes) -> bytes:
    """Return the bytes at the first place that the index of a video names."""
    at = video.index(b"stco")
    place = int.from_bytes(video[at + 12 : at + 16], "big")
    return video[place : place + 16]


def test_a_heavy_picture_gets_the_width_that_pages_use(tmp_path: Path) -> None:
    file = tmp_path / "anh.jpg"
    exif = Image.Exif()
    exif[0x013B], exif[0x0112] = "Lê Minh", 6
    file.write_bytes(noisy(1500, 2500, exif=exif))
    before = file.stat().st_size
    assert "thu nhỏ ảnh từ" in (said := clean_file(file))
    assert "đã gỡ tên tác giả" in said
    with Image.open(file) as image:
        assert image.size == (1920, 1152)
    assert file.stat().st_size < before
    assert clean_file(file) == "không có gì để gỡ"


def test_a_light_or_narrow_picture_stays_as_it_is(tmp_path: Path) -> None:
    for number, size in enumerate(((2500, 30), (900, 1200))):
        file = tmp_path / f"{number}.jpg"
        file.write_bytes(noisy(*size))
        before = file.read_bytes()
        assert clean_file(file) == "không có gì để gỡ"
        assert file.read_bytes() == before


def test_a_video_is_made_to_begin_at_once_and_its_index_stays_right(tmp_path: Path) -> None:
    file = tmp_path / "phim.mp4"
    data = (ROOT / "tests/files/media/late.mp4").read_bytes()
    file.write_bytes(data)
    assert clean_file(file).startswith("đã gỡ tên tác giả")
    cleaned = file.read_bytes()
    kinds = [box.kind for box in boxes(cleaned, 0, len(cleaned))]
    assert kinds.index(b"moov") < kinds.index(b"mdat")
    assert first_sample(cleaned) == first_sample(data)
