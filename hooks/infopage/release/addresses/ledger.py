"""The ledger: every address and anchor ever published. Each release must answer at all of them.

It is a text file in each release, with a line for each address, and lines are never removed except by redaction. The
columns, separated by tabs, are the percent-encoded address (``.`` is the home page), the date of the first release with
it, its kind, and its anchors.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self
from urllib.parse import quote, unquote

from infopage.outputs.wording.feed_links import FOLDER, ISSUERS, KINDS, TOPICS
from infopage.release.addresses.answers import Addresses, AddressKind, Answer

NAME = "so-dia-chi.txt"
"""The file name of the ledger, the list of all published addresses. It is also the file's address in the site."""

_HEAD = "# Sổ địa chỉ: mọi địa chỉ đã công bố của trang; chỉ thêm, không bớt.\n"
_SAFE = "/:~@!$'()*+,;="
_FEEDS = tuple(f"{FOLDER}{slug}/" for slug in (TOPICS, ISSUERS, KINDS))
"""The folders of the feeds by topic, by issuing body and by kind.

Such a feed may cease to exist, as lists of items may. Its address is then redirected (see ``stand_ins``).
"""

_VERSION = re.compile(r"(?P<document>van-ban/.+/)tai/\d{4}-\d\d-\d\d/(?P<file>[^/]*)")


@dataclass(frozen=True)
class LedgerEntry:
    """A line of the ledger: the date of the first release with an address, the kind of its content, and its anchors."""

    since: date
    kind: AddressKind
    anchors: frozenset[str] = frozenset()

    def __or__(self, other: Self) -> Self:
        """Merge two entries of one address: the earlier date, and the anchors of both.

        The kind is FORBIDDEN where either entry is: such a file must not return. It is LIST only where both are,
        because a release must keep a page by editors, while a list may cease to exist.
        """
        kind = other.kind if self.kind is AddressKind.LIST or other.kind is AddressKind.FORBIDDEN else self.kind
        return type(self)(min(self.since, other.since), kind, self.anchors | other.anchors)


@dataclass(frozen=True)
class LostAddress:
    """A published address that no longer answers, or whose page has lost some anchors.

    ``entry`` is the address's line in the ledger. ``anchors`` are the lost anchors; they are empty where the address no
    longer answers. ``at`` is the page by editors on which the anchors are missing; None where the address leads to a
    list, or to nothing.
    """

    address: str
    entry: LedgerEntry
    anchors: tuple[str, ...] = ()
    at: str | None = None


