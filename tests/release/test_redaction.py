"""An item withdrawn with ``giau_ten`` is not named anywhere in the site, its feeds, data or ledger."""

import io
import json
import shutil
import zipfile
from datetime import UTC, datetime
from pathlib import Path

import pytest
from lxml import etree

from infopage.cli import main
from infopage.content import loading
from infopage.content.diagnostics import report
from infopage.release.addresses.answers import AddressKind
from infopage.release.addresses.ledger import NAME, Ledger, LedgerEntry
from infopage.release.addresses.permanence import settle
from infopage.release.addresses.redaction import Redaction
from infopage.release.guard.unnamed import refuse_named
from tests.outputs.feeds import w3c
from tests.pages import digest
from tests.release.guard.made import pdf
from tests.sites import INSTANT, build, golden_project, tree
from tests.support import ROOT

AT = datetime.fromtimestamp(int(INSTANT), UTC)
FOLDER = "van-ban/tinh-uy/2025-2030/"
PAGE = f"{FOLDER}08-qd-tu/"
OLD_FILE = "van-ban/phu-luc-cu.pdf"
NAMES = (
    "08-QĐ/TU",
    "đã bị thu hồi về",
    "Về việc đã bị thu hồi",
    "08-qd-tu.pdf",
    "Phụ lục 1.pdf",
    "Đăng nhầm bản chưa ký",
)


def project_with(folder: Path, *, redacted: bool) -> Path:
    project = golden_project(folder)
    file = project / "docs" / FOLDER / "08-qd-tu.md"
    text = file.read_text("utf-8")
    if redacted:
        text = text.replace("  ly_do: Đăng nhầm bản chưa ký.\n", "  ly_do: Đăng nhầm bản chưa ký.\n  giau_ten: co\n")
        assert "giau_ten" in text
    file.write_text(text, encoding="utf-8")
    moved = f"- tu: van-ban/quyet-dinh-cu/\n  den: {PAGE}\n"
    if redacted:
        moved += f"- tu: {OLD_FILE}\n  den: {FOLDER}Phụ lục 1.pdf\n"
    with (project / "data/chuyen-huong.yml").open("a", encoding="utf-8") as redirects:
        redirects.write(moved)
    return project


def redaction_of(project: Path) -> Redaction:
    found, faults = loading.build(project, AT, preview=False)
    assert found, report(faults)
    return Redaction.of(found)


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Redaction]:
    """Return a site, with its ledger, that redacts an item named in the release before."""
    folder = tmp_path_factory.mktemp("redacted")
    project = project_with(folder / "project", redacted=False)
    assert build(project, folder / "before").returncode == 0
    assert settle(folder / "before", project, Ledger(), AT) == []
    before = Ledger.parse((folder / "before" / NAME).read_text("utf-8"))
    before |= Ledger({OLD_FILE: LedgerEntry(AT.date(), AddressKind.FILE)})
    project = project_with(folder / "redacted", redacted=True)
    ran = build(project, folder / "site")
    assert ran.returncode == 0, ran.stderr
    redaction = redaction_of(project)
    assert settle(folder / "site", project, before.redacted(redaction.pages, redaction.files), AT) == []
    return folder / "site", redaction


def test_no_file_of_the_site_names_it(released: tuple[Path, Redaction]) -> None:
    site, redaction = released
    assert list(refuse_named(site, redaction)) == []
    for name, content in tree(site).items():
        text = content.decode("utf-8", "replace")
        assert not [word for word in NAMES if word in text or word in name], name


def test_its_feeds_are_sound(released: tuple[Path, Redaction]) -> None:
    grammar = etree.RelaxNG(etree.parse(ROOT / "tests/outputs/feeds/atom.rng"))
    for name, content in tree(released[0]).items():
        if name.startswith("nguon-tin/") and name.endswith(".xml"):
            assert list(w3c.faults(content, f"https://minhhoa.example/{name}", AT)) == [], name
            assert not name.endswith("atom.xml") or grammar.validate(etree.fromstring(content)), grammar.error_log


