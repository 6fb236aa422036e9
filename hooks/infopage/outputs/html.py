"""Mending what the renderer's base template writes that is not valid HTML."""

_MENDS = (
    (' id="__drawer" autocomplete="off">', ' id="__drawer" hidden>'),
    (' id="__search" autocomplete="off">', ' id="__search" hidden>'),
)


def mend(html: str) -> str:
    """Return the page with each known fault of the base template put right."""
    for fault, instead in _MENDS:
        html = html.replace(fault, instead, 1)
    return html
