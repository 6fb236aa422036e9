"""Decodes an index for tests, and writes items to index."""

import json
import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from infopage.content import loading
from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import report
from infopage.outputs.jobs.fingerprints import Fingerprints
from infopage.outputs.search.index import search_index
from infopage.outputs.search.scripts import MANIFEST
from infopage.outputs.search.sources import SourceOutline, outlines
from infopage.outputs.search.store import IndexStore
from tests.sites import INSTANT

Index = tuple[str, dict[str, bytes]]

_PART = re.compile(r'thamsau\.part\("([^"]+)",(.*)\);\n', re.DOTALL)
_MANIFEST = re.compile(r"\(window\.thamsau=window\.thamsau\|\|\{\}\)\.manifest=(.*);\n", re.DOTALL)


def catalogue_of(project: Path) -> Catalogue:
    """Return the catalogue of a project; fail with its report if it has errors."""
    found, faults = loading.build(project, datetime.fromtimestamp(int(INSTANT), UTC), preview=False)
    assert found is not None, report(faults)
    return found


def outlined(catalogue: Catalogue) -> list[SourceOutline]:
    """Return the outlines from which the entries of a catalogue's index are made."""
    return outlines(catalogue, Fingerprints(catalogue), "")


def index_of(project: Path, store: IndexStore | None = None) -> Index:
    """Return the address of a project's search manifest, and the files of its index."""
    return MANIFEST, search_index(found := catalogue_of(project), outlined(found), store or IndexStore())


def manifest_of(index: Index) -> dict[str, Any]:
    """Return the search manifest of an index, parsed."""
    found = _MANIFEST.fullmatch(index[1][index[0]].decode())
    assert found
    return json.loads(found[1])  # type: ignore[no-any-return]


def parts_of(files: Mapping[str, bytes], name: str) -> dict[str, Any]:
    """Return the index parts whose name begins with ``name``, by name."""
    found = {}
    for path, content in files.items():
        if path.rpartition("/")[2].startswith(name) and (part := _PART.fullmatch(content.decode())):
            found[part[1]] = json.loads(part[2])
    return found


def records_of(index: Index) -> dict[str, list[Any]]:
    """Return by address what results show of each entry of an index."""
    return {record[0]: record for part in parts_of(index[1], "muc-").values() for record in part}


def write_document(project: Path, symbol: str, body: str, *, term: str = "2025-2030", **header: str) -> Path:
    """Write a document of the provincial committee."""
    number, _, kind = symbol.partition("-")
    day = "05/11/2021" if term == "2020-2025" else "05/11/2026"
    keys = {
        "ma": f"{kind.split('/')[0].lower().replace('đ', 'd')}-{number}-{term}",
        "loai": {"NQ": "nghi-quyet", "KH": "ke-hoach", "QĐ": "quyet-dinh"}[kind.split("/")[0]],
        "so_ky_hieu": symbol,
        "co_quan": "tinh-uy",
        "nhiem_ky": term,
        "ngay_ban_hanh": day,
        "trich_yeu": "về một việc",
        "pham_vi": "cong-khai",
        "ngay_dang": day,
    } | header
    slug = symbol.lower().replace("/", "-").replace("đ", "d")
    return write(project / f"docs/van-ban/tinh-uy/{term}/{slug}.md", keys, body)


def write_news(project: Path, name: str, title: str, body: str, **header: str) -> Path:
    """Write a news item."""
    keys = {"ma": f"tin-{name}", "tieu_de": title, "tom_tat": "Tin.", "pham_vi": "cong-khai", "ngay_dang": "05/11/2026"}
    return write(project / f"docs/tin-tuc/2026/{name}.md", keys | header, body)


def write(path: Path, header: Mapping[str, str], body: str) -> Path:
    """Write an item."""
    path.parent.mkdir(parents=True, exist_ok=True)
    lines = "\n".join(f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in header.items())
    path.write_text(f"---\n{lines}\n---\n{body}\n", encoding="utf-8")
    return path
