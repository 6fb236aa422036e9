"""The environment variables of a build. A separate module, so that builds need not import the commands of cli.py."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

RUNNER = "mkdocs"
"""The Python module that runs a build and serves previews; it calls hooks/events.py.

``properdocs`` builds the same site."""

PREVIEW = "INFOPAGE_PREVIEW"
"""The environment variable that makes the build include items that are not public yet."""

FIRST_PUBLISHED = "INFOPAGE_FIRST_PUBLISHED"
"""The environment variable that names the file of first publications, instead of the project's own."""

SERVING = "INFOPAGE_SERVING"
"""The environment variable that is set if a preview server runs the build; faults are then shown as pages."""


TIMINGS = "INFOPAGE_TIMINGS"
"""The environment variable that names a file for the table of the build's times."""


def build_instant(environment: Mapping[str, str]) -> datetime:
    """Return the build's instant: SOURCE_DATE_EPOCH (seconds since 1970), or else the current time.

    Raises ValueError, with a message for people, if the variable is not a valid number.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise ValueError("SOURCE_DATE_EPOCH phải là số giây tính từ 01/01/1970") from None


def first_published(environment: Mapping[str, str], root: Path, usual: str) -> str:
    """Return the path of the file of first publications, relative to ``root``.

    It is the file that the environment names, or else the ``usual`` one if it exists, or else empty.
    """
    named = environment.get(FIRST_PUBLISHED, "").strip()
    return named or (usual if (root / usual).is_file() else "")
