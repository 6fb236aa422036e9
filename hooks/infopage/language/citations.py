"""Finds citations in plain text, like ``điểm a, khoản 1, mục II, Nghị quyết số 05-NQ/TU, ngày 12/10/2021``."""

import re
from collections.abc import Callable
from dataclasses import replace

from infopage.language.after_citations import Tail, tail_after
from infopage.language.folding import level
from infopage.language.kinds import NAMED, Kinds
from infopage.language.mentions import Mention, by_place, composed, goes_on
from infopage.language.symbol_keys import Found, SymbolKey, plain_number, symbols

_WINDOW, _FAR = 70, 120
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
_MORE = re.compile(rf"(?:\s*(?:,|;|,?\s+(?:va|hoac)\s)\s*(?:so\s+)?{_ITEM}(?!\s*[-–/.,]\s*[0-9a-z]))+")
_FURTHEST = 80
_LEAST = len("nqtw")
"""The fewest letters of a symbol that has both the kind (``NQ``) and the issuing body (``TW``), and so is complete."""
_NUMERAL = re.compile(r"[0-9]+[a-z]?")


Known = Callable[[SymbolKey], SymbolKey | None]
"""A function that returns the key under which the site has a symbol, given the key of the symbol as written in a text.

The two keys differ if the text leaves out the year, for example. The function returns None if the symbol is unknown.
"""


def mentions(text: str, known: Known, kinds: Kinds) -> list[Mention]:
    """Return the places where ``text`` cites documents by their symbols, in order.

    Symbols for which ``known`` returns None are ignored. The numbers of a list share the letters at its end, as in
    ``các Nghị quyết số 59, 66, 68-NQ/TW``. ``kinds`` are the kinds of documents that may be named before a symbol.
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
        before = _shared_before(levelled(), one, mention, known, kinds, last)
        if before:
            mention = replace(mention, kind=before[0].kind)
            found += [replace(each, tail=Tail(issuer=mention.issuer)) for each in before]
        elif found and not mention.kind and _LINKED.fullmatch(levelled(), last, mention.start):
            mention = replace(mention, kind=found[-1].kind)
        last = mention.tail.end
        found += by_place(text, mention)
        found += _shared_after(text, levelled(), one, mention, known)
    return found


def _shared_before(folded: str, one: Found, mention: Mention, known: Known, kinds: Kinds, last: int) -> list[Mention]:
    """Return the numbers before a symbol that share its letters: 59 and 66 in ``Nghị quyết số 59, 66, 68-NQ/TW``.

    ``folded`` is the text in lower case without marks, ``one`` the symbol, and ``mention`` its mention. The numbers
    come after the offset ``last``, where the mention before ends. ``known`` and ``kinds`` are as in :func:`mentions`.
    """
    listed = _LISTED.search(folded, max(last, mention.start - _FURTHEST), one.start)
    if not listed:
        return []
    before = kinds.before.search(folded, max(0, listed.start() - _WINDOW), listed.start())
    grouped = kinds.several.search(folded, max(0, listed.start() - _FAR), listed.start())
    named = before["kind"] if before else None
    if not (named or grouped):
        return []
    kind = " ".join((named or (grouped["kind"] if grouped else "")).split())
    found = [
        Mention(number.start(), number.end(), number.span(), key, key.number, kind=kind)
        for number in _NUMERAL.finditer(folded, *listed.span("list"))
        if (key := known(one.key._replace(number=plain_number(number[0]))))
    ]
    if named and before and found and found[0].start == listed.start():
        found[0] = replace(found[0], start=before.start("kind"))
    return found


def _shared_after(text: str, folded: str, one: Found, mention: Mention, known: Known) -> list[Mention]:
    """Return the numbers after a symbol that share its letters: 59 and 66 in ``Nghị quyết số 57-NQ/TW, 59 và 66``.

    The parameters are as in :func:`_shared_before`.
    """
    listed = _MORE.match(folded, one.end)
    if not listed or not goes_on(text, listed.end()):
        return []
    numbers = list(_NUMERAL.finditer(folded, *listed.span()))
    keys = [known(one.key._replace(number=plain_number(number[0]))) for number in numbers]
    if not all(keys):
        return []
    return [
        Mention(number.start(), number.end(), number.span(), key, key.number, kind=mention.kind)
        for number, key in zip(numbers, keys, strict=True)
        if key
    ]


def _around(text: str, folded: str, start: int, end: int, kinds: Kinds) -> Mention | None:
    """Return the mention of the symbol from ``start`` to ``end``, with the kind before and the words about it after.

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
