"""The names under which readers look for an issuing body's documents."""

from collections.abc import Iterator

from infopage.content.catalogue import Catalogue
from infopage.content.registry_entries import Issuer
from infopage.outputs.wording.issuers import predecessors


def kin_of(issuer: Issuer, catalogue: Catalogue) -> Iterator[str]:
    """Yield the names of a body's predecessors and successors, under which readers look for its documents too."""
    for one in (*predecessors(issuer, catalogue), *catalogue.now_named(issuer)):
        yield from (one.short_name, one.name)
