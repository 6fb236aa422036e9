"""A server refuses silently changed words, hides their digests, and accepts the present words if it has lost them."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from infopage.release.proof.manifest import Manifest
from infopage.release.publishing.publish import publish as publish_site
from infopage.release.publishing.releases import ReleaseError
from infopage.release.publishing.server import Server
from infopage.release.publishing.words import PublishedWords, words_on
from infopage.release.words.record import NAME
from tests.release.lab import Lab, make_site
from tests.release.test_words import DATE, DOCUMENT, KEY, POINT, edit, record
from tests.sites import BASE, INSTANT, build, lay_out

PAGE = "van-ban/tinh-uy/2025-2030/05-nq-tu/"
REFUSED = f"{DOCUMENT}:18: lỗi [sua-khong-ghi]: trang {PAGE} đã công bố nay bị sửa câu chữ ở điểm a, khoản 1, mục I"
ADOPTED = "lần này ghi nhận câu chữ đang có, từ lần sau mới so được."
SILENT = (DOCUMENT, POINT, "a) Phát triển chính phủ số.")
CORRECTED = (
    DOCUMENT,
    DATE,
    f"{DATE}cap_nhat: 18/11/2026 09:00\n"
    "dinh_chinh:\n  - ngay: 18/11/2026\n    sai: chính quyền số\n    dung: chính phủ số\n",
)
Publish = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """Return a copy of the test project; the tests publish the words of its texts."""
    shutil.copytree(BASE, tmp_path / "project")
    return tmp_path / "project"


@pytest.fixture
def publish(lab: Lab, project: Path, tmp_path: Path) -> Publish:
    """Return a function that runs ``publish`` for the project at ``project``, and returns the finished process.

    It publishes a small site instead of the project's own. The digests of the words in the texts are those of the
    project.
    """
    site = make_site(tmp_path / "site", "a", pages=1)

    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        return lab.command(
            *("--root", str(project), "publish", "--site", str(site), "--patience", "0", *words),
            SOURCE_DATE_EPOCH=INSTANT,
            **environment,
        )

    return run


def test_a_changed_word_is_refused_and_the_same_with_a_correction_is_told_in_page_and_feeds(
    lab: Lab, tmp_path: Path
) -> None:
    project, site = lay_out(tmp_path / "project", BASE), tmp_path / "project" / "site"

    def publish(*words: str) -> subprocess.CompletedProcess[str]:
        ran = build(project, site)
        assert ran.returncode == 0, ran.stderr
        return lab.command("--root", str(project), "publish", *words, "--patience", "0", SOURCE_DATE_EPOCH=INSTANT)

    first = publish("--first")
    assert first.returncode == 0, first.stderr
    assert "câu chữ" not in first.stderr
    edit(project, SILENT)
    refused = publish()
    assert refused.returncode == 1
    assert REFUSED in refused.stderr
    assert "chính quyền số" in lab.get(PAGE)[2].decode()
    edit(project, CORRECTED)
    done = publish()
    assert done.returncode == 0, done.stderr
    page = lab.get(PAGE)[2].decode()
    assert "Lịch sử thay đổi" in page
    assert "đã đăng “chính quyền số”, nội dung đúng là “chính phủ số”." in page
    assert '"dateModified":"2026-11-18T09:00:00+07:00"' in page
    for feed in ("nguon-tin/cap-nhat/rss.xml", "nguon-tin/dinh-chinh/rss.xml", f"{PAGE}theo-doi.xml"):
        assert "chính phủ số" in lab.get(feed)[2].decode()


def test_an_exchanged_original_is_refused(publish: Publish, project: Path) -> None:
    assert publish("--first").returncode == 0
    pdf = (project / DOCUMENT).with_suffix(".pdf")
    pdf.write_bytes(pdf.read_bytes() + b"\n")
    refused = publish()
    assert refused.returncode == 1
    assert "câu chữ ở tệp “05-nq-tu.pdf”, mà thiếu cap_nhat" in refused.stderr


def test_the_digests_are_out_of_reach_and_of_the_release_that_is_shown(
    lab: Lab, publish: Publish, project: Path
) -> None:
    assert publish("--first").returncode == 0
    release = (lab.served / "current").resolve().name
    record, key = lab.served / "beside" / release / NAME, lab.served / "words.key"
    assert [file.stat().st_mode & 0o777 for file in (record, key)] == [0o600, 0o600]
    assert {lab.get(name)[0] for name in (NAME, "words.key", f"beside/{release}/{NAME}")} == {404}
    assert not list((lab.served / "current").rglob(NAME))
    told = publish("--dry-run")
    assert (told.returncode, "câu chữ" in told.stderr) == (0, False)
    edit(project, SILENT)
    other_machine = publish(INFOPAGE_RECORD=str(project / "so-khac.txt"))
    for refused in (publish("--dry-run"), other_machine):
        assert refused.returncode == 1
        assert REFUSED in refused.stderr
    edit(project, CORRECTED)
    assert publish().returncode == 0


def test_a_rollback_is_followed_by_the_words_that_readers_see_again(
    lab: Lab, publish: Publish, project: Path, tmp_path: Path
) -> None:
    assert publish("--first").returncode == 0
    edit(project, SILENT, CORRECTED)
    later = make_site(tmp_path / "later", "b", pages=1)
    assert publish("--site", str(later)).returncode == 0
    assert lab.command("rollback", "--patience", "0").returncode == 0
    edit(project, (DOCUMENT, CORRECTED[2], DATE))
    assert REFUSED in publish("--site", str(later)).stderr
    edit(project, (SILENT[0], SILENT[2], SILENT[1]))
    assert publish("--site", str(later)).returncode == 0


class Keeper(Server):
    """A server that answers every request with its host name. So a test sets ``host`` to the answer that it wants."""

    def ask(self, *words: str, given: bytes = b"") -> str:
        """Return the server's host name, whatever is asked."""
        return self.host


