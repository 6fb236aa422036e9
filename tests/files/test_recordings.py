"""Video and audio files: what their headers say, which browsers cannot play, which are cut short, and their notes."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infopage.files.attachable import Flaw
from infopage.files.reading import Trait
from infopage.files.recording import Recording
from infopage.files.recordings import read_recording, recorded
from infopage.files.types import type_of
from infopage.release.guard.cleaning import CleaningError, clean_bytes
from tests.support import ROOT

FOLDER = ROOT / "tests/files/media"
SAMPLES = {path.name: path.read_bytes() for path in sorted(FOLDER.iterdir())}
PLAYED = {
    "good.mp4": (("H.264", "AAC"), 64, 36),
    "late.mp4": (("H.264", "AAC"), 64, 36),
    "silent.mp4": (("H.264",), 64, 36),
    "fragmented.mp4": (("H.264", "AAC"), 64, 36),
    "good.webm": (("VP8", "Opus"), 64, 36),
    "good.m4a": (("AAC",), 0, 0),
    "good.mp3": (("MP3",), 0, 0),
    "good.ogg": (("Vorbis",), 0, 0),
    "opus.ogg": (("Opus",), 0, 0),
}
NOT_PLAYED = {
    "hevc.mp4": "H.265 (HEVC)",
    "deep.mp4": "10 bit",
    "old.mp4": "MPEG-4 kiểu cũ",
    "alac.m4a": "ALAC",
    "mkv.webm": "Matroska",
    "flac.ogg": "FLAC",
    "theora.ogg": "Theora",
}
NOTED = ("good.mp3", "late.mp4", "good.webm")


def read(data: bytes) -> Recording | tuple[Flaw, str]:
    return recorded(data, type_of(data))


def told(data: bytes) -> list[str]:
    return [one.about if isinstance(one, Trait) else one.text for one in read_recording(data, type_of(data))]


@pytest.mark.parametrize("name", PLAYED)
def test_the_header_tells_codecs_size_and_length(name: str) -> None:
    found = read(SAMPLES[name])
    assert isinstance(found, Recording)
    codecs, width, height = PLAYED[name]
    assert (found.codecs, found.width, found.height) == (codecs, width, height)
    assert found.seconds == pytest.approx(0.4, abs=0.13) or name == "fragmented.mp4"
    assert found.starts_late == (name in ("late.mp4", "good.m4a"))
    assert (found.is_video, found.has_sound) == (width > 0, name != "silent.mp4")


@pytest.mark.parametrize("name", NOT_PLAYED)
def test_what_browsers_cannot_play_is_named(name: str) -> None:
    flaw, message = read(SAMPLES[name])  # type: ignore[misc]  # a Recording would fail the test
    assert flaw is Flaw.TYPE
    assert NOT_PLAYED[name] in message
    assert "hãy xuất lại thành" in message


@pytest.mark.parametrize("name", ["good.mp4", "good.m4a", "good.webm", "good.ogg", "opus.ogg"])
def test_a_file_that_is_cut_short_anywhere_is_broken(name: str) -> None:
    data = SAMPLES[name]
    for end in range(40, len(data), 23):
        assert read(data[:end])[0] is Flaw.BROKEN, end


def test_an_mp3_without_its_end_or_with_endless_notes_is_broken() -> None:
    data = SAMPLES["good.mp3"]
    assert read(data[: len(data) // 2])[0] is Flaw.BROKEN
    assert read(b"ID3\4\0\0\x7f\x7f\x7f\x7f" + data)[0] is Flaw.BROKEN
    assert read(b"ID3\4\0\0\0\0\0\0" + bytes(4000))[0] is Flaw.BROKEN


def test_a_picture_turned_by_a_phone_is_as_high_as_it_is_shown() -> None:
    data = bytearray(SAMPLES["good.mp4"])
    matrix = data.index(b"tkhd") + 4 + 40
    data[matrix : matrix + 20] = bytes(4) + (1 << 16).to_bytes(4, "big") + bytes(4) + b"\xff\xff\0\0" + bytes(4)
    found = read(bytes(data))
    assert isinstance(found, Recording)
    assert (found.width, found.height) == (36, 64)


def test_a_file_whose_pictures_are_in_another_file_or_locked_is_refused() -> None:
    elsewhere = SAMPLES["good.mp4"].replace(b"url \0\0\0\1", b"url \0\0\0\0")
    assert "ở tệp khác" in read(elsewhere)[1]  # type: ignore[operator]
    assert "khóa bản quyền" in read(SAMPLES["good.mp4"].replace(b"avc1\0", b"encv\0"))[1]  # type: ignore[operator]


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(sorted(SAMPLES)), st.integers(0, 6000), st.binary(min_size=1, max_size=9))
def test_a_damaged_file_is_read_or_refused_but_never_fails(name: str, at: int, other: bytes) -> None:
    data = bytearray(SAMPLES[name])
    at = min(at, len(data) - 1)
    data[at : at + len(other)] = other
    kind = type_of(SAMPLES[name])
    assert isinstance(recorded(bytes(data), kind), tuple)
    list(read_recording(bytes(data), kind))


@pytest.mark.parametrize("name", [*NOTED, "good.ogg"])
def test_notes_about_persons_are_found(name: str) -> None:
    assert {"Lê Minh", "tên tác giả"} <= set(told(SAMPLES[name]))


@pytest.mark.parametrize("name", NOTED)
def test_cleaning_removes_the_notes_and_nothing_that_is_played(name: str) -> None:
    before = read(SAMPLES[name])
    cleaned, removed = clean_bytes(SAMPLES[name])
    assert "tên tác giả" in removed
    assert "Lê Minh".encode() not in cleaned
    after = read(cleaned)
    assert isinstance(before, Recording)
    assert isinstance(after, Recording)
    assert after.codecs == before.codecs
    assert after.seconds == pytest.approx(before.seconds, abs=0.1)
    assert not after.starts_late


def test_cleaning_says_what_it_cannot_clean() -> None:
    with pytest.raises(CleaningError, match="Ogg không gỡ được"):
        clean_bytes(SAMPLES["good.ogg"])
    with pytest.raises(CleaningError, match="cắt cụt"):
        clean_bytes(SAMPLES["late.mp4"][:-30])


def test_compressed_notes_cannot_fill_the_memory() -> None:
    import zlib

    packed = zlib.compress(bytes(50_000_000))
    frame = b"TIT2" + (len(packed) + 4).to_bytes(4, "big") + b"\0\x80" + (50_000_000).to_bytes(4, "big") + packed
    size = len(frame)
    seven = bytes((size >> shift) & 0x7F for shift in (21, 14, 7, 0))
    assert sum(map(len, told(b"ID3\3\0\0" + seven + frame + SAMPLES["good.mp3"]))) < 2_000_000
