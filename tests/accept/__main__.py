"""``make accept CORPUS=folder``: builds a site from real texts. No word may be lost, or reported as a leak."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from infopage.content.addresses import address_of
from infopage.content.lints.references import REQUIRED
from infopage.environment import RUNNER
from tests.accept import guard, party, party_report, provisions
from tests.accept.corpus import real_texts, registries
from tests.accept.item import RealText
from tests.accept.pages import first_loss, visible

ROOT = Path(__file__).resolve().parents[2]
_STANDING = "---\ntieu_de: Nghiệm thu\ntom_tat: Văn bản thật để nghiệm thu.\npham_vi: cong-khai\n---\n"


def project(folder: Path, texts: list[RealText]) -> None:
    """Write a temporary project into ``folder``: our hooks and configuration, with the real texts as docs/."""
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "data").mkdir()
    for name, content in registries().items():
        (folder / "data" / name).write_text(content, encoding="utf-8")
    for name in ("trang.yml", "the-thuc.yml"):
        shutil.copy(ROOT / "data" / name, folder / "data")
    pages = [(name, _STANDING) for name in REQUIRED]
    for path, content in [*pages, *((text.path, text.markdown) for text in texts)]:
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")


def main() -> int:
    """Run the acceptance test. The exit code is 0 if the built site has every document without a loss."""
    corpus = Path(sys.argv[1]) if len(sys.argv) == 2 else Path("none")
    texts = list(real_texts(corpus))
    if not texts:
        print("accept: give the folder of real texts, like: make accept CORPUS=../corpus", file=sys.stderr)
        return 2
    print(*provisions.check(corpus), sep="\n")
    with tempfile.TemporaryDirectory() as name, ProcessPoolExecutor(1) as pool:
        guarded = pool.submit(guard.check_texts, corpus, texts)
        folder = Path(name)
        project(folder, texts)
        papers = sorted(f"docs/{text.path}" for text in party.party_texts(corpus))
        checked = _run(folder, "infopage.cli", "check", *(["--fix", *papers] if papers else []))
        if checked is None or _run(folder, RUNNER, "build", "--quiet", "--site-dir", "site") is None:
            return 1
        print(*guard.check_built(folder / "site"), guarded.result(), sep="\n")
        lost = 0
        for text in texts:
            if f"docs/{text.path}" in papers:
                found = party_report.report(folder, text, checked)
                lost += bool(found.lost)
                print(found)
                continue
            page = folder / "site" / address_of(text.path) / "index.html"
            if loss := first_loss(text.text, visible(page.read_text(encoding="utf-8"))):
                lost += 1
                print(f"{text.path}: lost at “{loss}”")
    articles, words = sum(t.articles for t in texts), sum(len(t.text.split()) for t in texts)
    print(f"{len(texts)} documents, {articles} articles, {words} words: {lost} documents with a loss")
    return int(lost > 0)


def _run(folder: Path, module: str, *arguments: str) -> str | None:
    """Run the Python module ``module`` in the project in ``folder``; return what it printed, or None if it failed."""
    environment = {**os.environ, "PYTHONPATH": "hooks", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", module, *arguments]
    begun = time.perf_counter()
    ran = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False)
    print(f"{module} {arguments[0]}: exit {ran.returncode}, {time.perf_counter() - begun:.1f} s")
    if ran.returncode:
        print(ran.stdout[-4000:], ran.stderr[-4000:])
        return None
    return ran.stdout


if __name__ == "__main__":
    sys.exit(main())
