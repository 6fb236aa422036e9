"""The lead picture of an item: as its page, lists and other sites show it, and the renditions that this takes."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.content.machine_made import GENERATED
from infopage.content.model import Item
from infopage.content.pictured import ShownPicture, lead_path, picture_of
from infopage.outputs.renditions.sizes import SOCIAL, THUMB, cut, in_format
from infopage.outputs.views.pictures import LeadView, PictureView, Rendition, SocialCard


def lead_view(item: Item, catalogue: Catalogue) -> LeadView | None:
    """Return an item's lead picture as its page shows it; None if it has none."""
    if not (told := picture_of(item)) or size_of(item, catalogue) is None:
        return None
    return LeadView(whole_picture(lead_path(item), catalogue), told.alt, told.caption, tuple(credits_of(told)))


def whole_picture(path: str, catalogue: Catalogue) -> PictureView:
    """Return a picture that is not cut, with all its renditions."""
    known = catalogue.file(path).picture
    assert known  # the checks let no file through whose pixels are unknown
    size = known.published
    return PictureView(in_format(path, *size, "webp"), in_format(path, *size, "jpg"), *size)


def credits_of(picture: ShownPicture) -> Iterator[str]:
    """Yield the lines of credit below a picture: its author, and whether a machine made it."""
    if picture.credit:
        yield f"Ảnh: {picture.credit}"
    if picture.is_generated:
        yield f"Ảnh {GENERATED}"


def size_of(item: Item, catalogue: Catalogue) -> tuple[int, int] | None:
    """Return the width and height of an item's lead picture as published; None if it has none."""
    path = lead_path(item)
    picture = catalogue.file(path).picture if path else None
    return picture.published if picture else None


def thumbnail(item: Item, catalogue: Catalogue) -> PictureView | None:
    """Return the small picture beside an item's title in lists; None if the item has no lead picture."""
    if size_of(item, catalogue) is None:
        return None
    path = lead_path(item)
    return PictureView((cut(path, THUMB, "webp"),), (cut(path, THUMB, "jpg"),), *THUMB)


def social_card(item: Item, catalogue: Catalogue) -> SocialCard | None:
    """Return the picture that other sites show beside a link to an item; None if the item has no lead picture."""
    if (told := picture_of(item)) is None or size_of(item, catalogue) is None:
        return None
    one = cut(lead_path(item), SOCIAL, "jpg")
    return SocialCard(one.address, told.alt)


def of_lead(path: str) -> Iterator[Rendition]:
    """Yield the renditions that only a lead picture gets: the thumbnail and the picture for other sites."""
    yield cut(path, THUMB, "webp")
    yield cut(path, THUMB, "jpg")
    yield cut(path, SOCIAL, "jpg")
