"""Other search engines on the same texts: Material's, and Pagefind from PyPI and npm."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.bench.search_sites import Text, chromium, lay_out_plain, render, write
from tests.e2e.conftest import serving

PEERS = {
    "material": ("Material, lunr", []),
    "pagefind-stock": ("Pagefind, PyPI", [sys.executable, "-m", "pagefind"]),
    "pagefind-160": ("Pagefind, npm", [os.environ.get("NPX", "npx"), "--yes", "pagefind@1.6.0"]),
}
"""By the name of each adapter (a script that asks another search engine): the engine's name and indexing command."""

ASK = """async ([name, queries]) => {
  const run = await (await import(`/bench/${name}.js`)).init("/");
  const found = [];
  for (const query of queries) {
    const start = performance.now();
    const answer = { found: [], error: null };
    try { answer.found = await run(query); } catch (error) { answer.error = String(error); }
    found.push({ ...answer, ms: performance.now() - start });
  }
  return found;
}"""


@contextmanager
def peer_site(work: Path, texts: Sequence[Text], adapters: Path, names: Sequence[str]) -> Iterator[str]:
    """Yield the address of a Material site of the texts, with the indexes and adapters of the engines ``names``."""
    lay_out_plain(work / "plain", texts)
    site = render(work / "plain", work / "plain-site")
    shutil.copytree(adapters, site / "bench")
    write(site / "bench/index.html", '<!doctype html><html lang="vi"><meta charset="utf-8"><title>bench</title>\n')
    for name in names:
        if command := PEERS[name][1]:
            folder = ["--site", str(site), "--output-subdir", name]
            subprocess.run([*command, *folder], check=True, stdout=subprocess.DEVNULL)
    with serving(site, sent="") as base:
        yield base


def ask_peer(base: str, name: str, queries: Sequence[str]) -> list[dict[str, Any]]:
    """Return another search engine's answer to each query; ``found`` in it has the names of the texts, best first."""
    with chromium() as browser:
        page = browser.new_page()
        page.goto(f"{base}bench/index.html")
        found: list[dict[str, Any]] = page.evaluate(ASK, [name, list(queries)])
    for answer in found:
        answer["found"] = [address.strip("/").removesuffix("/index.html") for address in answer["found"]]
    return found
