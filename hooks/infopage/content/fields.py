"""The interface of field types (the types of YAML values), helpers for parsing values, and the field type of lists."""

import re
from collections.abc import Collection
from collections.abc import Mapping as Map
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Protocol, TypeAlias

from infopage.content.nodes import Mapping, Node, Scalar, Sequence
from infopage.content.slips import run_on
from infopage.language.folding import slug

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema."""

_LONGEST_WORD = 100


@dataclass(frozen=True)
class Fault:
    """A fault in a value of a YAML key."""

    line: int
    message: str
    rule: str | None = None
    """The slug of the rule that is broken; None for the rule about the YAML key, whose slug is made from the key."""


class FieldError(Exception):
    """Raised for an invalid value. It has the faults of the value; each says what to write instead."""

    def __init__(self, line: int, message: str) -> None:
        super().__init__(message)
        self.faults = [Fault(line, message)]

    @classmethod
    def of(cls, faults: list[Fault]) -> "FieldError":
        """Return one exception for several faults; ``faults`` must not be empty."""
        wrong = cls(faults[0].line, faults[0].message)
        wrong.faults = faults
        return wrong


@dataclass(frozen=True)
class Context:
    """The ids of the registries (the lists in data/*.yml), needed to check values that refer to registry entries."""

    ids: Map[str, Collection[str]]
    """The ids in each registry, by the registry's file name without ``.yml``.

    A registry that cannot be read is absent. Its own faults are reported, and references to its entries are not
    checked.
    """


class FieldType(Protocol):
    """The interface of a field type: it parses YAML values of one type, and describes them to editors and programs."""

    def parse(self, node: Node, known: Context) -> Any:
        """Return the value of a YAML node; raises FieldError if it is invalid. ``known`` has the registries' ids."""

    def sample(self) -> str:
        """Return an example value as an editor would write it."""

    def describe(self) -> str:
        """Return a description in Vietnamese of what to write."""

    def schema(self) -> Schema:
        """Return the JSON Schema of valid YAML values."""


def nearest(word: str, choices: Collection[str]) -> str | None:
    """Return the choice most similar to ``word``, ignoring Vietnamese marks; None if none is similar."""
    by_slug = {slug(choice).replace("-", "_"): choice for choice in sorted(choices)}
    near = get_close_matches(slug(word[:_LONGEST_WORD]).replace("-", "_"), by_slug, n=1, cutoff=0.7)
    return by_slug[near[0]] if near else None


def suggest(word: str, choices: Collection[str]) -> str:
    """Return ``; có phải “…”?`` with the choice most similar to ``word``, or '' if none is similar."""
    near = nearest(word, choices)
    return f"; có phải “{near}”?" if near else ""


def quote(text: str) -> str:
    """Return the text in Vietnamese quotation marks, shortened if it is long."""
    text = " ".join(text.split())
    return f"“{text}”" if len(text) <= 60 else f"“{text[:57].rstrip()}…”"


def scalar(node: Node, instead: str) -> str:
    """Return the text of a YAML node that must be a single, non-empty value.

    Raises FieldError otherwise; its message says to write ``instead``.
    """
    if not isinstance(node, Scalar):
        shape = "danh sách" if isinstance(node, Sequence) else "nhóm khóa"
        if isinstance(node, Mapping) and len(node.entries) == 1 and isinstance(node.entries[0].value, Scalar):
            instead = f"{instead}; chữ có dấu hai chấm thì đặt cả giá trị trong dấu ngoặc kép"
        raise FieldError(node.line, f"phải là một giá trị, không phải {shape}; hãy viết như {instead}")
    if is_blank(node):
        raise FieldError(node.line, f"chưa có giá trị; hãy viết như {instead}")
    refuse_run_on(node)
    return " ".join(node.text.split())


def refuse_run_on(node: Node) -> None:
    """Raise FieldError if ``node`` is several lines, joined by YAML, that were meant as keys or list items."""
    if isinstance(node, Scalar) and (found := run_on(node.lines)):
        raise FieldError(node.line + found[0], found[1])


def is_blank(node: Node) -> bool:
    """Tell whether a value is missing, empty, or the YAML null (``~``, ``null``)."""
    return isinstance(node, Scalar) and (not node.text.strip() or (node.text in ("~", "null") and not node.quoted))


@dataclass(frozen=True)
class ListOf:
    """The field type of a list of values. A single value counts as a list with one element."""

    of: FieldType
    """The field type of the elements."""
    least: int = 0
    """The minimum number of elements."""
    has_spaces: bool = False
    """Whether an element may have spaces and commas, so that no message suggests to split a value there."""

    def parse(self, node: Node, known: Context) -> tuple[Any, ...]:
        refuse_run_on(node)
        if isinstance(node, Scalar) and len(node.lines) > 1:
            begins = quote(f"- {node.lines[0]}")
            raise FieldError(node.line, f"mỗi giá trị phải là một dòng mở đầu bằng gạch nối; hãy viết như {begins}")
        items = node.items if isinstance(node, Sequence) else (node,)
        if len(items) < self.least:
            raise FieldError(node.line, f"phải có ít nhất {self.least} giá trị; hãy viết như [{self.of.sample()}]")
        values: list[Any] = []
        faults: list[Fault] = []
        for item in items:
            try:
                value = self.of.parse(item, known)
            except FieldError as wrong:
                faults += wrong.faults
                continue
            if value in values:
                what = quote(item.text) if isinstance(item, Scalar) else "nhóm này"
                faults.append(Fault(item.line, f"{what} đã có trong danh sách; hãy giữ lại một"))
            values.append(value)
        if faults and isinstance(node, Scalar) and not self.has_spaces and (parts := self._parts(node, known)):
            message = f"nhiều giá trị phải nằm trong dấu ngoặc vuông; hãy viết [{', '.join(parts)}]"
            raise FieldError(node.line, message)
        if faults:
            raise FieldError.of(faults)
        return tuple(values)

    def _parts(self, node: Scalar, known: Context) -> list[str]:
        """Return the parts of a single value, split at commas, semicolons and spaces; [] if any of them is invalid.

        ``known`` has the ids of the registries. If all parts are valid, the editor has probably meant a list, and the
        message suggests to write one.
        """
        parts = [part for part in re.split(r"[,;\s]+", node.text) if part]
        try:
            for part in parts:
                self.of.parse(Scalar(part, node.line), known)
        except FieldError:
            return []
        return parts

    def sample(self) -> str:
        return self.of.sample()

    def describe(self) -> str:
        return f"danh sách; mỗi giá trị là {self.of.describe()}"

    def schema(self) -> Schema:
        one = self.of.schema()
        return {"anyOf": [one, {"type": "array", "items": one, "minItems": self.least, "uniqueItems": True}]}
