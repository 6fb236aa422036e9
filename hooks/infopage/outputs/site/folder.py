"""The folder that a site is written to."""

import shutil
from collections.abc import Mapping
from pathlib import Path


class SiteFolder:
    """The folder that a site is written to; folders within it are made when something is first put there."""

    def __init__(self, root: Path) -> None:
        """Begin with nothing made: the folder itself need not be there."""
        self._root = f"{root}/"
        self._made: set[str] = set()

    def put(self, name: str, content: bytes) -> None:
        """Write a file at an address."""
        # Without a buffer, and by names that are strings: a site is tens of thousands of files.
        with open(self.room_for(name), "wb", buffering=0) as file:  # noqa: PTH123  # as above
            file.write(content)

    def put_all(self, contents: Mapping[str, bytes]) -> None:
        """Write files, each at its address."""
        for name, content in contents.items():
            self.put(name, content)

    def copy(self, name: str, source: Path) -> None:
        """Copy a file to an address."""
        shutil.copyfile(source, self.room_for(name))

    def room_for(self, name: str) -> str:
        """Return the path of a file, whose folder is there."""
        folder = name.rpartition("/")[0]
        if folder not in self._made:
            Path(self._root, folder).mkdir(parents=True, exist_ok=True)
            self._made.add(folder)
        return self._root + name
