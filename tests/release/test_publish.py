"""A release is published completely or not at all, whatever fails on the way, and the next one succeeds."""

import hashlib
import os
import re
import shutil
import subprocess
import time
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from infopage.content.first_published import FirstPublished
from infopage.content.first_published_file import NAME as FIRSTS
from infopage.language.dates import HANOI
from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.publishing.outside import wrong_answers
from tests.release.lab import SCRIPT, Lab, Line, make_key, make_site
from tests.sites import tree

LIGHT, WEIGHT = 6_400, 400_000
"""Bytes of filler in a site: a little, and enough that the upload takes a while."""
HOUR = timedelta(hours=1)


@pytest.fixture
def first(lab: Lab, tmp_path: Path) -> Path:
    """Return the folder of the site that the public sees."""
    site = make_site(tmp_path / "site-a", "a", weight=LIGHT)
    lab.published(site)
    return site


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """Return the folder of a site that will replace that of ``first``."""
    return make_site(tmp_path / "site-b", "b", weight=LIGHT)


@pytest.fixture
def heavy(tmp_path: Path) -> Path:
    """Return the folder of a site whose upload takes a while."""
    return make_site(tmp_path / "heavy", "b", weight=WEIGHT)


def _rewrite(site: Path, name: str, text: str) -> None:
    """Change a file of a built site and remove its manifest, as a new build does."""
    (site / name).write_text(text, "utf-8")
    (site / "MANIFEST.sha256").unlink()


def _refused(ran: subprocess.CompletedProcess[str], message: str) -> None:
    assert ran.returncode == 1
    assert "Traceback" not in ran.stderr
    lines = [line for line in ran.stderr.splitlines() if line.startswith("infopage: ")]
    assert len(lines) == 1
    assert message in lines[0]


def _nothing_changed(lab: Lab, ran: subprocess.CompletedProcess[str], live: Path, message: str) -> None:
    _refused(ran, message)
    assert "Trang đang hiển thị không bị đổi." in ran.stderr
    assert lab.shows(live)


# ---- Success


