"""Lets a draft that is put to the people carry the stamp “DỰ THẢO”, in its own files and in what is made of them.

Such a draft is an item in docs/lay-y-kien/ with right keys, among them who decided to publish it (``can_cu``) and until
when opinions are taken (``han``). The stamp passes in the item, in its attached files and on its page. Elsewhere in the
site it passes only as words of the draft: with its whole title or summary anywhere, and with its text in the files that
collect items, such as feeds and the index of the search. Other stamps, and “DỰ THẢO MẬT”, pass nowhere.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from infopage.content import frontmatter, schema
from infopage.content.addresses import address_of
from infopage.content.attached import attached
from infopage.content.fields import Context
from infopage.content.model import Draft
from infopage.content.source import read
from infopage.files.markup_text import markup_segments
from infopage.files.shown_text import shown_text
from infopage.release.guard.spelling import normalised, squeezed

RULE = "dau-du-thao"
"""The rule that the stamp of a draft breaks everywhere else."""

_COLLECTING = ("nguon-tin/", "tim-kiem/", "du-lieu/", f"{Draft.section}/")
"""The folders of the site whose files repeat the texts of items: feeds, the index of the search, open data, lists."""

_SHORTEST = 20
"""The fewest letters of a title or summary by which the words of a draft are recognised."""


@dataclass(frozen=True)
class OpenDrafts:
    """The drafts that are put to the people.

    ``files`` are the paths of their files in the repository and of their attachments in the site, and ``pages`` the
    addresses of their pages. ``heads`` are the letters of their titles and summaries, and ``words`` those of all that
    stands on their pages and in their attached files. Letters are as in :func:`spelling.squeezed`.
    """

    files: frozenset[str] = frozenset()
    pages: tuple[str, ...] = ()
    heads: tuple[str, ...] = ()
    words: str = ""

    def are_at(self, path: str) -> bool:
        """Tell whether a file belongs to such a draft: its item, an attached file, or its page."""
        return path in self.files or (bool(self.pages) and path.startswith(self.pages))

    def are_quoted(self, path: str, text: str) -> bool:
        """Tell whether ``text``, found in the file ``path`` of the site, consists of words of such a draft."""
        letters = squeezed(normalised(text))
        if any(head in letters for head in self.heads):
            return True
        return path.startswith(_COLLECTING) and letters in self.words

    def read(self, site: Path) -> "OpenDrafts":
        """Return these drafts with the words on their pages and in their attachments, which are read in ``site``."""
        return replace(self, words="\n".join(self._letters(site)))

    def _letters(self, site: Path) -> Iterator[str]:
        for address in self.pages:
            for page in sorted((site / address).glob("*.html")):
                segments = markup_segments(page.read_text(encoding="utf-8", errors="replace"))
                yield squeezed(normalised(" ".join(segment.text for segment in segments)))
        for path in sorted(self.files):
            if not path.startswith("docs/") and (site / path).is_file():
                told = shown_text((site / path).read_bytes())
                yield squeezed(normalised(" ".join(part for _, part in told.parts)))


def open_drafts(root: Path) -> OpenDrafts:
    """Return the drafts that are put to the people in the project ``root``."""
    files: set[str] = set()
    pages: list[str] = []
    heads: list[str] = []
    for draft in _drafts(root):
        own = tuple(attached(draft))
        files |= {f"docs/{draft.path}", *own, *(f"docs/{path}" for path in own)}
        pages.append(address_of(draft.path))
        heads += (squeezed(normalised(text)) for text in (draft.title, draft.summary))
    return OpenDrafts(frozenset(files), tuple(pages), tuple(head for head in heads if len(head) >= _SHORTEST))


def _drafts(root: Path) -> Iterator[Draft]:
    for file in sorted((root / "docs" / Draft.section).glob("*.md")):
        source, _ = read(root, file.relative_to(root).as_posix())
        page, _ = frontmatter.split(source) if source else (None, [])
        if page is None:
            continue
        draft, _ = schema.read(Draft, page.header, Context({}), path=file.relative_to(root / "docs").as_posix())
        if draft is not None:
            yield draft
