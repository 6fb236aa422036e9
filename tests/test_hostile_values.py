"""A value of any key of an item or list is treated as text everywhere: in pages, feeds and data files."""

import html
import io
import json
import re
import shutil
from collections.abc import Container, Iterator, Mapping
from typing import Any
from zipfile import ZipFile

import html5lib
import pytest
import yaml
from lxml import etree

from infopage.content.field_types.plain import Line, Paragraphs
from infopage.content.fields import ListOf
from infopage.content.model import ITEM_TYPES, StandingPage
from infopage.content.registries import ENTRY_TYPES, GUARD, IDENTITY
from infopage.content.registry_entries import Identity
from infopage.content.schema import Key, RecordOf, keys
from tests.outputs.feeds.w3c import ATOM, CONTENT
from tests.sites import build, golden_project, tree
from tests.support import ROOT

MARK = "zz"
"""The start of element and attribute names that no page may contain."""

HOSTILE = (
    "{n} \"'><zz zz=1 onerror=alert(1)>]]></script></title><!-- & &lt;zz zz=1&gt; {{{{ zz }}}} -->",
    "{n}'><zz zz=1>",
    "<zz>",
)
NO_TEXT_FOR_PEOPLE = {"chuyen-huong", GUARD}
"""Lists that hold only addresses or patterns; other texts in them are refused."""

LEFT = {"viet_tat", "thu_hoi", "tac_dong"}
"""Keys that get no hostile value.

`viet_tat` would stop the build, and `thu_hoi` would remove the page with all its other texts. The phrases of `tac_dong`
must occur in another document: tests/content/effects has hostile ones.
"""

WITHDRAWN, WITHOUT_TEXT = "tin-so-01.md", "tin-so-02.md"
NOT_COME = "chua-den-ngay.md"
SHOWN = {"album", "anh", "am_thanh", "do_hoa", "video", "video_ngoai"}
"""The keys of pictures and recordings."""

LEFT_OF = {
    NOT_COME: LEFT | {"ghi_chu_sua"},
    WITHDRAWN: LEFT - {"thu_hoi"},
    WITHOUT_TEXT: LEFT | SHOWN | {"dinh_chinh", "ghi_chu_sua", "nguon"},
}
PICTURE = "san-dinh.png"
RECORDINGS = {"hoi-nghi.mp4": ROOT / "tests/files/media/good.mp4", "ban-tin.mp3": ROOT / "tests/files/media/good.mp3"}
"""The recordings beside each item, named as the samples of the keys name them."""

GIVEN = {"ngay": "05/11/2026", "tep": PICTURE}
"""Values for required keys whose sample (see :class:`Key`) would not be valid in this project."""
_GROUPS_WITH_GROUND = ("anh", "album", "do_hoa", "video", "am_thanh")
KEPT_FOR_THE_OFFICE = (*(f"{group} can_cu" for group in _GROUPS_WITH_GROUND), "nguon thoa_thuan ten")
"""The ends of the places of keys that no output shows."""
WANTED = {"cach_dung"}
"""Keys that are not required by their declaration, but by a check."""


class Values:
    """Numbered hostile values, and the YAML keys to which they were given."""

    def __init__(self) -> None:
        self.keys: list[str] = []

    def put(self, where: str, cls: type[Any], found: Mapping[str, Any], left: Container[str] = LEFT) -> dict[str, Any]:
        """Return the mapping ``found`` with a hostile value for every text key of the class.

        Keys in ``left`` get none. ``where`` names the mapping in the list of the keys that got one.
        """
        made = dict(found)
        for name, (_, key) in keys(cls).items():
            if name not in left:
                value = self._value(f"{where} {name}", key.type, made.get(name))
                made |= {} if value is None else {name: value}
        return made

    def _value(self, where: str, type: Any, found: Any) -> Any:
        if isinstance(type, Line | Paragraphs):
            self.keys.append(where)
            told = (text.format(n=f"k{len(self.keys)}k") for text in HOSTILE)
            return next(text for text in told if len(text) <= type.most)
        if isinstance(type, ListOf):
            ones = found if isinstance(found, list) else [found]
            made = [self._value(where, type.of, one) for one in ones]
            return made if None not in made else None
        if isinstance(type, RecordOf):
            if isinstance(found, str):
                return found  # a record written as one line, which is no text for readers
            inner = keys(type.into)
            needed = {n: _given(n, key) for n, (_, key) in inner.items() if key.required or n in WANTED}
            made = self.put(where, type.into, found or needed, ())
            return made if made != (found or needed) else None
        return None


