"""Field types with a closed set of values: fixed choices, or the ids of a registry."""

from collections.abc import Mapping as Map
from dataclasses import dataclass

from infopage.content.field_types.plain import Identifier
from infopage.content.fields import Context, FieldError, Schema, quote, scalar, suggest
from infopage.content.nodes import Node


@dataclass(frozen=True)
class Choice:
    """The field type of a value that is one of a few fixed words."""

    labels: Map[str, str]
    """The words that the value may be, each with its Vietnamese name."""
    advice: str = ""
    """What the editor should do if no word fits, as a part of a message."""

    def parse(self, node: Node, known: Context) -> str:
        text = scalar(node, next(iter(self.labels)))
        if text not in self.labels:
            hint = suggest(text, self.labels) or f"; {self.advice or 'hãy chọn một trong: ' + ', '.join(self.labels)}"
            raise FieldError(node.line, f"{quote(text)} không phải giá trị của khóa này{hint}")
        return text

    def sample(self) -> str:
        return next(iter(self.labels))

    def describe(self) -> str:
        return "một trong: " + ", ".join(f"`{word}` ({label})" for word, label in self.labels.items())

    def schema(self) -> Schema:
        return {"enum": list(self.labels)}


@dataclass(frozen=True)
class RegistryId:
    """The field type of the id of an entry in the registry ``data/<registry>.yml``."""

    registry: str

    def parse(self, node: Node, known: Context) -> str:
        text = scalar(node, f"một mã trong data/{self.registry}.yml")
        ids = known.ids.get(self.registry)
        if ids is not None and text not in ids:
            hint = suggest(text, ids) or "; hãy thêm vào danh mục hoặc chọn mã đã có"
            raise FieldError(node.line, f"{quote(text)} không có trong data/{self.registry}.yml{hint}")
        return text

    def sample(self) -> str:
        return f"(một mã trong data/{self.registry}.yml)"

    def describe(self) -> str:
        return f"một mã trong `data/{self.registry}.yml`"

    def schema(self) -> Schema:
        return {"type": ["string", "integer"], "pattern": f"^{Identifier.pattern}$"}
