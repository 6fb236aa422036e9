"""``python -m tests.bench.search FOLDER``: the labelled queries of a search bench, in a real browser.

FOLDER holds corpus.json ([{path, title, body, meta}]) and queries.json ([{id, cat, q, expect, over}]).
"""

import argparse
import json
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from playwright.sync_api import sync_playwright

from tests.bench.search_sites import Text, build, lay_out

SEARCH = """async (queries) => {
  const out = [];
  for (const q of queries) {
    const start = performance.now();
    try {
      const found = await thamsau.search(q, {limit: 30});
      out.push({found: found.hits.map((h) => h.address), total: found.total, suggestion: found.suggestion, ms: performance.now() - start});
    } catch (error) { out.push({found: [], error: String(error) + error.stack, ms: 0}); }
  }
  return out;
}"""
KINDS = {"Nghị quyết": "nghi-quyet", "Chỉ thị": "chi-thi", "Kết luận": "ket-luan", "Quy định": "quy-dinh",
         "Hướng dẫn": "huong-dan", "Kế hoạch": "ke-hoach"}  # fmt: skip


def main(arguments: Sequence[str] | None = None) -> int:
    """Print success by category; the exit code is 1 below the bar."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("-v", action="store_true", help="print each query that is not answered at once")
    options = parser.parse_args(arguments)
    queries = json.loads((options.folder / "queries.json").read_text("utf-8"))
    with TemporaryDirectory(prefix="infopage-search-") as work:
        names = lay_out(Path(work, "project"), texts(json.loads((options.folder / "corpus.json").read_text("utf-8"))))
        build(Path(work, "project"), Path(work, "site"))
        found = ask(Path(work, "site"), [query["q"] for query in queries])
    for answer in found:
        answer["found"] = [names.get(address, address) for address in answer["found"]]
    return report(queries, found, verbose=options.v)


def texts(corpus: Sequence[dict[str, Any]]) -> list[Text]:
    """Return the bench's pages as texts."""
    made = []
    for page in corpus:
        meta = page["meta"]
        number = meta.get("so_ky_hieu", "")
        title = page["title"].split(number)[-1].strip() if number else page["title"]
        made.append(Text(page["path"], title, page["body"], number, KINDS.get(meta.get("loai", ""), "")))
    return made


def ask(site: Path, queries: Sequence[str]) -> list[dict[str, Any]]:
    """Return what the engine finds, opened from the folder itself."""
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox"])
        page = browser.new_page()
        page.on("console", lambda message: print("console:", message.text) if message.type == "error" else None)
        page.goto((site / "index.html").as_uri())
        found: list[dict[str, Any]] = page.evaluate(SEARCH, list(queries))
        browser.close()
    return found


def report(queries: Sequence[dict[str, Any]], found: Sequence[dict[str, Any]], *, verbose: bool) -> int:
    """Print the table of success at 1 and 5, mean reciprocal rank and order kept."""
    table: dict[str, list[float]] = defaultdict(lambda: [0.0] * 6)
    for query, answer in zip(queries, found, strict=True):
        ids = answer["found"]
        rank = next((n for n, id in enumerate(ids, 1) if id in query["expect"]), 0)
        last = max(ids.index(id) + 1 if id in ids else 999 for id in query["expect"])
        first = min([ids.index(id) + 1 for id in query["over"] if id in ids], default=998)
        kept = last < first
        for key in (query["cat"], "all"):
            row = table[key]
            row[0] += 1
            row[1] += rank == 1
            row[2] += 1 <= rank <= 5
            row[3] += 1 / rank if rank else 0
            row[4] += bool(query["over"])
            row[5] += bool(query["over"]) and kept
        if verbose and (rank != 1 or (query["over"] and not kept) or answer.get("error")):
            print(
                query["id"],
                query["q"],
                rank,
                last,
                first,
                answer["total"] if "total" in answer else "",
                ids[:3],
                answer.get("suggestion"),
                answer.get("error"),
            )
    print("cat    n   S@1   S@5   MRR  order")
    for key in sorted(table, key=lambda name: (name == "all", name)):
        n, one, five, mrr, orders, kept_orders = table[key]
        print(f"{key:4}{n:4.0f}  {one / n:.2f}  {five / n:.2f}  {mrr / n:.3f}  {kept_orders:.0f}/{orders:.0f}")
    n, one, five, _, orders, kept_orders = table["all"]
    print(f"mean {sum(a['ms'] for a in found) / len(found):.1f} ms, longest {max(a['ms'] for a in found):.0f} ms")
    return int(one / n < 0.98 or five < n or kept_orders < orders - 1)


if __name__ == "__main__":
    raise SystemExit(main())