def _given(name: str, key: Key) -> str:
    given = GIVEN.get(name, "")
    return given if given and given.endswith(getattr(key.type, "suffixes", "")) else key.type.sample()


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, bytes], Values]:
    """Return a built site in which all texts are hostile, and the keys that hold them."""
    folder = tmp_path_factory.mktemp("hostile")
    project = golden_project(folder / "project")
    values = Values()
    picture = next((project / "docs").rglob(PICTURE)).read_bytes()
    for path in sorted((project / "docs").rglob("*.md")):
        path.with_name(PICTURE).write_bytes(picture)
        for name, sample in RECORDINGS.items():
            shutil.copy(sample, path.with_name(name))
        section, *below = path.relative_to(project / "docs").parts
        # A chapter is in a folder below the section of its book.
        kinds: list[type[Any]] = [cls for cls in ITEM_TYPES if (cls.within or cls).section == section] or [StandingPage]
        _, header, body = path.read_text("utf-8").split("---\n", 2)
        if "tin-so-" not in path.name or path.name in (WITHDRAWN, WITHOUT_TEXT):
            kind = kinds[-1 if len(below) > 1 else 0]
            made = values.put(kind.section, kind, yaml.load(header, yaml.BaseLoader), LEFT_OF.get(path.name, LEFT))
            if "ghi_chu_sua" in made:
                made.setdefault("cap_nhat", made.get("ngay_dang", "05/11/2026"))
            path.write_text(f"---\n{_yaml(made)}---\n{'' if path.name == WITHOUT_TEXT else body}", "utf-8")
    for name, cls in {**ENTRY_TYPES, IDENTITY: Identity}.items():
        file = project / "data" / f"{name}.yml"
        found = yaml.load(file.read_text("utf-8"), yaml.BaseLoader)
        if name in NO_TEXT_FOR_PEOPLE or not found:
            continue
        entries = found if isinstance(found, list) else [found]
        left = {"su_kien", *LEFT} if name == "co-quan" else LEFT
        made = [values.put(name, cls, one, LEFT if "su_kien" in one else left) for one in entries]
        file.write_text(_yaml(made if isinstance(found, list) else made[0]), "utf-8")
    ran = build(project, folder / "site")
    assert ran.returncode == 0, ran.stderr
    return tree(folder / "site"), values


def _yaml(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, default_style='"', width=10_000)


def test_no_page_has_an_element_or_attribute_from_a_value(hostile: tuple[dict[str, bytes], Values]) -> None:
    pages = {path: content.decode() for path, content in hostile[0].items() if path.endswith(".html")}
    assert len(pages) > 80
    for path, page in pages.items():
        root = html5lib.parse(page, namespaceHTMLElements=False)
        assert _foreign(root) == [], path
        for script in root.iter("script"):
            assert script.get("type") != "application/ld+json" or json.loads(script.text)


def test_no_feed_has_one_however_a_reader_takes_its_texts(hostile: tuple[dict[str, bytes], Values]) -> None:
    told = 0
    for path, content in hostile[0].items():
        for html_text in _html_of_feed(path, content):
            told += 1
            assert _foreign(html5lib.parseFragment(html_text, namespaceHTMLElements=False)) == [], path
    assert told > 500


