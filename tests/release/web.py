"""Real web servers on loopback that show a folder of releases, configured as in deploy/, over HTTP and TLS."""

import contextlib
import os
import re
import shutil
import socket
import ssl
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path

from infopage.release.hosting.generated import SERVER_FOLDER
from infopage.release.hosting.server_files import server_file
from tests.support import ROOT, skip_or_fail

DEPLOY = ROOT / "deploy"
NAME = "tuyentruyen.tinh.vn"
"""The host name in the files of deploy/."""

PATH = f"{os.environ.get('PATH', '')}:/usr/sbin:/sbin"
_PACKAGES = {
    "sshd": "openssh-server",
    "ssh": "openssh-client",
    "nginx": "nginx",
    "apache2": "apache2",
    "rsync": "rsync",
    "openssl": "openssl",
}
_NGINX = """\
daemon off;
worker_processes 1;
pid {work}/nginx.pid;
error_log {work}/nginx.log;
{user}
events {{ worker_connections 1024; }}
http {{
    access_log {work}/access.log;
    client_body_temp_path {work}/t1; proxy_temp_path {work}/t2; fastcgi_temp_path {work}/t3;
    uwsgi_temp_path {work}/t4; scgi_temp_path {work}/t5;
    {servers}
}}
"""
_NGINX_SITE = "server {{ listen 127.0.0.1:{port}; include {files}; }}"
# The modules that Debian always enables, and those that deploy/README.md says to enable.
_APACHE_MODULES = (
    "mpm_event authz_core authz_host alias deflate dir env filter mime negotiation reqtimeout setenvif "
    "headers http2 rewrite socache_shmcb ssl"
).split()
_APACHE = """\
ServerRoot {work}
ServerName 127.0.0.1
PidFile {work}/apache.pid
ErrorLog {work}/apache.log
DefaultRuntimeDir {work}
{user}
StartServers 1
{modules}
TypesConfig /etc/mime.types
<Directory />
    Options FollowSymLinks
    AllowOverride None
    Require all denied
</Directory>
<Directory {work}/html>
    Require all granted
</Directory>
{servers}
"""
_APACHE_SITE = """\
Listen 127.0.0.1:{port}
DocumentRoot {root}
<Directory {folder}>
    Require all granted
    Include {files}
</Directory>
"""

Answer = tuple[int, dict[str, str], bytes]
"""An HTTP response: status, headers by lower-case name, and body."""


def tool(name: str) -> str:
    """Return the path of a program that the tests of a release need."""
    found = shutil.which(name, path=PATH)
    if not found:
        skip_or_fail(f"there is no {name}", f"apt-get install {_PACKAGES[name]}")
    return found


def free_port() -> int:
    """Return a free port."""
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


def wait_for(port: int, process: subprocess.Popen[bytes], said: Path) -> None:
    """Wait until ``process`` listens on a port. Fail with the text of the file ``said``, its output, if it does not."""
    for _ in range(200):
        assert process.poll() is None, said.read_text("utf-8")
        with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port)):
            return
        time.sleep(0.05)
    raise AssertionError(said.read_text("utf-8"))


def place_below(served: Path, base: str) -> Path:
    """Return the root folder of a server whose site is at this base path, made as deploy/README.md says."""
    if base == "/":
        return served / "current"
    (served / "web").mkdir(exist_ok=True)
    (served / "web" / base.strip("/")).symlink_to("../current")
    return served / "web"


def _files(server: str, served: Path, base: str, work: Path) -> Path:
    text = server_file(server, f"http://tinh.example{base}").replace(SERVER_FOLDER, str(served))
    file = work / f"{server}-files.conf"
    file.write_text(text, "utf-8")
    return file


def nginx_command(servers: str, work: Path) -> list[str]:
    """Write the configuration of an nginx with the server blocks ``servers``; return the command that starts it."""
    user = "user root;" if os.geteuid() == 0 else ""
    (work / "nginx.conf").write_text(_NGINX.format(work=work, user=user, servers=servers), "utf-8")
    return [tool("nginx"), "-p", str(work), "-e", str(work / "nginx.log"), "-c", str(work / "nginx.conf")]


def apache_command(servers: str, work: Path) -> list[str]:
    """Write the configuration of an Apache with the virtual hosts ``servers``; return the command that starts it."""
    program = tool("apache2")
    places = (Path("/usr/lib/apache2/modules"), Path("/usr/lib/httpd/modules"))
    folder = next(place for place in places if place.is_dir())
    modules = "\n".join(f"LoadModule {name}_module {folder}/mod_{name}.so" for name in _APACHE_MODULES)
    user = "User www-data\nGroup www-data" if os.geteuid() == 0 else ""
    (work / "apache.conf").write_text(_APACHE.format(work=work, user=user, modules=modules, servers=servers), "utf-8")
    return [program, "-D", "FOREGROUND", "-f", str(work / "apache.conf")]


def nginx_for(served: Path, base: str, port: int, work: Path) -> list[str]:
    """Return the command that starts an nginx that shows a folder of releases."""
    place_below(served, base)
    return nginx_command(_NGINX_SITE.format(port=port, files=_files("nginx", served, base, work)), work)


