"""The rules of the format: its keys, and what their values are."""

from __future__ import annotations

from stcli.rules.registry import declare

declare(
    "missing-key",
    """A key that is required is there and has a value.

    A directive needs `number`, `title`, `issuer` and `issued`, a task `id` and
    `title`, an agency `id` and `name`, a change `date`. A key without a value can
    be left out, or gets one.

    Wrong:

        tasks:
          - id: 1
            lead: so-khcn

    Right:

        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: so-khcn
    """,
)

declare(
    "unknown-key",
    """Every key is one of the format.

    What stands under a mistyped key would be read by nobody. The finding names the
    nearest key, or all there are; free text belongs under `notes`, labels under
    `tags`.

    Wrong:

        tasks:
          - id: 1
            title: Ban hành kế hoạch
            leads: so-khcn

    Right:

        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: so-khcn
    """,
)

declare(
    "wrong-value",
    """Every value is of the kind that its key takes.

    Some keys take one text, some a list, some mappings, some a whole number or one
    of a few words. The message says which.

    Wrong:

        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: so-khcn
            progress:
              - {date: 2024-04-10, percent: 40%}

    Right:

        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: so-khcn
            progress:
              - {date: 2024-04-10, percent: 40}
    """,
)

declare(
    "malformed-id",
    """An id has no space, `#`, `/` or `@` in it.

    References are built of ids: `25/CT-TTg#2a`. Take the numbering of the document
    for tasks: `1`, `2a`, `I.3`; and a short name for agencies: `bo-khcn`.

    Wrong:

        tasks:
          - id: mục I/3
            title: Ban hành kế hoạch
            lead: so-khcn

    Right:

        tasks:
          - id: I.3
            title: Ban hành kế hoạch
            lead: so-khcn
    """,
)

declare(
    "malformed-date",
    """A day is written year-month-day, with ten characters.

    `5/10/2023` is another day to a reader from abroad, and `2023-10` is no day at
    all.

    Wrong:

        issued: 5/10/2023

    Right:

        issued: 2023-10-05
    """,
)

declare(
    "malformed-deadline",
    """A deadline is written in one of the forms of the format.

    A day (`2024-06-30`, `before 2024-06-30`), a period (`2024-06`, `2024-Q2`,
    `2024-H1`, `2024`, `2025..2026`), a count (`15 days`, `3 months from received`),
    a series (`monthly by 25`) or `ongoing`. The words of the document belong under
    `due_text`; leave `due` out where it states no deadline.

    Wrong:

        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: so-khcn
            due: trong quý II năm 2024

    Right:

        tasks:
          - id: 1
            title: Ban hành kế hoạch
            lead: so-khcn
            due: 2024-Q2
            due_text: trong quý II năm 2024
    """,
)

declare(
    "malformed-period",
    """A period of a recurring task is named in one way.

    A week is `2025-W23` (of ISO 8601), a month `2025-06`, a quarter `2025-Q2`, a
    half of a year `2025-H1`, a year `2025`. Where a task falls due several times in
    one period, the day stands for it: `2025-06-10`. `stcli list` shows the names.

    Wrong:

        tasks:
          - id: 1
            title: Báo cáo tình hình thực hiện
            lead: so-khcn
            due: quarterly by 20
            periods:
              - {for: quý I/2024, done: 2024-03-18, evidence: 412/BC-SKHCN}

    Right:

        tasks:
          - id: 1
            title: Báo cáo tình hình thực hiện
            lead: so-khcn
            due: quarterly by 20
            periods:
              - {for: 2024-Q1, done: 2024-03-18, evidence: 412/BC-SKHCN}
    """,
)

declare(
    "calendar-contradiction",
    """A calendar lists a day once, and swaps a working day for one of a weekend.

    `directives/calendar.yaml` lists days off and swapped days as notices give
    them: under `rest` the working day taken off, under `work` the Saturday
    or Sunday that is worked for it. Of rows that contradict each other nobody
    knows which one holds. Until they are mended the calendar that comes with the
    program is used alone.

    Wrong:

        # directives/calendar.yaml
        swapped:
          - {rest: 2026-11-28, work: 2026-11-23, document: 1/TB-BNV}

    Right:

        # directives/calendar.yaml
        swapped:
          - {rest: 2026-11-23, work: 2026-11-28, document: 1/TB-BNV}
    """,
)
