"""Staging: a site is made in a separate folder and replaces the old one only when it is complete."""

import hashlib
import os
import shutil
from pathlib import Path

from infopage.outputs.metadata.security_txt import ADDRESS as SECURITY_TXT


def staging(site: Path, work: Path) -> Path:
    """Return the folder in which to make ``site``; files that an interrupted build left there are removed.

    The folder is below ``work``. It is next to the site if ``work`` cannot be written to or is inside the site.
    """
    site, work = site.resolve(), work.resolve()
    existing = next(folder for folder in (work, *work.parents) if folder.exists())
    is_free = existing.is_dir() and os.access(existing, os.W_OK) and not work.is_relative_to(site)
    base = work if is_free else site.parent
    made = base / f"site-{hashlib.sha256(str(site).encode()).hexdigest()[:12]}"
    shutil.rmtree(made, ignore_errors=True)
    return made


def put(made: Path, site: Path, kept: Path | None = None) -> None:
    """Replace the old site in the folder ``site`` with the complete new one in the folder ``made``.

    Hidden files that the build did not write (such as .git) stay, as in MkDocs. The old site is moved to the folder
    ``kept`` if one is given and if the move is possible.
    """
    site = site.resolve()
    former = made.with_name(f"{made.name}-truoc")
    shutil.rmtree(former, ignore_errors=True)
    site.parent.mkdir(parents=True, exist_ok=True)
    try:
        if site.exists():
            site.rename(former)
        made.rename(site)
    except OSError:  # a folder cannot be moved to another disk, or if it is a mount point
        _refill(made, site)
        return
    (former / SECURITY_TXT).unlink(missing_ok=True)
    for hidden in former.glob(".*"):
        if not (site / hidden.name).exists():
            hidden.rename(site / hidden.name)
    if kept and former.exists():
        shutil.rmtree(kept, ignore_errors=True)
        former.rename(kept)
    shutil.rmtree(former, ignore_errors=True)


def _refill(made: Path, site: Path) -> None:
    site.mkdir(exist_ok=True)
    (site / SECURITY_TXT).unlink(missing_ok=True)
    for old in site.iterdir():
        if old.name.startswith("."):
            continue
        if old.is_dir() and not old.is_symlink():
            shutil.rmtree(old)
        else:
            old.unlink()
    shutil.copytree(made, site, dirs_exist_ok=True)
    shutil.rmtree(made)
