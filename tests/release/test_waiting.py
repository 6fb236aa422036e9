"""A published item whose date is moved into the future is reported as such, not as a lost file."""

from datetime import UTC, date, datetime
from pathlib import Path

from infopage.release.addresses.answers import Addresses, AddressKind
from infopage.release.addresses.ledger import Ledger, LedgerEntry
from infopage.release.addresses.permanence import losses
from tests.cases import lay

INSTANT = datetime(2026, 11, 20, tzinfo=UTC)
DOCUMENT = "van-ban/tinh-uy/2025-2030/05-nq-tu"
PUBLISHED = Ledger(
    {
        f"{DOCUMENT}/": LedgerEntry(date(2026, 10, 15), AddressKind.PAGE),
        f"{DOCUMENT}.pdf": LedgerEntry(date(2026, 10, 15), AddressKind.FILE),
        "tin-tuc/2026/hoi-nghi/": LedgerEntry(date(2026, 11, 2), AddressKind.PAGE),
    }
)


def test_a_published_item_put_off_is_told_with_its_day_and_so_is_its_file(tmp_path: Path) -> None:
    project = tmp_path / "project"
    lay("_base", project)
    file = project / f"docs/{DOCUMENT}.md"
    file.write_text(file.read_text(encoding="utf-8").replace("15/10/2026 07:30", "01/12/2026 07:30"), encoding="utf-8")
    put_off = f"vì docs/{DOCUMENT}.md ghi ngay_dang 01/12/2026 07:30, là ngày chưa đến; hãy ghi lại ngày đăng cũ"
    lost = losses(Addresses(), project, PUBLISHED, INSTANT)
    assert [put_off in line for line in lost] == [False, True, True]
    assert "đặt lại docs/tin-tuc/2026/hoi-nghi.md với khóa thu_hoi" in lost[0]


def test_where_there_is_no_project_the_loss_is_told_all_the_same(tmp_path: Path) -> None:
    assert len(losses(Addresses(), tmp_path, PUBLISHED, INSTANT)) == 3
