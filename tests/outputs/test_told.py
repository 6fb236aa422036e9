"""An infographic may be told in a text file: its page shows the words, and the file itself is not published."""

from pathlib import Path

from tests.outputs.values import gather
from tests.sites import golden_project

ITEM = """---
ma: tin-do-hoa
tieu_de: Bốn bước học nghị quyết
tom_tat: Một đồ họa có lời trong tệp.
pham_vi: cong-khai
ngay_dang: 20/9/2026
do_hoa:
  tep: san-dinh.png
  mo_ta: Đồ họa bốn bước
  tep_loi: loi.txt
---
"""


def test_the_words_of_an_infographic_come_from_its_file(tmp_path: Path) -> None:
    project = golden_project(tmp_path / "project")
    folder = project / "docs/tin-tuc/2026"
    (folder / "do-hoa.md").write_text(ITEM, "utf-8")
    (folder / "loi.txt").write_text("Bước một đọc,\nbước hai ghi.\n\n- Bước ba\n- Bước bốn\n", "utf-8-sig")
    _, site = gather(project)
    (shown,) = site.pages["tin-tuc/2026/do-hoa/"].view.infographics
    assert shown.told == (("Bước một đọc,", "bước hai ghi."), ("- Bước ba", "- Bước bốn"))
    assert "tin-tuc/2026/loi.txt" not in site.assets
