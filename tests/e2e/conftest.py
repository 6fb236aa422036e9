"""Fixtures: the demonstration site served on this machine, and a browser that opens it."""

import contextlib
import functools
import http.server
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from infopage.release.hosting.headers import policy
from tests.sites import build, lay_out
from tests.support import ROOT


class _Handler(http.server.SimpleHTTPRequestHandler):
    def __init__(self, *args: Any, policy: str, **kwargs: Any) -> None:
        self.policy = policy
        super().__init__(*args, **kwargs)

    def end_headers(self) -> None:
        """Send the Content-Security-Policy with every page."""
        if self.policy:
            self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, *args: Any) -> None:
        """Write no log."""


@pytest.fixture(scope="session")
def demonstration(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the built demonstration site."""
    folder = tmp_path_factory.mktemp("demonstration")
    project = lay_out(folder / "project")
    for part in ("docs", "data"):
        shutil.copytree(ROOT / part, project / part)
    ran = build(project, folder / "site")
    assert ran.returncode == 0, ran.stderr
    return folder / "site"


@contextlib.contextmanager
def serving(folder: Path, sent: str = policy()) -> Iterator[str]:
    """Serve a folder on this machine with the site's own policy, and yield its address, ending in a slash."""
    handler = functools.partial(_Handler, directory=str(folder), policy=sent)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def base(demonstration: Path) -> Iterator[str]:
    """Yield the address of the served demonstration site, ending in a slash."""
    with serving(demonstration) as address:
        yield address


Opener = Callable[..., Page]


@pytest.fixture
def visit(browser: Browser, base: str) -> Iterator[Opener]:
    """Yield a function that opens an address of the site; a script error or a request to another site fails the test.

    ``at`` is the address of another copy of the site; ``forgiven`` a pattern of errors that the test expects;
    ``prepare`` a script that runs before all others.
    """
    contexts: list[BrowserContext] = []
    faults: list[str] = []

    def opener(
        address: str = "", *, at: str = base, width: int = 1280, forgiven: str = "$^", prepare: str = "", **options: Any
    ) -> Page:
        def fault(text: str) -> None:
            if not re.match(forgiven, text):
                faults.append(text)

        context = browser.new_context(viewport={"width": width, "height": 800}, locale="vi-VN", **options)
        contexts.append(context)
        if prepare:
            context.add_init_script(prepare)
        page = context.new_page()
        page.on("pageerror", lambda error: fault(str(error)))
        page.on("console", lambda said: fault(said.text) if said.type == "error" else None)
        page.on("request", lambda request: fault(request.url) if not request.url.startswith(at) else None)
        page.goto(at + address)
        return page

    yield opener
    for context in contexts:
        context.close()
    assert faults == []
