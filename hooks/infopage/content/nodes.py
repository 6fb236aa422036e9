"""Parses YAML to nodes with line numbers. All scalars stay text, so that ``05`` is not 5 and ``no`` is not false."""

from dataclasses import dataclass

import yaml

from infopage.content.characters import check_value
from infopage.content.diagnostics import Diagnostic
from infopage.content.slips import comment_message, swallowed
from infopage.content.yaml_errors import MARKS, ONE_BLOCK, UNREADABLE, explain

MAX_DEPTH = 12
"""The deepest nesting accepted. No key needs more than three levels."""

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Scalar:
    """A scalar: one value that is not a list or mapping."""

    text: str
    line: int
    """The line of the file, from 1, on which the value begins."""
    quoted: bool = False
    """Whether the value is in quotation marks. An empty value in quotation marks differs from a missing value."""
    lines: tuple[str, ...] = ()
    """The lines, as typed, of an unquoted value that is written below its key. YAML joins them into one."""


@dataclass(frozen=True)
class Sequence:
    """A list of nodes."""

    items: tuple["Node", ...]
    line: int


@dataclass(frozen=True)
class KeyValue:
    """A key of a mapping, its line, and its value."""

    key: str
    line: int
    value: "Node"


@dataclass(frozen=True)
class Mapping:
    """A mapping with unique keys; ``entries`` are in the order of the file."""

    entries: tuple[KeyValue, ...]
    line: int


Node = Scalar | Sequence | Mapping


class _RefusedError(Exception):
    def __init__(self, line: int, rule: str, message: str) -> None:
        super().__init__(message)
        self.line, self.rule, self.message = line, rule, message


def parse_yaml(path: str, text: str, first_line: int = 1) -> tuple[Node | None, list[Diagnostic]]:
    """Parse YAML and return its node (None if there are errors) and its faults.

    ``text`` is the part of the file ``path`` that begins on the line ``first_line``.

    Anchors, aliases and multiple documents are refused: editors do not need them, and they can make a small file
    expand into a large or endless one.
    """
    faults: list[Diagnostic] = []
    try:
        return _Composer(path, text, first_line, faults).document(), faults
    except _RefusedError as error:
        faults.append(Diagnostic(path, error.line, error.rule, error.message))
    except yaml.MarkedYAMLError as error:
        line, message = explain(error, text.removesuffix("\n").split("\n"))
        faults.append(Diagnostic(path, first_line + line, "yaml", message))
    except yaml.YAMLError:
        faults.append(Diagnostic(path, first_line, "yaml", UNREADABLE))
    return None, faults


class _Composer:
    """Builds nodes from libyaml's events; PyYAML's own composer is five times slower and keeps duplicate keys."""

    def __init__(self, path: str, text: str, first_line: int, faults: list[Diagnostic]) -> None:
        self._events = yaml.parse(text, Loader=_LOADER)
        self._lines = text.split("\n")
        self._path = path
        self._first_line = first_line
        self._faults = faults

    def _fault(self, line: int, rule: str, message: str) -> None:
        self._faults.append(Diagnostic(self._path, line, rule, message))

    def document(self) -> Node | None:
        next(self._events)
        if isinstance(next(self._events), yaml.StreamEndEvent):
            return None
        node = self._node(next(self._events), 0)
        next(self._events)
        if not isinstance(more := next(self._events), yaml.StreamEndEvent):
            raise _RefusedError(self._line(more), "yaml", ONE_BLOCK)
        return node

    def _line(self, event: yaml.Event) -> int:
        mark = event.start_mark
        return self._first_line + (mark.line if mark else 0)

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = self._line(event)
        if depth > MAX_DEPTH:
            raise _RefusedError(line, "yaml", "khai báo lồng nhau quá sâu; hãy viết phẳng như mẫu trong hướng dẫn")
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise _RefusedError(line, "yaml", MARKS)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, line)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(depth)), line)
        return Mapping(tuple(self._entries(depth)), line)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Scalar:
        self._faults += check_value(self._path, line, event.value)
        begin, end = event.start_mark, event.end_mark
        if event.style or not begin or not end or end.line >= len(self._lines):
            return Scalar(event.value, line, quoted=event.style in ("'", '"'))
        first, *others = self._lines[begin.line : end.line + 1]
        before = first[: begin.column]
        rest = (others or [first])[-1][end.column :]
        below = self._lines[end.line + 1] if event.value and end.line + 1 < len(self._lines) else ""
        if comment := swallowed(rest, below, len(before) - len(before.lstrip(" -"))):
            self._fault(self._first_line + end.line, "yaml", comment_message(comment))
        lines = (first[begin.column :], *others) if others or not before.strip() else ()
        return Scalar(event.value or comment, line, lines=lines)

    def _items(self, depth: int) -> list[Node]:
        items: list[Node] = []
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return items

    def _entries(self, depth: int) -> list[KeyValue]:
        entries: dict[str, KeyValue] = {}
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            line = self._line(event)
            if not isinstance(event, yaml.ScalarEvent) or event.anchor:
                raise _RefusedError(line, "yaml", "tên khóa phải là một từ; hãy viết như “tieu_de: …”")
            value = self._node(next(self._events), depth + 1)
            if first := entries.get(event.value):
                self._fault(line, "khoa-lap", f"khóa “{event.value}” đã có ở dòng {first.line}; hãy giữ lại một")
            else:
                entries[event.value] = KeyValue(event.value, line, value)
        return list(entries.values())
