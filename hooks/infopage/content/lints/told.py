"""Checks that what infographics show is also said in words, by the keys of their items."""

from collections.abc import Iterator

from infopage.content.diagnostics import Diagnostic
from infopage.content.fields import quote
from infopage.content.library import Library
from infopage.content.long_texts import InWords
from infopage.content.model import Item
from infopage.content.pictured import infographics_of
from infopage.content.texts import Text

_FEWEST = 8
"""The fewest words that can tell what an infographic shows."""

_HOW = "hãy viết ra mọi chữ, mọi số của đồ họa ở khóa loi, hoặc để trong tệp .txt và ghi tên tệp ở khóa tep_loi"


def told_in_words(library: Library) -> Iterator[Diagnostic]:
    """Yield a fault for each infographic without words, or whose words only repeat what its alternative text says."""
    for text in library.texts:
        if not (isinstance(text.item, Item) and text.item.withdrawn):
            yield from _infographics(text, library)


def _infographics(text: Text, library: Library) -> Iterator[Diagnostic]:
    for one in infographics_of(text.item):
        named, line = quote(one.file.path), one.file.line
        if one.words and one.words_file:
            message = f"đồ họa {named} có cả loi và tep_loi; hãy giữ lại một"
        elif not one.words and not one.words_file:
            message = f"đồ họa {named} chưa có lời thay cho hình; {_HOW}"
        elif (words := words_of(one, text, library)) is not None and len(words.split()) < _FEWEST:
            message = f"lời thay cho đồ họa {named} chỉ có {len(words.split())} chữ; {_HOW}"
        else:
            continue
        yield Diagnostic(text.path, line, "do-hoa", message)


def words_of(one: InWords, text: Text, library: Library) -> str | None:
    """Return the words that say what an infographic shows; None if the file that has them is reported as faulty."""
    path = one.words_file.within(text.item.path) if one.words_file else ""
    if path and path not in library.plain:
        return None
    return one.told(library.known(path) if path else None)
