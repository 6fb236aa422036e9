"""Turns the lines of a text, or of a passage quoted in it, into provisions with their anchors and nesting depths."""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace

from infopage.content.provisions.bare import unemphasised
from infopage.content.provisions.broken import ends_sentence, goes_on
from infopage.content.provisions.ordinals import Ordinals
from infopage.content.provisions.outline import Open, OpenProvisions, TextLine
from infopage.content.provisions.provision import Provision
from infopage.content.provisions.ranks import Label, Rank
from infopage.content.provisions.titles import is_capitals, is_title
from infopage.language.folding import slug

_LONGEST_HEADING, _WORDS_OF_GROUP, _LEAST_OF_GROUP = 120, 6, 4
_WITHOUT_TITLE = (Rank.CLAUSE, Rank.POINT, Rank.ITEM)
_ENDS_CLAUSE = (".", ";", ",")
_NUMBERS = ("1", "A.1")
_YEARS_OF_TITLE = re.compile(r"(?:NĂM|ĐOẠN|KỲ)\n[0-9]{4}(?:\s?[-–]\s?[0-9]{4})?[.:]?$")
_ENDS_BODY = re.compile(r"\./\.\W*$")
_BEGINS_CLOSING = re.compile(
    r"(?i:nơi nhận)\b|(?:.*\|\s*)?(?:T/M|TM\.?|K/T|KT\.?|T/L|TL\.?|TUQ\.?)\s+[^\W\d_]{2}"
    r"|(?:PHÓ |THỨ |QUYỀN |TỔNG )?"
    r"(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|TRƯỞNG BAN|THỐNG ĐỐC|BÍ THƯ|GIÁM ĐỐC|CHÁNH VĂN PHÒNG)\b"
)


@dataclass
class Placing:
    """Turns the lines of a text, or of a passage quoted in it, into provisions with their anchors and depths."""

    used: dict[str, int]
    """How often each anchor was used so far, to keep anchors unique."""
    prefix: str = ""
    """The beginning of the anchors of a quoted passage; '' for the text itself."""
    depth: int = 0
    """The depth of the outermost provisions: that of the quoted passage, or 0 for the text itself."""
    is_quoted: bool = False
    """Whether the lines are a quoted passage."""
    reserved: Collection[str] = ()
    """Published anchors of repeated labels (with ``~2`` and so on) that no provision may get.

    The words published there have another anchor now, and links to the old anchors lead to it.
    """
    groups: dict[str, tuple[str, str]] = field(default_factory=dict)
    """The headings of lists whose labels repeat those of an earlier list, by the anchor that contains the list.

    Each is (the part of an anchor made from the heading; the heading itself if it is a line without a label, else '').
    Equal labels in two such lists get different anchors, because each anchor contains the heading of its list.
    """
    heading: str = ""
    """The heading (from ``groups``) within the last label's anchor, if that heading has no label itself; else ''."""
    gaps: list[int] = field(default_factory=list)
    """The indexes of the lines whose label is not the next of any list, as ``3.`` after ``1.``."""

    def run(self, lines: list[TextLine]) -> list[Provision]:
        found: list[Provision] = []
        outline, ordinals = OpenProvisions(), Ordinals()
        begun, closing, last_number = self.is_quoted, False, 0
        last: Provision | None = None
        for at, line in enumerate(lines):
            label = outline.settle(lines, at) if line.readings else None
            if label and last and line.after == last_number and ends_sentence(last.text, line, label):
                label = None
            if (
                label is None
                and last
                and line.after == last_number
                and (_is_title_of(last, line.text) or (not closing and goes_on(last.text, line, last_number)))
            ):
                more = unemphasised(line.text) if last.label else line.text
                found[-1] = last = last._replace(text=f"{last.text} {more}".strip())
                last_number = line.number
                continue
            if begun and not self.is_quoted:
                closing = closing and (label is None or label.rank >= Rank.STAR)
                closing = closing or (label is None and bool(_BEGINS_CLOSING.match(line.text.lstrip("*_"))))
            if closing or (label is None and not begun):
                # The recipients, the signatures and the text before the first label belong to no provision. But those
                # inside an annex belong to the annex: a form, for example, ends with recipients and signatures of its
                # own.
                outline.close_to_annex()
                label = None if closing else label
            if label is None:
                del outline.open[ordinals.holders(line.text, outline.open) :]
            last = self._placed(line, label, outline, last)
            found.append(last)
            if outline.is_gap:
                self.gaps.append(at)
                outline.is_gap = False
            begun = begun or bool(last.anchor)
            closing = closing or ("./." in line.text and begun and not self.is_quoted and _ends_body(line.text))
            last_number = line.number
        return found

    def _placed(
        self, line: TextLine, label: Label | None, outline: OpenProvisions, last: Provision | None
    ) -> Provision:
        if label is None:
            depth = self.depth + len(outline.open)
            return Provision(line.number, None, line.marked or line.text, "", 0, depth, self.is_quoted)
        open = outline.open
        opens = (
            last is not None
            and last.label is not None
            and (last.text.endswith(":") or (label.order[-2:] == (1, 0) and _is_group(last.label, last.text)))
        )
        del open[outline.room_for(label, after_colon=opens) :]
        anchor = ""
        if label.key:
            self.heading = ""
            anchor = self._anchor(label, open, last)
            if self.heading:
                label = replace(label, group=self.heading)
        depth = self.depth + len(open)
        start = len(label.text)
        text = line.text[start + line.text.startswith(" ", start) :].strip()
        if label.sign == ")" and label.kind == "1":
            outline.note_indicator(label)
        open.append(Open(label, anchor, "" if anchor else text))
        return Provision(line.number, label, text, anchor, 0, depth, self.is_quoted)

    def _anchor(self, label: Label, above: list[Open], last: Provision | None) -> str:
        key, holder, held_by = label.key, "", ""
        for inner, anchor, _ in _holders(label, above):
            if anchor:
                holder, held_by = anchor, inner.key
        if not holder:
            anchor = self.prefix + key
        elif key.startswith(f"{held_by}."):
            anchor = holder + key[len(held_by) :]
        elif label.kind == "a" and "." in key and holder.endswith(key.rpartition(".")[0]):
            anchor = f"{holder}.{key.rpartition('.')[2]}"
        else:
            anchor = f"{holder}.{key}"
        times = self.used.get(anchor, 0) + 1
        if (times > 1 or self.groups) and (group := self._group(label, holder, anchor, above, last)):
            anchor = anchor[: len(anchor) - len(key)] + group + key
            times = self.used.get(anchor, 0) + 1
        while times > 1 and f"{anchor}~{times}" in self.reserved:
            times += 1
        self.used[anchor] = times
        return anchor if times == 1 else f"{anchor}~{times}"

    def _group(self, label: Label, holder: str, anchor: str, above: list[Open], last: Provision | None) -> str:
        """Return the part of a repeated label's anchor that names the heading of its list; '' if it needs none.

        ``holder`` is the anchor that contains the label, and ``anchor`` the one that the label would get. ``above`` are
        the open provisions that contain it, and ``last`` is the provision before it.
        """
        if label.rank <= Rank.ARTICLE or not anchor.endswith(label.key):
            return ""
        if label.first:
            heading, is_plain = _heading_above(above, last) if anchor in self.used else ("", False)
            words = "-".join(slug(heading).split("-")[:_WORDS_OF_GROUP])
            self.groups[holder] = (
                (f"{words}.", heading if is_plain else "") if len(words) >= _LEAST_OF_GROUP else ("", "")
            )
        group, self.heading = self.groups.get(holder, ("", ""))
        return group


