"""Finds published words that a new release changes without telling readers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic
from infopage.content.fields import quote
from infopage.content.model import Item
from infopage.content.texts import Text
from infopage.language.dates import Moment
from infopage.release.guard.findings import finding
from infopage.release.words.places import FILE, HEADER
from infopage.release.words.record import ItemRecord, WordRecord, kept_items

_MOST = 5
_NOTES = "fn:"
_HEADER_NAMES = {
    "so_ky_hieu": "số, ký hiệu",
    "ngay_ban_hanh": "ngày ban hành",
    "trich_yeu": "trích yếu",
    "nguoi_ky": "người ký",
    "tieu_de": "tiêu đề",
    "tom_tat": "tóm tắt",
}


@dataclass(frozen=True)
class WordChanges:
    """The places (anchors and front-matter keys) of an item whose words differ from the published ones.

    ``changed`` are those whose words have changed or gone, ``added`` those with new words only.
    """

    changed: tuple[str, ...] = ()
    added: tuple[str, ...] = ()

    @classmethod
    def between(cls, old: ItemRecord, new: ItemRecord) -> "WordChanges":
        """Return the differences between two records of one item.

        If the body as a whole has the same words, its places are not compared: a later version of this program may
        divide the same words in another way. A front-matter key that is new is no change either.
        """
        heads = (name for name in old.places if name.startswith(HEADER))
        changed = [name for name in heads if new.places.get(name) != old.places[name]]
        if old.body == new.body:
            return cls(tuple(changed))
        before, after = _of_body(old), _of_body(new)
        added = [name for name in after if name not in before]
        changed += (name for name in before if after.get(name) != before[name])
        if not changed:
            kept = (name for name in after if name in before)
            # Here no place of the body has other words, but the whole body has. So its places are in another order, and
            # those that moved count as changed.
            changed += (name for name, was in zip(kept, before, strict=True) if name != was)
        return cls(tuple(changed), tuple(added))

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        return bool(self.changed or self.added)


def silent_changes(previous: WordRecord, new: WordRecord, catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a fault for each item whose published words differ without a note to readers.

    ``previous`` is the record of the current release, ``new`` that of the release to be published, of the items in
    ``catalogue``. Changed words need a new update time and a new correction or note of a change; words that are only
    added need a new update time.
    """
    # A deleted item and a new one are the same to readers if the new one has the same address, or a redirect leads to
    # it.
    moved = {redirect.id: redirect.to for redirect in catalogue.registries.redirects}
    gone = ((address_of(one.path), one) for id, one in previous.items.items() if id not in new.items)
    by_address = {moved.get(address, address): one for address, one in gone}
    for item in kept_items(catalogue):
        old, now = previous.items.get(item.id) or by_address.get(address_of(item.path)), new.items[item.id]
        if old and (changes := WordChanges.between(old, now)):
            lacking = list(_lacking(old, now, item, changes))
            if lacking:
                text = catalogue.text(item)
                yield finding(text.path, _line(text, changes), "sua-khong-ghi", _words(text, item, changes, lacking))


def _of_body(record: ItemRecord) -> Mapping[str, str]:
    return {name: digest for name, digest in record.places.items() if not name.startswith(HEADER)}


def _lacking(old: ItemRecord, now: ItemRecord, item: Item, changes: WordChanges) -> Iterator[str]:
    """Yield, in Vietnamese, each front-matter key that an item still needs to tell readers of its ``changes``."""
    if not now.updated or (old.updated and now.updated <= old.updated):
        at = datetime.fromisoformat(old.updated) if old.updated else None
        after = f" mới sau {Moment(at, has_time=bool(at.hour or at.minute))} (cùng ngày thì ghi cả giờ)" if at else ""
        yield f"cap_nhat{after}"
    if changes.changed and not now.told - old.told:
        yield "một dinh_chinh mới (đã đăng sai nội dung) hoặc ghi_chu_sua mới (lỗi gõ, lỗi trình bày)"


def _words(text: Text, item: Item, changes: WordChanges, lacking: list[str]) -> str:
    what = "sửa" if changes.changed else "thêm"
    named = [_named(text, place) for place in changes.changed or changes.added]
    where = ", ".join(named[:_MOST]) + (f" và {len(named) - _MOST} chỗ khác" if len(named) > _MOST else "")
    return f"trang {address_of(item.path)} đã công bố nay bị {what} câu chữ ở {where}, mà thiếu {' và '.join(lacking)}"


def _named(text: Text, place: str) -> str:
    """Return the name of a place for a message: the citation of a provision, a heading, or a front-matter key."""
    if place.startswith(FILE):
        return f"tệp {quote(place.removeprefix(FILE))}"
    if place.startswith(HEADER):
        return _HEADER_NAMES[place.removeprefix(HEADER)]
    if place.startswith(_NOTES):
        return f"chú thích {place.removeprefix(_NOTES)}"
    if cited := text.rendered.cited.get(place):
        return f"{cited} (#{place})"
    if heading := next((one.text for one in text.rendered.headings if place and one.anchor == place), ""):
        return f"mục {quote(heading)}"
    return f"chỗ “#{place}”" if place else "phần đầu bài"


def _line(text: Text, changes: WordChanges) -> int:
    """Return the line, in the item's file, of the first place that differs and still exists.

    If there is none, return the first line of the body.
    """
    found = (_line_of(text, place) for place in (*changes.changed, *changes.added))
    return next(filter(None, found), text.page.body_line)


def _line_of(text: Text, place: str) -> int:
    """Return the line of a place; 0 where the text has no such place."""
    if place.startswith(HEADER):
        return text.line_of(place.removeprefix(HEADER).partition(":")[0])
    for provision in text.rendered.provisions:
        if place and provision.anchor == place:
            return text.page.body_line + provision.number - 1
    headings = [one.text for one in text.rendered.headings if place and one.anchor == place]
    return text.line_in_body(*headings) if headings else 0
