"""Checks names of authors: no two authors may have one name, and no byline should be a misspelt name of an author."""

from collections.abc import Iterator

from infopage.content.bylines import Writer, author_of, exact, folded, signed
from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.fields import quote
from infopage.content.library import Library
from infopage.content.registries import Registry


def check_authors(library: Library) -> Iterator[Diagnostic]:
    """Yield the faults of the registry of authors, and a warning for each byline that was probably mistyped."""
    authors = library.registries.authors
    yield from _shared(authors)
    near = {folded(name): name for author in authors for name in author.names}
    for text in library.items if near else ():
        for name in signed(text.item):
            if (meant := near.get(folded(name))) and not author_of(name, authors):
                message = (
                    f"{quote(name)} gần giống {quote(meant)} trong {authors.path}; nếu là một người thì hãy viết "
                    f"{meant}, nếu là người khác thì hãy khai báo người ấy trong {authors.path}"
                )
                yield warning(text.path, text.line_of("tac_gia"), "tac-gia", message)


def _shared(authors: Registry[Writer]) -> Iterator[Diagnostic]:
    owners: dict[str, str] = {}
    for author in authors:
        for name in dict.fromkeys(author.names):
            other = owners.setdefault(exact(name), author.id)
            if other != author.id:
                message = (
                    f"{quote(name)} đã là tên của tác giả “{other}” (dòng {authors.lines[other]}); hãy bỏ ở một mục"
                )
                rule = "ten" if name == author.name else "but-danh"
                yield Diagnostic(authors.path, authors.lines[author.id], rule, message)
