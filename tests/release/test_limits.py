"""A server that sends a byte now and then without end is given up after a while."""

import contextlib
import re
import socket
import threading
from collections.abc import Iterator

import pytest

from infopage.release.publishing.outside import wrong_answers
from infopage.release.reading.copies import CopyError, Live
from infopage.release.reading.limits import within

HEAD = b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"


@pytest.fixture(params=[HEAD, b""], ids=["in the body", "in the head"])
def dripping(request: pytest.FixtureRequest) -> Iterator[str]:
    """Yield the address of a server whose answers never end."""
    stop = threading.Event()

    def drip(connection: socket.socket) -> None:
        with connection, contextlib.suppress(OSError):
            connection.recv(4096)
            connection.sendall(request.param)
            while not stop.wait(0.05):
                connection.sendall(b"H")

    def serve(listener: socket.socket) -> None:
        with contextlib.suppress(OSError):
            while not stop.is_set():
                threading.Thread(target=drip, args=(listener.accept()[0],), daemon=True).start()

    with socket.create_server(("127.0.0.1", 0)) as listener:
        threading.Thread(target=serve, args=(listener,), daemon=True).start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/"
        stop.set()
        listener.shutdown(socket.SHUT_RDWR)


def test_readers_are_asked_for_a_while(dripping: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infopage.release.reading.http_client._PATIENCE", 0.3)
    (told,) = wrong_answers(dripping, {"index.html": "0" * 64}, 0)
    assert re.fullmatch(rf"{dripping} không trả lời \(chưa trả lời xong sau 0(\.3)? giây\)", told)


def test_a_copy_is_read_for_a_while(dripping: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("infopage.release.reading.http_client._PATIENCE", 0.3)
    monkeypatch.setattr("infopage.release.reading.copies._ATTEMPTS", 1)
    with pytest.raises(CopyError, match=rf"không tải được {dripping}index.txt: chưa trả lời xong sau \d"):
        Live(dripping).read("index.txt")


def test_what_ends_in_time_is_returned_or_raised() -> None:
    assert within(5, lambda: 7) == 7
    with pytest.raises(ZeroDivisionError):
        within(5, lambda: 1 / 0)
