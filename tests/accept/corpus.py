"""Turns the texts of a corpus into items. Front matter has only facts from the data that come with each text."""

import gzip
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from infopage.content.registries import ENTRY_TYPES
from infopage.intake.plain_text import header_line
from infopage.language.dates import format_date, parse_date
from infopage.language.folding import slug
from infopage.language.symbols import Symbol
from tests.accept import party
from tests.accept.item import RealText, item

# The issuers, by how the symbol of a document ends. A document with any other ending gets an issuer “unknown”.
ISSUERS = (
    ("qh", "quoc-hoi", "Quốc hội"),
    ("nd-cp", "chinh-phu", "Chính phủ"),
    ("qd-ttg", "thu-tuong-chinh-phu", "Thủ tướng Chính phủ"),
    ("tt-nhnn", "ngan-hang-nha-nuoc", "Ngân hàng Nhà nước Việt Nam"),
    ("tt-bct", "bo-cong-thuong", "Bộ Công Thương"),
)
UNKNOWN_ISSUER = ("chua-ro-co-quan", "Cơ quan chưa rõ")
UNKNOWN_KIND = "van-ban"
# The kinds of documents, found by their symbols. A document of the National Assembly counts as a law.
KINDS = {
    "nghi-dinh": "Nghị định",
    "thong-tu": "Thông tư",
    "quyet-dinh": "Quyết định",
    "nghi-quyet": "Nghị quyết",
    "bo-luat": "Bộ luật",
    "luat": "Luật",
    UNKNOWN_KIND: "Văn bản",
}
_KIND_OF_SYMBOL = (
    ("nd-cp", "nghi-dinh"),
    ("tt-", "thong-tu"),
    ("qd-", "quyet-dinh"),
    ("nq-", "nghi-quyet"),
    ("qh", "luat"),
)
_YEAR = re.compile(r"(?:19|20)\d{2}")
_NO_YEAR = "2000"
"""The year of a document whose number and address have none."""


def real_texts(corpus: Path) -> Iterator[RealText]:
    """Yield every document of ``corpus``, a folder of real texts, as an item. Missing subfolders are skipped."""
    yield from map(_state, state_documents(corpus))
    yield from party.party_texts(corpus)


def state_documents(corpus: Path) -> Iterator[dict[str, Any]]:
    """Yield the State's documents of the corpus: one on each line of the packed files of ``van-ban``."""
    for file in sorted((corpus / "van-ban").glob("*.jsonl.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            yield from map(json.loads, lines)


def _state(document: dict[str, Any]) -> RealText:
    lines: list[str] = []
    for chapter in document["chapters"]:
        lines += [chapter["title"] or "", chapter.get("subtitle") or ""]
        for article in chapter["articles"]:
            heading = (article.get("heading") or "").strip()
            lines += [f"{article['number']}. {heading}".strip(), *article["body"].split("\n")]
    articles = sum(len(chapter["articles"]) for chapter in document["chapters"])
    symbol = Symbol.parse(document["id"])
    meta = document.get("meta") or {}
    years = _YEAR.findall(document["id"]) or _YEAR.findall(document["sourceUrl"]) or [_NO_YEAR]
    day = meta.get("issuedDate") or ""
    year = day[:4] or str(symbol.year or years[-1])
    address = slug(urlsplit(document["sourceUrl"]).path.rpartition("/")[2].removesuffix(".aspx"))
    issued = format_date(parse_date(day)) if day else year
    header = [
        f"ma: vb-{symbol.slug}",
        "pham_vi: cong-khai",
        "ngay_dang: 01/11/2026",
        f"loai: {_kind(symbol, meta)}",
        header_line("so_ky_hieu", document["id"]),
        f"co_quan: {_issuer(symbol)[0]}",
        f"ngay_ban_hanh: {issued}",
        header_line("trich_yeu", meta.get("title") or f"(theo địa chỉ nguồn) {address}"),
        "nguon:",
        f"  {header_line('ten', urlsplit(document['sourceUrl']).hostname or '')}",
        f"  {header_line('dia_chi', document['sourceUrl'])}",
    ]
    header += ["nguoi_ky:", f"  {header_line('ten', meta['signedBy'])}"] if meta.get("signedBy") else []
    for key, name in (("ngay_hieu_luc", "effectiveDate"), ("ngay_het_hieu_luc", "expiryDate")):
        header += [f"{key}: {format_date(parse_date(meta[name]))}"] if meta.get(name) else []
    path = f"van-ban/{_issuer(symbol)[0]}/{year}/{symbol.slug}.md"
    return RealText(path, item(header, lines), "\n".join(lines), articles)


def _issuer(symbol: Symbol) -> tuple[str, str]:
    ending = slug(symbol.suffix)
    return next(((id, name) for sign, id, name in ISSUERS if ending.startswith(sign)), UNKNOWN_ISSUER)


def _kind(symbol: Symbol, meta: dict[str, str]) -> str:
    if (kind := slug(meta.get("type") or "")) in KINDS:
        return kind
    return next((kind for sign, kind in _KIND_OF_SYMBOL if slug(symbol.suffix).startswith(sign)), UNKNOWN_KIND)


def registries() -> dict[str, str]:
    """Return, by name, the registry files that the items need, except for the data about the site's owner."""
    files = {f"{name}.yml": "[]\n" for name in ENTRY_TYPES}
    issuers = [*((id, name) for _, id, name in ISSUERS), UNKNOWN_ISSUER]
    files["co-quan.yml"] = "".join(
        f"- ma: {id}\n  ten: {name}\n  ten_ngan: {name}\n  cap: trung-uong\n  khoi: nha-nuoc\n  danh_so: nam\n"
        for id, name in issuers
    )
    kinds = {slug(name): name for name in party.KINDS} | KINDS
    files["loai-van-ban.yml"] = "".join(f"- ma: {id}\n  ten: {name}\n  khong_so: co\n" for id, name in kinds.items())
    for name, entries in party.registries().items():
        files[name] = files[name].removeprefix("[]\n") + entries
    return files
