"""Any input gives a report or a catalogue, never a traceback, and never unsafe HTML."""

import re
import tempfile
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from infopage.content import frontmatter, loading, schema
from infopage.content.catalogue import Catalogue
from infopage.content.diagnostics import Diagnostic, has_errors
from infopage.content.fields import Context
from infopage.content.markdown import MarkdownRenderer, TooComplexError
from infopage.content.model import ITEM_TYPES, StandingPage
from infopage.content.nodes import Mapping, parse_yaml
from infopage.content.provisions.labels import label_of
from infopage.content.provisions.lines import provisions
from infopage.content.rendered import Rendered
from infopage.content.safe_html import clean
from infopage.content.source import decode
from tests.cases import lay
from tests.properties import examples
from tests.support import sampled

RENDERER = MarkdownRenderer()
KNOWN = Context({"chu-de": ("chuyen-doi-so",), "loai-van-ban": ("nghi-quyet",), "co-quan": ("tinh-uy",)})
KINDS = (*ITEM_TYPES, StandingPage)
KEYS = sorted({name for cls in KINDS for name in schema.keys(cls)})

WORDS = ("Đảng bộ", "nghị quyết", "chuyển đổi số", "uỷ ban", "đ", "Ế", unicodedata.normalize("NFD", "quyết nghị"), "5%")
YAML_SIGNS = (
    *(":", ": ", "-", "- ", "&a", "*a", "<<: ", "|", ">", "? ", "!!python/none ", "!!int ", "%YAML 1.1", "#", "@", "`"),
    *("'", '"', "[", "]", "{", "}", ",", "\t", "\n", "\n  ", "\n- ", "---", "...", "~", "null"),
    *("05", "no", "31/2/2025", "12/10/2026", "nq-05-tu-2026#I.1", "cong-khai", "[" * 40, "{a: " * 20),
)
LABELS = (
    "I- ",
    "II. ",
    "1. ",
    "1.1. ",
    "a) ",
    "đ) ",
    "- ",
    "+ ",
    "Điều 5. ",
    "Chương I",
    "PHỤ LỤC",
    "1.000 ",
    "2,5 % ",
)
MARKDOWN_SIGNS = (
    *(
        "\n",
        "\n\n",
        "    ",
        "\t",
        "# ",
        "#### ",
        "> ",
        ">>>> ",
        "* ",
        "1. ",
        "***",
        "---",
        "===",
        "|",
        "|-|-|\n",
        "| a |",
    ),
    *("[", "]", "](", "![", "[^1]", "\n[^1]: ", "[a]: ", "](a.md)", "(#I.1)", "{: #cau }", "{: .x onclick=y }", "{:"),
    *(
        "`",
        "```",
        "**",
        "__",
        "_",
        "~~",
        "\\",
        "!!! note",
        "\n: ",
        "&",
        "&lt;",
        "&#106;",
        "&#x0;",
        "<",
        ">",
        "<!",
        "<!--",
    ),
    *("-->", "<?", "<![CDATA[", "<script>", "</script>", "<style>", "<svg/onload=x>", "<p onclick=x>", "<img src=x>"),
    *("<a href='javascript:x'>", "](javascript:x)", "](JaVa&#9;Script:x)", "](data:text/html,x)", "<div>", "</div>"),
    *("<table><tr><td>", "<h5>", "<math><mi>", "<template>", "<p id=__x>"),
    *("http://a.vn/", "<http://a.vn>", "[" * 60, "> " * 60, "- " * 60, "1. " * 60),
)
REFUSED = ("\x00", "\x02", "\x03", "\x85", "\u2028", "\u202e", "\ufeff", "\ue0000\ue001", "\ue000", "\ue001")
letters = st.text(st.characters(exclude_categories=["C", "Zl", "Zp"]), max_size=4)


