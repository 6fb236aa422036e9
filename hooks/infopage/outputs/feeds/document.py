"""A feed file that is not yet made: its path, its fingerprint, and the function that makes it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """A feed file that is not yet made.

    ``digest`` is a fingerprint (a hash) of the data it is made from, but not of the code. ``make`` returns its bytes.
    """

    path: str
    digest: str
    make: Callable[[], bytes]
