"""Warns of one name (``ten_goi``) given to two documents: a mention by that name means neither for certain."""

from collections import defaultdict
from collections.abc import Iterator

from infopage.content.citing.names import names_of
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.fields import quote
from infopage.content.library import Library
from infopage.content.model import OfficialDocument
from infopage.content.outside import AnyDocument
from infopage.language.act_names import key_of_name

_RULE = "ten-goi"


def shared_names(library: Library) -> Iterator[Diagnostic]:
    """Yield a warning for each document with a name (key ``ten_goi``) that is also the name of another document.

    The warning is only given if the name alone identifies the other document: then a mention means neither for certain.
    """
    lists, outside = library.registries, library.registries.outside
    places: list[tuple[AnyDocument, str, int]] = [
        (text.item, text.path, text.line_of("ten_goi"))
        for text in library.items
        if isinstance(text.item, OfficialDocument) and not text.item.withdrawn
    ]
    places += ((document, outside.path, outside.lines[document.id]) for document in outside)
    if not any(document.known_as for document, *_ in places):
        return
    holders: dict[str, dict[str, str]] = defaultdict(dict)
    for document, path, _ in places:
        where = path if isinstance(document, OfficialDocument) else f"“{document.id}” trong {path}"
        for name, is_telling in names_of(document, lists).items():
            if is_telling:
                holders[key_of_name(name)][document.id] = where
    for document, path, line in places:
        for name in document.known_as:
            if others := [where for id, where in holders[key_of_name(name)].items() if id != document.id]:
                message = (
                    f"{quote(name)} cũng là tên gọi của {', '.join(others)}, nên chỗ nhắc tên ấy mà không ghi ngày, "
                    "năm thì không thành liên kết; hãy bỏ tên ấy ở một văn bản, hoặc ghi tên riêng hơn, như thêm năm"
                )
                yield warning(path, line, _RULE, message)