def test_texts_come_out_of_feeds_as_they_went_in(hostile: tuple[dict[str, bytes], Values]) -> None:
    (summary,) = {
        item["summary"]
        for item in json.loads(hostile[0]["nguon-tin/tin-tuc/feed.json"])["items"]
        if item["id"].endswith("tin-so-02")
    }
    assert summary.endswith("\"'><zz zz=1 onerror=alert(1)>]]></script></title><!-- & &lt;zz zz=1&gt; {{ zz }} -->")
    feeds = {name: hostile[0][f"nguon-tin/tin-tuc/{name}"] for name in ("rss.xml", "atom.xml", "feed.json")}
    described = etree.fromstring(feeds["rss.xml"]).xpath("//item/description/text()")
    summaries = etree.fromstring(feeds["atom.xml"]).iter(f"{ATOM}summary")
    contents = (item["content_html"] for item in json.loads(feeds["feed.json"])["items"])
    for found in (described, (one.text for one in summaries), contents):
        assert summary in {html.unescape(text.removeprefix("<p>").removesuffix("</p>")) for text in found}


def test_files_for_programs_are_well_formed(hostile: tuple[dict[str, bytes], Values]) -> None:
    books = [ZipFile(io.BytesIO(content)) for path, content in hostile[0].items() if path.endswith(".epub")]
    leaves = {
        f"{one}.xml": book.read(one) for book in books for one in book.namelist() if one.endswith((".xhtml", ".opf"))
    }
    assert len(leaves) > 8
    for path, content in (*hostile[0].items(), *leaves.items()):
        if path.endswith((".xml", ".opml", ".svg")):
            assert not [one for one in etree.fromstring(content).iter(etree.Element) if MARK in one.tag], path
        elif path.endswith(".json"):
            json.loads(content)


def test_every_key_is_shown_somewhere(hostile: tuple[dict[str, bytes], Values]) -> None:
    texts = b"\n".join(content for path, content in hostile[0].items() if path.endswith((".html", ".xml", ".js")))
    shown = {int(number) for number in re.findall(rb"k(\d+)k", texts, re.IGNORECASE)}
    keys = dict(enumerate(hostile[1].keys, 1))
    # Numbers that were never given are left out: the search's packed numbers may look like a mark by chance.
    hidden = set(keys.values()) - {keys[number] for number in shown & keys.keys()}
    # Only the guard reports the legal grounds of a public list. The ground for using a likeness, and the agreement on a
    # reprint, are kept for the office.
    # An emblem is too short to hold the number of its mark.
    assert {key for key in hidden if "danh_sach_cong_khai" not in key and not key.endswith(KEPT_FOR_THE_OFFICE)} == {
        *("the-thuc ten", "trang huy_hieu"),
    }


def test_no_script_makes_html_of_text_and_templates_trust_only_what_is_made_safe(
    hostile: tuple[dict[str, bytes], Values],
) -> None:
    for path, content in hostile[0].items():
        if path.endswith(".js"):
            assert not re.search(
                rb"(?:inner|outer|Adjacent|set|Unsafe)HTML\b|document\.write|DOMParser|\beval\(", content
            )
    theme = ROOT / "hooks" / "theme"
    texts = [file.read_text("utf-8") for file in theme.rglob("*.html")]
    trusted = {name for text in texts for name in re.findall(r"([\w.]+) *\| *safe", text)}
    assert trusted == {"document.html", "document.structured", "official.qr", "one.html", "policy"}


def _foreign(root: Any) -> list[str]:
    """Return the elements, attributes and comments in parsed HTML that came from a hostile value."""
    found = []
    for element in root.iter():
        names = [element.tag, *element.attrib] if isinstance(element.tag, str) else ["<!--"]
        found += [name for name in names if name == "<!--" or name.startswith((MARK, "on")) or not name.isascii()]
    return found


def _html_of_feed(path: str, content: bytes) -> Iterator[str]:
    """Yield the texts that feed readers show as HTML: those declared as HTML, and RSS texts, which have no type."""
    if path.endswith("feed.json"):
        yield from (item["content_html"] for item in json.loads(content)["items"])
    elif (path.startswith("nguon-tin/") and path.endswith(".xml")) or path.endswith("/theo-doi.xml"):
        for element in etree.fromstring(content).iter("description", f"{CONTENT}encoded", f"{ATOM}*"):
            plain = element.tag.startswith(ATOM) and element.get("type") != "html"
            assert not plain or not re.search("[<&]", element.text or "") or element.tag == f"{ATOM}name", path
            if not plain:
                yield element.text or ""
