"""No attached file runs a script in a reader's browser, whatever it contains."""

from collections.abc import Mapping
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Error, Route

from infopage.release.hosting.headers import TYPES
from tests.release.attachments import HOSTILE, SHOWN_YET_HARMLESS
from tests.release.lab import lab_alone

FILES = {**HOSTILE, **SHOWN_YET_HARMLESS}


def ran(browser: Browser, address: str, names: Mapping[str, bytes], route: Route | None = None) -> set[str]:
    """Open each file by its link, click what it shows, and return the files that ran a script."""
    context = browser.new_context(accept_downloads=False)
    hits: set[str] = set()
    context.expose_binding("hit", lambda _, path: hits.add(path.rpartition("/")[2]))
    if route is None and not address.startswith("http://127.0.0.1"):
        context.route("**/*", _bare)
    page = context.new_page()
    page.on("dialog", lambda dialog: dialog.dismiss())
    for name in names:
        try:
            page.goto(address + name, wait_until="load")
            if link := page.query_selector("a, rect, text"):
                link.dispatch_event("click")
        except Error:
            continue  # the browser saves this file instead of opening it, which raises an error
    page.wait_for_timeout(100)
    context.close()
    return hits


def _bare(route: Route) -> None:
    """Answer like a server without our headers."""
    name = route.request.url.rpartition("/")[2]
    kind = TYPES.get(name.rpartition(".")[2].lower(), "text/html")
    route.fulfill(body=FILES.get(name, b""), content_type=kind)


def test_no_attachment_runs_on_our_server(browser: Browser, tmp_path: Path) -> None:
    assert len(HOSTILE) >= 60
    with lab_alone(tmp_path) as lab:
        for name, content in FILES.items():
            file = lab.served / "current" / "tin-tuc" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
        assert lab.get("tin-tuc/a.html")[0] == 200
        assert ran(browser, f"{lab.url}tin-tuc/", FILES) == set()


@pytest.mark.parametrize("name", ["a.html", "f01.svg", "f02.svg", "f04.svg", "c.xml"])
def test_they_do_run_where_the_headers_are_not_ours(browser: Browser, name: str) -> None:
    assert ran(browser, "https://khac.example/", {name: b""}) == {name}
