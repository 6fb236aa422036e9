"""Sites to ask judged queries of: the demonstration, and the real texts of a corpus."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

from infopage.content.addresses import address_of
from tests.accept import party
from tests.accept.__main__ import project
from tests.accept.corpus import real_texts
from tests.accept.item import RealText
from tests.sites import build, lay_out
from tests.support import ROOT

_BY_ADDRESS = re.compile(r"\(theo địa chỉ nguồn\) ([a-z0-9-]+)")
_IDENTIFIER = re.compile(r"--?\d{4,}$")


def build_demonstration(folder: Path) -> Path:
    """Build the demonstration in ``folder``, with the project in a folder beside it; return the site's folder."""
    shutil.rmtree(folder / "project", ignore_errors=True)
    made = lay_out(folder / "project")
    for part in ("docs", "data"):
        shutil.copytree(ROOT / part, made / part)
    return _built(made, folder / "site")


def build_corpus(corpus: Path, folder: Path) -> Path:
    """Build a site of a corpus's real texts in ``folder``, with the project beside it; return the site's folder."""
    texts = [titled(text) for text in real_texts(corpus)]
    if not texts:
        sys.exit(f"{corpus}: không có văn bản nào.")
    shutil.rmtree(folder / "project", ignore_errors=True)
    (folder / "project").mkdir(parents=True)
    project(folder / "project", texts)
    papers = [f"docs/{text.path}" for text in party.party_texts(corpus)]
    if papers:  # the Party's texts have their letterheads in the text; ``check --fix`` moves them into keys
        command = [sys.executable, "-m", "infopage.cli", "check", "--fix", *papers]
        environment = {**os.environ, "PYTHONPATH": "hooks", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
        ran = subprocess.run(
            command, cwd=folder / "project", env=environment, capture_output=True, text=True, check=False
        )
        if ran.returncode:
            sys.exit(ran.stdout[-4000:] + ran.stderr[-4000:])
    return _built(folder / "project", folder / "site")


def _built(made: Path, site: Path) -> Path:
    ran = build(made, site.resolve())
    if ran.returncode:
        sys.exit(ran.stderr[-4000:])
    return site


def titled(text: RealText) -> RealText:
    """Return a real text; if its abstract is only a web address, it is replaced by the words in that address."""
    name = Path(address_of(text.path)).name
    return replace(text, markdown=_BY_ADDRESS.sub(lambda found: words_of(found[1], name), text.markdown, count=1))


def words_of(address: str, number: str) -> str:
    """Return the title that an address contains: ``Luat dien luc`` of ``luat-dien-luc-so-28-2004-qh11--18565``.

    ``number`` is the number of the document, which is not part of its title.
    """
    words = _IDENTIFIER.sub("", address)
    words = words.removesuffix(f"-so-{number}")
    head, found, tail = words.partition(f"{number}-")
    words = tail.removeprefix("ve-viec-").removeprefix("ve-") if found and head.count("-") < 4 else words
    return words.replace("-", " ").capitalize()
