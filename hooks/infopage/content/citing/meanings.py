"""Decides which document a mention means: by symbol, kind, date and issuer, then by the context of the citing text."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from infopage.content.citing.citable import Table, key_of_number
from infopage.content.citing.issuers import IssuerNames
from infopage.content.model import OfficialDocument
from infopage.content.outside import AnyDocument
from infopage.content.registries import Registries
from infopage.language.dates import IssueDate
from infopage.language.folding import fold
from infopage.language.kinds import GENERIC, NAMED, Kinds
from infopage.language.mentions import Mention
from infopage.language.symbol_keys import SymbolKey, compact

_CENTRAL = "tw"
_ALIKE = 3
_TERM = re.compile(r"\b((?:19|20)[0-9]{2})\s*[-–]\s*((?:19|20)[0-9]{2})\b")


@dataclass(frozen=True)
class Citing:
    """Data about the text that contains a mention."""

    day: date
    """The date on which the text was written or last changed."""
    document: OfficialDocument | None = None
    """The document whose text this is; None if it is not an official document."""
    named: frozenset[str] = frozenset()
    """The ids of the documents named in the text's header and links."""


Meaning = tuple[AnyDocument | None, tuple[AnyDocument, ...]]
"""(document, ()) if it is clear which document a mention means, or else (None, candidates)."""


