"""Synonyms in queries: the kinds of documents with their abbreviations (NQ), and other abbreviations (CCHC)."""

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
"""Document kinds, each with its abbreviation in document numbers (the HD of “Hướng dẫn 36-HD/VPTW”). They are known on
every site; a registry can add more.
"""


def vocabulary(catalogue: Catalogue, introduced: Iterable[tuple[str, str]]) -> dict[str, object]:
    """Return two tables: document kinds with their abbreviations, and other abbreviations with their full forms.

    The search engine uses them to find both forms. The kinds are folded (lower case, without diacritics); the other
    abbreviations are as written. ``introduced`` has an abbreviation and its full form, once for each text that defines
    it.
    """
    lists = catalogue.registries
    kinds = {fold(name): fold(short) for name, short in KINDS.items()}
    kinds |= {fold(kind.name): fold(kind.abbreviation) for kind in lists.kinds if kind.abbreviation}
    found = Counter(introduced)
    known = {entry.id: entry.full for entry in lists.abbreviations}
    # If an abbreviation has several full forms, the one from the editors' list is kept. Next in order are initials of
    # topics and issuing bodies, because people shorten names that they often hear. Last comes what most texts say.
    for name in (*(topic.name for topic in lists.topics), *(issuer.name for issuer in lists.issuers)):
        if len(initials := _initials(name)) > 2:
            known.setdefault(initials, name)
    for (short, full), _ in sorted(found.items(), key=lambda one: (-one[1], one[0]))[: tuning.MOST_INTRODUCED]:
        known.setdefault(short, full)
    return {"kinds": kinds, "abbreviations": sorted(known.items())}


def _initials(name: str) -> str:
    """Return a name's initials: ``CCHC`` of *Cải cách hành chính*. Words that begin with no letter are skipped."""
    return "".join(word[0] for word in name.upper().split() if word[0].isalpha())
