"""Checks items in other languages than Vietnamese, and what they say to be translations of."""

from collections.abc import Iterator

from infopage.content.copies import oldest_first
from infopage.content.diagnostics import Diagnostic
from infopage.content.languages import InLanguage, language_of, translated_by
from infopage.content.library import Library
from infopage.content.model import Item
from infopage.content.texts import Text

_KEY, _RULE = "ban_dich_cua", "ban-dich-cua"


def check_translations(library: Library) -> Iterator[Diagnostic]:
    """Yield a fault for each translation without a language, or of something else than one whole Vietnamese item."""
    by_id = {text.item.id: text for text in library.items if isinstance(text.item, Item)}
    same: dict[tuple[str, str], list[Text]] = {}
    for text in library.items:
        id = translated_by(text.item)
        if id and id not in library.broken and by_id.get(id) is not text:
            for message in _faults(text, by_id.get(id), library):
                yield Diagnostic(text.path, text.line_of(_KEY), _RULE, message)
            same.setdefault((id, language_of(text.item)), []).append(text)
    for texts in same.values():
        first, *others = oldest_first(texts)
        for text in others:
            message = f"{first.path} đã là bản dịch của mục này ra cùng ngôn ngữ; mỗi ngôn ngữ một bản dịch"
            yield Diagnostic(text.path, text.line_of(_KEY), _RULE, message)


def _faults(text: Text, original: Text | None, library: Library) -> Iterator[str]:
    item = text.item
    assert isinstance(item, InLanguage)
    assert item.translation_of
    reference = item.translation_of
    if not item.language:
        yield "bản dịch phải cho biết ngôn ngữ; hãy thêm khóa ngon_ngu"
    if reference.anchor:
        yield f"bản dịch là của cả một mục; hãy bỏ “#{reference.anchor}”"
    if reference.id in library.registries.outside:
        yield f"“{reference.id}” là văn bản ngoài trang; hãy bỏ khóa này, và ghi bản gốc ở khóa nguon"
    if original and language_of(original.item):
        first = translated_by(original.item)
        instead = f"hãy ghi mục tiếng Việt: {first}" if first else "hãy ghi mục tiếng Việt, hoặc bỏ khóa này"
        yield f"“{reference.id}” không phải bài tiếng Việt; {instead}"
