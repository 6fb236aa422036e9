"""Decides what each label of a text means, and which provision contains it: first by its list, then by its rank."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from infopage.content.provisions.ranks import Label, Rank

_FAR = 400
_SECOND = {
    kind: re.compile(rf";\s+(?:và\s+)?{name}(?:\b|\s)")
    for kind, name in (
        ("I", r"II\s?[-–.:)]"),
        ("1", r"2\s?[.)]"),
        ("A", r"B\s?[-–.)]"),
        ("phan", r"[Pp]hần\s+(?:thứ\s+)?(?:II|2|hai|B)"),
        ("chuong", r"[Cc]hương\s+(?:thứ\s+)?(?:II|2|hai)"),
    )
}
"""Patterns that find the second label of a list on the same line as the first, by the kind of the first label."""
_OPENS_AFTER_COLON = (Rank.LETTER, Rank.CLAUSE, Rank.POINT, Rank.ITEM)


class TextLine(NamedTuple):
    """A line of an official text."""

    number: int
    """The number of the line in the text, from 1."""
    text: str
    """The text of the line, without spaces around it."""
    after: int
    """The number of the last line of text above, whose title this line may be; 0 if a table or the like is between."""
    readings: Sequence[Label]
    """The labels that the line may begin with, the likeliest first."""
    marked: str = ""
    """The line with the Markdown signs around its label, used if it proves to have no label; '' if it has no signs."""
    is_set_in: bool = False
    """Whether the line was written as a quotation of Markdown, after ``>``."""


class Open(NamedTuple):
    """An open provision: no later label has ended it yet, so it may contain the next lines."""

    label: Label
    anchor: str
    heading: str = ""
    """The words after a dash, plus or star, which has no anchor; '' for others. They distinguish the lists in it."""


@dataclass
class OpenProvisions:
    """The open provisions (those that may contain the next lines) at one point of a text, outermost first."""

    open: list[Open] = field(default_factory=list)
    is_gap: bool = False
    """Whether the last label given to :meth:`room_for` continues no list, because labels before it are missing.

    The caller resets it to False.
    """
    _indicators: tuple[Label, Label] | None = None
    """The last label such as ``2)``, and the label that contains it.

    Targets in figures (chỉ tiêu) are numbered so across the groups a), b), c): 1) and 2) are in a), 3) is in b).
    """

    def settle(self, lines: Sequence[TextLine], at: int) -> Label | None:
        """Return the label of ``lines[at]``; None if the line is plain text that only looks like a label."""
        readings = lines[at].readings
        if len(readings) == 1 and not readings[0].doubtful:
            label = readings[0]
            return None if label.order == (1, 0) and self._interrupts(label, lines, at) else label
        if len(readings) > 1 and _names_holder(readings[0]) and self._stands_in_list(readings[0], lines, at):
            return readings[0]
        choice = [label for label in readings if not label.doubtful or self._stands_in_list(label, lines, at)]
        if len(choice) > 1:
            choice = [label for label in choice if label.first or self._before(label, gap=2) is not None] or choice[:1]
        if len(choice) > 1:
            # A capital letter can label a point or a division above articles. Within an article, a point is likelier.
            choice.sort(key=lambda label: label.rank is not Rank.POINT or not self._within(Rank.ARTICLE))
            choice.sort(key=lambda label: (_distance(label, lines, at), self._before(label) is None))
        if choice and choice[0].order == (1, 0) and self._interrupts(choice[0], lines, at):
            return None
        return choice[0] if choice else None

    def room_for(self, label: Label, *, after_colon: bool) -> int:
        """Return how many open provisions, from the outermost, contain a new provision with ``label``.

        The caller must close the others. ``after_colon`` tells whether the last provision ends with a colon, and so may
        introduce a list.
        """
        innermost = self.open[-1].label if self.open else None
        if innermost and innermost.kind == label.kind and innermost.sign == label.sign and label.follows(innermost):
            return len(self.open) - 1  # what ``_before`` returns; saves time for four labels in five
        if label.sign == ")" and label.kind == "1" and (room := self._among_indicators(label)):
            return room
        before = self._before(label)
        if before is None and after_colon and self._opens_list(label):
            return len(self.open)
        if before is None:
            self.is_gap = bool(label.order) and not label.first and label.rank > Rank.ARTICLE
            before = self._like(label)
        if before is not None:
            return before
        room = len(self.open)
        # Regulations of the Party group their articles in parts: “I- QUY ĐỊNH CHUNG”, “Điều 1.”, “II- …”, “Điều 3.”
        is_in_part = label.rank is Rank.ARTICLE and not self._within(Rank.ARTICLE)
        place = (Rank.CLAUSE, 0) if is_in_part else label.place
        if label.rank is Rank.LETTER and label.first and self._within(Rank.ROMAN):
            return max(at for at, o in enumerate(self.open) if o.label.rank is Rank.ROMAN) + 1
        while room and (self.open[room - 1].label.place >= place and not self._is_other_list(room - 1, label)):
            room -= 1
        return room

    def close_to_annex(self) -> None:
        """Close all open provisions, except the appendix and the form (``mẫu``) that may contain the others."""
        del self.open[next((at for at, o in enumerate(self.open) if o.label.rank > Rank.FORM), len(self.open)) :]

    def note_indicator(self, label: Label) -> None:
        """Remember a label such as ``2)`` that the caller then opens: ``3)`` in the next group may go on with it."""
        if self.open:
            self._indicators = label, self.open[-1].label

    def _among_indicators(self, label: Label) -> int:
        """Return how many open provisions contain ``label``, if it goes on with numbers of the group before; else 0.

        For example, ``3)`` in group b) goes on with ``2)`` in group a).
        """
        if not self._indicators or not label.follows(self._indicators[0]):
            return 0
        group = self._indicators[1]
        return next((at + 1 for at, o in reversed([*enumerate(self.open)]) if o.label.is_like(group)), 0)

    def _interrupts(self, label: Label, lines: Sequence[TextLine], at: int) -> bool:
        """Tell whether ``label``, which looks like the first of a list, begins none, so that the line is plain text.

        ``1.`` may stand alone between ``4.`` and ``5.``, as a footnote does in a copied page. And ``I- …; II- …`` on
        one line may only announce the parts of the text.
        """
        kind = label.kind
        if kind not in _SECOND:
            return False
        text = lines[at].text
        if ";" in text and _SECOND[kind].search(text) and _is_first_again(label, lines, at):
            return True
        if kind != "1":
            return False
        last = next((o.label for o in self.open if o.label.kind == "1" and o.label.sign == label.sign), None)
        if last is None or last.depth or lines[at - 1].text.endswith(":"):
            return False
        other = _next_like(label, lines, at)
        return other is not None and not other.follows(label) and other.follows(last) and not other.first

    def _within(self, rank: Rank) -> bool:
        return any(o.label.rank is rank for o in self.open)

    def _before(self, label: Label, gap: int = 0) -> int | None:
        """Return the index of the open provision that comes before ``label`` in the same list; None if there is none.

        ``gap`` labels may be missing between the two.
        """
        found = [
            at for at, (last, _, _) in enumerate(self.open) if last.kind == label.kind and label.follows(last, gap)
        ]
        return found[0] if len(found) == 1 else self._nearest(label, found)

    def _like(self, label: Label) -> int | None:
        """Return the index of the open provision whose list ``label`` restarts, or continues after missing labels.

        Returns None if there is no such list.
        """
        found = [at for at, o in enumerate(self.open) if label.is_like(o.label)]
        if label.first and label.rank > Rank.ARTICLE:
            found = [at for at in found if self.open[at].label.sign == label.sign]
        return self._nearest(label, found)

    def _nearest(self, label: Label, found: list[int]) -> int | None:
        """Return the index of the innermost of the open provisions with the indexes ``found``; None if there are none.

        Provisions whose label has the same punctuation as ``label`` come before all others.
        """
        if len(found) < 2:
            return found[0] if found else None
        return max(found, key=lambda at: (self.open[at].label.sign == label.sign, at))

    def _is_other_list(self, at: int, label: Label) -> bool:
        """Tell whether ``label`` begins a new list inside the open provision with the index ``at``.

        For example, ``1)`` begins a list inside ``1.``, and ``(a)`` inside ``a)``.
        """
        return label.first and label.rank > Rank.ROMAN and self.open[at].label.rank in (label.rank, Rank.POINT)

    def _opens_list(self, label: Label) -> bool:
        last = self.open[-1].label if self.open else None
        if last is None or last.rank <= Rank.ROMAN:
            return False
        if label.rank >= Rank.STAR:
            return last.rank >= Rank.STAR
        return label.first and label.rank in _OPENS_AFTER_COLON

    def _stands_in_list(self, label: Label, lines: Sequence[TextLine], at: int) -> bool:
        if _names_holder(label):
            holder = label.key.rpartition(".")[0]
            return any(o.anchor == holder or o.anchor.endswith(f".{holder}") for o in self.open)
        # A doubtful label must have the same punctuation as its list: “C. Mác” after “B-” is a name, not a label.
        # Without punctuation, it must also be the next of its list: “1.5 triệu” after “1.2” is a number.
        gap = 2 if label.sign else 0
        if any(label.follows(o.label, gap) and o.label.sign == label.sign for o in self.open):
            return True
        if label.first and _distance(label, lines, at) < _FAR:
            return True
        return label.kind == "A.1" and any(
            o.label.rank in (Rank.LETTER, Rank.ROMAN) and label.key.startswith(f"{o.label.key}.") for o in self.open
        )


def _names_holder(label: Label) -> bool:
    """Tell whether a label names the clause that contains it: ``1.b)``."""
    return label.kind == "a" and "." in label.key


def _next_like(label: Label, lines: Sequence[TextLine], at: int) -> Label | None:
    """Return the next label below ``lines[at]`` that may be in the list of ``label``; None if an outer one ends it."""
    for line in lines[at + 1 : at + _FAR]:
        for other in line.readings:
            if other.sign == label.sign and other.is_like(label):
                return other
            if other.rank < label.rank:
                return None
    return None


def _is_first_again(label: Label, lines: Sequence[TextLine], at: int) -> bool:
    other = _next_like(label, lines, at)
    return other is not None and other.first


def _distance(label: Label, lines: Sequence[TextLine], at: int) -> int:
    """Return the number of lines from ``lines[at]``, which has ``label``, to the next label of the same list.

    Returns ``_FAR`` if there is none within this number of lines.
    """
    for distance, line in enumerate(lines[at + 1 : at + _FAR], 1):
        if any(other.follows(label) and other.sign == label.sign for other in line.readings):
            return distance
        if label.rank > Rank.ROMAN and line.readings and line.readings[0].rank <= Rank.ARTICLE:
            break
    return _FAR
