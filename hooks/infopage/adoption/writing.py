"""Writes the files of a new site from the answers: docs/, the lists in data/ and mkdocs.yml."""

import re
from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import urlsplit

import yaml

from infopage.adoption.answers import FEEDS, LISTS, SITE_ADDRESS, SITE_NAME, Adopted, questions
from infopage.adoption.pages import standing_pages
from infopage.content.nodes import Node, Scalar, Sequence
from infopage.content.unfilled import EMBLEM, HOST, mark
from infopage.language.dates import format_date, hanoi

_HEADS = {
    "co-quan": "Các cơ quan ban hành văn bản; cách khai báo: huong-dan/danh-muc.md.",
    "nhiem-ky": "Các nhiệm kỳ của Đảng bộ tỉnh; số văn bản của Đảng bắt đầu lại theo nhiệm kỳ.",
    "chu-de": "Chủ đề của văn bản, tin tức, tài liệu và lịch; mỗi chủ đề có một trang và một nguồn tin riêng.",
    "van-ban-ngoai": "Các văn bản không có trên trang mà trang nhắc tới; cách khai báo: huong-dan/van-ban-dac-biet.md.",
    "thong-bao": "Thông báo trên mọi trang, có ngày hiện và ngày thôi; cách khai báo: huong-dan/trang-nhat.md.",
    "bieu-ngu": "Các biểu ngữ trên trang chủ, có ngày hiện và ngày thôi; cách khai báo: huong-dan/trang-nhat.md.",
    "chuyen-muc": "Các chuyên mục của trang; cách khai báo: huong-dan/trang-nhat.md.",
    "lien-ket": "Trang của các cơ quan khác mà trang “Liên kết” dẫn tới; cách khai báo: huong-dan/danh-muc.md.",
    "tac-gia": "Những người viết có trang riêng; cách khai báo: huong-dan/trang-nhat.md.",
    "chuyen-huong": "Địa chỉ cũ và địa chỉ mới, đều tính từ gốc trang: người mở địa chỉ cũ được đưa tới trang mới.",
    "khoa-ky": "Khóa công khai ký các bản phát hành, cả khóa đã thay. Cách tạo: deploy/signing.md",
}
_EMPTIED = ("van-ban-ngoai", "chuyen-muc", "bieu-ngu", "thong-bao", "tac-gia", "lien-ket", "chuyen-huong", "khoa-ky")
_SHORT = {"dien_thoai": "điện thoại", "chiu_trach_nhiem": "họ tên, chức vụ người chịu trách nhiệm"}
"""Short descriptions of answers, by key. A page shows one as a placeholder if the answer is missing.

Other keys have none: their placeholder is the help text of the question, which is short enough.
"""

_SETTING = re.compile(r"^(site_name|site_url|site_description):[^\n]*(?:\n[ \t]+[^\n]*)*$", re.MULTILINE)
_WORD_LETTERS = re.compile(r"[^\W\d_]+")


def written(answers: Adopted, settings: str, instant: datetime) -> dict[str, str]:
    """Return the contents of the new site's files by path, made from the ``answers``.

    ``settings`` is the content of the present mkdocs.yml, in which the site's name, address and description are
    replaced. ``instant`` is the time of the setup; its date is written into the first pages.
    """
    today = hanoi(instant).date()
    words = {name: _word(name, answers) for name in questions() if name != FEEDS}
    files = {f"docs/{name}": text for name, text in standing_pages({**words, "hom_nay": format_date(today)}).items()}
    files["data/trang.yml"] = _identity(answers, words, today)
    for key, stem in LISTS.items():
        if key in answers.lists:
            files[f"data/{stem}.yml"] = f"# {_HEADS[stem]}\n{_yaml(plain(answers.lists[key]))}"
        elif key != "chu_de":
            files[f"data/{stem}.yml"] = f"# {_HEADS[stem]}\n# {mark(_HEADS[stem].partition(';')[0])}\n[]\n"
    for stem in _EMPTIED:
        files[f"data/{stem}.yml"] = f"# {_HEADS[stem]}\n[]\n"
    told = {"site_name": words[SITE_NAME], "site_url": words[SITE_ADDRESS], "site_description": words["mo_ta"]}
    files["mkdocs.yml"] = _SETTING.sub(lambda line: _yaml({line[1]: told[line[1]]}).rstrip("\n"), settings)
    return files


def missing(answers: Adopted) -> list[str]:
    """Return the keys of the required questions and lists that were not answered.

    Two keys are left out, because their values can be derived from other answers: the authority for feeds (part of the
    ids of feed entries) and the letters of the site's emblem.
    """
    asked = [name for name, one in questions().items() if one.required and name not in answers.values]
    return [
        *(name for name in asked if name not in (FEEDS, "huy_hieu")),
        *(n for n in ("co_quan", "nhiem_ky") if n not in answers.lists),
    ]


def plain(node: Node) -> object:
    """Return a YAML node as plain lists, dictionaries and strings, ready to be written as YAML."""
    if isinstance(node, Scalar):
        return " ".join(node.text.split())
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {entry.key: plain(entry.value) for entry in node.entries}


def _word(name: str, answers: Adopted) -> str:
    if found := answers.text(name):
        return found
    if name == SITE_ADDRESS:
        return f"https://{HOST}/"
    if name == "huy_hieu":
        return _initials(answers.text("don_vi"))
    return mark(_SHORT.get(name, questions()[name].help))


def _initials(name: str) -> str:
    """Return the letters in the site's emblem: the initials of the last two capitalised words of ``name``.

    These words are usually the name of the province. If no word is capitalised, the last two words count. If there are
    no words, the placeholder for the emblem is returned.
    """
    words = _WORD_LETTERS.findall(name)
    capitals = [word[0] for word in words if word[0].isupper()] or [word[0].upper() for word in words]
    return "".join(capitals[-2:]) or EMBLEM


def _identity(answers: Adopted, words: dict[str, str], today: date) -> str:
    return "# Danh tính của trang: tên đơn vị, cơ quan chủ quản và những điều phải ghi ở chân trang.\n" + "".join(
        _yaml({name: value}) for name, value in _identity_values(answers, words, today)
    )


def _identity_values(answers: Adopted, words: dict[str, str], today: date) -> Iterator[tuple[str, object]]:
    for name, asked in questions().items():
        if name in (SITE_NAME, SITE_ADDRESS):
            continue
        if name == FEEDS and name not in answers.values:
            host = urlsplit(answers.text(SITE_ADDRESS)).hostname or HOST
            yield name, {"ten_mien": host, "ngay": format_date(today)}
        elif name in answers.values:
            yield name, plain(answers.values[name])
        elif asked.required:
            yield name, words[name]


def _yaml(value: object) -> str:
    text: str = yaml.safe_dump(value, allow_unicode=True, sort_keys=False, width=100_000, default_flow_style=False)
    return text
