"""Finds acts cited by name in plain text, like ``Luật Đất đai năm 2024`` and ``Nghị quyết Đại hội XIV``."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from infopage.language.after_citations import tail_near
from infopage.language.dates import IssueDate
from infopage.language.folding import fold, level
from infopage.language.kinds import NAMED
from infopage.language.mentions import Mention, by_place

_WORD = re.compile(r"\w+")
_GAP = re.compile(r"[\s,]*")
_FUNCTION_WORDS = (
    *(
        "năm",
        "ngày",
        "của",
        "do",
        "và",
        "đều",
        "vẫn",
        "gồm",
        "nhấn mạnh",
        "khẳng định",
        "mở ra",
        "đặt ra",
        "đi vào",
        "xác lập",
        "giao",
        "thay thế",
        "bổ sung",
        "tiếp tục",
        "trở thành",
        "ra đời",
        "đòi hỏi",
        "giúp",
        "góp phần",
        "tạo",
        "hoặc",
        "hay",
        "với",
        "các",
        "có",
        "được",
        "đã",
        "đang",
        "sẽ",
        "là",
        "để",
        "khi",
    ),
    *("từ", "tại", "trong", "về", "quy định", "cho", "nêu", "không", "còn", "bị", "phải", "cùng", "cũng", "thì", "mà"),
    *(
        "nhằm",
        "nhưng",
        "như",
        "trên",
        "dưới",
        "sau",
        "trước",
        "đến",
        "ban hành",
        "thông qua",
        "nếu",
    ),
    *("vào", "hiện hành", "nhiệm kỳ", "khóa", "khoá", "hiện nay", "ở", "bằng", "chưa", "luôn", "nói", "trở", "bảo đảm"),
    *("yêu cầu", "đề ra", "đặt", "xác định", "chỉ", "đối với", "này"),
)
"""Words of a sentence that may follow the name of an act.

Before any other word, the name may be only the beginning of a longer name: ``Luật Đầu tư`` in ``Luật Đầu tư công``.
"""
_GOES_ON = re.compile(
    r"\s*(?:$|[.,;:!?…\)\]”“\"'\0-]|\((?!\s*sửa đổi\)(?!,?\s+(?:năm\s+)?(?:19|20)[0-9]{2}))"
    rf"|(?:{'|'.join(_FUNCTION_WORDS)}|(?:19|20)[0-9]{{2}})(?!\w))",
    re.IGNORECASE,
)
_NUMERAL = re.compile(r"[IVX]+")
_AFTER_NUMBER = re.compile(
    r"\s+(?!(?:đảng|chi|công đoàn|đoàn|hội|mặt trận|cấp|tỉnh|thành phố|huyện|xã|phường)\b)(?P<word>[^\W\d_]+)"
)
"""What may follow the number of a congress of the Party: small letters that do not name whose congress it is."""
_MORE = re.compile(rf"(?:\s*[,;]|,?\s+và)\s+(?P<n>{_NUMERAL.pattern})(?=\s*(?:[,;.)]|và\b|của\s+Đảng\b|$))")
_NOT_YET = re.compile(r"(?<!\w)(?:dự thảo|dự án|pháp|đề cương)\s+$", re.IGNORECASE)
_YEAR = re.compile(r"\s*(?:năm\s+)?(?P<year>(?:19|20)[0-9]{2})(?!\w|\s*[-–])", re.IGNORECASE)
_REVISED = re.compile(r"\s*\(sửa đổi\)(?=,?\s+(?:năm\s+)?(?:19|20)[0-9]{2})", re.IGNORECASE)
_REVISED_IN = re.compile(
    r"\s*\((?:đã |được )*(?:sửa đổi|bổ sung|ban hành)[^()]{0,20}?(?P<year>(?:19|20)[0-9]{2})\)", re.IGNORECASE
)
_NUMBERED = re.compile(r"\s*,?\s*\(?\s*(?:(?:bộ )?luật\s+)?số\s*:?\s*[0-9]", re.IGNORECASE)
_YEAR_OF_NAME = re.compile(r"\s*\(.*\)$|,?(?<![-–])\s+(?:năm\s+)?(?:19|20)[0-9]{2}$")
_OF = re.compile(r"\s*,?\s*(?:của|do)\s+(?P<whom>\w+(?:\s+\w+){0,3})")
_OF_ALL = re.compile(
    r"(?:dang(?! (?:bo|uy|doan)\b)|quoc hoi|uy ban thuong vu quoc|nuoc (?:ta|cong hoa)|nha nuoc|viet nam|chinh phu"
    r"|(?:ban chap hanh )?trung uong(?! (?:doan|hoi)\b))(?![a-z])"
)
"""The bodies that may follow ``của`` or ``do`` after the name of a national act, in lower case without marks.

