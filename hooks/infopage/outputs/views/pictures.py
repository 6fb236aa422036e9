"""Pictures as templates show them: copies in several sizes, from which a browser chooses, and words about them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Rendition:
    """One size and format of a picture; ``format`` is the file name's extension, such as ``webp``.

    If ``is_cut`` is true, parts of the picture are cut off, so that the rest has these proportions.
    """

    address: str
    width: int
    height: int
    format: str
    is_cut: bool = False


@dataclass(frozen=True)
class PictureView:
    """A picture with its copies in several sizes, as WebP and as JPEG, and its width and height in pixels."""

    webp: tuple[Rendition, ...]
    jpeg: tuple[Rendition, ...]
    width: int
    height: int


@dataclass(frozen=True)
class LeadView:
    """An item's lead picture: the picture, its alternative text, the caption and the lines of credit below it."""

    shown: PictureView
    alt: str
    caption: str
    credits: tuple[str, ...]


@dataclass(frozen=True)
class AlbumPicture:
    """A picture of an album: cut for the grid and whole, its alternative text, the caption and the lines of credit."""

    shown: PictureView
    whole: PictureView
    alt: str
    caption: str
    credits: tuple[str, ...]


@dataclass(frozen=True)
class InfographicView:
    """An infographic: the picture with its words, the file to save, and the paragraphs that tell it in words.

    ``own`` is the address of the file, ``size`` its size as a text (``1.080 × 1.620``).
    """

    shown: PictureView
    alt: str
    caption: str
    credits: tuple[str, ...]
    own: str
    size: str
    told: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class SocialCard:
    """The picture that other sites show beside a link to a page: its address and its alternative text."""

    address: str
    alt: str
