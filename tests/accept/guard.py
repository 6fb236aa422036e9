"""Checks that the guard (the checks of content before publication) reports nothing in real public texts.

They are checked as Markdown, as Word and PDF files, and in the built site.
"""

import html
from collections.abc import Iterator
from pathlib import Path

from infopage.content.markdown import MarkdownRenderer
from infopage.content.registries import GUARD
from infopage.release.guard.cleaning import clean_bytes
from infopage.release.guard.files import Guard
from infopage.release.guard.patterns import Patterns, load
from infopage.release.guard.site import check_site
from tests.accept.corpus import state_documents
from tests.accept.item import RealText
from tests.support import ROOT


class AlarmError(Exception):
    """Raised if the guard (the checks before publication) reports a public text, or if cleaning changes one.

    The message says where.
    """


def patterns() -> Patterns:
    """Return the patterns of forbidden content that the guard searches for, from this project's data/bao-ve.yml."""
    found, faults = load(ROOT)
    if found is None:
        raise AlarmError(f"data/{GUARD}.yml: {faults}")
    return found


def check_texts(corpus: Path, texts: list[RealText]) -> str:
    """Return a line to print that says what was checked. Raises AlarmError if the guard reports or changes any text."""
    guard = Guard(patterns())
    files = {f"docs/{text.path}": text.markdown.encode() for text in texts}
    files |= {f"{text.path}.txt": text.text.encode() for text in texts}
    files |= {file.name: file.read_bytes() for file in sorted(corpus.glob("*/*.json"))}
    for name, lines in _articles(corpus):
        files[f"{name}.html"] = f"<p>{'</p><p>'.join(map(html.escape, lines))}</p>".encode()
    alarms = [str(one) for path, content in files.items() for one in guard.check(path, content)]
    authors = 0
    for file in sorted((corpus / "docx").glob("*.docx")):
        cleaned, told = clean_bytes(file.read_bytes())
        authors += bool(told)
        alarms += (str(one) for one in guard.check(f"docs/{file.name}", cleaned))
        files[file.name] = cleaned
    renderer = MarkdownRenderer()
    for text in texts:
        body = text.markdown.split("\n---\n", 1)[1]
        for official in (True, False):
            alarms += (f"{text.path}: {lost}" for lost in renderer.render(text.path, body, official=official).lost)
    if alarms:
        raise AlarmError("\n".join(alarms))
    return f"guard: {len(files)} files, 0 false alarms; {authors} Word files named their authors and were cleaned"


def check_built(site: Path) -> Iterator[str]:
    """Yield a line that says how many files of a built site were checked. Raises AlarmError at any finding."""
    if alarms := [str(one) for one in check_site(site, patterns())]:
        raise AlarmError("\n".join(alarms))
    yield f"guard: {sum(file.is_file() for file in site.rglob('*'))} files of the built site, 0 false alarms"


def _articles(corpus: Path) -> Iterator[tuple[str, list[str]]]:
    for number, document in enumerate(state_documents(corpus)):
        for chapter in document["chapters"]:
            for article in chapter["articles"]:
                yield f"{number}-{article['number']}", article["body"].split("\n")
