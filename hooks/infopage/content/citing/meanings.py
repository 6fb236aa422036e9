"""Decides which document a mention means: by symbol, kind, date and issuer, then by the context of the mention."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from infopage.content.citing.citable import Table, key_of_number
from infopage.content.citing.issuers import IssuerNames
from infopage.content.citing.supports import Citing, Supports, is_central, shares_issuer
from infopage.content.outside import AnyDocument
from infopage.content.registries import Registries
from infopage.language.dates import IssueDate
from infopage.language.folding import fold
from infopage.language.kinds import GENERIC, Kinds
from infopage.language.mentions import Mention
from infopage.language.symbol_keys import SymbolKey

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
        self._supports = Supports(lists, self._issuers, self.table.tells)

    def knows(self, symbol: SymbolKey) -> SymbolKey | None:
        """Return ``symbol`` if any document has this symbol, or the same but for the year; None if none has."""
        if self.table.has(str(symbol)):
            return symbol
        other = symbol._replace(year=None)
        return symbol if self.table.has(f"~{other}") else None

    def candidates(self, mention: Mention, citing: Citing) -> list[AnyDocument]:
        """Return the documents that fit the symbol or name, kind, date and issuer of a mention.

        ``citing`` describes the text with the mention. Documents issued after this text was written are left out.
        """
        found = [d for d in self._named(mention) if d.issued.earliest <= citing.day]
        if mention.kind not in GENERIC:
            found = [d for d in found if self.is_of_kind(d, mention.kind)]
            if not mention.symbol:
                found = [d for d in found if self._is_said_of(d, mention.kind)]
        if dated := mention.dated:
            near = [d for d in found if is_dated(d, dated)]
            # A year alone may be the year of implementation: “kế hoạch thực hiện Nghị quyết số 05-NQ/TU năm 2025”.
            # So the year in a mention by symbol is ignored if no document of that year fits.
            found = near if near or dated.earliest == dated.latest or not mention.symbol else found
        named = mention.issuer[:1].isupper() and not self._issuers.is_general(mention.issuer)
        return self._issuers.fitting(mention.issuer, found) if named else found

    def _is_said_of(self, document: AnyDocument, written: str) -> bool:
        """Tell whether the words that ``written`` adds to a kind's name are those that begin a document's abstract.

        ``Kết luận thanh tra số 121`` is another series of papers than ``Kết luận số 121``.
        """
        names = self._kind_names[document.kind]
        added = [written.removeprefix(f"{name} ") for name in names if written.startswith(f"{name} ")]
        return not added or any(fold(document.abstract).startswith(one) for one in added)

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

        If several documents fit, one that was already mentioned in the text is preferred. Next come those named in the
        text's header or links, then those of the same issuer, and last those of the same term of office or year.

        ``citing`` describes the text with the mention. ``met`` maps the key of each symbol to the ids of the documents
        already found for it in the same text. The result is (None, ()) if no document fits.
        """
        found = self.candidates(mention, citing)
        if not mention.symbol or not self.table.get(str(mention.symbol)):
            document = self._supports.supported(mention, found, citing, met)
            return document or self._as_others(mention, found, citing, met), ()
        own = citing.document
        if len(found) < 2 or (own and not mention.dated and own in found):
            return (own if own in found else found[0] if found else None), ()
        before = met.get(str(mention.symbol), set())
        choices: tuple[Callable[[AnyDocument], bool], ...] = (
            (lambda d: d.id in before),
            (lambda d: d.id in citing.named),
            (lambda d: own is not None and shares_issuer(own, d)),
            (lambda d: self._supports.is_of_the_time(d, citing)),
        )
        for choose in choices:
            chosen = [d for d in found if choose(d)]
            if len(chosen) == 1:
                return chosen[0], ()
            found = chosen or found
            if len(before) > 1:
                break
        return None, tuple(found)

    def _as_others(
        self, mention: Mention, found: Sequence[AnyDocument], citing: Citing, met: Mapping[str, set[str]]
    ) -> AnyDocument | None:
        """Return the one of the documents ``found`` that is of the same series as the other documents of a list.

        In ``NQ 57, 68 và 71``, all three are resolutions of the Party's centre, so 71 is not the one of the Government.
        ``citing`` and ``met`` are as in :meth:`settle`. Returns None if that is not certain.
        """
        alone = (replace(mention, number=number, among=()) for number in mention.among if len(found) > 1)
        others = [other for one in alone if (other := self.settle(one, citing, met)[0])]
        chosen = [d for d in found if is_central(d)]
        return chosen[0] if others and all(map(is_central, others)) and len(chosen) == 1 else None

    def is_of_kind(self, document: AnyDocument, written: str) -> bool:
        """Tell whether a document is of the kind that is written in a mention, such as ``nghi quyet``."""
        return self.kinds.is_same(written, self._kind_names[document.kind])


def is_dated(document: AnyDocument, dated: IssueDate) -> bool:
    """Tell whether the date of a document may be ``dated``. Each of the two is a day, or a year if no day is known."""
    return document.issued.earliest <= dated.latest and dated.earliest <= document.issued.latest
