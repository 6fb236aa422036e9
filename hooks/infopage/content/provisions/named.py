"""Recognises labels that begin with a word: ``Điều 5.``, ``Chương II``, ``Phụ lục 1``, ``Nhiệm vụ 3:``."""

import re
from collections.abc import Iterator
from functools import lru_cache

from infopage.content.provisions.numerals import ORDINAL, in_digits, key_of, number_of, number_of_suffix
from infopage.content.provisions.ranks import Label, Rank
from infopage.content.provisions.titles import is_capitals, is_title
from infopage.language.folding import slug

_THE = r"\s+(?:(?:THỨ|thứ)\s+)?"
_AFTER_NAME = r"(?P<sign>\s?[.:]-?|\s?[-–](?=\s|$))?(?=\s|$|(?<=[.:])[^\W\d_]{2})"
_NAMED = tuple(
    (rank, name, re.compile(pattern + _AFTER_NAME))
    for rank, name, pattern in (
        (
            Rank.APPENDIX,
            "phu-luc",
            r"(?:PHỤ LỤC|Phụ lục)"
            r"(?:\s+(?:(?:SỐ|số)\s*)?(?P<n>[IVXLC]+|[0-9]+|[A-ZĐ])(?P<s>[a-zđA-Z]?(?:[.\-/]\w{1,3})?))?",
        ),
        (
            Rank.FORM,
            "mau",
            r"(?:(?:MẪU|Mẫu)\s+(?:SỐ|số)[:\s]+|(?:MẪU|(?P<alone>Mẫu))\s+(?=[0-9]))(?P<n>[0-9]+)(?P<s>[a-zđA-Z]?(?:[.\-/]\w{1,8})?)",
        ),
        (Rank.PART, "phan", rf"(?:PHẦN|Phần){_THE}(?P<n>[IVXLC]+|[0-9]+|[A-ZĐ]|{ORDINAL})"),
        (Rank.PART, "phan", r"(?:PHẦN|Phần)\s+(?P<n>(?i:MỞ ĐẦU|NỘI DUNG|KẾT LUẬN))"),
        (Rank.CHAPTER, "chuong", rf"(?:CHƯƠNG|Chương){_THE}(?P<n>[IVXLC]+|[0-9]+|{ORDINAL})(?P<s>[a-zđ]?)"),
        (Rank.SECTION, "muc", r"(?:MỤC|Mục)\s+(?P<n>[IVXLC]+|[0-9]+|[A-ZĐ])(?P<s>[a-zđ]?)"),
        (Rank.SUBSECTION, "tieu-muc", r"(?:TIỂU MỤC|Tiểu mục)\s+(?P<n>[IVXLC]+|[0-9]+|[A-ZĐ])(?P<s>[a-zđ]?)"),
        (
            Rank.ARTICLE,
            "dieu",
            rf"(?:ĐIỀU|Điều)(?:{_THE}|(?=[0-9]))(?P<n>[0-9]{{1,4}}|(?<=[Tt]hứ\s)(?:{ORDINAL}))(?P<s>\s[a-zđ](?=\s?[.:])|[a-zđA-ZĐ]?)",
        ),
        (Rank.CLAUSE, "1", r"Khoản\s+(?P<n>[0-9]{1,3})(?P<s>[a-zđ]?)(?=\s?[.:])"),
        (Rank.POINT, "a", r"Điểm\s+(?P<n>[a-zđ])(?P<s>[0-9]?)(?:\)|(?=\s?[.:]))"),
    )
)
_BY_LETTER = {
    letter: tuple(one for one in _NAMED if re.match(rf"(?:\(\?:)*{letter}", one[2].pattern)) for letter in "PMCTĐK"
}
_SUB_ARTICLE = re.compile(r"(?:ĐIỀU|Điều)\s*(?P<n>[0-9]{1,4}(?:\.[1-9][0-9]?){1,2})\s?[.:](?=\s|$)")

_TASKS = (
    "Nhiệm vụ|Giải pháp|Mục tiêu|Nội dung|Chỉ tiêu|Chương trình|Đề án|Dự án|Tiểu dự án|Chuyên đề|Giai đoạn|Bước"
    "|Đột phá|Yêu cầu|Quan điểm|Phương án|Trường hợp|Hoạt động|Công việc|Nguyên tắc|Tiêu chí|Tiêu chuẩn|Kiến nghị"
)
_TASK = re.compile(
    rf"(?P<name>Nhóm(?: \w+){{0,3}}?|{_TASKS}|{_TASKS.upper()})(?: (?:số|thứ|SỐ|THỨ))? "
    rf"(?P<n>[0-9]{{1,2}}|[IVX]{{1,4}}|{ORDINAL})(?P<sign>\s?[:.]|\s?[-–](?=\s)|(?=\s\([^()]{{1,40}}\)\s?:))(?=\s|$)"
)
TASK_BEGINS = frozenset(name[:3] for name in f"Nhóm|{_TASKS}|{_TASKS.upper()}".split("|"))
"""The first three letters of the words before a numbered task, goal or step (``Nhiệm vụ 3:``, ``Bước 1.``).

They allow a quick test of each line.
"""


def named(line: str) -> Iterator[Label]:
    """Yield the labels of a word and a number (``Điều 5.``) that ``line`` may begin with, the likeliest first."""
    is_found = False
    for rank, name, pattern in _BY_LETTER.get(line[0], ()):
        if not (found := pattern.match(line)):
            continue
        groups = found.groupdict()
        number, suffix, rest = groups["n"] or "", (groups.get("s") or "").strip(), line[found.end() :].strip()
        ends = bool(found["sign"]) or rank >= Rank.CLAUSE or not rest or (rank is Rank.APPENDIX and rest[0] == "(")
        # “Mẫu 1 dùng cho chi bộ” is a sentence, and “Mẫu 1: Đơn” in a list of forms is no form.
        needs_capitals = not number or groups.get("alone")
        if (
            (not ends or groups.get("alone"))
            and rest
            and (not is_title(rest) or (needs_capitals and not is_capitals(rest)))
        ):
            continue
        yield _label(rank, name, found[0], number, suffix, ends)
        is_found = True
    if not is_found:
        yield from _rarely_named(line)


@lru_cache(maxsize=4096)
def _label(rank: Rank, name: str, typed: str, number: str, suffix: str, ends: bool) -> Label:
    key = slug(number) if " " in number else key_of(in_digits(number) + suffix)
    if rank < Rank.CLAUSE:
        key = f"{name}-{key}" if key else name
    order = (number_of(number), number_of_suffix(suffix))
    sign = "" if rank < Rank.CLAUSE else "."
    return Label(rank, typed, key, 0, name, sign, order, doubtful=rank is Rank.ARTICLE and not ends)


def _rarely_named(line: str) -> Iterator[Label]:
    if found := _SUB_ARTICLE.match(line):
        numbers = tuple(map(int, found["n"].split(".")))
        depth = len(numbers) - 1
        yield Label(Rank.ARTICLE, found[0], f"dieu-{found['n']}", depth, "dieu", ".", (*numbers, 0))
    elif found := _TASK.match(line):
        # Words such as “Nhiệm vụ 3” also begin sentences, so they count as a label only within a list.
        name, number = slug(found["name"]), found["n"]
        key = f"{name}-{key_of(in_digits(number))}"
        order = (number_of(number), 0)
        yield Label(Rank.CLAUSE, found[0], key, 0, name, found["sign"].strip(), order, doubtful=True)
