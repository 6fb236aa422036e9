"""No published address is lost: the list of all addresses (the ledger), those that a release must answer, messages."""

import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.outputs.metadata.security_txt import ADDRESS as SECURITY_TXT
from infopage.release.addresses.answers import Addresses, AddressKind, Answer
from infopage.release.addresses.ledger import NAME, Ledger, LedgerEntry
from infopage.release.addresses.permanence import previous_of, rebuild, settle
from tests.properties import examples
from tests.sites import build, golden_project, tree

INSTANT = datetime(2026, 11, 23, tzinfo=UTC)
LATER = datetime(2026, 12, 1, 18, 0, tzinfo=UTC)
"""02/12/2026, 1:00 in Hà Nội."""

LET_GO = (AddressKind.LIST, AddressKind.FORBIDDEN)
DOCUMENT = "van-ban/tinh-uy/2025-2030/05-nq-tu"

ADDRESSES = st.text("abcđ-./ #%\t", max_size=12).filter(
    lambda address: address != "." and ".." not in address.split("/") and address[:1] != "/"
)
LEDGERS = st.dictionaries(
    ADDRESSES,
    st.builds(
        LedgerEntry,
        st.dates(),
        st.sampled_from(AddressKind),
        st.frozensets(st.text("Iadđ.1~ :", min_size=1), max_size=3),
    ),
).map(Ledger)


@examples(100)
@given(LEDGERS)
def test_a_ledger_reads_back_as_it_was_written(ledger: Ledger) -> None:
    assert Ledger.parse(str(ledger)) == ledger


@examples(100)
@given(LEDGERS, LEDGERS)
def test_a_merged_ledger_loses_nothing_of_either(one: Ledger, other: Ledger) -> None:
    whole = one | other
    assert whole == other | one or any(e.kind is not other.entries.get(a, e).kind for a, e in one.entries.items())
    for ledger in (one, other):
        for address, entry in ledger.entries.items():
            assert entry.anchors <= whole.entries[address].anchors
            assert whole.entries[address].since <= entry.since


ANSWERS = st.builds(
    Addresses,
    st.dictionaries(
        ADDRESSES, st.builds(Answer, st.sampled_from(AddressKind), st.frozensets(st.sampled_from(("I", "I.1"))))
    ),
    st.dictionaries(ADDRESSES, ADDRESSES, max_size=3),
    st.frozensets(ADDRESSES, max_size=3),
)


@examples(100)
@given(LEDGERS, ANSWERS)
def test_a_ledger_only_grows_and_holds_every_address_a_site_answers_at(ledger: Ledger, answers: Addresses) -> None:
    grown = ledger.with_all(answers, date(2026, 11, 24))
    for address, entry in ledger.entries.items():
        kept = grown.entries[address]
        assert entry.anchors <= kept.anchors
        assert kept.since <= entry.since
        assert kept.kind in (entry.kind, AddressKind.FORBIDDEN) or entry.kind is AddressKind.LIST
    assert {*answers.alive, *answers.moved, *answers.gone} <= grown.entries.keys()
    for address, answer in answers.alive.items():
        assert answer.anchors <= grown.entries[address].anchors


@examples(100)
@given(LEDGERS)
def test_a_site_that_answers_at_nothing_loses_every_page_and_file(ledger: Ledger) -> None:
    lost = {one.address for one in ledger.lost(Addresses())}
    assert lost == {address for address, entry in ledger.entries.items() if entry.kind not in LET_GO}
    assert ledger.stand_ins(Addresses()).keys() | set(ledger.unanswered(Addresses())) == ledger.entries.keys() - lost


