"""The names by which a paper of a Party congress is cited: ``Nghị quyết Đại hội XIV của Đảng``."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from infopage.language.folding import level

_CONGRESS = re.compile(
    r"^(?P<kind>.+?)\s+(?:cua\s+)?dai hoi\s+(?:dai bieu\s+)?(?P<body>.*?)\s*"
    r"lan thu\s+(?P<number>[ivxlc]+|[0-9]+)(?![a-z0-9])"
    r"(?P<rest>[^,;]*)"
)
_OF_TERM = re.compile(
    r"^(?P<kind>.+?)\s+(?:cua\s+)?dai hoi\s+(?:dai bieu\s+)?(?P<body>dang bo\s[^,;]*?)(?:,?\s+nhiem ky\s+[0-9].*)$"
)
_UNIT = re.compile(r"(?i:đảng bộ)\s.+")
_PROVINCE = re.compile(r"(?i:đảng bộ\s+(?:tỉnh|thành phố))(?=\s)")
_NATIONAL = (
    *("Đại hội {number}", "Đại hội Đảng {number}", "Đại hội Đảng lần thứ {number}"),
    *("Đại hội toàn quốc lần thứ {number}", "Đại hội Đảng toàn quốc lần thứ {number}"),
    *("Đại hội đại biểu toàn quốc lần thứ {number}", "Đại hội đại biểu Đảng toàn quốc lần thứ {number}"),
    "Đại hội đại biểu toàn quốc của Đảng lần thứ {number}",
)
_OF_SOMEBODY = ("Đại hội lần thứ {number}", "Đại hội đại biểu lần thứ {number}")
"""Names that may mean a congress of the Party or of the province, unless the text says that it is the Party's."""
_OF_PARTY = ("", " của Đảng", " Đảng", " của Đảng Cộng sản Việt Nam", " Đảng Cộng sản Việt Nam")
_LOCAL = (
    *("Đại hội đại biểu {body} lần thứ {number}", "Đại hội {body} lần thứ {number}", "Đại hội {body} khóa {number}"),
    *("Đại hội đại biểu lần thứ {number} {body}", "Đại hội lần thứ {number} {body}", "Đại hội {number} {body}"),
    *("Đại hội đại biểu lần thứ {number} của {body}", "Đại hội lần thứ {number} của {body}"),
    "Đại hội {number} của {body}",
)
_OPEN = ("Đại hội đại biểu {body}", "Đại hội {body}")
_TENS, _ONES = ("", "X", "XX", "XXX"), ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ORDINALS = ("", "nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_ROMAN = {f"{tens}{ones}": 10 * i + j for i, tens in enumerate(_TENS) for j, ones in enumerate(_ONES)}


def congress_names(name: str, issuers: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield the names by which a congress's paper is cited, given its full ``name``; none for any other document.

    Each is (name, whether it means one congress only). ``Đại hội Đảng bộ tỉnh`` does not, because it has no number.
    ``issuers`` are the names of the bodies that issued the paper; the name of the province is taken from them.
    """
    found = _CONGRESS.match(level(name))
    if not found:
        yield from _names_by_term(name, issuers)
        return
    kind = name[: found.end("kind")]
    numbers = _spellings(name[slice(*found.span("number"))])
    body, rest = (name[slice(*found.span(part))].strip() for part in ("body", "rest"))
    if "toan quoc" in level(body) or (not body and "dang" in found["rest"].split()):
        said = [
            f"{form}{of}" for form, of in product((*_NATIONAL, *_OF_SOMEBODY), _OF_PARTY) if of or form in _NATIONAL
        ]
    else:
        bodies = [unit[0] for text in (body, rest, *issuers) if (unit := _UNIT.search(text))]
        bodies = list(dict.fromkeys(form for one in bodies for form in (one, *_without_place(one))))
        said = [form.replace("{body}", one) for form, one in product(_LOCAL, bodies)]
        for form, one in product(_OPEN, bodies):
            yield f"{kind} {form.format(body=one)}", False
    for form, number, of in product(said, numbers, ("", "của ")):
        whole = form.format(number=number)
        yield f"{kind} {of}{whole}", True
        yield f"{kind} {of}{whole.replace('Đại hội', 'ĐH')}", True


def _names_by_term(name: str, issuers: Iterable[str]) -> Iterator[tuple[str, bool]]:
    """Yield the names of a local congress's paper whose title has no number, only the term of office."""
    if not (found := _OF_TERM.match(level(name))):
        return
    kind, body = (name[slice(*found.span(part))] for part in ("kind", "body"))
    units = [unit[0] for text in (body, *issuers) if (unit := _UNIT.search(text))]
    bodies = dict.fromkeys(said for unit in units for said in (unit, *_without_place(unit)))
    for form, said in product(_OPEN, bodies):
        yield f"{kind} {form.format(body=said)}", False


def _spellings(number: str) -> list[str]:
    """Return the spellings of a congress's number: ``XIV`` and ``14``; for the first ten, also ``nhất``, ``hai`` …"""
    value = _ROMAN.get(number.upper()) or (int(number) if number.isdecimal() else 0)
    roman = next((written for written, one in _ROMAN.items() if one == value), number)
    return [roman, str(value), *_ORDINALS[value : value + 1]] if value else [number]


def _without_place(body: str) -> Iterator[str]:
    """Yield the name of a province's Party organization without the place: ``Đảng bộ tỉnh``; nothing for others."""
    if found := _PROVINCE.match(body):
        yield found[0]
