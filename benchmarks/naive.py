"""The script that anybody would write first: PyYAML's SafeLoader, pydantic's models, and a loop.

    python benchmarks/naive.py list FOLDER DAY
    python benchmarks/naive.py check FOLDER

It knows the forms of deadlines that `generate.py` writes, and no others. The writers of other
programs' files take the tasks from it, so that what they are told does not come from `stcli`.
"""

from __future__ import annotations

import sys
from calendar import monthrange
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

YAML = dict[str, Any]


class Strict(BaseModel):
    """A mapping without other keys than those named."""

    model_config = ConfigDict(extra="forbid")


class Change(Strict):
    """What a later document moved."""

    day: date = Field(alias="date")
    by: str
    due: date | int | str
    reason: str


class Task(Strict):
    """A task, with the days as YAML gives them: 2025 is a number, 2025-06 a text."""

    id: int
    title: str
    lead: str
    with_: list[str] = Field(default=[], alias="with")
    quote: str = ""
    due: date | int | str
    due_text: str
    product: str
    changes: list[Change] = []
    done: date | None = None
    evidence: str | None = None

    def last_day(self) -> date | None:
        """Give the last day, or None if the task never ends."""
        return last_day(self.changes[-1].due if self.changes else self.due)

    def overdue(self, day: date) -> bool:
        """Tell whether the last day has passed, and it is not done."""
        last = self.last_day()
        return self.done is None and last is not None and last < day


class Directive(Strict):
    """A directive, which is a file."""

    number: str
    title: str
    issuer: str
    issued: date
    type: str
    source: str
    tags: list[str]
    tasks: list[Task]


def main() -> None:
    """List what is overdue, or what is wrong."""
    match sys.argv[1:]:
        case ["list", folder, day]:
            for line in overdue(Path(folder), date.fromisoformat(day)):
                print(line)
        case ["check", folder]:
            faults = list(check(Path(folder)))
            print(*faults, sep="\n")
            sys.exit(1 if faults else 0)
        case _:
            sys.exit(__doc__)


def overdue(folder: Path, day: date) -> Iterator[str]:
    """Give a line for each overdue task, the latest first."""
    found = [
        (task.last_day(), f"{directive.number}#{task.id}", task)
        for directive in directives(folder)
        for task in directive.tasks
        if task.overdue(day)
    ]
    for last, name, task in sorted(found, key=lambda row: row[:2]):
        yield f"{name}  {last}  {(day - last).days if last else ''}  {task.lead}  {task.title}"


def check(folder: Path) -> Iterator[str]:
    """Give what does not fit the models, and the agencies that nobody has named."""
    known = agencies(folder)
    for path in files(folder):
        try:
            directive = Directive.model_validate(read(path))
        except (yaml.YAMLError, ValidationError) as error:
            yield f"{path}: {error}"
            continue
        for task in directive.tasks:
            for agency in (directive.issuer, task.lead, *task.with_):
                if agency not in known:
                    yield f"{path}: task {task.id}: unknown agency {agency}"


def directives(folder: Path, loader: type = yaml.SafeLoader) -> Iterator[Directive]:
    """Give every directive of a tree."""
    for path in files(folder):
        yield Directive.model_validate(read(path, loader))


def agencies(folder: Path) -> Mapping[str, str]:
    """Give the names of agencies by their ids."""
    listed = read(folder / "directives" / "agencies.yaml")["agencies"]
    return {agency["id"]: agency["name"] for agency in listed}


def files(folder: Path) -> list[Path]:
    """Give the files of directives: those in the folders of years."""
    return sorted((folder / "directives").glob("*/*.yaml"))


def read(path: Path, loader: type = yaml.SafeLoader) -> YAML:
    """Read one file."""
    data: YAML = yaml.load(path.read_text(encoding="utf-8"), loader)  # noqa: S506 - both are safe
    return data


def last_day(due: date | int | str) -> date | None:
    """Give the last day of a day, a month, a quarter or a year."""
    if isinstance(due, date):
        return due
    year, _, part = str(due).partition("-")
    if not year.isdigit():
        return None
    month = int(part[1:]) * 3 if part.startswith("Q") else int(part or 12)
    return date(int(year), month, 1) + timedelta(monthrange(int(year), month)[1] - 1)


if __name__ == "__main__":
    main()
