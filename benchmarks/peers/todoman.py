"""todoman: a file of iCalendar for each task, in a folder for each agency, and its cache."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import TYPE_CHECKING

from peers.peer import Listing, Peer, Words
from peers.programs import FromPip
from peers.tree import Tree, name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import naive

CONFIG = """\
path = "{folder}/lists/*"
cache_path = "{folder}/cache.sqlite3"
date_format = "%Y-%m-%d"
"""


def write(tree: Tree, folder: Path) -> None:
    """Write the files, and what tells where they are."""
    config = CONFIG.format(folder=folder)
    (folder / "config.py").write_text(config, encoding="utf-8")
    for number, (directive, task) in enumerate(tree.tasks(), start=1):
        place = folder / "lists" / task.lead
        place.mkdir(parents=True, exist_ok=True)
        text = "\r\n".join(entry(number, directive, task)) + "\r\n"
        (place / f"{number}.ics").write_text(text, encoding="utf-8", newline="")


def entry(number: int, directive: naive.Directive, task: naive.Task) -> Iterator[str]:
    """Give the lines of a task."""
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//stcli//benchmarks//EN"
    yield "BEGIN:VTODO"
    yield f"UID:{number}"
    yield f"DTSTAMP:{directive.issued:%Y%m%d}T000000Z"
    yield f"SUMMARY:{name(directive, task)} {task.title}"
    last = task.last_day()
    if last is not None:
        yield f"DUE;VALUE=DATE:{last:%Y%m%d}"
    if task.done is None:
        yield "STATUS:NEEDS-ACTION"
    else:
        yield "STATUS:COMPLETED"
        yield "PERCENT-COMPLETE:100"
        yield f"COMPLETED:{task.done:%Y%m%d}T000000Z"
    yield "END:VTODO"
    yield "END:VCALENDAR"


def listing(program: str, tree: Tree, folder: Path) -> Words:
    """Give the command; it counts in hours from now, and noon before the day is as good."""
    noon = datetime.combine(tree.day, time()) - timedelta(hours=12)
    hours = (noon - datetime.now()) // timedelta(hours=1)  # noqa: DTZ005 - it takes the local time
    return (program, "-c", str(folder / "config.py"), "list", "--due", str(hours))


PEER = Peer(
    name="todoman",
    program=FromPip("todoman", "todo"),
    files="a file of iCalendar for each task",
    write=write,
    listing=Listing(listing, "`todo list --due HOURS`, from its cache"),
)
