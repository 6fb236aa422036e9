"""Banners and notices as templates show them."""

from dataclasses import dataclass

from infopage.outputs.views.links import When


@dataclass(frozen=True)
class BannerView:
    """A banner: its words, the line below them, and where it leads (``outside`` is an address of another site)."""

    title: str
    detail: str
    address: str = ""
    outside: str = ""


@dataclass(frozen=True)
class NoticeLine:
    """A notice on every page: its words, the day since which it is there, and the words and address of its link.

    ``outside`` is an address of another site. Without any address, the notice has no link.
    """

    text: str
    when: When
    link_words: str
    address: str = ""
    outside: str = ""
