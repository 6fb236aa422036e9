"""The index as files: each part a script that hands itself to the engine, beside a manifest that names their folder."""

import hashlib
import re
from collections.abc import Mapping

from infopage.outputs.encoding import json_text

FOLDER = "tim-kiem/chi-muc/"
MANIFEST = f"{FOLDER}2.js"
"""The manifest's address, the same in every release: no page changes with what others say. Its name is the number of
the form that the files have, so an engine that a reader still has never meets files of a form it does not know.
"""

_BITS = re.compile(r'thamsau\.part\("[a-z]+-[0-9]+","[A-Za-z0-9+/]*={0,2}"\);\n')


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


def is_bits(path: str, text: str) -> bool:
    """Tell whether a file of a site is a part that is bits and nothing else.

    No words stand in it. In millions of letters that bits make, some will look like a word or a key all the same.
    """
    return path.startswith(FOLDER) and _BITS.fullmatch(text) is not None
