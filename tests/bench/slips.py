"""``python -m tests.bench.slips PROJECT``: mistypes titles of a project's items in each way, and counts what is found.

A title counts only if it finds its item first when it is typed rightly.
"""

import argparse
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from playwright.sync_api import Page

from infopage.outputs.jobs.fingerprints import Fingerprints
from infopage.outputs.search.index import search_index
from infopage.outputs.search.scripts import MANIFEST
from infopage.outputs.search.sources import outlines
from infopage.outputs.search.store import IndexStore
from tests.bench.search_sites import chromium, read, write_bare
from tests.slips import HARD, mistyped
from tests.support import ROOT

SEARCH = """async (queries) => {
  const found = [];
  for (const query of queries) {
    const { hits, suggestion } = await thamsau.search(query, { limit: 5, facets: false });
    found.push([hits.map((hit) => hit.address), suggestion]);
  }
  return found;
}"""
EASY_BARS, HARD_BARS = (0.9, 0.98), (0.8, 0.92)
"""The least success at rank 1 and at rank 5, for kinds of one slip, and for those of several or of spaces."""


class Success(NamedTuple):
    """How many queries of a kind were asked, how many found their item first or among five, and how many were told."""

    asked: int = 0
    first: int = 0
    five: int = 0
    suggested: int = 0

    def passes(self, kind: str) -> bool:
        """Tell whether the success of a kind reaches its bars."""
        one, five = HARD_BARS if kind in {slip.__name__ for slip in HARD} else EASY_BARS
        return self.first >= one * self.asked and self.five >= five * self.asked


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the success by kind of slip; the exit code is 1 if a kind misses its bars."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.slips", description=__doc__)
    parser.add_argument("project", type=Path, nargs="?", default=ROOT)
    parser.add_argument("--each", type=int, default=50, help="queries of each kind")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args(arguments)
    catalogue = read(options.project)
    outlined = outlines(catalogue, Fingerprints(catalogue), "")
    titles = {one.address: one.read().title for one in outlined}
    with TemporaryDirectory(prefix="infopage-slips-") as folder, chromium() as browser:
        page = browser.new_page()
        page.goto(write_bare(Path(folder), MANIFEST, search_index(catalogue, outlined, IndexStore())).as_uri())
        found = measured(page, titles, options.each, options.seed)
    print("kind            n     @1     @5  suggested")
    for kind, one in found.items():
        print(f"{kind:13}{one.asked:4}{one.first / one.asked:7.3f}{one.five / one.asked:7.3f}{one.suggested:11}")
    return int(not all(one.passes(kind) for kind, one in found.items()))


def measured(page: Page, titles: Mapping[str, str], each: int, seed: int) -> dict[str, Success]:
    """Return by kind of slip what a page with the search engine finds for mistyped titles."""
    queries = mistyped(titles, each, seed)
    rightly = list({query.meant for query in queries})
    best = {text: hits[:1] for text, (hits, _) in zip(rightly, page.evaluate(SEARCH, rightly), strict=True)}
    asked = [query for query in queries if best[query.meant] == [query.address]]
    found: dict[str, Success] = defaultdict(Success)
    for query, (hits, suggestion) in zip(asked, page.evaluate(SEARCH, [one.typed for one in asked]), strict=True):
        told = (1, hits[:1] == [query.address], query.address in hits, suggestion is not None)
        found[query.kind] = Success(*(a + b for a, b in zip(found[query.kind], told, strict=True)))
    return dict(found)


if __name__ == "__main__":
    raise SystemExit(main())
