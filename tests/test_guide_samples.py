"""Every sample in the editors' guide is checked in a project that also holds the documents the guide shows."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from infopage.content.model import ITEM_TYPES
from tests.cases import CASES, INSTANT, lay, report_of
from tests.papers import GUIDE, RULES
from tests.support import ROOT

GENERAL = "\n".join(text for path, text in GUIDE.items() if path not in RULES)
SAMPLE = re.compile(r"(?:^\*\*Tệp `(?P<path>[^`]+)`\*\*\n\n)?^```\w*\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL)
RULE_SAMPLE = re.compile(r"^\*\*(Sai|Đúng):\*\*|^```(yaml|markdown|text)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINKS = re.compile(r"^\| [^|`]+ \| `(\[.*\]\(.*\))` \|$", re.MULTILINE)
FOLDER = "docs/van-ban/tinh-uy/2025-2030"
DOCUMENT = f"{FOLDER}/06-nq-tu.md"
NEW_DOCUMENT = """---
ma: nq-{name}-tu-2026
loai: nghi-quyet
so_ky_hieu: {name}-NQ/TU
co_quan: tinh-uy
nhiem_ky: 2025-2030
ngay_ban_hanh: 20/10/2026
trich_yeu: về một mẫu trong hướng dẫn
pham_vi: cong-khai
ngay_dang: 22/10/2026
---
{body}"""
NEWS = """---
ma: tin-{name}
tieu_de: Mẫu trong hướng dẫn
tom_tat: Những mẫu mà hướng dẫn nêu.
pham_vi: cong-khai
ngay_dang: 15/11/2026
{header}---
{body}
"""


class Guide:
    """The samples of the guide, sorted by kind."""

    def __init__(self, text: str) -> None:
        self.files: dict[str, str] = {}
        self.lists: list[str] = []
        self.headers: dict[str, list[str]] = {}
        self.reports: list[str] = []
        self.bodies = [f"Mẫu:\n\n{link}" for link in LINKS.findall(text)]
        for found in SAMPLE.finditer(text):
            sample = found["text"]
            if found["path"]:
                self.files[found["path"]] = sample
            elif sample.startswith("- "):
                self.lists.append(sample)
            elif key := re.match(r"([a-z_]+):\n", sample):
                self.headers.setdefault(key[1], []).append(sample)
            elif ": lỗi [" in sample:
                self.reports.append(sample)
            else:
                self.bodies.append(sample)


def attach(project: Path, file: Path) -> None:
    """Create the attachment ``file``: a copy of a file of the same type from the base project in tests/cases."""
    if not file.exists():
        folders = (CASES / "_base/docs", ROOT / "tests/files")
        alike = (one for folder in folders for one in sorted(folder.rglob(f"*{file.suffix}")))
        shutil.copy(next(one for one in alike if _is_good(one)), file)


def _is_good(file: Path) -> bool:
    """Tell whether a file is no sample of a fault."""
    return "tests/files" not in file.as_posix() or file.stem == "good"


@pytest.fixture
def guide() -> Guide:
    return Guide(GENERAL)


@pytest.fixture
def project(guide: Guide, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the base project of tests/cases with all files that the guide shows, and attachments that they name."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", INSTANT)
    project = tmp_path / "project"
    lay("_base", project)
    for path, text in guide.files.items():
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text(text, encoding="utf-8")
        for name in re.findall(r"^tep: \[(.+)\]$|^!\[.*\]\((.+)\)$", text, re.MULTILINE):
            attach(project, (project / path).parent / "".join(name))
    return project


def test_the_files_shown_are_one_of_each_kind_and_right(guide: Guide, project: Path) -> None:
    assert {Path(path).parts[1] for path in guide.files if path.startswith("docs/")} == {
        (cls.within or cls).section for cls in ITEM_TYPES
    }
    assert report_of(project) == "0 lỗi, 0 cảnh báo.\n"


def test_each_sample_of_a_body_is_right_in_a_piece_of_news(guide: Guide, project: Path) -> None:
    assert len(guide.bodies) >= 9
    folder = project / "docs/tin-tuc/2026"
    attach(project, folder / "tai-lieu.pdf")
    body = "\n\n".join(guide.bodies)
    (folder / "mau.md").write_text(NEWS.format(name="mau", header="", body=body), encoding="utf-8")
    assert report_of(project) == "0 lỗi, 0 cảnh báo.\n"


def test_each_sample_of_a_header_is_right_in_an_item_it_fits(guide: Guide, project: Path) -> None:
    of_news = ("thu_hoi", "dinh_chinh", "ghi_chu_sua", "anh", "do_hoa", "album", "video", "am_thanh", "video_ngoai")
    assert set(guide.headers) == {*of_news, "neo_cu"}
    for number, header in enumerate(one for key in of_news for one in guide.headers[key]):
        news = NEWS.format(name=number, header=header, body="").replace("15/11/2026", "15/10/2026")
        for name in re.findall(r"^ +(?:- )?(?:tep|anh|anh_bia|phu_de): (.+)$", header, re.MULTILINE):
            attach(project, project / "docs/tin-tuc/2026" / name)
        (project / f"docs/tin-tuc/2026/{number}.md").write_text(news, encoding="utf-8")
    document = project / DOCUMENT
    head, _, rest = document.read_text(encoding="utf-8").partition("pham_vi:")
    document.write_text(f"{head}{''.join(guide.headers['neo_cu'])}pham_vi:{rest}", encoding="utf-8")
    assert report_of(project) == "0 lỗi, 0 cảnh báo.\n"


def test_each_sample_of_a_list_is_right_in_its_file(guide: Guide, project: Path) -> None:
    added = []
    for sample in guide.lists:
        of_key = {"- tu:": "chuyen-huong", "- ma: nq-": "van-ban-ngoai"}
        name = next((of_key[begins] for begins in of_key if sample.startswith(begins)), "co-quan")
        added.append(name)
        with (project / f"data/{name}.yml").open("a", encoding="utf-8") as file:
            file.write(sample)
    assert sorted(added) == ["chuyen-huong", "co-quan", "van-ban-ngoai"]
    told = [line for line in report_of(project).splitlines()[:-1] if "[danh-muc-thua]" not in line]
    assert told == []


def test_each_sample_of_a_report_is_what_the_mistake_it_names_gets(guide: Guide, project: Path) -> None:
    assert guide.reports
    for sample in guide.reports:
        document = project / sample.partition(":")[0]
        lines = document.read_text(encoding="utf-8").split("\n")
        number = int(sample.split(":")[1])
        written = re.search(r"“(.*?)”", sample)
        assert written
        key, _, _ = lines[number - 1].partition(":")
        lines[number - 1] = f"{key}: {written[1]}"
        document.write_text("\n".join(lines), encoding="utf-8")
        assert sample in report_of(project)


def samples(page: str) -> Iterator[tuple[str, str, str]]:
    """Yield the samples of a rule's page: ``Sai`` or ``Đúng`` (wrong or right), the form (``yaml`` …), the text."""
    verdict = ""
    for said, form, text in RULE_SAMPLE.findall(page):
        verdict = said or verdict
        if form:
            yield verdict, form, text


