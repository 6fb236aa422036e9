"""The demonstration site is built, signed, published, verified and packed by the commands that CI runs."""

import json
import os
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.proof.bill import NAME as BILL
from infopage.release.proof.manifest import NAME as MANIFEST
from infopage.release.proof.manifest import SIGNATURE
from infopage.release.proof.provenance import NAME as STATEMENT
from tests.release.conftest import new_key, public
from tests.release.lab import Lab
from tests.sites import INSTANT, build
from tests.support import ROOT

pytestmark = pytest.mark.demonstration
LetOut = Callable[..., subprocess.CompletedProcess[str]]
NEWS = "docs/tin-tuc"


@pytest.fixture
def key(tmp_path: Path) -> Path:
    """Return the file of the private signing key whose public key the project lists."""
    return new_key(tmp_path / "phat-hanh")


@pytest.fixture
def project(tmp_path: Path, key: Path) -> Path:
    """Return a copy of this project that names the key, with a .venv that runs this Python."""
    folder = tmp_path / "project"
    for name in ("docs", "data", "hooks", "scripts", "requirements"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("mkdocs.yml", "Makefile"):
        shutil.copy(ROOT / name, folder)
    (folder / "data/khoa-ky.yml").write_text(f"- ma: phat-hanh\n  khoa: {public(key)}\n  tu: 01/10/2026\n", "utf-8")
    programs = folder / ".venv/bin"
    programs.mkdir(parents=True)
    for lock in ("build", "release", "test"):
        shutil.copy(ROOT / f"requirements/{lock}.txt", programs.parent / f"{lock}.lock")
    for program, words in (("python", ""), ("infopage", " -m infopage.cli")):
        (programs / program).write_text(f'#!/bin/sh\nPYTHONPATH=hooks exec {sys.executable}{words} "$@"\n', "utf-8")
        (programs / program).chmod(0o755)
    return folder


@pytest.fixture
def let_out(project: Path, tmp_path: Path) -> LetOut:
    """Return a function that runs a make target in the project as CI does, with given variables."""
    private = tmp_path / "private"
    private.mkdir()

    def run(*words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        clean = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
        variables = {**clean, "TMPDIR": str(private), **environment}
        command = ["make", "--no-print-directory", *words]
        ran = subprocess.run(command, cwd=project, env=variables, capture_output=True, text=True, check=False)
        assert list(private.iterdir()) == []  # the temporary folder is empty: no file with a secret is left
        assert "PRIVATE KEY" not in ran.stdout + ran.stderr
        assert "Traceback" not in ran.stderr
        return ran

    return run


def secrets(lab: Lab, key: Path) -> dict[str, str]:
    """Return the variables of CI's publish job. Its secrets have CRLF line ends, as if pasted into a web form."""
    files = {"INFOPAGE_KEY": lab.folder / "key", "INFOPAGE_KNOWN_HOSTS": lab.folder / "known_hosts"}
    texts = {name: file.read_text("utf-8") for name, file in {**files, "INFOPAGE_SIGNING_KEY": key}.items()}
    shown = {name: text.strip().replace("\n", "\r\n") for name, text in texts.items()}
    return {"INFOPAGE_SERVER": f"127.0.0.1:{lab.ssh_port}", "INFOPAGE_URL": lab.url, **shown}


class Quiet(SimpleHTTPRequestHandler):
    """Serves files; answers 404 for missing ones and never 410."""

    def log_message(self, format: str, *words: object) -> None:
        """Write no log."""


@contextmanager
def plain_host(folder: Path) -> Iterator[str]:
    """Serve a folder as static hosts do, without configuration; yield the address, ending in a slash."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(folder))) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def built(project: Path) -> Path:
    """Build the project as scripts/site does and return the site."""
    shutil.rmtree(project / "site", ignore_errors=True)
    ran = build(project, project / "site")
    assert ran.returncode == 0, ran.stderr
    (project / "build").mkdir(exist_ok=True)
    (project / "build/instant").write_text(f"{INSTANT}\n", "utf-8")
    return project / "site"


def test_a_release_is_proven_changed_and_never_loses_a_page(
    lab: Lab, project: Path, key: Path, let_out: LetOut
) -> None:
    variables = secrets(lab, key)
    site = built(project)
    first = let_out("publish", "ARGS=--first", **variables)
    assert first.returncode == 0, first.stderr
    assert lab.get(SIGNATURE)[0] == lab.get(LEDGER)[0] == 200
    proof = ["--root", str(project), "verify", lab.url]
    proven = lab.command(*proof, SOURCE_DATE_EPOCH=INSTANT)
    assert proven.returncode == 0, proven.stdout
    assert proven.stdout.startswith("ĐÚNG: trang đang chạy là bản đã phát hành; ")

    shown = lab.live()
    built(project)
    again = let_out("publish", **variables)
    assert again.returncode == 0, again.stderr
    assert again.stdout.startswith("Không có gì đổi: ")

    item = sorted((project / NEWS).rglob("*.md"))[0]
    text = item.read_text("utf-8").replace("\n---\n", "\n---\nCâu này vừa được thêm vào.\n\n", 1)
    item.write_text(text, "utf-8")
    silent = let_out("publish", **variables)
    assert silent.returncode != 0
    assert f"{item.relative_to(project)}:" in silent.stderr
    assert "lỗi [sua-khong-ghi]: " in silent.stderr
    note = "\ncap_nhat: 23/11/2026 06:30\nghi_chu_sua: Thêm một câu.\n---\n"
    item.write_text(text.replace("\n---\n", note, 1), "utf-8")
    built(project)
    second = let_out("publish", **variables)
    assert second.returncode == 0, second.stderr
    address = f"{item.relative_to(project / 'docs').with_suffix('').as_posix()}/"
    assert f"  ~ /{address}" in second.stdout
    assert "Câu này vừa được thêm vào." in lab.get(address)[2].decode()
    for place in (lab.url, str(lab.served / "current")):  # the server's copy has files kept from earlier releases
        assert lab.command(*proof[:-1], place, SOURCE_DATE_EPOCH=INSTANT).returncode == 0

    changed = lab.live()
    assert changed != shown
    shutil.rmtree(built(project) / address)
    third = let_out("publish", **variables)
    assert third.returncode != 0
    assert f"không còn trang ở “{address}”" in third.stderr
    assert lab.live() == changed

    back = let_out("rollback", SOURCE_DATE_EPOCH=INSTANT, **variables)
    assert back.returncode == 0, back.stderr
    assert lab.live() == shown
    assert site.is_dir()


def test_a_signed_release_is_packed_with_its_offline_copy(
    lab: Lab, project: Path, key: Path, let_out: LetOut, tmp_path: Path
) -> None:
    variables = secrets(lab, key)
    built(project)
    assert let_out("publish", "ARGS=--first", **variables).returncode == 0
    packed = let_out("package", INFOPAGE_SIGNING_KEY=variables["INFOPAGE_SIGNING_KEY"])
    assert packed.returncode == 0, packed.stderr
    for name in ("trang", "trang-ngoai-tuyen"):
        shutil.unpack_archive(project / f"build/goi/{name}.zip", tmp_path / name)
        words = ["--root", str(project), "verify", str(tmp_path / name)]
        assert lab.command(*words, SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    assert (tmp_path / "trang" / SIGNATURE).read_bytes() == lab.get(SIGNATURE)[2]
    kept = lab.served / "beside" / (lab.served / "current").readlink().name
    words = ["--root", str(project), "verify", str(lab.served / "current"), "--statement", str(kept / STATEMENT)]
    assert lab.command(*words, SOURCE_DATE_EPOCH=INSTANT).returncode == 0
    assert lab.get(f"../beside/{kept.name}/{STATEMENT}")[0] in (400, 404)
    statement = project / "build/goi" / STATEMENT
    assert (statement.with_name(BILL)).read_bytes() == (kept / BILL).read_bytes()
    words = ["--root", str(project), "verify", lab.url, "--statement", str(statement)]
    proven = lab.command(*words, SOURCE_DATE_EPOCH=INSTANT)
    assert proven.returncode == 0, proven.stdout
    subjects = {one["name"] for one in json.loads(statement.read_text("utf-8"))["subject"]}
    assert subjects == {MANIFEST, "trang.zip", "trang-ngoai-tuyen.zip"}


def test_a_host_of_pages_gets_a_folder_below_a_path_and_loses_no_page_either(
    project: Path, key: Path, let_out: LetOut, tmp_path: Path
) -> None:
    settings = project / "mkdocs.yml"
    text = settings.read_text("utf-8").replace("https://minhhoa.example/", "https://minhhoa.example/tuyen-truyen/")
    settings.write_text(text, "utf-8")
    served = tmp_path / "served"
    served.mkdir()
    with plain_host(served) as address:
        variables = {"INFOPAGE_URL": f"{address}tuyen-truyen/", "INFOPAGE_SIGNING_KEY": str(key)}
        site = built(project)
        refused = let_out("pages", **variables)
        assert refused.returncode != 0
        assert f"không có {LEDGER}; lần phát hành đầu tiên thì dùng --first" in refused.stderr
        first = let_out("pages", "ARGS=--first", **variables)
        assert first.returncode == 0, first.stderr
        pages = project / "public"
        assert {path.stat().st_mode & 0o777 for path in pages.rglob("*")} == {0o755, 0o644}
        shutil.copytree(pages, served / "tuyen-truyen")
        verify = [sys.executable, "-m", "infopage.cli", "--root", str(project), "verify", variables["INFOPAGE_URL"]]
        instant = {**os.environ, "PYTHONPATH": str(ROOT / "hooks"), "SOURCE_DATE_EPOCH": INSTANT}
        proven = subprocess.run(verify, env=instant, capture_output=True, text=True, check=False)
        assert proven.returncode == 0, proven.stdout

        again = let_out("pages", "ARGS=--first", **variables)
        assert again.returncode != 0
        assert f"đã có {LEDGER}, nên đây không phải lần đầu tiên" in again.stderr
        assert let_out("pages", **variables).returncode == 0
        lost = sorted((site / "tin-tuc").glob("*/*/"))[0]
        shutil.rmtree(built(project) / lost.relative_to(site))
        third = let_out("pages", **variables)
        assert third.returncode != 0
        assert f"không còn trang ở “{lost.relative_to(site).as_posix()}/”" in third.stderr


def test_pages_never_write_over_what_is_not_theirs(project: Path, let_out: LetOut) -> None:
    built(project)
    (project / "public").mkdir()
    (project / "public/thu.txt").write_text("của tôi\n", "utf-8")
    with plain_host(project / "public") as address:
        ran = let_out("pages", "ARGS=--first", INFOPAGE_URL=address)
    assert ran.returncode != 0
    assert "đã có và không do lệnh này ghi" in ran.stderr
    assert (project / "public/thu.txt").read_text("utf-8") == "của tôi\n"


@pytest.mark.parametrize("given", ["as text", "as a file others can read"])
def test_a_secret_is_a_private_file_for_as_long_as_the_command_runs(
    project: Path, key: Path, let_out: LetOut, tmp_path: Path, given: str
) -> None:
    seen = tmp_path / "seen"
    (project / ".venv/bin/infopage").write_text(
        f'#!/bin/sh\nstat -c %a "$INFOPAGE_KEY" >{seen}\ncat "$INFOPAGE_KEY" >>{seen}\nexit 7\n', "utf-8"
    )
    shared = tmp_path / "shared"
    shared.write_bytes(key.read_bytes())
    shared.chmod(0o666)
    before = os.umask(0)
    try:
        ran = let_out("publish", INFOPAGE_KEY=str(shared) if given.startswith("as a") else key.read_text("utf-8"))
    finally:
        os.umask(before)
    assert ran.returncode != 0
    assert seen.read_text("utf-8").strip() == f"600\n{key.read_text('utf-8').strip()}"


def test_a_secret_file_that_is_not_there_is_named(project: Path, let_out: LetOut) -> None:
    built(project)
    ran = let_out("publish", INFOPAGE_SERVER="127.0.0.1", INFOPAGE_KEY="khong-co")
    assert ran.returncode != 0
    assert "không có tệp khóa SSH khong-co" in ran.stderr
