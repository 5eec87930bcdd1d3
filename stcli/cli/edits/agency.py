"""`agency`: agencies listed, ended and merged in `directives/agencies.yaml`."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Annotated, Final

import typer

from stcli.cli.edits import carrying, telling
from stcli.cli.edits.plans import Plan
from stcli.cli.session import asked_day
from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from datetime import date

    from stcli.acts import Act
    from stcli.cli.edits.workplace import Workplace
    from stcli.messages import Message
    from stcli.model import Agency

FORMATS: Final = telling.FORMATS


def agency(  # noqa: PLR0913, PLR0917 - each is an option
    context: typer.Context,
    action: Annotated[str, typer.Argument(metavar="add|end|merge", help="What to do.")],
    agencies: Annotated[
        list[str],
        typer.Argument(
            metavar="AGENCY...",
            help="Agencies by id, name or a part of one; for add the id of the new one.",
        ),
    ],
    name: Annotated[
        str | None, typer.Option(metavar="TEXT", help="add: its name, as documents write it.")
    ] = None,
    short: Annotated[
        str | None, typer.Option(metavar="TEXT", help="add: its short name, for tables.")
    ] = None,
    alias: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="add: another spelling; may be given several times."),
    ] = None,
    kind: Annotated[
        str | None,
        typer.Option(
            metavar="state|party|association|enterprise|collective",
            help="add: what it is, if not a state agency.",
        ),
    ] = None,
    parent: Annotated[
        str | None, typer.Option(metavar="AGENCY", help="add: the agency above it.")
    ] = None,
    member: Annotated[
        list[str] | None,
        typer.Option(metavar="AGENCY", help="add: a member of a collective; may be given again."),
    ] = None,
    from_: Annotated[
        str | None,
        typer.Option(
            "--from", metavar="DAY", help="add: its first day; merge: that of the one taking over."
        ),
    ] = None,
    on: Annotated[
        str | None, typer.Option("--on", metavar="DAY", help="end: its last day.")
    ] = None,
    into: Annotated[
        str | None, typer.Option(metavar="AGENCY", help="merge: the one that takes over.")
    ] = None,
    basis: Annotated[
        str | None,
        typer.Option(metavar="NUMBER", help="end, merge: the document that says so."),
    ] = None,
    for_: Annotated[
        list[str] | None,
        typer.Option(
            "--for", metavar="TAG", help="merge: only tasks with this tag; may be given again."
        ),
    ] = None,
) -> None:
    """List agencies, end them, and merge them into others.

    Tasks keep the agency that their document names; who answers for them from a day on follows
    from what is recorded here. `merge` ends each agency on the day before --from and names the one
    that takes over; how many open tasks get another owner by it is said.

    Examples: stcli agency add so-khcn --name "Sở Khoa học và Công nghệ" --short "Sở KH&CN";
    stcli agency end bo-tttt --on 2025-02-28 --basis 176/2025/QH15;
    stcli agency merge bo-khdt --into bo-tai-chinh --from 2025-03-01 --basis 176/2025/QH15.

    Exit status: 0; 2 for an agency or day that cannot be, and nothing is written.
    """
    asked = Asked(
        action=action, agencies=tuple(agencies), name=name, short=short, alias=tuple(alias or ()),
        kind=kind, parent=parent, member=tuple(member or ()), since=from_, on=on, into=into,
        basis=basis, tags=tuple(for_ or ()),
    )  # fmt: skip
    asked.require_fitting()
    carrying.carry_out(context, PLANS[action](asked))


@dataclass(frozen=True, slots=True)
class Asked:
    """What was asked for, as it was typed."""

    action: str
    agencies: tuple[str, ...]
    name: str | None
    short: str | None
    alias: tuple[str, ...]
    kind: str | None
    parent: str | None
    member: tuple[str, ...]
    since: str | None
    on: str | None
    into: str | None
    basis: str | None
    tags: tuple[str, ...]

    def require_fitting(self) -> None:
        """Refuse an action that is none, and options that it does not take or has to have."""
        if self.action not in PLANS:
            raise StcliError(
                say("nothing is called `{action}` here", action=self.action),
                say("write one of {known}", known=", ".join(PLANS)),
            )
        missing = [one for one in _NEEDED[self.action] if not self._given[one]]
        if missing:
            raise StcliError(
                say("`{action}` needs {missing}", action=self.action, missing=", ".join(missing)),
                say("see: {command} --help", command="stcli agency"),
            )
        for option, value in self._given.items():
            if value and option not in _TAKEN[self.action]:
                raise StcliError(
                    say("{option} is nothing for `{action}`", option=option, action=self.action),
                    say("it takes {known}", known=", ".join(_TAKEN[self.action])),
                )
        if self.action == "add" and len(self.agencies) > 1:
            raise StcliError(
                say("only one agency is listed at a time"),
                say("put a name of several words in quotes"),
            )

    @property
    def _given(self) -> Mapping[str, object]:
        return {
            "--name": self.name, "--short": self.short, "--alias": self.alias, "--kind": self.kind,
            "--parent": self.parent, "--member": self.member, "--from": self.since, "--on": self.on,
            "--into": self.into, "--basis": self.basis, "--for": self.tags,
        }  # fmt: skip


_NEEDED: Final = {"add": ("--name",), "end": ("--on",), "merge": ("--into", "--from")}
_TAKEN: Final = {
    "add": ("--name", "--short", "--alias", "--kind", "--parent", "--member", "--from"),
    "end": ("--on", "--basis"),
    "merge": ("--into", "--from", "--basis", "--for"),
}


def _addition(asked: Asked) -> Callable[[Workplace], Plan]:
    def plan(workplace: Workplace) -> Plan:
        from stcli import acts
        from stcli.sources import AGENCIES

        listing = acts.Listing(
            id=asked.agencies[0],
            name=asked.name or "",
            short=asked.short,
            aliases=asked.alias,
            kind=asked.kind,
            parent=next(iter(workplace.agency_ids(filter(None, (asked.parent,)))), None),
            since=None if asked.since is None else asked_day(asked.since),
            members=workplace.agency_ids(asked.member),
        )
        begins = not workplace.is_there(AGENCIES)
        return _judged((acts.list_agency(listing, workplace.agencies, begins=begins),), workplace)

    return plan


def _ending(asked: Asked) -> Callable[[Workplace], Plan]:
    day = asked_day(asked.on or "")

    def plan(workplace: Workplace) -> Plan:
        from stcli import acts

        listed, language = workplace.agencies, workplace.language
        ended = (
            acts.end_agency(one, day, asked.basis, listed, language)
            for one in _named(asked.agencies, workplace)
        )
        return _judged(tuple(ended), workplace)

    return plan


def _merging(asked: Asked) -> Callable[[Workplace], Plan]:
    day = asked_day(asked.since or "")

    def plan(workplace: Workplace) -> Plan:
        from stcli import acts

        (into,) = _named((asked.into or "",), workplace)
        handover = acts.Handover(into, day, asked.basis, asked.tags)
        merged = (
            acts.merge_agency(one, handover, workplace.agencies)
            for one in _named(asked.agencies, workplace)
        )
        return _judged(tuple(merged), workplace, since=day)

    return plan


PLANS: Final[Mapping[str, Callable[[Asked], Callable[[Workplace], Plan]]]] = {
    "add": _addition,
    "end": _ending,
    "merge": _merging,
}


def _named(names: Iterable[str], workplace: Workplace) -> list[Agency]:
    """Give the agencies that people name, each once."""
    by_id = {one.id: one for one in reversed(workplace.agencies)}
    return [by_id[one] for one in dict.fromkeys(workplace.agency_ids(names))]


def _judged(acts: tuple[Act, ...], workplace: Workplace, since: date | None = None) -> Plan:
    """Give the plan of acts that the rules have nothing against, with what they lead to.

    The acts are judged as one, and what is to be noted stands with the last of them. Where
    agencies hand over on a day, the tasks that get another owner by it are counted.
    """
    from stcli.acts.handing import handed_over
    from stcli.cli.edits.entering import versions, weighed

    *others, last = acts
    whole = replace(last, changes=tuple(change for act in acts for change in act.changes))
    today = workplace.office.today
    _, document = versions(whole, workplace)
    known, then = workplace.all_files(), workplace.all_files(document)
    notes = weighed(whole, known, then, today).notes
    if since is not None:
        before, after = known.tracker, then.tracker
        count = handed_over(before, before.agencies, after.agencies, max(since, today))
        notes = (_counted(count), *notes)
    return Plan((*others, replace(last, notes=notes)))


def _counted(count: int) -> Message:
    match count:
        case 0:
            return say("no open task gets another owner by it")
        case 1:
            return say("one open task gets another owner by it")
        case _:
            return say("{count} open tasks get another owner by it", count=count)