def test_a_server_forgets_all_releases_but_the_one_shown_and_what_they_left_in_it(
    lab: Lab, first: Path, second: Path
) -> None:
    lab.published(second)
    left = [name for name in tree(first) if name.startswith("assets/")]
    assert all((lab.served / "current" / name).is_file() for name in left)
    asked = subprocess.run(
        [SCRIPT, lab.served, "forget"], env={"PATH": os.environ["PATH"], "SSH_ORIGINAL_COMMAND": "forget",
        "SSH_CONNECTION": "x"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (asked.returncode, asked.stderr) == (1, "lỗi: lệnh này chỉ chạy trên chính máy chủ\n")
    subprocess.run([SCRIPT, lab.served, "forget"], env={"PATH": os.environ["PATH"]}, check=True)
    assert [one.name for one in (lab.served / "releases").iterdir()] == [(lab.served / "current").resolve().name]
    assert lab.shows(second)
    held = {name.removesuffix(".gz") for name in tree(lab.served / "current") if not name.startswith("MANIFEST.sha256")}
    assert held == {name for name in tree(second) if not name.startswith("MANIFEST.sha256")}
    lab.published(first)


def test_a_site_that_was_built_without_what_the_last_release_told_is_refused(
    lab: Lab, first: Path, second: Path
) -> None:
    _rewrite(first, "index.html", (first / "index.html").read_text("utf-8") + " ")
    at = datetime(2026, 11, 30, 8, tzinfo=HANOI)
    (first / FIRSTS).write_text(str(FirstPublished({"tin": at})), "utf-8")
    lab.published(first)
    told = "theo sổ lần đăng đầu của bản đang hiển thị; hãy chạy scripts/infopage fetch, scripts/site rồi chạy lại"
    _refused(lab.publish(second), "trang đã dựng có lỗi")
    assert told in lab.publish(second).stderr
    (second / FIRSTS).write_text(str(FirstPublished({"tin": at, "tin-moi": at - HOUR})), "utf-8")
    assert told in lab.publish(second).stderr
    assert lab.shows(first)
    (second / FIRSTS).write_text(str(FirstPublished({"tin": at, "tin-moi": at + HOUR})), "utf-8")
    lab.published(second)


def test_a_release_is_shown_and_told(lab: Lab, first: Path, second: Path) -> None:
    told = lab.publish(second, "--dry-run")
    assert told.returncode == 0
    assert lab.shows(first)
    done = lab.publish(second)
    assert lab.shows(second)
    assert done.stdout.startswith(told.stdout.partition("\n")[2])
    assert "  ~ /trang/1/  Trang 1\n" in told.stdout
    assert "Tệp khác: 2 mới, 10 đổi, 2 bỏ\n" in told.stdout


def test_the_same_site_again_changes_nothing(lab: Lab, first: Path) -> None:
    ran = lab.publish(first)
    assert ran.returncode == 0
    assert "Không có gì đổi" in ran.stdout
    assert lab.shows(first)


def test_unchanged_files_are_the_same_and_changed_ones_never_look_the_same(lab: Lab, first: Path) -> None:
    tags = {name: lab.get(name)[1]["etag"] for name in ("", "trang/1/")}
    # Pages of equal size, written almost at the same time, so that size and time do not show the change.
    for text in ("<p>1</p>", "<p>2</p>", "<p>3</p>"):
        _rewrite(first, "index.html", text)
        lab.published(first)
        status, headers, body = lab.get("", If_None_Match=tags[""])
        assert (status, body.decode()) == (200, text)
        assert lab.get("", If_Modified_Since=headers["last-modified"])[0] == 304
        assert lab.get("trang/1/", If_None_Match=tags["trang/1/"])[0] == 304
        tags[""] = headers["etag"]
    current = lab.served / "current"
    assert (current / "trang/1/index.html").stat().st_nlink == 4
    assert (current / "van-ban/1.txt").stat().st_nlink == 4


def test_a_clock_that_was_set_back_makes_no_file_look_unchanged(lab: Lab, first: Path) -> None:
    tag = lab.get("")[1]["etag"]
    clock = lab.folder / "bin" / "date"
    clock.parent.mkdir()
    clock.write_text("#!/bin/sh\necho 1000000000\n", "utf-8")
    clock.chmod(0o755)
    _wrapped(lab, before=f"PATH={clock.parent}:$PATH")
    page = (first / "index.html").read_text("utf-8")
    for text in ("<p>1</p>", "<p>2</p>"):
        _rewrite(first, "index.html", page[: -len(text)] + text)
        lab.published(first)
        status, headers, _ = lab.get("", If_None_Match=tag)
        assert status == 200
        tag = headers["etag"]


def test_a_long_upload_says_how_far_it_is(lab: Lab, heavy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infopage.progress.followed.A_MINUTE", 0)
    ran = _over(lab, Line(lab.ssh_port), heavy)
    assert re.search(r"^Gửi bản phát hành: \d+ %", ran.stderr, re.MULTILINE), ran.stderr
    assert re.search(r"^Gửi bản phát hành: \d+,\d giây$", ran.stderr, re.MULTILINE), ran.stderr


def test_what_only_the_builder_may_read_is_readable_on_the_server(lab: Lab, first: Path) -> None:
    (first / "trang").chmod(0o700)
    _rewrite(first, "index.html", "<p>mới</p>")
    (first / "index.html").chmod(0o600)
    lab.published(first)
    assert (lab.served / "current" / "index.html").stat().st_mode & 0o777 == 0o644
    assert (lab.served / "current" / "trang").stat().st_mode & 0o777 == 0o755


def test_rollback_shows_the_one_before_and_publishing_goes_on(lab: Lab, first: Path, second: Path) -> None:
    lab.published(second)
    back = lab.command("rollback", "--patience", "0")
    assert back.returncode == 0, back.stderr
    assert lab.shows(first)
    _refused(lab.command("rollback"), "trước bản này không có bản nào")
    assert lab.shows(first)
    lab.published(second)
    kept = lab.command("releases").stdout.splitlines()
    assert [re.sub(r"^\S{16}  \S+ \S+", "", line) for line in kept] == ["  đang hiển thị", ""]
    assert lab.command("rollback", kept[1][:16]).returncode == 0
    assert lab.shows(first)
    _refused(lab.command("rollback", "0" * 16), "máy chủ không còn giữ bản 0000000000000000")


def test_a_release_that_spoilt_on_the_server_is_not_gone_back_to(lab: Lab, first: Path, second: Path) -> None:
    lab.published(second)
    lab.published(make_site(first.parent / "site-c", "c"))
    whole, spoilt = (_release(lab, site) for site in (second, first))
    told = f"bản {spoilt} đã hỏng; hãy chọn mã khác trong infopage releases, hoặc thêm --force"
    kept = lab.served / "releases" / spoilt
    page, manifest = kept / "trang" / "1" / "index.html", kept / "MANIFEST.sha256"
    for file, change, words in (
        (page, lambda: page.write_text("sửa", "utf-8"), "trang/1/index.html: tệp trên máy chủ khác bản kê"),
        (page, page.unlink, "trang/1/index.html: tệp trên máy chủ không khớp bản kê"),
        (manifest, lambda: manifest.write_text("x", "utf-8"), "không nguyên vẹn"),
        (manifest, manifest.unlink, ""),
    ):
        before = file.read_bytes()
        change()
        ran = lab.command("rollback", spoilt)
        _refused(ran, words)
        assert told in ran.stderr or not manifest.exists()
        assert lab.shows(first.parent / "site-c")
        file.unlink(missing_ok=True)
        file.write_bytes(before)
    (kept / "assets" / "cu.css").touch()  # a file kept for readers of an older release, which was removed since
    assert lab.command("rollback", spoilt, "--patience", "0").returncode == 0
    assert not (kept / "assets" / "cu.css").exists()
    assert lab.command("rollback", whole, "--patience", "0").returncode == 0
    page.write_text("sửa", "utf-8")
    assert lab.command("rollback", spoilt, "--force", "--patience", "0").returncode == 0
    assert (lab.served / "current").readlink().name == spoilt
    manifest.unlink()
    lab.command("rollback", whole)
    _refused(lab.command("rollback", spoilt, "--force"), "")
    lab.published(second)


def _release(lab: Lab, site: Path) -> str:
    return hashlib.sha256((site / "MANIFEST.sha256").read_bytes()).hexdigest()[:16]


def test_after_a_rollback_the_bad_release_is_not_the_one_before(lab: Lab, first: Path, second: Path) -> None:
    lab.published(second)
    assert lab.command("rollback").returncode == 0
    lab.published(make_site(first.parent / "site-c", "c"))
    assert lab.command("rollback").returncode == 0
    assert lab.shows(first)


def test_styles_of_every_kept_release_are_served(lab: Lab, first: Path, second: Path) -> None:
    styles = [path.relative_to(site).as_posix() for site in (first, second) for path in site.glob("assets/*")]
    lab.published(second)
    assert [lab.get(name)[0] for name in styles] == [200] * 4
    assert lab.command("rollback").returncode == 0
    assert [lab.get(name)[0] for name in styles] == [200] * 4


def test_old_releases_go_and_take_their_styles_along(lab: Lab, tmp_path: Path) -> None:
    script = lab.folder / "tham-sau-server"
    script.write_text(re.sub(r"(?m)^keep=\d+", "keep=2", SCRIPT.read_text("utf-8")), "utf-8")
    lab.allow(f"sh {script} {lab.served}")
    for number in range(4):
        lab.published(make_site(tmp_path / str(number), f"bản {number}", pages=1))
    assert len(lab.command("releases").stdout.splitlines()) == 2
    # Two files of this release, and two kept from the release before.
    assert len(list((lab.served / "current" / "assets").iterdir())) == 2 * 2
    assert list((lab.served / "incoming").iterdir()) == []
    assert lab.shows(tmp_path / "3")


def test_what_broke_on_the_servers_disk_is_mended_by_publishing_again(lab: Lab, first: Path) -> None:
    page = lab.served / "current" / "trang" / "1" / "index.html"
    page.write_bytes(page.read_bytes().replace(b"a</p>", b"!</p>"))
    (lab.served / "current" / "trang" / "2" / "index.html").unlink()
    assert not _whole(lab, first)
    assert lab.publish(first).returncode == 0
    assert lab.shows(first)


def _whole(lab: Lab, site: Path) -> bool:
    try:
        return lab.shows(site)
    except FileNotFoundError:
        return False


# ---- Failures before anything is sent


def test_a_folder_that_is_no_built_site_is_refused(lab: Lab, tmp_path: Path) -> None:
    _refused(lab.publish(tmp_path), "không phải trang đã dựng")


def test_a_page_that_the_policy_would_break_is_refused(lab: Lab, second: Path) -> None:
    (second / "trang" / "1" / "index.html").write_text("<script>a()</script>", "utf-8")
    ran = lab.publish(second)
    _refused(ran, "trang đã dựng có lỗi")
    assert "trang/1/index.html, dòng 1: có mã script viết ngay trong trang" in ran.stderr


def test_a_file_that_browsers_keep_must_be_named_by_its_content(lab: Lab, second: Path) -> None:
    (second / "assets" / "them.css").write_text("", "utf-8")
    ran = lab.publish(second)
    _refused(ran, "trang đã dựng có lỗi")
    assert "assets/them.css: tên tệp trong assets/ phải có mã theo nội dung" in ran.stderr


def test_a_file_changed_after_its_manifest_is_refused(lab: Lab, first: Path) -> None:
    (first / "MANIFEST.sha256").write_text(f"{'0' * 64}  index.html\n", "utf-8")
    _refused(lab.publish(first), "404.html đã đổi sau khi lập bản kê")


MISSING: dict[str, dict[str, str]] = {
    "chưa biết máy chủ nào": {"INFOPAGE_SERVER": ""},
    "không phải địa chỉ máy chủ": {"INFOPAGE_SERVER": "-oProxyCommand=x"},
    "không có tệp khóa SSH /khong/co": {"INFOPAGE_KEY": "/khong/co"},
    "không có tệp known_hosts /khong/co": {"INFOPAGE_KNOWN_HOSTS": "/khong/co"},
    "không phải địa chỉ của trang": {"INFOPAGE_URL": "tinh.vn"},
    "máy này chưa có ssh": {"PATH": "/khong/co"},
    "máy chủ không nhận kết nối SSH ở cổng này": {"INFOPAGE_SERVER": "127.0.0.1:1"},
    "không tìm thấy máy chủ theo tên này": {"INFOPAGE_SERVER": "khong-co.invalid"},
}


def test_what_is_missing_is_named(lab: Lab, second: Path) -> None:
    for message, variables in MISSING.items():
        _refused(lab.publish(second, **variables), message)


def test_a_wrong_key_is_named(lab: Lab, first: Path, second: Path) -> None:
    make_key(lab.folder / "other")
    ran = lab.publish(second, INFOPAGE_KEY=str(lab.folder / "other"))
    _nothing_changed(lab, ran, first, "máy chủ không nhận khóa SSH này")
    broken = lab.folder / "broken"
    broken.write_text(f"-----BEGIN OPENSSH {'PRIVATE'} KEY-----\nAAAA\n", "utf-8")
    broken.chmod(0o600)
    _nothing_changed(lab, lab.publish(second, INFOPAGE_KEY=str(broken)), first, "tệp khóa SSH không đọc được")
    shutil.copy(lab.folder / "key", broken)
    broken.chmod(0o644)
    _nothing_changed(lab, lab.publish(second, INFOPAGE_KEY=str(broken)), first, "người khác đọc được tệp khóa SSH")
    lab.published(second)


def test_a_server_that_is_not_ours_is_named(lab: Lab, first: Path, second: Path) -> None:
    make_key(lab.folder / "other")
    lab.known_hosts(lab.folder / "other.pub")
    _nothing_changed(lab, lab.publish(second), first, "khóa của máy chủ khác khóa đã ghi")
    (lab.folder / "known_hosts").write_text("", "utf-8")
    _nothing_changed(lab, lab.publish(second), first, "known_hosts chưa ghi khóa của máy chủ này")
    lab.known_hosts(lab.folder / "host_key.pub")
    lab.published(second)


STRANGE = (
    "sh -c id",
    "rsync --server --sender -vlogDtpre.iLsfxCIvu . /etc",
    "rsync --server -vlogDtpre.iLsfxCIvu . ../..",
    "rsync --server -vlogDtpre.iLsfxCIvu --temp-dir=/etc . 0123456789abcdef/",
    "rsync --server -vlogDtpre.iLsfxCIvu;id . 0123456789abcdef/",
    "publish ../../etc -",
    "publish $(id) -",
    "rollback ../incoming",
    "live; id",
    "*",
    "",
)


def test_the_key_opens_nothing_but_publishing(lab: Lab) -> None:
    options = ["-F", "none", "-i", str(lab.folder / "key"), "-p", str(lab.ssh_port), "-oBatchMode=yes"]
    ssh = ["ssh", *options, f"-oUserKnownHostsFile={lab.folder}/known_hosts", "127.0.0.1"]
    for command in STRANGE:
        ran = subprocess.run([*ssh, *([command] if command else [])], capture_output=True, text=True, check=False)
        assert (ran.returncode, ran.stdout) == (1, ""), command
        assert ran.stderr.splitlines()[-1].startswith("lỗi: ")
    held = sorted(path.name for path in lab.served.iterdir())
    assert held == ["incoming", "incoming.lock", "lock", "log", "releases"]


# ---- Failures during the upload


@pytest.mark.parametrize("points", [(0, 4, 9), pytest.param(range(10), marks=pytest.mark.thorough)], ids=len)
def test_an_upload_cut_anywhere_changes_nothing(lab: Lab, first: Path, tmp_path: Path, points: Sequence[int]) -> None:
    whole = Line(lab.ssh_port)
    site = make_site(tmp_path / "whole", "whole", weight=WEIGHT)
    ran = _over(lab, whole, site)
    assert ran.returncode == 0, ran.stderr
    assert lab.command("rollback").returncode == 0
    assert whole.sent > WEIGHT
    for point in points:
        site = make_site(tmp_path / str(point), str(point), weight=WEIGHT)
        broken = Line(lab.ssh_port, budget=whole.sent * (2 * point + 1) // 21)
        _nothing_changed(lab, _over(lab, broken, site), first, "mất kết nối tới máy chủ giữa chừng")
    again = Line(lab.ssh_port)
    assert _over(lab, again, site).returncode == 0
    assert lab.shows(site)
    assert again.sent < whole.sent * 0.7  # files that arrived in the failed upload were kept


def _over(lab: Lab, line: Line, site: Path) -> subprocess.CompletedProcess[str]:
    _, _, key = (lab.folder / "known_hosts").read_text("utf-8").partition(" ")
    known = lab.folder / f"known_hosts_{line.port}"
    known.write_text(f"[127.0.0.1]:{line.port} {key}", "utf-8")
    return lab.publish(site, INFOPAGE_SERVER=f"127.0.0.1:{line.port}", INFOPAGE_KNOWN_HOSTS=str(known))


def _wrapped(lab: Lab, before: str = "", after: str = "") -> None:
    """Make the server run the shell commands ``before`` and ``after`` each request; $verb is the request's command."""
    script = lab.folder / "wrapped"
    script.write_text(
        f"verb=${{SSH_ORIGINAL_COMMAND%% *}}\ncd {lab.served}\n{before}\n{SCRIPT} {lab.served} || exit\n{after}\n",
        "utf-8",
    )
    lab.allow(f"sh {script}")


def test_a_line_that_breaks_at_the_switch_leaves_no_doubt(lab: Lab, first: Path, second: Path) -> None:
    # The server has switched, but its answer is lost.
    _wrapped(lab, after="[ $verb != publish ] || exit 255")
    ran = lab.publish(second)
    assert ran.returncode == 0, ran.stderr
    assert lab.shows(second)


def test_what_fails_after_the_switch_is_told_and_does_not_undo_it(lab: Lab, first: Path, second: Path) -> None:
    script = lab.folder / "tham-sau-server"
    script.write_text(SCRIPT.read_text("utf-8").replace('    prune "$2" ||', "    false ||"), "utf-8")
    lab.allow(f"sh {script} {lab.served}")
    ran = lab.publish(second)
    assert (ran.returncode, "chưa dọn được các bản cũ trên máy chủ" in ran.stderr) == (0, True)
    assert lab.shows(second)


def test_a_switch_that_nobody_can_ask_about_is_said_to_be_uncertain(lab: Lab, first: Path, second: Path) -> None:
    _wrapped(lab, before="[ ! -e gone ] || exit 255", after="[ $verb != publish ] || { touch gone; exit 255; }")
    ran = lab.publish(second)
    _refused(ran, "mất kết nối")
    assert "Chưa rõ máy chủ đang hiển thị bản" in ran.stderr
    assert "không bị đổi" not in ran.stderr
    (lab.served / "gone").unlink()
    _wrapped(lab)
    assert "Không có gì đổi" in lab.publish(second).stdout


def test_a_full_disk_changes_nothing_and_does_not_stay_full(lab: Lab, first: Path, heavy: Path) -> None:
    _wrapped(lab, before="trap '' XFSZ; ulimit -f 50")
    _nothing_changed(lab, lab.publish(heavy), first, "máy chủ không cho ghi tệp lớn như vậy")
    for _ in range(100):  # the server may take some time to clean up after the disconnection
        if not list((lab.served / "incoming").iterdir()):
            break
        time.sleep(0.1)
    else:
        raise AssertionError("what had come is still there")
    _wrapped(lab)
    lab.published(heavy)


@pytest.mark.parametrize(
    ("said", "message"),
    [
        ("rsync: [receiver] write failed: No space left on device (28)", "đĩa của máy chủ đã đầy"),
        (
            "rsync: [receiver] mkdir failed: Disk quota exceeded (122)",
            "đĩa dành cho người dùng này trên máy chủ đã đầy",
        ),
        ("sh: 1: rsync: not found", "máy chủ chưa có rsync"),
        ("lạ", "mất kết nối tới máy chủ giữa chừng (lạ)"),
    ],
)
def test_what_rsync_says_is_told_in_plain_words(said: str, message: str, lab: Lab, second: Path) -> None:
    _wrapped(lab, before=f"[ $verb != rsync ] || {{ echo '{said}' >&2; exit 7; }}")
    _refused(lab.publish(second), message)


def test_a_folder_that_cannot_be_written_is_named(lab: Lab, second: Path) -> None:
    lab.allow(f"{SCRIPT} /proc")
    _refused(lab.publish(second), "máy chủ không ghi được vào /proc")
    lab.allow(f"{SCRIPT} /khong/co")
    _refused(lab.publish(second), "máy chủ không có thư mục /khong/co")


DAMAGE = {
    "printf X | dd of=index.html conv=notrunc": "index.html: tệp trên máy chủ khác bản kê",
    "printf X | dd of=MANIFEST.sha256 conv=notrunc": "bản kê MANIFEST.sha256 trên máy chủ không nguyên vẹn",
    "rm trang/1/index.html": "trang/1/index.html: tệp trên máy chủ không khớp bản kê (thiếu hoặc thừa)",
    "touch trang/1/.la": "trang/1/.la: tệp trên máy chủ không khớp bản kê (thiếu hoặc thừa)",
    "rm index.html; ln -s /etc/passwd index.html": "index.html: không phải tệp thường",
    "rm -r ../*": "chưa nhận được bản",
}


def test_a_release_that_does_not_arrive_as_sent_is_not_shown(lab: Lab, first: Path, second: Path) -> None:
    for damage, message in DAMAGE.items():
        _wrapped(lab, after=f"[ $verb != rsync ] || (cd incoming/*/ && {damage}) >/dev/null 2>&1")
        _nothing_changed(lab, lab.publish(second), first, message)
    _wrapped(lab)
    lab.published(second)


def test_an_upload_to_the_same_release_between_its_check_and_the_switch_waits(
    lab: Lab, first: Path, second: Path
) -> None:
    script = lab.folder / "tham-sau-server"
    # Between the check and the switch, somebody uploads another page to the same release: the upload must be refused.
    spoilt = make_site(second.parent / "spoilt", "xấu", weight=LIGHT)
    rsh = " ".join(["ssh -F none -oBatchMode=yes", f"-i {lab.folder}/key -p {lab.ssh_port}"])
    rsync = f"rsync -rpcz --rsh '{rsh} -oUserKnownHostsFile={lab.folder}/known_hosts' {spoilt}/ 127.0.0.1:$1/"
    text = SCRIPT.read_text("utf-8").replace("lock_uploads 30", "lock_uploads 0")
    attack = (
        f'    env -u SSH_CONNECTION -u SSH_ORIGINAL_COMMAND {rsync} 2>"{lab.folder}/told" || true\n    stamp "$1"\n'
    )
    script.write_text(text.replace('    stamp "$1"\n', attack, 1), "utf-8")
    lab.allow(f"sh {script} {lab.served}")
    lab.published(second)
    assert "đang có một lần xuất bản khác gửi tệp lên" in (lab.folder / "told").read_text("utf-8")


def test_a_server_that_falls_silent_at_the_switch_is_left(
    lab: Lab, first: Path, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infopage.release.publishing.server._PATIENCE", 2)
    _wrapped(lab, before="[ $verb != publish ] || { sleep 10; exit 1; }")
    _nothing_changed(lab, lab.publish(second), first, "máy chủ im lặng quá 2 giây nên đã ngắt")
    monkeypatch.undo()
    _wrapped(lab)
    lab.published(second)


def test_five_at_once_leave_one_whole_release(lab: Lab, first: Path, tmp_path: Path) -> None:
    sites = [make_site(tmp_path / str(number), str(number), weight=WEIGHT) for number in range(5)]
    running = [lab.start("publish", "--site", str(site), "--patience", "0") for site in sites]
    told = [process.communicate(timeout=120)[1] for process in running]
    won = [site for site, process in zip(sites, running, strict=True) if process.returncode == 0]
    assert won
    assert any(lab.shows(site) for site in won)
    for process, said in zip(running, told, strict=True):
        assert process.returncode == 0 or re.search("lần xuất bản khác|trang vừa được", said), said
        assert "Traceback" not in said
    lab.published(make_site(tmp_path / "next", "next"))


def test_a_release_made_meanwhile_is_not_overwritten(lab: Lab, first: Path, second: Path) -> None:
    other = make_site(first.parent / "site-c", "c")
    words = " ".join(lab.words("publish", "--patience", "0", "--site", str(other)))
    variables = " ".join(f"{name}='{value}'" for name, value in lab.environment().items())
    # While we upload this release, somebody else publishes another one.
    _wrapped(
        lab, after=f"if [ $verb = rsync ] && mkdir {lab.folder}/once; then env {variables} {words}; fi >&2 2>/dev/null"
    )
    ran = lab.publish(second)
    _refused(ran, "trang vừa được một lần xuất bản khác đổi")
    assert lab.shows(other)


# ---- Readers get something else than was released


@pytest.fixture
def elsewhere(other_lab: Lab, tmp_path: Path) -> str:
    """Return the address of a server that shows another site than the one published."""
    other_lab.published(make_site(tmp_path / "other", "khác"))
    # With this ledger, publishing would be refused, because the new site lacks the addresses of the other one.
    (other_lab.served / "current" / LEDGER).unlink()
    return other_lab.url


def test_a_release_that_readers_do_not_get_is_taken_back(lab: Lab, first: Path, second: Path, elsewhere: str) -> None:
    ran = lab.publish(second, INFOPAGE_URL=elsewhere)
    _refused(ran, "người đọc chưa nhận được bản mới")
    assert f"{elsewhere}MANIFEST.sha256 chưa phải bản vừa phát hành" in ran.stderr
    assert "Đã quay lại bản" in ran.stderr
    assert lab.shows(first)
    lab.published(second)


def test_a_first_release_that_readers_do_not_get_is_not_shown(lab: Lab, second: Path, elsewhere: str) -> None:
    ran = lab.publish(second, INFOPAGE_URL=elsewhere)
    _refused(ran, "người đọc chưa nhận được bản mới")
    assert "Đây là bản đầu tiên" in ran.stderr
    assert not (lab.served / "current").is_symlink()
    lab.published(second)


def test_a_page_of_the_release_is_asked_for_too(lab: Lab, first: Path) -> None:
    manifest = (lab.served / "current" / "MANIFEST.sha256").read_text("utf-8")
    digest = next(line[:64] for line in manifest.splitlines() if line.endswith("  index.html"))
    assert wrong_answers(lab.url, {"index.html": digest}, 0) == []
    assert wrong_answers(lab.url, {"index.html": "0" * 64}, 0) == [f"{lab.url} chưa phải bản vừa phát hành"]
    assert wrong_answers(lab.url, {"khong/index.html": digest}, 0) == [f"{lab.url}khong/ trả lời 404"]
    (silent,) = wrong_answers("http://127.0.0.1:1/", {"index.html": digest}, 0)
    assert silent.startswith("http://127.0.0.1:1/ không trả lời")
