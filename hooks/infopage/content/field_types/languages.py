"""The field type of a language tag (BCP 47)."""

import re
from dataclasses import dataclass
from typing import ClassVar

from infopage.content.fields import Context, FieldError, Schema, quote, scalar
from infopage.content.nodes import Node


@dataclass(frozen=True)
class LanguageTag:
    """The field type of a language tag (BCP 47) of a language other than Vietnamese: ``rad``, ``cjm-Cham``.

    It has a language (ISO 639), and perhaps a script (ISO 15924) and a region (ISO 3166-1).
    """

    example: str
    pattern: ClassVar[str] = r"(?!vi\b)[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-[A-Z]{2})?"

    def parse(self, node: Node, known: Context) -> str:
        text = scalar(node, self.example)
        if not re.fullmatch(self.pattern, text):
            message = f"{quote(text)} không phải thẻ của một ngôn ngữ khác tiếng Việt; hãy viết như {self.example}"
            raise FieldError(node.line, message)
        return text

    def sample(self) -> str:
        return self.example

    def describe(self) -> str:
        return "thẻ ngôn ngữ theo BCP 47 như `rad`, `km`, `cjm-Cham`"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^{self.pattern}$"}
