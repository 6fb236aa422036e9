"""Finds citations in plain text, like ``điểm a, khoản 1, mục II, Nghị quyết số 05-NQ/TU, ngày 12/10/2021``."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from infopage.language.after_citations import NO_TAIL, Tail, tail_after
from infopage.language.dates import IssueDate
from infopage.language.folding import level, recomposed
from infopage.language.kinds import NAMED, Kinds
from infopage.language.places import places_before, series
from infopage.language.symbol_keys import Found, SymbolKey, plain_number, symbols

_WINDOW = 70
_ACTS = "|".join(NAMED).replace(" ", r"\s+")
_NAMED_LAW = re.compile(
    rf".*(?<![a-z0-9])(?!(?:(?<=bo )|(?<=phap ))luat)(?P<kind>{_ACTS})\s+(?!nay\b)"
    r"(?P<name>[^.;:()\0]{2,100}?)\s+$",
    re.DOTALL,
)
_OTHER_KIND = re.compile(r"\b(?:nghi quyet|nghi dinh|quyet dinh|thong tu|chi thi|ke hoach)\b")
_LINKED = re.compile(r"[\s,;]*(?:(?:va|hoac|cung)\s+)?(?:so\s*)?")
_ITEM = r"[0-9]{1,4}[a-z]?(?![\w%]|/(?!(?:19|20)[0-9]{2}))"
_LISTED = re.compile(
    rf"(?P<list>{_ITEM}(?:\s*(?:,|;|,?\s+(?:va|hoac)\s)\s*(?:so\s+)?{_ITEM})*)\s*(?:,|;|va\s)\s*(?:so\s+)?$"
)
_SHORT = re.compile(
    rf"(?P<list>{_ITEM}(?:\s*(?:,|;|,?\s+(?:va|hoac)\s)\s*(?:so\s+)?{_ITEM})*)(?:\s*/\s*(?P<year>(?:19|20)[0-9]{{2}})"
    r"(?![\w/-]))?(?!\s*[-–/]\s*\w)(?![.,][0-9])"
)
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:!?…()\[\]\"“”'\0-]|(?:cua|do|ve|va|voi|hoac|ngay|nam\s+(?:19|20)[0-9]{2}(?!\s*-)|la|da|duoc|tai|trong|co|"
    r"cung|theo|nay|tren|neu|quy|de|nham|khoa|yeu|dat|xac|chi|nhu|ban\s+hanh|thi|ma|den|vao|cho|se|dang|khi|sau|truoc)"
    r"(?![a-z]))"
)
_NUMBER = re.compile(r"[0-9](?<![0-9/+&@.,_-][0-9])[0-9]{0,3}[a-z]?(?![\w%])")
_WORD = 12
_LEAST = len("nqtw")
"""The least letters that a symbol of a kind and a body has."""
_NUMERAL = re.compile(r"[0-9]+[a-z]?")
_AFTER = re.compile(r"\s*(?:,\s*)?(?P<open>\()?\s*(?:(?:tại|ở|tai|o)\s+)?(?=\S)")
_NOT_ITS = re.compile(r"\s*,?\s*(?:(?:cua|tai|trong|thuoc|ban hanh kem theo|kem theo)\s+)?(?:cac\s+)?")


@dataclass(frozen=True)
class Mention:
    """A mention: a place in a text that cites a document, by its symbol, by its number alone, or by its name."""

    start: int
    """The offset where the citation begins: at the provision (``khoản 1``), the kind (``Nghị quyết``) or the symbol."""
    end: int
    """The offset where the citation ends: after the symbol, or after the day that follows it.

    A day in brackets or a mere year is not included. If several provisions are cited, each has a mention, and all
    mentions but the last end after their provision.
    """
    core: tuple[int, int]
    """The start and end of the symbol, number or name alone, without kind, date and provision."""
    symbol: SymbolKey | None = None
    """The key of the cited document's symbol; None if the text has only a number, as in ``NQ số 05``, or a name."""
    number: str = ""
    """The number of the document, without zeros before it; empty if it is cited by name."""
    name: str = ""
    """The key of the name by which the document is cited; empty if it is cited by number."""
    kind: str = ""
    """The kind of document as written, in lower case without marks: ``nghi quyet``; empty if none is written."""
    tail: Tail = NO_TAIL
    """What is said of the document after its symbol: its date, its issuer, what it is about."""
    anchors: tuple[str, ...] = ()
    """The possible anchors of the cited provision (``II.1.a``), the likeliest first; empty if none is named."""
    is_place: bool = False
    """Whether only a provision stands here, and the document before it: ``Quy định 04-QĐ/TU, Điều 5``."""

    @property
    def dated(self) -> IssueDate | None:
        """The day or year of the document as written; None if there is none."""
        return self.tail.dated

    @property
    def issuer(self) -> str:
        """The issuer as written; empty if there is none."""
        return self.tail.issuer


