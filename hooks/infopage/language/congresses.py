"""The names by which a resolution of a Party congress is cited: ``Nghị quyết Đại hội XIV của Đảng``."""

import re
from collections.abc import Iterable, Iterator
from itertools import product

from infopage.language.folding import level

_CONGRESS = re.compile(
    r"^(?P<kind>.+?)\s+(?:cua\s+)?dai hoi\s+(?:dai bieu\s+)?(?P<body>.*?)\s*"
    r"lan thu\s+(?P<number>[ivxlc]+|[0-9]+)(?![a-z0-9])"
    r"(?P<rest>[^,;]*)"
)
_UNIT = re.compile(r"(?i:đảng bộ)\s.+")
_PROVINCE = re.compile(r"(?i:đảng bộ\s+(?:tỉnh|thành phố))(?=\s)")
_NATIONAL = ("đại biểu toàn quốc", "đại biểu toàn quốc của Đảng", "toàn quốc", "Đảng toàn quốc", "Đảng", "")
_OF_PARTY = ("", " của Đảng", " Đảng", " của Đảng Cộng sản Việt Nam", " Đảng Cộng sản Việt Nam")
_ORDERS = ("Đại hội {body} lần thứ {number}", "Đại hội {body} {number}")
_LOCAL = (
    *("Đại hội đại biểu {body} lần thứ {number}", "Đại hội {body} lần thứ {number}", "Đại hội {body} khóa {number}"),
    *("Đại hội đại biểu lần thứ {number} {body}", "Đại hội lần thứ {number} {body}", "Đại hội {number} {body}"),
    *("Đại hội đại biểu lần thứ {number} của {body}", "Đại hội lần thứ {number} của {body}"),
    "Đại hội {number} của {body}",
)


def congress_names(name: str, issuers: Iterable[str]) -> Iterator[str]:
    """Yield the names by which a paper of a congress is cited, given its full ``name``; none for all other papers.

    ``issuers`` are the names of its issuer: ``Đảng bộ tỉnh`` alone is that of the issuer's province.
    """
    found = _CONGRESS.match(level(name))
    if not found:
        return
    kind, number = name[: found.end("kind")], name[slice(*found.span("number"))]
    body = name[slice(*found.span("body"))].strip()
    if "toan quoc" in level(body) or (not body and "dang" in found["rest"].split()):
        for order, middle, of in product(_ORDERS, _NATIONAL, _OF_PARTY):
            yield f"{kind} {' '.join(order.format(body=middle, number=number).split())}{of}"
        return
    rest = name[slice(*found.span("rest"))]
    bodies = [unit[0] for text in (body, rest, *issuers) if (unit := _UNIT.search(text))]
    for own in dict.fromkeys(form for one in bodies for form in (one, *_without_place(one))):
        for order in _LOCAL:
            yield f"{kind} {order.format(body=own, number=number)}"


def _without_place(body: str) -> Iterator[str]:
    """Yield the name of a province's Party organization without that of the province."""
    if found := _PROVINCE.match(body):
        yield found[0]
