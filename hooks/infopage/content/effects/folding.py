"""Folds modifications, given in any order, into a text: returns the text's blocks as of a day.

A modification cannot be applied if its place or its phrase is not in the text at that time. The text then stays as it
is, and the modification is reported as a misfit.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from infopage.content.acts import OF_WORDS, Action
from infopage.content.effects.blocks import TextBlock, end_of, stub
from infopage.content.effects.new_words import adapted, repeated
from infopage.content.effects.phrases import with_phrase

_STUBS = {
    Action.REPEAL: "(được bãi bỏ)",
    Action.ANNULMENT: "(bị hủy bỏ)",
    Action.REPLACEMENT: "(được thay thế)",
}
"""The words that stand in the place of a provision that is no longer in force."""


@dataclass(frozen=True, kw_only=True)
class Modification:
    """What a provision of one document does to a provision of another.

    ``anchor`` is the provision changed, '' if it is the whole document. ``document`` is the id of the document that
    makes the change (the acting one), ``issued`` its day of issue, and ``place`` the anchor of its provision that makes
    it, '' if not known. The modification acts from the day ``since`` to the day ``until``, None if it has no end.
    ``words`` are the blocks of the new words, () if there are none. ``phrase``, if not '', is to be replaced by
    ``new_phrase`` and must occur ``times`` times.
    """

    action: Action
    anchor: str
    document: str
    issued: date
    since: date
    place: str = ""
    until: date | None = None
    words: tuple[TextBlock, ...] = ()
    phrase: str = ""
    new_phrase: str = ""
    times: int = 1
    new_end: date | None = None
    """The day on which a prolonged document will now cease to be in force."""
    is_brief: bool = False
    """Whether a short form states the modification, not ``tac_dong``: ``sua_doi``, ``thay_the`` or ``bai_bo``."""
    line: int = field(default=1, compare=False)
    """The line of the acting document's file that states the modification, for messages."""

    @property
    def changes_words(self) -> bool:
        """Whether the modification changes the words of the text. Others only suspend or prolong a provision."""
        if not self.anchor:
            return False
        return bool(self.words or self.phrase) or self.action in _STUBS or self.action is Action.RESUMPTION

    @property
    def last_day(self) -> date | None:
        """The last day on which it acts or, if it prolongs a document, on which that is in force; None if not known."""
        return self.new_end - timedelta(days=1) if self.new_end else self.until

    def acts_on(self, day: date) -> bool:
        """Tell whether the modification is in effect on a day."""
        return self.since <= day and (self.until is None or day <= self.until)

    @property
    def order(self) -> tuple[object, ...]:
        """The sort key: modifications are applied by the day ``since``, then by their documents' days of issue.

        The other fields only make the order unique.
        """
        words = "\n".join(one.text for one in self.words)
        return (self.since, self.issued, self.document, self.place, self.anchor, self.action, self.phrase, words)


@dataclass(frozen=True)
class Misfit:
    """A modification that could not be applied, with the reason as part of a message to the editor."""

    modification: Modification
    reason: str


@dataclass(frozen=True)
class Folded:
    """The text of a document as of a day, and the modifications that could not be applied."""

    blocks: tuple[TextBlock, ...]
    misfits: tuple[Misfit, ...]


def text_on(day: date, blocks: Sequence[TextBlock], modifications: Iterable[Modification]) -> Folded:
    """Return the text of a document as of ``day``; ``blocks`` is its text as issued.

    ``modifications`` are all those that other documents make to it, whether in effect on that day or not.
    """
    text = _Text(list(blocks))
    for one in sorted((one for one in modifications if one.acts_on(day)), key=lambda one: one.order):
        if one.changes_words and (reason := text.apply(one)):
            text.misfits.append(Misfit(one, reason))
    return Folded(tuple(text.blocks), tuple(text.misfits))


def days_of(modifications: Iterable[Modification]) -> list[date]:
    """Return the days on which the words of a text change, in order: when modifications begin, and when they end."""
    return sorted(set(_days(one for one in modifications if one.changes_words)))


def _days(modifications: Iterable[Modification]) -> Iterator[date]:
    for one in modifications:
        yield one.since
        if one.until is not None and one.until < date.max:
            yield one.until + timedelta(days=1)


def no_place(anchor: str) -> str:
    """Return the reason why a modification of the provision at ``anchor``, which the text lacks, cannot be applied."""
    return f"ở thời điểm ấy văn bản kia không có chỗ “#{anchor}”"


@dataclass
class _Text:
    """A text while modifications are applied.

    ``before`` has the former blocks of each changed provision by anchor, the oldest first: a resumption puts them back.
    """

    blocks: list[TextBlock]
    misfits: list[Misfit] = field(default_factory=list)
    before: dict[str, list[tuple[TextBlock, ...]]] = field(default_factory=dict)

    def apply(self, one: Modification) -> str:
        """Apply a modification. Return the reason if that is impossible, else ''."""
        at = next((at for at, block in enumerate(self.blocks) if block.anchor == one.anchor), None)
        if at is None:
            return no_place(one.anchor)
        end = end_of(self.blocks, at)
        here = tuple(self.blocks[at:end])
        if one.action is Action.RESUMPTION:
            return self._resume(one, at, end)
        if one.phrase:
            return self._replace_phrase(one, at, end)
        if one.action in OF_WORDS:
            if label := repeated(one.words):
                return f"lời mới có hai đoạn cùng nhãn “{label}” (hãy trỏ khóa loi vào một đoạn)"
            new = adapted(one.words, self.blocks, at, follows=one.action is Action.INSERTION)
            taken = {block.anchor for block in (*self.blocks[:at], *self.blocks[end:]) if block.anchor}
            if one.action is Action.INSERTION:
                taken |= {block.anchor for block in here if block.anchor}
            if double := next((block.anchor for block in new if block.anchor in taken), None):
                return f"văn bản đã có chỗ “#{double}”"
            if one.action is Action.INSERTION:
                self.blocks[end:end] = new
                return ""
        else:
            new = [stub(here[0], _STUBS[one.action])]
        self.before.setdefault(one.anchor, []).append(here)
        self.blocks[at:end] = new
        return ""

    def _resume(self, one: Modification, at: int, end: int) -> str:
        if former := self.before.get(one.anchor):
            self.blocks[at:end] = former.pop()
        return ""  # a provision that was only suspended has kept its words

    def _replace_phrase(self, one: Modification, at: int, end: int) -> str:
        replaced = [with_phrase(block.words, one.phrase, one.new_phrase) for block in self.blocks[at:end]]
        found = sum(count for _, count in replaced)
        if found != one.times:
            return f"cụm từ “{one.phrase}” có ở chỗ ấy {found} lần, không phải {one.times} lần"
        self.before.setdefault(one.anchor, []).append(tuple(self.blocks[at:end]))
        for number, (words, count) in enumerate(replaced, at):
            if count:
                self.blocks[number] = self.blocks[number].with_words(words)
        return ""
