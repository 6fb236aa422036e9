"""Finds citations in plain text, like ``điểm a, khoản 1, mục II, Nghị quyết số 05-NQ/TU, ngày 12/10/2021``."""

import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise

from infopage.language.dates import IssueDate
from infopage.language.folding import level
from infopage.language.places import places_before
from infopage.language.symbols import Symbol

_SPACE = "[\\s\u00ad\u200b\u200c\u200d\u2060\ufeff]*"
_DASH = "[-‐‑‒–—−]"
_PART = r"[^\W\d_][^\W_]{0,15}"
_TAIL = rf"{_PART}(?:{_SPACE}(?:{_DASH}|\.){_SPACE}{_PART}){{0,4}}"
_SYMBOL = re.compile(
    rf"[0-9](?:(?<![\w/+&@‐‑‒–—−-][0-9])(?<![0-9][.,][0-9])|(?<=\b[sS][ốỐoO][0-9]))[0-9]{{0,5}}[a-zđ]?{_SPACE}"
    rf"(?:{_DASH}{_SPACE}{_PART}{_SPACE}/{_SPACE}(?P<party>{_TAIL})"
    rf"|/{_SPACE}(?:[12][0-9]{{3}}{_SPACE}/{_SPACE})?(?P<state>{_TAIL}))"
    rf"(?![\w@])(?!/\w)"
)
_BARE = re.compile(r"[0-9](?<=\b[sS][ốỐoO]\s[0-9])[0-9]{0,3}(?![\w%])(?!\s*[-–/]\s*\w)(?![.,][0-9])")
_OTHER_SIGN = re.compile("[‐‑‒–—−\u00ad\u200b\u200c\u200d\u2060\ufeff]")
_FURTHEST = 60
_JOINT = re.compile(rf"{_SPACE}(?:{_DASH}|\.){_SPACE}")
_ABBREVIATED = "nq|nd|qd|ct|kl|ctr|kh|hd|tt|bc|tb"
_KIND = (
    "nghi quyet|nghi dinh|quyet dinh|quy dinh|chi thi|ket luan|chuong trinh|ke hoach|huong dan|thong tri|thong tu|"
    "bo luat|luat|phap lenh|lenh|quy che|de an|bao cao|thong bao|cong van|to trinh|cong dien|van ban|dieu le|"
    f"{_ABBREVIATED}"
).replace(" ", r"\s+")
_WHOLE_WORD = "(?!(?:(?<=bo )|(?<=phap ))luat)"
_MORE = r"(?:\s+(?:hanh dong|lien tich|chuyen de))?"
_BEFORE = re.compile(
    rf"(?<![a-z0-9/-])(?:{_WHOLE_WORD}(?P<kind>{_KIND}){_MORE}\s*[\"“”]?[,:]?\s*)?(?P<so>so\s*[.:]?\s*)?$"
)
_NAMED_LAW = re.compile(
    rf".*(?<![a-z0-9]){_WHOLE_WORD}(?P<kind>bo\s+luat|luat|phap\s+lenh)\s+(?!nay\b)"
    r"(?P<name>[^.;:()\0]{2,100}?)\s+$",
    re.DOTALL,
)
_OTHER_KIND = re.compile(r"\b(?:nghi quyet|nghi dinh|quyet dinh|thong tu|chi thi|ke hoach)\b")
_DAY = re.compile(
    r"[\s,]*(?P<open>\()?\s*(?:ban hanh\s+)?(?:ngay\s+)?(?P<d>[0-9]{1,2})"
    r"(?:\s*[/.-]\s*(?P<m>[0-9]{1,2})\s*[/.-]\s*|\s+thang\s+(?P<w>[0-9]{1,2})\s*,?\s+nam\s+)(?P<y>[0-9]{4})(?![0-9])"
)
_YEAR = re.compile(r"[\s,]*nam\s+(?P<y>[0-9]{4})(?![0-9])(?!\s*-)")
_ISSUER = re.compile(r"[\s,]*(?:cua|do)\s+(?P<name>[a-z][^,.;:()\[\]\"“”…\0]{1,120})")
_NAME_ENDS = re.compile(
    r"\s+(?:về|[kK]h(?:óa|oá)\s+(?:[IVXLC0-9]+|trước|này)|nhiệm kỳ|ban hành|ngày|năm|quy định|hướng dẫn|sửa đổi|"
    r"thực hiện|triển khai|phê duyệt|là|đã|để|với|tại|trong|theo|cho|được|nêu|có|trên|số)\b.*|\s+$",
    re.DOTALL,
)
_LINKED = re.compile(r"[\s,;]*(?:(?:va|hoac|cung)\s+)?(?:so\s*)?")


