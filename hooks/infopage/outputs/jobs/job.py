"""Jobs: the steps of a build. A job runs again only if the fingerprint (a hash) of its inputs has changed."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from infopage.outputs.views.links import TypedLink
from infopage.outputs.views.page import Page
from infopage.store.digests import digest
from infopage.store.values import packed


@dataclass(frozen=True, kw_only=True)
class Head:
    """The head of a page: the data known before the page is made, such as its address and the files that go with it.

    The attributes mean the same as in ``views.page.Page``. ``titled`` is a function that returns the title: making the
    title takes longer than all other attributes together, and not every caller needs it. ``images`` are the addresses
    of the lead picture and those of the album.
    """

    address: str
    titled: Callable[[], str]
    source: str = ""
    changed: str = ""
    indexed: bool = True
    gone: bool = False
    files: tuple[TypedLink, ...] = ()
    images: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The page's title."""
        return self.titled()

    @classmethod
    def of(cls, page: Page) -> "Head":
        """Return the head (address, title and so on) of a page that is already made."""
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
    """The result of a job (a step of the build): pages to render, and finished files by address.

    ``key`` is the fingerprint of the job's inputs. A later build whose inputs have the same fingerprint reuses the
    result.
    """

    key: str
    pages: tuple[Page, ...] = ()
    files: Mapping[str, bytes] = field(default_factory=dict)


@dataclass(frozen=True)
class Job:
    """A step of a build, which makes some pages and files together.

    ``key`` is the fingerprint of all inputs, except the data that all pages share. It is None if it can be computed
    only after ``make`` has run. ``heads`` describe the pages, and ``files`` are the addresses of the files. If
    ``is_bytes`` is true, the job makes one file, and the key is the fingerprint of that file's bytes instead. Then an
    old file with the same bytes can be reused, whatever its address.
    """

    key: str | None
    make: Callable[[], Made]
    heads: tuple[Head, ...] = ()
    files: tuple[str, ...] = ()
    is_bytes: bool = False


def page_job(page: Page) -> Job:
    """Return a job (a step of the build) whose result is one page that is already made."""
    key = digest(packed(page))
    return Job(key, lambda: Made(key, (page,)), (Head.of(page),))


def file_job(name: str, content: bytes) -> Job:
    """Return a job whose result is one file that is already made: ``content`` at the address ``name``."""
    key = digest(content)
    return Job(key, lambda: Made(key, (), {name: content}), (), (name,), is_bytes=True)


class Pages(Mapping[str, Page]):
    """A mapping from addresses to the pages that some jobs (steps of the build) make.

    A page is made anew each time it is looked up, so that no page stays in memory.
    """

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._jobs = {head.address: job for job in jobs for head in job.heads}

    def __getitem__(self, address: str) -> Page:
        return next(page for page in self._jobs[address].make().pages if page.address == address)

    def __iter__(self) -> Iterator[str]:
        return iter(self._jobs)

    def __len__(self) -> int:
        return len(self._jobs)


class Contents(Mapping[str, bytes]):
    """A mapping from addresses to the contents of the files that some jobs (steps of the build) make.

    A file is made anew each time it is looked up, so that no content stays in memory.
    """

    def __init__(self, jobs: Iterable[Job]) -> None:
        self._jobs = {file: job for job in jobs for file in job.files}

    def __getitem__(self, file: str) -> bytes:
        return self._jobs[file].make().files[file]

    def __iter__(self) -> Iterator[str]:
        return iter(self._jobs)

    def __len__(self) -> int:
        return len(self._jobs)
