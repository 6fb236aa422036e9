"""Dates and times: spellings that offices use, impossible dates, and the official form."""

from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infopage.language.dates import HANOI, IssueDate, Moment, format_date, format_month, hanoi, parse_date
from tests.properties import examples

days = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize("text", ["15/3/2025", "15/03/2025", "15.3.2025", "15-3-2025", "2025-03-15", " 15/3/2025 "])
def test_a_day_is_read_in_each_way_offices_write_it(text: str) -> None:
    assert parse_date(text) == date(2025, 3, 15)


@pytest.mark.parametrize(
    "text",
    [
        *("", "31/2/2025", "29/2/2025", "0/1/2025", "32/1/2025", "1/13/2025", "2025-13-01", "99/99/9999", "12/10/0000"),
        *(
            "15/3/25",
            "15/3",
            "3/2025",
            "15 tháng 3 năm 2025",
            "15/3/2025 07:30",
            "15//3/2025",
            "15/3/20255",
            "1a/3/2025",
        ),
        *("١٥/٣/٢٠٢٥", "15/3/1025", "15/3/3025", "15/3/-2025", "15/3/2025\n16/3/2025"),
    ],
)
def test_what_is_no_day_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # date's own errors are ValueErrors too
        parse_date(text)


def test_the_day_comes_first() -> None:
    assert parse_date("03/4/2025") == date(2025, 4, 3)


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2021, 8, 5), "05/8/2021"),
        (date(2022, 2, 11), "11/02/2022"),
        (date(2026, 1, 1), "01/01/2026"),
        (date(2026, 3, 31), "31/3/2026"),
        (date(2026, 10, 9), "09/10/2026"),
    ],
)
def test_only_the_months_one_and_two_are_padded(day: date, text: str) -> None:
    assert format_date(day) == text


@examples(200)
@given(days)
def test_a_printed_day_reads_back(day: date) -> None:
    assert parse_date(format_date(day)) == day == parse_date(day.isoformat())


def test_a_month_is_padded_as_in_a_date() -> None:
    assert (format_month(date(2026, 2, 1)), format_month(date(2026, 11, 1))) == ("tháng 02/2026", "tháng 11/2026")


@pytest.mark.parametrize(
    ("text", "hour", "minute"),
    [
        *(("15/3/2025 07:30", 7, 30), ("15/3/2025 7h30", 7, 30), ("15/3/2025 7 giờ 30", 7, 30)),
        *(("15/3/2025 7h", 7, 0), ("15/3/2025 8 giờ", 8, 0), ("2025-03-15T23:59", 23, 59), ("15/3/2025 0:00", 0, 0)),
    ],
)
def test_a_moment_may_carry_the_hour(text: str, hour: int, minute: int) -> None:
    assert Moment.parse(text) == Moment(datetime(2025, 3, 15, hour, minute, tzinfo=HANOI), has_time=True)


@pytest.mark.parametrize(
    "text",
    ["15/3/2025 24:00", "15/3/2025 7:60", "15/3/2025 7", "15/3/2025 sáng", "07:30", "15/3/2025 7h30 sáng", "T", ""],
)
def test_what_is_no_moment_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # datetime's own errors are ValueErrors too
        Moment.parse(text)


def test_a_moment_without_the_hour_is_the_days_first_minute() -> None:
    moment = Moment.parse("15/3/2025")
    assert (moment.at.hour, moment.has_time, moment.clock) == (0, False, "")
    assert moment < Moment.parse("15/3/2025 00:00") < Moment.parse("15/3/2025 00:01")


def test_a_moment_says_only_what_was_written() -> None:
    assert (Moment.parse("5/8/2025").iso, str(Moment.parse("5/8/2025"))) == ("2025-08-05", "05/8/2025")
    assert Moment.parse("5/8/2025 7h30").iso == "2025-08-05T07:30+07:00"
    assert (Moment.parse("5/8/2025 7h30").clock, Moment.parse("5/8/2025 8:00").clock) == ("7 giờ 30", "8 giờ")


@examples(200)
@given(days, st.none() | st.times())
def test_a_printed_moment_reads_back(day: date, time: object) -> None:
    text = format_date(day) + (f" {time:%H:%M}" if time else "")
    assert str(Moment.parse(text)) == text


def test_an_issue_date_may_be_a_year_and_says_so() -> None:
    year, day = IssueDate.parse("1997"), IssueDate.parse("12/12/1997")
    assert (year.earliest, year.latest) == (date(1997, 1, 1), date(1997, 12, 31))
    assert (str(year), year.iso, year.dated) == ("1997", "1997", "năm 1997")
    assert (str(day), day.iso, day.dated) == ("12/12/1997", "1997-12-12", "ngày 12/12/1997")


@pytest.mark.parametrize("text", ["0", "97", "0000", "1025", "9999", "năm 1997", "1997-1998"])
def test_what_is_no_year_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011  # date's own errors are ValueErrors too
        IssueDate.parse(text)


def test_hanoi_is_seven_hours_ahead_whatever_zone_an_instant_is_told_in() -> None:
    assert hanoi(datetime(2026, 11, 19, 17, tzinfo=UTC)).isoformat() == "2026-11-20T00:00:00+07:00"
    assert hanoi(datetime(2026, 11, 20, 2, tzinfo=timezone(timedelta(hours=9)))).day == 20
