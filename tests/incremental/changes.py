"""Changes of a project between two builds: edits, new and removed files, registries, templates, code, days, damage."""

import ast
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from infopage.content.first_published_file import USUAL
from tests.sites import INSTANT

_LETTERS = re.compile(r"[^\W\d_]")
_VIETNAMESE = re.compile(r"[à-ỹđ].* ", re.IGNORECASE)
_NEWS = """\
---
ma: tin-moi-{0}
tieu_de: Tin mới số {0}
tom_tat: Tóm tắt tin mới số {0}.
chu_de: chuyen-doi-so
pham_vi: cong-khai
ngay_dang: {1:02}/10/2026
---
Nội dung tin mới số {0}, theo Nghị quyết số 05-NQ/TU, ngày 12/10/2026.
"""
_DOCUMENT = """\
---
ma: qd-{0}-tu-2026
loai: quyet-dinh
so_ky_hieu: {0}-QĐ/TU
co_quan: tinh-uy
nhiem_ky: 2025-2030
ngay_ban_hanh: {1:02}/10/2026
trich_yeu: về việc số {0}
can_cu: nq-05-tu-2026
pham_vi: cong-khai
ngay_dang: 01/11/2026
---
Điều 1. Ban hành quy định số {0}.

Điều 2. Quyết định này có hiệu lực từ ngày ký.
"""


DAMAGE = ("deleted", "truncated", "garbage", "empty")


@dataclass
class Project:
    """A project's folder, and the time as of which it is built (``instant``).

    ``number``, counted up, makes each change different from the others.
    """

    root: Path
    instant: datetime = field(default_factory=lambda: datetime.fromtimestamp(int(INSTANT), UTC))
    number: int = 0
    kept: list[dict[Path, bytes]] = field(default_factory=list)
    """Earlier states of docs/ and data/, to one of which a change may return."""

    def texts(self, pattern: str = "*/**/*.md") -> list[Path]:
        """Return the items' files, or other files of docs/ that match ``pattern``."""
        return sorted((self.root / "docs").glob(pattern))

    def words(self) -> dict[Path, bytes]:
        """Return the present files of docs/ and data/."""
        files = sorted(file for name in ("docs", "data") for file in (self.root / name).rglob("*") if file.is_file())
        return {file: file.read_bytes() for file in files}


def _body(random: Random, project: Project) -> None:
    file = random.choice(project.texts())
    place = random.choice(("Nghị quyết số 05-NQ/TU, ngày 12/10/2026", "điểm a, khoản 1, mục I", "Tỉnh ủy (TU)"))
    file.write_text(f"{file.read_text('utf-8')}\nĐoạn {project.number}, xem {place}.\n", "utf-8")


def _letter(random: Random, project: Project) -> None:
    """Change a letter but keep the file's size and modification time."""
    file = random.choice(project.texts())
    known = file.stat()
    head, line, end = file.read_text("utf-8").rstrip().rpartition("\n")
    at = random.choice([found.start() for found in re.finditer("[a-z]", end)])
    letter = random.choice([one for one in "bcghklmnrstvx" if one != end[at]])
    file.write_text(f"{head}{line}{end[:at]}{letter}{end[at + 1 :]}\n", "utf-8")
    os.utime(file, ns=(known.st_atime_ns, known.st_mtime_ns))


def _title(random: Random, project: Project) -> None:
    file = random.choice(project.texts())
    text = file.read_text("utf-8")
    file.write_text(re.sub("(?m)^(tieu_de|trich_yeu): .*", rf"\g<0> lần {project.number}", text, count=1), "utf-8")


def _header(random: Random, project: Project) -> None:
    file = random.choice(project.texts("tin-tuc/2026/tin-*.md"))
    day = 1 + project.number % 28
    key, value = random.choice(
        (
            ("ngay_dang", f"{day:02}/9/2026"),
            ("cap_nhat", f"{day:02}/10/2026"),
            ("het_han", f"{day:02}/12/2026"),
            ("chu_de", "chuyen-doi-so"),
            ("van_ban", "nq-05-tu-2026"),
        )
    )
    text = re.sub(f"(?m)^{key}: .*\n", "", file.read_text("utf-8"))
    file.write_text(text.replace("pham_vi:", f"{key}: {value}\npham_vi:", 1), "utf-8")


def _addition(random: Random, project: Project) -> None:
    # Must be later than those of the document that it implements.
    day, number = 13 + project.number % 15, 100 + project.number
    name, text = random.choice(
        ((f"tin-tuc/2026/tin-moi-{number}", _NEWS), (f"van-ban/tinh-uy/2025-2030/{number}-qd-tu", _DOCUMENT))
    )
    (project.root / f"docs/{name}.md").write_text(text.format(number, day), "utf-8")


def _renaming(random: Random, project: Project) -> None:
    file = random.choice(project.texts("tin-tuc/2026/tin-*.md"))
    file.rename(file.with_name(f"tin-doi-ten-{project.number}.md"))


def _deletion(random: Random, project: Project) -> None:
    random.choice(project.texts("tin-tuc/2026/tin-*.md")).unlink()


def _before(random: Random, project: Project) -> None:
    """Restore an earlier state of docs/ and data/, as git does when another commit is checked out."""
    before = random.choice(project.kept)
    for file in project.words():
        if file not in before:
            file.unlink()
    for file, data in before.items():
        file.write_bytes(data)


