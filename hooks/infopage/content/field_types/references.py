"""Field types for references to items, anchors in a page, and document numbers."""

import re
from dataclasses import dataclass, field
from typing import ClassVar

from infopage.content.field_types.plain import Identifier
from infopage.content.fields import Context, FieldError, Schema, quote, scalar
from infopage.content.nodes import Node
from infopage.language.folding import fold
from infopage.language.symbols import Symbol

_LIKE_NONE = frozenset(("khong so", "khong co", "khong co so", "chua co so", "k", "0", "-", "none", "no"))
"""What editors may write for “no number”, in lower case without marks."""


@dataclass(frozen=True)
class Reference:
    """A reference from the front matter of an item to another item, or to a provision of it."""

    id: str
    """The id of the item referred to."""
    anchor: str = ""
    """The anchor of the provision referred to; '' if the whole item is meant."""
    line: int = field(default=1, compare=False)
    """The line of the file that has the reference, for messages."""

    def __str__(self) -> str:
        return f"{self.id}#{self.anchor}" if self.anchor else self.id


@dataclass(frozen=True)
class ItemReference:
    """The field type of a reference, written as an id, or as an id and an anchor: ``nq-05-tu-2026#II.1.a``."""

    pattern: ClassVar[str] = Identifier.pattern + r"(?:#[A-Za-z0-9.~-]+)?"

    def parse(self, node: Node, known: Context) -> Reference:
        text = scalar(node, "nq-05-tu-2026 hoặc nq-05-tu-2026#II.1.a")
        if not re.fullmatch(self.pattern, text):
            message = f"{quote(text)} không phải mã của một mục; hãy viết như nq-05-tu-2026 hoặc nq-05-tu-2026#II.1.a"
            raise FieldError(node.line, message)
        target, _, anchor = text.partition("#")
        return Reference(target, anchor, node.line)

    def sample(self) -> str:
        return "nq-05-tu-2026"

    def describe(self) -> str:
        return "mã của một mục, có thể thêm `#` và chỗ trong văn bản: `nq-05-tu-2026#II.1.a`"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self.pattern}$"}


@dataclass(frozen=True)
class WholeItemReference:
    """The field type of a reference to a whole item, written as its id."""

    def parse(self, node: Node, known: Context) -> Reference:
        text = scalar(node, self.sample())
        id, _, anchor = text.partition("#")
        if not re.fullmatch(Identifier.pattern, id):
            raise FieldError(node.line, f"{quote(text)} không phải mã của một mục; hãy viết như {self.sample()}")
        if anchor:
            raise FieldError(node.line, f"chỉ nhận cả mục, không nhận một chỗ trong mục; hãy viết {id}")
        return Reference(id, "", node.line)

    def sample(self) -> str:
        return "nq-05-tu-2026"

    def describe(self) -> str:
        return "mã của một mục"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{Identifier.pattern}$"}


@dataclass(frozen=True)
class Anchor:
    """The field type of an anchor: the part of an address after ``#``. Editors may write the ``#`` or leave it out."""

    pattern: ClassVar[str] = r"#?[^\s#\"'<>&%]{1,100}"

    def parse(self, node: Node, known: Context) -> str:
        text = scalar(node, self.sample())
        if not re.fullmatch(self.pattern, text):
            raise FieldError(node.line, f"{quote(text)} không phải địa chỉ một chỗ trong bài; hãy viết như I.2.b")
        return text.removeprefix("#")

    def sample(self) -> str:
        return "I.2.b"

    def describe(self) -> str:
        return "địa chỉ một chỗ trong bài, phần sau dấu `#`, như `I.2.b`"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self.pattern}$"}


@dataclass(frozen=True)
class SymbolText:
    """The field type of a document's number and symbol, such as ``05-NQ/TU``; ``khong`` if it was issued without."""

    none: ClassVar[frozenset[str]] = frozenset(("khong", "không"))

    def parse(self, node: Node, known: Context) -> Symbol | None:
        text = scalar(node, "05-NQ/TU")
        if text.lower() in self.none:
            return None
        try:
            symbol = Symbol.parse(text)
        except ValueError:
            message = f"{quote(text)} không phải số, ký hiệu văn bản; hãy viết như 05-NQ/TU hoặc 13/2023/NĐ-CP"
            if fold(text) in _LIKE_NONE:
                message = f"{quote(text)} không phải số, ký hiệu văn bản; văn bản không có số thì hãy viết khong"
            raise FieldError(node.line, message) from None
        if symbol != symbol.in_capitals:
            message = f"{quote(text)} viết chữ thường; hãy viết chữ hoa như in trên văn bản: {symbol.in_capitals}"
            raise FieldError(node.line, message)
        return symbol

    def sample(self) -> str:
        return "05-NQ/TU"

    def describe(self) -> str:
        return "số, ký hiệu như `05-NQ/TU`, `13/2023/NĐ-CP`; `khong` khi văn bản không có số"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^([0-9].*[/-]|({'|'.join(sorted(self.none))})$)"}
