"""Turns the real texts into items, with the facts in their own data and no invented ones."""

import gzip
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from infopage.content.registries import ENTRY_TYPES
from infopage.intake.plain_text import escape_line, header_line
from infopage.language.dates import format_date, parse_date
from infopage.language.folding import slug
from infopage.language.symbols import Symbol

# Issuers by the ending of a document's symbol; any other is declared unknown.
ISSUERS = (
    ("qh", "quoc-hoi", "Quốc hội"),
    ("nd-cp", "chinh-phu", "Chính phủ"),
    ("qd-ttg", "thu-tuong-chinh-phu", "Thủ tướng Chính phủ"),
    ("tt-nhnn", "ngan-hang-nha-nuoc", "Ngân hàng Nhà nước Việt Nam"),
    ("tt-bct", "bo-cong-thuong", "Bộ Công Thương"),
    ("nq-tw", "bo-chinh-tri", "Bộ Chính trị"),
)
UNKNOWN_ISSUER = ("chua-ro-co-quan", "Cơ quan chưa rõ")
# Kinds of documents, found by symbol below; a document of the National Assembly counts as a law.
KINDS = {
    "nghi-dinh": "Nghị định",
    "thong-tu": "Thông tư",
    "quyet-dinh": "Quyết định",
    "nghi-quyet": "Nghị quyết",
    "bo-luat": "Bộ luật",
    "luat": "Luật",
}
_KIND_OF_SYMBOL = (
    ("nd-cp", "nghi-dinh"),
    ("tt-", "thong-tu"),
    ("qd-", "quyet-dinh"),
    ("nq-", "nghi-quyet"),
    ("qh", "luat"),
)
TERM = "khoa-xiii"


@dataclass(frozen=True)
class RealText:
    """A real document: the path and content of its item, and the source text to compare with."""

    path: str
    markdown: str
    text: str
    articles: int


def real_texts(corpus: Path) -> Iterator[RealText]:
    """Yield every document of the corpus as an item."""
    with gzip.open(corpus / "van-ban" / "van-ban-qppl.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield _state(json.loads(line))
    yield _party((corpus / "dang" / "10-nq-tw-2022.txt").read_text(encoding="utf-8"))


def _state(document: dict[str, Any]) -> RealText:
    lines: list[str] = []
    for chapter in document["chapters"]:
        lines += [chapter["title"] or "", chapter.get("subtitle") or ""]
        for article in chapter["articles"]:
            heading = (article.get("heading") or "").strip()
            lines += [f"{article['number']}. {heading}".strip(), *article["body"].split("\n")]
    articles = sum(len(chapter["articles"]) for chapter in document["chapters"])
    symbol = Symbol.parse(document["id"])
    meta = document["meta"]
    year = str(symbol.year or re.findall(r"\d{4}", document["id"])[-1])
    address = slug(urlsplit(document["sourceUrl"]).path.rpartition("/")[2].removesuffix(".aspx"))
    issued = format_date(parse_date(meta["issuedDate"])) if meta else year
    header = [
        f"ma: vb-{symbol.slug}",
        "pham_vi: cong-khai",
        "ngay_dang: 01/11/2026",
        f"loai: {_kind(symbol, meta)}",
        header_line("so_ky_hieu", document["id"]),
        f"co_quan: {_issuer(symbol)[0]}",
        f"ngay_ban_hanh: {issued}",
        header_line("trich_yeu", meta["title"] if meta else f"(theo địa chỉ nguồn) {address}"),
        "nguon:",
        f"  {header_line('ten', urlsplit(document['sourceUrl']).hostname or '')}",
        f"  {header_line('dia_chi', document['sourceUrl'])}",
    ]
    if meta:
        header += ["nguoi_ky:", f"  {header_line('ten', meta['signedBy'])}"] if meta.get("signedBy") else []
        for key, name in (("ngay_hieu_luc", "effectiveDate"), ("ngay_het_hieu_luc", "expiryDate")):
            header += [f"{key}: {format_date(parse_date(meta[name]))}"] if meta.get(name) else []
        year = meta["issuedDate"][:4]
    path = f"van-ban/{_issuer(symbol)[0]}/{year}/{symbol.slug}.md"
    return RealText(path, _item(header, lines), "\n".join(lines), articles)


def _party(text: str) -> RealText:
    lines = text.split("\n")
    header = [
        "ma: nq-10-tw-2022",
        "pham_vi: cong-khai",
        "ngay_dang: 01/11/2026",
        "loai: nghi-quyet",
        "so_ky_hieu: 10-NQ/TW",
        "co_quan: bo-chinh-tri",
        f"nhiem_ky: {TERM}",
        "ngay_ban_hanh: 10/02/2022",
        header_line("trich_yeu", lines[6].capitalize()),
        "nguoi_ky:",
        f"  {header_line('ten', lines[-1].strip() or lines[-2].strip())}",
        "  chuc_vu: Tổng Bí thư",
    ]
    return RealText(f"van-ban/bo-chinh-tri/{TERM}/10-nq-tw.md", _item(header, lines), text, 0)


def _item(header: list[str], lines: list[str]) -> str:
    body = "\n".join(escape_line(line) for text in lines for line in text.splitlines())
    return "---\n" + "\n".join(header) + "\n---\n\n" + body + "\n"


def _issuer(symbol: Symbol) -> tuple[str, str]:
    ending = slug(symbol.suffix)
    return next(((id, name) for sign, id, name in ISSUERS if ending.startswith(sign)), UNKNOWN_ISSUER)


def _kind(symbol: Symbol, meta: dict[str, str]) -> str:
    if meta and slug(meta["type"]) in KINDS:
        return slug(meta["type"])
    return next(kind for sign, kind in _KIND_OF_SYMBOL if slug(symbol.suffix).startswith(sign))


def registries() -> dict[str, str]:
    """Return the registry files that the items need, by name; the caller adds the site's identity."""
    files = {f"{name}.yml": "[]\n" for name in ENTRY_TYPES}
    issuers = [*((id, name) for _, id, name in ISSUERS), UNKNOWN_ISSUER]
    files["co-quan.yml"] = "".join(
        f"- ma: {id}\n  ten: {name}\n  ten_ngan: {name}\n  cap: trung-uong\n"
        f"  khoi: {'dang' if id == 'bo-chinh-tri' else 'nha-nuoc'}\n"
        f"  danh_so: {'nhiem-ky' if id == 'bo-chinh-tri' else 'nam'}\n"
        for id, name in issuers
    )
    files["loai-van-ban.yml"] = "".join(f"- ma: {id}\n  ten: {name}\n" for id, name in KINDS.items())
    files["nhiem-ky.yml"] = f"- ma: {TERM}\n  ten: Khóa XIII\n  tu: 01/02/2021\n  den: 19/01/2026\n"
    return files
