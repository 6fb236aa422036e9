"""Renders the body of a Markdown file, and turns every failure of the Markdown parser into a fault for the editor."""

from collections.abc import Collection

from infopage.content.diagnostics import Diagnostic
from infopage.content.frontmatter import MarkdownFile
from infopage.content.markdown import MarkdownRenderer, TooComplexError
from infopage.content.rendered import Rendered

RULE = "qua-roi"
_TANGLED = "đoạn này lồng nhau quá sâu hoặc có quá nhiều dấu của Markdown ([ < # -); hãy viết gọn lại"
_BROKEN = "máy không dựng được đoạn này; hãy bỏ các dấu lạ, thẻ HTML trong đoạn, hoặc gõ lại cho gọn"


def rendered(
    renderer: MarkdownRenderer, name: str, page: MarkdownFile, *, official: bool, reserved: Collection[str] = ()
) -> Rendered | Diagnostic:
    """Return the rendered body of the file ``name``, relative to docs/, or the fault that prevents it.

    ``page`` is the file, split into header and body. ``official`` tells whether it is the text of a document, not a
    news item or the like. ``reserved`` is as in :meth:`MarkdownRenderer.render`.
    """
    try:
        return renderer.render(name, page.body, official=official, reserved=reserved)
    except TooComplexError as error:
        line, message = error.line, _TANGLED
    except Exception:  # the parser is third-party code, and no input may crash the build
        line, message = _broken_line(renderer, name, page.body, official=official), _BROKEN
    return Diagnostic(page.path, page.body_line + line - 1, RULE, message)


def _broken_line(renderer: MarkdownRenderer, name: str, body: str, *, official: bool) -> int:
    """Return the line, from 1, of the first paragraph of ``body`` that fails to render even alone; 1 if none does.

    It is called after the whole body of the file ``name`` has failed to render, to say where the cause is.
    """
    line = 1
    for paragraph in body.split("\n\n"):
        try:
            renderer.render(name, paragraph, official=official)
        except Exception:  # no input may crash the build, as in ``rendered``
            return line + len(paragraph) - len(paragraph.lstrip("\n"))
        line += paragraph.count("\n") + 2
    return 1
