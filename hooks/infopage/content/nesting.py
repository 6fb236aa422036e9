"""Finds unpaired HTML tags in a body. In Markdown and browsers, they may hide text or close other elements."""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from infopage.content.code_places import BLANK_LINE, CodePlaces
from infopage.content.fields import quote
from infopage.content.html_elements import BLOCKS, ENDED_BY, MAY_STAY_OPEN, PAIRED, TEXT_ONLY, VOID
from infopage.content.layout.parts import DEEPEST
from infopage.content.safe_html import TAGS, Removed

RULE, HTML, DEEP = "dong-the", "html", "qua-roi"
_NOTHING = (RULE, "")
_LONGEST_NAMED = 60
_QUOTED = r"\"(?:[^\"<]|<(?![A-Za-z/]))*\"|'(?:[^'<]|<(?![A-Za-z/]))*'"
_TOKEN = re.compile(
    r"(?P<escaped>\\[\\`])|(?P<ticks>`+)|(?P<blank>\n[ \t]*(?=\n))|(?P<comment><!--)"
    r"|(?P<declaration><!(?=[A-Za-z\[])|<\?(?=[A-Za-z]))"
    rf"|<(?P<end>/?)(?P<name>[A-Za-z][A-Za-z0-9-]*)(?=[\s/>])(?P<rest>(?:=\s*<[^\s>]*|[^<>\"']|{_QUOTED}|[\"'])*+)>"
)
_COMMENT_END = re.compile("--!?>")
_SELF_CLOSED = re.compile(r"(?:\A|[\s\"']|\s[\w-]+)/\Z")
_WORDS = re.compile(r"\s(?!open\b)[^\s\"'=/]+(?=[\s/]|\Z)")


class Unpaired(NamedTuple):
    """An unpaired tag."""

    at: int
    """The offset of the unpaired tag in the body."""
    line: int
    """The line of the body, from 0, that has the unpaired tag."""
    rule: str
    """The slug of the rule that is broken."""
    message: str
    """The message for the editor; '' if a message about another tag makes one about this tag unnecessary."""


def unpaired(body: str, *, official: bool = False) -> list[Unpaired]:
    """Return the tags of a body that are unpaired, closed in the wrong order, or only text in angle brackets.

    In an ``official`` text (that of a document), indented lines are not code.

    >>> [(one.line, one.message) for one in unpaired("Một\\n</b>")]
    [(1, 'thẻ </b> đóng mà không có <b> mở trước; hãy bỏ đi, hoặc viết &lt;/b> nếu đó là chữ')]
    """
    return _Reading(body, official).run() if "<" in body else []


def as_text(body: str, tags: Sequence[Unpaired]) -> str:
    """Return the body with the unpaired ``tags`` escaped, so that they are shown as text and hide nothing."""
    pieces: list[str] = []
    start = 0
    for tag in tags:
        pieces += (body[start : tag.at], "&lt;")
        start = tag.at + 1
    return "".join(pieces) + body[start:]


@dataclass
class _Open:
    """A start tag whose end tag has not come yet."""

    name: str
    at: int
    written: str
    is_raw: bool  # whether it begins an HTML block, in which Markdown is not interpreted