Known = Callable[[SymbolKey], SymbolKey | None]
"""A function that returns the key under which documents are known for a symbol as spelt; None if there are none."""


def mentions(text: str, known: Known, kinds: Kinds) -> list[Mention]:
    """Return the places where ``text`` cites documents by their symbols, in order.

    All symbols that are not ``known`` are ignored. The numbers of a list share the letters at its end, as in ``các Nghị
    quyết số 59, 66, 68-NQ/TW``.
    """
    return composed(text, lambda whole: _mentions(whole, known, kinds))


def _mentions(text: str, known: Known, kinds: Kinds) -> list[Mention]:
    folded = ""

    def levelled() -> str:
        nonlocal folded
        folded = folded or level(text)
        return folded

    def known_here(key: SymbolKey, at: int) -> SymbolKey | None:
        if found := known(key):
            return found
        # “Nghị quyết 57/TW”: the kind before the number stands for its abbreviation in the symbol.
        before = kinds.before.search(level(text[max(0, at - _WINDOW) : at])) if len(key.suffix) < _LEAST else None
        kind = " ".join((before["kind"] or "").split()) if before else ""
        spelt = (key._replace(suffix=f"{short}{key.suffix}") for short in kinds.shorts(kind))
        return next((found for one in spelt if (found := known(one))), None)

    found: list[Mention] = []
    last = 0
    for one in symbols(text, known_here):
        mention = _around(text, levelled(), one.start, one.end, kinds)
        if mention is None or (one.is_loose and mention.start == one.start):
            continue
        mention = replace(mention, symbol=one.key, number=one.key.number)
        listed = _sharing(levelled(), one, mention, known, kinds, last)
        if listed:
            mention = replace(mention, start=one.start, kind=listed[0].kind)
            found += [replace(each, tail=Tail(issuer=mention.issuer)) for each in listed]
        elif found and not mention.kind and _LINKED.fullmatch(levelled(), last, mention.start):
            mention = replace(mention, kind=found[-1].kind)
        last = mention.tail.end
        found += by_place(text, mention)
    return found


def short_mentions(text: str, kinds: Kinds) -> list[Mention]:
    """Return the places where an NFC text names documents by kind and number: ``Nghị quyết số 05``, ``NQ 57, 59``."""
    found: list[Mention] = []
    folded = ""
    for first in _NUMBER.finditer(text):
        words = text[max(0, first.start() - _WORD) : first.start()].split()
        if not words or level(words[-1]).rstrip(".:,") not in kinds.last_words:
            continue
        before = kinds.before.search(level(text[max(0, first.start() - _WINDOW) : first.start()]))
        if not before or not before["kind"]:
            continue
        folded = folded or level(text)
        numbers = _SHORT.match(folded, first.start())
        if numbers and (before["so"] or _GOES_ON.match(folded, numbers.end())):
            begins = max(0, first.start() - _WINDOW) + before.start("kind")
            found += _listed(text, folded, numbers, begins, " ".join(before["kind"].split()))
    return found


def _listed(text: str, folded: str, numbers: re.Match[str], begins: int, kind: str) -> Iterator[Mention]:
    """Yield a mention for each number of a list: 57, 59 and 66 in ``Nghị quyết số 57, 59, 66``.

    The name of the ``kind`` of document begins at the offset ``begins``.
    """
    tail = tail_after(text, folded, numbers.end())
    if numbers["year"]:
        tail = replace(tail, dated=tail.dated or IssueDate.parse(numbers["year"]))
    spans = [m.span() for m in _NUMERAL.finditer(folded, *numbers.span("list"))]
    for start, end in spans:
        is_last = end == spans[-1][1]
        stop = numbers.end() if is_last else end
        yield from by_place(
            text,
            Mention(
                begins if start == spans[0][0] else start,
                max(stop, tail.cited) if is_last else stop,
                (start, stop),
                number=plain_number(folded[start:end]),
                kind=kind,
                tail=tail if is_last else Tail(stop, issuer=tail.issuer),
            ),
        )


