"""The lab: a test server on this machine, set up as in deploy/ with real sshd, rsync and nginx; tests can break it."""

import contextlib
import hashlib
import io
import os
import shutil
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from unittest.mock import patch

from infopage.cli import main
from tests.release.web import PATH, Answer, ask, free_port, nginx_for, running, tool
from tests.sites import BASE, tree
from tests.support import ROOT

SCRIPT = ROOT / "deploy" / "bin" / "tham-sau-server"
# HOME is the folder of the test: otherwise the user's shell would read its start-up files at each connection.
_SSHD = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host_key
AuthorizedKeysFile {folder}/now/authorized_keys
PidFile none
StrictModes no
UsePAM no
PasswordAuthentication no
KbdInteractiveAuthentication no
PermitRootLogin prohibit-password
LogLevel ERROR
KexAlgorithms curve25519-sha256
SetEnv HOME={folder}
"""


@dataclass
class Servers:
    """A running sshd and nginx, shared by tests. They use the folder to which the link ``now`` points.

    That is the folder (lab) of the running test.
    """

    folder: Path
    ssh_port: int = field(init=False)
    port: int = field(init=False)

    def __post_init__(self) -> None:
        self.ssh_port, self.port = free_port(), free_port()
        for name in ("host_key", "key"):
            make_key(self.folder / name)

    @property
    def now(self) -> Path:
        """The link to the folder of the running test, its :class:`Lab`."""
        return self.folder / "now"

    @contextlib.contextmanager
    def running(self) -> Iterator["Servers"]:
        """Run sshd and nginx until the ``with`` block ends."""
        if os.geteuid() == 0:
            # The server sshd needs this folder to confine its unprivileged process to it.
            Path("/run/sshd").mkdir(mode=0o755, exist_ok=True)
        settings = self.folder / "sshd_config"
        settings.write_text(_SSHD.format(port=self.ssh_port, folder=self.folder), "utf-8")
        sshd = [tool("sshd"), "-D", "-e", "-f", str(settings)]
        nginx = nginx_for(self.now / "srv", "/", self.port, self.folder)
        with running(sshd, self.ssh_port, self.folder), running(nginx, self.port, self.folder):
            yield self


@dataclass
class Lab:
    """The folder of a test: the releases that the servers show, and how to reach them by ssh and HTTP."""

    folder: Path
    servers: Servers

    def __post_init__(self) -> None:
        self.served.mkdir(parents=True)
        for name in ("host_key", "host_key.pub", "key", "key.pub"):
            shutil.copy(self.servers.folder / name, self.folder)
        self.servers.now.unlink(missing_ok=True)
        self.servers.now.symlink_to(self.folder)
        self.known_hosts(self.folder / "host_key.pub")
        self.allow(f"{SCRIPT} {self.served}")

    @property
    def served(self) -> Path:
        """The folder with the releases on the test server."""
        return self.folder / "srv"

    @property
    def ssh_port(self) -> int:
        """The port at which the server receives releases."""
        return self.servers.ssh_port

    @property
    def url(self) -> str:
        """The public address of the site."""
        return f"http://127.0.0.1:{self.servers.port}/"

    def allow(self, command: str) -> None:
        """Let the publisher's ssh key run only this command on the server."""
        key = (self.folder / "key.pub").read_text("utf-8")
        (self.folder / "authorized_keys").write_text(f'restrict,command="{command}" {key}', "utf-8")

    def known_hosts(self, public: Path) -> None:
        """Make the publisher trust a server with the host key in the file ``public``, and no other."""
        kind, key, *_ = public.read_text("utf-8").split()
        (self.folder / "known_hosts").write_text(f"[127.0.0.1]:{self.ssh_port} {kind} {key}\n", "utf-8")

    def command(self, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run ``infopage`` with the variables a user would set; in this process, which starts faster."""
        out, err = io.StringIO(), io.StringIO()
        variables = patch.dict(os.environ, self.environment(**environment), clear=True)
        with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err), variables:
            code = main(["--root", str(BASE), *words])
        return subprocess.CompletedProcess(words, code, out.getvalue(), err.getvalue())

    def start(self, *words: str) -> subprocess.Popen[str]:
        """Start ``infopage`` as a process of its own, without waiting for it."""
        pipe = subprocess.PIPE
        return subprocess.Popen(self.words(*words), env=self.environment(), stdout=pipe, stderr=pipe, text=True)

    def words(self, *words: str) -> list[str]:
        """Return the command line of ``infopage`` with these words."""
        return [sys.executable, "-m", "infopage.cli", "--root", str(BASE), *words]

    def environment(self, **more: str) -> Mapping[str, str]:
        """Return the environment variables that say where to publish."""
        return {
            "PATH": PATH,
            "PYTHONPATH": str(ROOT / "hooks"),
            "PYTHONUTF8": "1",
            "HOME": str(self.folder),
            "INFOPAGE_SERVER": f"127.0.0.1:{self.ssh_port}",
            "INFOPAGE_KEY": str(self.folder / "key"),
            "INFOPAGE_KNOWN_HOSTS": str(self.folder / "known_hosts"),
            "INFOPAGE_URL": self.url,
            "INFOPAGE_RECORD": str(self.folder / "so-dia-chi.txt"),
            "INFOPAGE_FIRST_PUBLISHED": str(self.folder / "lan-dang-dau.txt"),
            **more,
        }

    def publish(self, site: Path, *words: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Publish a folder; ``words`` are further options. If nothing was published before, ``--first`` is added."""
        first = [] if {"--first", "--ledger"} & {*words} or (self.served / "current").is_symlink() else ["--first"]
        return self.command("publish", "--site", str(site), "--patience", "0", *first, *words, **environment)

    def published(self, site: Path) -> None:
        """Publish a folder and assert that the public sees it."""
        ran = self.publish(site)
        assert ran.returncode == 0, ran.stderr
        assert self.shows(site)

    def live(self) -> dict[str, str]:
        """Return the digest of each public file of the release by address, without files kept from earlier ones."""
        listed = (self.served / "current" / "MANIFEST.sha256").read_text("utf-8").splitlines()
        return {line[66:]: _digest((self.served / "current" / line[66:]).read_bytes()) for line in listed}

    def shows(self, site: Path) -> bool:
        """Tell whether the public sees exactly the files of this folder."""
        files = {name: _digest(data) for name, data in tree(site).items() if not name.startswith("MANIFEST.sha256")}
        return self.live() == files

    def get(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Ask nginx for an address relative to the site's."""
        return ask(self.servers.port, f"/{address}", method, **headers)


@contextlib.contextmanager
def lab_alone(folder: Path) -> Iterator[Lab]:
    """Yield a lab (a test's folder) with servers of its own, for a test that must not share them."""
    (folder / "servers").mkdir(parents=True)
    with Servers(folder / "servers").running() as servers:
        yield Lab(folder / "lab", servers)


def make_key(path: Path) -> None:
    """Make a key pair without a passphrase."""
    keygen = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "lab", "-f", str(path)]
    tool("ssh")
    subprocess.run(keygen, check=True)


_LETTERS = str.maketrans("0123456789", "ghijklmnop")
"""Replaces the digits in filler text by letters, because long digits would be checked as personal numbers."""


def make_site(folder: Path, version: str, pages: int = 12, weight: int = 0) -> Path:
    """Make a site whose pages name their version and use a style and a script of the same version.

    ``weight`` bytes of incompressible data are added, written as twice as many letters in ten files.
    """
    files = {f"assets/{kind}.{_digest(version.encode())[:8]}.{kind}": f"/* {version} */" for kind in ("css", "js")}
    links = "".join(f"<i>/{name}</i>" for name in files)
    for number in range(pages):
        name = f"trang/{number}/index.html" if number else "index.html"
        files[name] = f"<!doctype html><title>Trang {number} – Lab</title>{links}<p>{version}</p>"
    files["404.html"] = "<!doctype html><title>Không có</title>"
    for name, text in files.items():
        _put(folder / name, text.encode())
    if weight:
        for number in range(10):
            blocks = (hashlib.sha512(f"{version} {number} {n}".encode()).digest() for n in range(weight // 640))
            letters = b"".join(blocks).hex().translate(_LETTERS)
            _put(folder / "van-ban" / f"{number}.txt", letters.encode())
    return folder


def _put(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


class Line:
    """A TCP proxy to a local port that counts the bytes sent, and breaks the connection after ``budget`` bytes."""

    def __init__(self, port: int, budget: int | None = None) -> None:
        self._to = port
        self._budget = budget
        self._listener = socket.create_server(("127.0.0.1", 0))
        self._ends: list[socket.socket] = []
        self.port = int(self._listener.getsockname()[1])
        self.sent = 0
        threading.Thread(target=self._accept, daemon=True).start()

    def close(self) -> None:
        """Close the proxy and its connections."""
        self._listener.close()
        for end in self._ends:
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _accept(self) -> None:
        with contextlib.suppress(OSError):
            while True:
                near, _ = self._listener.accept()
                far = socket.create_connection(("127.0.0.1", self._to))
                self._ends += [near, far]
                threading.Thread(target=self._pass, args=(near, far, True), daemon=True).start()
                threading.Thread(target=self._pass, args=(far, near, False), daemon=True).start()

    def _pass(self, source: socket.socket, target: socket.socket, counted: bool) -> None:
        with contextlib.suppress(OSError):
            while data := source.recv(4096):
                if counted:
                    time.sleep(0.002)  # as on a slow line: meanwhile the server handles the data sent so far
                    self.sent += len(data)
                    if self._budget is not None and self.sent > self._budget:
                        self.close()
                        return
                target.sendall(data)
        for end in (source, target):
            with contextlib.suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
