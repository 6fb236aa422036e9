"""The ledger: every address and anchor ever published. It only grows; it goes out with each release, which must answer
at all of them.

The text has a line for each address, sorted, its columns separated by tabs: the address as a link writes it (``.`` is
the first page), the day of the first release that had it, what stood there, and its anchors.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Set
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Self
from urllib.parse import quote, unquote

from infopage.outputs.wording.feed_links import FOLDER, ISSUERS, KINDS, TOPICS
from infopage.release.addresses.answers import Addresses, AddressKind, Answer

NAME = "so-dia-chi.txt"
"""The ledger's address in the site."""

_HEAD = "# Sổ địa chỉ: mọi địa chỉ đã công bố của trang; chỉ thêm, không bớt.\n"
_SAFE = "/:~@!$'()*+,;="
_FEEDS = tuple(f"{FOLDER}{slug}/" for slug in (TOPICS, ISSUERS, KINDS))
"""Where the feeds of topics, bodies and kinds stand: lists too, of which one may go."""


@dataclass(frozen=True)
class LedgerEntry:
    """What was published at an address: since which day, what stood there, with which anchors."""

    since: date
    kind: AddressKind
    anchors: frozenset[str] = frozenset()

    def __or__(self, other: Self) -> Self:
        """Return both as one: the earlier day, the kind that asks more of a release, all anchors."""
        kind = other.kind if self.kind is AddressKind.LIST or other.kind is AddressKind.FORBIDDEN else self.kind
        return type(self)(min(self.since, other.since), kind, self.anchors | other.anchors)


@dataclass(frozen=True)
class LostAddress:
    """An address that answers no more, or anchors of it that are no more; ``at`` is the editors' page that should have
    them, None where the address leads to a list.
    """

    address: str
    entry: LedgerEntry
    anchors: tuple[str, ...] = ()
    at: str | None = None


@dataclass(frozen=True)
class Ledger:
    """Entries by address relative to the site's root."""

    entries: Mapping[str, LedgerEntry] = field(default_factory=dict)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a ledger; raises ValueError, naming the line, where it is not one."""
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
                    raise ValueError(name)  # would lead out of the site's folder
            except ValueError:
                raise ValueError(f"{NAME}, dòng {number}: không phải dòng của sổ địa chỉ") from None
            entries[name] = entry
        return cls(entries)

    @staticmethod
    def is_head_of(text: str) -> bool:
        """Tell whether a text claims to be a ledger."""
        return text.startswith(_HEAD)

    def __str__(self) -> str:
        """Return the file's text."""
        return _HEAD + "".join(f"{line}\n" for line in sorted(map(_line, self.entries, self.entries.values())))

    def __or__(self, other: Self) -> Self:
        """Return a ledger with the entries of both."""
        merged = dict(self.entries)
        for address, entry in other.entries.items():
            merged[address] = merged[address] | entry if address in merged else entry
        return type(self)(merged)

    def redacted(self, pages: Set[str], files: Set[str]) -> Self:
        """Return the ledger as it may be told where items must not be named: of their ``pages`` no anchor, for it says
        what was written there, and of their ``files``, whose addresses are their names, nothing.
        """
        kept = {address: entry for address, entry in self.entries.items() if address not in files}
        return type(self)(
            {a: replace(entry, anchors=frozenset()) if a in pages else entry for a, entry in kept.items()}
        )

    def with_alive(self, answers: Addresses, today: date) -> Self:
        """Return the ledger grown by what is alive in a site; what is new in it is dated ``today``."""
        return self | type(self)({address: _entry(answer, today) for address, answer in answers.alive.items()})

    def with_all(self, answers: Addresses, today: date) -> Self:
        """Return the ledger grown by all a site answers at; what moved or is gone stays what it was."""
        whole = self.with_alive(answers, today)
        rest = {address: kind for address, kind in answers.not_alive() if address not in whole.entries}
        return whole | type(self)({address: LedgerEntry(today, kind) for address, kind in rest.items()})

    def lost(self, answers: Addresses) -> Iterator[LostAddress]:
        """Yield what a site answers for no more, by address. A list may go: a release leads on from it by itself, and
        says of what is forbidden that it is gone.
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
        """Return each address, sorted, at which this ledger knows more than another, the address itself or an anchor of
        it, though nothing was ``redacted`` there since. That is asked for only where there is any: it takes long.
        """
        more = self._more_than(other)
        return more and redacted(self)._more_than(other)

    def _more_than(self, other: "Ledger") -> list[str]:
        theirs = other.entries
        return sorted(a for a, one in self.entries.items() if a not in theirs or one.anchors - theirs[a].anchors)

    def with_forbidden(self, addresses: Iterable[str]) -> Self:
        """Return the ledger in which what stood at some of its addresses is forbidden."""
        since = {address: self.entries[address].since for address in addresses}
        return self | type(self)({address: LedgerEntry(day, AddressKind.FORBIDDEN) for address, day in since.items()})

    def unanswered(self, answers: Addresses) -> Iterator[str]:
        """Yield the addresses of what is forbidden at which a site does not say yet that it is gone."""
        for address, entry in sorted(self.entries.items()):
            if entry.kind is AddressKind.FORBIDDEN and answers.end_of(address) is None:
                yield address

    def stand_ins(self, answers: Addresses) -> dict[str, str]:
        """Return, for each list or feed that is no more, the nearest page above it that is."""
        return {
            address: next(above for above in _above(address) if above in answers.alive or not above)
            for address, entry in sorted(self.entries.items())
            if _is_list(address, entry) and answers.end_of(address) is None
        }


def rebuilt(releases: Iterable[tuple[Ledger, Addresses]], today: date) -> Ledger:
    """Return the ledger that releases tell of by themselves: each with its own, empty where it is lost, and its pages.

    What only the pages tell of is dated ``today``.
    """
    kept = list(releases)
    whole = Ledger()
    for ledger, answers in kept:
        whole = (whole | ledger).with_alive(answers, today)
    for _, answers in kept:
        whole = whole.with_all(answers, today)
    return whole


def _is_list(address: str, entry: LedgerEntry) -> bool:
    return entry.kind is AddressKind.LIST or address.startswith(_FEEDS)


def _line(address: str, entry: LedgerEntry) -> str:
    anchors = " ".join(sorted(quote(anchor, safe=_SAFE) for anchor in entry.anchors))
    return f"{quote(address, safe=_SAFE) or '.'}\t{entry.since.isoformat()}\t{entry.kind}\t{anchors}"


def _entry(answer: Answer, today: date) -> LedgerEntry:
    return LedgerEntry(today, answer.kind, answer.anchors)


def _above(address: str) -> Iterator[str]:
    while address := address.rstrip("/").rpartition("/")[0]:
        yield f"{address}/"
    yield ""
