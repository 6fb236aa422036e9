"""What the release after this one is told: when the public first saw each item."""

from infopage.content.catalogue import Catalogue
from infopage.content.first_published import FirstPublished


def told(catalogue: Catalogue) -> FirstPublished:
    """Return what the releases before told, grown by what this build publishes."""
    before = catalogue.before.instants if catalogue.before else {}
    return FirstPublished({**before, **{item.id: catalogue.first_published(item).at for item in catalogue.current}})
