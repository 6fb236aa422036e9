"""The folder to which a site is written."""

import shutil
from collections.abc import Mapping
from pathlib import Path


class SiteFolder:
    """The folder to which a site is written.

    The addresses of files are relative to the site's root. Subfolders are created when needed.
    """

    def __init__(self, root: Path) -> None:
        """Begin without creating a folder; ``root`` need not exist yet."""
        self._root = f"{root}/"
        self._made: set[str] = set()

    def put(self, name: str, content: bytes) -> None:
        """Write ``content`` to the file with the address ``name``."""
        # A site has tens of thousands of files. Writing without a buffer and with a string as path is faster.
        with open(self.room_for(name), "wb", buffering=0) as file:  # noqa: PTH123  # a string path is faster
            file.write(content)

    def put_all(self, contents: Mapping[str, bytes]) -> None:
        """Write files; ``contents`` maps each address to the bytes of its file."""
        for name, content in contents.items():
            self.put(name, content)

    def copy(self, name: str, source: Path) -> None:
        """Copy the file ``source`` to the address ``name``."""
        shutil.copyfile(source, self.room_for(name))

    def room_for(self, name: str) -> str:
        """Return the path on disk for the address ``name``; the folder is created if needed."""
        folder = name.rpartition("/")[0]
        if folder not in self._made:
            Path(self._root, folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        return self._root + name
