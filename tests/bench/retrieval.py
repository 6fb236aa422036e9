"""``python -m tests.bench.retrieval FOLDER``: real questions to real law articles, beside a plain BM25 of a library.

FOLDER holds dieu-luat.json ({"law@article": text}) and cau-hoi.json ([{text, relevant_articles: [{law_id, article_id}]}]).
"""

import argparse
import json
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from infopage.language.analysis import syllables
from infopage.language.folding import fold
from tests.bench.search import ask
from tests.bench.search_sites import Text, build, lay_out

RANKS = (1, 5, 10)
_LONGEST_HEADING = 200


def main(arguments: Sequence[str] | None = None) -> int:
    """Print recall at 1, 5 and 10 and the mean reciprocal rank; the exit code is 1 below the bars."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.retrieval", description=__doc__)
    parser.add_argument("folder", type=Path)
    options = parser.parse_args(arguments)
    articles = json.loads((options.folder / "dieu-luat.json").read_text("utf-8"))
    questions = json.loads((options.folder / "cau-hoi.json").read_text("utf-8"))
    wanted = [{f"{a['law_id']}@{a['article_id']}" for a in q["relevant_articles"]} for q in questions]
    marked = [q["text"] for q in questions]
    rows = {}
    with TemporaryDirectory(prefix="infopage-retrieval-") as work:
        addresses = lay_out(Path(work, "project"), texts(articles))
        names = dict(zip(addresses, articles, strict=True))
        build(Path(work, "project"), Path(work, "site"))
        for label, asked in (("có dấu", marked), ("không dấu", [fold(text) for text in marked])):
            answers = [[names[address] for address in one["found"]] for one in ask(Path(work, "site"), asked)]
            rows[f"Thấm Sâu, {label}"] = figures(answers, wanted)
            rows[f"BM25, {label}"] = figures(list(bm25(articles, asked)), wanted)
    print(f"{'':24}" + "".join(f"{f'R@{rank}':>8}" for rank in RANKS) + f"{'MRR':>8}")
    for label, found in rows.items():
        print(f"{label:24}" + "".join(f"{value:8.3f}" for value in found))
    ours, theirs = rows["Thấm Sâu, có dấu"], rows["BM25, có dấu"]
    behind = [a - b for a, b in zip(ours, rows["Thấm Sâu, không dấu"], strict=True)]
    return int(any(a < b for a, b in zip(ours, theirs, strict=True)) or max(behind) > 0.05)


def texts(articles: Mapping[str, str]) -> Iterable[Text]:
    """Return each article as a page, titled as a reader would see it."""
    for n, (name, text) in enumerate(articles.items()):
        law, _, number = name.partition("@")
        heading, _, body = text.partition("\n")
        # Some articles have no heading: their first line is all their text.
        title = f"{law}, Điều {number}" + (f". {heading.strip()}" if len(heading) < _LONGEST_HEADING else "")
        yield Text(f"dieu-{n}", title, body.strip() if body.strip() and len(heading) < _LONGEST_HEADING else text)


def bm25(articles: Mapping[str, str], asked: Sequence[str]) -> Iterable[list[str]]:
    """Yield the best of rank-bm25's plain BM25 over the same pages and the same tokens, folded where none has marks."""
    from rank_bm25 import BM25Okapi

    keys = list(articles)
    pages = [f"{page.title}\n{page.body}" for page in texts(articles)]
    folded = all(text.isascii() for text in asked)
    form = 0 if folded else 1
    tokens = [[word[form] for word in syllables(text) if word] for text in (*pages, *asked)]
    model = BM25Okapi(tokens[: len(pages)])
    for question in tokens[len(pages) :]:
        scores = model.get_scores(question)
        yield [keys[at] for at in sorted(range(len(keys)), key=lambda at: -scores[at])[:30]]


def figures(answers: Sequence[Sequence[str]], wanted: Sequence[set[str]]) -> list[float]:
    """Return the mean recall at each rank, then the mean reciprocal rank of the first right answer."""
    found: list[Any] = []
    for rank in RANKS:
        found.append(sum(len(want & set(answer[:rank])) / len(want) for answer, want in zip(answers, wanted)))
    found.append(
        sum(next((1 / n for n, id in enumerate(answer, 1) if id in want), 0) for answer, want in zip(answers, wanted))
    )
    return [value / len(wanted) for value in found]


if __name__ == "__main__":
    raise SystemExit(main())