def texts_of(*pieces: str) -> st.SearchStrategy[str]:
    """Return texts of these pieces and random letters; a few contain a forbidden character."""
    whole = st.lists(st.sampled_from(pieces) | letters, max_size=40).map("".join)
    return whole | whole | whole | st.tuples(whole, st.sampled_from(REFUSED), whole).map("".join)


yaml_text = texts_of(*YAML_SIGNS, *KEYS, *WORDS)
header_lines = st.lists(st.tuples(st.sampled_from(KEYS), yaml_text).map(": ".join), max_size=8).map("\n".join)
headers = yaml_text | header_lines
bodies = texts_of(*MARKDOWN_SIGNS, *LABELS, *WORDS)
files = st.binary(max_size=200) | st.tuples(headers, bodies).map(
    lambda parts: f"---\n{parts[0]}\n---\n{parts[1]}".encode()
)


def read(data: bytes) -> list[Diagnostic]:
    """Run a file through every step of reading an item, as each type of item; return the faults found."""
    source, faults = decode("docs/x.md", data)
    if source is None:
        return faults
    page, faults = frontmatter.split(source)
    if page is None:
        return faults
    for cls in KINDS:
        item, wrong = schema.read(cls, page.header, KNOWN, path="x.md")
        assert (item is None) == bool(wrong)
        assert all(fault.line >= 1 and fault.message for fault in wrong)
    for official in (True, False):
        render(page.body, official=official)
    return faults


def render(body: str, *, official: bool) -> Rendered:
    """Render a body and check the properties that every result must have."""
    try:
        rendered = RENDERER.render("tin-tuc/2026/tin.md", body, official=official)
    except TooComplexError as error:
        line = error.line
        assert 1 <= line <= body.count("\n") + 1  # seldom runs, because most bodies can be rendered
        return Rendered()
    assert clean(rendered.html) == rendered.html
    tags = re.findall(r"<[a-z][^>]*>", re.sub(r'"[^"]*"', '""', rendered.html))
    assert not [tag for tag in tags if re.match(r"<(script|style|iframe|svg|math|form|object)|.*\son", tag)]
    assert not re.search(r'(?:href|src)="\s*(?:javascript|data|vbscript):', unescape(rendered.html), re.IGNORECASE)
    assert all(heading.anchor for heading in rendered.headings)
    return rendered


@examples(200)
@given(st.binary(max_size=300))
def test_random_bytes_are_read_or_refused(data: bytes) -> None:
    assert all(isinstance(fault, Diagnostic) for fault in read(data))


@examples(400)
@given(headers)
def test_any_yaml_is_a_node_or_a_fault(text: str) -> None:
    source, faults = decode("data/x.yml", text.encode())
    if source is None:
        assert faults
        return
    node, faults = parse_yaml("data/x.yml", source.text)
    assert node is None or not has_errors(faults) or all(fault.rule == "khoa-lap" for fault in faults)
    assert all(1 <= fault.line <= source.text.count("\n") + 1 for fault in faults)
    if isinstance(node, Mapping):
        assert len({entry.key for entry in node.entries}) == len(node.entries)


@examples(500)
@given(bodies)
@example("1. " * 400)
@example("\n".join(">" * n for n in range(1, 300)))
@example("\n".join("  " * n + "- a" for n in range(300)))
@example("<div>" * 3000)
@example("*" * 3000 + "a" + "*" * 3000)
def test_any_body_becomes_safe_html_or_is_refused(body: str) -> None:
    source, faults = decode("docs/x.md", body.encode("utf-8", "surrogatepass"))
    assert bool(source) != has_errors(faults)
    for official in (True, False):
        if source:
            render(source.text, official=official)


@pytest.fixture(scope="module")
def base() -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        lay("_base", Path(folder, "project"))
        yield Path(folder, "project")


PLACES = (
    "docs/van-ban/tinh-uy/2025-2030/05-nq-tu.md",
    "docs/tin-tuc/2026/hoi-nghi.md",
    "docs/lich/hoi-nghi-truc-tuyen.md",
    "docs/index.md",
    "data/co-quan.yml",
    "data/trang.yml",
    "data/chuyen-huong.yml",
    "data/khoa-ky.yml",
)


