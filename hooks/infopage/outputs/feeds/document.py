"""A file of the feeds, before it is made."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """A file: its path, a fingerprint of everything it is made of except the code, and the function that makes it."""

    path: str
    digest: str
    make: Callable[[], bytes]
