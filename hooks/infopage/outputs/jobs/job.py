"""Jobs: the pieces of a build. Each has a fingerprint of what it is made of, so an unchanged one is not made again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from infopage.outputs.views.links import TypedLink
from infopage.outputs.views.page import Page
from infopage.store.digests import digest
from infopage.store.values import packed


@dataclass(frozen=True, kw_only=True)
class Head:
    """What must be known of a page before it is made, such as its address, its title and the files beside it.

    The values are those of ``views.page.Page``. ``titled`` returns the title, as a title takes longer than all the
    rest.
    """

    address: str
    titled: Callable[[], str]
    source: str = ""
    changed: str = ""
    indexed: bool = True
    gone: bool = False
    files: tuple[TypedLink, ...] = ()

    @property
    def title(self) -> str:
        """The page's title."""
        return self.titled()

    @classmethod
    def of(cls, page: Page) -> "Head":
        """Return the head of a page that is already made."""
        return cls(
            address=page.address,
            titled=lambda: page.title,
            source=page.source,
            changed=page.changed,
            indexed=page.indexed,
            gone=page.gone,
            files=page.files,
        )


@dataclass(frozen=True)
class Made:
    """What a job has made: pages to be rendered, finished files, and the fingerprint of all that went into them."""

    key: str
    pages: tuple[Page, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Job:
    """Pages and files that are made together.

    ``key`` is the fingerprint of all that goes into them, except what all pages share. It is None if it is known only
    after making them. ``files`` are the addresses of the files. A job that ``is_bytes`` has one file, and its key is
    the fingerprint of that file's bytes alone.
    """

    key: str | None
    make: Callable[[], Made]
    heads: tuple[Head, ...] = ()
    files: tuple[str, ...] = ()
    is_bytes: bool = False


def page_job(page: Page) -> Job:
    """Return the job of a page that is already made."""
    key = digest(packed(page))
    return Job(key, lambda: Made(key, (page,)), (Head.of(page),))


def file_job(name: str, content: bytes) -> Job:
    """Return the job of a file that is already made."""
    key = digest(content)
    return Job(key, lambda: Made(key, (), {name: content}), (), (name,), is_bytes=True)


class Pages(Mapping[str, Page]):
    """The pages of some jobs by address, each made when it is asked for."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._jobs = {head.address: job for job in jobs for head in job.heads}

    def __getitem__(self, address: str) -> Page:
        return next(page for page in self._jobs[address].make().pages if page.address == address)

    def __iter__(self) -> Iterator[str]:
        return iter(self._jobs)

    def __len__(self) -> int:
        return len(self._jobs)


class Contents(Mapping[str, bytes]):
    """The files of some jobs by address, each made when it is asked for."""

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._jobs = {file: job for job in jobs for file in job.files}

    def __getitem__(self, file: str) -> bytes:
        return self._jobs[file].make().files[file]

    def __iter__(self) -> Iterator[str]:
        return iter(self._jobs)

    def __len__(self) -> int:
        return len(self._jobs)
