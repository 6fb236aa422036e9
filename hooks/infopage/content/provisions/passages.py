"""Finds quoted passages in an amending document: lines in quotation marks, which are new text of the amended document.

Quotation marks are messy in real documents: straight or curly, doubled apostrophes, alone on a line, never closed. A
passage ends at its closing mark. If there is none, or another passage opens first, it ends where the numbering of the
amending document continues. Some documents use no marks at all: see ``unmarked.py``.
"""

import re
from collections.abc import Sequence

from infopage.content.provisions.labels import label_of
from infopage.content.provisions.outline import TextLine
from infopage.content.provisions.ranks import Label, Rank
from infopage.content.provisions.unmarked import AFTER_TEXT, amends, introduces, unmarked_end

_MARKS = "“„«\"″”'"
_OPENING = re.compile(r"(?:[“„«\"″”]|'')\s*")
_MARK = re.compile(r"[“„«\"″”»]|''")
_ANY_MARK = re.compile(r"[“„«\"″”»']")
_OPENS_INSIDE = re.compile(r":\s*(?=[“„«\"″]|'')")
_LINE_END = re.compile(r"[\s.,;:)\]/*_]*$")
_CLOSES = re.compile(r"(?:[”\"″»]|'')[\s.,;:)\]/*_]*$")
_AMENDS = re.compile(r"sửa đổi|bổ sung|thay thế|thay cụm|bãi bỏ|h[ủu][ỷy] bỏ|như sau|hiệu lực", re.IGNORECASE)
_CHANGES = re.compile(r"(?<!\w)(?:sửa đổi|bổ sung|thay|viết lại|đính chính)(?!\w).*:$", re.IGNORECASE)
_NUMBERED = (Rank.ARTICLE, Rank.CLAUSE, Rank.POINT)


def opening_of(line: str) -> str:
    """Return the beginning of ``line`` up to its text: a quotation mark and white space; '' if it has no such mark."""
    found = _OPENING.match(line)
    return found[0] if found else ""


def is_closed(lines: Sequence[str]) -> bool:
    """Tell whether the quotation mark that opens the first of ``lines`` is closed, at the latest at the end of them."""
    return bool(_closed(lines, 0, 0)) or _CLOSES.search(lines[-1]) is not None


def passages(text: Sequence[TextLine]) -> list[range]:
    """Return the quoted passages of a text, as ranges of the indexes of its lines."""
    lines = [line.text for line in text]
    is_marked = _ANY_MARK.search("\n".join(lines)) or any(line.is_set_in for line in text)
    if not is_marked and not any(map(introduces, lines)):
        return []
    found: list[range] = []
    own: list[Label] = []
    at = 0
    while at < len(lines):
        start, end = at, at
        line = lines[at]
        if line and line[0] in _MARKS and _opens(line):
            end = _end(lines, at, own)
        else:
            if text[at].readings:
                label = text[at].readings[0]
                while own and own[-1].rank >= label.rank:
                    own.pop()
                own.append(label)
            if ":" in line and _stays_open(line):
                start = at + 1
                end = _closed(lines, start, 1) or start
            elif (end := _set_in_end(text, at)) or (introduces(line) and (end := unmarked_end(text, at, own))):
                start = at + 1
        if end > start:
            found.append(range(start, end))
        at = max(end, at + 1)
    return found


def _set_in_end(text: Sequence[TextLine], at: int) -> int:
    """Return the index of the line after the new words that ``text[at]`` introduces, if they are written after ``>``.

    Returns 0 if they are not.
    """
    end = at + 1
    while end < len(text) and text[end].is_set_in:
        end += 1
    is_new = end > at + 1 and not text[at].is_set_in and _CHANGES.search(text[at].text)
    return end if is_new and not amends(text[at + 1]) and not _opens(text[at + 1].text) else 0


def _opens(line: str) -> bool:
    """Tell whether ``line`` begins a quoted passage.

    It must begin with a quotation mark that is alone on the line, not closed within it, closed at its end, or followed
    by a label.
    """
    opening = opening_of(line)
    if not opening:
        return False
    rest = line[len(opening) :]
    depth, at_end = _run(rest, 1)
    return not rest or depth > 0 or at_end or (label_of(rest) is not None)


def _stays_open(line: str) -> bool:
    found = _OPENS_INSIDE.search(line)
    return bool(found) and _run(line[found.end() :], 0)[0] > 0 if found else False


def _run(text: str, depth: int) -> tuple[int, bool]:
    """Return (number of quotation marks open after ``text``, whether ``text`` ends with a closing mark).

    ``depth`` is the number of marks open before ``text``.
    """
    at_end = False
    for mark in _MARK.finditer(text):
        before, after = text[mark.start() - 1 : mark.start()], text[mark.end() : mark.end() + 1]
        opens = mark[0] in "“„«" if mark[0] in "“„«”»" else not before.strip(" \t([:") and bool(after.strip())
        depth = depth + 1 if opens else max(0, depth - 1)
        at_end = not opens and bool(_LINE_END.match(text, mark.end()))
    return depth, at_end


def _end(lines: Sequence[str], start: int, own: Sequence[Label]) -> int:
    """Return the index of the line after the quoted passage whose first line has the index ``start``.

    The passage ends with its closing quotation mark. If it has none, it ends where the text of the amending document
    goes on.

    ``own`` has the last labels of the amending document above the passage, outermost first. A line goes on with that
    document if its label follows one of these.
    """
    return _closed(lines, start, 0) or _resumed(lines, start + 1, own)


def _closed(lines: Sequence[str], start: int, depth: int) -> int:
    """Return the index of the line after the closing mark of the quoted passage that begins at ``start``.

    ``depth`` is the number of quotation marks open before the line ``start``. Returns 0 if another passage opens
    first, or if there is no closing mark.
    """
    for at in range(start, len(lines)):
        if at > start and _opens_another(lines, at):
            return 0
        depth, at_end = _run(lines[at], depth)
        if depth == 0 and at_end:
            return at + 1
        depth = max(1, depth)
    return 0


def _opens_another(lines: Sequence[str], at: int) -> bool:
    line = lines[at]
    opening = opening_of(line)
    if not opening or line == opening.strip() != "“":
        return False
    return _opens(line) and (lines[at - 1].endswith(":") or label_of(line[len(opening) :]) is not None)


def _resumed(lines: Sequence[str], start: int, own: Sequence[Label]) -> int:
    """Return the index of the line where a quoted passage without a closing mark ends, because another text begins.

    This is where the numbering of the amending document continues after the labels ``own``, or where another passage is
    introduced. If there is no such line, a passage after a colon ends with the text of the document. Any other passage
    then is a single line, because its quotation mark may be a slip.
    """
    for at in range(start, len(lines)):
        if _opens(lines[at]) and lines[at - 1].endswith(":"):
            return max(start, at - 1)
        label = label_of(lines[at])
        before = next((one for one in own if label and one.rank is label.rank), None)
        if label and before and label.follows(before) and (label.rank is Rank.ARTICLE or _AMENDS.search(lines[at])):
            return at
    line = lines[start - 1]
    is_introduced = start > 1 and lines[start - 2].endswith(":")
    if not is_introduced or label_of(line[len(opening_of(line)) :]) is None:
        return start
    return next((at for at in range(start, len(lines)) if AFTER_TEXT.match(lines[at])), len(lines))
