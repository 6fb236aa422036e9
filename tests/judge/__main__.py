"""``python -m tests.judge``: lets five other programs read the demonstration site's feeds and compares the results."""

import json
import mailbox
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from email.header import decode_header, make_header
from email.message import Message
from email.utils import parsedate_to_datetime
from html import unescape
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree

from tests.outputs.feeds.server import Server
from tests.outputs.feeds.values import ATOM, JSON, RSS, Read, entries, slugs, whole, words
from tests.outputs.values import gather
from tests.sites import lay_out
from tests.support import ROOT

HERE = Path(__file__).parent
MODULES = ROOT / "build" / "judge"
NEEDED = {"npm": "nodejs npm", "node": "nodejs npm", "r2e": "rss2email", "javac": "default-jdk-headless"}
JARS = [f"/usr/share/java/{name}.jar" for name in ("rome", "rome-utils", "jdom2", "slf4j-api", "slf4j-nop")]
"""ROME and its dependencies, as Debian's librome-java installs them."""

ODD_NEWS = """\
---
ma: tin-tieu-de-co-dau
tieu_de: "Hỏi & đáp: viết <Đảng viên> thế nào cho đúng, 5 < 6"
tom_tat: "Tóm tắt có <b>dấu</b> & ký hiệu &lt;lạ&gt;."
pham_vi: cong-khai
ngay_dang: 20/11/2026 08:00
---
Nội dung của tin có tiêu đề lạ.
"""
"""A news item whose title is damaged by readers that treat every title as HTML."""


def main() -> int:
    """Print the results of each program; the exit code is 1 if one disagrees with the feeds, 2 if one is missing."""
    missing = {package for command, package in NEEDED.items() if shutil.which(command) is None}
    missing |= set() if all(Path(jar).is_file() for jar in JARS) else {"librome-java"}
    if missing:
        print(f"make judge-feeds needs: apt-get install {' '.join(sorted(missing))}", file=sys.stderr)
        return 2
    with TemporaryDirectory(prefix="infopage-judge-") as folder:
        files = demonstration(Path(folder, "project"))
        server = Server(files)
        try:
            faults = [*by_rome(files, server), *by_node(files, server), *by_mail(files, server, Path(folder))]
        finally:
            server.close()
    print("\n".join(faults) or "all agree")
    return int(bool(faults))


def demonstration(folder: Path) -> dict[str, bytes]:
    """Return the demonstration site's feeds by path, with one item added."""
    project = lay_out(folder)
    for part in ("docs", "data"):
        shutil.copytree(ROOT / part, project / part)
    (project / "docs/tin-tuc/2026/tieu-de-co-dau.md").write_text(ODD_NEWS, encoding="utf-8")
    return whole(gather(project)[1])


def by_rome(files: Mapping[str, bytes], server: Server) -> Iterator[str]:
    """Yield each difference between the entries or update times that ROME finds and those of the feeds."""
    paths = [path for path in files if path.endswith((RSS, ATOM))]
    command = ["java", "-cp", ":".join(JARS), str(HERE / "Rome.java"), *(server.address + path for path in paths)]
    ran = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, encoding="utf-8")
    found: dict[str, list[tuple[Read, str]]] = {path: [] for path in paths}
    for line in ran.stdout.splitlines():
        address, id, title, link, at, changed, content = line.split("\t")
        path = address.removeprefix(server.address)
        found[path].append((Read(id, as_text(title, path), link, instant(at), words(content)), changed))
    for path, read in found.items():
        if [entry for entry, _ in read] != entries(path, files[path]):
            yield f"ROME reads {path} otherwise"
        told = etree.fromstring(files[path]).xpath("//*[local-name() = 'entry']/*[local-name() = 'updated']/text()")
        if path.endswith(ATOM) and [instant(changed) for _, changed in read] != [instant(at) for at in told]:
            yield f"ROME reads other instants of change in {path}"
    print(f"ROME: {len(found)} feeds, {sum(map(len, found.values()))} entries")


