"""The tables of a task and of what is recorded for it: a part of the format of directives."""

from __future__ import annotations

from typing import Final

from stcli import model
from stcli.messages import say
from stcli.schema.keys import Format, Key
from stcli.schema.kinds import (
    DAY,
    DEADLINE,
    IDENTIFIER,
    NAME,
    NAMES,
    OPTIONAL_DAY,
    OPTIONAL_NAMES,
    OPTIONAL_PERIOD,
    OPTIONAL_TEXT,
    PERIOD,
    TEXT,
    TEXTS,
    one,
    several,
    whole_number,
)

_DONE: Final = say("the day on which it was done")
_EVIDENCE: Final = say("what proves that it is done: the number of a document, an address, or both")
_REPORTS: Final = ("412/BC-SKHCN", ("412/BC-SKHCN", "98/QĐ-UBND"))
_NUMBERS: Final = ("71/NQ-CP", "98/QĐ-UBND")
_PRODUCTS: Final = ("Quyết định của UBND tỉnh", "Báo cáo", "Kế hoạch")
_TITLES: Final = ("Xây dựng đề án", "Báo cáo kết quả thực hiện")
_WORDS: Final = ("trong quý II năm 2024", "trước ngày 30/6/2025", "hằng quý")

CHANGE: Final = Format(
    model.Change,
    {
        "date": Key(DAY, say("the day from which the change holds"), field="day", required=True),
        "by": Key(OPTIONAL_TEXT, say("the document that the change rests on"), _NUMBERS),
        "for": Key(
            OPTIONAL_PERIOD,
            say("the one period that the change is for, where the task recurs"),
            field="period",
        ),
        "asked": Key(OPTIONAL_DAY, say("the day on which the change was asked for")),
        "due": Key(DEADLINE, say("the deadline from that day on")),
        "due_text": Key(
            OPTIONAL_TEXT, say("the deadline in the words of the document that changes it"), _WORDS
        ),
        "lead": Key(
            OPTIONAL_NAMES,
            say("the lead agency from that day on, by its id in agencies.yaml"),
            field="leads",
        ),
        "with": Key(
            OPTIONAL_NAMES,
            say("the agencies that coordinate from that day on"),
            field="coordinating",
        ),
        "title": Key(OPTIONAL_TEXT, say("what is to be done from that day on"), _TITLES),
        "product": Key(OPTIONAL_TEXT, say("what is to be delivered from that day on"), _PRODUCTS),
        "replaced_by": Key(
            TEXTS,
            say(
                "the task that replaces this one, or those into which it is split, by id or"
                " reference; it ends this one"
            ),
            (9, (9, 10), "71/NQ-CP#12"),
        ),
        "reason": Key(
            OPTIONAL_TEXT,
            say("why it was changed"),
            ("chờ hướng dẫn của bộ", "sắp xếp lại cơ quan chủ trì"),
        ),
    },
)

PROGRESS: Final = Format(
    model.Progress,
    {
        "date": Key(DAY, say("the day of the note"), field="day", required=True),
        "note": Key(
            OPTIONAL_TEXT,
            say("how far the task has come, in words"),
            ("đã lấy ý kiến các sở", "đã trình UBND tỉnh"),
        ),
        "percent": Key(
            whole_number(0, 100), say("how far the task has come, from 0 to 100"), (40, 100)
        ),
    },
)

ENDING: Final = Format(
    model.Ending,
    {
        "date": Key(
            DAY, say("the day from which nobody has to do it any more"), field="day", required=True
        ),
        "by": Key(OPTIONAL_TEXT, say("the document that says so"), _NUMBERS),
        "reason": Key(
            OPTIONAL_TEXT,
            say("why nobody has to do it any more"),
            ("trùng với nhiệm vụ khác", "không thuộc thẩm quyền"),
        ),
    },
)

DELIVERY: Final = Format(
    model.Delivery,
    {
        "for": Key(
            PERIOD,
            say(
                "the period: a week, month, quarter, half or year, or where it has several last"
                " days the one that is meant"
            ),
            field="period",
            required=True,
        ),
        "done": Key(OPTIONAL_DAY, _DONE),
        "evidence": Key(TEXTS, _EVIDENCE, _REPORTS),
        "cancelled": Key(one(ENDING), say("that nothing has to be delivered for this period")),
    },
)

CONTRIBUTION: Final = Format(
    model.Contribution,
    {
        "agency": Key(
            NAME, say("the member of the collective, by its id in agencies.yaml"), required=True
        ),
        "for": Key(OPTIONAL_PERIOD, say("the period, where the task recurs"), field="period"),
        "done": Key(OPTIONAL_DAY, _DONE),
        "evidence": Key(TEXTS, _EVIDENCE, _REPORTS),
    },
)

TASK: Final = Format(
    model.Task,
    {
        "id": Key(
            IDENTIFIER,
            say("the number that the task has in its directive, as references to it end"),
            (1, "2a", "I.3"),
            required=True,
        ),
        "title": Key(TEXT, say("what is to be done, in a few words"), _TITLES, required=True),
        "lead": Key(NAMES, say("the lead agency, by its id in agencies.yaml"), field="leads"),
        "with": Key(
            NAMES,
            say("the agencies that coordinate, by their ids in agencies.yaml"),
            field="coordinating",
        ),
        "officer": Key(
            OPTIONAL_TEXT, say("who follows the task"), ("Nguyễn Văn An", "phòng Tổng hợp")
        ),
        "quote": Key(
            OPTIONAL_TEXT,
            say("the sentence of the directive that assigns the task"),
            ("Giao Sở Khoa học và Công nghệ chủ trì", "Yêu cầu báo cáo trước ngày 30 tháng 6"),
        ),
        "implements": Key(
            OPTIONAL_TEXT,
            say("the task of another directive that this one carries out"),
            ("25/CT-TTg#2", "25/CT-TTg@2023#2"),
        ),
        "due": Key(DEADLINE, say("the deadline; left out where none is stated")),
        "due_text": Key(OPTIONAL_TEXT, say("the deadline in the words of the directive"), _WORDS),
        "product": Key(OPTIONAL_TEXT, say("what is to be delivered"), _PRODUCTS),
        "changes": Key(several(CHANGE), say("what later documents changed, the oldest first")),
        "progress": Key(several(PROGRESS), say("notes on how far the task has come")),
        "done": Key(OPTIONAL_DAY, _DONE),
        "evidence": Key(TEXTS, _EVIDENCE, _REPORTS),
        "cancelled": Key(one(ENDING), say("that the task was cancelled, and when")),
        "returned": Key(one(ENDING), say("that the task was sent back, and when")),
        "periods": Key(
            several(DELIVERY), say("what was delivered for the periods of a task that recurs")
        ),
        "members": Key(
            several(CONTRIBUTION), say("what each member of a collective that leads has delivered")
        ),
        "confirmed": Key(
            OPTIONAL_DAY,
            say(
                "the day on which somebody saw that the task still stands, after another document"
                " amended or replaced its directive"
            ),
        ),
        "tags": Key(TEXTS, say("tags to find the task by"), ("khcn", ("khcn", "chuyen-doi-so"))),
        "notes": Key(
            OPTIONAL_TEXT,
            say("anything else that is worth knowing of the task"),
            ("chưa rõ cơ quan phối hợp", "thời hạn tính từ ngày ban hành"),
        ),
    },
)
