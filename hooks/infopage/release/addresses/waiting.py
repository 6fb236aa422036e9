"""Addresses that were published and whose items wait for a day to come again: put back into the future by an edit."""

from datetime import datetime
from pathlib import Path

from infopage.content import library
from infopage.content.addresses import address_of
from infopage.content.lints.references import files_of
from infopage.content.model import Item
from infopage.language.dates import hanoi


def waiting(root: Path, instant: datetime) -> dict[str, str]:
    """Return, for each address of an item of the project at ``root`` that is not public yet at ``instant``, and of its
    files, the item's file and day in words; nothing where no project can be read there.
    """
    found, _ = library.load(root) if (root / "docs").is_dir() else (None, [])
    reasons: dict[str, str] = {}
    for text in found.items if found else ():
        item = text.item
        if isinstance(item, Item) and item.published.at > hanoi(instant):
            addresses = (address_of(item.path), *(file.path for file in files_of(text)))
            reasons |= dict.fromkeys(addresses, f"{text.path} ghi ngay_dang {item.published}, là ngày chưa đến")
    return reasons
