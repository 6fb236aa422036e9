"""The checks of a built site before it is released: its identity, its content, and that no address is lost."""

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
from infopage.release.publishing.place import warnings_of_domain
from infopage.release.publishing.words import PublishedWords


def reasons_against(
    site: Path,
    root: Path,
    url: str,
    previous: Ledger,
    before: FirstPublished | None,
    instant: datetime,
    say: Callable[[str], None],
    words: PublishedWords,
) -> Iterator[str]:
    """Yield a message for people for each reason not to publish a built site at ``url``.

    ``root`` is the project that the site was built from. ``previous`` is the ledger (list of published addresses) of
    the current release, and ``before`` its record of first publications. ``instant`` is the build time. ``say`` is
    called with warnings. ``words`` compares the words of the release with the published ones.

    Where addresses are lost, only these are reported. Otherwise the new ledger is written into the site, unless the
    site is signed, because a signature covers the ledger. The manifest that an earlier attempt left in an unsigned site
    is deleted first. Raises OSError, and ValueError where the folder is no built site or differs from its manifest.
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
        for warned in warnings_of_domain(found.registries.identity, url):
            say(warned)
        yield from map(str, words.silent(found, root / "docs"))
        yield from map(str, _errors(refuse_unmarked(found, site)))
        yield from map(str, refuse_named(site, redaction))
    known, faults = patterns.load(root)
    yield from map(str, _errors(faults))
    if known:
        allowed, _ = with_public_lists(known, root, instant)
        yield from map(str, _errors(check_site(site, allowed)))


def reasons_of_identity(site: Path, root: Path | None, url: str) -> Iterator[str]:
    """Yield each reason not to publish a built site at ``url`` as an office's own site.

    The reasons are placeholders that nobody has filled in, and remains of the demonstration site, in the site and in
    the project at ``root`` (None where it is unknown). The demonstration site itself may be published at a reserved
    address, such as one in ``.example``.
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
    """Yield a message where the site does not keep and extend the current release's record of first publications.

    ``before`` is that record, None where there is none. With such a site, feed readers would miss new items, or show
    old ones again.
    """
    there = (site / NAME_OF_FIRST).is_file()
    if before is not None and not (there and FirstPublished.read(site, NAME_OF_FIRST).follows(before)):
        yield (
            f"{NAME_OF_FIRST}: trang không được dựng theo sổ lần đăng đầu của bản đang hiển thị; hãy chạy "
            "scripts/infopage fetch, scripts/site rồi chạy lại"
        )


def _errors(faults: Iterator[Diagnostic] | list[Diagnostic]) -> Iterator[Diagnostic]:
    """Return the errors among the faults, without the warnings, which editors see by the command ``infopage guard``."""
    return (fault for fault in faults if has_errors([fault]))
