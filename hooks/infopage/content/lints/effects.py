"""Checks the effects (``tac_dong``) that documents state: their places, their new words, and whether they can apply."""

from collections.abc import Iterator, Mapping, Sequence

from infopage.content.acts import ACTIONS, OF_WORDS, Action, Effect
from infopage.content.catalogue import Catalogue
from infopage.content.checks import near_place
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.effects.blocks import TextBlock, blocks_of
from infopage.content.effects.folding import Misfit, Modification, days_of, no_place, text_on
from infopage.content.effects.new_words import new_words
from infopage.content.library import Library
from infopage.content.model import OfficialDocument
from infopage.content.texts import Text
from infopage.language.dates import format_date
from infopage.store.digests import digest

_RULE = "tac-dong"


def check_effects(library: Library) -> Iterator[Diagnostic]:
    """Yield the faults of effects that can be found in the document that states them."""
    for text in library.items:
        if isinstance(text.item, OfficialDocument) and text.item.effects:
            blocks = blocks_of(text.rendered.html, text.rendered.provisions)
            for effect in text.item.effects:
                for message in _own_faults(effect, blocks, text, text.item):
                    yield Diagnostic(text.path, effect.target.line, _RULE, message)


def _own_faults(effect: Effect, blocks: Sequence[TextBlock], text: Text, document: OfficialDocument) -> Iterator[str]:
    for name, anchor in (("theo", effect.source), ("loi", effect.words)):
        if anchor and anchor not in text.rendered.anchors:
            yield f"chính văn bản này không có chỗ “#{anchor}” của khóa {name}{near_place(anchor, text.rendered)}"
            return
    since = effect.since or document.starts
    if effect.until and effect.until < since:
        yield f"ngày ở khóa den ({format_date(effect.until)}) trước ngày bắt đầu tác động ({format_date(since)})"
    named = ACTIONS[effect.action][0].lower()
    if effect.action is Action.PROLONGATION and not effect.until:
        yield "việc keo-dai phải có khóa den: ngày cuối cùng văn bản kia còn hiệu lực"
    if effect.phrase and effect.action not in (Action.SUBSTITUTION, Action.CORRECTION):
        yield f"khóa cum_tu chỉ đi với việc thay-loi hoặc dinh-chinh, không đi với việc {effect.action}"
    elif effect.action in OF_WORDS and effect.target.anchor and not effect.phrase:
        if not new_words(effect.words or effect.source, blocks):
            where = f"“#{effect.words or effect.source}”" if effect.words or effect.source else "khóa theo hoặc loi"
            yield (
                f"chưa tìm thấy lời mới để {named} ở {where}; hãy trỏ khóa theo hoặc loi vào điều khoản "
                "có đoạn trong ngoặc kép, hoặc dùng khóa cum_tu, thanh"
            )
    elif effect.action in OF_WORDS and not effect.target.anchor and (effect.words or effect.phrase):
        yield f"việc {effect.action} có lời mới thì khóa vao phải có chỗ, như {effect.target.id}#dieu-1.2"


def misfits(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a fault for each effect that does not fit the text of its target at the time when it begins to act.

    An effect on a phrase that the text does not have as often as stated is only warned of: the page shows it as a note.
    """
    for id, modifications in catalogue.effects.items():
        text = catalogue.public.get(id)
        if text is None:
            continue
        paths = {one.document: catalogue.public[one.document].path for one in modifications}
        known = f"{text.path} {sorted(paths.items())} {modifications!r}"
        yield from catalogue.library.store.made(
            "misfits",
            digest(text.digest.encode(), known.encode()),
            lambda text=text, found=modifications, paths=paths: tuple(  # type: ignore[misc]  # binds this document
                _told(text, found, paths)
            ),
        )


def _told(text: Text, modifications: Sequence[Modification], paths: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Yield each fault of ``modifications`` once: the effects of other documents on the document with this ``text``.

    ``paths`` are the files of those other documents, by document id.
    """
    blocks = blocks_of(text.rendered.html, text.rendered.provisions)
    told: dict[tuple[str, int, str], Misfit] = {}
    for one in _misfits(modifications, blocks):
        told.setdefault((one.modification.document, one.modification.line, one.reason), one)
    for (document, line, reason), one in told.items():
        message = f"{reason}; hãy xem lại chỗ và ngày của việc này trong {text.path}"
        if one.modification.phrase:
            yield warning(paths[document], line, "cum-tu", f"{reason}; trang chỉ ghi chú việc này, không tự thay")
        else:
            yield Diagnostic(paths[document], line, _RULE, message)


def _misfits(modifications: Sequence[Modification], blocks: Sequence[TextBlock]) -> Iterator[Misfit]:
    for day in days_of(modifications):
        yield from text_on(day, blocks, modifications).misfits
    for one in modifications:
        if one.anchor and not one.changes_words:
            text = text_on(one.since, blocks, modifications)
            if not any(block.anchor == one.anchor for block in text.blocks):
                yield Misfit(one, no_place(one.anchor))
