"""The index as files: each part is a script that passes its data to the search engine in the browser.

A manifest names the folder of the parts, which has another name whenever a part changes. So a browser never mixes the
parts of two releases.
"""

import hashlib
import re
from collections.abc import Mapping

from infopage.outputs.wording.encoding import json_text

FOLDER = "tim-kiem/chi-muc/"
MANIFEST = f"{FOLDER}4.js"
"""The manifest's address. It is the same in every release, so that pages do not change when the index does. Its name is
the version of the file format, so that an engine cached by a browser never loads files of a format it does not know.
"""

_BITS = re.compile(r'thamsau\.part\("(?:tu|cap)-[0-9]+",\[?"([A-Za-z0-9+/]*={0,2})"(?=\);\n|,\[\[)')
"""Finds the packed bits in a file of posting lists. ``tu`` (words) and ``cap`` (pairs) begin the names of these files.

They are repeated here from postings.py, so that the checks of a finished site need not import that module.
"""


def scripts(parts: Mapping[str, str], manifest: Mapping[str, object]) -> dict[str, bytes]:
    """Return the files of the index by address: the parts in a folder named by a hash of them all, and the manifest.

    ``parts`` maps the name of each part to its data as a JavaScript expression.
    """
    content = {f"{name}.js": f'thamsau.part("{name}",{part});\n'.encode() for name, part in parts.items()}
    digest = hashlib.blake2b(digest_size=5)
    for name, data in sorted(content.items()):
        digest.update(name.encode() + b"\0" + data)
    folder = digest.hexdigest()
    # The manifest may be loaded before the engine, so it creates the object of the engine if there is none yet.
    start = f"(window.thamsau=window.thamsau||{{}}).manifest={json_text({'folder': folder, **manifest})};\n"
    return {f"{FOLDER}{folder}/{name}": data for name, data in content.items()} | {MANIFEST: start.encode()}


def without_bits(path: str, text: str) -> str:
    """Return the text of a site's file without packed posting lists, to search it for words that must not be public.

    The lists contain no words. But in millions of base64 characters, some happen to look like a word or a secret key.
    """
    bits = _BITS.match(text) if path.startswith(FOLDER) else None
    return text[: bits.start(1)] + text[bits.end(1) :] if bits else text
