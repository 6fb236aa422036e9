"""Git, asked by its own command: what it says, or a message for people."""

import subprocess
from pathlib import Path

GIT = ("git", "--no-replace-objects")
"""The command; what is replaced on this machine goes out all the same."""


class GitError(Exception):
    """Git could not tell; the message is for people."""


def ask(root: Path, *arguments: str) -> bytes:
    """Return what git prints; raises GitError."""
    try:
        ran = subprocess.run([*GIT, *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise GitError("máy này chưa có git; hãy cài git rồi chạy lại") from None
    if ran.returncode:
        said = ran.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        raise GitError(f"git {arguments[0]} không chạy được: {said}")
    return ran.stdout


def succeeds(root: Path, *arguments: str) -> bool:
    """Tell whether git does what it is asked."""
    return subprocess.run([*GIT, *arguments], cwd=root, capture_output=True, check=False).returncode == 0


def prefix(root: Path) -> str:
    """Return the project's folder within the repository, with ``/``; mostly it is the repository. Raises GitError."""
    return ask(root, "rev-parse", "--show-prefix").decode("utf-8", "replace").strip("\n")
