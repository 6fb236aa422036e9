"""Shapes (simple regular expressions that match in linear time) of strings such as secret keys or card numbers."""

import re
from dataclasses import dataclass
from typing import ClassVar

from infopage.content.fields import Context, FieldError, Schema, quote, scalar
from infopage.content.nodes import Node

_PART = r"(?:[A-Za-z0-9 _/=:-]|\\[.+]|\[[A-Za-z0-9 ._/=+-]+\])(?:\{\d{1,3}(?:,\d{1,3})?\})?"


@dataclass(frozen=True)
class Shape:
    r"""The field type of a shape: a simple regular expression such as ``ABC-[A-Z0-9]{20}``.

    It consists of letters, ``\.`` and classes like ``[A-Z0-9]``, each with an optional ``{n}`` or ``{n,m}``.

    There are no groups, alternatives or unlimited repeats, so search time grows only with the length of the text.
    """

    pattern: ClassVar[str] = f"(?:{_PART}){{3,40}}"

    def parse(self, node: Node, known: Context) -> str:
        text = scalar(node, self.sample())
        try:
            plain = re.fullmatch(self.pattern, text) and re.compile(text)
        except (re.error, OverflowError):
            plain = None
        if not plain:
            message = f"{quote(text)} không phải hình dạng; chỉ dùng chữ không dấu, [A-Z0-9], {{20}}, {{20,40}}, \\."
            raise FieldError(node.line, message)
        return text

    def sample(self) -> str:
        return '"ABC-[A-Z0-9]{20}"'

    def describe(self) -> str:
        return "hình dạng của chuỗi: chữ không dấu, chữ số, `[A-Z0-9]`, `{20}` (đúng 20 ký tự), `{20,40}`"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self.pattern}$"}


def literal_part(shape: str) -> str:
    """Return the longest literal text that every string matching a shape contains; may be empty.

    >>> literal_part("[0-9]{8,10}:AA[A-Za-z0-9_-]{33}"), literal_part("[0-9]{3}")
    (':AA', '')
    """
    bare = _CLASS.sub("\0", shape)
    runs = _QUANTIFIED.sub("\0", bare).replace("\\", "").split("\0")
    return max(runs, key=len)


_CLASS = re.compile(r"\[[^\]]*\](?:\{[\d,]*\})?")
_QUANTIFIED = re.compile(r"(?:\\.|[^\\\0])\{[\d,]*\}")


def literal_start(shape: str) -> str:
    """Return the literal text that every string matching a shape begins with; may be empty.

    >>> literal_start("ABC-[A-Z0-9]{20}"), literal_start("[0-9]{3}")
    ('ABC-', '')
    """
    found = re.match(r"(?:[A-Za-z0-9 _/=:-](?!\{)|\\[.+](?!\{))*", shape)
    return found[0].replace("\\", "") if found else ""
