"""The folder to which a site is written."""

import shutil
from collections.abc import Mapping
from pathlib import Path


class SiteFolder:
    """The folder to which a site is written; its subfolders are created when needed."""

    def __init__(self, root: Path) -> None:
        """Begin without any folder; ``root`` itself need not exist."""
        self._root = f"{root}/"
        self._made: set[str] = set()

    def put(self, name: str, content: bytes) -> None:
        """Write a file at an address."""
        # For speed without a buffer, and with names as strings: a site has tens of thousands of files.
        with open(self.room_for(name), "wb", buffering=0) as file:  # noqa: PTH123  # by a string
            file.write(content)

    def put_all(self, contents: Mapping[str, bytes]) -> None:
        """Write files, each at its address."""
        for name, content in contents.items():
            self.put(name, content)

    def copy(self, name: str, source: Path) -> None:
        """Copy a file to an address."""
        shutil.copyfile(source, self.room_for(name))

    def room_for(self, name: str) -> str:
        """Return the path for a file, after creating its folder if needed."""
        folder = name.rpartition("/")[0]
        if folder not in self._made:
            Path(self._root, folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        return self._root + name
