"""Reads data/bao-ve.yml, the registry with the guard's patterns, as it was before a change.

The earlier patterns apply too. So a change cannot remove a word from the patterns and use it at the same time.
"""

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from infopage.content.registries import GUARD, load_one
from infopage.content.registry_entries import Protection
from infopage.release.guard.git import ask, prefix, succeeds

_FILE = f"data/{GUARD}.yml"
_NOBODY = "0000000"


def bases_of(root: Path, revisions: Sequence[str]) -> tuple[str, ...]:
    """Return the commits before a range of commits: A for ``A..B``. Raises GitError.

    The range is checked with the list of patterns as it was at these commits, too. So it cannot remove a word from the
    list and then use it. ``revisions`` are arguments of git-rev-list.
    """
    said = ask(root, "rev-parse", "--revs-only", *revisions).decode().split()
    return tuple(one.removeprefix("^") for one in said if one.startswith("^"))


def bases_of_push(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the commits at which the branches that a push updates stand on the remote, before the push.

    The push is checked with the list of patterns as it was at these commits, too. So it cannot remove a word from the
    list and then use it. ``lines`` are what git passes to a pre-push hook (githooks(5)).
    """
    remotes = (line.split()[3] for line in lines if len(line.split()) == 4)
    return tuple(dict.fromkeys(one for one in remotes if not one.startswith(_NOBODY)))


def entries_at(root: Path, revisions: Sequence[str]) -> Iterator[Protection]:
    """Yield the entries of the list of patterns as it was at each of these commits.

    Commits that are missing or have no list are skipped.
    """
    for revision in revisions:
        name = f"{revision}:{prefix(root)}{_FILE}"
        if not succeeds(root, "cat-file", "-e", name):
            continue
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, _FILE)
            file.parent.mkdir()
            file.write_bytes(ask(root, "show", name))
            yield from load_one(Path(folder), GUARD)[0]
