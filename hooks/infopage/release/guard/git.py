"""Runs the command git and turns its failures into messages for people."""

import subprocess
from pathlib import Path

GIT = ("git", "--no-replace-objects")
"""The command with an option to ignore replaced objects (git-replace), because a push sends the originals."""


class GitError(Exception):
    """Raised if git fails. The message explains the failure to the person who ran the command."""


def ask(root: Path, *arguments: str) -> bytes:
    """Run git and return its output. Raises GitError."""
    try:
        ran = subprocess.run([*GIT, *arguments], cwd=root, capture_output=True, check=False)
    except FileNotFoundError:
        raise GitError("máy này chưa có git; hãy cài git rồi chạy lại") from None
    if ran.returncode:
        said = ran.stderr.decode("utf-8", "replace").strip().split("\n")[-1]
        raise GitError(f"git {arguments[0]} không chạy được: {said}")
    return ran.stdout


def succeeds(root: Path, *arguments: str) -> bool:
    """Run git and tell whether it succeeds."""
    return subprocess.run([*GIT, *arguments], cwd=root, capture_output=True, check=False).returncode == 0


def prefix(root: Path) -> str:
    """Return the project's path within the repository, ending in ``/``; empty for the top folder. Raises GitError."""
    return ask(root, "rev-parse", "--show-prefix").decode("utf-8", "replace").strip("\n")
