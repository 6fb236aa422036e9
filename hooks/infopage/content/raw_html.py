"""Finds HTML blocks as Markdown does, but keeps text after a block in its place: Markdown would move it elsewhere."""

from collections.abc import Callable

from markdown import Markdown
from markdown.htmlparser import HTMLExtractor
from markdown.preprocessors import Preprocessor


class HtmlBlocks(Preprocessor):
    """Replaces Markdown's own ``html_block`` preprocessor. It calls ``tell_open`` if an HTML block has no end."""

    def __init__(self, md: Markdown, tell_open: Callable[[], None]) -> None:
        super().__init__(md)
        self._tell_open = tell_open

    def run(self, lines: list[str]) -> list[str]:
        """Return the lines with a placeholder for each HTML block."""
        reader = _Reader(self.md)
        reader.feed("\n".join(lines))
        reader.close()
        if reader.inraw:
            self._tell_open()
        return "".join(reader.cleandoc).split("\n")


class _Reader(HTMLExtractor):
    def handle_empty_tag(self, data: str, is_block: bool) -> None:
        # Markdown would move a tag or entity after a block, such as “</div>&copy; 2026”, to the next block or the end.
        if self.intail and not self.inraw:
            self.cleandoc.append(f"{self.md.htmlStash.store(data)}\n\n" if is_block else data)
        else:
            super().handle_empty_tag(data, is_block)
