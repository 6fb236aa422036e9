"""A published file of a type that may no longer be attached is answered with 410 (gone) in every later release."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from infopage.release.addresses.answers import Addresses, AddressKind
from infopage.release.addresses.ledger import NAME, Ledger
from infopage.release.addresses.permanence import forbid, previous_of, settle
from tests.release.conftest import Run

DAY = datetime(2026, 11, 23, tzinfo=UTC)
LATER = datetime(2026, 12, 23, tzinfo=UTC)
BEFORE = ("tin/trang.html", "tin/ma.js", "tin/goi.zip", "tin/bai.pdf", "Trang cũ.php")


def made(folder: Path, *files: str) -> Path:
    """Return a small site whose home page links to these files."""
    links = "".join(f'<a href="{name}">x</a>' for name in files)
    for name, text in {"index.html": f"<p data-prose>{links}</p>", **dict.fromkeys(files, "<p>a</p>")}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


@pytest.fixture
def previous(tmp_path: Path) -> Ledger:
    """Return the ledger of a release made when any file could be attached."""
    site = made(tmp_path / "first", *BEFORE)
    assert settle(site, tmp_path, Ledger(), DAY) == []
    return ledger_of(site)


def ledger_of(site: Path) -> Ledger:
    return previous_of((site / NAME).read_text(encoding="utf-8"))


def test_the_files_are_gone_and_stay_gone_in_the_releases_after(previous: Ledger, tmp_path: Path) -> None:
    second = made(tmp_path / "second", "tin/bai.pdf")
    told = settle(second, tmp_path, previous, LATER)
    assert ["infopage ledger --forbid" in one for one in told] == [True] * 3
    assert forbid(second, previous) == ["Trang cũ.php", "tin/goi.zip", "tin/ma.js", "tin/trang.html"]
    assert settle(second, tmp_path, previous, LATER) == []
    third = made(tmp_path / "third", "tin/bai.pdf")
    assert settle(third, tmp_path, ledger_of(second), LATER) == []
    for site in (second, third):
        assert "không còn được đăng" in (site / "tin/trang.html/410.html").read_text(encoding="utf-8")
        assert 'href="../../"' in (site / "tin/goi.zip/410.html").read_text(encoding="utf-8")
        entries = ledger_of(site).entries
        assert {address for address, one in entries.items() if one.kind is AddressKind.FORBIDDEN} == {
            "Trang cũ.php", "tin/goi.zip", "tin/ma.js", "tin/trang.html",
        }  # fmt: skip
        assert {one.since for one in entries.values()} == {DAY.date()}
        assert Addresses.of_folder(site).gone >= {"tin/trang.html", "Trang cũ.php"}


def test_a_page_that_was_attached_blocks_no_release_when_it_goes(previous: Ledger, tmp_path: Path) -> None:
    for number in (2, 3):
        site = made(tmp_path / str(number), *(name for name in BEFORE if not name.endswith(".html")))
        assert settle(site, tmp_path, previous, LATER) == []
        assert (site / "tin/trang.html/index.html").is_file()
        assert Addresses.of_folder(site).end_of("tin/trang.html") == ""
        previous = ledger_of(site)


def test_what_may_be_attached_is_lost_as_before_and_nothing_is_forbidden(previous: Ledger, tmp_path: Path) -> None:
    site = made(tmp_path / "second", *(name for name in BEFORE if not name.endswith(".pdf")))
    assert forbid(site, previous) == []
    (told,) = settle(site, tmp_path, previous, LATER)
    assert "không còn tệp ở “tin/bai.pdf”" in told
    assert "--forbid" not in told


def test_the_command_lists_what_it_forbids(previous: Ledger, infopage: Run, tmp_path: Path) -> None:
    site, ledger = made(tmp_path / "second", "tin/bai.pdf"), tmp_path / NAME
    ledger.write_text(str(previous), encoding="utf-8")
    code, _, _ = infopage("ledger", site, "--previous", ledger)
    assert code == 1
    code, said, _ = infopage("ledger", site, "--previous", ledger, "--forbid")
    assert (code, said.split("\n")) == (
        0,
        [
            *(
                f"“{name}”: loại tệp này không được đăng nữa, địa chỉ trả lời 410"
                for name in ("Trang cũ.php", "tin/goi.zip", "tin/ma.js", "tin/trang.html")
            ),
            "4 địa chỉ trả lời 410.",
            "Không mất địa chỉ nào.",
            "",
        ],
    )
    assert infopage("ledger", site, "--previous", ledger)[0] == 0
