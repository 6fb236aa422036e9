"""Decides which document a mention means: by symbol, kind, date and issuer, then by the context of the citing text."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from infopage.content.model import OfficialDocument
from infopage.content.registries import Registries
from infopage.language.citations import Mention
from infopage.language.dates import IssueDate
from infopage.language.folding import fold, slug
from infopage.language.symbols import Symbol

_GENERIC = ("", "van ban")
_HEAD = 2


@dataclass(frozen=True)
class Citing:
    """Data about the text that contains a mention."""

    day: date
    """The date on which the text was written or last changed."""
    document: OfficialDocument | None = None
    """The document whose text this is; None if it is not an official document."""
    named: frozenset[str] = frozenset()
    """The ids of the documents named in the text's header and links."""


class Index:
    """The documents that can be cited, indexed by their symbols (such as ``05-NQ/TU``)."""

    def __init__(self, documents: Iterable[OfficialDocument], lists: Registries) -> None:
        self._lists = lists
        self.asked: set[str] = set()
        """The lookup keys (see :func:`key`) of all symbols asked for in the current text, found or not.

        The linker sets it to an empty set before each text.
        """
        self._by_symbol: dict[str, list[OfficialDocument]] = defaultdict(list)
        for document in documents:
            if document.symbol:
                self._by_symbol[key(document.symbol)].append(document)
        self._kinds = {k.id: {fold(k.name).removeprefix("bo "), fold(k.abbreviation)} - {""} for k in lists.kinds}
        self._full = {fold(a.id): fold(a.full) for a in lists.abbreviations}
        self._names = {i.id: {self._in_full(i.name), self._in_full(i.short_name)} for i in lists.issuers}
        self._bodies = {name for names in self._names.values() for name in names}

    def knows(self, symbol: Symbol) -> bool:
        """Tell whether any document has the symbol."""
        self.asked.add(wanted := key(symbol))
        return wanted in self._by_symbol

    def by_key(self, wanted: str) -> Sequence[OfficialDocument]:
        """Return the documents whose symbol has the lookup key ``wanted`` (see :func:`key`)."""
        return self._by_symbol.get(wanted, ())

    def candidates(self, mention: Mention, citing: Citing) -> list[OfficialDocument]:
        """Return the documents that fit the symbol, kind, date and issuer of a mention.

        Documents issued after the citing text was written are left out.
        """
        assert mention.symbol
        found = [d for d in self._by_symbol[key(mention.symbol)] if d.issued.earliest <= citing.day]
        exact = [d for d in found if d.symbol and d.symbol.party == mention.symbol.party]
        found = exact or found
        if mention.kind not in _GENERIC:
            found = [d for d in found if self.is_of_kind(d, mention.kind)]
        if dated := mention.dated:
            near = [d for d in found if is_dated(d, dated)]
            # A year alone may be the year of implementation: “kế hoạch thực hiện Nghị quyết số 05-NQ/TU năm 2025”.
            # So the year in a mention is ignored if no document of that year fits.
            found = near if near or dated.earliest == dated.latest else found
        return self._by_issuer(mention.issuer, found) if mention.issuer[:1].isupper() else found

    def _by_issuer(self, written: str, found: list[OfficialDocument]) -> list[OfficialDocument]:
        name = self._in_full(written)
        words = name.split()
        variants = {name, name.partition(" va ")[0]}

        def is_other_place(issuer: str) -> bool:
            heads = (known.split()[:_HEAD] for known in self._names[issuer])
            return len(words) >= _HEAD and words[:_HEAD] in heads

        for agree in (_begin_alike, _is_part):
            names = ((d, known, variant) for d in found for known in self._names[d.issuer] for variant in variants)
            if agreeing := {d.id for d, known, variant in names if agree(variant, known)}:
                return [d for d in found if d.id in agreeing]
        if any(" ".join(words[:count]) in self._bodies for count in range(1, len(words) + 1)):
            return []
        return [d for d in found if not is_other_place(d.issuer)]

    def _in_full(self, name: str) -> str:
        return " ".join(self._full.get(word, word) for word in fold(name).split())

    def settle(
        self, mention: Mention, citing: Citing, met: Mapping[str, set[str]]
    ) -> tuple[OfficialDocument | None, tuple[OfficialDocument, ...]]:
        """Return (document, ()) if it is clear which document a mention means, or else (None, candidates).

        If several documents fit, the one that was already mentioned in the text is preferred, then one named in its
        header or links, then one of the same issuer, then one of the same term of office or year.

        ``met`` maps the lookup key of each symbol to the ids of the documents already found for it in the same text.
        The result is (None, ()) if no document fits.
        """
        assert mention.symbol
        found = self.candidates(mention, citing)
        own = citing.document
        if len(found) < 2 or (own and not mention.dated and own in found):
            return (own if own in found else found[0] if found else None), ()
        before = met.get(key(mention.symbol), set())
        choices = (
            (lambda d: d.id in before),
            (lambda d: d.id in citing.named),
            (lambda d: own is not None and d.issuer == own.issuer),
            (lambda d: self._is_of_the_time(d, citing)),
        )
        for choose in choices:
            chosen = [d for d in found if choose(d)]
            if len(chosen) == 1:
                return chosen[0], ()
            found = chosen or found
            if len(before) > 1:
                break
        return None, tuple(found)

    def _is_of_the_time(self, document: OfficialDocument, citing: Citing) -> bool:
        if not document.term:
            return document.issued.year == citing.day.year
        term = self._lists.terms[document.term]
        if citing.document and citing.document.term:
            return citing.document.term == term.id
        return term.since <= citing.day <= term.until

    def is_of_kind(self, document: OfficialDocument, written: str) -> bool:
        """Tell whether a document is of the kind that is written in a mention, such as ``nghi quyet``."""
        return written.removeprefix("bo ") in self._kinds[document.kind]


def is_dated(document: OfficialDocument, dated: IssueDate) -> bool:
    """Tell whether the date of a document may be ``dated``. Each of the two is a day, or a year if no day is known."""
    return document.issued.earliest <= dated.latest and dated.earliest <= document.issued.latest


def key(symbol: Symbol) -> str:
    """Return a lookup key that is the same for all spellings of a symbol, such as ``5-nq/tu`` and ``05/NQ-TU``."""
    number, letter = symbol.ordinal
    return f"{number}{letter} {symbol.year or ''} {_suffix(symbol.suffix)}"


@lru_cache(maxsize=4096)
def _suffix(written: str) -> str:
    """Return the slug of a symbol's suffix (``NQ/TU``). Cached, because many documents share a suffix."""
    return slug(written)


def _begin_alike(name: str, known: str) -> bool:
    return f"{known} ".startswith(f"{name} ") or f"{name} ".startswith(f"{known} ")


def _is_part(name: str, known: str) -> bool:
    return f" {name} " in f" {known} "
