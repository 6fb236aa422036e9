"""A release packed as one zip: reproducible, complete, verifiable, and right for its host."""

import json
import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from infopage.release.proof.manifest import NAME, SIGNATURE
from tests.pages import parse
from tests.release.conftest import Run, public
from tests.sites import INSTANT, build, golden_project, tree
from tests.support import ROOT

GONE = "tin-tuc/2026/da-het-han"


def unpack(archive: Path, folder: Path) -> Path:
    with ZipFile(archive) as packed:
        assert packed.testzip() is None
        packed.extractall(folder)
    return folder


def test_a_package_is_the_release_to_the_byte_and_proves_itself(
    released: Path, key: Path, infopage: Run, tmp_path: Path
) -> None:
    code, out, err = infopage("package", released, "--output", tmp_path / "trang.zip")
    assert code == 0, err
    assert out.startswith(f"{tmp_path / 'trang.zip'}: ")
    folder = unpack(tmp_path / "trang.zip", tmp_path / "unpacked")
    assert tree(folder) == tree(released)
    assert infopage("verify", folder, "--key", f"{key}.pub")[0] == 0


KINDS: tuple[tuple[str, ...], ...] = ((), ("--offline",), ("--plain",))
_EACH = "import json, sys; from infopage.cli import main; sys.exit(any(map(main, json.loads(sys.argv[1]))))"
"""A program that runs commands in one process until one fails."""


def packages(place: Path, key: Path, zone: str, locale: str, umask: int) -> list[bytes]:
    """Build, record, sign and pack the golden site as another user would elsewhere; return each kind of package."""
    project = golden_project(place / "project")
    entry = f"- ma: k\n  khoa: {public(key)}\n  tu: 01/10/2026\n"
    (project / "data/khoa-ky.yml").write_text(entry, encoding="utf-8")
    site = place / "site"
    settings = {"PYTHONPATH": str(ROOT / "hooks"), "PYTHONUTF8": "1", "SOURCE_DATE_EPOCH": INSTANT}
    commands = [["ledger", str(site), "--first"], ["sign", str(site), "--key", str(key)]]
    for number, kind in enumerate(KINDS):
        commands.append(["package", str(site), "--output", str(place / f"{number}.zip"), *kind, "--key", str(key)])
    before = os.umask(umask)
    try:
        assert build(project, site, TZ=zone, LC_ALL=locale).returncode == 0
        ran = subprocess.run(
            [sys.executable, "-c", _EACH, json.dumps(commands)],
            cwd=place,
            env={**os.environ, **settings, "TZ": zone, "LC_ALL": locale},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, ran.stderr
    finally:
        os.umask(before)
    return [(place / f"{number}.zip").read_bytes() for number in range(len(KINDS))]


def test_packages_are_the_same_bytes_in_another_folder_zone_locale_and_umask(key: Path, tmp_path: Path) -> None:
    first = packages(tmp_path / "a", key, "UTC", "C", 0o022)
    second = packages(tmp_path / "thư mục khác" / "b", key, "America/New_York", "tr_TR.UTF-8", 0o077)
    assert [one == other for one, other in zip(first, second, strict=True)] == [True, True, True]


def test_entries_have_the_builds_instant_and_are_readable_by_all(released: Path, infopage: Run, tmp_path: Path) -> None:
    infopage("package", released, "--output", tmp_path / "x.zip")
    with ZipFile(tmp_path / "x.zip") as packed:
        assert {entry.date_time for entry in packed.infolist()} == {(2026, 11, 23, 0, 0, 0)}
        assert {entry.external_attr >> 16 for entry in packed.infolist()} == {0o100644}
        assert packed.namelist() == sorted(packed.namelist())


def test_for_a_host_without_410_the_note_is_an_ordinary_page(
    released: Path, key: Path, infopage: Run, tmp_path: Path
) -> None:
    assert infopage("package", released, "--plain", "--key", key, "--output", tmp_path / "x.zip")[0] == 0
    folder = unpack(tmp_path / "x.zip", tmp_path / "unpacked")
    assert (folder / GONE / "index.html").read_bytes() == (released / GONE / "410.html").read_bytes()
    assert infopage("verify", folder, "--key", f"{key}.pub")[0] == 0


def test_the_offline_copy_has_one_file_to_open_and_every_link_in_it_leads_to_a_file(
    released: Path, key: Path, infopage: Run, tmp_path: Path
) -> None:
    assert infopage("package", released, "--offline", "--key", key, "--output", tmp_path / "x.zip")[0] == 0
    folder = unpack(tmp_path / "x.zip", tmp_path / "unpacked")
    assert sorted(p.name for p in folder.iterdir()) == [NAME, SIGNATURE, "MO-TRANG-NAY.html", "khoa-ky.txt", "trang"]
    assert infopage("verify", folder, "--key", f"{key}.pub")[0] == 0
    for page in folder.rglob("*.html"):
        for element in parse(page.read_bytes()).iter():
            for attribute in ("href", "src", "action"):
                link = (element.get(attribute) or "") if isinstance(element.tag, str) else ""
                path = link.partition("#")[0].partition("?")[0]
                if path and ":" not in path:
                    assert (page.parent / path).is_file(), f"{page}: {link}"


def test_the_offline_copy_leaves_out_what_only_servers_and_subscribers_use(
    released: Path, infopage: Run, tmp_path: Path
) -> None:
    assert infopage("package", released, "--offline", "--unsigned", "--output", tmp_path / "x.zip")[0] == 0
    folder = unpack(tmp_path / "x.zip", tmp_path / "unpacked") / "trang"
    for name in ("404.html", "robots.txt", "sitemap.xml", ".well-known", "nguon-tin/tat-ca/rss.xml", NAME):
        assert not (folder / name).exists(), name
    home = parse((folder / "index.html").read_bytes())
    assert home.xpath("//link[@rel='alternate']/@href") == ["https://minhhoa.example/nguon-tin/tat-ca/rss.xml"]
    moved = parse((folder / "dia-chi-cu/index.html").read_bytes())
    assert moved.xpath("//meta[@http-equiv='refresh']/@content") == ["0; url=../van-ban/index.html"]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--output", "x.zip"), "đã đổi sau khi ký; hãy chạy lại scripts/infopage sign"),
        (
            ("--offline", "--output", "x.zip"),
            "bản này chưa ký; hãy chạy scripts/infopage sign trước, hoặc thêm",
        ),
        (("--unsigned", "--output", "copy/x.zip"), "nằm trong chính trang được đóng gói"),
    ],
)
def test_no_package_is_written_that_proves_nothing(
    copy: Path, infopage: Run, arguments: tuple[str, ...], words: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (copy / "index.html").write_bytes((copy / "index.html").read_bytes() + b"\n")
    code, out, err = infopage("package", copy, *arguments)
    assert (code, out) == (2, "")
    assert words in err
    assert list(tmp_path.rglob("*.zip*")) == []


def test_a_full_disk_leaves_the_last_package_whole(released: Path, tmp_path: Path) -> None:
    (tmp_path / "x.zip").write_bytes(b"whole")
    limited = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (20000, 20000)); "
    limited += "import signal; signal.signal(signal.SIGXFSZ, signal.SIG_IGN); from infopage.cli import main; "
    ran = subprocess.run(
        [sys.executable, "-c", f"{limited} sys.exit(main(['package', {str(released)!r}, '--output', 'x.zip']))"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "SOURCE_DATE_EPOCH": INSTANT},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 2
    assert "Traceback" not in ran.stderr
    assert "File too large" in ran.stderr
    assert tree(tmp_path) == {"x.zip": b"whole"}
