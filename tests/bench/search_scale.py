"""Turns any number of pages made by the search bench's gen_scale.py into this project's items."""

import re
from collections.abc import Iterator
from html import unescape
from itertools import islice
from pathlib import Path

from tests.bench.search_sites import Text

_HEADING = re.compile(r"<h2[^>]*>(.*?)</h2>")
_PARAGRAPH = re.compile(r"<p>(.*?)</p>")


def scale_texts(folder: Path, count: int) -> Iterator[Text]:
    """Yield the first ``count`` pages of a folder made by gen_scale.py, reading each when it is needed."""
    for page in islice(sorted(folder.glob("*/*/index.html"), key=lambda page: page.parent.name), count):
        text = page.read_text("utf-8")
        title, _, body = text.partition("<h1>")[2].partition("</h1>")
        body = _PARAGRAPH.sub(r"\1\n\n", _HEADING.sub(r"## \1\n\n", body.partition("</article>")[0]))
        yield Text(page.parent.name, unescape(title), unescape(body))
