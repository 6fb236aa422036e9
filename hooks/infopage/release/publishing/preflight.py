"""What a built site must show before a release of it is sent: whose it is, what is in it, that no address is lost."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from infopage.content import loading
from infopage.content.diagnostics import Diagnostic, Severity, has_errors
from infopage.content.first_published import BACKDATED, FirstPublished
from infopage.content.first_published_file import NAME as NAME_OF_FIRST
from infopage.content.unfilled import unfilled
from infopage.release.addresses import permanence
from infopage.release.addresses.answers import Addresses
from infopage.release.addresses.ledger import Ledger
from infopage.release.addresses.redaction import Redaction
from infopage.release.guard import patterns
from infopage.release.guard.identity import is_own, is_real, refuse_identity, refuse_unmarked
from infopage.release.guard.leftovers import address_of_site, left_in_project, left_in_site, unfilled_in_site
from infopage.release.guard.public_lists import with_public_lists
from infopage.release.guard.site import check_site
from infopage.release.guard.unnamed import refuse_named
from infopage.release.proof.manifest import NAME, SIGNATURE, refuse_changed


def reasons_against(
    site: Path,
    root: Path,
    url: str,
    previous: Ledger,
    before: FirstPublished | None,
    instant: datetime,
    say: Callable[[str], None],
) -> Iterator[str]:
    """Yield a message for people for each reason why the site that was built from the project at ``root`` must not go
    out at ``url``; ``previous`` is the ledger of the release that the public sees, and ``before`` what it tells of
    first publications. What is no reason and should be known, ``say`` is given.

    Where an address is lost that is all that is said. A site that is not signed yet is given its ledger on the way, and
    what an earlier attempt left of a manifest goes. Raises OSError, and ValueError where the folder is no built
    site, or has changed since it was given one.
    """
    found, faults = loading.build(root, instant, preview=False, before=before)
    redaction = Redaction.of(found) if found else Redaction()
    previous = previous.redacted(redaction.pages, redaction.files)
    if (site / SIGNATURE).is_file():
        lost = permanence.losses(Addresses.of_folder(site), root, previous, instant)
    else:
        refuse_changed(site)
        (site / NAME).unlink(missing_ok=True)
        lost = permanence.settle(site, root, previous, instant)
    if lost:
        yield from lost
        return
    yield from _not_after(site, before)
    yield from reasons_of_identity(site, root, url)
    yield from map(str, _errors(faults))
    for fault in faults:
        if fault.rule == BACKDATED:
            say(str(fault))
    if found:
        yield from map(str, _errors(refuse_unmarked(found, site)))
        yield from map(str, refuse_named(site, redaction))
    known, faults = patterns.load(root)
    yield from map(str, _errors(faults))
    if known:
        allowed, _ = with_public_lists(known, root, instant)
        yield from map(str, _errors(check_site(site, allowed)))


def reasons_of_identity(site: Path, root: Path | None, url: str) -> Iterator[str]:
    """Yield why a built site, and the project at ``root`` where it is known, must not go out at ``url`` as somebody's
    own: something is still to be filled in, or is the demonstration's. It may go out as the demonstration, whole, at an
    address that is nobody's.
    """
    if root:
        yield from (str(replace(one, severity=Severity.ERROR)) for one in unfilled(root))
    yield from map(str, unfilled_in_site(site))
    own = root is not None and is_own(root)
    if not (own or is_real(url) or is_real(address_of_site(site))):
        return
    if root:
        yield from map(str, refuse_identity(root, url))
        yield from map(str, left_in_project(root))
    yield from map(str, left_in_site(site, sentences=root is None))


def _not_after(site: Path, before: FirstPublished | None) -> Iterator[str]:
    """Yield a message where the site was not built with what the last release tells: subscribers would miss what is new
    or get again what is not.
    """
    there = (site / NAME_OF_FIRST).is_file()
    if before is not None and not (there and FirstPublished.read(site, NAME_OF_FIRST).follows(before)):
        yield (
            f"{NAME_OF_FIRST}: trang không được dựng theo sổ lần đăng đầu của bản đang hiển thị; hãy chạy "
            "scripts/infopage fetch, scripts/site rồi chạy lại"
        )


def _errors(faults: Iterator[Diagnostic] | list[Diagnostic]) -> Iterator[Diagnostic]:
    """Leave out the warnings: they are for those who write, and ``infopage guard`` shows them."""
    return (fault for fault in faults if has_errors([fault]))
