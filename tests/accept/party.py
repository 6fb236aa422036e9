"""Turns the Party's texts of a corpus into items. Front matter has only facts that each text states itself."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import NamedTuple

from infopage.intake.plain_text import header_line
from infopage.language.dates import IssueDate
from infopage.language.folding import slug
from infopage.language.symbols import Symbol
from tests.accept.item import RealText, item

KINDS = (
    "Chương trình hành động",
    "Nghị quyết",
    "Chỉ thị",
    "Kết luận",
    "Quy định",
    "Quyết định",
    "Kế hoạch",
    "Hướng dẫn",
)
ISSUERS = ("Đại hội đại biểu toàn quốc", "Ban Chấp hành Trung ương", "Ban Bí thư", "Bộ Chính trị")
UNKNOWN_ISSUER = "Cơ quan của Đảng chưa rõ"
_TERMS = (
    ("truoc-khoa-xi", 1930),
    ("khoa-xi", 2011),
    ("khoa-xii", 2016),
    ("khoa-xiii", 2021),
    ("khoa-xiv", 2026),
    ("khoa-xv", 2031),
)
"""The terms of office by their first years. The site needs one for each document, but the texts do not name any."""
_HEAD = 700
_NUMBER = re.compile(r"\bSố:?\s*(\d+[A-Z]?-[A-ZĐ]+/[A-Z]+)")
_DAY = re.compile(r"ngày (\d{1,2})(?: tháng |/)(\d{1,2})(?: năm |/)(\d{4})")
_KIND = re.compile("|".join(map(str.upper, KINDS)))
_ISSUER = re.compile("|".join(map(str.upper, ISSUERS)))
_YEAR = re.compile(r"(?:19|20)\d{2}")
_BY = re.compile(rf"(CỦA (?:{_ISSUER.pattern})(?: ĐẢNG)?)(?: VỀ)?\s+")
_ROMAN = re.compile(r"(?<=thứ )[ivx]+\b")
_TITLE_ENDS = re.compile(r"\n|-{3,}|\(Kèm")


class _Facts(NamedTuple):
    kind: str
    issuer: str
    by: str
    """The words between kind and title that name the issuer: ``CỦA BỘ CHÍNH TRỊ``; '' if there are none."""
    symbol: Symbol | None
    issued: str
    title: str


def party_texts(corpus: Path) -> Iterator[RealText]:
    """Yield each text of the folder ``dang`` of a corpus as an item, its letterhead and signature still in the text."""
    for file in sorted((corpus / "dang").glob("*.txt")):
        text = file.read_text(encoding="utf-8")
        yield _item_of(file.stem, text, _facts(file.stem, text))


def _item_of(name: str, text: str, facts: _Facts) -> RealText:
    kind = slug(facts.kind)
    issuer = slug(facts.issuer)
    year = int(facts.issued[-4:])
    term = [id for id, first in _TERMS if first <= max(year, _TERMS[0][1])][-1]
    iso = IssueDate.parse(facts.issued).iso
    stem = facts.symbol.slug if facts.symbol else f"{kind}-{slug(name)}-{iso}"
    header = [
        f"ma: {slug(name)}",
        "pham_vi: cong-khai",
        "ngay_dang: 01/11/2026",
        f"loai: {kind}",
        f"so_ky_hieu: {facts.symbol or 'khong'}",
        f"co_quan: {issuer}",
        f"nhiem_ky: {term}",
        f"ngay_ban_hanh: {facts.issued}",
        header_line("trich_yeu", facts.title),
    ]
    header += [header_line("duoi_ten_loai", facts.by)] if facts.by else []
    return RealText(f"van-ban/{issuer}/{term}/{stem}.md", item(header, text.split("\n")), text, 0)


def _facts(name: str, text: str) -> _Facts:
    """Return what the letterhead of a text says.

    ``name`` is the file's name, which gives the year if the text has no date.
    """
    head = text[:_HEAD]
    number, day = _NUMBER.search(head), _DAY.search(head)
    kind = _KIND.search(head)
    below = head[kind.end() :].strip() if kind else head
    issuer = _ISSUER.search(below) or _ISSUER.search(head)
    years = _YEAR.findall(name)
    by = _BY.match(below)
    title = " ".join(_TITLE_ENDS.split(below[by.end() if by else 0 :], maxsplit=1)[0].split())
    return _Facts(
        kind[0].capitalize() if kind else "Văn bản",
        next((one for one in ISSUERS if issuer and one.upper() == issuer[0]), UNKNOWN_ISSUER),
        by[1] if by else "",
        Symbol.parse(number[1]) if number else None,
        "/".join(day.groups()) if day else (years[-1] if years else "2026"),
        _ROMAN.sub(lambda found: found[0].upper(), title.capitalize() if title.isupper() else title) or name,
    )


def registries() -> dict[str, str]:
    """Return the registry entries that the items need, as YAML to append to the registry files, by file name."""
    return {
        "co-quan.yml": "".join(
            f"- ma: {slug(name)}\n  ten: {name}\n  ten_ngan: {name}\n"
            "  cap: trung-uong\n  khoi: dang\n  danh_so: nhiem-ky\n  dia_danh: Hà Nội\n"
            + ("  ten_in: Ban Chấp hành Trung ương\n" if name == "Bộ Chính trị" else "")
            for name in (*ISSUERS, UNKNOWN_ISSUER)
        ),
        "nhiem-ky.yml": "".join(
            f"- ma: {id}\n  ten: {id}\n  tu: 01/01/{first}\n  den: 31/12/{after - 1}\n"
            for (id, first), (_, after) in pairwise((*_TERMS, ("", _TERMS[-1][1] + 5)))
        ),
    }
