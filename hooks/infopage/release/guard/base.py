"""What the guard looked for before a change: a request that takes a word out of the list must not profit from it."""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from infopage.content.registries import GUARD, load_one
from infopage.content.registry_entries import Protection
from infopage.release.guard.git import ask, prefix, succeeds

_FILE = f"data/{GUARD}.yml"
_NOBODY = "0000000"


def bases_of(root: Path, revisions: Sequence[str]) -> tuple[str, ...]:
    """Return the commits that a run of commits begins after: of ``A..B``, that of A. Raises GitError."""
    said = ask(root, "rev-parse", "--revs-only", *revisions).decode().split()
    return tuple(one.removeprefix("^") for one in said if one.startswith("^"))


def bases_of_push(lines: Sequence[str]) -> tuple[str, ...]:
    """Return what the other side has, from the lines that git gives a pre-push hook (githooks(5))."""
    remotes = (line.split()[3] for line in lines if len(line.split()) == 4)
    return tuple(dict.fromkeys(one for one in remotes if not one.startswith(_NOBODY)))


def entries_at(root: Path, revisions: Sequence[str]) -> Iterator[Protection]:
    """Yield the entries that the guard's list had at some commits; none where a commit is not here or has no list."""
    for revision in revisions:
        name = f"{revision}:{prefix(root)}{_FILE}"
        if not succeeds(root, "cat-file", "-e", name):
            continue
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, _FILE)
            file.parent.mkdir()
            file.write_bytes(ask(root, "show", name))
            yield from load_one(Path(folder), GUARD)[0]
