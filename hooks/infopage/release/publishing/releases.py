"""Releases as the server tells of them."""

from dataclasses import dataclass
from typing import Self

NOTHING = "-"
"""The ID that the server gives where no release is shown."""


_END_OF_SIGNATURE = "-----END SSH SIGNATURE-----\n"


class ReleaseError(Exception):
    """A release could not be published. The message is for people."""


@dataclass(frozen=True)
class Kept:
    """A release on the server: its ID, when it was published (seconds since 1970), and whether the public sees it."""

    id: str
    published: int
    live: bool

    @classmethod
    def parse(cls, line: str) -> Self:
        """Parse a line of the server's list of releases. Raises ValueError."""
        id_, published, mark = line.split()
        return cls(id_, int(published), mark == "live")


@dataclass(frozen=True)
class ShownRelease:
    """A release that a rollback can show again.

    ``shown`` is the ID of the release shown now, ``published`` is in seconds since 1970, and ``signature`` signs the
    manifest (empty for an unsigned release).
    """

    id: str
    shown: str
    published: int
    signature: str
    manifest: str

    @classmethod
    def parse(cls, said: str) -> Self:
        """Parse the server's answer to the command ``proof``. Raises ReleaseError."""
        head, _, text = said.partition("\n")
        signature, end, manifest = text.rpartition(_END_OF_SIGNATURE)
        try:
            id_, shown, published = head.split()
            return cls(id_, shown, int(published), signature + end, manifest)
        except ValueError:
            raise ReleaseError(f"không hiểu lời của máy chủ: {head[:80]!r}") from None
