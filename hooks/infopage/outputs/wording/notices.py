"""Texts shown with an item wherever its text is: the notice on a made-up example, its changes, sizes of files."""

from collections.abc import Iterator
from datetime import date

from infopage.content.addresses import address_of
from infopage.content.model import Item, OfficialDocument
from infopage.content.outside import OutsideDocument
from infopage.language.dates import format_date
from infopage.outputs.views.corrections import ChangeLine, Corrected
from infopage.outputs.views.links import Link, When


def illustrative_notice(item: Item | OutsideDocument) -> str:
    """Return the notice that an item is a made-up example. No such item is published without the notice."""
    what = "Văn bản" if isinstance(item, OfficialDocument | OutsideDocument) else "Nội dung"
    return f"{what} minh họa, dùng để giới thiệu trang; không phải của cơ quan nào có thật."


def corrected(item: Item) -> Iterator[Corrected]:
    """Yield an item's corrections, the latest first."""
    for correction in sorted(item.corrections, key=lambda one: one.on, reverse=True):
        by = item.origin.name if item.origin and correction.is_of_origin else ""
        link, when = Link("", address_of(item.path)), _when(correction.on)
        yield Corrected(link, when, correction.wrong, correction.right, by)


def change_notes(item: Item) -> Iterator[tuple[When, str]]:
    """Yield the notes of changes made to an item after its publication, the latest first, each with its day."""
    last = item.updated.date if item.updated else item.published.date
    for one in sorted(item.change_notes, key=lambda one: one.on or last, reverse=True):
        yield _when(one.on or last), one.note


def correction_words(one: Corrected) -> str:
    """Return a correction as one plain sentence, without its day."""
    right = f"nội dung đúng là “{one.right}”."
    return f"đã đăng “{one.wrong}”, {right}" if one.wrong else right


def changes(item: Item) -> tuple[ChangeLine, ...]:
    """Return what happened to an item since its publication, the latest first; empty if nothing has changed.

    The wrong words of a correction are included if the editor gave them.
    """
    told = [ChangeLine(one.when, f"Đính chính{one.following}: {correction_words(one)}") for one in corrected(item)]
    told += (ChangeLine(when, note) for when, note in change_notes(item))
    days = {line.when.iso for line in told}
    if item.updated and item.updated.date.isoformat() not in days:
        told.append(ChangeLine(_when(item.updated.date), "Cập nhật nội dung."))
    told.sort(key=lambda line: line.when.iso, reverse=True)
    return (*told, ChangeLine(_when(item.published.date), "Đăng lần đầu.")) if told else ()


def _when(day: date) -> When:
    return When(format_date(day), day.isoformat())


def readable_size(size: int) -> str:
    """Return a size in bytes as a text for readers, such as ``412 KB`` or ``1,2 MB``; the smallest is 1 KB."""
    if size < 1024 * 1024:
        return f"{max(1, round(size / 1024))} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")
