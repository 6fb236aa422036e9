"""The stage of a draft that is put to the people: not yet, open, closed, or issued as a document."""

from collections.abc import Iterable
from enum import Enum

from infopage.content.catalogue import Catalogue
from infopage.content.model import Draft


class Stage(Enum):
    """How far a consultation is; the order is that in which lists show them."""

    OPEN = "dang-lay-y-kien"
    COMING = "sap-lay-y-kien"
    CLOSED = "da-ket-thuc"
    ISSUED = "da-ban-hanh"


OVER = frozenset((Stage.CLOSED, Stage.ISSUED))
"""The stages in which opinions are taken no more."""


_ORDER = list(Stage)


def stage_of(draft: Draft, catalogue: Catalogue) -> Stage:
    """Return the stage of a draft at the time of the build.

    A draft counts as issued once a document made of it is public, even if the days for opinions are not over.
    """
    if any(one.id in catalogue.public or one.id in catalogue.registries.outside for one in draft.issued_as):
        return Stage.ISSUED
    if not catalogue.has_come(draft.begins.at):
        return Stage.COMING
    return Stage.CLOSED if catalogue.has_come(draft.ends.at) else Stage.OPEN


def by_stage(drafts: Iterable[Draft], catalogue: Catalogue) -> tuple[Draft, ...]:
    """Return drafts in the order of their stages: those on which opinions are taken come first."""
    return tuple(sorted(drafts, key=lambda one: _ORDER.index(stage_of(one, catalogue))))