def test_the_feed_of_a_topic_body_or_kind_that_nothing_is_left_of_leads_on_and_comes_back(tmp_path: Path) -> None:
    site = tmp_path / "site"
    feed = site / "nguon-tin/co-quan/dang-uy-xa-tay/rss.xml"
    feed.parent.mkdir(parents=True)
    feed.write_text("<rss/>", encoding="utf-8")
    link = '<a href="co-quan/dang-uy-xa-tay/rss.xml">RSS</a>'
    page = site / "nguon-tin/index.html"
    page.write_text(f"<p data-prose>{link}</p>", encoding="utf-8")
    (site / "index.html").write_text("<p data-prose>Trang</p>", encoding="utf-8")
    assert settle(site, tmp_path, Ledger(), INSTANT) == []
    first = Ledger.parse((site / NAME).read_text("utf-8"))
    assert first.entries["nguon-tin/co-quan/dang-uy-xa-tay/rss.xml"].kind is AddressKind.FILE
    feed.unlink()
    page.write_text("<p data-prose>Không còn</p>", encoding="utf-8")
    assert settle(site, tmp_path, first, LATER) == []
    assert 'url=../../../"' in (feed / "index.html").read_text("utf-8")
    second = Ledger.parse((site / NAME).read_text("utf-8"))
    assert second.entries.keys() == first.entries.keys()
    shutil.rmtree(feed)
    feed.write_text("<rss/>", encoding="utf-8")
    page.write_text(f"<p data-prose>{link}</p>", encoding="utf-8")
    assert settle(site, tmp_path, second, LATER) == []
    assert feed.read_text("utf-8") == "<rss/>"


