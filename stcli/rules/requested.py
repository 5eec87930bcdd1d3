"""The rules that are applied when a pipeline asks for them: late tasks, and what a change may do.

`policy/` finds what breaks them; here they have their names, weights and texts.
"""

from __future__ import annotations

from stcli.diagnostics import Severity
from stcli.rules.registry import declare_requested

declare_requested(
    "overdue",
    Severity.WARNING,
    """No task is past its last day without being done.

    `check --fail-on overdue` makes a finding of each task that is, on the day, and
    fails; `--grace 3d` lets be what is three days late or less. Record what was
    delivered under `done` and `evidence`, or enter the document that grants more
    time under `changes`.

    Wrong:

        issued: 2023-10-05
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2024-06-30

    Right:

        issued: 2023-10-05
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2024-06-30
            done: 2024-06-12
            evidence: 15/TTr-BKHCN
    """,
)
declare_requested(
    "due-soon",
    Severity.WARNING,
    """A task that falls due soon is looked at.

    `check --fail-on due-soon` makes a finding of each task whose last day is near:
    within the days that `due_soon` in `stcli.yaml` says, 7 unless an office sets
    another number.

    Wrong:

        issued: 2025-10-05
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2026-01-05

    Right:

        issued: 2025-10-05
        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2026-01-05
            done: 2025-12-12
            evidence: 15/TTr-BKHCN
    """,
)
declare_requested(
    "deadline-moved",
    Severity.ERROR,
    """A deadline is moved by an entry under `changes`, not by typing over it.

    `check --since REV --guard deadline-moved` compares the files with those of a
    revision. What the directive said stays under `due`, so that everybody can see
    by which document the day was put off. A mistyped day is corrected by a change
    set of its own that this guard is not asked about.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2024-09  # it was 2024-06

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            due: 2024-06
            changes:
              - {date: 2024-05-02, by: 25/CT-TTg, due: 2024-09}
    """,
)
declare_requested(
    "task-removed",
    Severity.ERROR,
    """A task that was given stays in its file.

    `check --since REV --guard task-removed` finds tasks and directives that a
    revision had and the files have no more. One that nobody has to do is cancelled
    or returned, with the day and the document; then reports still count it.

    Wrong:

        tasks: []  # it had task 1

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            cancelled: {date: 2024-05-02, by: 25/CT-TTg, reason: không còn phù hợp}
    """,
)
declare_requested(
    "unproved-completion",
    Severity.ERROR,
    """Nothing is marked done without the document that shows it.

    `check --since REV --guard unproved-completion` finds what the change set marks
    done, a task, a period or the part of a member, without `evidence`. What was
    marked so before is left to the rule `done-without-evidence`.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            done: 2024-06-12

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            done: 2024-06-12
            evidence: 15/TTr-BKHCN
    """,
)
declare_requested(
    "history-rewritten",
    Severity.ERROR,
    """What was recorded about a task stays as it was recorded.

    `check --since REV --guard history-rewritten` finds entries of `changes`,
    `progress`, `periods` and `members`, and a day under `done`, `cancelled` or
    `returned`, that a revision had and that are gone or altered. Add an entry that
    corrects the old one; a slip of the finger is corrected by a change set of its
    own that this guard is not asked about.

    Wrong:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            done: 2024-06-30  # it was 2024-07-12
            evidence: 15/TTr-BKHCN

    Right:

        tasks:
          - id: 1
            title: Xây dựng đề án
            lead: bo-khcn
            done: 2024-07-12
            evidence: 15/TTr-BKHCN
    """,
)
