"""What the theme's search indexes of a page beside its title: its data, then its text."""

from html import escape

from infopage.outputs.views import ItemView, Page, Value


def search_text(page: Page) -> str:
    """Return the HTML to index; empty for lists and for what search engines may not take."""
    if not page.indexed or not isinstance(page.view, ItemView):
        return page.html if page.indexed and page.source else ""
    facts = (f"{fact.label}: {', '.join(map(_words, fact.values))}" for fact in page.view.facts)
    data = "".join(f"<p>{escape(line)}</p>" for line in (page.description, *facts))
    return f"{data}\n{page.html}"


def _words(value: Value) -> str:
    return value.badge.text if value.badge else value.text
