"""Joins Jinja templates at compile time: the templates that a template includes or extends become parts of it.

This makes rendering faster: Jinja creates a context and a generator for each include and each block of each page.
"""

from collections.abc import Iterator, MutableMapping
from typing import Any

from jinja2 import Environment, FileSystemLoader, Template, nodes
from jinja2.exceptions import TemplateAssertionError
from jinja2.visitor import NodeTransformer
from markupsafe import _escape_inner as _escape_text  # type: ignore[attr-defined]  # the function behind ``escape``
from markupsafe import escape


class ThemeEnvironment(Environment):
    """A Jinja environment in which a missing attribute is an error.

    Jinja's own function would then look for an item of the same name. Python's ``getattr``, used here instead, takes
    half the time.
    """

    getattr = staticmethod(getattr)  # type: ignore[assignment]  # raises an error if the attribute is missing


class JoiningLoader(FileSystemLoader):
    """Loads the templates of a folder.

    A template must name the templates that it includes or extends as string literals, because they are joined before
    any value is known. It must not use ``super()``.
    """

    def load(self, environment: Environment, name: str, globals: MutableMapping[str, Any] | None = None) -> Template:
        """Return the template ``name``, joined with all templates that it includes or extends.

        Jinja calls this with its ``environment``, and with ``globals``, the variables of every template.
        """
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
        """Return the syntax tree of a template, not joined; raises TemplateAssertionError if it uses ``super()``."""
        source, path, _ = self.get_source(environment, name)
        tree = environment.parse(source, name, path)
        for asked in tree.find_all(nodes.Name):
            if asked.name == "super":
                raise TemplateAssertionError(
                    "no block has its parent's text: super() finds nothing", asked.lineno, name
                )
        return tree

    def _family(self, environment: Environment, name: str) -> Iterator[nodes.Template]:
        """Yield the syntax tree of the template ``name``, then that of the template it extends, and so on."""
        tree = self.parsed(environment, name)
        yield tree
        for parent in tree.find_all(nodes.Extends):
            yield from self._family(environment, _constant(parent.template, name))


class _Joined(NodeTransformer):
    def __init__(self, loader: JoiningLoader, environment: Environment, blocks: dict[str, nodes.Block]) -> None:
        self._loader, self._environment, self._blocks = loader, environment, blocks

    def visit_Block(self, node: nodes.Block) -> nodes.Node:  # noqa: N802  # NodeTransformer finds it by this name
        return self._scope(self._blocks[node.name], node.lineno)

    def visit_Include(self, node: nodes.Include) -> nodes.Node:  # noqa: N802  # NodeTransformer finds it by this name
        included = self._loader.parsed(self._environment, _constant(node.template, "include"))
        return self._scope(included, node.lineno)

    def _scope(self, tree: nodes.Block | nodes.Template, line: int) -> nodes.Scope:
        self.generic_visit(tree)
        return nodes.Scope(tree.body, lineno=line)


def _escaped(value: object) -> str:
    """Return a value with HTML escaped.

    A plain string is returned without ``Markup`` (Jinja's type for safe HTML) around it, in half the time.
    """
    return _escape_text(value) if type(value) is str else escape(value)


def _constant(expression: nodes.Expr, where: str) -> str:
    if not isinstance(expression, nodes.Const):
        raise TemplateAssertionError("a template is named by a plain string", expression.lineno, where)
    return str(expression.value)
