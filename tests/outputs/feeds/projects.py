"""A project whose feeds have archive pages."""

from datetime import date, timedelta
from pathlib import Path

from tests.sites import golden_project


def many_project(folder: Path) -> Path:
    """Make the golden project (valid, with many items), with 300 older news items, a few of them long."""
    project = golden_project(folder)
    for number in range(300):
        day = date(2022, 1, 1) + timedelta(days=number * 5)
        paragraphs = "\n\n".join(
            [f"Đoạn của tin {number}: " + "quán triệt nghị quyết " * 60] * (60 if number % 50 == 7 else 1)
        )
        text = (
            f"---\nma: tin-cu-{number}\ntieu_de: Tin cũ số {number}\ntom_tat: Tóm tắt tin cũ số {number}.\n"
            f"pham_vi: cong-khai\nngay_dang: {day:%d/%m/%Y} 08:00\nchu_de: [chuyen-doi-so]\n---\n{paragraphs}\n"
        )
        file = project / "docs" / "tin-tuc" / str(day.year) / f"tin-cu-{number}.md"
        file.parent.mkdir(exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return project
