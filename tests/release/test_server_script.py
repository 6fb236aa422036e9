"""Each failure on the server is reported in one clear line, with every shell that may be the server's sh."""

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.release.lab import SCRIPT
from tests.support import skip_or_fail

NOBODY = 65534
SHELLS = ("dash", "busybox")


@dataclass
class Place:
    """A folder of releases that every user may enter, and tools that are found before the system's."""

    folder: Path
    shell: str

    @property
    def served(self) -> Path:
        return self.folder / "srv"

    def run(self, *words: str, user: int = 0, given: str = "") -> tuple[int, str, str]:
        """Run the server's script as a user with the input ``given``; return its exit code and outputs."""
        shell = [self.shell, "sh"] if self.shell == "busybox" else [self.shell]
        path = f"{self.folder}/bin:{os.environ['PATH']}"
        as_user = {"user": user, "group": user, "extra_groups": []} if user else {}
        ran = subprocess.run(
            [*shell, str(self.folder / "script"), str(self.served), *words],
            env={"PATH": path},
            input=given,
            capture_output=True,
            text=True,
            check=False,
            **as_user,
        )
        return ran.returncode, ran.stdout, ran.stderr

    def failing(self, tool: str, said: str) -> None:
        """Replace a tool by one that fails with this message."""
        file = self.folder / "bin" / tool
        file.write_text(f'#!/bin/sh\necho "{tool}: {said}" >&2\nexit 1\n', "utf-8")
        file.chmod(0o755)


@pytest.fixture(params=SHELLS)
def place(request: pytest.FixtureRequest) -> Iterator[Place]:
    """Yield a place that every user may enter."""
    if not shutil.which(request.param):
        skip_or_fail(f"there is no {request.param}", f"apt-get install {request.param}")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        for part in ("srv", "bin"):
            (folder / part).mkdir()
        shutil.copy(SCRIPT, folder / "script")
        yield Place(folder, request.param)


def told(ran: tuple[int, str, str], words: str) -> None:
    """Assert that the run ``ran`` of the server's script failed with one line that contains ``words``."""
    code, out, err = ran
    assert (code != 0, out) == (True, ""), err
    assert err.startswith("lỗi: "), err
    assert err.count("\n") == 1, err
    assert words in err


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be two users")
def test_what_root_once_wrote_is_named_to_the_keys_own_user(place: Place) -> None:
    os.chown(place.served, NOBODY, NOBODY)
    assert place.run("live", user=NOBODY) == (0, "-\n", "")
    shutil.rmtree(place.served)
    place.served.mkdir()
    os.chown(place.served, NOBODY, NOBODY)
    assert place.run("live") == (0, "-\n", "")  # root runs it first, so that root owns the files
    for verb in ("live", "ledger", "releases", "publish 0123456789abcdef -", "rollback", "rsync x"):
        told(
            place.run(*verb.split(), user=NOBODY),
            f"có tệp không thuộc người dùng nobody; hãy chạy, với quyền root: chown -R nobody: {place.served}",
        )
    for file in place.served.rglob("*"):
        os.chown(file, NOBODY, NOBODY)
    assert place.run("live", user=NOBODY) == (0, "-\n", "")
    os.chown(place.served, 0, 0)
    place.served.chmod(0o555)
    shutil.rmtree(place.served / "incoming")
    told(place.run("live", user=NOBODY), "máy chủ không ghi được vào")


FAILURES = {
    "cannot create directory 'incoming': Read-only file system": "đĩa của máy chủ chỉ cho đọc",
    "cannot create directory 'incoming': No space left on device": "(hết dung lượng hoặc hết số tệp); hãy dọn đĩa",
    "cannot create directory 'incoming': Disk quota exceeded": "đĩa dành cho người dùng này trên máy chủ đã đầy",
    "lạ": "máy chủ không ghi được vào",
}


def test_a_disk_that_takes_nothing_is_named(place: Place) -> None:
    for said, words in FAILURES.items():
        place.failing("mkdir", said)
        told(place.run("live"), words)
        told(place.run("live"), f"(mkdir: {said})")


def arrived(place: Place, text: str) -> str:
    """Put a release where an upload puts it, and return its ID."""
    line = f"{hashlib.sha256(text.encode()).hexdigest()}  index.html\n"
    release = hashlib.sha256(line.encode()).hexdigest()[:16]
    folder = place.served / "incoming" / release
    folder.mkdir(parents=True)
    (folder / "index.html").write_text(text, "utf-8")
    (folder / "MANIFEST.sha256").write_text(line, "utf-8")
    return release


def test_a_tool_that_fails_at_the_switch_changes_nothing(place: Place) -> None:
    first = arrived(place, "một")
    assert place.run("publish", first, "-")[0] == 0
    for tool in ("touch", "mv", "ln", "sync", "flock"):
        second = arrived(place, f"hai {tool}")
        place.failing(tool, "cannot do it: No space left on device")
        told(place.run("publish", second, first), "đĩa của máy chủ đã đầy")
        (place.folder / "bin" / tool).unlink()
        assert place.run("live")[1].split()[0] == first
    third = arrived(place, "ba")
    assert place.run("publish", third, first)[0] == 0
    assert place.run("live")[1].split()[0] == third
    place.failing("flock", "not found")
    told(place.run("releases"), "máy chủ thiếu một lệnh")


def test_a_folder_in_place_of_the_link_is_named(place: Place) -> None:
    (place.served / "current").mkdir()
    for verb in ("live", "ledger", "publish 0123456789abcdef -"):
        told(place.run(*verb.split()), f"{place.served}/current không phải liên kết; hãy đổi tên nó")
    (place.served / "current").rename(place.served / "current.cu")
    assert place.run("live") == (0, "-\n", "")


def test_what_stands_beside_a_release_is_kept_whole_and_goes_with_it(place: Place) -> None:
    name, text = "provenance.intoto.json", '{"a": "ă"}\n'
    digest = hashlib.sha256(text.encode()).hexdigest()
    first = arrived(place, "một")
    told(place.run("beside", first, name, digest, given=text), f"máy chủ không còn giữ bản {first}")
    assert place.run("publish", first, "-")[0] == 0
    kept = place.served / "beside" / first
    assert place.run("beside", first, name, digest, given=text) == (0, "", "")
    assert (kept / name).read_text("utf-8") == text
    for given, stated in ((text[:-1], digest), ("", digest), (text, "")):
        told(place.run("beside", first, name, stated, given=given), f"{name} không tới nơi trọn vẹn")
    for other in ("../../current", "index.html", ".", ""):
        told(place.run("beside", first, other, digest, given=text), "không phải tệp đi kèm bản phát hành")
    told(place.run("beside", "../releases", name, digest, given=text), "không phải mã của bản phát hành nào")
    assert (kept / name).read_text("utf-8") == text
    assert sorted(file.name for file in kept.parent.rglob("*")) == sorted([first, name])
    second = arrived(place, "hai")
    assert place.run("publish", second, first)[0] == 0
    assert place.run("beside", second, name, digest, given=text)[0] == 0
    assert place.run("forget")[0] == 0
    assert [one.name for one in kept.parent.iterdir()] == [second]