@dataclass
class _Reading:
    """The search for unpaired tags in one body."""

    body: str
    official: bool
    open: list[_Open] = field(default_factory=list)
    found: dict[int, tuple[str, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._lower = self.body.lower()
        self._places = CodePlaces(self.body, self.official)
        self._waiting: dict[str, int] = defaultdict(int)
        self._passed: dict[str, int] = defaultdict(int)  # end tags to ignore, by name: their start tags are reported
        self._never: set[str] = set()  # tag names and "-->" whose end was searched for and is missing
        self._code_until = self._tail_until = 0
        self._raw = 0
        self._is_deep = False

    def run(self) -> list[Unpaired]:
        """Return the unpaired tags, in order."""
        at = 0
        while token := _TOKEN.search(self.body, at):
            at = self._read(token)
        for number, one in enumerate(self.open):
            if number and one.name in MAY_STAY_OPEN and not one.is_raw:
                self.found.setdefault(one.at, _NOTHING)
            else:
                self._tell_open(one)
        ends = [found.start() for found in re.finditer("\n", self.body)]
        return [Unpaired(at, bisect_left(ends, at), *said) for at, said in sorted(self.found.items())]

    def _read(self, token: re.Match[str]) -> int:
        """Process a token (a tag, a comment, backticks or an escape); return the offset at which to go on."""
        at = token.start()
        is_block = not self._raw and (at < self._tail_until or self._places.begins_line(at))
        is_code = not self._raw and not is_block and (at < self._code_until or self._places.is_indented_code(at))
        if token["escaped"]:
            return at + 1 if self._raw else token.end()
        if token["blank"]:
            self._end_paragraph()
        elif token["ticks"]:
            if not self._raw and not is_code:
                self._code_until = self._places.end_of_code(token)
        elif is_code:
            pass
        elif token["comment"]:
            return self._comment(token)
        elif token["declaration"]:
            if self._raw or is_block:
                self._tell_declaration(at)
        elif is_block or self._raw or not BLANK_LINE.search(token[0]):
            return self._tag(token, is_block=is_block)
        return token.end()

    def _comment(self, token: re.Match[str]) -> int:
        found = None if "-->" in self._never else _COMMENT_END.search(self.body, token.end())
        if found:
            return found.end()
        self._never.add("-->")
        self.found[token.start()] = _refused("!--")
        return token.end()

    def _tell_declaration(self, at: int) -> None:
        line = self.body[at : at + _LONGEST_NAMED].split("\n")[0]
        written = line[: line.find(">") + 1] or line
        self.found[at] = (HTML, f"{quote(written)} không được dùng trong bài; {_literal('bỏ đi', written[:2])}")

    def _tag(self, token: re.Match[str], *, is_block: bool) -> int:
        name, at, written = token["name"].lower(), token.start(), token[0]
        if name == "hr" and is_block:
            self._tail_until = self._places.end_of_line(at)
        if name in VOID and token["end"]:
            self.found[at] = (RULE, f"thẻ <{name}> không có thẻ đóng; hãy viết <{name}> thay cho </{name}>")
        if name not in PAIRED:
            return token.end()
        one = _Open(name, at, written, is_block and name in BLOCKS)
        if token["end"]:
            self._close(name, at)
        elif _SELF_CLOSED.search(token["rest"]):
            message = f"thẻ {quote(written)} không tự đóng được; hãy viết <{name}></{name}>, hoặc bỏ đi"
            self.found[at] = (RULE, message) if name in TAGS else _refused(name)
        elif BLANK_LINE.search(written):
            message = f"thẻ {quote(written.split(chr(10))[0])} có dòng trống ở giữa; hãy viết cả thẻ trên một dòng"
            self.found[at] = (RULE, message)
            self._passed[name] += 1
        elif name in TEXT_ONLY:
            return self._text_only(one, token.end())
        else:
            self._begin(one)
        return token.end()

    def _text_only(self, one: _Open, at: int) -> int:
        end = f"</{one.name}"
        found = -1 if one.name in (self._never | {"plaintext"}) else self._lower.find(end, at)
        if found >= 0:
            return found + len(end)
        self._never.add(one.name)
        self._tell_open(one)
        return at

    def _begin(self, one: _Open) -> None:
        ended = ENDED_BY.get(one.name, ())
        while self.open and self.open[-1].name in ended:
            above = self._pop()
            if above.is_raw or not self.open:  # only inside a parent may an end tag be omitted
                self._tell_open(above)
        if len(self.open) >= DEEPEST:
            self.found[one.at] = _NOTHING if self._is_deep else (DEEP, f"quá {DEEPEST} thẻ lồng nhau; hãy viết gọn lại")
            self._passed[one.name] += 1
            self._is_deep = True
            return
        self.open.append(one)
        self._waiting[one.name] += 1
        if one.is_raw or self._raw:
            self._raw += 1

    def _end_paragraph(self) -> None:
        """Report the inline tags that are open at the end of their paragraph, where Markdown closes them."""
        while not self._raw and self.open and self.open[-1].name not in BLOCKS:
            one = self._pop()
            self._tell_open(one, " trong đoạn")
            self._passed[one.name] += 1

    def _close(self, name: str, at: int) -> None:
        was_raw = self._raw
        if self._waiting[name]:
            while (one := self._pop()).name != name:
                if one.is_raw or one.name not in MAY_STAY_OPEN:
                    self._tell_open(one, f" trước </{name}>")
                    self._passed[one.name] += 1
        elif self._passed[name]:
            self._passed[name] -= 1
            self.found[at] = _NOTHING
        else:
            message = f"thẻ </{name}> đóng mà không có <{name}> mở trước; {_literal('bỏ đi', f'</{name}>')}"
            self.found[at] = (RULE, message)
        if was_raw and not self._raw:
            self._tail_until = self._places.end_of_line(at)

    def _pop(self) -> _Open:
        one = self.open.pop()
        self._waiting[one.name] -= 1
        self._raw = max(0, self._raw - 1)
        return one

    def _tell_open(self, one: _Open, where: str = "") -> None:
        if one.name not in TAGS:
            self.found[one.at] = _refused(one.name)
        elif _WORDS.search(re.sub(_QUOTED, "", one.written[1:-1])):
            message = f"{quote(one.written)} bị đọc là thẻ HTML nên không hiện; nếu là chữ thì viết &lt; thay dấu <"
            self.found[one.at] = (HTML, message)
        else:
            remedy = _literal(f"thêm </{one.name}>{where}", f"<{one.name}>")
            self.found[one.at] = (RULE, f"thẻ <{one.name}> mở mà chưa đóng{where}; {remedy}")


def _refused(name: str) -> tuple[str, str]:
    return HTML, f"{Removed(name)} không được dùng trong bài; {Removed(name).instead}"


def _literal(remedy: str, written: str) -> str:
    return f"hãy {remedy}, hoặc viết &lt;{written[1:]} nếu đó là chữ"
