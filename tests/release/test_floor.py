"""The addresses that a release must answer at are known even if the server is new or has lost its data."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.addresses.ledger import Ledger
from infopage.release.addresses.permanence import settle
from infopage.release.proof.manifest import NAME, Manifest
from infopage.release.publishing.floor import floor
from infopage.release.publishing.publish import release_id
from infopage.release.publishing.releases import ReleaseError
from infopage.release.publishing.server import Server
from tests.release.conftest import AT
from tests.release.lab import Lab
from tests.release.lab import make_site as make_lists


def make_site(folder: Path, version: str, pages: int = 12) -> Path:
    """Make a site whose pages count as written by editors, so that no release may drop their addresses."""
    for page in make_lists(folder, version, pages).rglob("index.html"):
        page.write_text(page.read_text("utf-8").replace("<p>", "<p data-prose>"), "utf-8")
    return folder


def place(lab: Lab, site: Path) -> str:
    """Put a site on the server as publishing would do, and return the release's ID."""
    assert settle(site, site, Ledger(), AT) == []
    manifest = Manifest.of_folder(site)
    release = release_id(manifest)
    (site / NAME).write_text(str(manifest), "utf-8")
    shutil.copytree(site, lab.served / "releases" / release)
    show(lab, release)
    shutil.copy(site / LEDGER, lab.folder / LEDGER)
    with (lab.served / "log").open("a") as log:
        log.write(f"2026-11-23T00:00:00Z publish {release} -\n")
    return release


def show(lab: Lab, release: str) -> None:
    """Set the link to the shown release, as an administrator on the server can."""
    (lab.served / "current").unlink(missing_ok=True)
    (lab.served / "current").symlink_to(f"releases/{release}")


@pytest.fixture
def first(lab: Lab, tmp_path: Path) -> Path:
    """Return the folder of the site that the public sees: twelve pages."""
    site = make_site(tmp_path / "site-a", "a")
    place(lab, site)
    return site


def floor_of(
    lab: Lab, url: str = "", redacted: Callable[[Ledger], Ledger] = lambda ledger: ledger, *, first: bool = False
) -> Ledger:
    """Return the floor of a release from this machine: the ledger of all addresses that it must answer.

    The parameters are those of :func:`floor`; ``url`` is the lab's address if it is ''.
    """
    server = Server("127.0.0.1", str(lab.ssh_port), key=lab.folder / "key", known_hosts=lab.folder / "known_hosts")
    return floor(server, url or lab.url, lab.folder / LEDGER, redacted, first=first)


def lose_link(lab: Lab) -> None:
    (lab.served / "current").unlink()


def lose_all(lab: Lab) -> None:
    shutil.rmtree(lab.served)
    lab.served.mkdir()


def shorten(lab: Lab) -> None:
    ledger = lab.served / "current" / LEDGER
    lines = ledger.read_text("utf-8").splitlines(keepends=True)
    ledger.write_text("".join(line for line in lines if not line.startswith("trang/11/")), "utf-8")


def empty(lab: Lab) -> None:
    (lab.served / "current" / LEDGER).write_text("", "utf-8")


def forget(lab: Lab) -> None:
    (lab.served / "current" / LEDGER).unlink()


def spoil(lab: Lab) -> None:
    (lab.served / "current" / LEDGER).write_text("không phải sổ\n", "utf-8")


LOSSES: tuple[tuple[Callable[[Lab], None], str], ...] = (
    (lose_link, "máy chủ mất liên kết current tới bản"),
    (lose_all, r"\(0 địa chỉ\) thiếu 12 địa chỉ đã công bố: “.”, “trang/1/”, “trang/10/”, … .*--ledger TỆP"),
    (shorten, "thiếu 1 địa chỉ đã công bố: “trang/11/”"),
    (empty, f"không có {LEDGER}"),
    (forget, f"không có {LEDGER}"),
    (spoil, "không phải sổ địa chỉ; hãy dựng lại sổ"),
)


def test_a_server_that_has_lost_its_ledger_is_found_out(lab: Lab, first: Path, tmp_path: Path) -> None:
    whole = shutil.copytree(lab.served, tmp_path / "whole", symlinks=True)
    for lose, told in LOSSES:
        lose(lab)
        for said_first in (False, True):
            with pytest.raises((ReleaseError, ValueError), match=told):
                floor_of(lab, first=said_first)
        shutil.rmtree(lab.served)
        shutil.copytree(whole, lab.served, symlinks=True)
        assert len(floor_of(lab).entries) == 12


