"""`clean` works on PDF files of all usual programs: the result names nobody, passes the guard, and looks the same.

The guard is the checks before publication.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from infopage.release.guard.cleaning import clean_bytes
from infopage.release.guard.files import Guard
from tests.release.guard import producers
from tests.release.guard.test_cleaning import said
from tests.support import sampled

EACH = 4
"""The number of PDF files that each program makes."""


def cleans(guard: Guard, files: Iterable[bytes]) -> None:
    """Assert that each file, once cleaned, passes the guard, names no author, and has the same text as before."""
    count = 0
    for data in files:
        count += 1
        cleaned, _ = clean_bytes(data)
        assert [str(one) for one in guard.check("docs/a.pdf", cleaned)] == []
        assert said(cleaned) == said(data)
        assert said(data).strip()
        assert producers.AUTHOR.encode("utf-16-be") not in cleaned
        assert clean_bytes(cleaned) == (cleaned, [])
    assert count == EACH


def test_files_of_pikepdf_come_out_clean(guard: Guard) -> None:
    cleans(guard, producers.of_pikepdf())


def test_files_of_chromium_come_out_clean(guard: Guard, browser: Browser) -> None:
    cleans(guard, producers.of_chromium(browser))


@pytest.mark.thorough
def test_files_of_libreoffice_come_out_clean(guard: Guard, tmp_path: Path) -> None:
    cleans(guard, producers.of_libreoffice(tmp_path))


@pytest.mark.thorough
def test_files_of_reportlab_come_out_clean(guard: Guard, tmp_path: Path) -> None:
    cleans(guard, producers.of_reportlab(tmp_path))


@pytest.mark.thorough
def test_files_of_ghostscript_come_out_clean(guard: Guard, tmp_path: Path, browser: Browser) -> None:
    cleans(guard, producers.of_ghostscript(tmp_path, next(producers.of_chromium(browser))))


LETTERS = "TUYỆT MẬT".replace(" ", "")
TURNED = {
    "whole-90": "<p style='transform:rotate(90deg);margin:300px'>TUYỆT MẬT</p>",
    "whole-45": "<p style='transform:rotate(-45deg);margin:300px'>TUYỆT MẬT</p>",
    "upside-down": "<p style='transform:rotate(180deg);margin:300px'>TUYỆT MẬT</p>",
    "column": "".join(f"<div style='text-align:center'>{one}</div>" for one in LETTERS),
    "vertical": "<p style='writing-mode:vertical-rl'>TUYỆT MẬT</p>",
    "upright": "<p style='writing-mode:vertical-rl;text-orientation:upright'>TUYỆT MẬT</p>",
    "letters-90": "".join(f"<div style='transform:rotate(90deg);width:20px'>{one}</div>" for one in LETTERS),
    "letters-45": "".join(
        f"<b style='position:absolute;left:{60 + 30 * n}px;top:{500 - 30 * n}px;transform:rotate(-45deg)'>{one}</b>"
        for n, one in enumerate(LETTERS)
    ),
    "letters-180": "".join(
        f"<b style='position:absolute;left:{500 - 30 * n}px;top:300px;transform:rotate(180deg)'>{one}</b>"
        for n, one in enumerate(LETTERS)
    ),
    "arc": "".join(
        f"<b style='position:absolute;left:{60 + 30 * n}px;top:{300 - 8 * n}px;transform:rotate({-5 * n}deg)'>{one}</b>"
        for n, one in enumerate(LETTERS)
    ),
    "pale-and-large": "<p style='font-size:120px;color:#eee;opacity:.05;transform:rotate(-45deg)'>TUYỆT MẬT</p>",
    "outlined": "<p style='font-size:90px;color:transparent;-webkit-text-stroke:1px #eee'>TUYỆT MẬT</p>",
    "spaced": "<p style='letter-spacing:40px'>TUYỆT MẬT</p>",
    "tiny": "<p style='font-size:1px'>TUYỆT MẬT</p>",
    "under-a-box": "<p>TUYỆT MẬT</p><div style='background:#fff;height:60px;margin-top:-50px'></div>",
}


@pytest.mark.parametrize("how", sampled(TURNED, 4))
def test_a_stamp_is_found_however_a_page_is_printed_with_it(guard: Guard, browser: Browser, how: str) -> None:
    page = browser.new_page()
    page.set_content(f"<!doctype html><meta charset=utf-8><body><p>Kính gửi các chi bộ</p>{TURNED[how]}<p>Nơi nhận</p>")
    data = page.pdf()
    page.close()
    assert "dau-mat" in {one.rule for one in guard.check("docs/a.pdf", data)}
