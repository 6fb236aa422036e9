"""Real feed readers with a real server find all entries, and do not download unchanged feeds again."""

import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import feedparser
import pytest

from infopage.content.catalogue import Catalogue
from infopage.outputs.site.site import Site
from tests.outputs.feeds.server import Server
from tests.outputs.feeds.values import ATOM, RSS, Read, entries, slugs, whole, words
from tests.support import skip_or_fail

Values = tuple[Catalogue, Site]


@pytest.fixture
def server(shown_values: Values) -> Iterator[Server]:
    """Serve the feeds of the demonstration site."""
    found = Server(whole(shown_values[1]))
    yield found
    found.close()


@pytest.mark.parametrize("name", [RSS, ATOM])
def test_feedparser_reads_a_feed_and_is_told_that_nothing_changed(
    server: Server, shown_values: Values, name: str
) -> None:
    path = f"nguon-tin/tat-ca/{name}"
    first = feedparser.parse(server.address + path)
    assert (first.status, first.bozo) == (200, False)
    assert [entry.id for entry in first.entries] == [one.id for one in entries(path, whole(shown_values[1])[path])]
    again = feedparser.parse(server.address + path, etag=first.etag, modified=first.modified)
    assert (again.status, again.entries) == (304, [])


def newsboat(folder: Path, *addresses: str) -> list[Read]:
    """Return the entries that newsboat has after fetching the feeds."""
    if shutil.which("newsboat") is None:
        skip_or_fail("there is no newsboat", "apt-get install newsboat")
    folder.mkdir()
    (folder / "urls").write_text("".join(f"{address}\n" for address in addresses))
    (folder / "config").write_text("")
    command = ["newsboat", "-u", folder / "urls", "-C", folder / "config", "-c", folder / "cache.db", "-x", "reload"]
    environment = {"HOME": str(folder), "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    cache = sqlite3.connect(folder / "cache.db")
    rows = cache.execute("SELECT guid, title, url, pubDate, content FROM rss_item").fetchall()
    cache.close()
    return [Read(id, title, link, datetime.fromtimestamp(at, UTC), words(text)) for id, title, link, at, text in rows]


@pytest.mark.parametrize("name", [RSS, ATOM])
def test_newsboat_finds_every_entry_with_its_id_title_link_day_and_text(
    server: Server, shown_values: Values, tmp_path: Path, name: str
) -> None:
    files = whole(shown_values[1])
    for slug in ("tat-ca", "sap-dien-ra"):
        path = f"nguon-tin/{slug}/{name}"
        expected = entries(path, files[path])
        found = newsboat(tmp_path / slug, server.address + path)
        assert expected
        assert sorted(found, key=lambda entry: entry.id) == sorted(expected, key=lambda entry: entry.id)


def test_newsboat_takes_in_the_opml(server: Server, shown_values: Values, tmp_path: Path) -> None:
    if shutil.which("newsboat") is None:
        skip_or_fail("there is no newsboat", "apt-get install newsboat")
    files = whole(shown_values[1])
    (tmp_path / "danh-sach.opml").write_bytes(files["nguon-tin/danh-sach.opml"])
    (tmp_path / "urls").write_text("")
    (tmp_path / "config").write_text("")
    command = ["newsboat", "-u", "urls", "-C", "config", "-c", "cache.db", "-i", "danh-sach.opml"]
    environment = {"HOME": str(tmp_path), "PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    taken = {line.split()[0] for line in (tmp_path / "urls").read_text("utf-8").splitlines() if line}
    assert taken == {f"https://minhhoa.example/nguon-tin/{slug}/{RSS}" for slug in slugs(files)}
