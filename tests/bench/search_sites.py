"""Sites for measuring the search: texts from outside laid out as this project's items, and a bare page to search from."""

import json
import shutil
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from infopage.content import catalogue as catalogues
from infopage.content.catalogue import Catalogue
from infopage.outputs.assets import engine
from infopage.outputs.search.index import MANIFEST, search_index
from infopage.outputs.search.store import Store
from tests.support import ROOT

INSTANT = datetime(2027, 1, 1, tzinfo=UTC)
PAGE = '<!doctype html><html lang="vi"><meta charset="utf-8"><title>Tìm</title>{}<body></body></html>\n'
SCRIPT = '<script src="{0}engine.js" data-base="{0}" data-index="{1}"></script>'


@dataclass(frozen=True)
class Text:
    """A text from outside: the name it goes by there, its title and Markdown; ``number`` where it is a document."""

    name: str
    title: str
    body: str
    number: str = ""
    kind: str = ""
    year: int = 2026


def lay_out(folder: Path, texts: Iterable[Text]) -> dict[str, str]:
    """Write a project of the texts below ``folder``; return each page's address with the text's name."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ROOT / "data", folder / "data")
    _write(folder / "docs/index.md", (ROOT / "tests/project/docs/index.md").read_text("utf-8"))
    names: dict[str, str] = {}
    for n, text in enumerate(texts):
        header = {"ma": f"muc-{n}", "pham_vi": "cong-khai"}
        slug = text.name.replace("/", "-")
        if text.number:
            suffix = text.number.rpartition("/")[2]
            issuer = (
                "ban-tuyen-giao-tinh-uy"
                if suffix == "BTGTU"
                else "tinh-uy"
                if suffix == "TU"
                else "ban-thuong-vu-tinh-uy"
            )
            path = f"van-ban/{issuer}/2020-2025/{slug.removeprefix('van-ban-')}"
            header |= {"loai": text.kind, "so_ky_hieu": text.number, "co_quan": issuer, "nhiem_ky": "2020-2025"}
            header |= {"ngay_ban_hanh": "05/5/2024", "trich_yeu": text.title, "ngay_dang": "05/5/2024"}
        else:
            path = f"tin-tuc/2026/{slug}"
            header |= {"tieu_de": text.title, "tom_tat": text.title, "ngay_dang": "05/5/2026"}
        lines = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in header.items())
        _write(folder / f"docs/{path}.md", f"---\n{lines}\n---\n{text.body}\n")
        names[f"{path}/"] = text.name
    return names


def read(folder: Path) -> Catalogue:
    """Return the catalogue of a project; says what is wrong with it."""
    found, faults = catalogues.build(folder, INSTANT, preview=True)
    errors = [str(fault) for fault in faults]
    if found is None:
        raise SystemExit("\n".join(errors[:20]))
    return found


def write_site(folder: Path, address: str, files: Mapping[str, bytes]) -> None:
    """Write the index, the engine and a page that loads it."""
    shutil.rmtree(folder, ignore_errors=True)
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder / "engine.js").write_bytes(engine(ROOT / "hooks" / "theme"))
    _write(folder / "index.html", PAGE.format(SCRIPT.format("", address)))
    _write(folder / "bare.html", PAGE.format(""))


def build(project: Path, site: Path) -> str:
    """Build a project's index into ``site``; return the manifest's address."""
    write_site(site, MANIFEST, search_index(read(project), Store()))
    return MANIFEST


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
