"""``python -m tests.bench.retrieval FOLDER``: finds real law articles for real questions, compared with plain BM25.

FOLDER holds dieu-luat.json ({"law@article": text}) and cau-hoi.json
([{text, relevant_articles: [{law_id, article_id}]}]).
"""

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from infopage.language.analysis import syllables
from infopage.language.folding import fold
from infopage.outputs.jobs.fingerprints import Fingerprints
from infopage.outputs.search.index import search_index
from infopage.outputs.search.scripts import MANIFEST
from infopage.outputs.search.sources import outlines
from infopage.outputs.search.store import IndexStore
from tests.bench.search_peers import ask_peer, peer_site
from tests.bench.search_sites import Text, chromium, lay_out, read, write_bare

RANKS = (1, 5, 10)
BEHIND = 0.05
"""The limits: for questions with diacritics, our search must be at least as good as BM25. For the same questions
without diacritics, its figures may be at most this much lower.
"""

LONGEST_HEADING = 200
SEARCH = """async (queries) => {
  const found = [];
  for (const query of queries) found.push((await thamsau.search(query, { limit: 30 })).hits.map((hit) => hit.address));
  return found;
}"""
Answers = list[list[str]]


def main(arguments: Sequence[str] | None = None) -> int:
    """Print recall at 1, 5 and 10 and the mean reciprocal rank; the exit code is 1 if a limit is missed."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.retrieval", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument(
        "--material", type=Path, metavar="ADAPTERS", help="ask Material too, by the search bench's adapter"
    )
    options = parser.parse_args(arguments)
    try:
        import rank_bm25  # noqa: F401
    except ImportError:
        sys.exit("this needs a BM25 to compare with: .venv/bin/python -m pip install rank-bm25")
    articles = json.loads((options.folder / "dieu-luat.json").read_text("utf-8"))
    questions = json.loads((options.folder / "cau-hoi.json").read_text("utf-8"))
    wanted = [{f"{a['law_id']}@{a['article_id']}" for a in q["relevant_articles"]} for q in questions]
    asked = {"có dấu": [q["text"] for q in questions]}
    asked["không dấu"] = [fold(text) for text in asked["có dấu"]]
    pages = dict(zip(articles, texts(articles), strict=True))
    rows: dict[str, list[float]] = {}
    with TemporaryDirectory(prefix="infopage-retrieval-") as folder:
        work = Path(folder)
        addresses = dict(zip(lay_out(work / "project", pages.values()), articles, strict=True))
        catalogue = read(work / "project")
        files = search_index(catalogue, outlines(catalogue, Fingerprints(catalogue), ""), IndexStore())
        bare = write_bare(work / "bare", MANIFEST, files)
        for label, queries in asked.items():
            found = [[addresses[address] for address in one] for one in ask(bare, queries)]
            rows[f"Thấm Sâu, {label}"] = figures(found, wanted)
            rows[f"BM25, {label}"] = figures(list(bm25(pages, queries)), wanted)
        if options.material:
            keys = {text.name: key for key, text in pages.items()}
            with peer_site(work, list(pages.values()), options.material, ["material"]) as base:
                for label, queries in asked.items():
                    answers = ask_peer(base, "material", queries)
                    found = [[keys.get(name, name) for name in answer["found"]] for answer in answers]
                    rows[f"Material, {label}"] = figures(found, wanted)
    print(f"{'':24}" + "".join(f"{f'R@{rank}':>8}" for rank in RANKS) + f"{'MRR':>8}")
    for label, row in rows.items():
        print(f"{label:24}" + "".join(f"{value:8.3f}" for value in row))
    ours = rows["Thấm Sâu, có dấu"]
    worse = any(a < b for a, b in zip(ours, rows["BM25, có dấu"], strict=True))
    return int(worse or any(a - b > BEHIND for a, b in zip(ours, rows["Thấm Sâu, không dấu"], strict=True)))


def texts(articles: Mapping[str, str]) -> Iterator[Text]:
    """Yield each article as a page, with the title that a reader would see in a list."""
    for n, (name, written) in enumerate(articles.items()):
        # Some articles have the Icelandic Ð in the place of Đ, which a build refuses.
        text = written.replace("\N{LATIN CAPITAL LETTER ETH}", "Đ")
        law, _, number = name.partition("@")
        heading, _, body = text.partition("\n")
        # Some articles have no heading: their first line is the whole text.
        headed = bool(body.strip()) and len(heading) < LONGEST_HEADING
        title = f"{law}, Điều {number}"
        yield Text(f"dieu-{n}", f"{title}. {heading.strip()}" if headed else title, body.strip() if headed else text)


def ask(page_file: Path, queries: Sequence[str]) -> Answers:
    """Return for each query the addresses that our search finds, best first; ``page_file`` has the search engine."""
    with chromium() as browser:
        page = browser.new_page()
        page.goto(page_file.as_uri())
        return page.evaluate(SEARCH, list(queries))  # type: ignore[no-any-return]


def bm25(pages: Mapping[str, Text], queries: Sequence[str]) -> Iterable[list[str]]:
    """Yield for each query the best results of plain BM25 (the library rank-bm25), as keys of ``pages``.

    It gets the same tokens as our search.

    Diacritics are removed if no question has any.
    """
    from rank_bm25 import BM25Okapi

    form = 0 if all(text.isascii() for text in queries) else 1
    read = (f"{page.title}\n{page.body}" for page in pages.values())
    tokens = [[word[form] for word in syllables(text) if word] for text in (*read, *queries)]
    model = BM25Okapi(tokens[: len(pages)])
    for question in tokens[len(pages) :]:
        scores = model.get_scores(question)
        yield [key for _, key in sorted(zip(scores, pages, strict=True), key=lambda one: -one[0])[:30]]


def figures(answers: Sequence[Sequence[str]], wanted: Sequence[set[str]]) -> list[float]:
    """Return the mean recall at each of ``RANKS``, then the mean reciprocal rank of the first right answer.

    ``answers`` are the results of each question, the best first, and ``wanted`` its right answers.
    """
    both = list(zip(answers, wanted, strict=True))
    recalls = [sum(len(want & set(answer[:rank])) / len(want) for answer, want in both) for rank in RANKS]
    first = sum(next((1 / n for n, name in enumerate(answer, 1) if name in want), 0) for answer, want in both)
    return [value / len(both) for value in (*recalls, first)]


if __name__ == "__main__":
    raise SystemExit(main())
