"""The changes that a round makes to a project: files are replaced, added or removed."""

import json
import os
from collections.abc import Callable, Mapping
from random import Random
from typing import Any, TypeAlias

import yaml

from infopage.content.field_types.plain import Line
from infopage.content.model import ITEM_TYPES, StandingPage
from infopage.content.schema import keys
from tests.content.test_any_input import KEYS, LABELS, MARKDOWN_SIGNS, REFUSED, WORDS, YAML_SIGNS
from tests.release.guard.made import archive, pdf, photo, word

Tree: TypeAlias = Mapping[str, bytes]
Change: TypeAlias = dict[str, bytes | None]
"""The new content of each changed file, by path in the project; None removes the file."""

VALUES: tuple[Any, ...] = (
    *(
        "",
        " ",
        "~",
        "null",
        "no",
        "05",
        "-1",
        "1e9",
        "0",
        "31/2/2025",
        "29/02/2024",
        "00/00/0000",
        "12/10/9999",
        "1/1/1",
    ),
    *(
        "20/11/2026 07:00",
        "20/11/2026 25:00",
        "index.html",
        ".",
        "..",
        "/",
        "//",
        "../../x",
        "a//b",
        "a/../b",
        "%2e%2e",
    ),
    *("tin-tuc/", "tin-tuc/2026/hoi-nghi", "404.html", "du-lieu", "nguon-tin/feed.json", "assets", "tim-kiem/", "CON"),
    *(
        "https://",
        "https://a",
        "http://[::1",
        "https://a.example:99999/",
        "https://a.example/%zz",
        "javascript:alert(1)",
    ),
    *(
        "data:text/html,x",
        "mailto:",
        "mailto:a@b",
        "a@b",
        "#",
        "#I.1",
        "nq-05-tu-2026#I.1",
        "nq-05-tu-2026#",
        "x" * 5000,
    ),
    *(
        "cong-khai",
        "noi-bo",
        "chuyen-doi-so",
        "tinh-uy",
        "nghi-quyet",
        "05-NQ/TU",
        "/-",
        "0-NQ/TU",
        "٣-NQ/TU",
        "Ⅷ",
        "𝟝",
    ),
    *("\ud7ff", "e\u0301" * 30, "<b>", "]]>", "{{ x }}", "{% x %}", "%s%d{0}", "\\", "\u202e", "\x0b", "a\nb", "🇻🇳"),
    *([], [[]], {}, {"a": []}, [None], ["", ""], [{}], {"": ""}, [["a"]], None, True, 5),
)
NAMES = (
    *(
        "index",
        "404",
        "CON",
        "nul",
        " ",
        ".",
        "..",
        "-",
        "_",
        "a b",
        "đ",
        "Ế",
        "e\u0301",
        "%2e",
        "%00",
        "a?b",
        "a#b",
        "a&b",
    ),
    *(
        "a'b",
        'a"b',
        "a<b",
        "a:b",
        "a*b",
        "a|b",
        "a\\b",
        "a;b",
        "{{a}}",
        "a.md",
        "a.html",
        "feed",
        "rss",
        "theo-doi",
        "x" * 90,
    ),
    *("\u200b", "\u202e", "\udcff", "\x01", "\n", "🇻🇳", "２", "tin-so-01", "hoi-nghi", "Hoi-Nghi", "assets", "du-lieu"),
)
ENDINGS = (
    ".md",
    ".MD",
    ".markdown",
    ".yml",
    ".html",
    ".pdf",
    ".jpg",
    ".svg",
    ".txt",
    ".docx",
    ".js",
    "",
    ".",
    ".md.md",
)
WHOLE = (
    pdf("Nghị quyết", Author="A"),
    word("Nghị quyết", author="A"),
    photo(gps=True),
    photo("PNG"),
    photo("WEBP"),
    archive({"a.txt": b"x"}),
    b'<svg xmlns="http://www.w3.org/2000/svg"><text>a</text></svg>',
    b"{\\rtf1\\ansi a\\par}",
    b"MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\na\r\n",
    "tên,ngày\nA,1/1/2026\n".encode(),
)
"""Valid attachments, one of each kind."""


def changed(random: Random, base: Tree) -> Change:
    """Return one to three random changes of a project, merged."""
    found: Change = {}
    for _ in range(random.choice((1, 1, 1, 2, 3))):
        found |= random.choice(_CHANGES)(random, base)
    return found


def _pick(random: Random, base: Tree, start: str, end: str = "") -> str:
    return random.choice([path for path in base if path.startswith(start) and path.endswith(end)])


def _text(random: Random, pieces: tuple[str, ...], most: int) -> str:
    said = [random.choice(pieces) if random.random() < 0.8 else chr(random.choice(_POINTS)) for _ in range(most)]
    if random.random() < 0.1:
        said.insert(random.randrange(len(said) + 1), random.choice(REFUSED))
    return "".join(said)


_POINTS = (*range(32, 127), *range(0xC0, 0x180), *range(0x1EA0, 0x1EFA), 0x1F600, 0x3000, 0xAD, 0x2010, 0x0301, 0xFFFD)


def _spliced(random: Random, whole: bytes, junk: bytes) -> bytes:
    at = random.randrange(len(whole) + 1)
    return whole[:at] + junk + whole[at + random.choice((0, 0, 1, 3, 20, 200)) :]


