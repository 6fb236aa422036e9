"""Checks that the provisions of real texts, given as plain lines, are found, and that no character of them is lost."""

import json
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from infopage.content.provisions.lines import provisions
from infopage.content.provisions.ranks import Rank
from infopage.content.provisions.tree import ProvisionNode, tree, walk
from infopage.language.folding import slug
from tests.accept.corpus import state_documents

LEAST = 0.99
MOST_MILLISECONDS = 10.0
ENOUGH = 100_000
"""The number of characters from which a corpus is large enough to measure speed."""
LABELS = Path(__file__).resolve().parents[1] / "provisions" / "labels.json"
_LISTS = (Rank.CLAUSE, Rank.POINT, Rank.ITEM)


class AcceptanceError(Exception):
    """Raised if not enough of the real texts' structure is found; the message lists all faults."""


@dataclass(frozen=True)
class Flat:
    """A text of the corpus as plain lines, without any data about its structure.

    ``articles`` is the right structure to compare with: (first line, last line, chapter, article), lines from 1.
    """

    id: str
    lines: list[str]
    articles: list[tuple[int, int, str, str]]


def flat_texts(corpus: Path) -> Iterator[Flat]:
    """Yield the State's documents of the corpus as lines: chapter titles, “Điều N. heading”, and the articles' text."""
    for document in state_documents(corpus):
        lines: list[str] = []
        articles: list[tuple[int, int, str, str]] = []
        for chapter in document["chapters"]:
            lines += [*(chapter["title"] or "").splitlines(), *(chapter.get("subtitle") or "").splitlines()]
            for article in chapter["articles"]:
                first = len(lines) + 1
                heading = f"{article['number']}. {(article.get('heading') or '').strip()}".strip()
                lines += [*heading.splitlines(), *article["body"].splitlines()]
                articles.append((first, len(lines), chapter["title"] or "", article["number"]))
        yield Flat(document["id"], lines, articles)


def check(corpus: Path) -> list[str]:
    """Measure how well the structure of the real texts in ``corpus`` is found, and return lines to print.

    Raises ``AcceptanceError`` if it is not found well enough.
    """
    texts = list(flat_texts(corpus))
    for file in sorted((corpus / "dang").glob("*.txt")):
        texts.append(Flat(file.stem, file.read_text(encoding="utf-8").split("\n"), []))
    faults: list[str] = []
    trees: dict[str, tuple[ProvisionNode, ...]] = {}
    seconds = 0.0
    for text in texts:
        begun = time.perf_counter()
        trees[text.id] = tree(provisions(enumerate(text.lines, 1)))
        seconds += time.perf_counter() - begun
        faults += (f"{text.id}: {fault}" for fault in _faults(text, trees[text.id]))
    found = sum(len(text.articles) for text in texts)
    entries = _entries(corpus, texts)
    right, missed, wrong, unlike = _compared(entries, texts, trees)
    precision = right / (right + wrong) if right + wrong else 1.0
    recall = right / (right + missed) if right + missed else 1.0
    size = sum(len(line) for text in texts for line in text.lines)
    speed = seconds * 1000 / max(1, size) * 10_000
    if min(precision, recall) < LEAST:
        faults += [f"precision {precision:.4f}, recall {recall:.4f} of hand labels", *unlike]
    if speed > MOST_MILLISECONDS and size > ENOUGH:
        faults.append(f"{speed:.1f} ms per 10,000 characters")
    if faults:
        raise AcceptanceError("\n".join(faults))
    return [
        f"{len(texts)} texts as trees: {found} articles in their chapters, no character lost",
        f"{speed:.2f} ms per 10,000 characters",
        f"{right + missed} clauses and points labelled by hand: precision {precision:.4f}, recall {recall:.4f}",
        *unlike,
    ]


def _faults(text: Flat, nodes: tuple[ProvisionNode, ...]) -> Iterator[str]:
    paths = list(walk(nodes))
    said = "".join((path[-1].label.text if path[-1].label else "") + path[-1].text for path in paths)
    if "".join(said.split()) != "".join("".join(text.lines).split()):
        yield "the tree does not say the text"
    anchors = Counter(path[-1].anchor for path in paths if path[-1].anchor)
    yield from (f"#{anchor} stands {count} times" for anchor, count in anchors.items() if count > 1)
    articles = {path[-1].number: path for path in paths if path[-1].label and path[-1].label.rank is Rank.ARTICLE}
    known = {slug(article) for _, _, _, article in text.articles}
    for line, _, chapter, article in text.articles:
        *above, own = [node.label for node in articles.pop(line, ())] or [None]
        if own is None or own.key != slug(article):
            yield f"line {line}: {article} is not found"
        elif chapter and slug(chapter) not in {slug(label.text) for label in above if label}:
            yield f"line {line}: {article} is not in {chapter}"
    for line, path in articles.items():
        # The corpus does not list two articles that have no space after their number. To find these two is no error.
        label = path[-1].label
        if not path[-1].quoted and label and label.key in known:
            yield f"line {line}: {path[-1].line[:40]} is no article"


