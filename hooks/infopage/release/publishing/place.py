"""Warns an office whose page has a licence if the page is not where the law wants it: in .vn, on a server in Việt Nam.

The ground is Nghị định số 174/2026/NĐ-CP, Điều 45, khoản 1, điểm d and đ. The software cannot know where a server is.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from infopage.content.registry_entries import Identity
from infopage.release.guard.identity import is_real

_GROUND = "Nghị định số 174/2026/NĐ-CP, Điều 45"
_RULE = f"trang có giấy phép phải dùng tên miền .vn và máy chủ có địa chỉ IP ở Việt Nam ({_GROUND})"


def is_licensed(identity: Identity) -> bool:
    """Tell whether the identity names a licence, and not why the page needs none."""
    said = identity.licence.casefold()
    return "giấy phép" in said and not any(word in said for word in ("không", "miễn", "chưa"))


def warnings_of_domain(identity: Identity, url: str) -> Iterator[str]:
    """Yield a warning if a licensed page is to be published at the address ``url``, outside .vn."""
    host = (urlsplit(url).hostname or "").rstrip(".").lower()
    if _is_bound(identity, url) and not host.endswith(".vn"):
        yield f"cảnh báo: {host} không có tên miền .vn; {_RULE}"


def warnings_of_host(identity: Identity, url: str) -> Iterator[str]:
    """Yield a warning if a licensed page is to be published at ``url`` by a host such as GitHub Pages."""
    if _is_bound(identity, url):
        yield f"cảnh báo: GitHub Pages, GitLab Pages không có máy chủ ở Việt Nam; {_RULE}"


def _is_bound(identity: Identity, url: str) -> bool:
    """Tell whether the law binds a page: it has a licence, is no demonstration, and people can reach its address."""
    return not identity.demonstration and is_real(url) and is_licensed(identity)
