"""The names under which readers look for an issuing body's documents."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.content.registry_entries import Issuer
from infopage.outputs.wording.issuers import predecessors


def names_of(issuer: Issuer, catalogue: Catalogue) -> Iterator[str]:
    """Yield the names of an issuing body, also without the place at their end, as people say “Tỉnh ủy”."""
    for name in (issuer.short_name, issuer.name):
        yield name
        for place in catalogue.once("search: places", _places):
            if name.endswith(f" {place}"):
                yield name.removesuffix(f" {place}")


def kin_of(issuer: Issuer, catalogue: Catalogue) -> Iterator[str]:
    """Yield the names of a body's predecessors and successors, under which readers look for its documents too."""
    for one in (*predecessors(issuer, catalogue), *catalogue.now_named(issuer)):
        yield from names_of(one, catalogue)


def _places(catalogue: Catalogue) -> list[str]:
    return sorted({one.place for one in catalogue.registries.issuers if one.place})
