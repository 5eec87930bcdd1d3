"""What the readers find in a phrase: parts, each of some words, before they mean anything."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time

    from stcli.deadlines.kinds import Base, Completion, Every, Span, Unit, Weekday
    from stcli.deadlines.phrases.tokens import Words


class Mark(Enum):
    """A word that says how the part beside it is meant."""

    BY = auto()  # chậm nhất, không quá
    BEFORE = auto()  # trước
    UNTIL = auto()  # đến
    END = auto()  # hết
    WITHIN = auto()  # trong vòng, trong thời hạn
    AT_LEAST = auto()  # ít nhất
    JOIN = auto()  # và, a comma
    NEXT_WORKING_DAY = auto()  # ngày làm việc tiếp theo
    ONGOING = auto()  # thường xuyên
    ONWARD = auto()  # trở đi, và những năm tiếp theo
    DAILY = auto()  # hằng ngày
    HASTE = auto()  # sớm, khẩn trương: harmless beside a day
    OCCASION = auto()  # đột xuất, khi có yêu cầu: something else beside a day
    SILENCE = auto()  # quá hạn coi như đồng ý
    REGULARLY = auto()  # định kỳ, without a word on how often
    EDGE_OF_PERIOD = auto()  # đầu kỳ, cuối kỳ
    NOTHING = auto()  # không, chưa xác định
    LONE_HOUR = auto()  # an hour beside no day
    CRUCIAL = auto()  # hoặc, trừ: could change the day, and are unread
    HARMLESS = auto()


class Edge(Enum):
    """A day within a period that article 146 of the Civil Code 91/2015/QH13 fixes by name."""

    START = auto()
    MIDDLE = auto()
    END = auto()


class InMonth(Enum):
    """The month of a quarter in which a day lies."""

    LAST = auto()
    FIRST = auto()
    AFTER = auto()


class CalendarDay(NamedTuple):
    """A day as far as it is stated.

    `later` counts years from that of the day said, or without a month the months from that of the
    day said: 0 for `này`, 1 for `sau`. `repeated` tells that `của tháng sau` was said, as is of
    something monthly. `hyphen` is for `06-15`, which in English has the month first.
    """

    day: int
    month: int | None = None
    year: int | None = None
    later: int | None = None
    repeated: bool = False
    hyphen: bool = False


class QuarterDay(NamedTuple):
    """A day of a month that is named by its place in the quarter."""

    day: int
    month: InMonth


class NearDay(NamedTuple):
    """The day said, or so many days later: `trong ngày`, `ngày mai`."""

    later: int


class Week(NamedTuple):
    """A week, so many later than that of the day said."""

    later: int


class Stretch(NamedTuple):
    """A month, quarter, half or year as far as it is stated, or the day at an edge of it.

    Without `year`, `later` counts years, or without `number` the months, quarters or years, from
    that of the day said. `stated` tells that `này` or `sau` was said and not left out, `repeated`
    that it is that of every month, quarter or year (cuối mỗi quý).
    """

    span: Span
    number: int | None = None
    year: int | None = None
    later: int | None = None
    edge: Edge | None = None
    stated: bool = True
    repeated: bool = False


class Years(NamedTuple):
    """Years from one to another; `programme` for those of a plan (giai đoạn)."""

    first: int
    last: int
    programme: bool


class Onward(NamedTuple):
    """A year and all that follow."""

    first: int


class DayOfWeek(NamedTuple):
    """A day of the week, of so many weeks later where that is said."""

    weekday: Weekday
    later: int | None = None


When: TypeAlias = CalendarDay | QuarterDay | NearDay | Stretch | Years | DayOfWeek | Week


class Clock(NamedTuple):
    """An hour; None for 24:00, at which the day ends."""

    hour: time | None


class Length(NamedTuple):
    """So many days, weeks, months or years; unit None for hours."""

    amount: int
    unit: Unit | None


class Start(NamedTuple):
    """What is counted from, or begins then: a day, a known event, or one in words.

    `after` tells that it was said as `sau`, which without a count is no deadline. `now` is for
    `từ nay`.
    """

    base: Base | Completion | None = None
    when: CalendarDay | Stretch | None = None
    event: str = ""
    after: bool = False
    now: bool = False


class AheadOf(NamedTuple):
    """Before an event."""

    base: Base | None
    event: str


class Cycle(NamedTuple):
    """How often; several where they are listed. `english` for the words of the format."""

    everies: tuple[Every, ...]
    english: bool = False
    reporting: bool = False


class Following(NamedTuple):
    """The words `of next month` of the format."""

    stretch: str


class Unread(NamedTuple):
    """Words no reader knows; `crucial` where they could change the day."""

    words: str
    crucial: bool


Part: TypeAlias = (
    Mark | When | Onward | Clock | Length | Start | AheadOf | Cycle | Following | Unread
)
Found: TypeAlias = "tuple[Part, int] | None"
"""A part, and the position behind its words."""

if TYPE_CHECKING:
    Reader: TypeAlias = Callable[[Words, int], Found]