class Index:
    """The documents that can be cited, found by their symbols (such as ``05-NQ/TU``), numbers and names."""

    def __init__(self, documents: Iterable[AnyDocument], lists: Registries) -> None:
        self._lists = lists
        self.kinds = Kinds((kind.name, kind.abbreviation) for kind in lists.kinds)
        self.table = Table(documents, lists)
        self._kind_names = {k.id: {fold(k.name), fold(k.abbreviation)} - {""} for k in lists.kinds}
        self._issuers = IssuerNames(lists)

    def knows(self, symbol: SymbolKey) -> SymbolKey | None:
        """Return the symbol if any document has it, with or without its year; None if there is none."""
        if self.table.has(str(symbol)):
            return symbol
        other = symbol._replace(year=None)
        return symbol if self.table.has(f"~{other}") else None

    def candidates(self, mention: Mention, citing: Citing) -> list[AnyDocument]:
        """Return the documents that fit the symbol or name, kind, date and issuer of a mention.

        Documents issued after the citing text was written are left out.
        """
        found = [d for d in self._named(mention) if d.issued.earliest <= citing.day]
        if mention.kind not in GENERIC:
            found = [d for d in found if self.is_of_kind(d, mention.kind)]
        if dated := mention.dated:
            near = [d for d in found if is_dated(d, dated)]
            # A year alone may be the year of implementation: “kế hoạch thực hiện Nghị quyết số 05-NQ/TU năm 2025”.
            # So the year in a mention by symbol is ignored if no document of that year fits.
            found = near if near or dated.earliest == dated.latest or not mention.symbol else found
        named = mention.issuer[:1].isupper() and not self._issuers.is_general(mention.issuer)
        return self._issuers.fitting(mention.issuer, found) if named else found

    def _named(self, mention: Mention) -> Sequence[AnyDocument]:
        if mention.name:
            return self.table.get(mention.name)
        if not (symbol := mention.symbol):
            return self.table.get(key_of_number(mention.number))
        if exact := self.table.get(str(symbol)):
            return exact
        yearless = self.table.get(f"~{symbol._replace(year=None)}")
        return [d for d in yearless if symbol.year in (None, d.issued.year)]

    def settle(self, mention: Mention, citing: Citing, met: Mapping[str, set[str]]) -> Meaning:
        """Return which document a mention means: (document, ()), or (None, candidates) if that is not clear.

        If several documents fit, the one that was already mentioned in the text is preferred, then one named in its
        header or links, then one of the same issuer, then one of the same term of office or year.

        ``met`` maps the key of each symbol to the ids of the documents already found for it in the same text. The
        result is (None, ()) if no document fits.
        """
        found = self.candidates(mention, citing)
        if not mention.symbol or not self.table.get(str(mention.symbol)):
            return self._supported(mention, found, citing, met), ()
        own = citing.document
        if len(found) < 2 or (own and not mention.dated and own in found):
            return (own if own in found else found[0] if found else None), ()
        before = met.get(str(mention.symbol), set())
        choices: tuple[Callable[[AnyDocument], bool], ...] = (
            (lambda d: d.id in before),
            (lambda d: d.id in citing.named),
            (lambda d: own is not None and shares_issuer(own, d)),
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

    def _supported(
        self, mention: Mention, found: Sequence[AnyDocument], citing: Citing, met: Mapping[str, set[str]]
    ) -> AnyDocument | None:
        """Return the document that a number or name means, if it is the only one and something else speaks for it.

        A number alone may be that of a document that the site does not know. So the text must name the document in
        full, or say its date, issuer or subject, or it must be of the Party's centre, which needs no issuer.
        """
        if mention.number and mention.issuer:
            is_general = self._issuers.is_general(mention.issuer)
            found = [d for d in found if (_is_central(d) if is_general else self._issuers.agrees(mention.issuer, d))]
        told = {id for ids in met.values() for id in ids}
        supports: tuple[Callable[[AnyDocument], bool], ...] = (
            (lambda d: d.id in told),
            (lambda d: d.id in citing.named),
            (lambda d: self._is_told_apart(d, mention, citing)),
        )
        for support in supports:
            chosen = [d for d in found if support(d)]
            if chosen:
                return chosen[0] if len(chosen) == 1 else None
        return found[0] if len(found) == 1 and self._needs_no_issuer(found[0], mention, citing) else None

    def _is_told_apart(self, document: AnyDocument, mention: Mention, citing: Citing) -> bool:
        """Tell whether the date, issuer or subject of a mention by number are those of a document."""
        dated = mention.dated
        if dated and dated.earliest == dated.latest == document.issued.earliest == document.issued.latest:
            return True
        if mention.issuer and self._issuers.agrees(mention.issuer, document):
            return self._is_of_run(document, mention, citing)
        if mention.tail.term and mention.tail.term in self._terms_of(document):
            return True
        words = fold(document.abstract).removeprefix("ve viec ").removeprefix("ve ").split()[:_ALIKE]
        return len(words) == _ALIKE and mention.tail.about.split()[:_ALIKE] == words

    def _is_of_run(self, document: AnyDocument, mention: Mention, citing: Citing) -> bool:
        """Tell whether no other document of the same issuer can have the number: numbers start again each term or year.

        Names do not start again.
        """
        if mention.name or not document.symbol:
            return True
        if not document.symbol.party:
            return mention.dated is not None
        return not document.term or self._is_of_the_time(document, citing)

    def _terms_of(self, document: AnyDocument) -> set[str]:
        """Return the terms of office that a document is of or that its title names: ``2025-2030``."""
        named = _TERM.findall(f"{document.title} {document.abstract}")
        own = self._lists.terms[document.term] if document.term else None
        return {f"{since}-{until}" for since, until in named} | (
            {f"{own.since.year}-{own.until.year}"} if own else set()
        )

    def _needs_no_issuer(self, document: AnyDocument, mention: Mention, citing: Citing) -> bool:
        if mention.name:
            # An act that has ceased is not meant by its name alone: there is a new one, unknown here.
            has_ceased = document.ceased is not None and document.ceased <= citing.day
            return bool(mention.dated) or (self.table.tells(mention.name) and not has_ceased)
        kind = fold(self._lists.kinds[document.kind].name)
        if mention.dated and (kind in NAMED or kind == "nghi dinh"):
            return True
        return _is_central(document)

    def _is_of_the_time(self, document: AnyDocument, citing: Citing) -> bool:
        if not document.term:
            return document.issued.year == citing.day.year
        term = self._lists.terms[document.term]
        if citing.document and citing.document.term:
            return citing.document.term == term.id
        return term.since <= citing.day <= term.until

    def is_of_kind(self, document: AnyDocument, written: str) -> bool:
        """Tell whether a document is of the kind that is written in a mention, such as ``nghi quyet``."""
        return self.kinds.is_same(written, self._kind_names[document.kind])


def _is_central(document: AnyDocument) -> bool:
    """Tell whether a document is numbered among those of the Party's centre: ``57-NQ/TW``."""
    symbol = document.symbol
    return symbol is not None and symbol.party and compact(symbol.suffix.split("/")[-1]) == _CENTRAL


def shares_issuer(one: AnyDocument, other: AnyDocument) -> bool:
    """Tell whether a body issued both documents, alone or with others."""
    return any(id in other.issuers for id in one.issuers)


def is_dated(document: AnyDocument, dated: IssueDate) -> bool:
    """Tell whether the date of a document may be ``dated``. Each of the two is a day, or a year if no day is known."""
    return document.issued.earliest <= dated.latest and dated.earliest <= document.issued.latest
