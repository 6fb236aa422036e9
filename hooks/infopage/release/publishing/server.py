"""The client of the server that stores the releases: it calls deploy/bin/tham-sau-server there over ssh."""

import io
import os
import re
import subprocess
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from signal import SIGKILL
from threading import Timer
from typing import Self

from infopage.progress.phases import SILENT, Phase, Progress
from infopage.release.addresses.ledger import NAME as LEDGER
from infopage.release.proof.manifest import Manifest
from infopage.release.publishing.releases import NOTHING, Kept, ReleaseError, ShownRelease

_ADDRESS = re.compile(r"(?P<host>(?:[A-Za-z0-9_][\w.-]*@)?[A-Za-z0-9][\w.-]*)(?::(?P<port>\d{1,5}))?")
_CAUSES = {
    "REMOTE HOST IDENTIFICATION HAS CHANGED": "khóa của máy chủ khác khóa đã ghi: có thể ai đó đứng giữa; "
    "hãy hỏi người quản trị máy chủ, đừng bỏ qua",
    "Host key verification failed": "known_hosts chưa ghi khóa của máy chủ này; hãy ghi khóa mà người quản trị cho",
    "UNPROTECTED PRIVATE KEY FILE": "người khác đọc được tệp khóa SSH; hãy chạy chmod 600 với tệp ấy",
    "error in libcrypto": "tệp khóa SSH không đọc được; hãy xem lại đã chép đủ tệp chưa",
    "invalid format": "tệp khóa SSH không đọc được; hãy xem lại đã chép đủ tệp chưa",
    "Permission denied (13)": "máy chủ không ghi được vào thư mục của trang; hãy xem lại chủ và quyền của thư mục",
    "Permission denied (": "máy chủ không nhận khóa SSH này; hãy xem lại tên người dùng, khóa, và authorized_keys",
    "Could not resolve hostname": "không tìm thấy máy chủ theo tên này; hãy xem lại tên và mạng",
    "Connection refused": "máy chủ không nhận kết nối SSH ở cổng này; hãy xem lại cổng và sshd",
    "No route to host": "không có đường mạng tới máy chủ; hãy xem lại mạng",
    "Connection timed out": "máy chủ không trả lời; hãy xem lại địa chỉ, cổng và tường lửa",
    "No space left on device": "đĩa của máy chủ đã đầy; hãy dọn đĩa rồi chạy lại",
    "Disk quota exceeded": "đĩa dành cho người dùng này trên máy chủ đã đầy; hãy dọn đĩa rồi chạy lại",
    "File too large": "máy chủ không cho ghi tệp lớn như vậy; hãy xem lại giới hạn của máy chủ",
    "command not found": "máy chủ thiếu một lệnh; hãy cài theo deploy/README.md",
    "rsync: not found": "máy chủ chưa có rsync; hãy cài theo deploy/README.md",
}
"""Error messages of ssh and rsync (in the C locale), each with its explanation for people. The first match counts."""

_PROGRESS = re.compile(rb"\s(\d+)%\s")

_PATIENCE = 300
"""Seconds the server may take for one command. It may have to wait for other commands and read a whole release."""

_OWN = "lỗi: "
_LOST = frozenset({10, 12, 20, 30, 35, 255})
"""Exit codes of rsync and ssh for a broken connection."""