@dataclass(frozen=True)
class Mention:
    """A mention: a place in a text that cites a document, by its symbol (``05-NQ/TU``) or only by its number."""

    start: int
    """The offset where the citation begins: at the provision (``khoản 1``), the kind (``Nghị quyết``) or the symbol."""
    end: int
    """The offset where the citation ends: after the symbol, or after the day that follows it.

    A day in brackets or a mere year is not included. If several provisions are cited, each has a mention, and all
    mentions but the last end after their provision.
    """
    core: tuple[int, int]
    """The start and end of the symbol or number alone, without kind, date and provision."""
    symbol: Symbol | None
    """The symbol of the cited document; None if the text has only a number, as in ``NQ số 05``."""
    number: str
    kind: str = ""
    """The kind of document as written, in lower case without marks: ``nghi quyet``; empty if none is written."""
    dated: IssueDate | None = None
    """The day or year written after the symbol; None if there is none."""
    issuer: str = ""
    """The issuer as written: the words after ``của`` or ``do``; empty if there are none."""
    anchors: tuple[str, ...] = ()
    """The possible anchors of the cited provision (``II.1.a``), the likeliest first; empty if none is named."""


def mentions(text: str, known: Callable[[Symbol], bool]) -> list[Mention]:
    """Return the places where ``text`` cites documents by their symbols, in order.

    ``known`` tells whether there is a document with a given symbol. All other symbols in the text are ignored.
    """
    if not unicodedata.is_normalized("NFC", text):
        return _decomposed(text, known)
    cores = [(m.start(), *core) for m in _SYMBOL.finditer(text) if (core := _longest_known(m, known))]
    folded = level(text) if cores else ""
    found: list[Mention] = []
    last = 0
    for start, symbol, end in cores:
        mention, reach = _around(text, folded, start, end, symbol, symbol.number)
        if found and not mention.kind and _LINKED.fullmatch(folded, last, mention.start):
            mention = replace(mention, kind=found[-1].kind)
        last = reach
        found += _by_place(text, folded, mention)
    return found


def bare_numbers(text: str) -> list[Mention]:
    """Return the places where an NFC text names a document by kind and number only: ``Nghị quyết số 05``."""
    numbers = list(_BARE.finditer(text))
    folded = level(text) if numbers else ""
    around = (_around(text, folded, m.start(), m.end(), None, m[0]) for m in numbers)
    return [one for mention, _ in around if mention.kind for one in _by_place(text, folded, mention)]


def is_in_symbol(text: str, at: int) -> bool:
    """Tell whether the offset ``at`` in an NFC text is within something that looks like a document symbol."""
    start = max(0, at - _FURTHEST)
    return any(match.start() <= at < match.end() for match in _SYMBOL.finditer(text, start, at + _FURTHEST))


def _longest_known(match: re.Match[str], known: Callable[[Symbol], bool]) -> tuple[Symbol, int] | None:
    """Return the longest symbol that a match begins with and that a document has, with the offset of its end.

    Returns None if there is none.

    In ``05-NQ/TU - một năm``, the symbol ends before the hyphen between spaces.
    """
    text = match.string
    tail = match.start("party") if match["party"] else match.start("state")
    joints = reversed(list(_JOINT.finditer(text, tail, match.end())))
    for end in (match.end(), *(m.start() for m in joints if m[0] != "-")):
        try:
            symbol = Symbol.parse(_OTHER_SIGN.sub(_plain, "".join(text[match.start() : end].split())))
        except ValueError:
            continue
        if known(symbol):
            return symbol, end
    return None


