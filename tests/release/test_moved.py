"""Published anchors keep their words. A release that moves one is refused until ``ledger --keep-anchors`` keeps it."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from infopage.cli import main
from infopage.content.library import load
from infopage.outputs.pages.former import with_former_anchors
from infopage.release.addresses.anchored import Shift, anchored, shifts
from infopage.release.addresses.ledger import NAME, Ledger
from infopage.release.addresses.permanence import settle
from tests.cases import lay

INSTANT = datetime(2026, 11, 23, tzinfo=UTC)
DOCUMENT = "docs/van-ban/tinh-uy/2025-2030/05-nq-tu.md"
PAGE = "van-ban/tinh-uy/2025-2030/05-nq-tu/index.html"
FIRST = "I- MỤC TIÊU\n\n1. Mục tiêu chung\n\na) Làm cho dân hiểu.\n\na) Làm cho dân tin.\n\n+ Họp thôn.\n\n1) Đọc."


@pytest.fixture
def project(tmp_path: Path) -> Path:
    lay("crlf-duoc-nhan", tmp_path / "project")
    return tmp_path / "project"


def write(project: Path, body: str) -> None:
    file = project / DOCUMENT
    header = file.read_bytes().decode().replace("\r\n", "\n").partition("\n---\n")[0]
    file.write_bytes(f"{header}\n---\n{body}\n".encode())


def site(project: Path, name: str) -> Path:
    """Write a site with only the page of the project's document and an empty first page; return its folder."""
    library, faults = load(project)
    assert library
    assert not [fault for fault in faults if fault.rule == "neo-cu"]
    text = next(one for one in library.items if one.path == DOCUMENT)
    html = with_former_anchors(text.rendered.html, text.item.former_anchors)
    folder = project.parent / name
    for file, content in ((PAGE, f"<main data-prose>{html}</main>"), ("index.html", "<main data-prose></main>")):
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(f"<!doctype html><body>{content}</body>", encoding="utf-8")
    return folder


def ledger(project: Path, new: Path, old: Path, *options: str) -> int:
    return main(["--root", str(project), "ledger", str(new), "--previous", str(old), *options])


def words(folder: Path) -> dict[str, str]:
    return anchored((folder / PAGE).read_text(encoding="utf-8"))


def test_an_insertion_that_moves_a_repeated_anchor_is_refused_until_it_is_kept(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, FIRST)
    old = site(project, "old")
    assert settle(old, project, Ledger(), INSTANT) == []
    write(project, FIRST.replace("a) Làm cho dân tin.", "a) Làm cho dân theo.\n\na) Làm cho dân tin."))
    new = site(project, "new")
    assert ledger(project, new, old) == 1
    assert "“#I.1.a~2” (lời ấy nay ở “#I.1.a~3”)" in capsys.readouterr().out
    assert not (new / NAME).exists()
    assert ledger(project, new, old, "--keep-anchors") == 1
    assert "đã ghi 2 chỗ vào neo_cu" in capsys.readouterr().out
    new = site(project, "new")
    assert ledger(project, new, old) == 0
    for anchor in ("I.1.a", "I.1.a~2", "I.1.a~2.1"):
        assert words(new)[anchor] == words(old)[anchor]
    assert ledger(project, new, old, "--keep-anchors") == 0


def test_anchors_that_a_better_reading_moves_are_kept_at_their_words(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(project, FIRST + "\n\nII- NHIỆM VỤ CHUNG CỦA XÃ 1. Làm đường liên thôn.\n\n2. Làm trường học mới.")
    old = site(project, "old")
    page = (old / PAGE).read_text(encoding="utf-8")
    (old / PAGE).write_text(page.replace('id="II.2"', 'id="I.1~2"'), encoding="utf-8")
    assert settle(old, project, Ledger(), INSTANT) == []
    new = site(project, "new")
    assert ledger(project, new, old) == 1
    assert ledger(project, new, old, "--keep-anchors") == 1
    capsys.readouterr()
    new = site(project, "new")
    assert ledger(project, new, old) == 0
    assert words(new)["I.1~2"] == words(new)["II.2"] == words(old)["I.1~2"]


def test_keeping_anchors_needs_the_words_of_the_release(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(project, FIRST)
    old = site(project, "old")
    assert settle(old, project, Ledger(), INSTANT) == []
    assert ledger(project, old, old / NAME, "--keep-anchors") == 2
    assert "để so lời ở từng chỗ" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("before", "now", "found"),
    [
        ({"I.1": "1. Họp."}, {"I.1": "1. Họp bàn."}, []),
        ({"I.1~2": "1. Họp."}, {"I.1~2": "1. Họp bàn."}, []),
        ({"I.1~2": "1. Họp."}, {"I.1~2": "1. Đọc.", "I.1~3": "1. Họp."}, [Shift("I.1~2", "I.1~3")]),
        ({"2": "2. Đọc kỹ văn bản."}, {"I.2": "2. Đọc kỹ văn bản."}, [Shift("2", "I.2")]),
        ({"I": "I- MỤC ĐÍCH 1. Đọc."}, {"II": "I- MỤC ĐÍCH", "II.1": "1. Đọc."}, []),
        (
            {"I.31": "31- CTr/TU trên địa bàn huyện."},
            {"I.1": "1. Số 31-CTr/TU trên địa bàn huyện."},
            [Shift("I.31", "I.1")],
        ),
        ({"I.3": "3. Trồng cây bóng mát"}, {"I.4": "3. Trồng cây bóng mát ở trường."}, [Shift("I.3", "I.4")]),
        ({"I.3": "3. Bỏ hẳn việc này đi."}, {"I.4": "3. Trồng cây ở trường học."}, []),
    ],
)
def test_words_are_found_where_they_are_now(before: dict[str, str], now: dict[str, str], found: list[Shift]) -> None:
    assert list(shifts(before, now)) == found
