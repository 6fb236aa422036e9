"""Readers who visit while releases are switched get complete pages with the styles and scripts they name."""

import http.client
import re
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests.release.lab import Lab, make_site


class Crowd:
    """Readers who arrive at an even pace, request a page, and 300 ms later the files it names."""

    def __init__(self, lab: Lab, pace: int) -> None:
        """Let ``pace`` readers arrive each second."""
        self._pace = pace
        self._port = int(lab.url.split(":")[2].rstrip("/"))
        self._leave = threading.Event()
        self._thread = threading.Thread(target=self._come)
        self.visits = 0
        self.faults: list[str] = []

    def __enter__(self) -> "Crowd":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._leave.set()
        self._thread.join()

    def _come(self) -> None:
        with ThreadPoolExecutor(self._pace) as pool:
            start = time.monotonic()
            while not self._leave.is_set():
                time.sleep(max(0.0, start + self.visits / self._pace - time.monotonic()))
                pool.submit(self._visit, self.visits % 12)
                self.visits += 1

    def _visit(self, number: int) -> None:
        connection = http.client.HTTPConnection("127.0.0.1", self._port, timeout=30)
        try:
            page = self._take(connection, f"/trang/{number}/" if number else "/")
            version = re.search(r"<p>(.*)</p>$", page)
            assets = re.findall(r"<i>(.*?)</i>", page)
            if not version or len(assets) != 2:
                self.faults.append(f"broken page: {page!r}")
                return
            time.sleep(0.3)
            for asset in assets:
                if (found := self._take(connection, asset)) != f"/* {version[1]} */":
                    self.faults.append(f"{asset} of {version[1]}: {found!r}")
        except (OSError, http.client.HTTPException) as error:
            self.faults.append(repr(error))
        finally:
            connection.close()

    def _take(self, connection: http.client.HTTPConnection, address: str) -> str:
        connection.request("GET", address)
        answer = connection.getresponse()
        body = answer.read().decode()
        if answer.status != 200:
            self.faults.append(f"{address}: {answer.status}")
        return body


@pytest.mark.parametrize(("switches", "pace"), [(4, 50), pytest.param(20, 200, marks=pytest.mark.thorough)])
def test_no_reader_notices_a_switch(lab: Lab, tmp_path: Path, switches: int, pace: int) -> None:
    lab.published(make_site(tmp_path / "first", "first"))
    shown = set()
    with Crowd(lab, pace) as crowd:
        for number in range(switches):
            # Half of the switches publish a new release, half roll back.
            if number % 2:
                assert lab.command("rollback").returncode == 0
            else:
                assert lab.publish(make_site(tmp_path / str(number), f"bản {number}")).returncode == 0
            shown.add((lab.served / "current").readlink().name)
    assert crowd.faults == []
    assert len(shown) == switches // 2 + 1
    assert len((lab.served / "log").read_text("utf-8").splitlines()) == switches + 1
    assert crowd.visits > switches
