"""A feed file that is not yet made: its path, its fingerprint, and the function that makes it."""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """A feed file that is not yet made.

    ``digest`` is a fingerprint (a hash) of the data from which the file is made; the code that makes it is not
    included. ``make`` returns the bytes of the file.
    """

    path: str
    digest: str
    make: Callable[[], bytes]
