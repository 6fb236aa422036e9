"""Synonyms in queries: kinds of document and the letters for them, abbreviations and what they stand for."""

from collections import Counter
from collections.abc import Iterable

from infopage.content.catalogue import Catalogue
from infopage.language.folding import fold
from infopage.outputs.search import tuning

KINDS = {
    "nghị quyết": "NQ", "chỉ thị": "CT", "kết luận": "KL", "quy định": "QĐ", "quyết định": "QĐ", "hướng dẫn": "HD",
    "kế hoạch": "KH", "chương trình": "CTr", "quy chế": "QC", "thông báo": "TB", "thông tri": "TT", "báo cáo": "BC",
    "tờ trình": "TTr", "công văn": "CV", "đề án": "ĐA", "nghị định": "NĐ", "thông tư": "TT", "pháp lệnh": "PL",
    "công điện": "CĐ", "luật": "L", "chương trình hành động": "CTHĐ",
}  # fmt: skip
"""Kinds and their letters in numbers (Hướng dẫn 36-HD/VPTW; Nghị định 30/2020/NĐ-CP), known on every site."""


def vocabulary(catalogue: Catalogue, introduced: Iterable[tuple[str, str]]) -> dict[str, object]:
    """Return the kinds with their letters, folded, and the abbreviations with what they stand for, as written.

    ``introduced`` has an abbreviation and its meaning, once for each text that introduces it.
    """
    lists = catalogue.registries
    kinds = {fold(name): fold(short) for name, short in KINDS.items()}
    kinds |= {fold(kind.name): fold(kind.abbreviation) for kind in lists.kinds if kind.abbreviation}
    found = Counter(introduced)
    known = {entry.id: entry.full for entry in lists.abbreviations}
    # The editors' list comes first. Then come initials of topics and bodies: people shorten names they often hear.
    # Last come the texts: an abbreviation has the meaning that most of them give.
    for name in (*(topic.name for topic in lists.topics), *(issuer.name for issuer in lists.issuers)):
        if len(initials := _initials(name)) > 2:
            known.setdefault(initials, name)
    for (short, full), _ in sorted(found.items(), key=lambda one: (-one[1], one[0]))[: tuning.MOST_INTRODUCED]:
        known.setdefault(short, full)
    return {"kinds": kinds, "abbreviations": sorted(known.items())}


def _initials(name: str) -> str:
    """Return a name's initials: ``CCHC`` of *Cải cách hành chính*; parts that begin with no letter are left out."""
    return "".join(word[0] for word in name.upper().split() if word[0].isalpha())
