"""Field types for dates and times."""

from dataclasses import dataclass
from datetime import date

from infopage.content.fields import Context, FieldError, Schema, quote, scalar
from infopage.content.nodes import Node
from infopage.language.dates import IssueDate, Moment, parse_date


@dataclass(frozen=True)
class Day:
    """The field type of a date without a time of day."""

    def parse(self, node: Node, known: Context) -> date:
        text = scalar(node, "15/3/2025")
        try:
            return parse_date(text)
        except ValueError:
            raise FieldError(node.line, f"{quote(text)} không phải là ngày; hãy viết như 15/3/2025") from None

    def sample(self) -> str:
        return "15/3/2025"

    def describe(self) -> str:
        return "ngày, như 15/3/2025"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})$"}


@dataclass(frozen=True)
class DayOrYear:
    """The field type of the date of a document, or of its year if the day is not known."""

    def parse(self, node: Node, known: Context) -> IssueDate:
        text = scalar(node, "15/3/2025")
        try:
            return IssueDate.parse(text)
        except ValueError:
            raise FieldError(node.line, f"{quote(text)} không phải là ngày; hãy viết như 15/3/2025") from None

    def sample(self) -> str:
        return "15/3/2025"

    def describe(self) -> str:
        return "ngày, như 15/3/2025; chỉ biết năm thì viết năm, như 1997"

    def schema(self) -> Schema:
        return {
            "type": ["string", "integer"],
            "pattern": r"^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2}|\d{4})$",
        }


@dataclass(frozen=True)
class Time:
    """The field type of a date in Hà Nội time, with or without a time of day."""

    def parse(self, node: Node, known: Context) -> Moment:
        text = scalar(node, "15/3/2025 07:30")
        try:
            return Moment.parse(text)
        except ValueError:
            message = f"{quote(text)} không phải là ngày giờ; hãy viết như 15/3/2025 hoặc 15/3/2025 07:30"
            raise FieldError(node.line, message) from None

    def sample(self) -> str:
        return "15/3/2025 07:30"

    def describe(self) -> str:
        return "ngày hoặc ngày giờ, như 15/3/2025 07:30"

    def schema(self) -> Schema:
        return {"type": "string", "pattern": r"^(\d{1,2}[/.-]\d{1,2}[/.-]\d{4}|\d{4}-\d{1,2}-\d{1,2})([ T].+)?$"}