def test_a_version_whose_day_is_no_longer_one_of_change_leads_to_the_last_before_it(tmp_path: Path) -> None:
    site, document = tmp_path / "site", "van-ban/tinh-uy/2025-2030/05-nq-tu/"
    for address in ("", document, f"{document}tai/2026-08-01/", f"{document}tai/2027-01-01/"):
        (site / address).mkdir(parents=True, exist_ok=True)
        prose = "" if "/tai/" in address else " data-prose"
        link = '<a href="van-ban.akn">A</a>' if address else ""
        (site / address / "index.html").write_text(f'<p id="dieu-5a"{prose}>Trang{link}</p>', encoding="utf-8")
        (site / address / "van-ban.akn").write_text("<akomaNtoso/>", encoding="utf-8")
    assert settle(site, tmp_path, Ledger(), INSTANT) == []
    first = Ledger.parse((site / NAME).read_text("utf-8"))
    assert f"{document}tai/2027-01-01/van-ban.akn" in first.entries
    shutil.rmtree(site / document / "tai/2027-01-01")
    assert settle(site, tmp_path, first, LATER) == []
    moved = (site / document / "tai/2027-01-01/index.html").read_text("utf-8")
    assert 'url=../2026-08-01/"' in moved
    assert "Mở bản trước ngày này" in moved
    data = (site / document / "tai/2027-01-01/van-ban.akn/index.html").read_text("utf-8")
    assert 'url=../../2026-08-01/van-ban.akn"' in data
    shutil.rmtree(site / document / "tai")
    assert settle(site, tmp_path, first, LATER) == []
    assert 'url=../../"' in (site / document / "tai/2026-08-01/index.html").read_text("utf-8")
    data = (site / document / "tai/2026-08-01/van-ban.akn/index.html").read_text("utf-8")
    assert 'url=../../../van-ban.akn"' in data


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc\n",
        "{head}x\n",
        "{head}a/\t2026-13-01\ttrang\t\n",
        "{head}a/\t2026-11-01\tla\t\n",
        "{head}a/../../b/\t2026-11-01\tdanh-sach\t\n",
    ],
)
def test_what_is_no_ledger_is_said_so_and_how_to_have_it_again(text: str) -> None:
    with pytest.raises(ValueError, match=f"^{NAME}.*infopage ledger --rebuild"):
        previous_of(text.replace("{head}", str(Ledger())))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the golden site as first released."""
    folder = tmp_path_factory.mktemp("first")
    ran = build(golden_project(folder / "project"), folder / "site")
    assert ran.returncode == 0, ran.stderr
    assert settle(folder / "site", folder, Ledger(), INSTANT) == []
    return folder


Change = Callable[[Path], None]


@pytest.fixture
def release(first: Path, tmp_path: Path) -> Callable[[Change], tuple[list[str], Path]]:
    """Return a function that changes the project, builds it and compares it with the first release."""

    def again(change: Change) -> tuple[list[str], Path]:
        project = tmp_path / "project"
        shutil.copytree(first / "project", project)
        change(project)
        ran = build(project, tmp_path / "site", SOURCE_DATE_EPOCH=str(int(LATER.timestamp())))
        assert ran.returncode == 0, ran.stderr
        return settle(tmp_path / "site", tmp_path, ledger_of(first / "site"), LATER), tmp_path / "site"

    return again


def ledger_of(site: Path) -> Ledger:
    return previous_of((site / NAME).read_text(encoding="utf-8"))


def edit(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def test_the_first_release_records_every_address_with_its_anchors_and_day(first: Path) -> None:
    entries = ledger_of(first / "site").entries
    page = entries[f"{DOCUMENT}/"]
    assert (page.since, page.kind) == (date(2026, 11, 23), AddressKind.PAGE)
    assert {"I", "I.1", "I.1.a", "I.1.b"} <= page.anchors
    kinds = {address: entry.kind for address, entry in entries.items()}
    assert kinds[f"{DOCUMENT}.pdf"] == kinds[f"{DOCUMENT}/van-ban.json"] == AddressKind.FILE
    assert kinds["nguon-tin/tat-ca/rss.xml"] == AddressKind.FILE
    assert kinds["van-ban/"] == kinds["tin-tuc/trang/2/"] == AddressKind.LIST
    assert kinds["tin-tuc/2026/da-het-han/"] == kinds["dia-chi-cu/"] == AddressKind.PAGE
    assert kinds["van-ban/tinh-uy/2025-2030/08-qd-tu.pdf"] == AddressKind.FILE
    assert not [a for a in entries if a.startswith(("assets/", "search/")) or a in ("404.html", "robots.txt")]
    # security.txt expires, so its address is not promised for ever; otherwise its key could never be removed.
    assert (first / "site" / SECURITY_TXT).is_file()
    assert SECURITY_TXT not in entries
    assert (first / "site" / NAME).read_text(encoding="utf-8").count("\n") == len(entries) + 1


def test_a_release_of_the_same_content_changes_nothing_in_the_ledger(
    release: Callable[[Change], tuple[list[str], Path]], first: Path
) -> None:
    faults, site = release(lambda project: None)
    assert faults == []
    assert (site / NAME).read_bytes() == (first / "site" / NAME).read_bytes()


def test_new_addresses_are_added_with_their_day_and_old_ones_keep_theirs(
    release: Callable[[Change], tuple[list[str], Path]],
) -> None:
    def change(project: Path) -> None:
        news = project / "docs/tin-tuc/2026"
        (news / "moi.md").write_text(
            (news / "tin-so-01.md").read_text(encoding="utf-8").replace("tin-so-01", "tin-moi"), encoding="utf-8"
        )

    faults, site = release(change)
    entries = ledger_of(site).entries
    assert faults == []
    assert entries["tin-tuc/2026/moi/"].since == date(2026, 12, 2)
    assert entries["tin-tuc/2026/tin-so-01/"].since == date(2026, 11, 23)


def test_a_removed_item_is_refused_naming_each_address_and_what_to_write(
    release: Callable[[Change], tuple[list[str], Path]],
) -> None:
    faults, site = release(lambda project: (project / "docs/tin-tuc/2026/tin-so-05.md").unlink())
    assert faults == [
        "không còn trang ở “tin-tuc/2026/tin-so-05/” (công bố từ ngày 23/11/2026); chuyển chỗ thì thêm “- tu: "
        "tin-tuc/2026/tin-so-05/” và “  den: …” (địa chỉ nay có trang ấy) vào data/chuyen-huong.yml; rút bài thì đặt "
        "lại docs/tin-tuc/2026/tin-so-05.md với khóa thu_hoi (ngay, ly_do)"
    ]
    assert not (site / NAME).exists()


def test_a_replaced_file_is_refused_and_a_redirect_answers_for_it(
    release: Callable[[Change], tuple[list[str], Path]],
) -> None:
    def change(project: Path) -> None:
        (project / f"docs/{DOCUMENT}.pdf").rename(project / f"docs/{DOCUMENT}-chuan.pdf")
        for name in (DOCUMENT, "van-ban/tinh-uy/2025-2030/08-qd-tu"):
            edit(project / f"docs/{name}.md", "05-nq-tu.pdf", "05-nq-tu-chuan.pdf")
        edit(project / "data/chuyen-huong.yml", f"den: {DOCUMENT}.pdf", f"den: {DOCUMENT}-chuan.pdf")

    faults, _ = release(change)
    assert len(faults) == 1
    assert f"không còn tệp ở “{DOCUMENT}.pdf”" in faults[0]


def test_an_item_that_moved_with_a_redirect_is_whole_and_its_data_too(
    release: Callable[[Change], tuple[list[str], Path]],
) -> None:
    def change(project: Path) -> None:
        folder = project / "docs/van-ban/tinh-uy/2025-2030"
        (folder / "09-qd-tu.md").rename(folder / "09-qd-tu-quyet-dinh.md")
        with (project / "data/chuyen-huong.yml").open("a", encoding="utf-8") as file:
            file.write(
                "- tu: van-ban/tinh-uy/2025-2030/09-qd-tu/\n  den: van-ban/tinh-uy/2025-2030/09-qd-tu-quyet-dinh/\n"
            )

    faults, site = release(change)
    assert faults == []
    assert ledger_of(site).entries["van-ban/tinh-uy/2025-2030/09-qd-tu/"].kind is AddressKind.PAGE


def test_a_redirect_to_a_text_without_the_old_anchors_is_refused(
    release: Callable[[Change], tuple[list[str], Path]],
) -> None:
    def change(project: Path) -> None:
        folder = project / "docs/van-ban/tinh-uy/2025-2030"
        (folder / "09-qd-tu.md").unlink()
        with (project / "data/chuyen-huong.yml").open("a", encoding="utf-8") as file:
            file.write(f"- tu: van-ban/tinh-uy/2025-2030/09-qd-tu/\n  den: {DOCUMENT}/\n")

    faults, _ = release(change)
    assert len(faults) == 1
    assert "không còn chỗ “#chuong-i”, “#dieu-1”" in faults[0]
    assert f"hãy ghi ở docs/{DOCUMENT}.md: “neo_cu:”" in faults[0]


def test_a_redirect_of_a_text_to_a_list_is_refused(release: Callable[[Change], tuple[list[str], Path]]) -> None:
    def change(project: Path) -> None:
        (project / "docs/van-ban/tinh-uy/2025-2030/09-qd-tu.md").unlink()
        with (project / "data/chuyen-huong.yml").open("a", encoding="utf-8") as file:
            for end in ("", "theo-doi.xml", "van-ban.json", "van-ban.txt", "van-ban.akn"):
                file.write(f"- tu: van-ban/tinh-uy/2025-2030/09-qd-tu/{end}\n  den: van-ban/\n")

    faults, _ = release(change)
    assert len(faults) == 1
    assert "nay dẫn tới một danh sách; hãy dẫn tới bài thay cho nó, hoặc rút bài bằng khóa thu_hoi" in faults[0]


def test_a_lost_provision_is_refused_until_a_former_anchor_stands_for_it(
    release: Callable[[Change], tuple[list[str], Path]], tmp_path: Path
) -> None:
    def lose(project: Path) -> None:
        edit(project / f"docs/{DOCUMENT}.md", "b) Phát triển kinh tế số.\n", "")

    faults, site = release(lose)
    assert faults == [
        f"“{DOCUMENT}/” (công bố từ ngày 23/11/2026) không còn chỗ “#I.1.b”; hãy ghi ở docs/{DOCUMENT}.md: “neo_cu:”, "
        "“  - cu: I.1.b”, “    moi: …” (chỗ nay thay cho nó)"
    ]
    assert not (site / NAME).exists()


def test_a_former_anchor_answers_for_a_lost_provision(release: Callable[[Change], tuple[list[str], Path]]) -> None:
    def lose(project: Path) -> None:
        edit(project / f"docs/{DOCUMENT}.md", "b) Phát triển kinh tế số.\n", "")
        edit(project / f"docs/{DOCUMENT}.md", "---\nI-", "neo_cu:\n  - cu: I.1.b\n    moi: I.1\n---\nI-")

    assert release(lose)[0] == []


def test_a_withdrawn_item_answers_for_all_its_addresses_without_its_files(
    release: Callable[[Change], tuple[list[str], Path]],
) -> None:
    def withdraw(project: Path) -> None:
        edit(
            project / f"docs/{DOCUMENT}.md",
            "ngay_dang: 15/10/2026 07:30\n",
            "ngay_dang: 15/10/2026 07:30\nthu_hoi:\n  ngay: 01/12/2026\n  ly_do: Cơ quan ban hành thu hồi.\n",
        )
        (project / f"docs/{DOCUMENT}.pdf").unlink()
        edit(
            project / "data/chuyen-huong.yml",
            f"- tu: van-ban/tinh-uy/2025-2030/nghi-quyet-05.pdf\n  den: {DOCUMENT}.pdf\n",
            f"- tu: van-ban/tinh-uy/2025-2030/nghi-quyet-05.pdf\n  den: {DOCUMENT}/\n",
        )

    faults, site = release(withdraw)
    assert faults == []
    assert (site / f"{DOCUMENT}.pdf" / "410.html").is_file(), "which another item that is gone names too"
    assert "Lý do: Cơ quan ban hành thu hồi." in (site / DOCUMENT / "410.html").read_text(encoding="utf-8")


def test_lists_that_are_no_more_lead_to_the_nearest_wider_one_by_themselves(
    release: Callable[[Change], tuple[list[str], Path]], tmp_path: Path
) -> None:
    def expire(project: Path) -> None:
        for file in (project / "docs/tin-tuc/2026").glob("tin-so-*.md"):
            edit(file, "\nngay_dang:", "\nhet_han: 25/11/2026\nngay_dang:")

    faults, site = release(expire)
    assert faults == []
    assert 'content="0; url=../../"' in (site / "tin-tuc/trang/2/index.html").read_text(encoding="utf-8")
    ledger = ledger_of(site)
    assert ledger.entries["tin-tuc/trang/2/"].kind is AddressKind.LIST
    assert list(ledger.lost(Addresses.of_folder(site))) == []


def test_the_ledger_can_be_rebuilt_from_the_releases_kept(
    release: Callable[[Change], tuple[list[str], Path]], first: Path, tmp_path: Path
) -> None:
    _, second = release(lambda project: None)
    lost = tmp_path / "lost"
    shutil.copytree(first / "site", lost)
    (lost / NAME).unlink()
    assert rebuild([first / "site", second], date(2027, 1, 1)) == ledger_of(first / "site")
    assert rebuild([lost], date(2026, 11, 23)) == ledger_of(first / "site")
    (lost / NAME).write_text("hỏng", encoding="utf-8")
    assert rebuild([lost, second], date(2027, 1, 1)) == ledger_of(first / "site")


def test_a_folder_that_is_no_site_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="không phải trang đã dựng"):
        settle(tmp_path, tmp_path, Ledger(), INSTANT)


def test_a_page_that_leads_round_in_a_ring_answers_for_nothing(tmp_path: Path) -> None:
    for name, to in (("a", "../b/"), ("b", "../a/")):
        (tmp_path / name).mkdir()
        (tmp_path / name / "index.html").write_text(f'<meta http-equiv="refresh" content="0; url={to}">')
    (tmp_path / "index.html").write_text("<p>")
    assert Addresses.of_folder(tmp_path).end_of("a/") is None
    assert tree(tmp_path).keys() == {"a/index.html", "b/index.html", "index.html"}