def _plain(sign: re.Match[str]) -> str:
    return level(sign[0]).strip()


def _around(text: str, folded: str, start: int, end: int, symbol: Symbol | None, number: str) -> tuple[Mention, int]:
    """Return the mention of the symbol between ``start`` and ``end``, and the offset after all that belongs to it.

    To the mention belong the kind of document before the symbol, and the date and issuer after it. ``folded`` is the
    text in lower case without marks, with the same offsets. If ``symbol`` is None, the text has only the ``number``.
    """
    before = _BEFORE.search(folded, max(0, start - 60), start)
    kind, begins = "", start
    if before and (before["kind"] or before["so"]):
        kind, begins = (
            " ".join((before["kind"] or "").split()),
            before.start("kind") if before["kind"] else before.start("so"),
        )
        if not kind and (law := _NAMED_LAW.match(folded, max(0, begins - 110), begins)):
            named = text[law.start("kind")].isupper() and not _OTHER_KIND.search(law["name"])
            kind, begins = (" ".join(law["kind"].split()), law.start("kind")) if named else ("", begins)
    mention = Mention(begins, end, (start, end), symbol, number, kind)
    reach = end
    dated, stop = _date_after(folded, reach)
    if dated:
        opened = "(" in folded[end:stop]
        mention = replace(mention, dated=dated, end=end if opened or not _is_day(dated) else stop)
        reach = stop + (opened and folded[stop : stop + 1] == ")")
    if issuer := _ISSUER.match(folded, reach):
        name = _NAME_ENDS.sub("", text[slice(*issuer.span("name"))])
        stop = issuer.start("name") + len(name)
        mention = replace(mention, issuer=" ".join(name.split()))
        reach = stop
        if not dated:
            dated, stop = _date_after(folded, reach)
            mention, reach = replace(mention, dated=dated), stop
    return mention, reach


def _is_day(dated: IssueDate) -> bool:
    return dated.earliest == dated.latest


def _date_after(folded: str, at: int) -> tuple[IssueDate | None, int]:
    if found := _DAY.match(folded, at):
        try:
            day = date(int(found["y"]), int(found["m"] or found["w"]), int(found["d"]))
        except ValueError:
            return None, at
        return IssueDate(day, day), found.end()
    if (found := _YEAR.match(folded, at)) and 1900 <= int(found["y"]) < 2200:
        return IssueDate.parse(found["y"]), found.end()
    return None, at


def _by_place(text: str, folded: str, mention: Mention) -> Iterator[Mention]:
    """Yield a copy of a mention for each provision named before it: two for ``khoản 1, khoản 2 Nghị quyết …``.

    If no provision is named, the mention itself is yielded.
    """
    places = places_before(text, folded, mention.start)
    for place in places[:-1]:
        yield replace(mention, start=place.start, end=place.end, anchors=place.anchors)
    if places:
        mention = replace(mention, start=places[-1].start, anchors=places[-1].anchors)
    yield mention


def _decomposed(text: str, known: Callable[[Symbol], bool]) -> list[Mention]:
    """Return the mentions in a text that is not NFC, with their offsets in the text as given."""
    starts = [at for at, letter in enumerate(text) if not unicodedata.combining(letter)] + [len(text)]
    whole = [unicodedata.normalize("NFC", text[a:b]) for a, b in pairwise(starts)]
    place = [at for at, letters in zip(starts, whole, strict=False) for _ in letters] + [len(text)]
    return [
        replace(m, start=place[m.start], end=place[m.end], core=(place[m.core[0]], place[m.core[1]]))
        for m in mentions(unicodedata.normalize("NFC", "".join(whole)), known)
    ]
