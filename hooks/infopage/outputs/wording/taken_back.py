"""Texts about expired or withdrawn items, the same at their addresses, in feeds, in corrections and in open data."""

from infopage.content.catalogue import Catalogue
from infopage.content.lints.references import files_of
from infopage.content.model import Item, StandingPage
from infopage.content.model_parts import Withdrawal
from infopage.language.dates import format_date

REDACTED = "Một mục đã bị thu hồi"
"""The title shown for a withdrawn item whose own title is hidden. Only the day of withdrawal is added to it."""


def words(item: Item) -> str:
    """Return the notice about an expired or withdrawn item, with the day and the reason.

    The notice about a redacted item, whose title must not be shown, has only the day.
    """
    if not (withdrawn := item.withdrawn):
        assert item.expires
        return f"Nội dung này đã hết hạn đăng từ ngày {format_date(item.expires.date)}."
    if withdrawn.redacted:
        return f"{REDACTED} ngày {format_date(withdrawn.on)}."
    reason = withdrawn.reason.rstrip(".")
    return f"Nội dung này đã bị thu hồi ngày {format_date(withdrawn.on)}. Lý do: {reason}."


def redacted_files(item: Item, catalogue: Catalogue) -> set[str]:
    """Return the paths of the attachments and images of a redacted item, except those that other pages show too.

    A redacted item is withdrawn, and its title must not be shown. The names of its files could reveal it, so their
    addresses are not published anywhere.
    """
    shown: tuple[Item | StandingPage, ...] = (*catalogue.pages, *catalogue.current)
    kept = {file.path for one in shown for file in files_of(catalogue.text(one))}
    return {file.path for file in files_of(catalogue.text(item))} - kept


def withdrawn(catalogue: Catalogue) -> list[tuple[Withdrawal, Item]]:
    """Return the withdrawn items, the latest first."""
    found = [(item.withdrawn, item) for item in catalogue.gone if item.withdrawn]
    return sorted(found, key=lambda one: one[0].on, reverse=True)
