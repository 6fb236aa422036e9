"""The pictures and recordings that an item's keys name, as HTML in the content of the item's feed entry."""

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
from infopage.outputs.wording.media import media_view


def figures(pictures: Iterable[ShownPicture], item: Item, catalogue: Catalogue, settings: Settings) -> Iterator[str]:
    """Yield the HTML of some pictures of an item, with captions, credits and the words that say what they show."""
    for picture in pictures:
        path = picture.file.within(item.path)
        if known := catalogue.file(path).picture:
            yield _figure(picture, encoded(absolute(path, settings)), *known.published)
        if isinstance(picture, InWords):
            yield from told(words_of(picture, item, catalogue))


def recordings(item: Item, catalogue: Catalogue, settings: Settings) -> Iterator[str]:
    """Yield the HTML of an item's recordings: links to the files, and the words that say what is in them."""
    if not (media := media_view(item, catalogue)):
        return
    for kind, some in (("Video", media.videos), ("Âm thanh", media.audios)):
        for one in some:
            about = "; ".join(filter(None, (one.length, one.size, *one.credits)))
            yield _link(kind, encoded(absolute(one.address, settings)), one.title, about)
            yield from map(_paragraph, one.told)
    for card in media.outside:
        about = "; ".join(filter(None, (card.publisher, card.length)))
        yield _link("Video ở trang khác", encoded(card.address), card.title, about)


def _link(kind: str, address: str, title: str, about: str) -> str:
    title, about = escape(title, quote=False), escape(about, quote=False)
    return f'<p>{kind}: <a href="{escape(address)}">{title}</a> ({about})</p>'


def _paragraph(lines: tuple[str, ...]) -> str:
    return f"<p>{'<br>'.join(escape(line, quote=False) for line in lines)}</p>"


def told(text: str) -> Iterator[str]:
    """Yield the HTML of the paragraphs of a plain text."""
    yield from map(_paragraph, paragraphs(text))


def _figure(picture: ShownPicture, address: str, width: int, height: int) -> str:
    image = f'<img src="{escape(address)}" alt="{escape(picture.alt)}" width="{width}" height="{height}">'
    credit = "; ".join(credits_of(picture))
    words = f"{picture.caption} ({credit})" if picture.caption and credit else picture.caption or credit
    return (
        f"<figure>{image}<figcaption>{escape(words, quote=False)}</figcaption></figure>" if words else f"<p>{image}</p>"
    )
