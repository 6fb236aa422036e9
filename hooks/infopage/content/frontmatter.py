"""Splits a Markdown file into its header (front matter: YAML between two lines of three dashes) and its body."""

import re
from collections.abc import Mapping as Map
from dataclasses import dataclass
from functools import cached_property

from infopage.content.deferred import Deferred
from infopage.content.diagnostics import Diagnostic, has_errors
from infopage.content.nodes import Mapping, Scalar, parse_yaml
from infopage.content.slips import run_on
from infopage.content.source import Source

_FENCE = re.compile(r"---[ \t]*")


@dataclass(frozen=True)
class MarkdownFile(Deferred):
    """A Markdown file split into header and body.

    If the file is unchanged since an earlier build, header and body are not kept in memory. They are read from the file
    again on each access.
    """

    path: str
    header: Mapping
    body: str
    body_line: int
    """The line of the file, from 1, where the body begins."""

    @cached_property
    def lines(self) -> Map[str, int]:
        """The line of each key of the header, and that of the whole header as the line of the key ''."""
        return {entry.key: entry.line for entry in self.header.entries} | {"": self.header.line}


def split(source: Source) -> tuple[MarkdownFile | None, list[Diagnostic]]:
    """Split a file into header and body, and return the result and its faults.

    The result is None if the header cannot be read.
    """
    lines = source.text.split("\n")
    start = next((n for n, line in enumerate(lines) if line.strip()), 0)
    if not _FENCE.fullmatch(lines[start]):
        message = "tệp chưa có phần khai báo; dòng đầu tiên phải là --- và các khóa viết ngay dưới"
        return None, [Diagnostic(source.path, start + 1, "dau-trang", message)]
    end = next((n for n in range(start + 1, len(lines)) if _FENCE.fullmatch(lines[n])), None)
    if end is None:
        message = "phần khai báo chưa đóng; hãy thêm một dòng --- sau khóa cuối cùng"
        return None, [Diagnostic(source.path, start + 1, "dau-trang", message)]
    header, faults = parse_yaml(source.path, "\n".join(lines[start + 1 : end]) + "\n", start + 2)
    if not has_errors(faults) and not isinstance(header, Mapping):
        slip = run_on(header.lines) if isinstance(header, Scalar) else None
        at, message = slip or (0, "phần khai báo không có khóa nào; hãy viết mỗi khóa một dòng như “tieu_de: …”")
        faults += [Diagnostic(source.path, start + 2 + at, "yaml" if slip else "dau-trang", message)]
    if not isinstance(header, Mapping):
        return None, faults
    return MarkdownFile(source.path, header, "\n".join(lines[end + 1 :]), end + 2), faults
