"""The names by which an act is cited: those that its editor gave, and those made of its kind and title."""

from collections.abc import Iterator, Mapping
from functools import lru_cache

from infopage.content.outside import AnyDocument
from infopage.content.registries import Registries
from infopage.language.act_names import name_with
from infopage.language.congresses import congress_names
from infopage.language.folding import fold
from infopage.language.kinds import NAMED

_LONGEST = 14
"""The most words of a name: people do not write out a longer one in a citation."""
_IN_SHORT = {
    "Đảng Cộng sản Việt Nam": "Đảng",
    "nước Cộng hòa xã hội chủ nghĩa Việt Nam": "",
    "nước Cộng hoà xã hội chủ nghĩa Việt Nam": "",
}


def names_of(document: AnyDocument, lists: Registries) -> dict[str, bool]:
    """Return the names by which a document is cited, each with whether the name alone identifies the document.

    The name of a law does, that of a numbered congress, and each name that the editor gave. ``Báo cáo chính trị`` does
    not: many documents have this name, so a citation must also give a date or an issuer.
    """
    kind = lists.kinds[document.kind]
    issuers = (lists.issuers[id] for id in document.issuers)
    bodies = tuple(name for issuer in issuers for name in (issuer.name, issuer.short_name))
    # One word is the name of a kind, such as “Luật”, unless it is an abbreviation.
    found = {name: True for name in document.known_as if " " in name or name.isupper()}
    for title in (document.title, document.abstract):
        found |= _names_by_title(title, kind.name, kind.abbreviation, bodies, has_symbol=bool(document.symbol))
    return found


@lru_cache(1 << 15)  # a preview server needs the names of all documents again after each edit
def _names_by_title(
    title: str, kind: str, abbreviation: str, bodies: tuple[str, ...], *, has_symbol: bool
) -> Mapping[str, bool]:
    found: dict[str, bool] = {}
    name = name_with(kind, title)
    is_act = _is_act(name)
    if (is_act or not has_symbol) and len(name.split()) <= _LONGEST:
        found |= dict.fromkeys((name, *_shortened(name)), is_act)
    for whole, is_telling in congress_names(name, bodies):
        found[whole] = is_telling
        if abbreviation:
            found[f"{abbreviation}{whole.removeprefix(kind)}"] = is_telling
    return found


def _is_act(name: str) -> bool:
    """Tell whether a name is that of a law, ordinance, charter or the like. No two acts in force share such a name."""
    folded = f"{fold(name)} "
    return any(folded.startswith(f"{act} ") for act in NAMED)


def _shortened(name: str) -> Iterator[str]:
    """Yield the short forms that everybody uses for a full name: ``Điều lệ Đảng``, ``Hiến pháp``."""
    for full, short in _IN_SHORT.items():
        if name.endswith(full):
            yield f"{name.removesuffix(full)}{short}".rstrip()
