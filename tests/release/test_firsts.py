"""The record of first publications is kept even if the server is new or has lost its data."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from infopage.content.first_published import FirstPublished
from infopage.content.first_published_file import NAME
from infopage.language.dates import HANOI
from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.proof.manifest import NAME as MANIFEST
from infopage.release.publishing.firsts import firsts, record_of
from infopage.release.publishing.releases import NOTHING, ReleaseError
from infopage.release.publishing.server import Server
from tests.release.lab import Lab
from tests.release.test_floor import lose_all, make_site, place

AT = datetime(2026, 11, 20, 8, tzinfo=HANOI)
OLD = FirstPublished({"tin-1": AT, "tin-2": AT + timedelta(hours=1)})
GROWN = FirstPublished({**OLD.instants, "tin-3": AT + timedelta(days=1)})
FORGETFUL = FirstPublished({"tin-1": AT, "tin-2": AT + timedelta(days=1), "tin-3": AT + timedelta(days=1)})


def site_of(tmp_path: Path, name: str, told: FirstPublished | None) -> Path:
    site = make_site(tmp_path / name, name, pages=3)
    if told:
        (site / NAME).write_text(str(told), "utf-8")
    return site


@pytest.fixture
def shown(lab: Lab, tmp_path: Path) -> Path:
    """Return the folder of the site that the public sees, published from this machine."""
    site = site_of(tmp_path, "a", OLD)
    place(lab, site)
    shutil.copy(site / NAME, record_of(lab.folder / LEDGER))
    return site


class OnDisk(Server):
    """A server whose answers are read from disk, which is faster than ssh.

    Its host is the path of the folder of releases.
    """

    def ask(self, *words: str) -> str:
        current = Path(self.host, "current")
        file = current / {"live": MANIFEST, "first": NAME}[words[0]]
        release = current.readlink().name if current.is_symlink() else NOTHING
        return f"{release}\n{file.read_text('utf-8') if file.is_file() else ''}"


def before(lab: Lab, site: Path, url: str = "") -> FirstPublished | None:
    """Return the record of first publications that a site published from this machine must keep and extend."""
    return firsts(OnDisk(str(lab.served)), url or lab.url, record_of(lab.folder / LEDGER), lab.folder / NAME, site)


def forget(lab: Lab) -> None:
    (lab.served / "current" / NAME).unlink()


def empty(lab: Lab) -> None:
    (lab.served / "current" / NAME).write_text("", "utf-8")


def shorten(lab: Lab) -> None:
    (lab.served / "current" / NAME).write_text(str(FirstPublished({"tin-1": AT})), "utf-8")


def spoil(lab: Lab) -> None:
    (lab.served / "current" / NAME).write_text("hỏng\n", "utf-8")


def put_off(lab: Lab) -> None:
    (lab.served / "current" / NAME).write_text(str(FORGETFUL), "utf-8")


def test_what_the_server_has_lost_is_taken_from_whoever_has_it_whole_else_nothing_goes_out(
    lab: Lab, shown: Path, tmp_path: Path
) -> None:
    site, record, kept = site_of(tmp_path, "b", GROWN), record_of(lab.folder / LEDGER), lab.folder / NAME
    told = rf"máy chủ đã mất hoặc làm hỏng {NAME} của bản [0-9a-f]{{16}}, và không nơi nào còn; hãy chép {NAME}"
    for lose in (forget, empty, shorten, spoil, put_off):
        lose(lab)
        assert before(lab, site) == OLD
        record.unlink()
        with pytest.raises(ReleaseError, match=told):
            before(lab, site)
        shutil.copy(shown / NAME, kept)  # as the message advises, the file is restored from the zip file of the release
        assert before(lab, site) == OLD
        kept.rename(record)
        shutil.copy(shown / NAME, lab.served / "current" / NAME)
        assert before(lab, site) == OLD


def test_a_server_that_lost_it_gets_nothing_out_of_a_forgetful_build_and_all_from_a_whole_one(
    lab: Lab, shown: Path, tmp_path: Path
) -> None:
    forget(lab)
    live = lab.served / "current"
    release = live.readlink()
    told = "trang không được dựng theo sổ lần đăng đầu của bản đang hiển thị; hãy chạy scripts/infopage fetch"
    for site in (site_of(tmp_path, "b", FORGETFUL), site_of(tmp_path, "c", None)):
        ran = lab.command("publish", "--site", str(site), "--patience", "0")
        assert ran.returncode == 1
        assert ran.stderr.count("infopage: ") == 1
        assert told in ran.stderr
    assert live.readlink() == release
    whole = site_of(tmp_path, "d", GROWN)
    lab.published(whole)
    assert record_of(lab.folder / LEDGER).read_text("utf-8") == str(GROWN)
    assert before(lab, whole) == GROWN


def test_a_new_server_is_held_to_what_this_machine_and_readers_know(
    lab: Lab, shown: Path, other_lab: Lab, tmp_path: Path
) -> None:
    site = site_of(tmp_path, "b", GROWN)
    assert before(other_lab, site, lab.url) == OLD
    with pytest.raises(ReleaseError, match="máy chủ chưa hiển thị bản nào và không nơi nào có sổ lần đăng đầu"):
        before(other_lab, site)
    assert before(other_lab, site_of(tmp_path, "c", None)) is None
    lose_all(lab)
    assert before(lab, site) == OLD
    given = ("--ledger", str(shown / LEDGER))
    refused = lab.publish(site_of(tmp_path, "d", FORGETFUL), *given)
    assert refused.returncode == 1
    assert "không được dựng theo sổ lần đăng đầu" in refused.stderr
    assert lab.publish(site, *given).returncode == 0
    assert before(lab, site) == GROWN


def test_a_release_without_a_manifest_that_can_be_read_proves_nothing(lab: Lab, shown: Path, tmp_path: Path) -> None:
    (lab.served / "current" / MANIFEST).write_text("hỏng\n", "utf-8")
    forget(lab)
    site = site_of(tmp_path, "b", GROWN)
    assert before(lab, site) == OLD
    record_of(lab.folder / LEDGER).unlink()
    told = r"máy chủ mất bản kê của bản [0-9a-f]{16} và không nơi nào có sổ lần đăng đầu"
    with pytest.raises(ReleaseError, match=told):
        before(lab, site)


def test_a_release_of_before_there_was_such_a_file_is_followed_by_any(lab: Lab, tmp_path: Path) -> None:
    place(lab, site_of(tmp_path, "a", None))
    assert before(lab, site_of(tmp_path, "b", OLD)) is None


def test_going_back_on_purpose_is_kept_too(lab: Lab, shown: Path, tmp_path: Path) -> None:
    old = (lab.served / "current").readlink().name
    lab.published(site_of(tmp_path, "b", GROWN))
    assert lab.command("rollback", old).returncode == 0
    assert before(lab, shown) == OLD
