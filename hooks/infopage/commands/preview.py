"""``infopage preview``: shows the site on this machine only, and rebuilds it while an editor writes."""

import argparse
import errno
import os
import re
import socket
import subprocess
import sys
from pathlib import Path

from infopage.commands import exits_with_2
from infopage.environment import PREVIEW, RUNNER

_ADDRESS = re.compile(r"(\[[0-9a-fA-F:]+\]|[^:\s\[\]]+):(\d{1,5})")
_DEFAULT = "127.0.0.1:8000"
_TRIED = 50


def register(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add this module's command and its options to ``commands``, the subcommands of ``infopage``."""
    preview = commands.add_parser("preview", help="xem trước trang, cả những mục chưa đến ngày đăng")
    preview.add_argument("--output", metavar="THƯ_MỤC", help="dựng bản xem trước vào thư mục thay vì mở máy chủ")
    preview.add_argument("--address", default=_DEFAULT, metavar="MÁY:CỔNG", help="địa chỉ của máy chủ xem trước")
    preview.set_defaults(run=exits_with_2(_preview))


def _preview(options: argparse.Namespace, root: Path) -> int:
    runner = [sys.executable, "-m", RUNNER]
    environment = {**os.environ, PREVIEW: "1", "NO_MKDOCS_2_WARNING": "1"}
    if options.output:
        command = [*runner, "build", "--quiet", "--site-dir", str(Path(options.output).resolve())]
        return subprocess.run(command, cwd=root, env=environment, check=False).returncode
    check_free(options.address)
    command = [*runner, "serve", "--dev-addr", options.address]
    if os.name != "nt":
        os.chdir(root)
        os.execve(sys.executable, command, environment)  # replaces this process, so that ending it also ends the server
    # No exec on Windows: there it starts a second process, and the console does not wait for that one.
    return subprocess.run(command, cwd=root, env=environment, check=False).returncode


def check_free(address: str) -> None:
    """Raise ValueError, with advice, where a server cannot listen at ``address``."""
    found = _ADDRESS.fullmatch(address)
    host, port = (found[1].strip("[]"), int(found[2])) if found else ("", 0)
    if not 0 < port < 65536:
        raise ValueError(f"“{address}” không phải MÁY:CỔNG; hãy viết như {_DEFAULT}")
    failure = _failure(host, port)
    if failure is None:
        return
    free = next((n for n in range(port + 1, min(port + _TRIED, 65536)) if _failure(host, n) is None), None)
    other = f"; hoặc chạy: scripts/serve --address {address.rpartition(':')[0]}:{free}" if free else ""
    if failure == errno.EADDRINUSE:
        what = "đang có chương trình khác dùng, có thể là một bản xem trước còn mở; hãy đóng chương trình ấy"
    elif failure in (errno.EACCES, errno.EPERM):
        what = "không được phép dùng trên máy này; hãy chọn cổng từ 1024 trở lên"
    else:
        raise ValueError(f"“{host}” không phải địa chỉ của máy này; hãy viết như {_DEFAULT}")
    raise ValueError(f"cổng {port} {what}{other}")


def _failure(host: str, port: int) -> int | None:
    """Try to listen at ``port`` of ``host``, and return the error number (errno); None where it succeeds."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as probe:
        if os.name != "nt":  # on Windows SO_REUSEADDR lets two programs use one port, so the port would seem free
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except socket.gaierror:
            return errno.EADDRNOTAVAIL
        except OSError as error:
            return error.errno or errno.EADDRNOTAVAIL
    return None
