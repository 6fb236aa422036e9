"""YAML as nodes that know their line: all scalars stay text, so that ``05`` is not 5 and ``no`` is not false."""

import re
from collections.abc import Callable
from dataclasses import dataclass

import yaml

from infopage.content.diagnostics import Diagnostic

MAX_DEPTH = 12
"""The deepest nesting read; no key of the model needs more than three."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Scalar:
    """One value, as text; ``quoted`` tells an empty string typed as ``""`` from a value left out."""

    text: str
    line: int
    quoted: bool = False


@dataclass(frozen=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True)
class Entry:
    """A key of a mapping, with the line it stands on, and its value."""

    key: str
    line: int
    value: "Node"


@dataclass(frozen=True)
class Mapping:
    """A mapping; ``entries`` keep the order of the file, keys are unique."""

    entries: tuple[Entry, ...]
    line: int


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    def __init__(self, line: int, rule: str, message: str) -> None:
        super().__init__(message)
        self.line, self.rule, self.message = line, rule, message


def parse_yaml(path: str, text: str, first_line: int = 1) -> tuple[Node | None, list[Diagnostic]]:
    """Parse one YAML document; ``first_line`` is the file's line that ``text`` begins on.

    Aliases, tags that ask for a type and several documents are refused: editors have no use for them, and
    they are how a small file becomes a large or an endless one.
    """
    faults: list[Diagnostic] = []

    def fault(line: int, rule: str, message: str) -> None:
        faults.append(Diagnostic(path, line, rule, message))

    try:
        return _Composer(text, first_line, fault).document(), faults
    except _RefusedError as error:
        fault(error.line, error.rule, error.message)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        if error.context_mark and (error.context or "").startswith(_TOLD_WHERE_THEY_BEGIN):
            mark = error.context_mark
        lines = text.removesuffix("\n").split("\n")
        line = min(mark.line, len(lines) - 1) if mark else 0  # what is missing at the end is marked below it
        fault(first_line + line, "yaml", _explain(error, lines[line]))
    except yaml.YAMLError:
        fault(first_line, "yaml", "không đọc được phần này; hãy so lại với mẫu trong hướng dẫn biên tập")
    return None, faults


class _Composer:
    """Builds nodes from libyaml's events; PyYAML's own composer is five times slower and keeps duplicate keys."""

    def __init__(self, text: str, first_line: int, fault: Callable[[int, str, str], None]) -> None:
        self._events = yaml.parse(text, Loader=_LOADER)
        self._first_line = first_line
        self._fault = fault

    def document(self) -> Node | None:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        node = self._node(next(self._events), 0)
        next(self._events)
        if not isinstance(more := next(self._events), yaml.StreamEndEvent):
            raise _RefusedError(self._line(more), "yaml", _ONE_BLOCK)
        return node

    def _line(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return self._first_line + (mark.line if mark else 0)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = self._line(event)
        if depth > MAX_DEPTH:
            raise _RefusedError(line, "yaml", "khai báo lồng nhau quá sâu; hãy viết phẳng như mẫu trong hướng dẫn")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(line, "yaml", _MARKS)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, line, quoted=event.style in ("'", '"'))
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(depth)), line)
        return Mapping(tuple(self._entries(depth)), line)

    def _items(self, depth: int) -> list[Node]:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return items

    def _entries(self, depth: int) -> list[Entry]:
        entries: dict[str, Entry] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(next(self._events), depth + 1)
            if not isinstance(key, Scalar):
                raise _RefusedError(key.line, "yaml", "tên khóa phải là một từ; hãy viết như “tieu_de: …”")
            if first := entries.get(key.text):
                message = f"khóa “{key.text}” đã có ở dòng {first.line}; hãy giữ lại một"
                self._fault(key.line, "khoa-lap", message)
            else:
                entries[key.text] = Entry(key.text, key.line, value)
        return list(entries.values())


_TOLD_WHERE_THEY_BEGIN = ("while scanning a quoted scalar", "while scanning a simple key", "while parsing a flow")
_MARKS = "không được dùng dấu & hoặc * ở đầu giá trị; hãy đặt cả giá trị trong dấu ngoặc kép"
_TAB = "không được thụt dòng bằng phím Tab; hãy dùng dấu cách"
_INDENT = "dòng này thụt vào mà không thuộc khóa nào ở trên; hãy viết sát lề trái"
_ONE_BLOCK = "chỉ được có một khối khai báo; hãy bỏ dòng --- hoặc ... thừa"
_EXPLANATIONS = (
    (
        "mapping values are not allowed",
        "dấu hai chấm trong giá trị làm hỏng cú pháp; hãy đặt cả giá trị trong dấu ngoặc kép",
    ),
    (
        "cannot start any token",
        "giá trị bắt đầu bằng ký tự YAML không cho phép; hãy đặt cả giá trị trong dấu ngoặc kép",
    ),
    ("did not find expected alphabetic", _MARKS),
    ("did not find expected <document start>", _ONE_BLOCK),
    ("found unexpected end of stream", "dấu ngoặc kép mở mà không đóng; hãy thêm dấu ngoặc kép ở cuối giá trị"),
    ("could not find expected ':'", "thiếu dấu hai chấm sau tên khóa; hãy viết như “tieu_de: …”"),
    ("did not find expected key", "thụt dòng không thẳng hàng hoặc thiếu dấu ngoặc kép; mỗi khóa viết sát lề trái"),
    ("did not find expected ',' or", "dấu ngoặc vuông hoặc ngoặc nhọn mở mà không đóng; hãy thêm dấu đóng"),
    ("expected ',' or", "dấu ngoặc vuông hoặc ngoặc nhọn mở mà không đóng; hãy thêm dấu đóng"),
    ("did not find expected '-' indicator", "các dòng gạch đầu dòng của danh sách phải thẳng hàng"),
)


def _explain(error: yaml.MarkedYAMLError, line: str) -> str:
    problem = f"{error.problem or ''} {error.context or ''}"
    if re.match(r" *\t", line):
        return _TAB
    if "mapping values are not allowed" in problem and re.match(r"\s+[\w-]+:", line):
        return _INDENT
    for sign, explanation in _EXPLANATIONS:
        if sign in problem:
            return explanation
    return "sai cú pháp YAML ở gần dòng này; hãy so lại với mẫu trong hướng dẫn biên tập"
