"""Tasks listed: as a page all at once, as records some at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple, TypeVar

from stcli.cli.answers import FORMATS, PAGE_FORMATS, give_page, give_records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from stcli.cli.selection import Chosen
    from stcli.cli.session import Session
    from stcli.render.page import Label, Page
    from stcli.render.records import Record
    from stcli.views.orders import Order
    from stcli.views.tasks import TaskRow

Thing = TypeVar("Thing")


class Wanted(NamedTuple):
    """The tasks to be listed: those chosen that pass a test, put into one order after another."""

    chosen: Chosen
    passes: Callable[[TaskRow], bool]
    orders: tuple[Order, ...]


def give(session: Session, wanted: Wanted, page: Callable[..., Page]) -> bool:
    """List tasks in the format asked for, and tell whether there are any."""
    if session.format(FORMATS) in PAGE_FORMATS:
        rows = _rows(wanted)
        label = session.loaded.tracker.agency_label
        give_page(session, page(rows, session.day, label, session.loaded.invalid))
        return bool(rows)
    from stcli.render import records

    wanted.chosen.begin()
    given = 0

    def written(write: Callable[[Iterable[Record]], str]) -> Iterator[str]:
        nonlocal given
        for given, text in enumerate(_texts(wanted, write), 1):  # noqa: B007 - told in the end
            yield text

    parts = records.Parts(written)
    record = records.tasks(parts, session.day, session.invalid)
    give_records(session, record, records.TASK_FIELDS, parts)
    return given > 0


def _rows(wanted: Wanted) -> tuple[TaskRow, ...]:
    rows = filter(wanted.passes, wanted.chosen.rows())
    if not wanted.orders:
        return tuple(rows)
    return tuple(_arranged(((_values(row, wanted.orders), row) for row in rows), wanted.orders))


def _texts(wanted: Wanted, write: Callable[[Iterable[Record]], str]) -> Iterable[str]:
    """Give the texts of records; only what has to be put into an order is held until the last."""
    from stcli.render.records import task_list

    _, passes, orders = wanted

    def together(rows: Iterable[TaskRow], label: Label) -> Iterator[str]:
        some = [*filter(passes, rows)]
        if some:
            yield write(task_list(some, label))

    def one_by_one(rows: Iterable[TaskRow], label: Label) -> Iterator[tuple[list[Any], bytes]]:
        for row in filter(passes, rows):
            text = write(task_list((row,), label))
            yield _values(row, orders), text.encode()  # takes half of the memory

    if not orders:
        return wanted.chosen.each(together)
    return map(bytes.decode, _arranged(wanted.chosen.each(one_by_one), orders))


def _values(row: TaskRow, orders: Iterable[Order]) -> list[Any]:
    return [one.value(row) for one in orders]


def _arranged(valued: Iterable[tuple[list[Any], Thing]], orders: Iterable[Order]) -> list[Thing]:
    """Put things into one order after another, by what they have for each."""
    from stcli.views.orders import arranged

    for place, order in enumerate(orders):
        told = ((values[place], (values, thing)) for values, thing in valued)
        valued = arranged(told, descending=order.descending)
    return [thing for _, thing in valued]
