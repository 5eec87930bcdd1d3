"""What is asked many times a day, answered from the index without a look at every task."""

from __future__ import annotations

import io
import sys
from datetime import date, timedelta
from types import SimpleNamespace
from typing import TYPE_CHECKING, Final

from stcli.cli.answers import PAGE_FORMATS, encoded, give_page
from stcli.cli.session import INCOMPLETE, Session
from stcli.cli.terminal import prepare

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from stcli.cli.start import Understood
    from stcli.render.page import Page
    from stcli.views.status import Status

FINDINGS: Final = 1
UPCOMING: Final = 30
"""Days that `upcoming` looks ahead where nothing is said."""


def run(asked: Understood) -> int | None:
    """Answer a line from the index; give the exit status, None where the index does not tell.

    Where there are many files, another process sees whether they are still the same while the
    answer is made of what the index says; should they not be, it is made again.
    """
    prepare(sys.stdout)
    prepare(sys.stderr)
    for ahead in (True, False):
        session = Session(SimpleNamespace(obj=asked.shared))
        drawn: list[bytes] = []
        try:
            page, found = _page(session, asked.command, asked.words, ahead=ahead)
            if page is None or session.memory is None:
                return None
            session.style(sys.stdout)
            if not sys.stdout.isatty():
                if not _takes_parts(sys.stdout):
                    return None
                drawn += encoded(session, page, sys.stdout)
            if not session.memory.is_confirmed():
                continue
        except Exception:  # noqa: BLE001 - the usual way says what is wrong
            return None
        return _given(session, page, drawn, FINDINGS if asked.exit_code and found else 0)
    return None


def _takes_parts(stream: TextIO) -> bool:
    """Tell whether a stream writes of several texts what it would write of each alone.

    Some encodings begin with a mark, which then stands in front of the first one only.
    """
    return isinstance(stream, io.TextIOWrapper) and not "".encode(stream.encoding)


def _given(session: Session, page: Page, drawn: Sequence[bytes], status: int) -> int:
    """Write an answer, and give the exit status."""
    try:
        if drawn:
            sys.stdout.flush()
            sys.stdout.buffer.writelines(drawn)
        else:
            give_page(session, page)
        complete = session.complete()
        sys.stdout.flush()
    except Exception as error:  # noqa: BLE001 - the usual way of saying it, too
        from stcli.cli.app import failed

        return failed(error, session.language)
    return status if complete else INCOMPLETE


def _page(
    session: Session, command: str, words: tuple[str, ...], *, ahead: bool
) -> tuple[Page | None, bool]:
    """Give the page of a command, and whether there is anything on it; no page without an index."""
    if not session.recall_only(ahead=ahead):
        return None, False
    match command:
        case "status":
            counted = status(session)
            if counted is None:
                return None, False
            from stcli.render.pages.status import status_page

            return status_page(counted, session.invalid), True
        case "overdue":
            return overdue(session)
        case "list":
            return listed(session, words), True
        case _:
            return upcoming(session, UPCOMING), True


def status(session: Session) -> Status | None:
    """Count the tasks of all directives; None where the index does not tell."""
    if session.memory is None:
        return None
    return session.memory.ask(lambda index: index.status(session.day))


def overdue(session: Session) -> tuple[Page | None, bool]:
    """List what is overdue, and tell whether anything is; no page where the index does not tell."""
    if session.memory is None or session.format_asked not in PAGE_FORMATS:
        return None, False
    late = session.memory.ask(lambda index: index.overdue(session.day))
    if late is None:
        return None, False
    from stcli.render.pages.tasks import late_page

    return late_page(late, session.day, session.invalid), bool(late.due)


def upcoming(session: Session, days: int) -> Page | None:
    """List what falls due within so many days; None where the index does not tell."""
    if session.memory is None or session.format_asked not in PAGE_FORMATS:
        return None
    coming = session.memory.ask(lambda index: index.upcoming(session.day, days))
    if coming is None:
        return None
    from stcli.render.pages.tasks import coming_page

    until = session.day + timedelta(days=min(days, (date.max - session.day).days))
    return coming_page(coming, session.day, until, session.invalid)


def listed(session: Session, words: Sequence[str]) -> Page | None:
    """List the tasks that fit the words of a query; None where the index does not tell."""
    if session.memory is None or session.format_asked not in PAGE_FORMATS:
        return None
    found = session.memory.ask(lambda index: index.listing(session.day, words))
    if found is None:
        return None
    from stcli.render.pages.tasks import listed_page

    return listed_page(found.tasks, found.counts, session.day, session.invalid)
