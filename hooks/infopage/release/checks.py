"""What a built site must pass before it may be published, whatever built it."""

from collections.abc import Iterator
from pathlib import Path

from infopage.release.policy import policy_faults


def checks_before(site: Path) -> Iterator[str]:
    """Yield a message for people for each reason why the built site in ``site`` must not go out."""
    yield from policy_faults(site)
