"""What readers say in more than one way: kinds of document and their letters, abbreviations and what they stand for."""

from collections import Counter

from infopage.content.catalogue import Catalogue
from infopage.content.html_text import plain
from infopage.language.abbreviations import introduced
from infopage.language.folding import fold

KINDS = {
    "nghị quyết": "NQ", "chỉ thị": "CT", "kết luận": "KL", "quy định": "QĐ", "quyết định": "QĐ", "hướng dẫn": "HD",
    "kế hoạch": "KH", "chương trình": "CTr", "quy chế": "QC", "thông báo": "TB", "thông tri": "TT", "báo cáo": "BC",
    "tờ trình": "TTr", "công văn": "CV", "đề án": "ĐA", "nghị định": "NĐ", "thông tư": "TT", "pháp lệnh": "PL",
    "công điện": "CĐ", "luật": "L", "chương trình hành động": "CTHĐ",
}  # fmt: skip
"""Kinds by the letters their numbers carry (Hướng dẫn 36-HD/VPTW; Nghị định 30/2020/NĐ-CP), known on every site."""

_MOST = 300


def vocabulary(catalogue: Catalogue) -> dict[str, object]:
    """Return the kinds, folded, with their letters, and the abbreviations with what they stand for, as written."""
    lists = catalogue.registries
    kinds = {fold(name): fold(short) for name, short in KINDS.items()}
    kinds |= {fold(kind.name): fold(kind.abbreviation) for kind in lists.kinds if kind.abbreviation}
    found: Counter[tuple[str, str]] = Counter()
    for item in catalogue.current:
        html = catalogue.text(item).rendered.html
        if "(" in html:
            found.update(introduced(plain(html)).items())
    known = {entry.id: entry.full for entry in lists.abbreviations}
    # The editors' list outranks the texts; among texts the meaning that most of them give.
    for (short, full), _ in sorted(found.items(), key=lambda one: (-one[1], one[0]))[:_MOST]:
        known.setdefault(short, full)
    return {"kinds": kinds, "abbreviations": sorted(known.items())}
