"""``python -m tests.judge``: let rss-parser, feedsmith and rss2email read the demonstration's feeds, and compare."""

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
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.outputs.feeds.server import Server
from tests.outputs.feeds.values import Read, entries, slugs, whole, words
from tests.outputs.values import gather
from tests.sites import lay_out
from tests.support import ROOT

HERE = Path(__file__).parent
MODULES = ROOT / "build" / "judge"
NEEDED = {"npm": "nodejs npm", "node": "nodejs npm", "r2e": "rss2email"}


def main() -> int:
    """Print what each program found; the exit code is 1 where one disagrees, 2 where one is not installed."""
    if missing := sorted({package for command, package in NEEDED.items() if shutil.which(command) is None}):
        print(f"make judge-feeds needs: apt-get install {' '.join(missing)}", file=sys.stderr)
        return 2
    with TemporaryDirectory(prefix="infopage-judge-") as folder:
        files = demonstration(Path(folder, "project"))
        server = Server(files)
        try:
            faults = [*by_node(files, server), *by_mail(files, server, Path(folder))]
        finally:
            server.close()
    print("\n".join(faults) or "all agree")
    return int(bool(faults))


def demonstration(folder: Path) -> dict[str, bytes]:
    """Return the demonstration's feeds by their paths."""
    project = lay_out(folder)
    for part in ("docs", "data"):
        shutil.copytree(ROOT / part, project / part)
    return whole(gather(project)[1])


def by_node(files: Mapping[str, bytes], server: Server) -> Iterator[str]:
    """Yield where rss-parser or feedsmith finds other entries than the feeds have."""
    MODULES.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json", "read.mjs"):
        shutil.copy(HERE / name, MODULES)
    subprocess.run(["npm", "ci", "--no-audit", "--no-fund", "--silent"], cwd=MODULES, check=True)
    paths = [f"nguon-tin/{slug}/{name}" for slug in slugs(files) for name in ("rss.xml", "atom.xml", "feed.json")]
    command = ["node", "read.mjs", *(server.address + path for path in paths)]
    read = json.loads(subprocess.run(command, cwd=MODULES, check=True, stdout=subprocess.PIPE, text=True).stdout)
    for program, found in read.items():
        for address, items in found.items():
            path = address.removeprefix(server.address)
            got = [Read(id, title, link, instant(at), words(content or "")) for id, title, link, at, content in items]
            if got != entries(path, files[path]):
                yield f"{program} reads {path} otherwise"
        print(f"{program}: {len(found)} feeds, {sum(map(len, found.values()))} entries")


def instant(text: str) -> datetime:
    """Return a date as a program gave it, in any of the formats' forms."""
    at = parsedate_to_datetime(text) if "," in text else datetime.fromisoformat(text)
    return at.astimezone(UTC)


def by_mail(files: Mapping[str, bytes], server: Server, folder: Path) -> Iterator[str]:
    """Yield where rss2email sends other letters than the feeds have entries, or fetches anew what has not changed."""
    settings = {
        "from": "feeds@minhhoa.example",
        "to": "reader@minhhoa.example",
        "email-protocol": "maildir",
        "maildir-path": str(folder / "mail"),
        "maildir-mailbox": "feeds",
        "html-mail": "True",
        "date-header": "True",
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
    """Return what a letter says: the entry's title, address and day."""
    title = " ".join(str(make_header(decode_header(message["Subject"]))).split())
    return title, message["X-RSS-URL"], parsedate_to_datetime(message["Date"]).astimezone(UTC)


if __name__ == "__main__":
    sys.exit(main())
