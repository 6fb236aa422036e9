"""``infopage verify`` names the faults of a copy or a live site, and names the signer only if it can know."""

import gzip
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from infopage.outputs.metadata.signing_keys import ADDRESS as KEYS
from infopage.release.addresses.age import age_line, newest
from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.proof.manifest import NAME, SIGNATURE
from infopage.release.proof.signing import sign
from tests.release.conftest import AT, Run, public
from tests.release.web import nginx

DOCUMENT = "van-ban/tinh-uy/2025-2030/05-nq-tu"


def fingerprint(key: Path) -> str:
    said = subprocess.run(["ssh-keygen", "-l", "-f", str(key)], capture_output=True, text=True, check=True).stdout
    return said.split()[1]


def test_a_whole_copy_is_proven_by_a_key_from_elsewhere(copy: Path, key: Path, infopage: Run) -> None:
    for given in (f"{key}.pub", fingerprint(key), copy / KEYS):
        code, out, _ = infopage("verify", copy, "--key", given)
        assert code == 0, out
        assert re.fullmatch(
            rf"ĐÚNG: bản sao là bản đã phát hành; \d+ tệp, ký bằng khóa {re.escape(fingerprint(key))}\.\n"
            r"Ngày mới nhất ghi trong bản này: 23/11/2026, hôm nay\.\n",
            out,
        )


