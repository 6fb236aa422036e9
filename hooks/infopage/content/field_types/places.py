"""The field type of a point in a picture."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from infopage.content.fields import Context, FieldError, Schema, quote, scalar
from infopage.content.nodes import Node

_TWO = re.compile(r"(100|[0-9]{1,2})%?[ ,;]+(100|[0-9]{1,2})%?")


class Focus(NamedTuple):
    """A point in a picture, as percentages of its width (from the left) and height (from the top)."""

    across: int
    down: int


@dataclass(frozen=True)
class FocusPoint:
    """The field type of a point in a picture, written as two percentages: ``50 30``."""

    def parse(self, node: Node, known: Context) -> Focus:
        text = scalar(node, self.sample())
        if not (found := _TWO.fullmatch(text.strip())):
            how = f"hãy ghi hai số phần trăm từ mép trái và từ mép trên, như {self.sample()}"
            raise FieldError(node.line, f"{quote(text)} không phải một điểm trong ảnh; {how}")
        return Focus(int(found[1]), int(found[2]))

    def sample(self) -> str:
        return "50 30"

    def describe(self) -> str:
        return "hai số phần trăm: từ mép trái, từ mép trên, như `50 30`"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{_TWO.pattern}$"}
