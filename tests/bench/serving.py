"""Measures how soon a preview shows an edit, by requesting the page until it has the new word."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from tests.bench.corpus import Sample
from tests.bench.projects import INSTANT, edited

_PATIENCE = 1800
_TIMES = 3


def edit_shown(project: Path, made: Sequence[Sample]) -> Iterator[tuple[float, float]]:
    """Yield, for three edits of a document, the seconds until its new page is shown, and the server's CPU seconds."""
    document = next(sample for sample in made[len(made) // 2 :] if sample.path.startswith("van-ban/"))
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    environment = {**os.environ, "SOURCE_DATE_EPOCH": INSTANT, "PYTHONPATH": "hooks", "PYTHONUTF8": "1"}
    command = [sys.executable, "-m", "infopage.cli", "preview", "--address", address]
    with project.with_name("serve.log").open("wb") as log:
        server = subprocess.Popen(command, cwd=project, env=environment, stdout=log, stderr=log)
    try:
        page = f"http://{address}/{document.path.removesuffix('.md')}/"
        _wait(server, page, "<main")
        for n in range(_TIMES):
            word = f"Sửa lần thứ {n}"
            begun, cpu = time.monotonic(), _cpu(server.pid)
            edited(project / "docs" / document.path, "a) ", f"a) {word}: ")
            _wait(server, page, word)
            yield time.monotonic() - begun, _cpu(server.pid) - cpu
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait()


def _cpu(process: int) -> float:
    """Return the CPU seconds of a process; 0 on a system without /proc."""
    told = Path(f"/proc/{process}/stat")
    if not told.is_file():
        return 0
    fields = told.read_text("utf-8").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def _wait(server: "subprocess.Popen[bytes]", page: str, word: str) -> None:
    begun = time.monotonic()
    while time.monotonic() - begun < _PATIENCE:
        if server.poll() is not None:
            sys.exit("the preview's server has ended")
        try:
            with urlopen(page, timeout=60) as answer:
                if word in answer.read().decode("utf-8"):
                    return
        except (URLError, OSError):
            pass
        time.sleep(0.1)
    sys.exit(f"{page} never said {word}")
