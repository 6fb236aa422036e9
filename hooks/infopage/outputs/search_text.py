"""What the theme's search indexes of a page: its title and data before its text."""

from html import escape

from infopage.outputs.views import ItemView, Page


def search_text(page: Page) -> str:
    """Return the HTML to index; empty for lists and for what search engines may not take."""
    if not page.indexed or not isinstance(page.view, ItemView):
        return page.html if page.indexed and page.source else ""
    facts = (f"{fact.label}: {', '.join(value.text for value in fact.values)}" for fact in page.view.facts)
    data = "".join(f"<p>{escape(line)}</p>" for line in (page.description, *facts))
    return f"<h1>{escape(page.title)}</h1>\n{data}\n{page.html}"