def _entries(corpus: Path, texts: list[Flat]) -> list[dict[str, str]]:
    """Return the labels of these texts that a person checked, from ``nhan.json`` of the corpus or else ``LABELS``."""
    own = corpus / "nhan.json"
    entries: list[dict[str, str]] = json.loads((own if own.exists() else LABELS).read_text(encoding="utf-8"))
    known = {(text.id, article) for text in texts for article in ("", *(name for *_, name in text.articles))}
    return [entry for entry in entries if (entry["document"], entry["article"]) in known]


def _compared(
    entries: list[dict[str, str]], texts: list[Flat], trees: dict[str, tuple[ProvisionNode, ...]]
) -> tuple[int, int, int, list[str]]:
    """Compare the clauses and points found with those that a person has labelled by hand in ``entries``.

    Return how many labels were found, missed and wrongly found, and a line for each difference. ``trees`` has the
    provisions found in each text.
    """
    right = missed = wrong = 0
    unlike: list[str] = []
    by_id = {text.id: text for text in texts}
    for entry in entries:
        text = by_id[entry["document"]]
        first, last = _span(text, entry["article"])
        expected = list(_expected(entry, [n for n in range(first + 1, last + 1) if text.lines[n - 1].strip()], first))
        found = [one for one in _found(trees[text.id]) if first <= one[0] <= last]
        both = Counter(expected) & Counter(found)
        right += both.total()
        missed += len(expected) - both.total()
        wrong += len(found) - both.total()
        for sign, lines in (("missed", Counter(expected) - both), ("wrong", Counter(found) - both)):
            unlike += (f"{sign}: {text.id} {entry['article']} line {line}: {path}" for line, path in lines)
    return right, missed, wrong, unlike


def _span(text: Flat, article: str) -> tuple[int, int]:
    """Return the first and last line of an article of a text; those of the whole text if ``article`` is ''."""
    if not article:
        return 0, len(text.lines)
    return next((first, last) for first, last, _, name in text.articles if name == article)


def _expected(entry: dict[str, str], numbers: list[int], heading: int) -> Iterator[tuple[int, str]]:
    """Yield (line, path) of the clauses and points in a hand-labelled entry.

    The entry has one word for each line of the text. ``~`` stands for plain text. Any other word is the label of the
    line's clause or point. Before it is a dot for each level below the top, and before the dots a ``>`` if it is
    quoted. ``+>`` stands between two labels of one line.
    """
    words = entry["lines"].split()
    if len(words) != len(numbers):
        raise AcceptanceError(f"{entry['document']} {entry['article']}: {len(words)} labels for {len(numbers)} lines")
    own: list[str] = []
    quoted: list[str] = []
    for number, word in [(heading, entry.get("heading", "~")), *zip(numbers, words, strict=True)]:
        for typed in word.split("+>") if "+>" in word else [word]:
            key = typed.removeprefix(">").lstrip(".")
            is_quoted = word.startswith(">")
            if key == "~":
                continue
            stack = quoted if is_quoted else own
            del stack[len(typed.removeprefix(">")) - len(key) :]
            stack.append(key)
            if not is_quoted:
                quoted.clear()
            path = [*own, ">", *quoted] if is_quoted else own
            if key[0] not in "-+IVX" and not key.startswith("dieu"):
                yield number, " ".join(path)


def _found(nodes: tuple[ProvisionNode, ...]) -> Iterator[tuple[int, str]]:
    """Yield (line, path) of the clauses and points in ``nodes``, the tree of a text."""
    for path in walk(nodes):
        label = path[-1].label
        if not label or label.rank not in _LISTS:
            continue
        keys: list[str] = []
        for node in path:
            if node.label and node.quoted and ">" not in keys:
                keys.append(">")
            if node.label and (node.quoted or node.label.rank > Rank.ARTICLE):
                keys.append(node.label.key or node.label.kind)
        yield path[-1].number, " ".join(keys)
