"""What a release changes for readers: its new, changed and removed pages, listed by address and title."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Self

from infopage.release.proof.manifest import Manifest

_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_HEAD = 50_000
_SHOWN = 50
_PAGE = "index.html"


@dataclass(frozen=True)
class Changes:
    """The differences between two releases: the addresses of new, changed and removed (``gone``) files, each sorted."""

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]

    @classmethod
    def between(cls, old: Manifest, new: Manifest) -> Self:
        """Return the differences between two manifests: that of the current release, and that of the next one."""
        both = old.digests.keys() & new.digests.keys()
        return cls(
            tuple(sorted(new.digests.keys() - both)),
            tuple(sorted(name for name in both if old.digests[name] != new.digests[name])),
            tuple(sorted(old.digests.keys() - both)),
        )

    def __bool__(self) -> bool:
        """Tell whether there is any difference."""
        return bool(self.new or self.changed or self.gone)

    @property
    def pages(self) -> tuple[str, ...]:
        """The files of new and changed web pages, the new ones first, such as ``van-ban/index.html``."""
        return tuple(name for name in (*self.new, *self.changed) if _is_page(name))

    def describe(self, site: Path) -> Iterator[str]:
        """Yield the lines of a report for people. The pages' titles are read from the built site in ``site``."""
        for what, mark, names in (("mới", "+", self.new), ("đổi", "~", self.changed), ("bỏ", "-", self.gone)):
            pages = [name for name in names if _is_page(name)]
            if pages:
                yield f"Trang {what} ({len(pages)}):"
                yield from _listed(pages, mark, site)
        others = [sum(not _is_page(name) for name in names) for names in (self.new, self.changed, self.gone)]
        if any(others):
            yield "Tệp khác: {} mới, {} đổi, {} bỏ".format(*others)


def _is_page(name: str) -> bool:
    return name == _PAGE or name.endswith(f"/{_PAGE}")


def _listed(pages: Sequence[str], mark: str, site: Path) -> Iterator[str]:
    for name in pages[:_SHOWN]:
        yield f"  {mark} /{name.removesuffix(_PAGE)}{_title(site / name)}"
    if len(pages) > _SHOWN:
        yield f"  … và {len(pages) - _SHOWN} trang nữa"


def _title(page: Path) -> str:
    """Return two spaces and a page's title without the site's name; the report puts them after the page's address.

    The result is empty for a page that does not exist.
    """
    if not page.is_file():
        return ""
    with page.open(encoding="utf-8", errors="replace") as file:
        found = _TITLE.search(file.read(_HEAD))
    title = unescape(found[1]).strip() if found else ""
    return f"  {title.rpartition(' – ')[0] or title}".rstrip()
