"""What an item's page says beside its text, such as a programme, and what people call a document besides its title."""

from infopage.content.model import Draft, Event, Item, Question
from infopage.content.outside import AnyDocument, OutsideDocument


def beside(item: Item | OutsideDocument) -> str:
    """Return what an item's page says beside its text, such as an event's place or the question that it answers."""
    if isinstance(item, Event):
        parts = (item.place, *item.connection_points, *(part.content for part in item.programme))
        return ". ".join(filter(None, parts))
    if isinstance(item, Question):
        return item.question
    if isinstance(item, Draft):
        opinions = item.reception.opinions if item.reception else ()
        return ". ".join((*item.send_to, *(line for one in opinions for line in (one.content, one.use))))
    known_as = item.known_as if isinstance(item, AnyDocument) else ()
    return f"Tên gọi khác: {'; '.join(known_as)}" if known_as else ""


def dated(document: AnyDocument) -> tuple[str, ...]:
    """Return the date of a document without a number, by which people then refer to it."""
    return () if document.symbol else (document.issued.dated,)


def other_titles(document: AnyDocument) -> tuple[str, ...]:
    """Return the names that find a document like its title: its other names, and its abstract if the title is short."""
    return (*document.known_as, *((document.abstract,) if document.has_short_title else ()))
