"""The field type of an author's name as it stands below a text."""

import re
from dataclasses import dataclass

from infopage.content.fields import Context, FieldError, Schema, quote, scalar
from infopage.content.nodes import Mapping, Node, Scalar

_MOST = 120
_LABEL = re.compile(
    r"(?:(?:tác giả|người viết|thực hiện|bút danh|nguồn)\s*:"
    r"|(?:tin|bài|ảnh|lời)(?:(?: và |[,;&+/–-]| )\s*(?:tin|bài|ảnh))*\s*:"
    r"|theo\b\s*:?)\s*",
    re.IGNORECASE,
)
_SEVERAL = re.compile(r"\s*(?:[,;&|+/]| [-–—] )\s*")
_AND = re.compile(r" và ", re.IGNORECASE)
_REMARK = re.compile(r"\s*[(\[].*$")


@dataclass(frozen=True)
class AuthorName:
    """The field type of one author's name, with no word such as “Tác giả:” before it, no title or remark after it."""

    def parse(self, node: Node, known: Context) -> str:
        if isinstance(node, Mapping) and len(node.entries) == 1:
            (entry,) = node.entries
            node = Scalar(f"{entry.key}: {entry.value.text}", entry.line) if isinstance(entry.value, Scalar) else node
        text = scalar(node, self.sample())
        name = _REMARK.sub("", _LABEL.sub("", text, count=1))
        if len(text) > _MOST:
            raise FieldError(node.line, f"dài {len(text)} ký tự, quá mức {_MOST}; hãy chỉ ghi tên hoặc bút danh")
        if not any(letter.isalpha() for letter in name):
            raise FieldError(node.line, f"{quote(text)} không phải một tên; hãy viết như {self.sample()}")
        if "@" in text or ":" in name:
            raise FieldError(node.line, f"{quote(text)} không chỉ là tên tác giả; hãy viết như {self.sample()}")
        if len(parts := _parts(name)) > 1:
            message = (
                f"{quote(text)} không phải một tên; nhiều tác giả thì viết [{', '.join(parts)}], "
                "không kèm chức vụ, nơi làm việc"
            )
            raise FieldError(node.line, message)
        if name != text:
            raise FieldError(node.line, f"{quote(text)} không chỉ là tên tác giả; hãy viết {name}")
        return text

    def sample(self) -> str:
        return "Hà My"

    def describe(self) -> str:
        return f"tên hoặc bút danh như ký dưới bài, dài nhất {_MOST} ký tự"

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 1, "maxLength": _MOST}


def _parts(name: str) -> list[str]:
    """Return the names in ``name``: several if signs such as commas separate them, or if ``và`` is between two persons.

    The names of bodies have a ``và`` too (Ban Tuyên giáo và Dân vận), but also words that begin with small letters.
    """
    persons = _AND.split(name)
    if len(persons) > 1 and not name.isupper() and all(map(_is_person, persons)):
        return persons
    return [part for part in _SEVERAL.split(name) if part]


def _is_person(name: str) -> bool:
    words = name.split()
    return len(words) > 1 and all(word[0].isupper() for word in words)
