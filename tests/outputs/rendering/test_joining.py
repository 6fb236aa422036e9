"""Templates joined at compile time render the same as Jinja's inheritance and includes at run time."""

from pathlib import Path

import pytest
from jinja2 import Environment, FileSystemLoader
from jinja2.exceptions import TemplateAssertionError

from infopage.outputs.theme.joining import JoiningLoader

TEMPLATES = {
    "base.html": "<{% block a %}base{% endblock %}|{% block body %}{% endblock %}|{% block foot %}f{% endblock %}>\n",
    "middle.html": '{% extends "base.html" %}{% block body %}a {% block inner %}b{% endblock %} {{ x }}{% endblock %}',
    "last.html": '{% extends "middle.html" %}out{% block inner %}{% include "part.html" %}{{ y }}{% endblock %}',
    "part.html": "{% set y = 'set' %}{% for one in many %}{{ loop.index }}{% include 'leaf.html' %}{% endfor %}\n",
    "leaf.html": "{{ one }}{% macro shown(of) %}[{{ of }}]{% endmacro %}{{ shown(y) }}",
    "lone.html": "{% for y in many %}{% include 'leaf.html' %}{% endfor %}{{ y }}",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in TEMPLATES.items():
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_joined_template_gives_what_its_parts_give(folder: Path, name: str) -> None:
    values = {"x": "<x>", "y": "outer", "many": ["<1>", "2"], "one": "&"}
    joined, apart = (Environment(loader=of(folder), autoescape=True) for of in (JoiningLoader, FileSystemLoader))
    assert joined.get_template(name).render(values) == apart.get_template(name).render(values)


def test_the_joined_escape_too(folder: Path) -> None:
    joined = Environment(loader=JoiningLoader(folder), autoescape=True)
    assert joined.get_template("last.html").render(x="<x>", many=["<1>"]) == ("<base|a 1&lt;1&gt;[set] &lt;x&gt;|f>")


@pytest.mark.parametrize("text", ["{% include name %}", "{% extends name %}"])
def test_a_template_that_is_named_by_a_value_is_refused(folder: Path, text: str) -> None:
    (folder / "wrong.html").write_text(text, "utf-8")
    with pytest.raises(TemplateAssertionError, match="plain string"):
        Environment(loader=JoiningLoader(folder)).get_template("wrong.html")


def test_a_block_that_asks_for_its_parents_is_refused(folder: Path) -> None:
    (folder / "wrong.html").write_text('{% extends "base.html" %}{% block foot %}{{ super() }}{% endblock %}', "utf-8")
    with pytest.raises(TemplateAssertionError, match="super"):
        Environment(loader=JoiningLoader(folder)).get_template("wrong.html")
