"""The subcommands of ``infopage``. Each module has a function ``register(commands)``, which cli.py calls.

That function adds the argument parsers of its subcommands. A parser's ``run`` takes the parsed options and the
project's root, and returns the exit code. The options include the build time ``instant`` and the path of the record of
first publications. A command with the option ``anywhere`` also runs outside a project.
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
    """Return ``run`` as a command that prints each expected exception in one line and then returns 2.

    Expected are CopyError, ReleaseError, SignatureError, ValueError and OSError. Others are raised.
    """

    def running(options: argparse.Namespace, root: Path) -> int:
        try:
            return run(options, root)
        except (CopyError, ReleaseError, SignatureError, ValueError) as error:
            print(f"infopage: {error}", file=sys.stderr)
        except OSError as error:
            print(f"infopage: {error.filename or ''}: {error.strerror}", file=sys.stderr)
        return 2

    return running
