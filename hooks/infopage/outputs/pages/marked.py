"""Shows two versions of a provision as one, with added words in ``ins`` and removed words in ``del``."""

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from html import escape, unescape

from infopage.content.effects.blocks import TextBlock, without_ids
from infopage.content.effects.word_diff import word_diff
from infopage.content.html_text import ANY_TAG

_TOKEN = re.compile(rf"{ANY_TAG}|[^<]+")
_CELL = re.compile(r"(<t[dh]\b[^>]*>)(.*?)(</t[dh]>)", re.DOTALL)
_BLOCKS = re.compile(r"<(?:p|h[1-6]|div|table|blockquote|ul|ol|dl|pre)\b")
_ADJOINING = re.compile(r"</del>((?:<[a-z][^>]*>)*)<ins>")
_SAID = {"ins": '<span class="unseen">chữ thêm: </span>', "del": '<span class="unseen">chữ bỏ: </span>'}


def marked(old: Sequence[TextBlock], new: Sequence[TextBlock]) -> str:
    """Return HTML with the blocks of two versions of a provision, in which added and removed words are marked."""
    return "".join(_pair(before, after) for before, after in _pairs(old, new))


def added(blocks: Sequence[TextBlock]) -> str:
    """Return HTML with ``blocks``, all marked as added."""
    return marked((), blocks)


def _pairs(old: Sequence[TextBlock], new: Sequence[TextBlock]) -> Iterator[tuple[TextBlock | None, TextBlock | None]]:
    """Yield the blocks of both versions in order, as (old, new); None stands for a block that only one version has."""
    matcher = SequenceMatcher(None, [one.text for one in old], [one.text for one in new], autojunk=False)
    for kind, i, j, m, n in matcher.get_opcodes():
        if kind == "equal":
            yield from zip(old[i:j], new[m:n], strict=True)
            continue
        left = list(old[i:j])
        for after in new[m:n]:
            at = next((at for at, before in enumerate(left) if _is_same_place(before, after)), None)
            if at is None:
                yield None, after
                continue
            yield from ((before, None) for before in left[:at])
            yield left[at], after
            del left[: at + 1]
        yield from ((before, None) for before in left)


def _is_same_place(before: TextBlock, after: TextBlock) -> bool:
    if (before.provision is None) is not (after.provision is None):
        return False
    return before.anchor == after.anchor


def _pair(before: TextBlock | None, after: TextBlock | None) -> str:
    if before is None or after is None:
        block = before or after
        assert block
        tag, words = ("ins" if after else "del"), _words(block)
        if _is_block(words):
            return f"<{tag}>{_SAID[tag]}{words}</{tag}>"
        return f"<p><{tag}>{_SAID[tag]}{words}</{tag}></p>"
    old, new = _words(before), _words(after)
    if not _is_block(old) and not _is_block(new):
        return f"<p>{_marked_words(old, new)}</p>"
    if before.text == after.text:
        return new
    was, now = list(_CELL.finditer(old)), _CELL.split(new)
    if len(was) * 4 + 1 == len(now) and was:
        for number, cell in enumerate(was):
            now[number * 4 + 2] = _marked_words(cell[2], now[number * 4 + 2])
        return "".join(now)
    return _pair(before, None) + _pair(None, after)


def _is_block(words: str) -> bool:
    return bool(_BLOCKS.match(words))


def _words(block: TextBlock) -> str:
    """Return the HTML of a block without ids, which the page has already; that of a line begins with its label."""
    label = block.provision.label if block.provision else None
    words = without_ids(block.words)
    return f"{escape(label.text)} {words}".rstrip() if label else words


def _marked_words(old: str, new: str) -> str:
    """Return the inline HTML of ``new``, in which the words added since ``old``, and those removed, are marked."""
    tokens = _TOKEN.findall(new)
    found: list[str] = []
    left = ""
    for kind, run in word_diff(_text(_TOKEN.findall(old)), _text(tokens)):
        if kind == "old":
            found.append(_mark("del", run))
            continue
        said = False
        while run:
            while not left:
                token = tokens.pop(0)
                if token.startswith("<"):
                    found.append(token)
                else:
                    left = unescape(token)
            piece, run, left = left[: len(run)], run[len(left) :], left[len(run) :]
            found.append(escape(piece, quote=False) if kind == "same" else _mark("ins", piece, said=said))
            said = True
    return _ADJOINING.sub(r"</del> \1<ins>", "".join((*found, *tokens)))


def _text(tokens: Sequence[str]) -> str:
    return "".join(unescape(token) for token in tokens if not token.startswith("<"))


def _mark(tag: str, text: str, *, said: bool = False) -> str:
    if not text.strip():
        return text
    return f"<{tag}>{'' if said else _SAID[tag]}{escape(text, quote=False)}</{tag}>"
