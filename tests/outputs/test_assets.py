"""What pages load: comments stay here, words that look like them do not."""

import re

import pytest

from infopage.outputs.assets import ENGINE, joined, lean
from tests.support import ROOT

THEME = ROOT / "hooks" / "theme"
SCRIPTS = sorted(path for path in THEME.rglob("*") if path.suffix in (".js", ".css"))


def test_comments_and_indents_are_left_out_and_nothing_else() -> None:
    script = b'/* a\n b */\n  // c\n  const a = "/* d */ // e"; // f\n\n  const b = `x`;\n'
    assert lean("a.js", script) == b'const a = "/* d */ // e"; // f\nconst b = `x`;\n'
    assert (
        lean("a.css", b"/* a */\np { color: red; } /* b */\n  q { top: 0; }\n")
        == b"\np { color: red; }\nq { top: 0; }\n"
    )
    assert lean("a.png", b"  /* a */") == b"  /* a */"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_text_of_ours_spans_lines_or_holds_what_would_be_taken_for_a_comment(path: str) -> None:
    """The stripping knows no syntax: text of several lines, or a style's string with a comment in it, would lose."""
    text = (THEME / path).read_text("utf-8")
    assert not [line for line in text.splitlines() if line.count("`") % 2]
    assert not re.search(r"""["'][^"'\n]*/\*[^"'\n]*["']""", text)


def test_the_scripts_of_the_search_make_no_code_or_markup_of_text() -> None:
    assert ENGINE in joined(THEME)
    for path, content in (*joined(THEME).items(), ("site.js", (THEME / "assets/site.js").read_bytes())):
        assert (
            re.findall(rb"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|DOMParser", content)
            == []
        ), path
