"""Blocks of HTML in Markdown, read as Markdown does, but for what follows one on its line: it stays in its place."""

from collections.abc import Callable

from markdown import Markdown
from markdown.htmlparser import HTMLExtractor
from markdown.preprocessors import Preprocessor


class HtmlBlocks(Preprocessor):
    """Takes the blocks of HTML out of a text, in the place of Markdown's own ``html_block``; ``tell_open`` is called
    where one has no end.
    """

    def __init__(self, md: Markdown, tell_open: Callable[[], None]) -> None:
        super().__init__(md)
        self._tell_open = tell_open

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with a mark for each block."""
        reader = _Reader(self.md)
        reader.feed("\n".join(lines))
        reader.close()
        if reader.inraw:
            self._tell_open()
        return "".join(reader.cleandoc).split("\n")


class _Reader(HTMLExtractor):
    def handle_empty_tag(self, data: str, is_block: bool) -> None:
        # Markdown adds this to the next block there is, or puts it at the end of the page: “</div>&copy; 2026”.
        if self.intail and not self.inraw:
            self.cleandoc.append(f"{self.md.htmlStash.store(data)}\n\n" if is_block else data)
        else:
            super().handle_empty_tag(data, is_block)