def by_place(text: str, mention: Mention) -> Iterator[Mention]:
    """Yield a copy of a mention for each provision named before it: two for ``khoản 1, khoản 2 Nghị quyết …``.

    If no provision is named there, the mention itself is yielded. A provision named after it has a mention of its own.
    """
    places = places_before(text, mention.start)
    for place in places[:-1]:
        yield replace(mention, start=place.start, end=place.end, anchors=place.anchors)
    if places:
        yield replace(mention, start=places[-1].start, anchors=places[-1].anchors)
        return
    yield mention
    yield from _after(text, mention)


def _after(text: str, mention: Mention) -> Iterator[Mention]:
    """Yield a mention for each provision named after a document: ``Quy định số 04-QĐ/TU (Điều 5, khoản 2)``."""
    joint = _AFTER.match(text, mention.tail.end)
    if not joint or joint.end() == mention.tail.end:
        return
    found = next(series(text, joint.end(), joint.end() + 200), None)
    if not found or found.start != joint.end():
        return
    rest = level(text[found.end : found.end + 60])
    of = _NOT_ITS.match(rest)
    assert of
    if not joint["open"] and (not _GOES_ON.match(rest) or Kinds().anywhere.match(rest, of.end())):
        return
    for place in found.places:
        yield replace(mention, start=place.start, end=place.end, anchors=place.anchors, is_place=True)


def _sharing(folded: str, one: Found, mention: Mention, known: Known, kinds: Kinds, last: int) -> list[Mention]:
    """Return the numbers before a symbol that share its letters: 59 and 66 in ``Nghị quyết số 59, 66, 68-NQ/TW``."""
    listed = _LISTED.search(folded, max(last, mention.start - 80), one.start)
    if not listed:
        return []
    before = kinds.before.search(folded, max(0, listed.start() - _WINDOW), listed.start())
    if not before or not before["kind"]:
        return []
    kind = " ".join(before["kind"].split())
    found: list[Mention] = []
    for number in _NUMERAL.finditer(folded, *listed.span("list")):
        if key := known(one.key._replace(number=plain_number(number[0]))):
            start = before.start("kind") if number.start() == listed.start() else number.start()
            found.append(Mention(start, number.end(), number.span(), key, key.number, "", kind))
    return found


def _around(text: str, folded: str, start: int, end: int, kinds: Kinds) -> Mention | None:
    """Return the mention of the symbol between two offsets, with the kind before it and what is said after it.

    Returns None if the symbol is the end of a word that is no kind: ``a05-NQ/TU``. ``folded`` is the text in lower case
    without marks, with the same offsets.
    """
    before = kinds.before.search(folded, max(0, start - _WINDOW), start)
    kind, begins = "", start
    if before and (before["kind"] or before["so"]):
        kind = " ".join((before["kind"] or "").split())
        begins = before.start("kind") if before["kind"] else before.start("so")
        if not kind and (law := _NAMED_LAW.match(folded, max(0, begins - 110), begins)):
            named = text[law.start("kind")].isupper() and not _OTHER_KIND.search(law["name"])
            kind, begins = (" ".join(law["kind"].split()), law.start("kind")) if named else ("", begins)
    elif text[start - 1 : start].isalpha():
        return None
    tail = tail_after(text, folded, end)
    return Mention(begins, max(end, tail.cited), (start, end), kind=kind, tail=tail)


def composed(text: str, find: Callable[[str], list[Mention]]) -> list[Mention]:
    """Return the mentions that ``find`` finds in a text as NFC, with their offsets in the text as given."""
    whole, at = recomposed(text)
    if whole is text:
        return find(text)
    return [replace(m, start=at[m.start], end=at[m.end], core=(at[m.core[0]], at[m.core[1]])) for m in find(whole)]
