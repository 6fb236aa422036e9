"""What a build is told by its environment; apart from cli.py, whose commands it needs none of."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

RUNNER = "mkdocs"
"""The program that runs a build, as a module of Python: it calls hooks/events.py, and serves previews.

``properdocs`` builds the same site."""

PREVIEW = "INFOPAGE_PREVIEW"
"""The environment variable that tells the build to show what is not public yet."""

FIRST_PUBLISHED = "INFOPAGE_FIRST_PUBLISHED"
"""The environment variable that names the file of first publications, where it is not the project's own."""

SERVING = "INFOPAGE_SERVING"
"""The environment variable that tells the build that a preview's server waits for it, and shows its faults itself."""


TIMINGS = "INFOPAGE_TIMINGS"
"""The environment variable that names a file to write to where the build's time went."""


def build_instant(environment: Mapping[str, str]) -> datetime:
    """Return the build's instant: SOURCE_DATE_EPOCH (seconds since 1970), else now.

    Raises ValueError, with a message for people, where the variable holds something else.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise ValueError("SOURCE_DATE_EPOCH phải là số giây tính từ 01/01/1970") from None


def first_published(environment: Mapping[str, str], root: Path, usual: str) -> str:
    """Return the file of first publications, relative to ``root``: the one that the environment names, else the
    ``usual`` one if it is there; empty where neither is.
    """
    named = environment.get(FIRST_PUBLISHED, "").strip()
    return named or (usual if (root / usual).is_file() else "")
