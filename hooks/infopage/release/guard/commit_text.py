"""The text of a commit or an annotated tag: its message, its authors' names, and the other header lines."""

import re

_LETTERS = re.compile(rb"^encoding (\S+)$", re.MULTILINE)
_SIGNATURE = re.compile(rb"^gpgsig(?:-sha256)? .*\n(?: .*\n)*", re.MULTILINE)
_PLAIN = re.compile(r"(?:tree|parent|object|type|tag|encoding) \S+$")
_PERSON = re.compile(r"((?:author|committer|tagger)) (.*?) <.*")


def said_by(content: bytes) -> str:
    """Return the text of a commit or an annotated tag, which is ``content`` in git's storage format (gitformat).

    The header lines that contain text, such as the author's name, come first, and the message comes last.
    """
    named = _LETTERS.search(content.partition(b"\n\n")[0])
    try:
        text = _SIGNATURE.sub(b"", content).decode(named[1].decode() if named else "utf-8", "replace")
    except LookupError:
        text = content.decode("utf-8", "replace")
    head, _, message = text.partition("\n\n")
    lines = (_PERSON.sub(r"\2", line.strip()) for line in head.split("\n") if not _PLAIN.match(line.strip()))
    return "\n".join((*lines, message))
