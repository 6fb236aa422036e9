"""Writes the made-up texts as a project of ours and as a plain project of each measured generator."""

import hashlib
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.bench.corpus import ISSUERS, KINDS, TERMS, TOPICS, Sample
from tests.support import ROOT

INSTANT = "1798736400"
"""The first instant of 2027 in Hà Nội, when all the texts are public."""

HUGO = Path(__file__).parent / "hugo"
_MKDOCS = """\
site_name: Trang thông tin tuyên truyền
site_url: https://minhhoa.example/
theme: {name: material, language: vi, font: false}
plugins: [{search: {lang: vi}}]
nav: [index.md]
not_in_nav: "*"
"""


def digest(made: Sequence[Sample]) -> str:
    """Return a hash of the made-up texts, which shows that two runs of the bench measured the same texts."""
    found = hashlib.sha256()
    for sample in made:
        found.update("\n".join((sample.path, *sample.header, sample.body, "")).encode())
    return found.hexdigest()[:16]


def write_ours(project: Path, made: Sequence[Sample]) -> None:
    """Write the texts ``made`` as a project of ours: its hooks, its settings, and registries for the texts."""
    shutil.copytree(ROOT / "hooks", project / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "tests" / "project" / "data", project / "data")
    shutil.copy(ROOT / "mkdocs.yml", project)
    for page in (ROOT / "tests/project/docs").glob("*.md"):
        write(project / "docs" / page.name, page.read_text("utf-8"))
    issuer = "- ma: {0}\n  ten: Cơ quan {0}\n  ten_ngan: Cơ quan {0}\n  cap: tinh\n  khoi: dang\n  danh_so: nhiem-ky\n"
    term = "- ma: {0}\n  ten: Nhiệm kỳ {0}\n  tu: {1:%d/%m/%Y}\n  den: {2:%d/%m/%Y}\n"
    kind = "- ma: {0}\n  ten: Loại {0}\n  viet_tat: {1}\n"
    topic = "- ma: {0}\n  ten: Chủ đề {0}\n  mo_ta: Các bài về chủ đề {0}.\n"
    write(project / "data/co-quan.yml", "".join(issuer.format(id) for id in ISSUERS))
    write(project / "data/nhiem-ky.yml", "".join(term.format(id, *days) for id, days in TERMS.items()))
    write(project / "data/chu-de.yml", "".join(topic.format(id) for id in TOPICS))
    write(project / "data/loai-van-ban.yml", "".join(kind.format(*names) for names in KINDS.items()))
    for sample in made:
        write(project / "docs" / sample.path, "\n".join(("---", *sample.header, "---", sample.body)))


def write_peer(project: Path, made: Sequence[Sample]) -> None:
    """Write the texts ``made`` as a project of MkDocs with Material, or of Zensical.

    Only the home page is in the navigation.
    """
    write(project / "mkdocs.yml", _MKDOCS)
    write(project / "docs/index.md", "# Trang chủ\n")
    for sample in made:
        write(project / "docs" / sample.path, f'---\ntitle: "{sample.title}"\n---\n{sample.body}')


def write_hugo(project: Path, made: Sequence[Sample]) -> None:
    """Write the texts ``made`` as a Hugo project; each section, topic, kind and issuer has a list and full-text RSS.

    The texts for the search are in a JSON file.
    """
    shutil.copytree(HUGO, project)
    for sample in made:
        said = dict(line.split(": ", 1) for line in sample.header)
        day, month, year = said["ngay_dang"].split()[0].split("/")
        head = [f'title: "{sample.title}"', f"date: {year}-{month}-{day}T08:00:00+07:00", f"chu_de: {said['chu_de']}"]
        head += [f"{key}: [{said[key]}]" for key in ("loai", "co_quan") if key in said]
        write(project / "content" / sample.path, "\n".join(("---", *head, "---", sample.body)))


def write(path: Path, text: str) -> None:
    """Write a file, creating its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def edited(path: Path, before: str, after: str) -> None:
    """Replace the text ``before`` by ``after`` in a file, checking that it occurs."""
    text = path.read_text("utf-8")
    if before not in text:
        raise ValueError(f"{path} has no {before!r}")
    write(path, text.replace(before, after, 1))


def weights(site: Path) -> Mapping[str, int]:
    """Return the bytes of a built site of ours (HTML ``pages``, ``feeds``, ``all``) and its number of ``files``."""
    found = {"pages": 0, "feeds": 0, "all": 0, "files": 0}
    for file in site.rglob("*"):
        if not file.is_file():
            continue
        size = file.stat().st_size
        found["all"] += size
        found["files"] += 1
        if file.suffix == ".html":
            found["pages"] += size
        elif file.relative_to(site).parts[0] == "nguon-tin" or file.name == "theo-doi.xml":
            found["feeds"] += size
    return found
