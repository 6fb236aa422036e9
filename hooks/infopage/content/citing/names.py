"""The names by which an act is cited: as its editor gave them, and as its kind and title make them."""

from infopage.content.outside import AnyDocument
from infopage.content.registries import Registries
from infopage.language.act_names import name_with
from infopage.language.congresses import congress_names
from infopage.language.folding import fold
from infopage.language.kinds import NAMED

_LONGEST = 14
"""The most words of a name that people write out."""


def names_of(document: AnyDocument, lists: Registries) -> dict[str, bool]:
    """Return the names by which a document is cited, each with whether it is enough to tell the document.

    A law, a congress and what the editor named are told by name. ``Báo cáo chính trị`` may be another: a date or issuer
    must tell it.
    """
    kind = lists.kinds[document.kind]
    issuer = lists.issuers[document.issuer]
    found = dict.fromkeys(document.known_as, True)
    for title in (document.title, document.abstract):
        name = name_with(kind.name, title)
        is_act = fold(kind.name) in NAMED
        if (is_act or not document.symbol) and len(name.split()) <= _LONGEST:
            found.setdefault(name, is_act)
        for whole, is_telling in congress_names(name, (issuer.name, issuer.short_name)):
            found[whole] = is_telling
            if kind.abbreviation:
                found[f"{kind.abbreviation}{whole.removeprefix(kind.name)}"] = is_telling
    return found
