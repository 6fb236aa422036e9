"""Seeded leaks by kind, forty and more of each: every one hides in another place, or is written in another way.

Beside the tables next door, which hold those that the guard was first made for, these are what a hostile or a careless
hand would think of next.
"""

from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True)
class Seed:
    """A file that must be stopped by ``rule``, made when it is tried."""

    name: str
    path: str
    make: Callable[[], bytes]
    rule: str = "dau-mat"
