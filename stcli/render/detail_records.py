"""The record of `show`: one directive, task or agency, with its tasks or its history."""

from __future__ import annotations

from typing import TYPE_CHECKING, assert_never

from stcli.render.records import counts, day, deadline, hour, task
from stcli.views.details import AgencyDetail, DirectiveDetail, TaskDetail

if TYPE_CHECKING:
    from stcli.model import Succession
    from stcli.render.page import Label
    from stcli.render.records import Record
    from stcli.views.history import Alteration, Event
    from stcli.views.relations import Link
    from stcli.views.tasks import TaskRow

Detail = DirectiveDetail | TaskDetail | AgencyDetail


def show(detail: Detail, label: Label, incomplete: tuple[str, ...]) -> Record:
    """Give the record of `show`; `kind` says which fields there are."""
    return {
        "format": "stcli.show/1",
        "as_of": detail.as_of.isoformat(),
        **_shown(detail, label),
        "incomplete": list(incomplete),
    }


def rows_of(detail: Detail) -> tuple[TaskRow, ...]:
    """Give the tasks that `show` lists, for formats that know tasks only."""
    match detail:
        case DirectiveDetail():
            return detail.rows
        case TaskDetail():
            return detail.members or detail.rows
        case AgencyDetail():
            return (*detail.answers_for, *detail.passed_on, *detail.coordinates)
    assert_never(detail)


def _shown(detail: Detail, label: Label) -> Record:
    match detail:
        case DirectiveDetail():
            return {"kind": "directive", **_directive(detail, label)}
        case TaskDetail(row=None):
            return {"kind": "series", **_series(detail, label)}
        case TaskDetail():
            return {"kind": "task", **_task(detail, label)}
        case AgencyDetail():
            return {"kind": "agency", **_agency(detail, label)}
    assert_never(detail)


def _directive(detail: DirectiveDetail, label: Label) -> Record:
    directive = detail.directive
    return {
        "id": detail.reference,
        "number": directive.number,
        "title": directive.title,
        "types": list(detail.types),
        "issuer": directive.issuer,
        "issuer_name": label(directive.issuer),
        "issued": day(directive.issued),
        "received": day(directive.received),
        "effective": day(directive.effective),
        "aliases": list(directive.aliases),
        "source": list(directive.source),
        "tags": list(directive.tags),
        "notes": directive.notes,
        "path": directive.path,
        "line": directive.line,
        "relations": [
            {"relation": relation.kind.value, **_link(link)}
            for relation in detail.relations
            for link in relation.links
        ],
        "totals": counts(detail.counts),
        "tasks": [task(row, label) for row in detail.rows],
    }


def _task(detail: TaskDetail, label: Label) -> Record:
    first, last = detail.span or (None, None)
    return {
        **task(detail.first, label),
        **_common(detail),
        "period_from": day(first),
        "period_to": day(last),
        "members": [task(row, label) for row in detail.members],
    }


def _series(detail: TaskDetail, label: Label) -> Record:
    """Give a recurring task: what all of its occurrences share, and these as tasks."""
    row, terms = detail.first, detail.terms
    return {
        "id": detail.reference,
        "directive": row.directive_reference,
        "title": terms.title,
        "lead": list(terms.leads),
        "lead_names": [label(agency) for agency in terms.leads],
        "with": list(terms.coordinating),
        "officer": row.task.officer,
        "deadline": deadline(terms.deadline),
        "hour": hour(terms.deadline),
        "due_text": terms.due_text,
        "product": terms.product,
        "tags": list(row.tags),
        "issuer": row.directive.issuer,
        "issued": day(row.directive.issued),
        "path": row.path,
        "line": row.line,
        **_common(detail),
        "totals": counts(detail.counts),
        "occurrences": [task(one, label) for one in detail.rows],
    }


def _common(detail: TaskDetail) -> Record:
    own, original = detail.first.task, detail.original
    return {
        "quote": own.quote,
        "notes": own.notes,
        "original_title": original.title,
        "original_lead": list(original.leads),
        "original_deadline": deadline(original.deadline),
        "original_due": day(detail.original_due),
        "implements": None if detail.implements is None else _link(detail.implements),
        "implemented_by": [_link(link) for link in detail.implemented_by],
        "history": [_event(event) for event in detail.history],
    }


def _agency(detail: AgencyDetail, label: Label) -> Record:
    agency = detail.agency
    return {
        "id": agency.id,
        "name": agency.name,
        "short": agency.short,
        "aliases": list(agency.aliases),
        "agency_kind": agency.kind.value,
        "code": agency.code,
        "from": day(agency.since),
        "until": day(agency.until),
        "in_being": detail.in_being,
        "parent": agency.parent,
        "parts": [part.id for part in detail.parts],
        "members": list(agency.members),
        "successors": [_succession(one.agency, one) for one in agency.successors],
        "predecessors": [_succession(one.id, by) for one, by in detail.predecessors],
        "notes": agency.notes,
        "path": agency.path,
        "line": agency.line,
        "totals": counts(detail.counts),
        "answers_for": [task(row, label) for row in detail.answers_for],
        "passed_on": [task(row, label) for row in detail.passed_on],
        "coordinates": [task(row, label) for row in detail.coordinates],
    }


def _link(link: Link) -> Record:
    return {"text": link.text, "id": link.reference, "title": link.title}


def _succession(agency: str, succession: Succession) -> Record:
    return {
        "agency": agency,
        "from": day(succession.since),
        "basis": succession.basis,
        "for": list(succession.tags),
    }


def _event(event: Event) -> Record:
    return {
        "date": day(event.day),
        "event": event.kind.value,
        "by": event.by,
        "text": event.text,
        "percent": event.percent,
        "period": event.period,
        "agency": event.agency,
        "asked": day(event.asked),
        "evidence": list(event.evidence),
        "alterations": [_alteration(one) for one in event.alterations],
    }


def _alteration(alteration: Alteration) -> Record:
    return {
        "field": alteration.field,
        "before": list(alteration.before),
        "after": list(alteration.after),
        "due_before": day(alteration.due_before),
        "due_after": day(alteration.due_after),
    }
