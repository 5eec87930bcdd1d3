"""What is asked about a task, each answer judged before the next question."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from stcli.acts.adding import last_day
from stcli.acts.numbering import next_id
from stcli.cli import terminal
from stcli.cli.edits.adding import NONE
from stcli.cli.edits.asking import Question, Refused, ask, ask_or_skip
from stcli.cli.edits.entering import agencies_offered
from stcli.deadlines import DeadlineProblem, parse, write
from stcli.deadlines.phrases import recognise
from stcli.messages import say

if TYPE_CHECKING:
    from collections.abc import Callable

    from stcli.acts import Assigned
    from stcli.cli.edits.adding import Adding
    from stcli.cli.edits.workplace import Workplace
    from stcli.messages import Message
    from stcli.words import Language

Answer = TypeVar("Answer")

_UNTITLED = "?"


def about_task(
    known: Assigned, adding: Adding, workplace: Workplace, language: Language
) -> tuple[Assigned, str]:
    """Ask for what is missing of a task; its deadline is given beside it, as it was typed."""
    return _Interview(known, adding, workplace, language).held()


class _Interview:
    """The questions about one task: what is known grows with each answer.

    An answer is judged with those before it, as the task would be that is added.
    """

    def __init__(
        self, known: Assigned, adding: Adding, workplace: Workplace, language: Language
    ) -> None:
        self._known = known
        self._due = adding.due or NONE
        self._adding = adding
        self._workplace = workplace
        self._language = language
        self._directive = adding.directive(workplace)[1]

    def held(self) -> tuple[Assigned, str]:
        """Give what is known once every question has its answer, and the deadline.

        What was given by options is judged first, as no answer could mend it.
        """
        self._judge(self._known, self._due)
        known = self._known
        if not known.id:
            self._ask_id()
        if not known.title:
            self._known = ask(Question(say("what is to be done"), self._titled), self._language)
        if not known.leads:
            self._ask_agencies(say("who leads"), self._led)
        if not known.coordinating:
            self._ask_agencies(say("who coordinates"), self._coordinated)
        if self._adding.due is None:
            self._ask_deadline()
        if not known.product:
            self._ask_or_skip(Question(say("what is to be handed in"), self._handing_in))
        return self._known, self._due

    def _ask_id(self) -> None:
        proposed = next_id([one.id for one in self._directive.tasks])

        def read(typed: str) -> Assigned:
            # The one proposed is left open: it follows those that others add meanwhile.
            return self._with(id="" if typed == proposed else typed)

        self._known = ask(Question(say("id of the task"), read, proposed), self._language)

    def _ask_agencies(self, text: Message, read: Callable[[str], Assigned]) -> None:
        offered = agencies_offered(self._workplace, self._directive.issued)
        self._ask_or_skip(Question(text, read, offers=offered, several=True))

    def _ask_deadline(self) -> None:
        """Ask for the words of the document, show what they mean, and ask for the deadline."""
        if not self._known.due_text:
            self._ask_or_skip(Question(say("what the document says of the deadline"), self._worded))
        proposed = self._recognised(self._known.due_text or "")
        due = ask_or_skip(Question(say("deadline"), self._deadline, proposed), self._language)
        self._due = due or NONE

    def _recognised(self, words: str) -> str:
        """Give the deadline that words mean, having shown it with its last day and its doubts."""
        if not words:
            return ""
        read = recognise(words, self._directive.issued)
        for doubt in read.doubts:
            self._note(doubt.message)
        if read.deadline is None:
            return ""
        day = last_day(read.deadline, self._directive, self._workplace.settings)
        if day is None:
            self._note(say("read as {due}", due=read.deadline))
        else:
            self._note(say("read as {due}: the last day is {day}", due=read.deadline, day=day))
        return write(read.deadline)

    def _deadline(self, typed: str) -> str:
        try:
            parse(typed)
        except DeadlineProblem as problem:
            raise Refused(problem.message, problem.help, problem.instead or "") from None
        self._judge(self._known, typed)
        return typed

    def _titled(self, typed: str) -> Assigned:
        return self._with(title=typed)

    def _led(self, typed: str) -> Assigned:
        return self._with(leads=self._workplace.agency_ids(_parts(typed)))

    def _coordinated(self, typed: str) -> Assigned:
        return self._with(coordinating=self._workplace.agency_ids(_parts(typed)))

    def _worded(self, typed: str) -> Assigned:
        return self._with(due_text=typed)

    def _handing_in(self, typed: str) -> Assigned:
        return self._with(product=typed)

    def _with(self, **answer: object) -> Assigned:
        """Give what is known with an answer to a question; a StcliError where it cannot be."""
        known = replace(self._known, **answer)  # type: ignore[arg-type]
        self._judge(known, self._due)
        return known

    def _judge(self, known: Assigned, due: str) -> None:
        titled = replace(known, title=known.title or _UNTITLED)
        replace(self._adding, due=due).plan(titled, self._workplace)

    def _ask_or_skip(self, question: Question[Assigned]) -> None:
        self._known = ask_or_skip(question, self._language) or self._known

    def _note(self, message: Message) -> None:
        terminal.note(message, self._language)


def _parts(typed: str) -> list[str]:
    return [part for one in typed.split(",") if (part := one.strip())]
