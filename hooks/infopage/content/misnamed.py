"""Finds texts (items and pages) and registries whose file names have a wrong extension, such as ``bai.md.txt``."""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from infopage.content.diagnostics import Diagnostic, warning
from infopage.language.folding import slug

RULE = "duoi-tep"
_TEXT = re.compile(
    r"(?P<stem>.+?)\s*\.(?:md|markdown|mdown|mkdn?|mdx)(?P<more>(?:\.(?:md|txt|text|html?|docx?|odt|rtf|pdf))*)\s*",
    re.IGNORECASE,
)
_PLAIN = re.compile(r"(?P<stem>.+)\.te?xt", re.IGNORECASE)
_OFFICE = re.compile(r".*\.(?:docx?|odt|rtf|pdf)\s*", re.IGNORECASE)
_LIST = re.compile(r"(?P<stem>.+?)\.ya?ml(?P<more>\.\w+)?\s*", re.IGNORECASE)
_BACKUPS = (".bak", ".old", ".orig", ".tmp", ".swp")


def right_name(docs: Path, name: str) -> str | None:
    """Return the right name of the file ``name`` of docs/ if it is clearly a text but not ``.md``; else None."""
    folder, slash, last = name.rpartition("/")
    found = _TEXT.fullmatch(last)
    if not found and (plain := _PLAIN.fullmatch(last)) and _begins_as_text(docs / name):
        found = plain
    right = f"{folder}{slash}{found['stem']}.md" if found else name
    return right if right != name else None


def text_fault(docs: Path, name: str, right: str) -> Diagnostic:
    """Return the fault that the text ``name`` in the folder ``docs`` should have the file name ``right``."""
    last = right.rpartition("/")[2]
    if (docs / right).exists():
        message = f"đã có {last}, còn tệp này không được đọc; hãy chép phần cần giữ sang {last} rồi xóa tệp này"
    elif _OFFICE.fullmatch(name):
        message = f"bài phải là tệp chữ, không phải tệp Word hay PDF; hãy chép nội dung vào một tệp chữ tên là {last}"
    else:
        message = f"bài phải có đúng một đuôi .md, viết thường, nên tệp này không được đọc; hãy đổi tên thành {last}"
    return Diagnostic(f"docs/{name}", 1, RULE, message)


def list_faults(root: Path, lists: Iterable[str]) -> Iterator[tuple[str, Diagnostic]]:
    """Yield (registry, fault) for each YAML file of data/ that is ignored because of its name.

    ``registry`` is the name of the registry that is missing because its file has a wrong name. It is '' if there is no
    registry with a similar name, or if that registry has a right file too. ``lists`` are the names of all registries.
    """
    known = set(lists)
    for file in sorted((root / "data").iterdir()) if (root / "data").is_dir() else ():
        found = _LIST.fullmatch(file.name)
        if not found or file.name in {f"{one}.yml" for one in known} or file.name.lower().endswith(_BACKUPS):
            continue
        path, stem = f"data/{file.name}", slug(found["stem"])
        if stem not in known:
            message = "không có danh mục nào tên như vậy nên tệp này không được đọc; hãy xóa đi hoặc đổi tên"
            yield "", warning(path, 1, RULE, message)
        elif (root / f"data/{stem}.yml").exists():
            message = f"danh mục được đọc từ {stem}.yml, còn tệp này thì không; hãy chép phần cần giữ sang đó rồi xóa"
            yield "", Diagnostic(path, 1, RULE, message)
        else:
            message = f"tên danh mục phải kết thúc bằng đúng đuôi .yml, viết thường; hãy đổi tên thành {stem}.yml"
            yield stem, Diagnostic(path, 1, RULE, message)


def _begins_as_text(file: Path) -> bool:
    try:
        with file.open("rb") as opened:
            return opened.read(64).lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"---")
    except OSError:
        return False
