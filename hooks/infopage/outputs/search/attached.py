"""The text of an item's attached files in the index, apart from what the item's own text says already."""

import posixpath
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from infopage.content.attached import attached
from infopage.content.catalogue import Catalogue
from infopage.content.media import Audio, Video, audios_of, videos_of
from infopage.content.model import Item
from infopage.content.pictured import infographics_of
from infopage.content.shown_files import shown_paths
from infopage.outputs.renditions.infographics import words_of
from infopage.outputs.search import tuning
from infopage.outputs.search.terms import Codes, TokenTable
from infopage.outputs.wording.media import told


@dataclass(frozen=True)
class AttachedPart:
    """A page of an attached file, or the whole file: where it is, the anchor of the file in the item's page, its text.

    ``title`` is shown in results, such as ``trong tệp phu-luc.pdf, trang 3``.
    """

    anchor: str
    title: str
    text: str


def attached_parts(item: Item, catalogue: Catalogue) -> tuple[AttachedPart, ...]:
    """Return the pages of an item's attached PDF and office files, then the words of infographics and recordings."""
    found: list[AttachedPart] = []
    for number, path in enumerate(attached(item), 1):
        if readable := catalogue.library.readable.get(path):
            name = f"trong tệp {posixpath.basename(path)}"
            text = readable.text(catalogue.library.store)
            found += (
                AttachedPart(f"__tep-{number}", f"{name}, {where}" if where else name, words)
                for where, words in text.parts
            )
    for number, one in enumerate(infographics_of(item), 1):
        found.append(AttachedPart(f"__do-hoa-{number}", "trong đồ họa", words_of(one, item, catalogue)))
    found += _recordings(videos_of(item), "__video", "trong video", item, catalogue)
    found += _recordings(audios_of(item), "__am-thanh", "trong bản ghi âm", item, catalogue)
    return tuple(found)


def _recordings(
    some: Sequence[Video | Audio], anchor: str, where: str, item: Item, catalogue: Catalogue
) -> Iterator[AttachedPart]:
    for number, one in enumerate(some, 1):
        yield AttachedPart(f"{anchor}-{number}", where, f"{one.title}\n{told(one, item, catalogue)}")


def attached_digests(item: Item, catalogue: Catalogue) -> str:
    """Return a text that changes whenever the text of any of an item's attached files changes."""
    readable, plain = catalogue.library.readable, catalogue.library.plain
    files = [f"{path} {readable[path].digest}" for path in attached(item) if path in readable]
    return " ".join((*files, *(f"{path} {plain[path].digest}" for path in shown_paths(item) if path in plain)))


def unrepeated(parts: Sequence[AttachedPart], body: str, token_table: TokenTable) -> list[AttachedPart]:
    """Return the parts that say something else than the ``body``, the item's own text.

    A part repeats the body if most of its pairs of neighbouring words are there, whatever their diacritics and order.
    A part of a single word, such as a page number, is left out too. ``token_table`` has the words of the entries read
    before, and gets new ones.
    """
    if not parts:
        return []
    known = _pairs(body, token_table)
    said = [(part, _pairs(part.text, token_table)) for part in parts]
    return [part for part, pairs in said if np.isin(pairs, known).sum() < tuning.REPEATED * len(pairs)]


def _pairs(text: str, token_table: TokenTable) -> Codes:
    """Return the codes (hashes) of the pairs of neighbouring words of a text, without punctuation.

    ``token_table`` has the words of all texts read before, and gets new ones.
    """
    codes = token_table.codes(token_table.places(text))
    words = codes[:, codes[0] > 0]
    return words[2, :-1] ^ words[3, 1:]
