"""Finds items that are not public yet.

Such an item can explain a lost address: it was public, and then an edit moved its date into the future.
"""

from datetime import datetime
from pathlib import Path

from infopage.content import library
from infopage.content.addresses import address_of
from infopage.content.lints.references import files_of
from infopage.content.model import Item
from infopage.language.dates import hanoi


def waiting(root: Path, instant: datetime) -> dict[str, str]:
    """Return the addresses of items and their files that are not public yet at ``instant``, each with the reason.

    The reason names the item's Markdown file and date. The result is empty where ``root`` holds no readable project.
    """
    found, _ = library.load(root) if (root / "docs").is_dir() else (None, [])
    reasons: dict[str, str] = {}
    for text in found.items if found else ():
        item = text.item
        if isinstance(item, Item) and item.published.at > hanoi(instant):
            addresses = (address_of(item.path), *(file.path for file in files_of(text)))
            reasons |= dict.fromkeys(addresses, f"{text.path} ghi ngay_dang {item.published}, là ngày chưa đến")
    return reasons
