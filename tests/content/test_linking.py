"""Citations in a whole catalogue: links relative to the page, links by id, and which items cite which."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from infopage.content import loading
from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic
from tests.cases import lay

GUIDE = "docs/hoc-tap/de-cuong.md"
NEWS = "docs/tin-tuc/2026/hoi-nghi.md"
DOCUMENT = (
    '<a href="../../van-ban/tinh-uy/2025-2030/05-nq-tu/{}" title="Nghị quyết số 05-NQ/TU, ngày 12/10/2026: {}">{}</a>'
)
TITLE = "Về chuyển đổi số tỉnh Minh Họa đến năm 2030"


def _built(root: Path, **bodies: str) -> tuple[Catalogue | None, list[Diagnostic]]:
    lay("_base", root)
    for name, body in bodies.items():
        file = root / {"guide": GUIDE, "news": NEWS}[name]
        header = file.read_text(encoding="utf-8").rpartition("\n---\n")[0]
        file.write_text(f"{header}\n---\n{body}\n", encoding="utf-8")
    return loading.build(root, datetime(2026, 11, 24, tzinfo=UTC), preview=False)


def _guide(root: Path, body: str) -> str:
    found, faults = _built(root / "project", guide=body)
    assert found, faults
    return found.html(found.guides[0])


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("[mục một](vb:nq-05-tu-2026#I.1)", DOCUMENT.format("#I.1", TITLE, "mục một")),
        ("[cả văn bản](vb:nq-05-tu-2026)", DOCUMENT.format("", TITLE, "cả văn bản")),
        (
            "điểm b khoản 1 mục I Nghị quyết 05-NQ/TU",
            DOCUMENT.format("#I.1.b", TITLE, "điểm b khoản 1 mục I Nghị quyết 05-NQ/TU"),
        ),
    ],
)
def test_a_link_is_told_from_the_page_with_the_title_as_tooltip(written: str, shown: str, tmp_path: Path) -> None:
    assert _guide(tmp_path, f"Đọc {written}.") == f"<p>Đọc {shown}.</p>"


def test_a_tooltip_an_editor_wrote_is_kept(tmp_path: Path) -> None:
    html = _guide(tmp_path, '[mục một](vb:nq-05-tu-2026#I.1 "Xem mục này")')
    assert html == '<p><a href="../../van-ban/tinh-uy/2025-2030/05-nq-tu/#I.1" title="Xem mục này">mục một</a></p>'


def test_a_document_tells_which_items_cite_it_once_each_and_the_newest_first(tmp_path: Path) -> None:
    news = "[Kế hoạch](../../van-ban/ubnd-tinh/2026/45-kh-ubnd.md), Kế hoạch số 45/KH-UBND."
    found, _ = _built(tmp_path / "project", guide="Kế hoạch số 45/KH-UBND, [ấy](vb:kh-45-ubnd-2026).", news=news)
    assert found
    assert [item.id for item in found.citing["kh-45-ubnd-2026"]] == ["hoc-de-cuong", "tin-hoi-nghi"]


def test_a_quotation_from_what_is_not_public_yet_is_refused_without_a_word_of_it(tmp_path: Path) -> None:
    lay("_base", tmp_path / "project")
    plan = tmp_path / "project/docs/van-ban/ubnd-tinh/2026/45-kh-ubnd.md"
    plan.write_text(plan.read_text(encoding="utf-8").replace("02/11/2026", "02/12/2026"), encoding="utf-8")
    guide = tmp_path / "project" / GUIDE
    guide.write_text(
        guide.read_text(encoding="utf-8") + "“Kế hoạch áp dụng khắp cả tỉnh” ([x](vb:kh-45-ubnd-2026)).\n",
        encoding="utf-8",
    )
    found, faults = loading.build(tmp_path / "project", datetime(2026, 11, 24, tzinfo=UTC), preview=False)
    assert found is None
    assert [fault.rule for fault in faults] == ["lien-ket", "trich-dan-sai"]
    assert "trong toàn tỉnh" not in "".join(fault.message for fault in faults)
