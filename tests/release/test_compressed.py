"""The server compresses each text once, keeps the compressed file as long as the text, and never serves a wrong one."""

import gzip
import hashlib
import os
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.release.lab import SCRIPT
from tests.release.test_server_script import SHELLS

LONG = "Điều một. " * 300
ARCHIVE = "nguon-tin/tat-ca/rss-2026-03-14-2359.xml"
SITE = {
    "index.html": f"trang chủ {LONG}",
    "van-ban/a/index.html": f"văn bản {LONG}",
    "van-ban/một tên khác/index.html": f"tên lạ {LONG}",
    "van-ban/-n.txt": f"chữ {LONG}",
    "nguon-tin/tat-ca/rss.xml": f"<rss>{LONG}",
    ARCHIVE: f"<rss>{LONG}",
    "anh.jpg": LONG,
    "van-ban/a.pdf": LONG,
    "ngan.html": "a" * 1023,
    "vua.html": "a" * 1024,
}
TEXTS = {name for name in SITE if name not in (ARCHIVE, "anh.jpg", "van-ban/a.pdf", "ngan.html")}


@dataclass
class Server:
    """A folder of releases, and the server's script, run by a shell."""

    folder: Path
    shell: tuple[str, ...]

    def ask(self, *words: str, **variables: str) -> str:
        """Run the server's script and return its output."""
        environment = {"PATH": os.environ["PATH"], **variables}
        command = [*self.shell, str(SCRIPT), str(self.folder), *words]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout

    def publish(self, files: Mapping[str, str]) -> str:
        """Add a release as an upload does: files equal to those of the release before are hard links to them."""
        before = self.live
        digests = {name: hashlib.sha256(text.encode()).hexdigest() for name, text in files.items()}
        manifest = "".join(f"{digests[name]}  {name}\n" for name in sorted(files))
        release = hashlib.sha256(manifest.encode()).hexdigest()[:16]
        for name, text in {**files, "MANIFEST.sha256": manifest}.items():
            file, old = self.folder / "incoming" / release / name, self.folder / "releases" / before / name
            file.parent.mkdir(parents=True, exist_ok=True)
            if old.is_file() and old.read_text("utf-8") == text:
                os.link(old, file)
            else:
                file.write_text(text, "utf-8")
        self.ask("publish", release, before)
        return release

    @property
    def live(self) -> str:
        """The ID of the release shown, or ``-``."""
        return (self.folder / "current").readlink().name if (self.folder / "current").is_symlink() else "-"

    def forms(self, release: str) -> dict[str, Path]:
        """Return the compressed files of a release, by the names of the text files."""
        folder = self.folder / "releases" / release
        return {path.relative_to(folder).as_posix().removesuffix(".gz"): path for path in folder.rglob("*.gz")}


@pytest.fixture(params=SHELLS[:1])
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Server:
    """Return a server without releases."""
    (tmp_path / "srv").mkdir()
    return Server(tmp_path / "srv", ("busybox", "sh") if request.param == "busybox" else (request.param,))


def test_each_text_has_a_form_of_its_bytes_and_time_and_nothing_else_has(server: Server) -> None:
    release = server.publish(SITE)
    assert server.forms(release).keys() == TEXTS
    for name, form in server.forms(release).items():
        text = server.folder / "current" / name
        content = form.read_bytes()
        assert gzip.decompress(content).decode() == SITE[name]
        assert content[3:8] == bytes(5)  # no name or time in the header, so the same text gives the same bytes
        assert (form.stat().st_mtime, form.stat().st_mode) == (text.stat().st_mtime, text.stat().st_mode)
    assert list((server.folder / "incoming").iterdir()) == []


def test_what_did_not_change_keeps_its_form_and_what_did_has_a_new_one(server: Server) -> None:
    first = server.publish(SITE)
    kept = {name: form.stat() for name, form in server.forms(first).items()}
    second = server.publish({**SITE, "index.html": f"đã sửa {LONG}", "moi.html": LONG})
    now = {name: form.stat() for name, form in server.forms(second).items()}
    assert {name for name in now if name not in kept or now[name].st_ino != kept[name].st_ino} == {
        "index.html",
        "moi.html",
    }
    assert gzip.decompress(server.forms(second)["index.html"].read_bytes()).decode() == f"đã sửa {LONG}"
    assert now["index.html"].st_mtime > kept["index.html"].st_mtime


@pytest.mark.parametrize("back", [False, True], ids=["the next release", "rollback"])
@pytest.mark.parametrize("server", SHELLS, indirect=True)
def test_a_form_that_is_not_of_its_text_is_never_shown(server: Server, back: bool) -> None:
    first = server.publish(SITE)
    forms = [form for name, form in sorted(server.forms(first).items()) if name != "index.html"]
    other = {**SITE, "index.html": "khác"}
    second = server.publish(other) if back else ""
    for form, spoilt in zip(forms, (b"", b"\x1f\x8b", gzip.compress(b"other" * 300), None), strict=False):
        form.unlink()
        if spoilt is not None:
            form.write_bytes(spoilt)
    if back:
        assert server.ask("rollback", first, second).split()[0] == first
    else:
        server.publish(other)
    assert server.forms(server.live).keys() == {name for name in TEXTS if back or name != "index.html"}
    for name, shown in server.forms(server.live).items():
        assert gzip.decompress(shown.read_bytes()) == (server.folder / "current" / name).read_bytes()


def test_the_same_release_again_mends_text_and_form(server: Server) -> None:
    release = server.publish(SITE)
    for name in ("index.html", "van-ban/a/index.html.gz"):
        file = server.folder / "current" / name
        file.unlink()
        file.write_text("hỏng", "utf-8")
    assert server.publish(SITE) == release
    for name, form in server.forms(release).items():
        assert (
            gzip.decompress(form.read_bytes()).decode()
            == SITE[name]
            == (server.folder / "current" / name).read_text("utf-8")
        )


def test_there_is_a_way_back_where_nothing_can_be_compressed(server: Server, tmp_path: Path) -> None:
    first = server.publish(SITE)
    second = server.publish({**SITE, "index.html": "khác"})
    for form in server.forms(first).values():
        form.unlink()
    (tmp_path / "bin").mkdir()
    (tmp_path / "bin" / "gzip").write_text("#!/bin/sh\nexit 1\n", "utf-8")
    (tmp_path / "bin" / "gzip").chmod(0o755)
    server.ask("rollback", first, second, PATH=f"{tmp_path}/bin:{os.environ['PATH']}")
    assert (server.live, server.forms(first)) == (first, {})


def test_forms_are_no_files_too_many_and_others_of_that_name_are(server: Server) -> None:
    first = server.publish(SITE)
    second = server.publish({**SITE, "index.html": "khác"})
    server.ask("forget")
    assert server.forms(second).keys() == TEXTS - {"index.html"}
    assert first not in server.ask("releases")
    third = server.publish(SITE)
    (server.folder / "releases" / second / "la.html.gz").write_bytes(b"")
    command = [*server.shell, str(SCRIPT), str(server.folder), "rollback", second, third]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, "la.html.gz: tệp trên máy chủ không khớp bản kê" in ran.stderr) == (1, True)


def test_what_is_sent_compressed_is_refused(server: Server) -> None:
    release = server.publish(SITE)
    shutil.copytree(server.folder / "releases" / release, server.folder / "incoming" / release)
    command = [*server.shell, str(SCRIPT), str(server.folder), "publish", release, release]
    ran = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (ran.returncode, ".gz: tệp trên máy chủ không khớp bản kê" in ran.stderr) == (1, True)
