"""A value class for provisions: the lines of an official text, with their labels, anchors and nesting depth."""

from typing import NamedTuple

from infopage.content.provisions.ranks import Label


class Provision(NamedTuple):
    """One line of an official text, labelled or not, or the part of a line that has one label.

    A line with several labels is several provisions: ``1. a) Nộp đơn`` is ``1.`` without text, then ``a) Nộp đơn``.
    """

    number: int
    """The number of the line in the text, from 1."""
    label: Label | None
    """The provision's label, such as ``Điều 5.`` or ``a)``; None for plain text."""
    text: str
    """The text of the provision after its label, as typed."""
    anchor: str = ""
    """The provision's anchor, which is unique in the document. Dashes and plain text have none."""
    heading: int = 0
    """The level, 2 to 6, of the provision as a heading of the page; 0 if it is a paragraph."""
    depth: int = 0
    """The number of provisions that contain this one."""
    quoted: bool = False
    """Whether it is quoted from the text that this document amends.

    It is then contained in the provision that quotes it. Its anchor consists of the anchor of that provision, ``.q.``,
    and the anchor that it would have in the quoted text alone.
    """

    @property
    def line(self) -> str:
        """The whole line: label and text."""
        return labelled(self.label, self.text)


def labelled(label: Label | None, text: str) -> str:
    """Return the label of a provision and the text after it as one line."""
    return f"{label.text} {text}".rstrip() if label else text
