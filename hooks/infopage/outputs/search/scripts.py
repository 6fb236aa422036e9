"""The index as files: each part a script that hands itself to the engine, beside a manifest that names their folder."""

import hashlib
import re
from collections.abc import Mapping

from infopage.outputs.wording.encoding import json_text

FOLDER = "tim-kiem/chi-muc/"
MANIFEST = f"{FOLDER}3.js"
"""The manifest's address, the same in every release: no page changes with what others say. Its name is the number of
the form that the files have, so an engine that a reader still has never meets files of a form it does not know.
"""

_BITS = re.compile(r'thamsau\.part\("(?:tu|cap)-[0-9]+",\[?"([A-Za-z0-9+/]*={0,2})"(?=\);\n|,\[\[)')
"""A list of a family of postings.py, which whoever checks a site need not load for two names."""


def scripts(parts: Mapping[str, str], manifest: Mapping[str, object]) -> dict[str, bytes]:
    """Return the files of parts, each JavaScript, in a folder named by all that is in them, and of the manifest."""
    content = {f"{name}.js": f'thamsau.part("{name}",{part});\n'.encode() for name, part in parts.items()}
    digest = hashlib.blake2b(digest_size=5)
    for name, data in sorted(content.items()):
        digest.update(name.encode() + b"\0" + data)
    folder = digest.hexdigest()
    # The manifest may come before the engine.
    start = f"(window.thamsau=window.thamsau||{{}}).manifest={json_text({'folder': folder, **manifest})};\n"
    return {f"{FOLDER}{folder}/{name}": data for name, data in content.items()} | {MANIFEST: start.encode()}


def without_bits(path: str, text: str) -> str:
    """Return a file of a site without the lists of the index that it has as bits.

    No words stand in them. In millions of letters that bits make, some will look like a word or a key all the same.
    """
    bits = _BITS.match(text) if path.startswith(FOLDER) else None
    return text[: bits.start(1)] + text[bits.end(1) :] if bits else text
