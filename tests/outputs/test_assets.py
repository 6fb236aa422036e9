"""Minified scripts and styles: comments are removed, but strings that look like comments stay."""

import re
from pathlib import Path

import pytest

from infopage.outputs.theme.assets import ENGINE, fingerprinted, joined, minified
from tests.support import ROOT

THEME = ROOT / "hooks" / "theme"
SCRIPTS = sorted(path for path in THEME.rglob("*") if path.suffix in (".js", ".css"))


def test_comments_and_spaces_are_left_out_and_nothing_that_is_read() -> None:
    script = (
        b'/* a\n b */\n  // c\n  const a = "/* d */  // e"; // f\n\n  const b = `x  ${a} /* y */`, c = / +\\/\\* /g;\n'
    )
    assert minified("a.js", script) == b'const a="/* d */  // e";const b=`x  ${a} /* y */`,c=/ +\\/\\* /g;'
    style = b'/* a */\np { color: red; } /* b */\n  q::after { content: "/* c */  d"; top: calc(1px + 2px); }\n'
    assert minified("a.css", style) == b'p{color:red}q::after{content:"/* c */  d";top:calc(1px + 2px)}'
    assert minified("a.png", b"  /* a */") == b"  /* a */"


def test_the_name_of_a_file_has_eight_digits_of_the_hash_of_its_content() -> None:
    assert fingerprinted("assets/site.css", b"p{}") == "assets/site.806db221.css"


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.name)
def test_no_text_of_ours_is_changed(path: Path) -> None:
    """String literals hold texts that people read, so minifying must not change them."""
    text = path.read_text("utf-8")
    kept = minified(path.name, text.encode()).decode()
    code = re.sub(r"/\*(?:[^*]|\*(?!/))*\*/|(?:^|[;,{)])\s*//[^\n]*", "", text, flags=re.MULTILINE)
    quoted = re.findall(r'"[^"\n]*"|`[^`\n]*`', code)
    assert quoted or path.suffix == ".css" or path.name == "contract.js"
    assert [one for one in quoted if one not in kept] == []


def test_the_scripts_of_the_search_make_no_code_or_markup_of_text() -> None:
    assert ENGINE in joined(THEME)
    for path, content in (*joined(THEME).items(), ("site.js", (THEME / "assets/site.js").read_bytes())):
        assert (
            re.findall(rb"innerHTML|outerHTML|insertAdjacent|document\.write|\beval\b|new Function|DOMParser", content)
            == []
        ), path
