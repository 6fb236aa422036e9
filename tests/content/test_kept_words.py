"""Whether the editor is asked if the words that a document changed stay when it is no longer in force."""

import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import pytest

from infopage.content import loading
from tests.cases import INSTANT
from tests.sites import BASE

AT = datetime.fromtimestamp(int(INSTANT), UTC)
FOLDER = "docs/van-ban/tinh-uy/2025-2030"
HEADER = """---
ma: nq-{number:02}-tu-2026
loai: nghi-quyet
so_ky_hieu: {number:02}-NQ/TU
co_quan: tinh-uy
nhiem_ky: 2025-2030
ngay_ban_hanh: {day}/2026
trich_yeu: về một việc số {number}
pham_vi: cong-khai
ngay_dang: {day}/2026
{keys}---
{body}"""
BODY = "Điều 1. Thi hành\n\n1. Sửa như sau: “a) Lời mới.”\n\nĐiều 2. Hiệu lực\n"


@dataclass(frozen=True)
class Stated:
    """A document by its number, its day of issue and the keys that say what it does."""

    number: int
    day: str
    keys: str


def does(*effects: tuple[str, str], **more: str) -> str:
    keys = "".join(f"{name}: {value}\n" for name, value in more.items())
    lines = "".join(f"  - vao: {to}\n    viec: {action}\n    theo: dieu-1.1\n" for to, action in effects)
    return keys + (f"tac_dong:\n{lines}" if lines else "")


TARGET, AMENDER = "nq-05-tu-2026", "nq-07-tu-2026"
AMENDS = Stated(7, "20/10", does((f"{TARGET}#I.1.a", "thay-loi")))
REPEALS = Stated(8, "10/11", f"bai_bo: {AMENDER}\n")

ASKED: dict[str, tuple[Stated, ...]] = {
    "a provision amended": (AMENDS, REPEALS),
    "a provision repealed": (Stated(7, "20/10", does((f"{TARGET}#I.1.b", "bai-bo"))), REPEALS),
    "a provision replaced by the short form": (Stated(7, "20/10", f"thay_the: {TARGET}#I.1.b\n"), REPEALS),
    "a whole document amended by the short form": (Stated(7, "20/10", f"sua_doi: {TARGET}\n"), REPEALS),
    "a document suspended": (Stated(7, "20/10", does((TARGET, "tam-ngung"))), REPEALS),
    "an amender replaced": (AMENDS, Stated(8, "10/11", f"thay_the: {AMENDER}\n")),
    "the provision that amends, repealed": (AMENDS, Stated(8, "10/11", does((f"{AMENDER}#dieu-1", "bai-bo")))),
    "another provision amended anew": (
        AMENDS,
        Stated(8, "10/11", f"bai_bo: {AMENDER}\n{does((f'{TARGET}#I.1.b', 'thay-loi'))}"),
    ),
}
SILENT: dict[str, tuple[Stated, ...]] = {
    "no amender": (Stated(7, "20/10", ""), REPEALS),
    "a chain of whole replacements": (Stated(7, "20/10", f"thay_the: {TARGET}\n"), REPEALS),
    "another provision of the amender repealed": (AMENDS, Stated(8, "10/11", does((f"{AMENDER}#dieu-2", "bai-bo")))),
    "the same provision amended anew": (
        AMENDS,
        Stated(8, "10/11", f"bai_bo: {AMENDER}\n{does((f'{TARGET}#I.1.a', 'thay-loi'))}"),
    ),
    "the provision around it repealed": (
        AMENDS,
        Stated(8, "10/11", f"bai_bo: {AMENDER}\n{does((f'{TARGET}#I.1', 'bai-bo'))}"),
    ),
    "the provision resumed": (
        AMENDS,
        Stated(8, "10/11", f"bai_bo: {AMENDER}\n{does((f'{TARGET}#I.1.a', 'phuc-hoi'))}"),
    ),
    "the suspension ended": (
        Stated(7, "20/10", does((TARGET, "tam-ngung"))),
        Stated(8, "10/11", f"bai_bo: {AMENDER}\n{does((TARGET, 'phuc-hoi'))}"),
    ),
    "the amended document ended before": (AMENDS, Stated(9, "01/11", f"bai_bo: {TARGET}\n"), REPEALS),
    "the amender resumed": (AMENDS, REPEALS, Stated(9, "12/11", does((AMENDER, "phuc-hoi")))),
    "the repealer annulled": (AMENDS, REPEALS, Stated(9, "12/11", does(("nq-08-tu-2026", "huy-bo")))),
    "a change that had ended": (
        Stated(7, "20/10", does((f"{TARGET}#I.1.a", "thay-loi")) + "    den: 01/11/2026\n"),
        REPEALS,
    ),
    "kept at the place": (AMENDS, Stated(8, "10/11", f"bai_bo: {AMENDER}\ngiu_loi: {TARGET}#I.1\n")),
}


def warned(project: Path, documents: tuple[Stated, ...]) -> list[str]:
    shutil.copytree(BASE, project)
    for one in documents:
        text = HEADER.format(number=one.number, day=one.day, keys=one.keys, body=BODY)
        (project / FOLDER / f"{one.number:02}-nq-tu.md").write_text(text, encoding="utf-8")
    found, faults = loading.build(project, AT, preview=False)
    assert found, faults
    return [f"{fault.path} {fault.message}" for fault in faults if fault.rule == "loi-da-sua"]


@pytest.mark.parametrize("name", ASKED)
def test_the_editor_is_asked_at_the_repealing_document(name: str, tmp_path: Path) -> None:
    [message] = warned(tmp_path / "project", ASKED[name])
    assert message.startswith(f"{FOLDER}/08-nq-tu.md ")
    assert "giu_loi: nq-05-tu-2026" in message
    assert "Nghị quyết số 05-NQ/TU" in message


@pytest.mark.parametrize("name", SILENT)
def test_what_is_decided_or_needs_no_decision_is_silent(name: str, tmp_path: Path) -> None:
    assert warned(tmp_path / "project", SILENT[name]) == []