def test_what_cannot_be_compared_is_adopted_with_a_note(project: Path) -> None:
    key, other = "0" * 64, "1" * 64
    text = str(record(project))
    lost = f"Không có sổ câu chữ của bản ab đang hiển thị; {ADOPTED}"
    damaged = f"Sổ câu chữ của bản ab đang hiển thị đã hỏng, hoặc ghi bằng khóa khác, cách khác; {ADOPTED}"
    for answer, notes in (
        (f"-\n{key}\n", []),
        (f"ab\n{key}\n", [lost]),
        (f"ab\n{other}\n{text}", [damaged]),
        (f"ab\n{key}\nhỏng\n", [damaged]),
    ):
        said: list[str] = []
        assert words_on(Keeper(answer), said.append).previous is None
        assert said == notes
    for answer in ("ab\nngắn\n", "ab\n\n"):
        with pytest.raises(ReleaseError, match="khóa câu chữ trên máy chủ bị hỏng; hãy xóa tệp"):
            words_on(Keeper(answer), print)


def test_a_server_that_lost_its_digests_takes_the_next_ones(lab: Lab, publish: Publish, project: Path) -> None:
    assert publish("--first").returncode == 0
    release = (lab.served / "current").resolve().name
    (lab.served / "beside" / release / NAME).unlink()
    edit(project, SILENT)
    ran = publish()
    assert ran.returncode == 0, ran.stderr
    assert f"Không có sổ câu chữ của bản {release} đang hiển thị; {ADOPTED}" in ran.stderr
    edit(project, (SILENT[0], SILENT[2], SILENT[1]))
    assert REFUSED in publish().stderr


def test_a_release_published_meanwhile_is_not_replaced_uncompared(tmp_path: Path) -> None:
    site = make_site(tmp_path / "site", "a", pages=1)
    words = PublishedWords(KEY, None, "a" * 16)
    told = "trang vừa được một lần xuất bản khác đổi; hãy xem lại rồi chạy lại\nTrang đang hiển thị không bị đổi."
    with pytest.raises(ReleaseError, match=told):
        publish_site(site, Manifest.of_folder(site), Keeper(f"{'b' * 16}\n"), "", print, 0, words=words)


def test_a_server_with_an_older_script_is_named(lab: Lab, publish: Publish) -> None:
    script = lab.folder / "tham-sau-server"
    script.write_text(
        f"#!/bin/sh\n[ \"$SSH_ORIGINAL_COMMAND\" != words ] || {{ echo 'lỗi: các lệnh: live' >&2; exit 1; }}\n"
        f'exec {BASE.parents[2]}/deploy/bin/tham-sau-server "$@"\n',
        "utf-8",
    )
    lab.allow(f"sh {script} {lab.served}")
    ran = publish("--first")
    assert ran.returncode == 1
    assert (
        "máy chủ chưa biết lệnh words; hãy chép deploy/bin/tham-sau-server mới lên máy chủ rồi chạy lại" in ran.stderr
    )
