"""A digest as a mail message (RFC 5322), in text and HTML, for an office to send; the bytes are reproducible."""

import hashlib
from email.header import Header
from email.headerregistry import Address
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from email.policy import compat32
from email.utils import format_datetime
from html import escape

from infopage.content.catalogue import Catalogue
from infopage.outputs.feeds.digest import Digest, as_html, as_text
from infopage.outputs.wording.encoding import absolute
from infopage.outputs.wording.feed_links import FOLDER
from infopage.outputs.wording.frame import Settings

_DEMONSTRATION = (
    "Bản trình diễn: tỉnh, cơ quan và văn bản trong thư này là minh họa, không phải của cơ quan nào có thật."
)
_HTML = """\
<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{title}</title>
</head>
<body>
<h1>{title}</h1>
{before}{sections}
<hr>
{after}
</body>
</html>
"""


def letter(digest: Digest, to: str, catalogue: Catalogue, settings: Settings) -> bytes:
    """Return the mail message of a digest as the bytes of an ``.eml`` file.

    The sender's address is from data/trang.yml (data about the site's owner). ``to`` is the recipient's; if it is
    empty, the sender is the recipient. Raises ValueError if either is not a mail address.
    """
    identity = catalogue.registries.identity
    sender, to = _address(identity.email), to and _address(to)
    sections = digest.sections(catalogue, settings)
    title = f"{settings.name}: {digest.title}"
    before = [_DEMONSTRATION] if identity.demonstration else []
    after = [
        f"{identity.organisation}, {identity.postal_address}. Điện thoại: {identity.telephone}.",
        f"Trang thông tin: {absolute('', settings)}. Tự theo dõi bằng ứng dụng đọc tin: {absolute(FOLDER, settings)}.",
        "Không muốn nhận thư này nữa thì xin trả lời thư.",
    ]
    text = "\n\n".join((title, *before, as_text(sections), "-- \n" + "\n".join(after))) + "\n"
    told = _HTML.format(
        title=escape(title), before=_paragraphs(before), sections=as_html(sections), after=_paragraphs(after)
    )
    # The default boundary between the parts is random. This one cannot occur in the parts, which are base64.
    message = MIMEMultipart("alternative", f"=_{hashlib.sha256(told.encode()).hexdigest()[:32]}")
    headers: dict[str, str | Header] = {
        "From": _mailbox(identity.organisation, sender),
        "To": to or _mailbox(identity.organisation, sender),
        "Subject": Header(title, "utf-8", header_name="Subject"),
        "Date": format_datetime(digest.period.end),
        "Message-ID": f"<{digest.period.id.replace('/', '.')}@{identity.feeds.domain}>",
        "Content-Language": "vi",
        "X-Unsent": "1",  # so that Outlook opens the file as a draft, ready to send
    }
    for name, value in headers.items():
        message[name] = value  # type: ignore[assignment]  # typeshed has no Header here; compat32 accepts it
    message.attach(MIMEText(text.replace("\n", "\r\n"), "plain", "utf-8"))
    message.attach(MIMEText(told.replace("\n", "\r\n"), "html", "utf-8"))
    return message.as_bytes(policy=compat32.clone(linesep="\r\n"))


def _mailbox(name: str, address: str) -> Header:
    # The newer header classes lose some spaces when they break lines of text that is not ASCII.
    found = Header(name, "utf-8", header_name="From")
    found.append(f"<{address}>", "us-ascii")
    return found


def _paragraphs(lines: list[str]) -> str:
    return "".join(f"<p>{escape(line, quote=False)}</p>\n" for line in lines)


def _address(text: str) -> str:
    """Return ``text`` as a mail address; raises ValueError if it is not one."""
    try:
        return Address(addr_spec=text).addr_spec
    except (ValueError, IndexError, AttributeError):
        raise ValueError(f"“{text}” không phải địa chỉ thư điện tử; hãy viết như banbientap@minhhoa.example") from None