def _attachment(random: Random, project: Project) -> None:
    file = random.choice(sorted((project.root / "docs").rglob("*.pdf")))
    file.write_bytes(file.read_bytes() + f"\n% {project.number}\n".encode())


def _registry(random: Random, project: Project) -> None:
    file = project.root / "data" / random.choice(("chu-de.yml", "co-quan.yml", "loai-van-ban.yml", "van-ban-ngoai.yml"))
    text = file.read_text("utf-8")
    line = random.choice(re.findall(r"(?m)^  (?:ten|trich_yeu): .*", text))
    file.write_text(text.replace(line, f"{line} {project.number}", 1), "utf-8")


def _entry(random: Random, project: Project) -> None:
    file = project.root / "data/chu-de.yml"
    number = project.number
    added = f"- ma: chu-de-{number}\n  ten: Chủ đề {number}\n  mo_ta: Các bài về chủ đề {number}.\n"
    file.write_text(f"{file.read_text('utf-8').rstrip()}\n{added}", "utf-8")
    _header(random, project)


def _template(random: Random, project: Project) -> None:
    file = random.choice(sorted((project.root / "hooks/theme").rglob("*.html")))
    text = file.read_text("utf-8")
    said = f"<i>{project.number}</i>"
    block = random.choice(re.findall(r"{%-? block (?:content|body)[^%]*%}", text) or [""])
    file.write_text(text.replace(block, block + said, 1) if block else f"{text.rstrip()}{said}\n", "utf-8")


def _asset(random: Random, project: Project) -> None:
    name, added = random.choice((("site.css", ".so-{0} {{ color: red }}\n"), ("site.js", "void {0};\n")))
    with (project.root / "hooks/theme/assets" / name).open("a", encoding="utf-8") as file:
        file.write(added.format(project.number))


def _code(random: Random, project: Project) -> None:
    """Change a message in the code, or the way provisions are parsed."""
    package = project.root / "hooks/infopage"
    lines = package / "content/provisions/lines.py"
    chosen = sorted(one for room in ("content", "language", "outputs") for one in (package / room).rglob("*.py"))
    file = random.choice(chosen) if "Mới:" in lines.read_text("utf-8") else lines
    text = file.read_text("utf-8")
    if file == lines:
        text = text.replace(
            "return labelled(self.label, self.text)", 'return labelled(self.label, f"Mới: {self.text}")'
        )
    elif said := sorted(_said(text)):
        one = random.choice(said)
        text = text.replace(f'"{one}"', f'"{one} {project.number}"')
    else:
        text += f"# {project.number}\n"
    file.write_text(text, "utf-8")
    forget_bytecode(file)


def forget_bytecode(file: Path) -> None:
    """Delete a module's compiled bytecode, so that Python reads the source again.

    Otherwise Python would not notice a change within a second that keeps the size of the file.
    """
    for made in file.parent.glob(f"__pycache__/{file.stem}.*"):
        made.unlink()


def _said(source: str) -> set[str]:
    """Return the Vietnamese strings that are written literally in a module."""
    found = (node.value for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Constant))
    return {one for one in found if isinstance(one, str) and _VIETNAMESE.search(one) and f'"{one}"' in source}


def _settings(random: Random, project: Project) -> None:
    file = project.root / "mkdocs.yml"
    text = file.read_text("utf-8")
    file.write_text(re.sub(r"(?m)^site_name: .*", f"site_name: Trang số {project.number}", text), "utf-8")


def _day(random: Random, project: Project) -> None:
    project.instant += timedelta(hours=random.choice((1, 7, 24, 200, 1000)))


def _release(random: Random, project: Project) -> None:
    """Publish; the release's record of first publications is an input of the next build."""
    told = project.root / "site/lan-dang-dau.txt"
    shutil.copy(told, project.root / USUAL)


def _site(random: Random, project: Project) -> None:
    """Change or delete a file of the built site, as another tool may."""
    file = random.choice(sorted(file for file in (project.root / "site").rglob("*") if file.is_file()))
    if random.random() < 0.5:
        file.write_bytes(file.read_bytes()[::-1])
    else:
        file.unlink()


def _store(random: Random, project: Project) -> None:
    """Delete or damage the builds' cache."""
    spoil(random, random.choice(DAMAGE), project.root / "build")


def spoil(random: Random, how: str, kept: Path) -> None:
    """Damage the builds' cache in the folder ``kept``, except the release's record of first publications.

    ``how`` is ``deleted``, ``truncated``, ``garbage`` or ``empty``.
    """
    files = [file for file in sorted(kept.rglob("*")) if file.is_file() and file.name != Path(USUAL).name]
    if how == "deleted":
        for file in files:
            file.unlink()
        return
    for file in files:
        data = file.read_bytes()
        file.unlink()  # it may be a link to a file of the site
        made = {"truncated": data[: len(data) // 2], "garbage": random.randbytes(len(data)), "empty": b""}
        file.write_bytes(made[how])


KINDS: dict[str, Callable[[Random, Project], None]] = {
    "body": _body,
    "letter": _letter,
    "title": _title,
    "header": _header,
    "addition": _addition,
    "renaming": _renaming,
    "deletion": _deletion,
    "before": _before,
    "attachment": _attachment,
    "registry": _registry,
    "entry": _entry,
    "template": _template,
    "asset": _asset,
    "code": _code,
    "settings": _settings,
    "day": _day,
    "release": _release,
    "site": _site,
    "store": _store,
}
