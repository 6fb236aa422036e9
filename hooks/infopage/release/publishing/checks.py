"""The checks that every built site must pass before it may be published."""

from collections.abc import Iterator
from pathlib import Path

from infopage.outputs.theme.assets import ASSETS
from infopage.release.hosting.headers import is_fingerprinted
from infopage.release.hosting.policy import policy_faults
from infopage.release.reading.walk import files_named


def checks_before(site: Path) -> Iterator[str]:
    """Yield a message for people for each reason not to publish the built site in ``site``.

    The reasons are parts of pages that browsers would block, and files that browsers would keep in their cache
    after the files have changed.
    """
    yield from policy_faults(site)
    yield from _unnamed(site)


def _unnamed(site: Path) -> Iterator[str]:
    """Yield a message for each file that browsers cache for a year although its name lacks a hash of its content."""
    for file in files_named(site / ASSETS) if (site / ASSETS).is_dir() else ():
        if not is_fingerprinted(address := f"{ASSETS}{file.name}"):
            yield f"{address}: tên tệp trong {ASSETS} phải có mã theo nội dung, vì trình duyệt giữ tệp ở đó cả năm"
