"""The format of what an office keeps beside them: its calendar, its settings, a baseline."""

from __future__ import annotations

from typing import Final

from stcli import calendar
from stcli.clocks import TIMEZONE
from stcli.diagnostics import Baseline, Severity, Tolerated
from stcli.messages import say
from stcli.schema.keys import Format, Key
from stcli.schema.kinds import (
    DAY,
    OPTIONAL_TEXT,
    TEXT,
    one,
    one_of,
    required_whole_number,
    several,
    text_or,
    weights,
    whole_number,
)
from stcli.settings import DUE_SOON_DAYS, Extensions, Settings

_DOCUMENT: Final = say("the document that says so")
_NOTICES: Final = ("12729/VPCP-KGVX", "1/TB-BNV")
_STATUS: Final = Key(
    one_of({one.value: one for one in calendar.Certainty}, empty=calendar.Certainty.DECIDED),
    say("whether it is decided, or only expected"),
    field="certainty",
)

DAY_OFF: Final = Format(
    calendar.DayOff,
    {
        "date": Key(DAY, say("the day off"), field="day", required=True),
        "name": Key(
            TEXT, say("what the day is kept for"), ("Tết Âm lịch", "Quốc khánh"), required=True
        ),
        "document": Key(TEXT, _DOCUMENT, _NOTICES, required=True),
        "status": _STATUS,
    },
)

SWAP: Final = Format(
    calendar.Swap,
    {
        "rest": Key(
            DAY,
            say("the working day that is taken off"),
            ("2026-11-23", "2026-01-02"),
            required=True,
        ),
        "work": Key(
            DAY,
            say("the Saturday or Sunday that is worked for it"),
            ("2026-11-28", "2026-01-10"),
            required=True,
        ),
        "document": Key(TEXT, _DOCUMENT, _NOTICES, required=True),
        "status": _STATUS,
    },
)

CALENDAR: Final = Format(
    calendar.Listing,
    {
        "days_off": Key(
            several(DAY_OFF), say("the days off; a year that has one here is taken from here alone")
        ),
        "swapped": Key(several(SWAP), say("working days that are exchanged for days of a weekend")),
    },
)

EXTENSIONS: Final = Format(
    Extensions,
    {
        "limit": Key(
            required_whole_number(0, 99),
            say("how many times a deadline may be put off"),
            (1, 2),
            required=True,
        ),
        "basis": Key(TEXT, _DOCUMENT, ("790/QĐ-UBND-HC", "15/QĐ-UBND"), required=True),
    },
)

SETTINGS: Final = Format(
    Settings,
    {
        "before": Key(
            one_of({"strict": False, "inclusive": True}, empty=False),
            say("whether a deadline before a day leaves that day out or includes it"),
            field="before_inclusive",
        ),
        "roll": Key(
            one_of({"none": False, "next-working-day": True}, empty=False),
            say("whether a last day off work moves to the next working day"),
        ),
        "cut_off": Key(
            whole_number(1, 28),
            say("the day of the month with which the figures of a period end; else its last day"),
            (14, 20),
        ),
        "extensions": Key(one(EXTENSIONS), say("the limit of putting deadlines off")),
        "due_soon": Key(
            whole_number(0, 366, empty=DUE_SOON_DAYS),
            say("how many days before its last day a task counts as due soon"),
            (3,),
        ),
        "timezone": Key(
            text_or(TIMEZONE), say("the time zone in which it is today"), ("Asia/Bangkok", "UTC")
        ),
        "lang": Key(
            one_of({"en": "en", "vi": "vi"}),
            say("the language of the program, where nothing else says one"),
            field="language",
        ),
        "severity": Key(
            weights({one.value: one for one in Severity}, empty=Severity.ERROR),
            say("how much the findings of a rule weigh, by the names of the rules"),
            field="severities",
        ),
    },
)

TOLERATED: Final = Format(
    Tolerated,
    {
        "rule": Key(
            TEXT,
            say("the rule that finds it"),
            ("several-leads", "unknown-reference"),
            required=True,
        ),
        "path": Key(
            TEXT,
            say("the file in which it is found, from the root"),
            ("directives/2023/25-CT-TTg.yaml", "stcli.yaml"),
            required=True,
        ),
        "fingerprint": Key(
            TEXT,
            say("what tells it apart from other findings, as check writes it"),
            ("5d41402abc4b2a76", "9e107d9d372bb682"),
            required=True,
        ),
        "until": Key(DAY, say("the last day on which it is let be"), required=True),
        "reason": Key(
            OPTIONAL_TEXT,
            say("why it is let be"),
            ("văn bản ghi như vậy", "chờ danh mục cơ quan mới"),
        ),
    },
)

BASELINE: Final = Format(
    Baseline,
    {"tolerated": Key(several(TOLERATED), say("the findings that are let be"), required=True)},
)