def _bytes_of(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


def _body(random: Random, base: Tree) -> Change:
    path = _pick(random, base, "docs/", ".md")
    head, _, body = base[path].decode().partition("\n---\n")
    new = _text(random, (*MARKDOWN_SIGNS, *LABELS, *WORDS), random.choice((3, 12, 60)))
    if random.random() < 0.5:
        new = _spliced(random, body.encode(), _bytes_of(new)).decode("utf-8", "replace")
    return {path: _bytes_of(f"{head}\n---\n{new}")}


def _splice(random: Random, base: Tree) -> Change:
    path = _pick(random, base, *random.choice((("docs/", ".md"), ("data/", ".yml"), ("docs/", ""))))
    junk = _bytes_of(_text(random, (*YAML_SIGNS, *WORDS), random.choice((1, 3, 10))))
    return {path: _spliced(random, base[path], random.choice((junk, random.randbytes(random.randrange(9)))))}


def _value(random: Random) -> Any:
    cls = random.choice((*ITEM_TYPES, StandingPage))
    key = random.choice([key for _, key in keys(cls).values()])
    if random.random() < 0.6 and not isinstance(key.type, Line):
        return key.type.sample()
    one = random.choice(VALUES)
    return one if random.random() < 0.8 else [one, random.choice(VALUES)]


def _mutated(random: Random, node: Any, names: tuple[str, ...]) -> Any:
    """Return a YAML tree with one node changed; ``names`` are the keys from which a new one is drawn."""
    if isinstance(node, dict) and node:
        name = random.choice(list(node))
        how = random.randrange(6)
        if how == 0:
            return {key: value for key, value in node.items() if key != name}
        if how == 1:
            return node | {random.choice(names): _value(random)}
        if how == 2:
            return node | {name: _value(random)}
        if how == 3:
            return node | {name: node[random.choice(list(node))]}
        return node | {name: _mutated(random, node[name], names)}
    if isinstance(node, list) and node:
        at = random.randrange(len(node))
        how = random.randrange(5)
        if how == 0:
            return node[:at] + node[at + 1 :]
        if how == 1:
            return [*node, node[at]]
        if how == 2:
            return [*node, _value(random)]
        return [*node[:at], _mutated(random, node[at], names), *node[at + 1 :]]
    if isinstance(node, str) and node and random.random() < 0.5:
        return _spliced(random, node.encode(), _bytes_of(random.choice((*WORDS, *YAML_SIGNS)))).decode(
            "utf-8", "replace"
        )
    return _value(random)


def _dumped(node: Any) -> str:
    return yaml.safe_dump(node, allow_unicode=True, sort_keys=False, default_style='"', width=10_000)


def _header(random: Random, base: Tree) -> Change:
    path = _pick(random, base, "docs/", ".md")
    head, _, body = base[path].decode().removeprefix("---\n").partition("\n---\n")
    node = yaml.load(head, yaml.BaseLoader)
    for _ in range(random.choice((1, 1, 2, 4))):
        node = _mutated(random, node, tuple(KEYS))
    return {path: _bytes_of(f"---\n{_dumped(node)}---\n{body}")}


def _registry(random: Random, base: Tree) -> Change:
    path = _pick(random, base, "data/", ".yml")
    node = yaml.load(base[path], yaml.BaseLoader)
    names = tuple(
        {key for entry in (node if isinstance(node, list) else [node]) or () for key in entry or ()} or {"ma"}
    )
    for _ in range(random.choice((1, 1, 2, 4))):
        node = _mutated(random, node, (*names, *KEYS))
    return {path: _bytes_of(json.dumps(node) if random.random() < 0.1 else _dumped(node))}


def _name(random: Random, base: Tree) -> Change:
    path = _pick(random, base, random.choice(("docs/", "docs/", "data/")))
    folder, _, last = path.rpartition("/")
    parts = folder.split("/")[: random.randrange(1, 6)] + random.choices(NAMES, k=random.choice((0, 0, 1, 2)))
    name = random.choice((last, random.choice(NAMES) + random.choice(ENDINGS)))
    where = os.path.normpath("/".join([*parts, name]))
    if where.startswith(("docs/", "data/")) and "\0" not in where:
        return {path: None, where: base[path]} if random.random() < 0.5 else {where: base[path]}
    return {}


def _attachment(random: Random, base: Tree) -> Change:
    path = _pick(random, base, "docs/", ".md")
    name = random.choice((random.choice(NAMES).replace("/", ""), "tep")) + random.choice(ENDINGS)
    content = random.choice(WHOLE)
    if random.random() < 0.6:
        content = _spliced(random, content, random.randbytes(random.randrange(30)))
    link = random.choice(("\n[Tệp](", "\n![Ảnh](", '\n<a href="')) + name + random.choice((")", ' "a")', '">a</a>', ""))
    where = os.path.normpath(f"{path.rpartition('/')[0]}/{name}")
    if not where.startswith("docs/") or where == path:
        return {}
    return {where: content, path: base[path] + _bytes_of(link)}


def _gone(random: Random, base: Tree) -> Change:
    return {_pick(random, base, random.choice(("docs/", "data/"))): None}


_CHANGES: tuple[Callable[[Random, Tree], Change], ...] = (
    *(
        _body,
        _body,
        _body,
        _splice,
        _header,
        _header,
        _header,
        _registry,
        _registry,
        _registry,
        _name,
        _attachment,
        _gone,
    ),
)
"""The kinds of change; the more useful ones are listed more than once."""