@dataclass(frozen=True)
class Ledger:
    """The entries of a ledger (list of all published addresses) by address, relative to the site's root."""

    entries: Mapping[str, LedgerEntry] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse the text of a ledger (list of all published addresses).

        Raises ValueError, which names the faulty line.
        """
        entries: dict[str, LedgerEntry] = {}
        if not cls.is_head_of(text):
            raise ValueError(f"{NAME}: không phải sổ địa chỉ")
        for number, line in enumerate(text.split("\n")[1:-1], 2):
            try:
                address, since, kind, anchors = line.split("\t")
                entry = LedgerEntry(
                    date.fromisoformat(since), AddressKind(kind), frozenset(map(unquote, anchors.split()))
                )
                name = "" if address == "." else unquote(address)
                if name.startswith("/") or ".." in name.split("/"):
                    raise ValueError(name)  # a file at this address would be outside the site's folder
            except ValueError:
                raise ValueError(f"{NAME}, dòng {number}: không phải dòng của sổ địa chỉ") from None
            entries[name] = entry
        return cls(entries)

    @staticmethod
    def is_head_of(text: str) -> bool:
        """Tell whether a text begins with the first line of a ledger.

        A server may answer a request for it with a page instead.
        """
        return text.startswith(_HEAD)

    def __str__(self) -> str:
        """Return the text of the ledger's file: the columns of each entry, sorted by address."""
        return _HEAD + "".join(f"{line}\n" for line in sorted(map(_line, self.entries, self.entries.values())))

    def __or__(self, other: Self) -> Self:
        """Return a ledger with the addresses of both. An address that is in both gets one merged entry."""
        merged = dict(self.entries)
        for address, entry in other.entries.items():
            merged[address] = merged[address] | entry if address in merged else entry
        return type(self)(merged)

    def redacted(self, pages: Set[str], files: Set[str]) -> Self:
        """Return the ledger without the parts that would name redacted items (withdrawn, with their titles hidden).

        The entries of ``pages`` lose their anchors, which repeat words of the text. The entries of ``files`` are
        removed, because a file's address contains its name.
        """
        kept = {address: entry for address, entry in self.entries.items() if address not in files}
        return type(self)(
            {a: replace(entry, anchors=frozenset()) if a in pages else entry for a, entry in kept.items()}
        )

    def with_alive(self, answers: Addresses, today: date) -> Self:
        """Return the ledger with the pages and linked files of a site, given by its ``answers``, added.

        New entries are dated ``today``. Redirected and withdrawn addresses are not added.
        """
        return self | type(self)({address: _entry(answer, today) for address, answer in answers.alive.items()})

    def with_all(self, answers: Addresses, today: date) -> Self:
        """Return the ledger with all addresses of a site, given by its ``answers``, added.

        New entries are dated ``today``. Redirected and withdrawn addresses that have an entry keep it unchanged.
        """
        whole = self.with_alive(answers, today)
        rest = {address: kind for address, kind in answers.not_alive() if address not in whole.entries}
        return whole | type(self)({address: LedgerEntry(today, kind) for address, kind in rest.items()})

    def lost(self, answers: Addresses) -> Iterator[LostAddress]:
        """Yield the addresses and anchors of this ledger that a site has lost, sorted by address.

        ``answers`` are the site's addresses. Lists and forbidden files (of a type that is no longer published) are not
        reported. A release redirects from lost lists, and has 410 pages for such files.
        """
        for address, entry in sorted(self.entries.items()):
            end = answers.end_of(address)
            if end is None:
                if not _is_list(address, entry) and entry.kind is not AddressKind.FORBIDDEN:
                    yield LostAddress(address, entry)
            elif end in answers.alive and (anchors := sorted(entry.anchors - answers.alive[end].anchors)):
                at = end if answers.alive[end].kind is AddressKind.PAGE else None
                yield LostAddress(address, entry, tuple(anchors), at)

    def more_than(self, other: "Ledger", redacted: Callable[["Ledger"], "Ledger"]) -> list[str]:
        """Return, sorted, the addresses of this ledger that ``other`` lacks.

        An address counts too if its entry in ``other`` lacks an anchor. Redacted items do not count: the function
        ``redacted`` removes them from a ledger. It is slow, so it is called only where there is a difference.
        """
        more = self._more_than(other)
        return more and redacted(self)._more_than(other)

    def _more_than(self, other: "Ledger") -> list[str]:
        theirs = other.entries
        return sorted(a for a, one in self.entries.items() if a not in theirs or one.anchors - theirs[a].anchors)

    def with_forbidden(self, addresses: Iterable[str]) -> Self:
        """Return the ledger with ``addresses`` marked as forbidden (files of a type that is no longer published)."""
        since = {address: self.entries[address].since for address in addresses}
        return self | type(self)({address: LedgerEntry(day, AddressKind.FORBIDDEN) for address, day in since.items()})

    def unanswered(self, answers: Addresses) -> Iterator[str]:
        """Yield the address of each forbidden file for which a site has no 410 page.

        A forbidden file is one of a type that is no longer published. ``answers`` are the site's addresses.
        """
        for address, entry in sorted(self.entries.items()):
            if entry.kind is AddressKind.FORBIDDEN and answers.end_of(address) is None:
                yield address

    def stand_ins(self, answers: Addresses) -> dict[str, str]:
        """Return the list pages and feeds that no longer exist, each with the address to redirect it to.

        That is the nearest existing page above it. For the text of a document as of a day, it is the text as of the
        latest earlier day. ``answers`` are the addresses of the new site.
        """
        return {
            address: _stand_in(address, answers)
            for address, entry in sorted(self.entries.items())
            if _is_list(address, entry) and answers.end_of(address) is None
        }


def rebuilt(releases: Iterable[tuple[Ledger, Addresses]], today: date) -> Ledger:
    """Return the ledger (list of all published addresses), rebuilt from stored releases.

    Each release is given by its own ledger (empty where lost) and its addresses. An address that is in no ledger is
    dated ``today``.
    """
    kept = list(releases)
    whole = Ledger()
    for ledger, answers in kept:
        whole = (whole | ledger).with_alive(answers, today)
    for _, answers in kept:
        whole = whole.with_all(answers, today)
    return whole


def _is_list(address: str, entry: LedgerEntry) -> bool:
    return entry.kind is AddressKind.LIST or address.startswith(_FEEDS) or is_version(address)


def is_version(address: str) -> bool:
    """Tell whether an address is that of a document's text as of a day, as a page or as a data file."""
    return bool(_VERSION.fullmatch(address))


def _stand_in(address: str, answers: Addresses) -> str:
    if version := _VERSION.fullmatch(address):
        document, file = version["document"], version["file"]
        folder = f"{document}tai/"
        others = (one for one in answers.alive if one.startswith(folder) and one < address)
        before = [one for one in others if one.rpartition("/")[2] == file]
        if before or f"{document}{file}" in answers.alive:
            return max(before, default=f"{document}{file}")
    return next(above for above in _above(address) if above in answers.alive or not above)


def _line(address: str, entry: LedgerEntry) -> str:
    anchors = " ".join(sorted(quote(anchor, safe=_SAFE) for anchor in entry.anchors))
    return f"{quote(address, safe=_SAFE) or '.'}\t{entry.since.isoformat()}\t{entry.kind}\t{anchors}"


def _entry(answer: Answer, today: date) -> LedgerEntry:
    return LedgerEntry(today, answer.kind, answer.anchors)


def _above(address: str) -> Iterator[str]:
    while address := address.rstrip("/").rpartition("/")[0]:
        yield f"{address}/"
    yield ""
