"""Field types for plain values: a line of text, an id, a number, yes or no."""

import re
from dataclasses import dataclass
from typing import ClassVar

from infopage.content.fields import Context, FieldError, Schema, quote, scalar
from infopage.content.nodes import Node, Scalar
from infopage.content.slips import run_on
from infopage.language.folding import slug

# Text without characters that have a meaning in YAML, so that examples need no quotation marks around it.
_PLAIN = re.compile(r"[^:#\[\]{}]+")


@dataclass(frozen=True)
class Line:
    """The field type of one line of text, of at most ``most`` characters."""

    example: str
    most: int = 500

    def parse(self, node: Node, known: Context) -> str:
        text = scalar(node, quote(self.example))
        if len(text) > self.most:
            raise FieldError(node.line, f"dài {len(text)} ký tự, quá mức {self.most}; hãy viết gọn lại")
        return text

    def sample(self) -> str:
        return self.example if _PLAIN.fullmatch(self.example) else f'"{self.example}"'

    def describe(self) -> str:
        return f"chữ, dài nhất {self.most} ký tự"

    def schema(self) -> Schema:
        return {"type": ["string", "number"], "minLength": 1, "maxLength": self.most}


@dataclass(frozen=True)
class Paragraphs:
    """The field type of a text of several lines, of at most ``most`` characters: ``key: |`` and the lines below it."""

    example: str
    most: int = 20_000

    def parse(self, node: Node, known: Context) -> str:
        if not isinstance(node, Scalar) or run_on(node.lines):
            how = "sau dấu hai chấm gõ dấu gạch đứng “|”, rồi viết các dòng ở dưới, thụt vào hai dấu cách"
            raise FieldError(node.line, f"lời gồm nhiều dòng thì {how}")
        scalar(node, quote(self.example))
        text = node.text.strip()
        if len(text) > self.most:
            raise FieldError(node.line, f"dài {len(text)} ký tự, quá mức {self.most}; hãy đặt lời vào một tệp .txt")
        return text

    def sample(self) -> str:
        return self.example

    def describe(self) -> str:
        return (
            f"nhiều dòng chữ, dài nhất {self.most} ký tự: sau dấu hai chấm gõ dấu gạch đứng, các dòng thụt vào ở dưới"
        )

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1, "maxLength": self.most}


@dataclass(frozen=True)
class Identifier:
    """The field type of a permanent id of lower-case ASCII letters, digits and single hyphens."""

    example: str
    pattern: ClassVar[str] = r"[a-z0-9]+(?:-[a-z0-9]+)*"

    def parse(self, node: Node, known: Context) -> str:
        text = scalar(node, self.example)
        if len(text) > 80:
            raise FieldError(node.line, f"mã dài {len(text)} ký tự, quá mức 80; hãy viết gọn như “{self.example}”")
        if not re.fullmatch(self.pattern, text):
            instead = slug(text) or self.example
            raise FieldError(node.line, f"{quote(text)} không dùng làm mã được; hãy viết như “{instead}”")
        return text

    def sample(self) -> str:
        return self.example

    def describe(self) -> str:
        return "mã: chữ thường không dấu, chữ số, dấu gạch nối"

    def schema(self) -> Schema:
        return {"type": ["string", "integer"], "pattern": f"^{self.pattern}$", "maxLength": 80}


@dataclass(frozen=True)
class Number:
    """The field type of an integer from ``least`` to ``most``, which counts units named ``unit`` (such as ``phút``)."""

    example: str
    unit: str
    least: int = 1
    most: int = 100000

    def parse(self, node: Node, known: Context) -> int:
        text = scalar(node, self.example)
        if not re.fullmatch(r"[0-9]{1,9}", text) or not self.least <= int(text) <= self.most:
            message = (
                f"{quote(text)} không phải là số nguyên từ {self.least} đến {self.most}; hãy viết như {self.example}"
            )
            raise FieldError(node.line, message)
        return int(text)

    def sample(self) -> str:
        return self.example

    def describe(self) -> str:
        return f"số nguyên từ {self.least} đến {self.most} ({self.unit})"

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class Flag:
    """The field type of a boolean, written ``co`` (yes) or ``khong`` (no)."""

    words: ClassVar[dict[str, bool]] = {"co": True, "có": True, "khong": False, "không": False}

    def parse(self, node: Node, known: Context) -> bool:
        text = scalar(node, "co hoặc khong")
        if text.lower() not in self.words:
            raise FieldError(node.line, f"{quote(text)} không hợp lệ; hãy viết co hoặc khong")
        return self.words[text.lower()]

    def sample(self) -> str:
        return "co"

    def describe(self) -> str:
        return "co hoặc khong"

    def schema(self) -> Schema:
        return {"enum": list(self.words)}
