"""Taking out of a page what the renderer's base template writes and this site does not use."""

import re

# Every alternative begins with a literal: one that could begin with white space would be tried at every letter.
_UNUSED = re.compile(
    r'<input class="md-toggle"[^>]*>|<label class="md-overlay"[^>]*></label>'
    r'|<div data-md-component="(?:skip|announce)">\s*</div>'
    r'|<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>'
)


def mend(html: str) -> str:
    """Return the page without the base template's switches, which are not valid HTML, and its empty boxes."""
    *before, last = _UNUSED.split(html)
    return "".join((*(part.rstrip() for part in before), last))
