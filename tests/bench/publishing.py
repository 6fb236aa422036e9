"""``python -m tests.bench.publishing``: measures how long publishing a large site takes, in full and after one change.

The server is a real sshd and nginx on this machine. ``--letters`` sets the length of the pages: those of more than a
kilobyte are compressed on the server, which may double the time.
"""

import argparse
import os
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.release.lab import Lab, lab_alone, make_site

BAR = 60
"""The most wall-clock seconds for each publishing, on a machine of two cores."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the seconds of each publishing; the exit code is 1 if any takes longer than ``BAR``."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.publishing", description=__doc__)
    parser.add_argument("--files", type=int, default=100_000, help="how many pages (default: 100000)")
    parser.add_argument("--letters", type=int, default=200, help="of how many letters each (default: 200)")
    options = parser.parse_args(arguments)
    memory = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with TemporaryDirectory(prefix="infopage-bench-", dir=memory) as folder:
        (Path(folder) / "lab").mkdir()
        with lab_alone(Path(folder) / "lab") as lab:
            site = make_site(Path(folder) / "site", "x" * options.letters, pages=options.files)
            took = {"whole": _published(lab, site)}
            # Removes the manifest and its signature, as a rebuilt site has none yet.
            for left in site.glob("MANIFEST.sha256*"):
                left.unlink()
            (site / "trang" / "7" / "index.html").write_text("<!doctype html><title>Khác</title>", "utf-8")
            took["one page changed"] = _published(lab, site)
    for name, seconds in took.items():
        print(f"{options.files:,} pages of {options.letters:,} letters, {name}: {seconds:.1f} s (at most {BAR})")
    return int(max(took.values()) > BAR)


def _published(lab: Lab, site: Path) -> float:
    begun = time.monotonic()
    ran = lab.publish(site)
    took = time.monotonic() - begun
    if ran.returncode:
        sys.exit(f"publishing failed:\n{ran.stderr}")
    return took


if __name__ == "__main__":
    sys.exit(main())