@dataclass(frozen=True)
class Server:
    """The server to publish to, reached by ssh. ``host`` is ``user@host`` or a host name from ssh's configuration.

    ``port``, ``key`` (a private key) and ``known_hosts`` are None where ssh's own configuration applies.
    """

    host: str
    port: str | None = None
    key: Path | None = None
    known_hosts: Path | None = None

    @classmethod
    def parse(cls, address: str, key: str = "", known_hosts: str = "") -> Self:
        """Parse ``user@host:port``; the port may be left out. ``key`` and ``known_hosts`` are names of files for ssh.

        Raises ReleaseError for any other text, and where a file does not exist.
        """
        match = _ADDRESS.fullmatch(address)
        if not match:
            raise ReleaseError(
                f"“{address}” không phải địa chỉ máy chủ; hãy viết như tham-sau@may-chu.vn hay tham-sau@may-chu.vn:22"
            )
        for name, what in ((key, "khóa SSH"), (known_hosts, "known_hosts")):
            if name and not Path(name).is_file():
                raise ReleaseError(f"không có tệp {what} {name}; hãy xem lại tên tệp")
        files = (Path(name).resolve() if name else None for name in (key, known_hosts))
        return cls(match["host"], match["port"], *files)

    def releases(self) -> list[Kept]:
        """Return the releases on the server, the newest first."""
        return [Kept.parse(line) for line in self.ask("releases").splitlines()]

    def shown(self) -> tuple[str, Manifest]:
        """Return the ID of the public release, or ``NOTHING`` where there is none, and its manifest (list of files).

        The manifest is empty where the server's copy is damaged, so that every file counts as new.
        """
        release, _, text = self.ask("live").partition("\n")
        try:
            return release, Manifest.parse(text)
        except ValueError:
            return release, Manifest()

    def ledger(self) -> str:
        """Return the current release's ledger, the list of published addresses; empty where there is no release.

        Raises ReleaseError, also where the current release has no ledger.
        """
        release, _, text = self.ask("ledger").partition("\n")
        if release != NOTHING and not text:
            again = "hãy dựng lại sổ từ các bản đã giữ (scripts/infopage ledger --rebuild) rồi chạy lại với --ledger"
            raise ReleaseError(f"bản {release} trên máy chủ không có {LEDGER}; {again}")
        return text

    def first_published(self) -> str:
        """Return the current release's record of when each item was first published; empty where it has none.

        Raises ReleaseError.
        """
        return self.ask("first").partition("\n")[2]

    def words(self) -> tuple[str, str, str]:
        """Return the ID of the current release, the secret key for digests of words, and the release's record of them.

        The ID is ``NOTHING`` where there is no release, and the record is empty where the release has none. Raises
        ReleaseError.
        """
        try:
            release, key, *text = self.ask("words").split("\n", 2)
        except ReleaseError as error:
            if "các lệnh:" not in str(error):
                raise
            message = "máy chủ chưa biết lệnh words; hãy chép deploy/bin/tham-sau-server mới lên máy chủ rồi chạy lại"
            raise ReleaseError(message) from None
        return release, key, "".join(text)

    def ask(self, *words: str, given: bytes = b"") -> str:
        """Run a command of the server's script and return its output. Raises ReleaseError.

        ``words`` are the command and its arguments, ``given`` is its standard input.
        """
        return _run([*self._ssh(), self.host, " ".join(words)], SILENT, _PATIENCE, given)

    def keep_beside(self, release: str, name: str, content: bytes) -> None:
        """Store a file on the server beside a release, where readers cannot reach it.

        ``release`` is the release's ID, ``name`` the file's name. Raises ReleaseError.
        """
        self.ask("beside", release, name, sha256(content).hexdigest(), given=content)

    def proof(self, release: str | None) -> "ShownRelease":
        """Return the manifest (list of files) and signature of a release, to check it before a rollback.

        Raises ReleaseError.

        Without an ID the release before the current one is meant.
        """
        return ShownRelease.parse(self.ask("proof", *([release] if release else [])))

    def send(self, site: Path, release: str, progress: Progress) -> None:
        """Upload the folder ``site`` as the release with the ID ``release``.

        Only files that the server lacks are sent. An interrupted upload resumes. ``progress`` shows how much has been
        sent. Raises ReleaseError.
        """
        progress.begin(Phase.UPLOAD, 100)
        options = "--recursive --perms --checksum --compress --chmod=D755,F644 --delete --timeout=60".split()
        telling = "--info=progress2 --no-inc-recursive --outbuf=None".split()
        remote = f"{self.host}:{release}/"
        _run(["rsync", *options, *telling, "--rsh", " ".join(map(_word, self._ssh())), f"{site}/", remote], progress)
        progress.end()

    def _ssh(self) -> list[str]:
        options = {
            "BatchMode": "yes",
            "StrictHostKeyChecking": "yes",
            "UpdateHostKeys": "no",
            "ConnectTimeout": "15",
            "ServerAliveInterval": "15",
            "LogLevel": "ERROR",
        }
        if self.port:
            options["Port"] = self.port
        if self.key:
            options |= {"IdentityFile": f'"{self.key}"', "IdentitiesOnly": "yes"}
        if self.known_hosts:
            options |= {"UserKnownHostsFile": f'"{self.known_hosts}"', "GlobalKnownHostsFile": "none"}
        return ["ssh", "-T", *(part for name, value in options.items() for part in ("-o", f"{name}={value}"))]


def _word(text: str) -> str:
    """Quote a word for rsync's option --rsh, which rsync splits at blanks outside quotation marks."""
    return f"'{text}'" if " " in text else text


def _run(command: list[str], progress: Progress, limit: float | None = None, given: bytes = b"") -> str:
    environment = {**os.environ, "LC_ALL": "C", "RSYNC_PROTECT_ARGS": "0"}
    # With pipes for input and errors, the program could block while only its output is read. Files never block it.
    with tempfile.TemporaryFile() as source, tempfile.TemporaryFile() as errors:
        source.write(given)
        source.seek(0)
        try:
            process = subprocess.Popen(command, stdin=source, stdout=subprocess.PIPE, stderr=errors, env=environment)
        except FileNotFoundError:
            raise ReleaseError(
                f"máy này chưa có {command[0]}; trên Debian: apt-get install rsync openssh-client"
            ) from None
        timer = Timer(limit, process.kill) if limit else None
        with process:
            if timer:
                timer.start()
            output = b"".join(_read(process, progress))
        if timer:
            timer.cancel()
            timer.join()
        errors.seek(0)
        said = errors.read().decode("utf-8", "replace")
    if limit and process.returncode == -SIGKILL:
        raise ReleaseError(f"máy chủ im lặng quá {limit:g} giây nên đã ngắt; hãy xem lại máy chủ rồi chạy lại")
    if process.returncode:
        raise _failure(process.returncode, said)
    return output.decode("utf-8", "replace")


def _read(process: subprocess.Popen[bytes], progress: Progress) -> Iterator[bytes]:
    assert isinstance(process.stdout, io.BufferedReader)
    done = 0
    while chunk := process.stdout.read1():
        yield chunk
        for found in _PROGRESS.finditer(chunk):
            progress.step(int(found[1]) - done)
            done = int(found[1])


def _failure(code: int, said: str) -> ReleaseError:
    lines = [line.strip() for line in said.splitlines() if line.strip()]
    if own := [line.removeprefix(_OWN) for line in lines if line.startswith(_OWN)]:
        return ReleaseError(own[0])
    for found, meaning in _CAUSES.items():
        if found in said:
            return ReleaseError(meaning)
    first = lines[0] if lines else "không nói gì"
    if code in _LOST or code < 0:
        again = "hãy chạy lại, những tệp đã tới nơi không phải gửi lại"
        return ReleaseError(f"mất kết nối tới máy chủ giữa chừng ({first}); {again}")
    return ReleaseError(f"máy chủ báo lỗi (mã {code}): {first}")
