"""Groups of commands, each registered by cli.py: ``register(commands)`` adds parsers whose ``run`` takes the parsed
options, with the build's ``instant`` and the file of first publications among them, and the project's root, and returns
the exit code. One that is ``anywhere`` needs no project.
"""

import argparse
import sys
from collections.abc import Callable
from pathlib import Path

from infopage.release.proof.signing import SignatureError
from infopage.release.publishing.server import ReleaseError
from infopage.release.reading.copies import CopyError

Run = Callable[[argparse.Namespace, Path], int]


def told(run: Run) -> Run:
    """Return ``run`` with its failures told to people in one line, and 2 for its exit code."""

    def running(options: argparse.Namespace, root: Path) -> int:
        try:
            return run(options, root)
        except (CopyError, ReleaseError, SignatureError, ValueError) as error:
            print(f"infopage: {error}", file=sys.stderr)
        except OSError as error:
            print(f"infopage: {error.filename or ''}: {error.strerror}", file=sys.stderr)
        return 2

    return running
