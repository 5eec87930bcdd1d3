"""What is said of each doubt, and what to do about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from stcli.deadlines.phrases.recognition import Doubt, DoubtKind
from stcli.deadlines.problems import DeadlineProblem, shortened
from stcli.deadlines.writing import write
from stcli.messages import say

if TYPE_CHECKING:
    from datetime import date

    from stcli.deadlines.kinds import Deadline


def before(day: date | None = None) -> Doubt:
    """Doubt whether the day behind `trước` counts."""
    choice = say("choose with `before` under settings in stcli.yaml, or write the last day itself")
    if day is None:
        message = say("no rule tells whether the day behind `trước` itself still counts")
    else:
        message = say("no rule tells whether `trước` {day} includes that day", day=day)
    return Doubt(DoubtKind.BEFORE, message, choice)


def event(words: str) -> Doubt:
    """Doubt an event whose day is not known."""
    return Doubt(
        DoubtKind.EVENT,
        say("the day of `{event}` is not in the words", event=shortened(words)),
        say("write the day that is counted from when it is known"),
        words,
    )


def no_start() -> Doubt:
    """Doubt a count from nothing."""
    return Doubt(
        DoubtKind.NO_START,
        say("the words do not say from which day it is counted"),
        say("the day of issue is taken; write another with `from`"),
    )


def no_year() -> Doubt:
    """Doubt a day or period without its year."""
    return Doubt(
        DoubtKind.NO_YEAR,
        say("the words do not give the month and year in full"),
        say("the next such day is taken where the day of the words is known; write it in full"),
    )


def no_month() -> Doubt:
    """Doubt a day of each quarter without its month."""
    return Doubt(
        DoubtKind.NO_MONTH,
        say("the words do not say in which month of the quarter the day lies"),
        say("the last month is taken; write `of next month` for the one after it"),
    )


def no_cycle() -> Doubt:
    """Doubt a day of the next month, which may be meant once."""
    return Doubt(
        DoubtKind.NO_CYCLE,
        say("the words do not say whether the day comes back in every period"),
        say("write the day itself if it is meant once"),
    )


def relative(*, read: bool) -> Doubt:
    """Doubt words that mean another day on every day."""
    if read:
        message = say("which day is meant depends on how the words are taken on the day said")
    else:
        message = say("the words mean a day only together with the day they were said")
    return Doubt(DoubtKind.RELATIVE, message, say("write the day or period with its year"))


def several(found: tuple[Deadline, ...]) -> Doubt:
    """Doubt more deadlines than one."""
    return Doubt(
        DoubtKind.SEVERAL,
        say(
            "the words state several deadlines: {deadlines}", deadlines="; ".join(map(write, found))
        ),
        say("write a task for each, or the one that is meant"),
    )


def vague() -> Doubt:
    """Doubt haste, or an occasion."""
    return Doubt(
        DoubtKind.VAGUE,
        say("the words ask for haste or name an occasion, not a day"),
        say("leave due out where no day is stated, and keep the words in due_text"),
    )


def horizon() -> Doubt:
    """Doubt the end of a programme."""
    return Doubt(
        DoubtKind.HORIZON,
        say("the end of a programme is not always the day on which a task is due"),
        say("write an earlier deadline if the document has one for the task"),
    )


def silence() -> Doubt:
    """Doubt consent by silence."""
    return Doubt(
        DoubtKind.SILENCE,
        say("who says nothing until then is taken to agree, so that late is not overdue"),
        say("close the task on the day after if nothing came"),
    )


def no_day() -> Doubt:
    """Doubt time without a last day."""
    return Doubt(
        DoubtKind.NO_DAY,
        say("the words give no last day"),
        say("leave due out where no day is stated, and keep the words in due_text"),
    )


def no_day_of(problem: DeadlineProblem) -> Doubt:
    """Doubt a series without its day, as the grammar says it."""
    return Doubt(DoubtKind.NO_DAY, problem.message, problem.help)


def daily() -> Doubt:
    """Doubt what is due every day."""
    return Doubt(
        DoubtKind.DAILY,
        say("there is no daily series, and a daily task has no last day"),
        say("keep it as {ongoing}, or write a weekly series", ongoing="ongoing"),
    )


def hours() -> Doubt:
    """Doubt a count of hours."""
    return Doubt(
        DoubtKind.HOURS,
        say("no deadline is counted in hours"),
        say("write the day and hour at which they end"),
    )


def impossible(problem: DeadlineProblem) -> Doubt:
    """Doubt what cannot be, as the grammar says it."""
    return Doubt(DoubtKind.IMPOSSIBLE, problem.message, problem.help)


def other_weekday(day: date) -> DeadlineProblem:
    """Give what to say of a day that is on another day of the week than the words say."""
    return DeadlineProblem(
        say("{day} is on another day of the week", day=day),
        say("correct the one that is wrong"),
    )


def unread(words: str) -> Doubt:
    """Doubt words that were not understood."""
    return Doubt(
        DoubtKind.UNREAD,
        say("`{words}` was not understood", words=shortened(words)),
        say("see whether it changes the deadline, and write the deadline that is meant"),
        words,
    )


def unfit() -> Doubt:
    """Doubt parts that are understood one by one and not together."""
    return Doubt(
        DoubtKind.UNREAD,
        say("the words do not fit together as one deadline"),
        say("write the deadline that is meant"),
    )


def too_long(longest: int) -> Doubt:
    """Doubt a text of which nothing was read."""
    return Doubt(
        DoubtKind.UNREAD,
        say("words about a deadline have at most {longest} characters", longest=longest),
        say("keep only the words that state it"),
    )
