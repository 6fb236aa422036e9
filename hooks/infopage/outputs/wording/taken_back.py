"""What is said of an item that is gone: one wording for its addresses, feeds, the list of corrections and the data."""

from infopage.content.catalogue import Catalogue
from infopage.content.lints.references import files_of
from infopage.content.model import Item, StandingPage, Withdrawal
from infopage.language.dates import format_date

REDACTED = "Một mục đã bị thu hồi"
"""All that is said of what must not be named, beside the day."""


def words(item: Item) -> str:
    """Return what is said of a gone item: since when, and why it was taken back; of one not to be named, the day."""
    if not (withdrawn := item.withdrawn):
        assert item.expires
        return f"Nội dung này đã hết hạn đăng từ ngày {format_date(item.expires.date)}."
    if withdrawn.redacted:
        return f"{REDACTED} ngày {format_date(withdrawn.on)}."
    reason = withdrawn.reason.rstrip(".")
    return f"Nội dung này đã bị thu hồi ngày {format_date(withdrawn.on)}. Lý do: {reason}."


def redacted_files(item: Item, catalogue: Catalogue) -> set[str]:
    """Return the files of an item not to be named that nothing else shows: their addresses, which are their names, are
    told nowhere.
    """
    shown: tuple[Item | StandingPage, ...] = (*catalogue.pages, *catalogue.current)
    kept = {file.path for one in shown for file in files_of(catalogue.text(one))}
    return {file.path for file in files_of(catalogue.text(item))} - kept


def withdrawn(catalogue: Catalogue) -> list[tuple[Withdrawal, Item]]:
    """Return the items that were taken back, the latest first."""
    found = [(item.withdrawn, item) for item in catalogue.gone if item.withdrawn]
    return sorted(found, key=lambda one: one[0].on, reverse=True)