def test_its_address_the_feeds_the_list_and_the_data_say_that_an_item_was_withdrawn_and_when(
    released: tuple[Path, Redaction],
) -> None:
    site, _ = released
    said = "Một mục đã bị thu hồi ngày 30/10/2026."
    assert said in digest((site / PAGE / "410.html").read_bytes())
    assert said in digest((site / "dinh-chinh/index.html").read_bytes())
    for slug in ("tat-ca", "cap-nhat", "dinh-chinh", "van-ban", "co-quan/tinh-uy", "loai/quyet-dinh"):
        (item,) = (
            one
            for one in json.loads((site / "nguon-tin" / slug / "feed.json").read_bytes())["items"]
            if one["id"].endswith(":qd-08-tu-2026")
        )
        assert (item["title"], item["summary"]) == ("Một mục đã bị thu hồi", said)
        assert item["url"] == "https://minhhoa.example/dinh-chinh/"
    (record,) = json.loads((site / "du-lieu/danh-muc.json").read_bytes())["da_thu_hoi"]
    assert record == {"ma": None, "ten": "Một mục đã bị thu hồi", "ngay": "2026-10-30", "ly_do": None}


def test_the_ledger_keeps_its_address_without_anchors_and_forgets_its_files(released: tuple[Path, Redaction]) -> None:
    kept = Ledger.parse((released[0] / NAME).read_text("utf-8")).entries
    assert kept[PAGE].anchors == frozenset()
    assert f"{FOLDER}08-qd-tu.pdf" not in kept
    assert OLD_FILE not in kept
    assert "van-ban/quyet-dinh-cu/" in kept
    assert f"{FOLDER}05-nq-tu.pdf" in kept  # this file of the redacted item stays, because another item links to it


def _zipped(name: str, content: bytes) -> bytes:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(name, content)
    return packed.getvalue()


SEEDS = {
    "tin/index.html": "<p>Theo Quyết định số <b>08</b>-QĐ/TU của Tỉnh ủy.</p>".encode(),
    "a/index.html": b"<p>08-Q&#272;/TU</p>",
    "b/feed.json": json.dumps({"a": "Quyết định số 08-QĐ/TU"}).encode(),
    "c/rss.xml": "<title>VỀ VIỆC  đã bị\nthu hồi</title>".encode(),
    "d/so.txt": b"van-ban/Ph%E1%BB%A5%20l%E1%BB%A5c%201.pdf",
    "e/08-qd-tu.pdf/410.html": b"<p>a</p>",
    "f/a.pdf": pdf("Xem tep 08-qd-tu.pdf"),
    "g/a.zip": _zipped("08-qd-tu.pdf", b"a"),
    "h/a.csv": "08 - QĐ / TU, ngày 16/10/2026".encode(),
}
INNOCENT = {
    "a.html": "<p>Quyết định số 08-QĐ/TU, ngày 16/10/2021</p>".encode(),
    "b.html": "<p>108-QĐ/TU, 08-QĐ/TUĐ, 08-QĐ/TU-1, việc thu hồi đất</p>".encode(),
    "c.html": "<p>Quyết định số 08-QĐ/TU ngày 05 tháng 3 năm 2022</p>".encode(),
}


def test_wherever_it_is_named_the_guard_says_so_and_other_documents_of_its_number_pass(
    released: tuple[Path, Redaction], tmp_path: Path
) -> None:
    for name, content in {**SEEDS, **INNOCENT}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    found = list(refuse_named(tmp_path, released[1]))
    assert sorted(one.path for one in found) == sorted(SEEDS)
    assert all(word not in one.message for one in found for word in NAMES)


def test_the_guards_command_and_the_ledgers_know_it_from_the_project(
    released: tuple[Path, Redaction],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", INSTANT)
    root = str(released[0].parent / "redacted")
    site = Path(shutil.copytree(released[0], tmp_path / "site"))
    before = str(released[0].parent / "before" / NAME)
    assert main(["--root", root, "ledger", str(site), "--previous", before]) == 0
    main(["--root", root, "guard", "--site", str(site)])
    assert "[ten-da-giau]" not in capsys.readouterr().out
    (site / "tin.html").write_text("<p>Theo Quyết định số 08-QĐ/TU.</p>", encoding="utf-8")
    assert main(["--root", root, "guard", "--site", str(site)]) == 1
    said = capsys.readouterr().out
    assert "tin.html:1: lỗi [ten-da-giau]: còn nêu tên, số hoặc tệp của mục đã thu hồi và giấu tên" in said
    assert "so-dia-chi.txt" not in said
