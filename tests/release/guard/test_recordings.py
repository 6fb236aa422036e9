"""The guard reads the notes in video and audio files: names of persons and devices, stamps, and what cannot be read."""

import pytest

from infopage.release.guard.files import Guard
from tests.release.guard.leaks import SECRET
from tests.support import ROOT

FOLDER = ROOT / "tests/files/media"


def rules(guard: Guard, name: str, data: bytes) -> set[str]:
    return {one.rule for one in guard.check(f"docs/tin-tuc/2026/{name}", data)}


@pytest.mark.parametrize("name", ["good.mp3", "late.mp4", "good.webm", "good.ogg"])
def test_the_name_of_a_person_is_found(guard: Guard, name: str) -> None:
    assert rules(guard, name, (FOLDER / name).read_bytes()) == {"sieu-du-lieu"}


@pytest.mark.parametrize("name", ["good.mp4", "good.m4a", "opus.ogg", "silent.mp4"])
def test_a_recording_without_notes_passes(guard: Guard, name: str) -> None:
    assert rules(guard, name, (FOLDER / name).read_bytes()) == set()


def test_a_stamp_in_a_note_is_found(guard: Guard) -> None:
    words = b"\3" + SECRET.encode()
    frame = b"TIT2" + len(words).to_bytes(4, "big") + b"\0\0" + words
    data = b"ID3\3\0\0\0\0\0" + bytes((len(frame),)) + frame + (FOLDER / "good.mp3").read_bytes()[200:]
    assert "dau-mat" in rules(guard, "bai.mp3", data)


def test_a_recording_that_cannot_be_read_is_not_let_through(guard: Guard) -> None:
    assert rules(guard, "phim.mp4", (FOLDER / "good.mp4").read_bytes()[:900]) == {"khong-kiem-duoc"}
