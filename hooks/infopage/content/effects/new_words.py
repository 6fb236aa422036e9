"""The new words that an amending document quotes, and the blocks that they become in the text that it amends."""

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from infopage.content.effects.blocks import TextBlock, at_anchor, line_block, text_of, without_ids
from infopage.content.html_text import is_balanced
from infopage.content.provisions.lines import Provision, provisions

_MARKS = '“„«"″”»'
_OPENING = re.compile(rf"^((?:<[^>]*>)*)\s*(?:[{_MARKS}]|'')\s*")
_CLOSING = re.compile(rf"\s*(?:[{_MARKS}]|'')\s*[.;,]?((?:\s|<[^>]*>)*)$")
_EMPTY_ROW = re.compile(r"<tr>\s*(?:<td[^>]*></td>\s*)+</tr>\s*(?=</tbody>)")
_EMPTY = re.compile(r"^\s*<(strong|em|b|i|u)>\s*</\1>\s*")
_CLOSES = re.compile(rf"(?:[{_MARKS}]|'')\s*[.;,]?\s*$")
_INLINE = re.compile(r":\s*[“„«\"″”](?P<words>.+)[”»\"″“]\s*[.;,]?\s*$", re.DOTALL)
_QUOTED_LINE = re.compile(r"<p>(.*?)</p>", re.DOTALL)
_QUOTED = re.compile(r"(?:^|\.)q\.")
_LONGEST_HEADING = 200


def new_words(anchor: str, blocks: Sequence[TextBlock]) -> tuple[TextBlock, ...]:
    """Return the blocks of the quoted passage at ``anchor``, or in the provision at ``anchor``; () if there is none.

    Tables and the like between the lines of a passage belong to it. Those after its last line do too, unless this line
    has the closing quotation mark. A passage may also stand on the provision's own line: ``như sau: “c) Xin lỗi bằng
    văn bản.”``.
    """
    inside = at_anchor(anchor, blocks) if anchor else ()
    quoted = [number for number, one in enumerate(inside) if one.provision and one.provision.quoted]
    if quoted:
        end = quoted[-1] + 1
        if not _CLOSES.search(inside[end - 1].text):
            while end < len(inside) and inside[end].provision is None:
                end += 1
        return tuple(one for one in inside[quoted[0] : end] if one.provision is None or one.provision.quoted)
    return next((found for one in inside if (found := _in_line(one) or _in_quote(one))), ())


def _in_line(block: TextBlock) -> tuple[TextBlock, ...]:
    """Return the blocks of the quoted passage at the end of the line that ``block`` shows; () if there is none."""
    found = _INLINE.search(block.text) if block.provision else None
    if found is None or block.provision is None:
        return ()
    marked = _INLINE.search(block.words)
    return _read([(found["words"], marked["words"] if marked and is_balanced(marked["words"]) else None)])


def _in_quote(block: TextBlock) -> tuple[TextBlock, ...]:
    """Return the blocks of the passage in ``block``, if that is a block quotation of Markdown; () if it is not."""
    if block.provision is not None or not block.html.startswith("<blockquote"):
        return ()
    return _read([(text_of(words), words) for words in _QUOTED_LINE.findall(block.html)])


def _read(lines: Sequence[tuple[str, str | None]]) -> tuple[TextBlock, ...]:
    """Return the blocks of a passage, given the text of each of its lines, and the HTML of the line if known."""
    read = provisions([(number * 2, text) for number, (text, _) in enumerate(lines)])
    if len(read) != len(lines):
        return tuple(map(line_block, read))
    return tuple(line_block(one, _after_label(one, html)) for one, (_, html) in zip(read, lines, strict=True))


def _after_label(line: Provision, html: str | None) -> str | None:
    """Return the HTML of a line's text, given that of the whole line; None if the label cannot be separated from it."""
    if html is None:
        return None
    if line.label:
        html = re.sub(rf"^((?:<[^>]*>)*){re.escape(line.label.text)}\s*", r"\1", html)
    return _EMPTY.sub("", html) if text_of(html) == " ".join(line.text.split()) else None


def unquoted(words: Sequence[TextBlock]) -> list[TextBlock]:
    """Return the blocks of a quoted passage without the quotation marks around it, and without their ids."""
    lines = [_as_line(one) for one in words]
    if not lines:
        return lines
    first = lines[0].provision
    if first and first.label and _OPENING.match(first.label.text):
        label = replace(first.label, text=_OPENING.sub("", first.label.text))
        lines[0] = line_block(first._replace(label=label), lines[0].words)
    else:
        lines[0] = lines[0].with_words(_OPENING.sub(r"\1", lines[0].words, count=1))
    lines[-1] = lines[-1].with_words(_EMPTY_ROW.sub("", _CLOSING.sub(r"\1", lines[-1].words)))
    return [one for one in lines if one.text or (one.provision and one.provision.label)]


