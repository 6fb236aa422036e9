"""The publishing commands, as users run them."""

import shutil
from pathlib import Path

import pytest

from infopage.cli import main
from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.proof.manifest import NAME, SIGNATURE
from tests.release.conftest import Run
from tests.release.web import nginx


def test_the_ledger_of_the_last_release_is_taken_from_a_file_a_folder_or_the_live_site(
    copy: Path, released: Path, infopage: Run, tmp_path: Path
) -> None:
    with nginx(released, tmp_path / "nginx") as address:
        for place in (released / LEDGER, released, address, address.rstrip("/")):
            (copy / LEDGER).unlink()
            code, out, err = infopage("ledger", copy, "--previous", place)
            assert (code, out, err) == (0, "Không mất địa chỉ nào.\n", "")
            assert (copy / LEDGER).read_bytes() == (released / LEDGER).read_bytes()


def test_a_lost_address_is_told_and_nothing_is_written(copy: Path, released: Path, infopage: Run) -> None:
    shutil.rmtree(copy / "tin-tuc/2026/hoi-nghi")
    (copy / LEDGER).unlink()
    code, out, _ = infopage("ledger", copy, "--previous", released)
    assert code == 1
    assert out.startswith("lỗi: không còn trang ở “tin-tuc/2026/hoi-nghi/” (công bố từ ngày 23/11/2026)")
    assert out.endswith("\n1 địa chỉ bị mất; chưa phát hành gì.\n")
    assert not (copy / LEDGER).exists()


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("ledger", "copy"), "hãy ghi thư mục trang và --previous"),
        (("ledger", "copy", "--first", "--previous", "copy"), "hãy ghi thư mục trang và --previous"),
        (("ledger", "copy", "--previous", "khong-co"), "khong-co: không phải thư mục, cũng không phải địa chỉ"),
        (
            ("ledger", "copy", "--previous", "empty"),
            f"empty không có {LEDGER}; lần phát hành đầu tiên thì dùng --first",
        ),
        (("ledger", "copy", "--previous", "copy/index.html"), "không phải sổ địa chỉ; hãy dựng lại sổ"),
        (("ledger", "empty", "--first"), "không phải trang đã dựng"),
        (("ledger", "--rebuild", "empty"), "không phải trang đã dựng"),
        (("sign", "copy", "--key", "khong-co"), "không có tệp khóa khong-co"),
        (("package", "empty", "--output", "x.zip"), "không phải trang đã dựng"),
    ],
)
def test_a_command_that_cannot_run_says_why_in_one_line(
    copy: Path, infopage: Run, arguments: tuple[str, ...], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(copy.parent)
    code, out, err = infopage(*arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_a_ledger_is_rebuilt_from_the_releases_kept(copy: Path, released: Path, infopage: Run, tmp_path: Path) -> None:
    (copy / LEDGER).unlink()
    code, _, _ = infopage("ledger", "--rebuild", copy, "--output", tmp_path / "so.txt")
    assert code == 0
    assert (tmp_path / "so.txt").read_bytes() == (released / LEDGER).read_bytes()


def test_signing_says_what_was_signed(copy: Path, released: Path, key: Path, infopage: Run) -> None:
    for name in (NAME, SIGNATURE):
        (copy / name).unlink()
    code, out, _ = infopage("sign", copy, "--key", key)
    assert code == 0
    assert out.startswith(f"{copy / SIGNATURE}: đã ký {len((copy / NAME).read_text().splitlines())} tệp, mã bản ")
    assert (copy / SIGNATURE).read_bytes() == (released / SIGNATURE).read_bytes()


@pytest.mark.parametrize(
    ("spoil", "words"),
    [
        (LEDGER, f"{LEDGER} đã bị sửa sau khi ký"),
        (NAME, "chữ ký không khớp với bản kê"),
        (SIGNATURE, "tệp chữ ký không đúng dạng"),
    ],
)
def test_a_ledger_that_our_own_keys_did_not_sign_is_not_believed(
    copy: Path, released: Path, capsys: pytest.CaptureFixture[str], spoil: str, words: str
) -> None:
    project = released.parent / "project"
    assert main(["--root", str(project), "ledger", str(copy), "--previous", str(released)]) == 0
    lines = (copy / spoil).read_text(encoding="utf-8").splitlines(keepends=True)
    (copy / spoil).write_text("".join(lines[:1] + lines[3:]), encoding="utf-8")
    site = shutil.copytree(released, copy.parent / "site")
    assert main(["--root", str(project), "ledger", str(site), "--previous", str(copy)]) == 2
    assert words in capsys.readouterr().err


def test_keys_that_cannot_be_read_are_said_so_and_nothing_goes_on_without_them(
    released: Path, copy: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(released.parent / "project/data", tmp_path / "project/data")
    (tmp_path / "project/data/khoa-ky.yml").write_text("- ma: [\n", encoding="utf-8")
    assert main(["--root", str(tmp_path / "project"), "ledger", str(copy), "--previous", str(released)]) == 2
    assert "các danh mục trong data/ có lỗi" in capsys.readouterr().err
