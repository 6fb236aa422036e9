"""The environment variables of a build. They have a module of their own, so that builds need not import cli.py."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

RUNNER = "mkdocs"
"""The Python module that runs a build and serves previews; it calls hooks/events.py.

The module ``properdocs``, the continuation of MkDocs, would build the same site."""

PREVIEW = "INFOPAGE_PREVIEW"
"""The environment variable that makes the build include items that are not public yet."""

FIRST_PUBLISHED = "INFOPAGE_FIRST_PUBLISHED"
"""The environment variable with the path of the file of first publications, if it is not the project's own file.

That file records when the public first saw each item.
"""

SERVING = "INFOPAGE_SERVING"
"""The environment variable that is set if a preview server runs the build. Faults are then shown as a web page."""


TIMINGS = "INFOPAGE_TIMINGS"
"""The environment variable with the path of a file, to which the build writes a table of the time of each phase."""


def build_instant(environment: Mapping[str, str]) -> datetime:
    """Return the time as of which the site is built, given the environment variables.

    It is SOURCE_DATE_EPOCH (seconds since 1970), or else the current time. Raises ValueError, with a message for the
    editor, if the variable is not a valid number.
    """
    epoch = environment.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(epoch), UTC)
    except (ValueError, OverflowError, OSError):
        raise ValueError("SOURCE_DATE_EPOCH phải là số giây tính từ 01/01/1970") from None


def first_published(environment: Mapping[str, str], root: Path, usual: str) -> str:
    """Return the path, relative to ``root``, of the file that records when the public first saw each item.

    It is the path in the environment variable, or else ``usual`` (the project's own file) if that file exists, or else
    empty.
    """
    named = environment.get(FIRST_PUBLISHED, "").strip()
    return named or (usual if (root / usual).is_file() else "")