With any other body, as in ``Điều lệ của Hội``, another act of the same name is meant.
"""


def key_of_name(name: str) -> str:
    """Return the key of a name, which is the same for all its spellings: ``Luật Đất đai`` -> ``=luat dat dai``."""
    return "=" + " ".join(_WORD.findall(fold(name)))


class ActFinder:
    """Finds the names of acts in texts."""

    def __init__(self, names: Iterable[str]) -> None:
        self._tree: dict[str, Any] = {}
        """The words of all names as a tree: word -> words that may follow; '' marks the end of a name."""
        firsts: set[str] = set()
        for name in names:
            words = _WORD.findall(name)
            firsts |= {words[0].lower(), level(words[0])}
            node = self._tree
            for word in words:
                node = node.setdefault(level(word), {})
            node[""] = True
        self._first = _any_of(firsts) if firsts else None

    def mentions(self, text: str) -> list[Mention]:
        """Return the places where an NFC text cites an act by its name, in order."""
        if not self._first:
            return []
        found: list[Mention] = []
        last = 0
        for first in self._first.finditer(text):
            if first.start() < last:
                continue
            ends = self._ends(text, first.start())
            mention = next((one for end in ends if (one := _mention(text, first.start(), end))), None)
            if mention:
                last = mention.end
                found += (*by_place(text, mention), *_more_congresses(text, mention))
        return found

    def _ends(self, text: str, start: int) -> Sequence[int]:
        """Return the offset after each known name of an act that begins at ``start``, the longest name first."""
        node, at = self._tree, start
        ends: list[int] = []
        while (word := _WORD.match(text, at)) and (key := _plain(word[0])) in node:
            node = node[key]
            if "" in node:
                ends.append(word.end())
            gap = _GAP.match(text, word.end())
            assert gap
            at = gap.end()
        return ends[::-1]


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    """Return a word in lower case without marks. Cached, because the words of names are frequent."""
    return level(word)


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    """Return a pattern for any of the lower-case ``words`` as a whole word, in lower or upper case.

    The pattern begins with a set of initial letters, which makes the search several times faster.
    """
    initials = "".join(sorted({letter for word in words for letter in (word[0], word[0].upper())}))
    rests = "|".join(sorted({re.escape(word[1:]) for word in words}, key=lambda rest: (-len(rest), rest)))
    return re.compile(rf"[{re.escape(initials)}](?<!\w.)(?i:{rests})(?!\w)")


def _mention(text: str, start: int, end: int) -> Mention | None:
    """Return the mention of the act whose name is at ``text[start:end]``; None if these words mean something else.

    For example, ``Luật Đầu tư công``, ``pháp luật đầu tư`` and ``dự thảo Luật Đầu tư`` do not mean ``Luật Đầu tư``.
    """
    words = _WORD.findall(text, start, end)
    if not (words[0][:1].isupper() or any(word[:1].isupper() for word in words[1:])):
        return None
    after = _AFTER_NUMBER.match(text, end) if _NUMERAL.fullmatch(words[-1]) else None
    is_whole = _GOES_ON.match(text, end) or (after and after["word"].islower())
    if not is_whole or _NOT_YET.search(text, max(0, start - 12), start):
        return None
    of = _OF.match(text, end)
    if of and not _OF_ALL.match(fold(of["whom"])):
        return None
    core = (start, end)
    if _NUMBERED.match(text, end):
        return None
    revised = _REVISED.match(text, end)
    end = revised.end() if revised else end
    tail = tail_near(text, end)
    if within := _REVISED_IN.match(text, end):
        tail = replace(tail, dated=IssueDate.parse(within["year"]))
    year = _YEAR.match(text, end)
    if year and not tail.dated:
        tail = replace(tail, dated=IssueDate.parse(year["year"]))
    return Mention(
        start,
        max(end, tail.cited, year.end() if year else 0),
        core,
        name=key_of_name(text[slice(*core)]),
        tail=tail,
    )


def _more_congresses(text: str, mention: Mention) -> Iterator[Mention]:
    """Yield a mention for each number after that of a congress: XIV in ``Nghị quyết Đại hội XIII, XIV của Đảng``."""
    name, _, number = mention.name.rpartition(" ")
    at = mention.core[1]
    while _NUMERAL.fullmatch(number.upper()) and mention.end == mention.core[1] and (more := _MORE.match(text, at)):
        span, at = more.span("n"), more.end()
        yield Mention(*span, span, name=f"{name} {more['n'].lower()}")


def name_with(kind: str, name: str) -> str:
    """Return the full name by which an act is cited, given its ``kind`` and its name or subject.

    >>> name_with("Luật", "Đất đai"), name_with("Luật", "Luật Đất đai năm 2024")
    ('Luật Đất đai', 'Luật Đất đai')
    """
    folded = f"{fold(name)} "
    begins_with_kind = any(folded.startswith(f"{one} ") for one in (fold(kind), *NAMED))
    whole = name if begins_with_kind else f"{kind} {name}"
    return _YEAR_OF_NAME.sub("", whole)
