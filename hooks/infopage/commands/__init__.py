"""Groups of commands, each in a module whose ``register(commands)`` cli.py calls to add the parsers.

A parser's ``run`` takes the parsed options and the project's root, and returns the exit code. The options include the
build's ``instant`` and the file of first publications. A command marked ``anywhere`` needs no project.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from infopage.release.proof.signing import SignatureError
from infopage.release.publishing.releases import ReleaseError
from infopage.release.reading.copies import CopyError

Run = Callable[[argparse.Namespace, Path], int]


def exits_with_2(run: Run) -> Run:
    """Return ``run`` as a command that prints a failure in one line and returns 2 for it."""

    def running(options: argparse.Namespace, root: Path) -> int:
        try:
            return run(options, root)
        except (CopyError, ReleaseError, SignatureError, ValueError) as error:
            print(f"infopage: {error}", file=sys.stderr)
        except OSError as error:
            print(f"infopage: {error.filename or ''}: {error.strerror}", file=sys.stderr)
        return 2

    return running
