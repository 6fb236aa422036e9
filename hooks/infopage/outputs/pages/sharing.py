"""The links by which a reader passes a page on, or tells the office of a fault in it."""

import json
from base64 import b64encode
from urllib.parse import quote

from infopage.content.catalogue import Catalogue

_FACEBOOK = "https://www.facebook.com/sharer/sharer.php"
_ZALO = "https://button-share.zalo.me/share_external"
SHARERS = (_FACEBOOK, _ZALO)
"""The pages of other sites by which a reader shares a page."""


def on_facebook(address: str) -> str:
    """Return the link that shares the page at the absolute ``address`` on Facebook."""
    return f"{_FACEBOOK}?u={quote(address, safe='')}"


def on_zalo(address: str) -> str:
    """Return the link that shares the page at the absolute ``address`` on Zalo, whose data is JSON in Base64."""
    data = b64encode(json.dumps({"url": address}).encode()).decode()
    return f"{_ZALO}?d={quote(data, safe='')}&shareType=0"


def report(title: str, address: str, catalogue: Catalogue) -> str:
    """Return the link to a letter that reports a fault in the page with this title and absolute ``address``."""
    subject = quote(f"Báo lỗi: {title}"[:150], safe="")
    body = quote(f"Trang: {address}\nChỗ sai và nội dung đúng: ", safe="")
    return f"mailto:{quote(catalogue.registries.identity.email, safe='@')}?subject={subject}&body={body}"