@examples(150)
@given(place=st.sampled_from(PLACES), data=files, at=st.integers(0, 400), length=st.integers(0, 40))
def test_any_file_in_a_project_ends_in_a_catalogue_or_a_report(
    base: Path, place: str, data: bytes, at: int, length: int
) -> None:
    whole = (base / place).read_bytes()
    spoiled = (data, whole[:at] + data + whole[at + length :]) if place.startswith("docs") else (data,)
    try:
        for content in spoiled:
            (base / place).write_bytes(content)
            found, faults = loading.build(base, datetime(2026, 11, 20, tzinfo=UTC), preview=False)
            assert isinstance(found, Catalogue) != has_errors(faults)
            assert all(fault.line >= 1 for fault in faults)
    finally:
        (base / place).write_bytes(whole)


HOSTILE = (
    *("[", "![", "](", "[a](", "[a][b", "[^1]", "*", "**a", "_", "`", "`` a", "<", "<a ", '<a href="', "<!--", "<!["),
    *("<div>", "</p>", "&", "\\", "{: a", "> ", "\n> ", "- ", "\n- ", "- \n", "1. ", "\n#", "=\n", "a\n=\n", "\n: a"),
    *("a|b\n", "|-|\n", "\n[^1]: a", "!!! a\n", "Điều 1. ", "1.1.1.", "a) ", "a ", "~", "\n\n", "\n## a\n"),
)


@pytest.mark.parametrize("official", [True, False])
@pytest.mark.parametrize("piece", sampled(HOSTILE, 8))
def test_two_hundred_hostile_kilobytes_are_made_safe_or_refused(piece: str, official: bool) -> None:
    render(piece * (200_000 // len(piece.encode())), official=official)


plain_lines = st.lists(
    st.lists(
        st.sampled_from(("Đảng", "bộ", "tỉnh", "(a)", "5,", "2026;", "–", "100%", "“số”", "1.000")), min_size=1
    ).map(" ".join),
    min_size=1,
    max_size=8,
)
labelled = st.lists(st.tuples(st.sampled_from((*LABELS, "")), plain_lines).map(lambda p: p[0] + p[1][0]), min_size=1)


@examples(100)
@given(labelled)
def test_no_word_of_an_official_text_is_lost_or_moved(lines: list[str]) -> None:
    rendered = render("\n".join(lines), official=True)
    visible = unescape(re.sub(r"<[^>]*>", " ", rendered.html)).split()
    assert visible == " ".join(lines).split()


@examples(100)
@given(st.lists(st.one_of(labelled.map(lambda lines: lines[0]), st.text(max_size=20)), max_size=20))
def test_provisions_keep_each_line_and_have_anchors_of_their_own(lines: list[str]) -> None:
    lines = [line.replace("\n", " ").replace("\r", " ") for line in lines]
    found = list(provisions(enumerate(lines, 1)))
    assert "".join("".join((p.label.text if p.label else "") + p.text for p in found).split()) == "".join(
        "".join(lines).split()
    )
    anchors = [p.anchor for p in found if p.anchor]
    assert len(set(anchors)) == len(anchors)
    assert all(re.fullmatch(r"[A-Za-z0-9.~-]+", anchor) for anchor in anchors)
    # The first provision of each line: a line such as "1.1. (a) …" has two.
    first = {provision.number: provision for provision in reversed(found)}
    assert all(0 <= provision.heading <= 6 for provision in found)
    for provision in first.values():
        label = label_of(lines[provision.number - 1].strip())
        # A doubtful label, such as "A/" in "A/An", counts only if the lines around it confirm it.
        may_be_none = label is not None and label.doubtful and provision.label is None
        assert may_be_none or (provision.label.text if provision.label else None) == (label.text if label else None)