def test_the_keys_of_the_project_are_trusted_too(
    released: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    from infopage.cli import main

    assert main(["--root", str(released.parent / "project"), "verify", str(released)]) == 0
    assert "ĐÚNG" in capsys.readouterr().out


def test_a_key_that_only_the_copy_itself_names_proves_nothing(copy: Path, key: Path, infopage: Run) -> None:
    code, out, _ = infopage("verify", copy)
    assert code == 1
    assert out.startswith("CHƯA CHỨNG MINH ĐƯỢC AI KÝ")
    assert fingerprint(key) in out


def test_a_forgery_signed_by_the_forgers_own_key_is_refused(
    copy: Path, key: Path, other_key: Path, infopage: Run
) -> None:
    (copy / "index.html").write_text("giả", encoding="utf-8")
    keys = (copy / KEYS).read_text(encoding="utf-8").replace(public(key), public(other_key))
    (copy / KEYS).write_text(keys, encoding="utf-8")
    sign(copy, other_key, AT)
    for given in (f"{key}.pub", fingerprint(key)):
        code, out, _ = infopage("verify", copy, "--key", given)
        assert code == 1
        assert f"lỗi: {SIGNATURE}: khóa đã ký không có trong danh sách khóa được tin" in out


Spoil = Callable[[Path], None]


def flip(file: Path) -> None:
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(content)


def foreign(copy: Path) -> None:
    (copy / "van-ban/la.html").write_text("x")


def linked(copy: Path) -> None:
    (copy / "van-ban/index.html").unlink()
    (copy / "van-ban/index.html").symlink_to(copy / "index.html")


@pytest.mark.parametrize(
    ("spoil", "fault"),
    [
        (lambda copy: flip(copy / DOCUMENT / "index.html"), f"{DOCUMENT}/index.html: nội dung đã bị sửa"),
        (lambda copy: flip(copy / f"{DOCUMENT}.pdf"), f"{DOCUMENT}.pdf: nội dung đã bị sửa"),
        (lambda copy: (copy / "robots.txt").unlink(), "robots.txt: bị thiếu"),
        (foreign, "van-ban/la.html: không có trong bản kê, là tệp lạ"),
        (linked, "van-ban/index.html: không tải được hoặc không phải tệp thường"),
        (lambda copy: (copy / SIGNATURE).unlink(), f"{SIGNATURE}: bản kê không có chữ ký"),
        (lambda copy: (copy / SIGNATURE).write_text("x"), f"{SIGNATURE}: tệp chữ ký không đúng dạng của OpenSSH"),
        (lambda copy: (copy / NAME).write_bytes(b"\xff"), f"{NAME}: bản kê hỏng"),
        (lambda copy: (copy / NAME).write_text(""), f"{SIGNATURE}: chữ ký không khớp với bản kê"),
    ],
    ids=["page", "file", "missing", "foreign", "link", "unsigned", "broken signature", "broken manifest", "emptied"],
)
def test_each_fault_of_a_copy_is_named(copy: Path, key: Path, infopage: Run, spoil: Spoil, fault: str) -> None:
    spoil(copy)
    code, out, _ = infopage("verify", copy, "--key", f"{key}.pub")
    assert code == 1
    assert f"lỗi: {fault}" in out
    assert "KHÔNG ĐÚNG" in out


def test_an_old_copy_is_checked_as_on_its_day(copy: Path, key: Path, infopage: Run, tmp_path: Path) -> None:
    keys = tmp_path / "khoa.txt"
    text = (copy / KEYS).read_text(encoding="utf-8").replace('valid-after="20261001"', 'valid-before="20261101"')
    keys.write_text(text, encoding="utf-8")
    code, out, _ = infopage("verify", copy, "--key", keys)
    assert code == 1
    assert "khóa đã ký nay hết hạn dùng" in out
    assert infopage("verify", copy, "--key", keys, "--at", "15/10/2026")[0] == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("khong-co",), "không phải thư mục, cũng không phải địa chỉ"),
        ((".", "--key", "khong-co.pub"), "không đọc được tệp khóa khong-co.pub"),
        ((".", "--at", "hôm qua"), "“hôm qua” không phải ngày"),
        ((".",), f"không có {NAME}"),
        (("http://127.0.0.1:9/",), "không tải được http://127.0.0.1:9/MANIFEST.sha256"),
    ],
)
def test_what_cannot_be_checked_is_said_in_one_line(
    infopage: Run, arguments: tuple[str, ...], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("infopage.release.reading.copies.time.sleep", lambda seconds: None)
    code, out, err = infopage("verify", *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert err.count("\n") == 1


def test_a_release_on_the_server_is_right_with_what_was_carried_over_and_with_nothing_else(
    copy: Path, key: Path, infopage: Run, tmp_path: Path
) -> None:
    kept = tmp_path / "releases"
    before, current = (Path(shutil.copytree(copy, kept / name)) for name in ("0" * 16, "1" * 16))
    style = "assets/site.0a1b2c3d.css"
    (before / style).write_text("của bản trước", encoding="utf-8")
    sign(before, key, AT)
    shutil.copy(before / style, current / style)
    (kept.parent / "current").symlink_to(current)
    for place in (current, kept.parent / "current"):
        code, out, _ = infopage("verify", place, "--key", f"{key}.pub")
        assert code == 0, out
    strange = ("assets/la.0a1b2c3d.js", "cai-dat.php", style)
    for name in strange:
        (current / name).write_text("lạ", encoding="utf-8")
    code, out, _ = infopage("verify", current, "--key", f"{key}.pub")
    assert (code, out.count("không có trong bản kê, là tệp lạ")) == (1, 3)
    for name in strange[:2]:
        (current / name).unlink()
    shutil.copy(before / style, current / style)
    (before / SIGNATURE).write_bytes((current / SIGNATURE).read_bytes())
    code, out, _ = infopage("verify", current, "--key", f"{key}.pub")
    assert (code, f"{style}: không có trong bản kê" in out) == (1, True)


def test_compressed_forms_on_the_server_are_held_against_their_texts(copy: Path, key: Path, infopage: Run) -> None:
    texts = [file for file in sorted(copy.rglob("*.html")) if file.is_file()][:6]
    forms = [text.with_name(f"{text.name}.gz") for text in texts]
    for text, form in zip(texts, forms, strict=True):
        form.write_bytes(gzip.compress(text.read_bytes(), mtime=0))
    code, out, _ = infopage("verify", copy, "--key", f"{key}.pub")
    assert code == 0, out
    long = texts[0].read_bytes() * 2
    spoilt = (b"", b"?", gzip.compress("lạ".encode()), gzip.compress(long), gzip.compress(texts[4].read_bytes())[:-9])
    for form, content in zip(forms, spoilt, strict=False):
        form.write_bytes(content)
    forms[5].unlink()
    forms[5].symlink_to(texts[5])
    (copy / "la.html.gz").write_bytes(b"")
    code, out, _ = infopage("verify", copy, "--key", f"{key}.pub")
    assert code == 1
    names = [form.relative_to(copy).as_posix() for form in forms]
    assert [name for name in names if f"{name}: bản nén không phải của tệp gốc cùng tên" not in out] == []
    assert out.count("bản nén") == 2 * len(names)
    assert "la.html.gz: không có trong bản kê, là tệp lạ" in out


def test_an_old_release_played_again_is_told(copy: Path, key: Path, infopage: Run, tmp_path: Path) -> None:
    known = tmp_path / "so.txt"
    ledger = (copy / LEDGER).read_text(encoding="utf-8")
    known.write_text(f"{ledger}zz/\t2026-11-29\ttrang\t\n", encoding="utf-8")
    code, out, _ = infopage("verify", copy, "--key", f"{key}.pub", "--known", known)
    assert code == 1
    assert "thiếu 1 địa chỉ đã công bố, như “zz/”" in out
    known.write_text(ledger, encoding="utf-8")
    assert infopage("verify", copy, "--key", f"{key}.pub", "--known", known)[0] == 0


def test_what_was_let_out_last_from_here_is_the_floor_of_the_live_site(
    copy: Path, key: Path, infopage: Run, tmp_path: Path
) -> None:
    record = tmp_path / "empty" / "build" / LEDGER
    record.parent.mkdir()
    ledger = (copy / LEDGER).read_text(encoding="utf-8")
    record.write_text(f"{ledger}zz/\t2026-11-29\ttrang\t\n", encoding="utf-8")
    with nginx(copy, tmp_path / "nginx") as address:
        code, out, _ = infopage("verify", address, "--key", f"{key}.pub")
        assert (code, "bản cũ được phát lại" in out) == (1, True)
    # A folder is not compared with the known ledger, because a copy may rightly be old.
    assert infopage("verify", copy, "--key", f"{key}.pub")[0] == 0


def test_a_release_tells_how_old_it_is() -> None:
    texts = {
        "sitemap.xml": "<lastmod>2026-10-02</lastmod><lastmod>2026-99-99</lastmod>",
        LEDGER: "a/\t2026-10-01\ttrang\t\n",
    }
    assert newest(texts) == date(2026, 10, 2)
    assert newest({}) is None
    assert age_line(date(2026, 10, 2), date(2026, 10, 9)).endswith(": 02/10/2026, cách đây 7 ngày.")


def test_a_private_key_is_not_taken_for_what_one_trusts(copy: Path, key: Path, infopage: Run) -> None:
    code, _, err = infopage("verify", copy, "--key", key)
    assert code == 2
    assert "là khóa bí mật" in err


class TestLive:
    """Verification of a site on a real nginx, which answers 410 for removed items."""

    @pytest.fixture
    def address(self, copy: Path, tmp_path: Path) -> Iterator[str]:
        with nginx(copy, tmp_path / "nginx") as address:
            yield address

    def test_a_live_release_is_proven(self, address: str, key: Path, infopage: Run) -> None:
        code, out, err = infopage("verify", address, "--key", f"{key}.pub")
        assert code == 0, out + err
        assert out.startswith("ĐÚNG: trang đang chạy là bản đã phát hành")

    def test_each_fault_of_a_live_site_is_named(self, address: str, copy: Path, key: Path, infopage: Run) -> None:
        flip(copy / DOCUMENT / "index.html")
        flip(copy / "tin-tuc/2026/da-het-han/410.html")
        (copy / "robots.txt").unlink()
        code, out, _ = infopage("verify", address, "--key", f"{key}.pub")
        assert code == 1
        assert out.splitlines()[:-2] == [
            "lỗi: robots.txt: bị thiếu",
            "lỗi: tin-tuc/2026/da-het-han/410.html: nội dung đã bị sửa",
            f"lỗi: {DOCUMENT}/index.html: nội dung đã bị sửa",
        ]

    def test_no_request_is_made_twice(self, address: str, copy: Path, key: Path, infopage: Run, tmp_path: Path) -> None:
        infopage("verify", address, "--key", f"{key}.pub")
        asked = re.findall(r'"GET (\S+) ', (tmp_path / "nginx/access.log").read_text())
        assert len(asked) == len(set(asked)) == len((copy / NAME).read_text().splitlines()) + 2
