"""The pictures that an item's keys name, as HTML in the content of the item's feed entry."""

from collections.abc import Iterable, Iterator
from html import escape

from infopage.content.catalogue import Catalogue
from infopage.content.long_texts import InWords, paragraphs
from infopage.content.model import Item
from infopage.content.pictured import ShownPicture
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.renditions.infographics import words_of
from infopage.outputs.renditions.lead import credits_of
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.frame import Settings


def figures(pictures: Iterable[ShownPicture], item: Item, catalogue: Catalogue, settings: Settings) -> Iterator[str]:
    """Yield the HTML of some pictures of an item, with captions, credits and the words that say what they show."""
    for picture in pictures:
        path = picture.file.within(item.path)
        if known := catalogue.file(path).picture:
            yield _figure(picture, encoded(absolute(path, settings)), *known.published)
        if isinstance(picture, InWords):
            yield from told(words_of(picture, item, catalogue))


def told(text: str) -> Iterator[str]:
    """Yield the HTML of the paragraphs of a plain text."""
    for lines in paragraphs(text):
        yield f"<p>{'<br>'.join(escape(line, quote=False) for line in lines)}</p>"


def _figure(picture: ShownPicture, address: str, width: int, height: int) -> str:
    image = f'<img src="{escape(address)}" alt="{escape(picture.alt)}" width="{width}" height="{height}">'
    credit = "; ".join(credits_of(picture))
    words = f"{picture.caption} ({credit})" if picture.caption and credit else picture.caption or credit
    return (
        f"<figure>{image}<figcaption>{escape(words, quote=False)}</figcaption></figure>" if words else f"<p>{image}</p>"
    )
