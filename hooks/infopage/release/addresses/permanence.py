"""Checks that a release loses no address of the ledger (all addresses ever published), and writes the new ledger."""

import posixpath
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from html import escape
from pathlib import Path
from urllib.parse import quote

from infopage.content.addresses import relative
from infopage.files.attachable import may_be_named
from infopage.language.dates import format_date, hanoi
from infopage.outputs.pages.tombstones import FILE as TOMBSTONE
from infopage.outputs.site.generated import is_own
from infopage.release.addresses.answers import Addresses, AddressKind
from infopage.release.addresses.ledger import NAME, Ledger, LostAddress, is_version, rebuilt
from infopage.release.addresses.waiting import waiting

_MOST = 12
_NOTE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
{head}
</head>
<body>
{body}
</body>
</html>
"""
_FORBIDDEN = _NOTE.format(
    head="<title>Tệp không còn được đăng</title>",
    body="""<h1>Tệp không còn được đăng</h1>
<p>Trang không đăng loại tệp này nữa. <a href="{home}">Về trang chủ</a></p>""",
)
_STAND_IN = _NOTE.format(
    head="""<meta http-equiv="refresh" content="0; url={href}">
<title>Danh sách đã chuyển địa chỉ</title>""",
    body='<p>Danh sách này không còn nội dung. <a href="{href}">Mở danh sách rộng hơn</a>.</p>',
)
_VERSION_STAND_IN = _NOTE.format(
    head="""<meta http-equiv="refresh" content="0; url={href}">
