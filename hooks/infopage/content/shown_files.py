"""The files that an item's page shows because its keys name them: pictures, recordings, and the words of both."""

from collections.abc import Iterator

from infopage.content.field_types.addresses import FilePath
from infopage.content.media import media_files, recordings_of
from infopage.content.model import Item, StandingPage
from infopage.content.pictured import infographics_of, shown_pictures

_NAMING = ("picture", "infographics", "album", "videos", "audios", "outside_videos")
"""The attributes of items that name files to show."""


def words_files(item: Item | StandingPage) -> Iterator[FilePath]:
    """Yield the files with the words of infographics and recordings, as the item's keys name them."""
    if _names_none(item):
        return
    yield from (one.words_file for one in (*infographics_of(item), *recordings_of(item)) if one.words_file)


def words_paths(item: Item | StandingPage) -> Iterator[str]:
    """Yield the paths, relative to docs/, of the files with the words of infographics and recordings."""
    yield from (file.within(item.path) for file in words_files(item))


def shown_files(item: Item | StandingPage) -> Iterator[FilePath]:
    """Yield the files that the keys of an item name to show them on its page."""
    if _names_none(item):
        return
    yield from (picture.file for _, picture in shown_pictures(item))
    yield from media_files(item)
    yield from words_files(item)


def shown_paths(item: Item | StandingPage) -> Iterator[str]:
    """Yield the paths, relative to docs/, of the files that an item's page shows because its keys name them."""
    yield from (file.within(item.path) for file in shown_files(item))


def _names_none(item: Item | StandingPage) -> bool:
    """Tell whether an item names no file to show. Most items do not, and this is asked of each item several times."""
    told = vars(item)
    return not any(map(told.get, _NAMING))
