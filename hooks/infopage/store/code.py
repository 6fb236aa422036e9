"""A fingerprint of this program's code: a stored value depends on its input and on the code that computed it."""

import sys
from functools import cache
from pathlib import Path

import infopage
from infopage.store.digests import digest


@cache
def code_digest() -> str:
    """Return a fingerprint of this package, of the versions of all installed libraries, and of the Python version."""
    package = Path(infopage.__file__).parent
    files = sorted(package.rglob("*.py"))
    parts = [sys.version.encode()]
    for path in files:
        parts += (path.relative_to(package).as_posix().encode(), path.read_bytes())
    # The name of a .dist-info folder contains the name and version of the library, so no file in it is read.
    for folder in sorted({Path(one) for one in sys.path if one.endswith("site-packages")}):
        parts += sorted(one.name.encode() for one in folder.glob("*.dist-info"))
    return digest(*parts)
