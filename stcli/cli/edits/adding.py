"""A task on its way to a directive, as it was typed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from stcli.cli.edits.plans import Plan
from stcli.errors import StcliError
from stcli.messages import say

if TYPE_CHECKING:
    from stcli.acts import Assigned
    from stcli.cli.edits.workplace import Workplace
    from stcli.deadlines import Deadline
    from stcli.model import Directive

NONE: Final = "none"
"""What is typed for a deadline where the document states none."""


@dataclass(frozen=True, slots=True)
class Adding:
    """Tasks on their way to a directive, which is named as it was typed, as is the deadline."""

    reference: str
    due: str | None = None

    def directive(self, workplace: Workplace) -> tuple[str, Directive]:
        """Give the directive with its reference."""
        if "#" in self.reference:
            raise StcliError(
                say("`{text}` is a task, and tasks are added to directives", text=self.reference),
                say("write {example}", example=self.reference.partition("#")[0] or "25/CT-TTg"),
            )
        return workplace.directives((self.reference,))[0]

    def plan(self, known: Assigned, workplace: Workplace) -> Plan:
        """Give the plan to add a task, its agencies and references as files have them."""
        from stcli import acts
        from stcli.cli.edits.entering import judged, reference

        name, directive = self.directive(workplace)
        task = replace(
            known,
            leads=workplace.agency_ids(known.leads),
            coordinating=workplace.agency_ids(known.coordinating),
            implements=known.implements and reference(known.implements, workplace),
            due=self._deadline(known.due_text, directive),
        )
        act = acts.add(directive, name, task, workplace.settings)
        return Plan((judged(act, workplace),))

    def _deadline(self, words: str | None, directive: Directive) -> Deadline | None:
        from stcli.acts.timing import stated

        if self.due == NONE:
            return None
        try:
            return stated(self.due, words, directive.issued)
        except StcliError as error:
            if self.due is not None:
                raise
            remedy = say("name the deadline too with --due; where there is none: --due none")
            raise StcliError(error.message, remedy) from None
