"""Where banners and notices lead."""

from infopage.content.addresses import address_of
from infopage.content.catalogue import Catalogue
from infopage.content.field_types.targets import Target


def addresses(target: Target | None, catalogue: Catalogue) -> tuple[str, str]:
    """Return (address on this site, address on another site) of a target; of a target, one of them is empty."""
    if target is None or target.is_outside:
        return "", target.written if target else ""
    return address_of(catalogue.public[target.written].item.path) if target.is_item else target.written, ""
