"""Joins templates when they are compiled: a template gets the templates it includes and extends as parts of itself.

Otherwise each include and each block would cost a context and a generator whenever a page is rendered.
"""

from collections.abc import Iterator, MutableMapping
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template, nodes
from jinja2.exceptions import TemplateAssertionError
from jinja2.visitor import NodeTransformer
from markupsafe import _escape_inner as _escape_text  # type: ignore[attr-defined]  # what escape itself asks
from markupsafe import escape


class ThemeEnvironment(Environment):
    """Jinja with attribute access at half the cost; a template that names a missing attribute fails."""

    getattr = staticmethod(getattr)  # type: ignore[assignment]  # without a default, it raises an error


class JoiningLoader(FileSystemLoader):
    """Loads the templates of a folder. They name includes and parents by plain strings, and do not use ``super()``."""

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """Return a template that needs no other templates."""
        *_, base = family = list(self._family(environment, name))
        blocks: dict[str, nodes.Block] = {}
        for tree in family:
            for block in tree.find_all(nodes.Block):
                blocks.setdefault(block.name, block)
        joined = _Joined(self, environment, blocks).visit(base)
        code = environment.compile(joined.set_environment(environment), name, name)
        template = environment.template_class.from_code(environment, code, globals or {})
        template.root_render_func.__globals__["escape"] = _escaped
        return template

    def parsed(self, environment: Environment, name: str) -> nodes.Template:
        """Return the syntax tree of a template as it is written."""
        source, path, _ = self.get_source(environment, name)
        tree = environment.parse(source, name, path)
        for asked in tree.find_all(nodes.Name):
            if asked.name == "super":
                raise TemplateAssertionError(
                    "no block has its parent's text: super() finds nothing", asked.lineno, name
                )
        return tree

    def _family(self, environment: Environment, name: str) -> Iterator[nodes.Template]:
        """Yield a template's tree, then that of the template it extends, and so on."""
        tree = self.parsed(environment, name)
        yield tree
        for parent in tree.find_all(nodes.Extends):
            yield from self._family(environment, _constant(parent.template, name))


class _Joined(NodeTransformer):
    def __init__(self, loader: JoiningLoader, environment: Environment, blocks: dict[str, nodes.Block]) -> None:
        self._loader, self._environment, self._blocks = loader, environment, blocks

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802  # the visitor's name for it
        return self._scope(self._blocks[node.name], node.lineno)

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802  # the visitor's name for it
        included = self._loader.parsed(self._environment, _constant(node.template, "include"))
        return self._scope(included, node.lineno)

    def _scope(self, tree: nodes.Block | nodes.Template, line: int) -> nodes.Scope:
        self.generic_visit(tree)
        return nodes.Scope(tree.body, lineno=line)


def _escaped(value: object) -> str:
    """Return a value as HTML. A string that is written at once need not be marked as safe, which would cost twice."""
    return _escape_text(value) if type(value) is str else escape(value)


def _constant(expression: nodes.Expr, where: str) -> str:
    if not isinstance(expression, nodes.Const):
        raise TemplateAssertionError("a template is named by a plain string", expression.lineno, where)
    return str(expression.value)
