"""Decides which document a number or name alone means (``Kết luận 75``, ``Luật Đất đai``), given further evidence."""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from infopage.content.citing.issuers import IssuerNames
from infopage.content.model import OfficialDocument
from infopage.content.outside import AnyDocument
from infopage.content.registries import Registries
from infopage.language.folding import fold
from infopage.language.kinds import NAMED
from infopage.language.mentions import Mention
from infopage.language.symbol_keys import compact

_CENTRAL = "tw"
_ALIKE = 3
_REPLACED, _YEARS = ("luat", "bo luat", "phap lenh"), 12
"""The kinds of acts that a new act of the same name often replaces, and the years after which that is likely."""
_TERM = re.compile(r"\b((?:19|20)[0-9]{2})\s*[-–]\s*((?:19|20)[0-9]{2})\b")


@dataclass(frozen=True)
class Citing:
    """Data about the text that contains a mention (the citing text)."""

    day: date
    """The date on which the citing text was written or last changed."""
    document: OfficialDocument | None = None
    """The document whose text this is; None if it is not an official document."""
    named: frozenset[str] = frozenset()
    """The ids of the documents named in the header and links of the citing text."""


class Supports:
    """Looks for evidence that a text that has only a number or a name means a certain document."""

    def __init__(self, lists: Registries, issuers: IssuerNames, tells: Callable[[str], bool]) -> None:
        """Prepare the search for evidence; ``lists`` are the registries, and ``issuers`` has the names of all issuers.

        ``tells`` takes the lookup key of a name, and returns whether the name alone identifies one document.
        """
        self._lists, self._issuers, self._tells = lists, issuers, tells

    def supported(
        self, mention: Mention, found: Sequence[AnyDocument], citing: Citing, met: Mapping[str, set[str]]
    ) -> AnyDocument | None:
        """Return the document that a ``mention`` by number or name means; None if that is not certain.

        ``citing`` describes the text with the mention. A number alone may be that of a document that this site does not
        have. So there must be evidence for exactly one of the documents ``found``: the text cites it in full elsewhere
        (``met`` has the ids), its header names it, or the mention gives its date, issuer or subject. A document of the
        Party's centre needs no evidence.
        """
        if mention.number and mention.issuer:
            is_general = self._issuers.is_general(mention.issuer)
            found = [d for d in found if (is_central(d) if is_general else self._issuers.agrees(mention.issuer, d))]
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
        """Tell whether the date, issuer or subject of a mention by number are those of a document.

        ``citing`` describes the text with the mention.
        """
        if mention.symbol and mention.symbol.year == document.issued.year:
            return True
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
        """Tell whether a mention can mean no other document of the same issuer; ``citing`` describes the text with it.

        Issuers number their documents from 1 again in each term or year. So a number means the document only if the
        text is of the same term or year. A name may be of any year.
        """
        if mention.name or not document.symbol:
            return True
        if not document.symbol.party:
            return mention.dated is not None
        return not document.term or self.is_of_the_time(document, citing)

    def _terms_of(self, document: AnyDocument) -> set[str]:
        """Return the document's own term of office and those in its title or abstract, each like ``2025-2030``."""
        named = _TERM.findall(f"{document.title} {document.abstract}")
        own = self._lists.terms[document.term] if document.term else None
        return {f"{since}-{until}" for since, until in named} | (
            {f"{own.since.year}-{own.until.year}"} if own else set()
        )

    def _needs_no_issuer(self, document: AnyDocument, mention: Mention, citing: Citing) -> bool:
        if mention.name:
            return bool(mention.dated) or (self._tells(mention.name) and not self._is_old(document, citing.day))
        kind = fold(self._lists.kinds[document.kind].name)
        if mention.dated and (kind in NAMED or kind == "nghi dinh"):
            return True
        return is_central(document)

    def _is_old(self, document: AnyDocument, day: date) -> bool:
        """Tell whether a text written on ``day`` may mean a newer act of the same name that this site does not have."""
        if document.ceased and document.ceased <= day:
            return True
        is_law = fold(self._lists.kinds[document.kind].name) in _REPLACED
        return is_law and day.year - document.issued.year > _YEARS

    def is_of_the_time(self, document: AnyDocument, citing: Citing) -> bool:
        """Tell whether a document is of the term of office, or of the year, in which the citing text was written."""
        if not document.term:
            return document.issued.year == citing.day.year
        term = self._lists.terms[document.term]
        if citing.document and citing.document.term:
            return citing.document.term == term.id
        return term.since <= citing.day <= term.until


def is_central(document: AnyDocument) -> bool:
    """Tell whether a document is numbered among those of the Party's centre: ``57-NQ/TW``."""
    symbol = document.symbol
    return symbol is not None and symbol.party and compact(symbol.suffix.split("/")[-1]) == _CENTRAL


def shares_issuer(one: AnyDocument, other: AnyDocument) -> bool:
    """Tell whether a body issued both documents, alone or with others."""
    return any(id in other.issuers for id in one.issuers)
