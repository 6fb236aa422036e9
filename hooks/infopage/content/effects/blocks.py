"""A text as blocks, which modifications replace, remove and insert. A block is one element of the text's HTML."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from lxml import html as lxml_html

from infopage.content.official import paragraph
from infopage.content.provisions.lines import Provision

_OPENING = re.compile(r"^\s*(?:[“„«\"″”]|'')\s*")
_CLOSING = re.compile(r"\s*(?:[”»\"″“]|'')\s*[.;,]?\s*$")
_QUOTED = re.compile(r"(?:^|\.)q\.")
_LONGEST_HEADING = 200


@dataclass(frozen=True)
class TextBlock:
    """A block of a text: a provision's own line, or a paragraph, list or table without a label.

    ``depth`` is the number of provisions that contain the block. ``text`` is the block without markup. ``provision`` is
    the labelled provision that the block shows, None if it shows another part of the text.
    """

    depth: int
    text: str
    html: str
    provision: Provision | None = None

    @property
    def anchor(self) -> str:
        """The anchor of the provision that the block shows; '' if it shows none."""
        return self.provision.anchor if self.provision else ""


def blocks_of(html: str, provisions: Sequence[Provision]) -> tuple[TextBlock, ...]:
    """Return the blocks of an official text, given its HTML and its provisions.

    A block without a label is inside the labelled one before it. The exception is a block, such as the signature, whose
    words are in ``provisions`` as a line outside all labelled provisions.
    """
    by_anchor = {one.anchor: one for one in provisions if one.anchor}
    free = {_bare(one.text): one.depth for one in provisions if one.label is None}
    found: list[TextBlock] = []
    inner = 0
    for element in lxml_html.fragments_fromstring(html):
        if isinstance(element, str):
            continue
        text = " ".join(element.text_content().split())
        provision = by_anchor.get(element.get("id") or "")
        shown = lxml_html.tostring(element, encoding="unicode", with_tail=False)
        if provision is None:
            found.append(TextBlock(free.get(_bare(text), inner), text, shown))
            continue
        inner = provision.depth + 1
        found.append(TextBlock(provision.depth, text, shown, provision))
    return tuple(found)


def _bare(text: str) -> str:
    return "".join(re.findall(r"\w+", text))[:80]


def end_of(found: Sequence[TextBlock] | Sequence[Provision], at: int) -> int:
    """Return the index after the last block or provision that the one at the index ``at`` contains."""
    end = at + 1
    while end < len(found) and found[end].depth > found[at].depth:
        end += 1
    return end


def stub(block: TextBlock, words: str) -> TextBlock:
    """Return the block that stands for a removed provision: its label and ``words``, such as “(được bãi bỏ)”."""
    assert block.provision
    return _shown(block.provision._replace(text=words))


def _shown(provision: Provision) -> TextBlock:
    return TextBlock(provision.depth, provision.line, paragraph(provision, ""), provision)


def adapted(words: Sequence[Provision], blocks: Sequence[TextBlock], at: int, *, follows: bool) -> list[TextBlock]:
    """Return the blocks of new ``words``, with the anchors and depths that they have in the text ``blocks``.

    ``at`` is the index of the block that the words replace or, if ``follows``, after which they are inserted. The words
    are the lines of a quoted passage, still with its quotation marks. If the passage has no label, it replaces the
    words after the provision's own label.
    """
    target = blocks[at]
    lines = unquoted(words)
    top = min((one.depth for one in lines), default=0)
    own = target.provision
    if lines and lines[0].label is None and own and not follows:
        lines[0] = lines[0]._replace(label=own.label, anchor=own.anchor)
        lines[1:] = [one._replace(depth=max(one.depth, top + 1)) for one in lines[1:]]
    level = own.heading if own else 0
    anchors: dict[str, str] = {}
    found: list[TextBlock] = []
    for one in lines:
        depth = target.depth + one.depth - top
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
        heading = level if is_top and one.label and len(one.text) <= _LONGEST_HEADING else 0
        found.append(_shown(one._replace(anchor=anchor, depth=depth, quoted=False, heading=heading)))
    return found


def unquoted(words: Sequence[Provision]) -> list[Provision]:
    """Return the lines of a quoted passage without the quotation marks around it."""
    lines = list(words)
    if not lines:
        return lines
    first = lines[0]
    if first.label and _OPENING.match(first.label.text):
        lines[0] = first._replace(label=replace(first.label, text=_OPENING.sub("", first.label.text)))
    else:
        lines[0] = first._replace(text=_OPENING.sub("", first.text))
    lines[-1] = lines[-1]._replace(text=_CLOSING.sub("", lines[-1].text))
    return lines


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
