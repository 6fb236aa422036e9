"""Turns the lines of a text, or of a passage quoted in it, into provisions with anchors and depths."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from infopage.content.provisions.outline import Open, OpenProvisions, TextLine
from infopage.content.provisions.provision import Provision
from infopage.content.provisions.ranks import Label, Rank
from infopage.content.provisions.titles import is_capitals, is_title

_ENDS_BODY = re.compile(r"\./\.\W*$")
_BEGINS_CLOSING = re.compile(
    r"(?i:nơi nhận)\b|(?:.*\|\s*)?(?:T/M|TM\.?|K/T|KT\.?|T/L|TL\.?|TUQ\.?)\s+[^\W\d_]{2}"
    r"|(?:PHÓ |THỨ |QUYỀN |TỔNG )?"
    r"(?:CHỦ TỊCH|THỦ TƯỚNG|BỘ TRƯỞNG|TRƯỞNG BAN|THỐNG ĐỐC|BÍ THƯ|GIÁM ĐỐC|CHÁNH VĂN PHÒNG)\b"
)


@dataclass
class Placing:
    """Turns the lines of a text, or of a quoted passage in it, into provisions with anchors and depths."""

    used: dict[str, int]
    """How often each anchor was used so far, to keep anchors unique."""
    prefix: str = ""
    """The beginning of the anchors of a quoted passage; '' for the text itself."""
    depth: int = 0
    """The depth of the outermost provisions: that of the quoted passage, or 0 for the text itself."""
    is_quoted: bool = False
    """Whether the lines are a quoted passage."""

    def run(self, lines: list[TextLine]) -> list[Provision]:
        found: list[Provision] = []
        outline = OpenProvisions()
        begun, closing, last_number = self.is_quoted, False, 0
        last: Provision | None = None
        for at, line in enumerate(lines):
            label = outline.settle(lines, at) if line.readings else None
            if last and label is None and line.after == last_number and _is_title_of(last, line.text):
                found[-1] = last = last._replace(text=f"{last.text} {line.text}".strip())
                last_number = line.number
                continue
            if begun and not self.is_quoted:
                closing = closing and (label is None or label.rank >= Rank.STAR)
                closing = closing or (label is None and bool(_BEGINS_CLOSING.match(line.text)))
            if closing or (label is None and not begun):
                # No provision contains the recipients, the signatures or the text before the first label.
                outline.open.clear()
                label = None if closing else label
            last = self._placed(line, label, outline, last)
            found.append(last)
            begun = begun or bool(last.anchor)
            closing = closing or (begun and not self.is_quoted and _ends_body(line.text))
            last_number = line.number
        return found

    def _placed(
        self, line: TextLine, label: Label | None, outline: OpenProvisions, last: Provision | None
    ) -> Provision:
        if label is None:
            depth = self.depth + len(outline.open)
            return Provision(line.number, None, line.text, "", 0, depth, self.is_quoted)
        after_colon = last is not None and last.label is not None and last.text.endswith(":")
        open = outline.open
        del open[outline.room_for(label, after_colon=after_colon) :]
        anchor = self._anchor(label, open) if label.key else ""
        depth = self.depth + len(open)
        open.append(Open(label, anchor))
        start = len(label.text)
        text = line.text[start + line.text.startswith(" ", start) :].strip()
        return Provision(line.number, label, text, anchor, 0, depth, self.is_quoted)

    def _anchor(self, label: Label, above: list[Open]) -> str:
        key, holder, held_by = label.key, "", ""
        for inner, anchor in _holders(label, above):
            if anchor:
                holder, held_by = anchor, inner.key
        if not holder:
            anchor = self.prefix + key
        elif key.startswith(f"{held_by}."):
            anchor = holder + key[len(held_by) :]
        else:
            anchor = f"{holder}.{key}"
        times = self.used[anchor] = self.used.get(anchor, 0) + 1
        return anchor if times == 1 else f"{anchor}~{times}"


def _holders(label: Label, above: list[Open]) -> Iterable[Open]:
    """Return those of ``above`` whose anchors may begin the anchor of ``label``. An article's has no chapter."""
    if label.rank <= Rank.ARTICLE and label.rank not in (Rank.SECTION, Rank.SUBSECTION):
        return [one for one in above if one.label.rank <= Rank.FORM]
    return above


def _ends_body(text: str) -> bool:
    return "./." in text and bool(_ENDS_BODY.search(text))


def _is_title_of(last: Provision, text: str) -> bool:
    """Tell whether ``text``, on its own line, is the title of ``last`` or continues that title."""
    label = last.label
    if label is None or label.rank in (Rank.FORM, Rank.ARTICLE) or label.rank > Rank.ROMAN:
        return False
    if last.text or label.rank > Rank.ARTICLE or label.key == "kem-theo" or not label.order[0]:
        return is_capitals(last.text or text) and is_capitals(text) and len(text.split()) > 1
    return is_title(text)
