"""What the theme's search indexes of a page beside its title: its data, then its text."""

import re
from html import escape

from infopage.outputs.views import ItemView, Page, Value

# Marks within the text tell the index nothing, and reading them is what its building costs; headings open sections.
_INNER_TAG = re.compile(r"</?(?!h[1-6][ >])[a-z][a-z0-9]*(?: [a-z-]+=\"[^\"]*\")*>")


def search_text(page: Page) -> str:
    """Return the HTML to index; empty for lists and for what search engines may not take."""
    if not page.indexed or not (page.source or isinstance(page.view, ItemView)):
        return ""
    text = _INNER_TAG.sub(" ", page.html)
    if not isinstance(page.view, ItemView):
        return text
    facts = (f"{fact.label}: {', '.join(map(_words, fact.values))}" for fact in page.view.facts)
    data = "".join(f"<p>{escape(line)}</p>" for line in (page.description, *facts))
    return f"{data}\n{text}"


def _words(value: Value) -> str:
    return value.badge.text if value.badge else value.text