def _refused(ran: subprocess.CompletedProcess[str], *words: str) -> None:
    assert ran.returncode == 1
    assert ran.stderr.count("infopage: ") == 1
    assert "Traceback" not in ran.stderr
    assert [word for word in words if word not in ran.stderr] == [], ran.stderr


def test_a_new_server_gets_a_site_that_keeps_every_address(lab: Lab, first: Path, tmp_path: Path) -> None:
    given = ("--ledger", str(first / LEDGER))
    lose_all(lab)
    shorter = make_site(tmp_path / "site-b", "b", pages=3)
    _refused(lab.command("publish", "--site", str(shorter)), "máy chủ (0 địa chỉ)", "Trang đang hiển thị không bị đổi.")
    lost = lab.publish(shorter, *given)
    _refused(lost, "trang đã dựng có lỗi", "không còn trang ở “trang/11/”")
    assert lost.stderr.count("không còn trang ở") == 9
    whole = make_site(tmp_path / "site-c", "c")
    (tmp_path / "file").touch()
    ran = lab.publish(whole, *given, "--record", str(tmp_path / "file" / "so.txt"))
    assert ran.returncode == 0, ran.stderr
    assert "không giữ được sổ địa chỉ ở" in ran.stderr
    assert lab.shows(whole)
    assert len(floor_of(lab).entries) == 12


def test_a_lost_link_is_mended_as_the_message_says(lab: Lab, first: Path) -> None:
    lose_link(lab)
    with pytest.raises(ReleaseError) as told:
        floor_of(lab)
    release = str(told.value).partition("scripts/infopage rollback ")[2][:16]
    assert lab.command("rollback", release).returncode == 0
    assert lab.shows(first)
    assert len(floor_of(lab).entries) == 12


def test_a_new_server_is_held_to_what_readers_of_the_old_one_see(lab: Lab, first: Path, other_lab: Lab) -> None:
    for said_first in (False, True):
        with pytest.raises(ReleaseError, match=r"máy chủ \(0 địa chỉ\) thiếu 12 địa chỉ"):
            floor_of(other_lab, lab.url, first=said_first)


def test_a_first_release_is_said_to_be_one_and_no_other_is(lab: Lab, tmp_path: Path) -> None:
    told = "trang chưa từng phát hành thì chạy lại với --first, đã từng thì chạy lại với --ledger"
    with pytest.raises(ReleaseError, match=told):
        floor_of(lab)
    assert floor_of(lab, first=True) == Ledger()
    place(lab, make_site(tmp_path / "site", "a"))
    with pytest.raises(ReleaseError, match="--first chỉ dùng cho lần đầu; máy chủ đã biết 12 địa chỉ"):
        floor_of(lab, first=True)


def test_where_readers_cannot_be_asked_nothing_goes_out(lab: Lab, first: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infopage.release.reading.copies.time.sleep", lambda seconds: None)
    with pytest.raises(ReleaseError, match=f"không tải được http://127.0.0.1:9/{LEDGER}"):
        floor_of(lab, "http://127.0.0.1:9/")


def test_going_back_on_purpose_is_no_loss_and_an_old_state_of_the_server_is(
    lab: Lab, first: Path, tmp_path: Path
) -> None:
    old = (lab.served / "current").readlink().name
    place(lab, make_site(tmp_path / "longer", "b", pages=13))
    show(lab, old)
    with pytest.raises(ReleaseError, match="thiếu 1 địa chỉ đã công bố: “trang/12/”"):
        floor_of(lab)
    assert lab.command("rollback", old).returncode == 0
    assert len(floor_of(lab).entries) == 12


def test_what_was_redacted_since_is_no_loss(lab: Lab, first: Path) -> None:
    record = lab.folder / LEDGER
    head, *lines = record.read_text("utf-8").splitlines(keepends=True)
    record.write_text(head + "".join(sorted([*lines, "a.pdf\t2026-11-20\ttep\t\n"])), "utf-8")
    with pytest.raises(ReleaseError, match=r"thiếu 1 địa chỉ đã công bố: “a\.pdf”"):
        floor_of(lab)
    assert len(floor_of(lab, redacted=lambda ledger: ledger.redacted(frozenset(), frozenset({"a.pdf"}))).entries) == 12
