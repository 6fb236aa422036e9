"""The HTML of pictures on pages: browsers choose the rendition that fits the screen and the format they know."""

import re
from html import escape, unescape

from infopage.content.pictures import IMAGE
from infopage.outputs.renditions.sizes import ON_PHONES, in_format
from infopage.outputs.views.pictures import PictureView, Rendition

FRONT_SIZES = "(min-width: 62rem) 44rem, 100vw"
"""How wide the lead picture of the front page is shown (``.lead-story`` in the style sheet)."""
_SIZES = "(min-width: 42rem) 40rem, 100vw"
"""How wide a picture in a text is shown: at most as wide as the lines of the text (``.prose`` in the style sheet)."""
_ATTRIBUTE = re.compile(r" (?P<name>[a-z-]+)=\"(?P<value>[^\"]*)\"")
_OWN = ("src", "width", "height", "loading")
_LAZY = ' loading="lazy"'
_FIRST_VIEW = 1500
"""A picture that begins within so many characters of a text's HTML is probably seen at once, and is not lazy."""


def responsive(html: str, *, is_at_top: bool = True) -> str:
    """Return the HTML of a text, in which browsers can choose a rendition of each picture whose size is known.

    If the text is not ``is_at_top`` of its page, no picture in it is seen at once.
    """
    first = html.find("<img", 0, _FIRST_VIEW) if is_at_top else -1

    def picture(found: re.Match[str]) -> str:
        told = dict(_ATTRIBUTE.findall(found["attributes"]))
        if not {"src", "width", "height"} <= told.keys():
            return found[0]
        size = int(told["width"]), int(told["height"])
        source = unescape(told["src"])
        shown = PictureView(in_format(source, *size, "webp"), in_format(source, *size, "jpg"), *size)
        others = "".join(f' {name}="{value}"' for name, value in told.items() if name not in _OWN)
        return picture_html(shown, others, is_first=found.start() == first)

    return IMAGE.sub(picture, html) if "<img" in html else html


def picture_html(shown: PictureView, others: str, *, is_first: bool = False, sizes: str = _SIZES) -> str:
    """Return the HTML of a picture in a text; its renditions have addresses relative to the page.

    ``others`` are the HTML attributes besides those of the renditions. ``is_first`` tells whether the picture is
    probably seen at once: then it is not lazy. ``sizes`` says how wide it is shown (HTML standard, 4.8.4.2.2).
    """
    fallback = min(shown.jpeg, key=lambda one: abs(one.width - ON_PHONES)).address
    loading = ' fetchpriority="high"' if is_first else _LAZY
    return (
        f'<picture><source type="image/webp" srcset="{_set(shown.webp)}" sizes="{sizes}">'
        f'<img src="{escape(fallback)}" srcset="{_set(shown.jpeg)}" sizes="{sizes}"{others}'
        f' width="{shown.width}" height="{shown.height}"{loading}></picture>'
    )


def cut_html(shown: PictureView, others: str, css_class: str = "") -> str:
    """Return the HTML of a picture that has one size, as in lists and albums; it is lazy.

    Its renditions have addresses relative to the page. ``others`` are as in :func:`picture_html`.
    """
    named = f' class="{css_class}"' if css_class else ""
    return (
        f'<picture{named}><source type="image/webp" srcset="{escape(shown.webp[0].address)}">'
        f'<img src="{escape(shown.jpeg[0].address)}"{others} width="{shown.width}" height="{shown.height}"{_LAZY}>'
        "</picture>"
    )


def set_html(shown: PictureView) -> str:
    """Return the WebP renditions of a picture as the value of an attribute ``srcset``."""
    return _set(shown.webp)


def _set(renditions: tuple[Rendition, ...]) -> str:
    return escape(", ".join(f"{one.address} {one.width}w" for one in renditions))
