"""The file of first publications (a text file): when the public first saw each item, according to earlier releases.

Feed readers ask for what is new, but the date in an item's front matter may lie long in the past, and may have no time
of day. So each release contains this file. The next build reads it, and adds the items that are not in it.

The file has one line for each item, in order of id: the id, a tab, and the minute in Hà Nội time. Instead of an id, a
line may have ``id#day``: this is the notice that the item was withdrawn or expired on that day. ``id#day#giau-ten`` is
the notice for a redacted item, whose title must not be shown.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import cached_property
from pathlib import Path
from typing import Self

from infopage.content.diagnostics import Diagnostic, warning
from infopage.content.model import Item
from infopage.content.texts import Text
from infopage.language.dates import HANOI, Moment

BACKDATED = "dang-lui-ngay"
"""The slug of the rule against new items that are dated before the latest first publication."""

_HEAD = "# Lần đăng đầu: mỗi mục của trang được công bố lần đầu lúc nào, giờ Hà Nội; mã#ngày là lời báo gỡ mục ấy.\n"
_LINE = re.compile(r"([^\t\n#]+(?:#\d{4}-\d\d-\d\d(?:#giau-ten)?)?)\t(\d{4}-\d\d-\d\dT\d\d:\d\d)")


@dataclass(frozen=True)
class FirstPublished:
    """The content of a file of first publications."""

    instants: Mapping[str, datetime] = field(default_factory=dict)
    """The time of first publication (whole minutes, Hà Nội time) of each item by id, and of each removal notice.

    The key of a removal notice is ``id#day`` or ``id#day#giau-ten``.
    """

    @classmethod
    def parse(cls, text: str) -> Self:
        """Parse the text of a file of first publications; raises ValueError, which names the wrong line, if invalid."""
        if not cls.is_head_of(text):
            raise ValueError("không phải sổ lần đăng đầu")
        found: dict[str, datetime] = {}
        for number, line in enumerate(text.split("\n")[1:-1], 2):
            match = _LINE.fullmatch(line)
            try:
                if not match or match[1] in found:
                    raise ValueError(line)
                found[match[1]] = datetime.fromisoformat(match[2]).replace(tzinfo=HANOI)
            except ValueError:
                raise ValueError(f"dòng {number} không phải dòng của sổ lần đăng đầu") from None
        return cls(found)

    @classmethod
    def read(cls, root: Path, name: str) -> Self:
        """Read the file ``name`` below ``root``; raises ValueError, with a message for the editor, if that fails."""
        try:
            return cls.parse((root / name).read_bytes().decode())
        except OSError as error:
            raise ValueError(f"{name}: không đọc được ({error.strerror})") from None
        except UnicodeDecodeError:
            raise ValueError(f"{name}: không phải chữ UTF-8; hãy lấy lại bằng scripts/infopage fetch") from None
        except ValueError as error:
            raise ValueError(f"{name}: {error}; hãy lấy lại bằng scripts/infopage fetch") from None

    @staticmethod
    def is_head_of(text: str) -> bool:
        """Tell whether a text begins like a file of first publications, whose first line is always the same comment."""
        return text.startswith(_HEAD)

    def __or__(self, other: Self) -> Self:
        """Return the union of both files; the time in this one is used if both have an id."""
        return type(self)({**other.instants, **self.instants})

    def __str__(self) -> str:
        """Return the text of the file of first publications."""
        return _HEAD + "".join(f"{id}\t{at:%Y-%m-%dT%H:%M}\n" for id, at in sorted(self.instants.items()))

    @cached_property
    def latest(self) -> datetime | None:
        """The latest time of first publication in the file; None if the file has no entries."""
        return max(self.instants.values(), default=None)

    @cached_property
    def back(self) -> dict[str, datetime]:
        """The minute after the last removal notice of each item that has any, by the item's id.

        If the item is public again, this counts as the time of its last change, so that feed readers see it anew.
        """
        notices = ((id.partition("#")[0], at) for id, at in self.instants.items() if "#" in id)
        return {id: at + timedelta(minutes=1) for id, at in sorted(notices, key=lambda one: one[1])}

    def follows(self, before: Self) -> bool:
        """Tell whether this file is a valid successor of ``before``, the file of an earlier release.

        This file must keep all entries of ``before``. Its new entries must not be earlier than the latest old one.
        """
        new = (at for id, at in self.instants.items() if id not in before.instants)
        return before.instants.items() <= self.instants.items() and (
            before.latest is None or all(at >= before.latest for at in new)
        )


def backdated(texts: Iterable[Text], before: FirstPublished | None) -> Iterator[Diagnostic]:
    """Yield a warning for each new item that is dated before the latest publication of earlier releases.

    ``before`` is the file of first publications of those releases, None if there is none. An item is new if it is not
    in that file.
    """
    if before is None or not (latest := before.latest):
        return
    for text in texts:
        assert isinstance(text.item, Item)
        day = text.item.published
        earlier = day.at < latest if day.has_time else day.date < latest.date()
        if earlier and text.item.id not in before.instants:
            message = (
                f"mục chưa đăng lần nào mà đề ngày {day}, trước lần đăng gần nhất của trang "
                f"({Moment(latest, has_time=True)}); đề nhầm thì hãy ghi ngày đăng thật, đăng bù thì để nguyên: "
                "nguồn tin vẫn báo đây là mục mới"
            )
            yield warning(text.path, text.line_of("ngay_dang"), BACKDATED, message)


def minute_of_new(now: datetime, before: FirstPublished | None) -> datetime:
    """Return the publication time of new items: the whole minute before ``now``, so it is never in the future.

    It is later if an earlier release (in ``before``) published an item later: then it is the time of that publication,
    so that feeds stay in order, but not later than ``now``.
    """
    whole = now - timedelta(minutes=1)
    latest = before.latest if before else None
    return max(whole, min(latest, now)) if latest else whole
