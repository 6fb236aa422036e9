"""``python -m tests.bench.search_index FOLDER``: measures time and memory of indexing 1,000, 3,000 and 10,000 pages.

FOLDER holds pages made by the search bench's gen_scale.py. Each measurement runs in a process of its own.
"""

import argparse
import gc
import json
import resource
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from time import process_time

from infopage.outputs.jobs.fingerprints import Fingerprints
from infopage.outputs.search.index import search_index
from infopage.outputs.search.sources import outlines
from infopage.outputs.search.store import IndexStore
from tests.bench.search_scale import scale_texts
from tests.bench.search_sites import lay_out, read

PER_THOUSAND, EDIT, FILES, BYTES, MEMORY = 2.5, 2.0, 6000, 45e6, 1e9
"""The limits: CPU seconds per 1,000 pages of 1,700 words, and for an edit; files, bytes on disk, bytes of memory."""

WORDS = 1700


def main(arguments: Sequence[str] | None = None) -> int:
    """Print a table of the CPU seconds, files and bytes of indexing; the exit code is 1 if a limit is exceeded."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.search_index", description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--pages", type=int, nargs="+", default=[1000, 3000, 10_000])
    parser.add_argument("--project", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args(arguments)
    if options.project:
        print(json.dumps(measured(options.project)))
        return 0
    broken = False
    print("  pages  words/page  build s  s per 1,000×1,700  edit s   files     MB  peak MB")
    for pages in options.pages:
        with TemporaryDirectory(prefix="infopage-index-") as folder:
            project = Path(folder, "project")
            words = sum(len(text.body.split()) for text in counted(options.folder, pages, project))
            command = [sys.executable, "-m", "tests.bench.search_index", str(options.folder), "--project", str(project)]
            first, edit = (json.loads(subprocess.check_output(command)) for _ in range(2))
        rate = first["cpu"] / (words / 1000 / WORDS)
        print(
            f"{pages:7,}{words / pages:12,.0f}{first['cpu']:9.1f}{rate:19.2f}{edit['cpu']:8.2f}"
            f"{first['files']:8,}{first['bytes'] / 1e6:7.1f}{first['peak'] / 1e6:9.0f}"
        )
        limits = (first["files"] > FILES, first["bytes"] > BYTES, first["peak"] > MEMORY)
        broken |= rate > PER_THOUSAND or edit["cpu"] > EDIT or any(limits)
    return int(broken)


def counted(folder: Path, pages: int, project: Path) -> list[object]:
    """Write a project with the first ``pages`` pages of a folder, and return its texts."""
    texts = list(scale_texts(folder, pages))
    lay_out(project, texts)
    return list(texts)


def measured(project: Path) -> dict[str, float]:
    """Build a project's index (after an edit, if it was built before), and return the CPU seconds, files and bytes.

    The time for reading the catalogue is not included.
    """
    store = project / "build/search"
    if store.exists():
        page = next((project / "docs/tin-tuc/2026").glob("*.md"))
        page.write_text(page.read_text("utf-8") + "\nMột câu mới.\n", encoding="utf-8")
    gc.disable()  # a build disables it too: hooks/events.py
    catalogue = read(project)
    before = process_time()
    known = IndexStore.read(store)
    files = search_index(catalogue, outlines(catalogue, Fingerprints(catalogue), ""), known)
    known.write(store)
    return {
        "cpu": process_time() - before,
        "files": len(files),
        "bytes": sum(map(len, files.values())),
        "peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024),
    }


if __name__ == "__main__":
    raise SystemExit(main())
