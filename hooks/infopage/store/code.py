"""What every derived value is a function of besides its input: the code that derives it."""

import sys
from functools import cache
from pathlib import Path

import infopage
from infopage.store.digests import digest


@cache
def code_digest() -> str:
    """Return a fingerprint of this package, of every library installed beside it, and of Python."""
    package = Path(infopage.__file__).parent
    files = sorted(package.rglob("*.py"))
    parts = [sys.version.encode()]
    for path in files:
        parts += (path.relative_to(package).as_posix().encode(), path.read_bytes())
    # The folder of an installed library's own description is named by the library and its version.
    for folder in sorted({Path(one) for one in sys.path if one.endswith("site-packages")}):
        parts += sorted(one.name.encode() for one in folder.glob("*.dist-info"))
    return digest(*parts)
