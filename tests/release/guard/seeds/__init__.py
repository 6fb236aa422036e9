"""Seeded leaks by kind, over forty of each, every one in a different place or spelling.

The tables in the folder above hold the leaks the guard was first made for; these are further ones that a hostile or
careless person might produce.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Seed:
    """A file that ``rule`` must stop, made when the test runs."""

    name: str
    path: str
    make: Callable[[], bytes]
    rule: str = "dau-mat"
