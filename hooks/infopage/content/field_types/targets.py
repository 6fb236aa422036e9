"""The field type of what a notice or a banner leads to: an item, a page of this site, or a page of another site."""

import re
from dataclasses import dataclass
from typing import ClassVar

from infopage.content.field_types.addresses import WebAddress
from infopage.content.field_types.plain import Identifier
from infopage.content.fields import Context, FieldError, Schema, quote, scalar
from infopage.content.nodes import Node
from infopage.content.web_addresses import is_web_address


@dataclass(frozen=True)
class Target:
    """What a notice or a banner leads to."""

    written: str
    """The target as written: an item's id, the address of a page of this site, or a whole web address."""

    @property
    def is_outside(self) -> bool:
        """Whether the target is on another site."""
        return is_web_address(self.written)

    @property
    def is_item(self) -> bool:
        """Whether the target is an item, named by its id."""
        return re.fullmatch(Identifier.pattern, self.written) is not None


@dataclass(frozen=True)
class TargetText:
    """The field type of a target: ``nq-05-tu-2026``, ``van-ban/`` or ``https://…``."""

    pattern: ClassVar[str] = r"[a-z0-9-]+(?:/[a-z0-9-]+)*/"

    def parse(self, node: Node, known: Context) -> Target:
        text = scalar(node, self.sample())
        if re.match(r"https?:", text, re.IGNORECASE):
            return Target(WebAddress().parse(node, known))
        if not re.fullmatch(f"{Identifier.pattern}|{self.pattern}", text):
            instead = "mã của một mục, địa chỉ một trang như van-ban/, hoặc địa chỉ https://… của trang khác"
            raise FieldError(node.line, f"{quote(text)} không dẫn tới đâu; hãy viết {instead}")
        return Target(text)

    def sample(self) -> str:
        return "nq-05-tu-2026"

    def describe(self) -> str:
        return "mã của một mục, địa chỉ một trang của trang này như `van-ban/`, hoặc địa chỉ `https://…`"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^({Identifier.pattern}|{self.pattern}|https?://.+)$"}
