"""Sites for measuring the search: external texts written as this project's items."""

import json
import os
import shutil
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from infopage.content import loading
from infopage.content.catalogue import Catalogue
from infopage.outputs.theme.assets import ENGINE, LOADED, fingerprinted, joined
from tests.sites import build
from tests.support import ROOT

INSTANT = datetime(2027, 1, 1, tzinfo=UTC)
DATA = ROOT / "data"
PAGES = ROOT / "tests/project/docs"
BARE = (
    '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tìm</title>'
    '<script src="engine.js" data-base="" data-index="{}"></script><body></body></html>\n'
)
MATERIAL = """\
site_name: Trang thông tin
site_url: http://127.0.0.1/
theme: {name: material, language: vi, font: false}
plugins: [search]
"""
ISSUERS = {"BTGTU": "ban-tuyen-giao-tinh-uy", "TU": "tinh-uy"}
ANOTHER_ISSUER = "ban-thuong-vu-tinh-uy"


@dataclass(frozen=True)
class Text:
    """An external text: its name in its collection, its title and Markdown; ``number`` if it is a document."""

    name: str
    title: str
    body: str
    number: str = ""
    kind: str = ""


def lay_out(folder: Path, texts: Iterable[Text]) -> dict[str, str]:
    """Write a project of the texts in ``folder``; return the texts' names by the addresses of their pages."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(DATA, folder / "data")
    # These name items of the demonstration, which the project of the texts does not have.
    for name in ("chuyen-huong", "bieu-ngu", "thong-bao"):
        write(folder / f"data/{name}.yml", "[]\n")
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for page in PAGES.glob("*.md"):
        write(folder / "docs" / page.name, page.read_text("utf-8"))
    names: dict[str, str] = {}
    for n, text in enumerate(texts):
        header = {"ma": f"muc-{n}", "pham_vi": "cong-khai"}
        slug = text.name.replace("/", "-")
        if text.number:
            issuer = ISSUERS.get(text.number.rpartition("/")[2], ANOTHER_ISSUER)
            path = f"van-ban/{issuer}/2020-2025/{slug.removeprefix('van-ban-')}"
            header |= {"loai": text.kind, "so_ky_hieu": text.number, "co_quan": issuer, "nhiem_ky": "2020-2025"}
            header |= {"ngay_ban_hanh": "05/5/2024", "trich_yeu": text.title, "ngay_dang": "05/5/2024"}
        else:
            path = f"tin-tuc/2026/{slug}"
            header |= {"tieu_de": text.title, "tom_tat": text.title, "ngay_dang": "05/5/2026"}
        lines = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in header.items())
        write(folder / f"docs/{path}.md", f"---\n{lines}\n---\n{text.body}\n")
        names[f"{path}/"] = text.name
    return names


def lay_out_plain(folder: Path, texts: Iterable[Text]) -> dict[str, str]:
    """Write the texts as plain Markdown for stock Material; return the same as ``lay_out``."""
    write(folder / "mkdocs.yml", MATERIAL)
    write(folder / "docs/index.md", "# Trang chủ\n\nTrang thông tin điện tử.\n")
    names: dict[str, str] = {}
    for text in texts:
        write(folder / f"docs/{text.name}.md", f"# {text.title}\n\n{text.body}\n")
        names[f"{text.name}/"] = text.name
    return names


def render(project: Path, site: Path) -> Path:
    """Build a site with MkDocs, as scripts/site does; return its folder."""
    ran = build(project, site, SOURCE_DATE_EPOCH=str(int(INSTANT.timestamp())))
    if ran.returncode:
        sys.exit(ran.stderr[-4000:])
    return site


def read(project: Path) -> Catalogue:
    """Return the catalogue of a project; exit if it has faults."""
    found, faults = loading.build(project, INSTANT, preview=False)
    if found is None:
        sys.exit("\n".join(map(str, faults[:20])))
    return found


def write_bare(folder: Path, address: str, files: Mapping[str, bytes]) -> Path:
    """Write a search index, the search engine and an otherwise empty page; return the page's path."""
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    scripts = joined(ROOT / "hooks" / "theme")
    (folder / "engine.js").write_bytes(scripts[ENGINE])
    for script in LOADED:
        (folder / Path(fingerprinted(script, scripts[script])).name).write_bytes(scripts[script])
    write(folder / "index.html", BARE.format(address))
    return folder / "index.html"


@contextmanager
def chromium() -> Iterator[Browser]:
    """Yield a headless Chromium; INFOPAGE_CHROMIUM may name its program."""
    with sync_playwright() as tools:
        path = os.environ.get("INFOPAGE_CHROMIUM") or shutil.which("chromium")
        browser = tools.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


def write(path: Path, text: str) -> None:
    """Write a file, creating its folders."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
