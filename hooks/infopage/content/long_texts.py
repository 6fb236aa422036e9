"""Texts that say in words what a picture shows or a recording says, for those who cannot see or hear it."""

from collections.abc import Iterator
from dataclasses import dataclass

from infopage.content.field_types.addresses import Attachment, FilePath
from infopage.content.field_types.plain import Paragraphs
from infopage.content.schema import key
from infopage.content.used_files import UsedFile

_EXAMPLE = "Ba phần của đồ họa, mỗi phần một bước phải làm"


@dataclass(frozen=True, kw_only=True)
class InWords:
    """A base class of pictures and recordings that are also given in words: in the key ``loi`` or in a text file."""

    words: str = key(
        "loi",
        Paragraphs(_EXAMPLE),
        "toàn bộ nội dung viết thành chữ, cho người không nhìn hoặc không nghe được",
        default="",
    )
    words_file: FilePath | None = key(
        "tep_loi",
        Attachment("loi.txt", "tệp chữ thuần", (".txt",)),
        "tệp .txt có nội dung ấy, thay cho khóa loi",
        default=None,
    )

    def told(self, file: UsedFile | None) -> str:
        """Return the words; ``file`` is the text file that has them, or None if they are in the key ``loi``."""
        return self.words or (file.plain.text() if file and file.plain else "")


def paragraphs(text: str) -> Iterator[tuple[str, ...]]:
    """Yield the paragraphs of a plain text, between empty lines, each as its lines.

    >>> list(paragraphs("Một\\nhai\\n\\n\\n- ba"))
    [('Một', 'hai'), ('- ba',)]
    """
    lines: list[str] = []
    for line in (*text.splitlines(), ""):
        if line.strip():
            lines.append(" ".join(line.split()))
        elif lines:
            yield tuple(lines)
            lines = []
