"""Makes the file of first publication times: when each item was first on the live site. The next build reads it."""

from infopage.content.catalogue import Catalogue
from infopage.content.first_published import FirstPublished
from infopage.outputs.feeds.instants import changed, notice_id, was_seen


def told(catalogue: Catalogue) -> FirstPublished:
    """Return the content of the file of first publication times.

    It has the times from earlier releases, and those of all items and withdrawals that this build adds.
    """
    before = catalogue.before.instants if catalogue.before else {}
    gone = [item for item in catalogue.gone if was_seen(item, catalogue)]
    items = {item.id: catalogue.first_published(item).at for item in (*catalogue.current, *gone)}
    return FirstPublished({**before, **items, **{notice_id(item): changed(item, catalogue).at for item in gone}})