def apache_for(served: Path, base: str, port: int, work: Path) -> list[str]:
    """Return the command that starts an Apache that shows a folder of releases."""
    root = place_below(served, base)
    files = _files("apache", served, base, work)
    site = _APACHE_SITE.format(port=port, root=root, folder=root / base.strip("/"), files=files)
    return apache_command(site, work)


SERVERS: Mapping[str, Callable[[Path, str, int, Path], list[str]]] = {"nginx": nginx_for, "apache": apache_for}
"""The lab's servers, by their names in ``infopage headers``."""


def site_of(server: str, work: Path, served: Path, http: int, https: int) -> list[str]:
    """Return the command that starts a server on these ports with deploy/'s site configuration and a certificate."""
    certificate = [tool("openssl"), "req", "-x509", "-nodes", "-newkey", "rsa:2048", "-subj", f"/CN={NAME}"]
    files = ["-keyout", str(work / "privkey.pem"), "-out", str(work / "fullchain.pem")]
    subprocess.run([*certificate, *files], check=True, capture_output=True)
    text = (DEPLOY / server / "site.conf").read_text("utf-8")
    included = _files(server, served, "/", work)
    text = re.sub(r".*listen \[::\].*\n", "", text)
    for old, new in {
        f"/etc/letsencrypt/live/{NAME}": str(work),
        "/etc/nginx/snippets/tham-sau-files.conf": str(included),
        "/etc/apache2/tham-sau-files.conf": str(included),
        SERVER_FOLDER: str(served),
        "/var/www/html": str(work / "html"),
        "listen 80": f"listen 127.0.0.1:{http}",
        "listen 443": f"listen 127.0.0.1:{https}",
        "*:80>": f"127.0.0.1:{http}>",
        "*:443>": f"127.0.0.1:{https}>",
    }.items():
        text = text.replace(old, new)
    if server == "nginx":
        return nginx_command(text, work)
    return apache_command(f"Listen 127.0.0.1:{http}\nListen 127.0.0.1:{https}\n{text}", work)


@dataclass(frozen=True)
class Web:
    """A running server, and the base address of its site."""

    server: str
    base: str
    port: int

    def get(self, address: str, method: str = "GET", **headers: str) -> Answer:
        """Request an address relative to the site's base address."""
        return ask(self.port, self.base + address, method, **headers)


@contextlib.contextmanager
def folder_for_all() -> Iterator[Path]:
    """Yield a folder that a server's own user may enter, unlike pytest's folders."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


_LONG_AGO = 1_795_000_000
"""An old modification time for files: Apache gives a file changed in this second only a weak tag."""


@contextlib.contextmanager
def showing(server: str, base: str, files: Mapping[str, bytes]) -> Iterator[Web]:
    """Yield a server that shows these files, given by address."""
    with folder_for_all() as work:
        release = work / "srv" / "releases" / "0123456789abcdef"
        for name, content in files.items():
            (release / name).parent.mkdir(parents=True, exist_ok=True)
            (release / name).write_bytes(content)
            os.utime(release / name, (_LONG_AGO, _LONG_AGO))
        (work / "srv" / "current").symlink_to("releases/0123456789abcdef")
        port = free_port()
        with running(SERVERS[server](work / "srv", base, port, work), port, work):
            yield Web(server, base, port)


@contextlib.contextmanager
def running(command: list[str], port: int, work: Path) -> Iterator[None]:
    """Run a server for the duration of the block."""
    with (work / f"{Path(command[0]).name}.err").open("wb") as said:
        process = subprocess.Popen(command, stderr=said)
    try:
        wait_for(port, process, Path(said.name))
        yield
    finally:
        process.terminate()
        process.wait(10)


@contextlib.contextmanager
def nginx(site: Path, work: Path) -> Iterator[str]:
    """Serve a built site as configured in deploy/; yield its address, ending in a slash."""
    (work / "srv").mkdir(parents=True)
    (work / "srv" / "current").symlink_to(site)
    port = free_port()
    with running(nginx_for(work / "srv", "/", port, work), port, work):
        yield f"http://127.0.0.1:{port}/"


def ask(port: int, address: str, method: str = "GET", **headers: str) -> Answer:
    """Request an address from a local server; underscores in header names stand for hyphens."""
    connection = HTTPConnection("127.0.0.1", port, timeout=10)
    try:
        connection.request(method, address, headers={k.replace("_", "-"): v for k, v in headers.items()})
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body


def ask_raw(port: int, host: str | None, *, tls: str | None = None) -> bytes:
    """Send a request with this ``Host`` header (None for none), over TLS for the name ``tls`` if given.

    Return the whole answer. Raises OSError if the server closes the connection before.
    """
    lines = ["GET / HTTP/1.1" if host is not None else "GET / HTTP/1.0"]
    lines += [f"Host: {host}"] if host is not None else []
    with socket.create_connection(("127.0.0.1", port), timeout=10) as plain, contextlib.ExitStack() as stack:
        line: socket.socket = plain
        if tls is not None:
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            line = stack.enter_context(context.wrap_socket(plain, server_hostname=tls or None))
        line.sendall("\r\n".join([*lines, "Connection: close", "", ""]).encode())
        received = b""
        while chunk := line.recv(4096):
            received += chunk
    return received