def _heading_above(above: list[Open], last: Provision | None) -> tuple[str, bool]:
    """Return the heading of the list that begins after ``last``, and whether this heading is a line without a label.

    ``above`` are the open provisions that contain the list.
    """
    if last and last.label is None and len(last.text) <= _LONGEST_HEADING and not last.text.endswith(_ENDS_CLAUSE):
        return last.text.strip(" *_:"), True
    return next((one.heading for one in reversed(above) if one.heading), ""), False


def _is_group(label: Label, text: str) -> bool:
    """Tell whether a provision may contain a list although it does not end with a colon.

    Examples are ``* Giai đoạn 1`` and ``Nhiệm vụ 1: Tuyên truyền``.
    """
    is_star = label.rank is Rank.STAR and not text.endswith(_ENDS_CLAUSE)
    return is_star or (label.rank is Rank.CLAUSE and label.kind not in _NUMBERS)


def _holders(label: Label, above: list[Open]) -> Iterable[Open]:
    """Return those of ``above``, the open provisions that contain ``label``, whose anchors may begin its anchor.

    The anchor of an article does not begin with its chapter, because articles are numbered through the whole document.
    """
    if label.rank <= Rank.ARTICLE and label.rank not in (Rank.SECTION, Rank.SUBSECTION):
        return [one for one in above if one.label.rank <= Rank.FORM]
    return above


def _ends_body(text: str) -> bool:
    return bool(_ENDS_BODY.search(text))


def _is_title_of(last: Provision, text: str) -> bool:
    """Tell whether ``text``, on its own line, is the title or the words of ``last``, or continues that title."""
    label = last.label
    if label and not last.text and label.rank in _WITHOUT_TITLE:
        return True  # a converter put the label on a line of its own
    text = unemphasised(text)
    if label is None or label.rank in (Rank.FORM, Rank.ARTICLE) or label.rank > Rank.ROMAN:
        return False
    if last.text or label.rank > Rank.ARTICLE or label.key == "kem-theo" or not label.order[0]:
        is_more = (is_capitals(text) and len(text.split()) > 1) or bool(_YEARS_OF_TITLE.search(f"{last.text}\n{text}"))
        return is_capitals(last.text or text) and is_more
    return is_title(text)
