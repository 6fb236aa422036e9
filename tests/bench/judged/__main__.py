"""``python -m tests.bench.judged [FILE …] --site SITE``: asks judged queries of any built site.

A FILE is JSON: [{"q": what a reader types, "kind": a name, "expect": [addresses of the pages that may be first],
"open_at": the anchor at which the first must open}]. A hash of the query puts it into one of two halves: of the half
for tuning, each query that finds no right page can be shown; of the other, held out, only figures, so that nothing is
tuned on it.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError

from tests.bench.judged import figures
from tests.bench.judged.asking import ask
from tests.bench.judged.queries import Judged, JudgedError, read
from tests.bench.judged.sites import build_corpus, build_demonstration
from tests.bench.judged.titles import title_queries
from tests.bench.search_sites import chromium
from tests.e2e.conftest import serving


def main(arguments: Sequence[str] | None = None) -> int:
    """Ask the queries, print how well they are answered, and return the exit code.

    It is 1 if a title does not find its item, and 2 if a file of queries is faulty.
    """
    parser = argparse.ArgumentParser(prog="python -m tests.bench.judged", description=__doc__)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--site", help="a built site: its folder, or its address (http…)")
    parser.add_argument("--build", type=Path, metavar="FOLDER", help="build the demonstration there, and ask it")
    parser.add_argument("--corpus", type=Path, help="build a site of this corpus's real texts instead")
    parser.add_argument("--titles", action="store_true", help="ask also the exact title of every item of the site")
    parser.add_argument("--dialog", action="store_true", help="type the queries into the dialog too")
    parser.add_argument("-v", "--verbose", action="store_true", help="print each miss, but not of the held-out half")
    options = parser.parse_args(arguments)
    if bool(options.site) == bool(options.build):
        parser.error("give the site to ask: --site FOLDER or ADDRESS, or --build FOLDER")
    try:
        queries = [query for file in options.files for query in read(file)]
    except JudgedError as error:
        print(error, file=sys.stderr)
        return 2
    site = options.site
    if options.build:
        folder = options.build
        site = str(build_corpus(options.corpus, folder) if options.corpus else build_demonstration(folder))
    missed = 0
    try:
        with _served(site) as base, chromium() as browser:
            titles = title_queries(base) if options.titles else []
            for in_dialog in (False, True) if options.dialog else (False,):
                print(f"\n{'Hộp tìm kiếm' if in_dialog else 'Trang kết quả'}")
                answers = ask(browser, base, [query.q for query in (*queries, *titles)], in_dialog=in_dialog)
                _print_halves(queries, answers[: len(queries)], options.verbose)
                missed += _print_titles(titles, answers[len(queries) :], options.verbose)
    except (JudgedError, URLError) as error:
        print(f"{site}: {error}", file=sys.stderr)
        return 2
    return int(missed > 0)


@contextmanager
def _served(site: str) -> Iterator[str]:
    """Yield the address, ending in a slash, of the site at ``site``: an address, or a folder, which is then served."""
    if site.startswith(("http://", "https://")):
        yield site.removesuffix("/") + "/"
        return
    if not (Path(site) / "tim-kiem/index.html").is_file():
        raise JudgedError("thư mục này không phải trang đã dựng (không có tim-kiem/index.html).")
    with serving(Path(site)) as base:
        yield base


def _print_halves(queries: Sequence[Judged], answers: Sequence[list[tuple[str, str]]], is_verbose: bool) -> None:
    for name, is_held_out in (("Nửa để chỉnh", False), ("Nửa để dành (chỉ có số liệu)", True)):
        pairs = [pair for pair in zip(queries, answers, strict=True) if pair[0].is_held_out == is_held_out]
        if not pairs:
            continue
        half, found = zip(*pairs, strict=True)
        print(f"\n{name}", *figures.table(figures.rows(half, found)), sep="\n")
        if is_verbose and not is_held_out:
            print(*figures.misses(half, found), sep="\n")


def _print_titles(titles: Sequence[Judged], answers: Sequence[list[tuple[str, str]]], is_verbose: bool) -> int:
    """Print how well the exact titles of items find them; return how many do not, or open them at a wrong place."""
    if not titles:
        return 0
    print("\nĐúng tên của mọi mục", *figures.table(figures.rows(titles, answers)), sep="\n")
    missed = list(figures.misses(titles, answers))
    if is_verbose:
        print(*missed, sep="\n")
    return len(missed)


if __name__ == "__main__":
    raise SystemExit(main())
