"""Field types for attached files, web addresses, contacts, domain names and public keys."""

import posixpath
import re
from base64 import b64decode
from dataclasses import dataclass, field
from typing import ClassVar

from infopage.content.fields import Context, FieldError, Schema, quote, scalar
from infopage.content.nodes import Node
from infopage.content.web_addresses import is_web_address, meant
from infopage.files.attachable import ATTACHABLE


@dataclass(frozen=True)
class FilePath:
    """The path of an attached file, as named in the front matter of a Markdown file."""

    path: str
    """The path of the attached file, relative to the Markdown file that names it."""
    line: int = field(default=1, compare=False)
    """The line of the Markdown file that names the attached file, for messages."""

    def within(self, docs_path: str) -> str:
        """Return the path relative to docs/, given that of the Markdown file that names the file."""
        return posixpath.normpath(posixpath.join(posixpath.dirname(docs_path), self.path))


@dataclass(frozen=True)
class Attachment:
    """The field type of an attached file, written as its path relative to the Markdown file.

    ``suffixes`` are the allowed ends of the name, ``what`` says to editors what kind of file it is.
    """

    example: str = "05-nq-tu.pdf"
    what: str = "tệp đính kèm"
    suffixes: tuple[str, ...] = tuple(ending for endings in ATTACHABLE.values() for ending in endings)

    def parse(self, node: Node, known: Context) -> FilePath:
        text = scalar(node, self.example)
        if not text.lower().endswith(self.suffixes) or "\\" in text or text.startswith(("/", "~", ".", "http")):
            endings = ", ".join(self.suffixes)
            raise FieldError(
                node.line, f"{quote(text)} không phải tên {self.what} ({endings}); hãy viết như {self.example}"
            )
        return FilePath(text, node.line)

    def sample(self) -> str:
        return self.example

    def describe(self) -> str:
        return f"tên {self.what} đặt cạnh tệp Markdown, như `{self.example}`"

    def schema(self) -> Schema:
        return {"type": "string", "minLength": 5}


@dataclass(frozen=True)
class WebAddress:
    """The field type of an absolute http or https address."""

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
    """The field type of a public contact: an e-mail address, or the address of a web page over HTTPS."""

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
    """The field type of a domain name in lower-case ASCII, as used in ``tag:`` URIs (RFC 4151)."""

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
    """The field type of an OpenSSH public key, as in its ``.pub`` file, but without the comment at the end."""

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
