"""A file of the feeds before it is made."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """A file by its path: a fingerprint of all that it is made of, the code aside, and what makes it."""

    path: str
    digest: str
    make: Callable[[], bytes]
