"""Taking out of a page what the renderer's base template writes and this site does not use."""

import re

_UNUSED = re.compile(
    r'\s*<input class="md-toggle"[^>]*>|\s*<label class="md-overlay"[^>]*></label>'
    r'|\s*<div data-md-component="(?:skip|announce)">\s*</div>'
    r'|\s*<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>'
)


def mend(html: str) -> str:
    """Return the page without the base template's switches, which are not valid HTML, and its empty boxes."""
    return _UNUSED.sub("", html)