def as_text(title: str, path: str) -> str:
    """Return a title of the feed file ``path`` as a program shows it: in Atom, titles with ``<`` or ``&`` are HTML."""
    return unescape(title) if path.endswith(ATOM) else title


def by_node(files: Mapping[str, bytes], server: Server) -> Iterator[str]:
    """Yield each difference between the feeds' entries and those that rss-parser, feedparser or feedsmith finds."""
    MODULES.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", "read.mjs"):
        shutil.copy(HERE / name, MODULES)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=MODULES, check=True)
    paths = [f"nguon-tin/{slug}/{name}" for slug in slugs(files) for name in (RSS, ATOM, JSON)]
    command = ["node", "read.mjs", *(server.address + path for path in paths)]
    read = json.loads(subprocess.run(command, cwd=MODULES, check=True, stdout=subprocess.PIPE, text=True).stdout)
    for program, found in read.items():
        for address, items in found.items():
            path = address.removeprefix(server.address)
            got = [
                Read(id, as_text(title, path), link, instant(at), words(content or ""))
                for id, title, link, at, content in items
            ]
            if got != entries(path, files[path]):
                yield f"{program} reads {path} otherwise"
        print(f"{program}: {len(found)} feeds, {sum(map(len, found.values()))} entries")


def instant(text: str) -> datetime:
    """Return the instant of a date in any of the forms that the five programs print."""
    at = parsedate_to_datetime(text) if "," in text else datetime.fromisoformat(text)
    return at.astimezone(UTC)


def by_mail(files: Mapping[str, bytes], server: Server, folder: Path) -> Iterator[str]:
    """Yield each difference between rss2email's letters and the feeds, and each unchanged feed fetched anew."""
    settings = {
        "from": "feeds@minhhoa.example",
        "to": "reader@minhhoa.example",
        "email-protocol": "maildir",
        "maildir-path": str(folder / "mail"),
        "maildir-mailbox": "feeds",
        "html-mail": "True",
        "date-header": "True",
        "date-header-order": "published",
    }
    (folder / "mail").mkdir()
    mailbox.Maildir(folder / "mail" / "feeds").close()
    lines = "".join(f"{name} = {value}\n" for name, value in settings.items())
    (folder / "r2e.cfg").write_text(f"[DEFAULT]\n{lines}", encoding="utf-8")
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}

    def r2e(*arguments: str) -> None:
        command = ["r2e", "-c", str(folder / "r2e.cfg"), "-d", str(folder / "r2e.json"), *arguments]
        subprocess.run(command, env=environment, check=True, capture_output=True)

    for name in ("rss.xml", "atom.xml"):
        path = f"nguon-tin/tat-ca/{name}"
        r2e("add", name.removesuffix(".xml"), server.address + path)
        r2e("run", name.removesuffix(".xml"))
        box = mailbox.Maildir(folder / "mail" / "feeds")
        letters = {letter(message) for message in box}
        box.clear()
        box.close()
        expected = {(entry.title, entry.link, entry.published) for entry in entries(path, files[path])}
        if letters != expected:
            yield f"rss2email reads {path} otherwise: {sorted(map(str, letters ^ expected))[:4]}"
        r2e("run", name.removesuffix(".xml"))
        if server.answers[-1] != (path, 304):
            yield f"rss2email fetches {path} anew: {server.answers[-1]}"
        print(f"rss2email: {path}, {len(letters)} letters, then {server.answers[-1][1]}")


def letter(message: Message) -> tuple[str, str, datetime]:
    """Return (title, address, date) of the feed entry that a mail from rss2email is about."""
    title = " ".join(str(make_header(decode_header(message["Subject"]))).split())
    return title, message["X-RSS-URL"], parsedate_to_datetime(message["Date"]).astimezone(UTC)


if __name__ == "__main__":
    sys.exit(main())