def _as_line(block: TextBlock) -> TextBlock:
    """Return a block without ids; if it shows a line, with the text of the line as its provision."""
    words = without_ids(block.words)
    if block.provision is None:
        return replace(block, html=words)
    return line_block(block.provision._replace(text=text_of(words)), words)


def adapted(words: Sequence[TextBlock], blocks: Sequence[TextBlock], at: int, *, follows: bool) -> list[TextBlock]:
    """Return the blocks of new ``words``, with the anchors and depths that they have in the text ``blocks``.

    ``at`` is the index of the block that the words replace or, if ``follows``, after which they are inserted. The words
    are the blocks of a quoted passage, still with its quotation marks. If the passage has no label, it replaces the
    words after the provision's own label.
    """
    target = blocks[at]
    lines = unquoted(words)
    top = min((one.depth for one in lines), default=0)
    own = target.provision
    if lines and own and own.label and not follows:
        lines = _below_label(lines, own, top)
    level = own.heading if own else 0
    anchors: dict[str, str] = {}
    used: Counter[str] = Counter()
    found: list[TextBlock] = []
    for one in lines:
        depth = target.depth + one.depth - top
        if one.provision is None:
            found.append(replace(one, depth=depth))
            continue
        is_top = one.depth == top
        anchor = ""
        if one.anchor:
            key = key_in_passage(one.anchor)
            if is_top:
                replaces = not follows and not anchors
                anchor = target.anchor if replaces else _beside(target.anchor, key, blocks, at)
            else:
                anchor = _inside(key, anchors)
            anchors[key] = anchor
            used[anchor] += 1
            anchor += f"~{used[anchor]}" if used[anchor] > 1 else ""
        heading = level if is_top and one.provision.label and len(one.provision.text) <= _LONGEST_HEADING else 0
        line = one.provision._replace(anchor=anchor, depth=depth, quoted=False, heading=heading)
        found.append(line_block(line, one.words))
    return found


def _below_label(lines: list[TextBlock], own: Provision, top: int) -> list[TextBlock]:
    """Return ``lines``, the words of a passage; if it has no label, they become the words of the provision ``own``.

    ``own`` keeps its label. ``top`` is the depth of the outermost lines of the passage.
    """
    first = lines[0].provision
    if first and first.label:
        return lines
    kept = own._replace(text=first.text if first else "", depth=top)
    rest = lines[1:] if first else lines
    return [line_block(kept, lines[0].words if first else ""), *(_deeper(one, top + 1) for one in rest)]


def _deeper(block: TextBlock, depth: int) -> TextBlock:
    """Return a block with its depth raised to ``depth``, unless it is as deep or deeper."""
    depth = max(block.depth, depth)
    return replace(block, depth=depth, provision=block.provision and block.provision._replace(depth=depth))


def repeated(words: Sequence[TextBlock]) -> str:
    """Return the label with which two passages in the new words begin; '' if there is no such label.

    Only one of two such passages can be meant: the other is of another text, or was quoted twice.
    """
    top = min((one.depth for one in words), default=0)
    keys: set[str] = set()
    for one in words:
        if one.depth == top and one.provision and one.provision.label and one.anchor:
            if (key := key_in_passage(one.anchor)) in keys:
                return one.provision.label.text.lstrip(_MARKS)
            keys.add(key)
    return ""


def key_in_passage(anchor: str) -> str:
    """Return the anchor of a quoted line as it would be in the quoted text alone: ``dieu-3.1.q.2.a`` -> ``2.a``."""
    return _QUOTED.split(anchor)[-1].partition("~")[0]


def _beside(target: str, key: str, blocks: Sequence[TextBlock], at: int) -> str:
    """Return the anchor of a new provision beside the one at the index ``at``, whose anchor is ``target``.

    ``key`` is the anchor that the new provision has in the quoted passage alone.
    """
    if key.startswith(("dieu-", "chuong-", "phan-", "muc-")):
        return key
    for block in reversed(blocks[:at]):
        if block.anchor and block.depth < blocks[at].depth and target.startswith(f"{block.anchor}."):
            return f"{block.anchor}.{key.rpartition('.')[2]}"
    return key


def _inside(key: str, anchors: Mapping[str, str]) -> str:
    """Return the new anchor of a line inside a passage.

    ``key`` is its anchor in the passage alone. ``anchors`` maps such keys of the lines above it to their new anchors.
    """
    holder = key
    while holder:
        holder = holder.rpartition(".")[0]
        if holder in anchors:
            return anchors[holder] + key[len(holder) :]
    *_, last = ("", *anchors.values())
    return f"{last}.{key}" if last else key
