"""``make accept CORPUS=folder``: builds a site from real texts; no word may be lost, none reported by the guard."""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import unicodedata
from html.parser import HTMLParser
from pathlib import Path

from infopage.content.addresses import address_of
from infopage.content.lints.references import REQUIRED
from infopage.environment import RUNNER
from infopage.language.invisible import strip_invisible
from tests.accept import guard, provisions
from tests.accept.corpus import RealText, real_texts, registries

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = 150
_STANDING = "---\ntieu_de: Nghiệm thu\ntom_tat: Văn bản thật để nghiệm thu.\npham_vi: cong-khai\n---\n"


class _VisibleText(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._hidden += tag in ("script", "style", "template")

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag in ("script", "style", "template")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(data)


def squeeze(text: str) -> str:
    """Return the text in NFC without white space and invisible characters, which a build removes."""
    return "".join(unicodedata.normalize("NFC", strip_invisible(text)[0]).split())


def visible(html: str) -> str:
    """Return a page's visible text without white space."""
    parser = _VisibleText()
    parser.feed(html)
    return squeeze("".join(parser.parts))


def first_loss(source: str, page: str) -> str | None:
    """Return the first piece of the source that is missing in the page; None if all of it is there in order."""
    wanted = squeeze(source)
    if wanted in page:
        return None
    low, high = 0, len(wanted)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if wanted[:middle] in page else (low, middle - 1)
    return wanted[max(0, low - 30) : low + 30]


def project(folder: Path, texts: list[RealText]) -> None:
    """Write the temporary project: our hooks and configuration, with the real texts as docs/."""
    shutil.copytree(ROOT / "hooks", folder / "hooks", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / "data").mkdir()
    shutil.copy(ROOT / "data" / "trang.yml", folder / "data")
    for name, content in registries().items():
        (folder / "data" / name).write_text(content, encoding="utf-8")
    pages = [(name, _STANDING) for name in REQUIRED]
    for path, content in [*pages, *((text.path, text.markdown) for text in texts)]:
        file = folder / "docs" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(content, encoding="utf-8")


def main() -> int:
    """Run; the exit code is 0 if every document is complete in the site."""
    if len(sys.argv) != 2 or not (Path(sys.argv[1]) / "van-ban").is_dir():
        print("accept: give the folder of real texts, like: make accept CORPUS=../corpus", file=sys.stderr)
        return 2
    print(*provisions.check(Path(sys.argv[1])), sep="\n")
    texts = list(real_texts(Path(sys.argv[1])))
    print(*guard.check_texts(Path(sys.argv[1]), texts), sep="\n")
    environment = {**os.environ, "PYTHONPATH": "hooks", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        project(folder, texts)
        for command in (["-m", "infopage.cli", "check"], ["-m", RUNNER, "build", "--quiet", "--site-dir", "site"]):
            begun = time.perf_counter()
            ran = subprocess.run(
                [sys.executable, *command], cwd=folder, env=environment, capture_output=True, text=True, check=False
            )
            print(f"{' '.join(command[1:3])}: exit {ran.returncode}, {time.perf_counter() - begun:.1f} s")
            if ran.returncode:
                print(ran.stdout[-4000:], ran.stderr[-4000:])
                return 1
        print(*guard.check_built(folder / "site"), sep="\n")
        lost = 0
        for text in texts:
            page = folder / "site" / address_of(text.path) / "index.html"
            loss = first_loss(text.text, visible(page.read_text(encoding="utf-8")))
            if loss:
                lost += 1
                print(f"{text.path}: lost at “{loss}”")
    articles, words = sum(t.articles for t in texts), sum(len(t.text.split()) for t in texts)
    print(f"{len(texts)} documents, {articles} articles, {words} words: {lost} documents with a loss")
    return int(lost > 0 or len(texts) != DOCUMENTS)


if __name__ == "__main__":
    sys.exit(main())
