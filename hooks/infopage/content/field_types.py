"""The types of value a key may have: text, ids, days, numbers, choices, references, files, addresses."""

import re
from base64 import b64decode
from collections.abc import Mapping as Map
from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar

from infopage.content.fields import Context, FieldError, Schema, quote, scalar, suggest
from infopage.content.nodes import Node
from infopage.content.web_addresses import is_web_address, meant
from infopage.files.attachable import ATTACHABLE
from infopage.language.dates import IssueDate, Moment, parse_date
from infopage.language.folding import slug
from infopage.language.symbols import Symbol

# Text that needs no quotation marks wherever in YAML it stands.
_PLAIN = re.compile(r"[^:#\[\]{}]+")


@dataclass(frozen=True)
class Line:
    """One line of text, of at most ``most`` characters."""

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
class Identifier:
    """A permanent id: ASCII letters, digits, single hyphens."""

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
class Day:
    """A day of the calendar."""

    def parse(self, node: Node, known: Context) -> date:
        text = scalar(node, "15/3/2025")
        try:
            return parse_date(text)
        except ValueError:
            raise FieldError(node.line, f"{quote(text)} không phải là ngày; hãy viết như 15/3/2025") from None

    def sample(self) -> str:
        return "15/3/2025"

    def describe(self) -> str:
        return "ngày, như 15/3/2025"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})$"}


@dataclass(frozen=True)
class DayOrYear:
    """The day on a document, or its year where the day is not known."""

    def parse(self, node: Node, known: Context) -> IssueDate:
        text = scalar(node, "15/3/2025")
        try:
            return IssueDate.parse(text)
        except ValueError:
            raise FieldError(node.line, f"{quote(text)} không phải là ngày; hãy viết như 15/3/2025") from None

    def sample(self) -> str:
        return "15/3/2025"

    def describe(self) -> str:
        return "ngày, như 15/3/2025; chỉ biết năm thì viết năm, như 1997"

    def schema(self) -> Schema:
        return {
            "type": ["string", "integer"],
            "pattern": r"^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{4})$",
        }


@dataclass(frozen=True)
class Time:
    """A moment, Hà Nội time, with the hour or without."""

    def parse(self, node: Node, known: Context) -> Moment:
        text = scalar(node, "15/3/2025 07:30")
        try:
            return Moment.parse(text)
        except ValueError:
            message = f"{quote(text)} không phải là ngày giờ; hãy viết như 15/3/2025 hoặc 15/3/2025 07:30"
            raise FieldError(node.line, message) from None

    def sample(self) -> str:
        return "15/3/2025 07:30"

    def describe(self) -> str:
        return "ngày hoặc ngày giờ, như 15/3/2025 07:30"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})([ T].+)?$"}


@dataclass(frozen=True)
class Number:
    """A whole number of ``unit`` from ``least`` to ``most``."""

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
        return f"số nguyên ({self.unit})"

    def schema(self) -> Schema:
        return {"type": "integer", "minimum": self.least, "maximum": self.most}


@dataclass(frozen=True)
class Flag:
    """Yes or no, written ``co`` or ``khong``."""

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


@dataclass(frozen=True)
class Choice:
    """One of a few words that the code itself tells apart; ``labels`` give each its wording, ``advice`` what to do
    where none of them fits.
    """

    labels: Map[str, str]
    advice: str = ""

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
    """The id of an entry in a registry, ``data/<registry>.yml``."""

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


@dataclass(frozen=True)
class Reference:
    """A reference to an item by its ``ma``, and optionally to a provision of it by anchor; ``line`` is for messages."""

    id: str
    anchor: str = ""
    line: int = field(default=1, compare=False)

    def __str__(self) -> str:
        return f"{self.id}#{self.anchor}" if self.anchor else self.id


@dataclass(frozen=True)
class ItemReference:
    """A reference written ``MA`` or ``MA#II.1.a``."""

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
class Anchor:
    """A place within a page, as its address names it after ``#``; the ``#`` itself may be left out."""

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
class FilePath:
    """A file of the repository, named relative to the Markdown file that uses it; ``line`` is for messages."""

    path: str
    line: int = field(default=1, compare=False)


@dataclass(frozen=True)
class Attachment:
    """A file beside the Markdown file."""

    suffixes: ClassVar[tuple[str, ...]] = tuple(ending for endings in ATTACHABLE.values() for ending in endings)

    def parse(self, node: Node, known: Context) -> FilePath:
        text = scalar(node, "05-nq-tu.pdf")
        if not text.lower().endswith(self.suffixes) or "\\" in text or text.startswith(("/", "~", ".", "http")):
            endings = ", ".join(self.suffixes)
            raise FieldError(
                node.line, f"{quote(text)} không phải tên tệp đính kèm ({endings}); hãy viết như 05-nq-tu.pdf"
            )
        return FilePath(text, node.line)

    def sample(self) -> str:
        return "05-nq-tu.pdf"

    def describe(self) -> str:
        return "tên tệp đặt cạnh tệp Markdown, như `05-nq-tu.pdf`"

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 5}