def put(project: Path, number: int, form: str, text: str) -> str:
    """Write a sample into a document if it is numbered text, else into a news item; return the file."""
    if form == "text":
        path, written = f"{FOLDER}/{number}-nq-tu.md", NEW_DOCUMENT.format(name=number, body=text)
    else:
        path, written = f"docs/tin-tuc/2026/mau-{number}.md", NEWS.format(name=number, header="", body="")
        if form == "yaml":
            for key in {line.partition(":")[0] for line in text.splitlines()}:
                written = re.sub(rf"^{key}: .*\n", "", written, flags=re.MULTILINE)
            text = written.replace("---\n", f"---\n{text}", 1)
            written = ""
        written += text
    (project / path).write_text(written, encoding="utf-8")
    return path


@pytest.mark.parametrize("rule", [Path(page).stem for page, text in RULES.items() if any(samples(text))])
def test_what_a_rules_page_shows_as_wrong_breaks_the_rule_and_what_it_shows_as_right_breaks_none(
    project: Path, rule: str
) -> None:
    for name in ("hoi-nghi.jpg", "tai-lieu.pdf"):
        attach(project, project / "docs/tin-tuc/2026" / name)
    files = {
        put(project, number, form, text): verdict
        for number, (verdict, form, text) in enumerate(samples(RULES[f"huong-dan/quy-tac/{rule}.md"]), 60)
    }
    told = report_of(project).splitlines()
    for file, verdict in files.items():
        found = [line for line in told if line.startswith(f"{file}:")]
        assert any(f" [{rule}]: " in line for line in found) if verdict == "Sai" else found == [], (file, told)
