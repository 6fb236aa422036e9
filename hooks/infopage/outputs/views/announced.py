"""Banners and notices as templates show them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class BannerView:
    """A banner: its words, the line below them, and where it leads (``outside`` is an address of another site)."""

    title: str
    detail: str
    address: str = ""
    outside: str = ""
