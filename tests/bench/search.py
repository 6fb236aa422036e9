"""``python -m tests.bench.search FOLDER``: runs the labelled queries of a search bench on the real results page.

FOLDER holds corpus.json ([{path, title, body, meta}]), queries.json ([{id, cat, q, expect, over}]) and, for other
engines, adapters/NAME.js.
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter
from typing import Any
from urllib.parse import quote

from playwright.sync_api import Page

from tests.bench.search_peers import PEERS, ask_peer, peer_site
from tests.bench.search_sites import Text, chromium, lay_out, render
from tests.e2e.conftest import serving

KINDS = {"Nghị quyết": "nghi-quyet", "Chỉ thị": "chi-thi", "Kết luận": "ket-luan", "Quy định": "quy-dinh",
         "Hướng dẫn": "huong-dan", "Kế hoạch": "ke-hoach"}  # fmt: skip
AT_ONE, AT_FIVE, MAY_FAIL = 0.98, 1.0, 1
"""The limits: the least success at rank 1 and at rank 5, and how many queries may have pages in a wrong order."""

HITS = "all => all.map((link) => link.href)"
Answer = dict[str, Any]


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask the queries, print how often each category succeeds, and return the exit code: 1 if a limit is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--peers", nargs="*", default=[], choices=PEERS, help="other engines to ask the same")
    parser.add_argument("--dialog", action="store_true", help="type the queries into the dialog too")
    parser.add_argument("-v", "--verbose", action="store_true", help="print each query that is not answered at once")
    options = parser.parse_args(arguments)
    queries = json.loads((options.folder / "queries.json").read_text("utf-8"))
    corpus = json.loads((options.folder / "corpus.json").read_text("utf-8"))
    asked = [query["q"] for query in queries]
    with TemporaryDirectory(prefix="infopage-search-") as folder:
        work = Path(folder)
        names = lay_out(work / "project", texts(corpus))
        site = render(work / "project", work / "site")
        with serving(site) as base:
            answers = {"results page": ask(base, asked, names, on_page)}
            if options.dialog:
                answers["dialog"] = ask(base, asked, names, in_dialog)
        if options.peers:
            plain = [Text(page["path"], page["title"], page["body"]) for page in corpus]
            with peer_site(work, plain, options.folder / "adapters", options.peers) as base:
                answers |= {PEERS[name][0]: ask_peer(base, name, asked) for name in options.peers}
    tables = {name: table(queries, found) for name, found in answers.items()}
    for name, found in answers.items():
        print(f"\n{name}")
        print_table(tables[name])
        print(f"mean {sum(a['ms'] for a in found) / len(found):.0f} ms, longest {max(a['ms'] for a in found):.0f} ms")
        for line in failures(queries, found) if options.verbose else ():
            print(line)
    n, one, five, _, orders, kept = tables["results page"]["all"]
    return int(one / n < AT_ONE or five / n < AT_FIVE or kept < orders - MAY_FAIL)


def texts(corpus: Sequence[dict[str, Any]]) -> list[Text]:
    """Return the pages of a search bench, given as the content of its corpus.json, as texts."""
    made = []
    for page in corpus:
        meta = page["meta"]
        number = meta.get("so_ky_hieu", "")
        title = page["title"].split(number)[-1].strip() if number else page["title"]
        made.append(Text(page["path"], title, page["body"], number, KINDS.get(meta.get("loai", ""), "")))
    return made


def ask(
    base: str, queries: Sequence[str], names: dict[str, str], way: Callable[[Page, str, str], list[str]]
) -> list[Answer]:
    """Return what a reader of the site at ``base`` finds for each query: the names of the texts, and the milliseconds.

    ``way`` is how the reader asks: ``on_page`` or ``in_dialog``. ``names`` are the texts' names by address.
    """
    answers = []
    with chromium() as browser:
        page = browser.new_page()
        for query in queries:
            start = perf_counter()
            found = [link.split("#")[0].removeprefix(base) for link in way(page, base, query)]
            ms = (perf_counter() - start) * 1000
            answers.append({"found": [names.get(address, address) for address in found], "ms": ms, "error": None})
    return answers


def on_page(page: Page, base: str, query: str) -> list[str]:
    """Open the results page of a ``query`` to the site at ``base``, and return the addresses of all results.

    More results are asked for twice.
    """
    page.goto(f"{base}tim-kiem/?q={quote(query)}")
    page.wait_for_selector("[data-heading]:text-matches('kết quả')")
    for _ in range(2):
        more = page.locator("[data-more]")
        if more.is_visible():
            seen = page.locator(".hits h3 a").count()
            more.click()
            page.wait_for_selector(f".hits > :nth-child({seen + 1})")
    return page.locator(".hits h3 a").evaluate_all(HITS)  # type: ignore[no-any-return]


def in_dialog(page: Page, base: str, query: str) -> list[str]:
    """Type a ``query`` into the dialog of an ordinary page of the site at ``base``; return the results' addresses."""
    page.goto(f"{base}nguon-tin/")
    page.keyboard.press("Control+k")
    field = page.get_by_role("dialog").get_by_role("searchbox")
    field.fill(query)
    page.wait_for_selector(".search-count:text-matches('kết quả')")
    return page.locator("dialog .hits h3 a").evaluate_all(HITS)  # type: ignore[no-any-return]


def judged(query: dict[str, Any], answer: Answer) -> tuple[int, bool]:
    """Return the rank of the first right page in an ``answer`` (0 if there is none), and whether the order is right.

    The order is right if all pages that the query expects are found, above those that they must be above.
    """
    found = answer["found"]
    rank = next((n for n, name in enumerate(found, 1) if name in query["expect"]), 0)
    right = all(name in found for name in query["expect"])
    wrong = min((found.index(name) for name in query["over"] if name in found), default=len(found))
    return rank, right and all(found.index(name) < wrong for name in query["expect"])


def table(queries: Sequence[dict[str, Any]], answers: Sequence[Answer]) -> dict[str, list[float]]:
    """Return six sums for each category of queries, and for all.

    They are: queries, successes at rank 1 and at rank 5, reciprocal ranks, queries with an expected order, right
    orders.
    """
    rows: dict[str, list[float]] = defaultdict(lambda: [0.0] * 6)
    for query, answer in zip(queries, answers, strict=True):
        rank, kept = judged(query, answer)
        ordered = bool(query["over"])
        told = (1, rank == 1, 1 <= rank <= 5, 1 / rank if rank else 0, ordered, ordered and kept)
        for key in (query["cat"], "all"):
            rows[key] = [a + b for a, b in zip(rows[key], told, strict=True)]
    return rows


def print_table(rows: dict[str, list[float]]) -> None:
    """Print the rows that ``table`` returned."""
    print("cat    n   S@1   S@5    MRR  order")
    for key in sorted(rows, key=lambda name: (name == "all", name)):
        n, one, five, reciprocal, orders, kept = rows[key]
        print(f"{key:4}{n:4.0f}{one / n:6.2f}{five / n:6.2f}{reciprocal / n:7.3f}  {kept:.0f}/{orders:.0f}")


def failures(queries: Sequence[dict[str, Any]], answers: Sequence[Answer]) -> list[str]:
    """Return a line for each query with an error, a wrong first page, or pages in a wrong order."""
    lines = []
    for query, answer in zip(queries, answers, strict=True):
        rank, kept = judged(query, answer)
        if rank != 1 or (query["over"] and not kept) or answer["error"]:
            lines.append(f"  {query['id']} “{query['q']}”: {rank} {answer['found'][:3]} {answer['error'] or ''}")
    return lines


if __name__ == "__main__":
    raise SystemExit(main())