@dataclass(frozen=True)
class WebAddress:
    """An absolute http or https address."""

    def parse(self, node: Node, known: Context) -> str:
        text = scalar(node, self.sample())
        if not is_web_address(text):
            whole = meant(text)
            instead = whole if whole.startswith("http") else f"như {self.sample()}"
            raise FieldError(node.line, f"{quote(text)} không phải địa chỉ trang web; hãy viết {instead}")
        return text

    def sample(self) -> str:
        return "https://vi-du.gov.vn/bai-viet"

    def describe(self) -> str:
        return "địa chỉ trang web đầy đủ, bắt đầu bằng http:// hoặc https://"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^https?://"}


@dataclass(frozen=True)
class Contact:
    """Where one may be written to by anybody: an address of mail, or of a page over TLS."""

    mail: ClassVar[str] = r"[A-Za-z0-9](?:[A-Za-z0-9._+-]*[A-Za-z0-9])?@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}"

    def parse(self, node: Node, known: Context) -> str:
        text = scalar(node, self.sample())
        if self._fits(text):
            return text
        whole = re.sub("^http:", "https:", (meant(text) or text).removeprefix("mailto:"))
        instead = whole if self._fits(whole) else f"như {self.sample()}, hoặc https://vi-du.gov.vn/bao-loi"
        said = "không phải địa chỉ thư điện tử, cũng không phải địa chỉ trang web https://"
        raise FieldError(node.line, f"{quote(text)} {said}; hãy viết {instead}")

    def _fits(self, text: str) -> bool:
        return re.fullmatch(self.schema()["pattern"], text) is not None and ("@" in text or is_web_address(text))

    def sample(self) -> str:
        return "baomat@minhhoa.example"

    def describe(self) -> str:
        return "một địa chỉ thư điện tử, hoặc địa chỉ trang web bắt đầu bằng https://"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^(?:{self.mail}|https://[!-?A-~]+)$"}


@dataclass(frozen=True)
class DomainName:
    """A domain name in small ASCII letters, as it goes into ``tag:`` URIs (RFC 4151)."""

    label: ClassVar[str] = "[a-z0-9](?:[a-z0-9-]*[a-z0-9])?"

    def parse(self, node: Node, known: Context) -> str:
        text = scalar(node, self.sample())
        if not re.fullmatch(self.schema()["pattern"], text):
            advice = f"hãy viết như {self.sample()}, chữ thường không dấu, không có https://"
            raise FieldError(node.line, f"{quote(text)} không phải tên miền; {advice}")
        return text

    def sample(self) -> str:
        return "minhhoa.example"

    def describe(self) -> str:
        return "tên miền, chữ thường không dấu"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": rf"^{self.label}(?:\.{self.label})+$"}


@dataclass(frozen=True)
class PublicKey:
    """A public key of OpenSSH, as its ``.pub`` file has it; the comment at its end is left out of the value."""

    kinds: ClassVar[tuple[str, ...]] = ("ssh-ed25519", "sk-ssh-ed25519@openssh.com", "ssh-rsa")

    def parse(self, node: Node, known: Context) -> str:
        text = scalar(node, self.sample())
        kind, _, rest = text.partition(" ")
        blob = rest.split(" ")[0]
        try:
            raw = b64decode(blob, validate=True)
        except ValueError:
            raw = b""
        if kind not in self.kinds or not raw.startswith(len(kind).to_bytes(4, "big") + kind.encode()):
            if "PRIVATE" in text:
                message = "đây là khóa bí mật; hãy xóa khỏi kho, bỏ khóa ấy và tạo khóa khác"
            else:
                message = f"{quote(text)} không phải khóa công khai; hãy chép cả dòng trong tệp .pub"
            raise FieldError(node.line, message)
        return f"{kind} {blob}"

    def sample(self) -> str:
        return "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIFqL1FJ6Yw5bDPzhMgrFVPIOMNG8LIQm9oSkaUbZSGSv"

    def describe(self) -> str:
        return "khóa công khai của OpenSSH: cả dòng trong tệp `.pub`, mở đầu bằng `ssh-ed25519`"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": f"^({'|'.join(map(re.escape, self.kinds))}) [A-Za-z0-9+/]+=*( .*)?$"}


@dataclass(frozen=True)
class SymbolText:
    """A document's number and symbol."""

    def parse(self, node: Node, known: Context) -> Symbol:
        text = scalar(node, "05-NQ/TU")
        try:
            symbol = Symbol.parse(text)
        except ValueError:
            message = f"{quote(text)} không phải số, ký hiệu văn bản; hãy viết như 05-NQ/TU hoặc 13/2023/NĐ-CP"
            raise FieldError(node.line, message) from None
        if symbol != symbol.in_capitals:
            message = f"{quote(text)} viết chữ thường; hãy viết chữ hoa như in trên văn bản: {symbol.in_capitals}"
            raise FieldError(node.line, message)
        return symbol

    def sample(self) -> str:
        return "05-NQ/TU"

    def describe(self) -> str:
        return "số, ký hiệu như `05-NQ/TU`, `13/2023/NĐ-CP`"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": "^[0-9].*/"}