<title>Bản tại ngày khác</title>""",
    body='<p>Nội dung văn bản không thay đổi ở ngày này. <a href="{href}">Mở bản trước ngày này</a>.</p>',
)


def settle(site: Path, root: Path, previous: Ledger, instant: datetime) -> list[str]:
    """Check a site built from the project at ``root`` against ``previous``, the current release's ledger.

    Return a message for editors for each lost address or anchor, and then leave the site untouched. If nothing is lost,
    write the new ledger into the site, redirects from lists that no longer exist, and 410 pages for published files
    whose type is forbidden now. ``instant`` is the build time, whose date new entries of the ledger get.

    Raises ValueError where the folder is no built site.
    """
    answers = Addresses.of_folder(site)
    previous = previous.with_forbidden(filter(_may_not_return, previous.entries.keys() & answers.gone))
    if faults := losses(answers, root, previous, instant):
        return faults
    _write_forbidden(site, previous.unanswered(answers))
    for address, above in previous.stand_ins(answers).items():
        href = escape(quote(relative(above, f"{address.rstrip('/')}/")))
        note = _VERSION_STAND_IN if is_version(address) else _STAND_IN
        _write_note(site / address / "index.html", note.format(href=href))
    write(previous.with_all(answers, hanoi(instant).date()), site / NAME)
    return []


def losses(answers: Addresses, root: Path, previous: Ledger, instant: datetime) -> list[str]:
    """Return a message for editors for each address or anchor that a site has lost.

    ``answers`` are the site's addresses, ``root`` is its project, and ``previous`` the ledger (list of published
    addresses) of the current release. An item dated after ``instant``, the build time, is not public yet; the message
    then says this as the reason.
    """
    lost = list(previous.lost(answers))
    reasons = waiting(root, instant) if lost else {}
    return [words(one, reasons.get(one.address, "")) for one in lost]


def forbid(site: Path, previous: Ledger) -> list[str]:
    """Write a 410 page into a built site for each missing file of a type that may no longer be published.

    Return the addresses of these files. They are in the ledger ``previous`` (list of published addresses), and the next
    ledger marks them as forbidden. Raises ValueError where the folder is no built site.
    """
    answers = Addresses.of_folder(site)
    lost = (address for address in sorted(previous.entries) if answers.end_of(address) is None)
    found = list(filter(_may_not_return, lost))
    _write_forbidden(site, previous.with_forbidden(found).unanswered(answers))
    return found


def _may_not_return(address: str) -> bool:
    """Tell whether an address is that of an attached file whose type is not allowed today."""
    is_file = address != "" and not address.endswith("/")
    return is_file and not is_own(address) and not may_be_named(address)


def _write_forbidden(site: Path, addresses: Iterable[str]) -> None:
    """Write a 410 page at each address of a file whose type is forbidden."""
    for address in addresses:
        _write_note(site / address / TOMBSTONE, _FORBIDDEN.format(home=relative("", f"{address}/")))


def _write_note(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(text.encode())


def write(ledger: Ledger, file: Path) -> None:
    """Write a ledger (list of addresses) to a file, completely or not at all."""
    part = file.with_name(f".{file.name}.part")
    part.write_bytes(str(ledger).encode())
    part.replace(file)


def rebuild(releases: Iterable[Path], today: date) -> Ledger:
    """Return the ledger (list of published addresses), rebuilt from the folders of stored releases.

    Addresses that are in no ledger are dated ``today``. Raises ValueError where a folder holds no release.
    """
    return rebuilt(((_own(folder), Addresses.of_folder(folder)) for folder in releases), today)


def _own(release: Path) -> Ledger:
    try:
        return Ledger.parse((release / NAME).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Ledger()


def words(lost: LostAddress, waits: str = "") -> str:
    """Return a message about a lost address: what is lost, since when it was public, and how an editor restores it.

    ``waits`` is the reason why the item at the address is not public yet, empty where there is no such item.
    """
    since = f"công bố từ ngày {format_date(lost.entry.since)}"
    if lost.anchors:
        return f"“{lost.address or '.'}” ({since}) không còn {_anchors(lost)}; {_keep_anchor(lost)}"
    what = "tệp" if lost.entry.kind is AddressKind.FILE else "trang"
    if waits:
        remedy = "hãy ghi lại ngày đăng cũ; muốn rút bài thì dùng khóa thu_hoi (ngay, ly_do)"
        return f"không còn {what} ở “{lost.address}” ({since}) vì {waits}; {remedy}"
    move = f"“- tu: {lost.address}” và “  den: …” (địa chỉ nay có {what} ấy) vào data/chuyen-huong.yml"
    if _may_not_return(lost.address):
        withdraw = (
            "loại tệp này không được đăng nữa, thì cho địa chỉ trả lời 410 bằng: scripts/infopage ledger --forbid"
        )
    elif lost.entry.kind is AddressKind.FILE:
        withdraw = "rút tệp cùng với bài thì đặt lại bài với khóa thu_hoi và để tên tệp ở khóa tep"
    else:
        withdraw = f"rút bài thì đặt lại docs/{lost.address.rstrip('/')}.md với khóa thu_hoi (ngay, ly_do)"
    return f"không còn {what} ở “{lost.address}” ({since}); chuyển chỗ thì thêm {move}; {withdraw}"


def _anchors(lost: LostAddress) -> str:
    named = ", ".join(f"“#{anchor}”" for anchor in lost.anchors[:_MOST])
    more = len(lost.anchors) - _MOST
    return f"chỗ {named}" + (f" và {more} chỗ khác" if more > 0 else "")


def _keep_anchor(lost: LostAddress) -> str:
    if lost.at is None:
        return "địa chỉ này nay dẫn tới một danh sách; hãy dẫn tới bài thay cho nó, hoặc rút bài bằng khóa thu_hoi"
    where = f"docs/{posixpath.normpath(lost.at or 'index')}.md"
    return f"hãy ghi ở {where}: “neo_cu:”, “  - cu: {lost.anchors[0]}”, “    moi: …” (chỗ nay thay cho nó)"


def previous_of(text: str) -> Ledger:
    """Parse the ledger (list of addresses) of the current release.

    The ValueError for a damaged one says how to rebuild it.
    """
    try:
        return Ledger.parse(text)
    except ValueError as error:
        remedy = "hãy dựng lại sổ từ các bản đã giữ: scripts/infopage ledger --rebuild THƯ_MỤC…"
        raise ValueError(f"{error}; {remedy}") from None


def forbidden_lines(addresses: list[str]) -> Iterator[str]:
    """Yield the lines of the report on published files of a type that may no longer be published.

    ``addresses`` are those of the files.
    """
    yield from (f"“{address}”: loại tệp này không được đăng nữa, địa chỉ trả lời 410" for address in addresses)
    yield f"{len(addresses)} địa chỉ trả lời 410."


def all_lines(faults: Iterable[str]) -> Iterator[str]:
    """Yield the lines of the report on lost addresses: the messages ``faults`` about each, then their number."""
    lines = [f"lỗi: {fault}" for fault in faults]
    yield from lines
    yield f"{len(lines)} địa chỉ bị mất; chưa phát hành gì." if lines else "Không mất địa chỉ nào."
