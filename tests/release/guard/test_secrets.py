"""Keys, passwords and telephone numbers are found in all spellings and kinds of file; text about them passes."""

import json
from html import escape
from pathlib import Path

import pytest

from infopage.release.guard.files import Guard
from tests.release.guard.leaks import HEADER
from tests.release.guard.made import pdf, word
from tests.release.guard.secrets import KEYS, PASSWORDS, PHONES

INNOCENT = (Path(__file__).parent / "innocent_secrets.txt").read_text(encoding="utf-8").splitlines()


def files_of(text: str) -> dict[str, bytes]:
    """Return files of several kinds that contain a text, by path."""
    return {
        "docs/tin-tuc/2026/a.md": f"{HEADER}Đầu.\n\n{text}\n\nCuối.\n".encode(),
        "docs/a/a.txt": text.encode(),
        "docs/a/a.csv": f"ghi chú\n{text}\n".encode(),
        "docs/a/a.json": json.dumps({"ghi_chu": text}, ensure_ascii=False).encode(),
        "docs/a/a.html": f"<p>{escape(text)}</p>".encode(),
        "docs/a/a.docx": word(escape(text)),
        "docs/a/a.pdf": pdf(text.replace("\u200b", "")),
    }


def found_in(guard: Guard, text: str) -> dict[str, set[str]]:
    """Return the rules that a text breaks in each kind of file."""
    return {path: {one.rule for one in guard.check(path, data)} for path, data in files_of(text).items()}


@pytest.mark.parametrize("name", [*KEYS, *PASSWORDS])
def test_a_key_or_password_is_stopped_in_every_kind_of_file(guard: Guard, name: str) -> None:
    text = KEYS.get(name) or PASSWORDS[name]
    assert {path: rules for path, rules in found_in(guard, text).items() if "khoa-bi-mat" not in rules} == {}


@pytest.mark.parametrize("text", PHONES)
def test_a_telephone_is_told_in_every_spelling(guard: Guard, text: str) -> None:
    assert set(map(frozenset, found_in(guard, f"Anh Ba {text}").values())) == {frozenset(["so-ca-nhan"])}


@pytest.mark.parametrize("text", INNOCENT)
def test_talk_about_passwords_and_numbers_of_offices_pass(guard: Guard, text: str) -> None:
    assert {path: rules for path, rules in found_in(guard, text).items() if rules} == {}


@pytest.mark.parametrize(
    ("path", "content"),
    [
        ("a.md", f"{HEADER}| Tài khoản | Mật khẩu |\n|---|---|\n| vanthu | Abc1234x |\n"),
        ("a.csv", "Tài khoản,Mật khẩu\nvanthu,Abc1234x\n"),
        ("a.json", '{"tai_khoan": "vanthu", "mat_khau": "Abc1234x"}'),
        ("a.yml", "tai_khoan: vanthu\nmat_khau: Abc1234x\n"),
        ("a.html", "<table><tr><th>Mật khẩu</th><td>Abc1234x</td></tr></table>"),
        ("a.txt", "Mật khẩu:\nAbc1234x\n"),
    ],
)
def test_a_password_in_the_next_cell_or_line_is_stopped(guard: Guard, path: str, content: str) -> None:
    assert "khoa-bi-mat" in {one.rule for one in guard.check(f"docs/a/{path}", content.encode())}


def test_there_are_enough_of_each_kind() -> None:
    assert len(KEYS) >= 40
    assert len(PASSWORDS) >= 40
    assert len(PHONES) >= 40
    assert len(INNOCENT) >= 60
