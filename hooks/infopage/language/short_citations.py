"""Finds citations by kind and number alone, like ``Nghị quyết số 05``, ``NQ 57, 59`` and ``Nghị định 30/2020``."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from infopage.language.after_citations import Tail, tail_after
from infopage.language.dates import IssueDate
from infopage.language.folding import level
from infopage.language.kinds import GENERIC, Kinds
from infopage.language.mentions import Mention, by_place, goes_on
from infopage.language.symbol_keys import plain_number

_WINDOW = 70
_WORD = 12
_ITEM = r"[0-9]{1,4}[a-z]?(?![\w%]|/(?!(?:19|20)[0-9]{2}))"
_SHORT = re.compile(
    rf"(?P<list>{_ITEM}(?:\s*(?:,|;|,?\s+(?:va|hoac)\s)\s*(?:so\s+)?{_ITEM})*)(?:\s*/\s*(?P<year>(?:19|20)[0-9]{{2}})"
    r"(?![\w/-]))?(?:(?!\s*[-–/]\s*\w)|(?=\s+-\s+[\"“]?[a-z]{2,}\s+[\"“(]?[a-z]{2}))(?![.,][0-9])"
)
_NUMBER = re.compile(r"[0-9](?<![0-9/+&@.,_-][0-9])[0-9]{0,3}[a-z]?(?![\w%])")
_OF = re.compile(r"\s*(?:của|do)\s", re.IGNORECASE)
_SERIES = re.compile(r"[0-9]{2,4}(?:\D+[0-9]{2,4})+")
_OPENS, _CLOSES = re.compile(r"[(:](?:\s*(?:gồm|là|như))?(?:\s*[sS]ố)?$"), re.compile(r"\s*(?:\.{3}|…)?\s*\)")
_FURTHEST, _LEAST = 120, 2
_NUMERAL = re.compile(r"[0-9]+[a-z]?")
_SIGN = re.compile(r"\s*[/&+-]\s*")
_LAST = re.compile(r"[^\W_]*[.:,]*$")


def short_mentions(text: str, kinds: Kinds) -> list[Mention]:
    """Return the places where an NFC text names documents by kind and number: ``Nghị quyết số 05``, ``NQ 57, 59``."""
    found: list[Mention] = []
    folded = ""
    for first in _NUMBER.finditer(text):
        words = text[max(0, first.start() - _WORD) : first.start()].split()
        if words and _OPENS.search(" ".join(words[-2:])):
            folded = folded or level(text)
            found += _grouped(text, folded, first.start(), kinds)
            continue
        if not words or _plain(words[-1]) not in kinds.last_words:
            continue
        # In “NQ57/NQ68”, the name of the second kind begins after the sign.
        near = text[found[-1].end : first.start()] if found and first.start() - found[-1].end < _WINDOW else ""
        sign = _SIGN.match(level(near))
        window = max(found[-1].end + sign.end() if sign else 0, first.start() - _WINDOW)
        before = kinds.before.search(level(text[window : first.start()]))
        if not before or not before["kind"] or before["kind"] in GENERIC:
            continue
        folded = folded or level(text)
        # In “NQ57/NQ68”, the number ends at the sign.
        is_joined = kinds.joined.match(folded, first.end()) is not None
        numbers = _SHORT.match(folded, first.start(), first.end() if is_joined else len(folded))
        begins, ends = window + before.start("kind"), window + before.end("kind")
        if numbers and (before["so"] or is_joined or _is_number_of(text, folded, (begins, ends), numbers)):
            found += _listed(text, folded, numbers, begins, " ".join(before["kind"].split()))
    return found


def _grouped(text: str, folded: str, at: int, kinds: Kinds) -> Iterator[Mention]:
    """Yield a mention for each number of a list in brackets or after a colon: ``bốn nghị quyết (57, 59, 66, 68)``.

    ``at`` is the offset of its first number.
    """
    before = kinds.several.search(folded, max(0, at - _FURTHEST), at)
    numbers = _SHORT.match(folded, at) if before else None
    if not before or not numbers or numbers["year"]:
        return
    spans = [m.span() for m in _NUMERAL.finditer(folded, *numbers.span("list"))]
    end = numbers.end()
    if len(spans) < _LEAST:
        return
    if before["sign"] == "(":
        if not (closed := _CLOSES.match(folded, end)):
            return
        end = closed.end()
    elif not goes_on(text, end):
        return
    issuer = text[slice(*before.span("of"))] if before["of"] else tail_after(text, folded, end).issuer
    all_numbers = [plain_number(folded[slice(*span)]) for span in spans]
    for number, (start, stop) in zip(all_numbers, spans, strict=True):
        words = before["kind"].split()
        # “nghị quyết chiến lược”: here the name of a second kind only praises the first.
        kind = " ".join(words[:-2] if words[-2:] == ["chien", "luoc"] and len(words) > _LEAST else words)
        yield Mention(
            *(start, stop, (start, stop)),
            number=number,
            kind=kind,
            tail=Tail(stop, issuer=issuer),
            among=_others(all_numbers, number),
        )


def _others(numbers: Sequence[str], number: str) -> tuple[str, ...]:
    return tuple(one for one in numbers if one != number)


@lru_cache(maxsize=8192)
def _plain(written: str) -> str:
    """Return the last word of ``written`` in lower case without marks and signs: ``(NQ`` -> ``nq``.

    Cached, because few different words occur before numbers.
    """
    word = _LAST.search(written)
    return level(word[0] if word else written).rstrip(".:,")


def _is_number_of(text: str, folded: str, kind: tuple[int, int], numbers: re.Match[str]) -> bool:
    """Tell whether ``numbers`` after the name of a kind of document are documents' numbers: ``Kết luận 75``.

    They may also count something (``kết luận 75 vụ``: concluded 75 cases), or be the label of the next line. ``folded``
    is the text in lower case without marks, and ``kind`` has the start and end of the name.
    """
    gap = text[kind[1] : numbers.start()]
    if gap.strip(" \t\xa0") or (not gap and " " in folded[slice(*kind)]):
        return False
    if text[kind[0]].isupper() or _SERIES.fullmatch(numbers["list"]):
        return goes_on(text, numbers.end())
    return _OF.match(text, numbers.end()) is not None


def _listed(text: str, folded: str, numbers: re.Match[str], begins: int, kind: str) -> Iterator[Mention]:
    """Yield a mention for each number of a list: 57, 59 and 66 in ``Nghị quyết số 57, 59, 66``.

    The name of the ``kind`` of document begins at the offset ``begins``. ``folded`` is the text in lower case without
    marks.
    """
    tail = tail_after(text, folded, numbers.end())
    if numbers["year"]:
        tail = replace(tail, dated=tail.dated or IssueDate.parse(numbers["year"]))
    spans = [m.span() for m in _NUMERAL.finditer(folded, *numbers.span("list"))]
    all_numbers = [plain_number(folded[slice(*span)]) for span in spans]
    for number, (start, end) in zip(all_numbers, spans, strict=True):
        is_last = end == spans[-1][1]
        stop = numbers.end() if is_last else end
        yield from by_place(
            text,
            Mention(
                begins if start == spans[0][0] else start,
                max(stop, tail.cited) if is_last else stop,
                (start, stop),
                number=number,
                kind=kind,
                tail=tail if is_last else Tail(stop, issuer=tail.issuer),
                among=_others(all_numbers, number),
            ),
        )
