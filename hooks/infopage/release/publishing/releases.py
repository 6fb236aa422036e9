"""The releases on the server, parsed from the output of its script deploy/bin/tham-sau-server."""

from dataclasses import dataclass
from typing import Self

NOTHING = "-"
"""The ID in the server's output where it serves no release yet."""


_END_OF_SIGNATURE = "-----END SSH SIGNATURE-----\n"


class ReleaseError(Exception):
    """Raised if a release cannot be published. The message tells the person who publishes why."""


@dataclass(frozen=True)
class Kept:
    """A release stored on the server.

    ``published`` is the time of its publication in seconds since 1970. ``live`` tells whether it is the current
    release, which the public sees.
    """

    id: str
    published: int
    live: bool

    @classmethod
    def parse(cls, line: str) -> Self:
        """Parse one line of the server's list of releases: ID, time, ``live`` or ``kept``. Raises ValueError."""
        id_, published, mark = line.split()
        return cls(id_, int(published), mark == "live")


@dataclass(frozen=True)
class ShownRelease:
    """A stored release that a rollback may make public again, with the data that proves its origin.

    ``id`` is this release's ID, ``shown`` the ID of the current release, and ``published`` the time of this release's
    publication in seconds since 1970. ``manifest`` is the text of its manifest, and ``signature`` the manifest's
    signature, empty for an unsigned release.
    """

    id: str
    shown: str
    published: int
    signature: str
    manifest: str

    @classmethod
    def parse(cls, said: str) -> Self:
        """Parse the answer of the server's command ``proof``. Raises ReleaseError if it cannot be understood."""
        head, _, text = said.partition("\n")
        signature, end, manifest = text.rpartition(_END_OF_SIGNATURE)
        try:
            id_, shown, published = head.split()
            return cls(id_, shown, int(published), signature + end, manifest)
        except ValueError:
            raise ReleaseError(f"không hiểu lời của máy chủ: {head[:80]!r}") from None
