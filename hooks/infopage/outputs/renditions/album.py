"""The album of an item as its page shows it, and the renditions (copies in other sizes) that this takes."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.content.model import Item
from infopage.content.pictured import ShownPicture, album_of
from infopage.outputs.renditions.lead import credits_of, whole_picture
from infopage.outputs.renditions.sizes import GRID, cut
from infopage.outputs.views.pictures import AlbumPicture, PictureView, Rendition


def album_view(item: Item, catalogue: Catalogue) -> tuple[AlbumPicture, ...]:
    """Return the pictures of an item's album as its page shows them."""
    return tuple(_view(one, one.file.within(item.path), catalogue) for one in album_of(item))


def of_album(path: str) -> Iterator[Rendition]:
    """Yield the renditions that only a picture of an album gets: those of the grid."""
    yield cut(path, GRID, "webp")
    yield cut(path, GRID, "jpg")


def _view(picture: ShownPicture, path: str, catalogue: Catalogue) -> AlbumPicture:
    small = PictureView((cut(path, GRID, "webp"),), (cut(path, GRID, "jpg"),), *GRID)
    return AlbumPicture(small, whole_picture(path, catalogue), picture.alt, picture.caption, tuple(credits_of(picture)))
