"""The pictures that an item's keys name, as HTML in the content of the item's feed entry."""

from collections.abc import Iterable, Iterator
from html import escape

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.content.pictured import ShownPicture
from infopage.outputs.feeds.addresses import encoded
from infopage.outputs.renditions.lead import credits_of
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.frame import Settings


def figures(pictures: Iterable[ShownPicture], item: Item, catalogue: Catalogue, settings: Settings) -> Iterator[str]:
    """Yield the HTML of some pictures of an item, with captions and credits; those of unknown size are left out."""
    for picture in pictures:
        path = picture.file.within(item.path)
        if known := catalogue.file(path)[1]:
            yield _figure(picture, encoded(absolute(path, settings)), *known.published)


def _figure(picture: ShownPicture, address: str, width: int, height: int) -> str:
    image = f'<img src="{escape(address)}" alt="{escape(picture.alt)}" width="{width}" height="{height}">'
    credit = "; ".join(credits_of(picture))
    words = f"{picture.caption} ({credit})" if picture.caption and credit else picture.caption or credit
    return (
        f"<figure>{image}<figcaption>{escape(words, quote=False)}</figcaption></figure>" if words else f"<p>{image}</p>"
    )
