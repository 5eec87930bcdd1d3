"""States of tasks: the four official ones of reports to the Prime Minister, and the others."""

from __future__ import annotations

from typing import Final

STATES: Final = {
    "done on time": "hoàn thành đúng hạn",
    "done after its last day": "hoàn thành quá hạn",
    "not done, still in time": "chưa hoàn thành, trong hạn",
    "not done, due soon": "sắp đến hạn",
    "not done, overdue": "chưa hoàn thành, quá hạn",
    "done": "đúng hạn",
    "done late": "trễ hạn",
    "open": "trong hạn",
    "due soon": "sắp đến hạn",
    "overdue": "quá hạn",
    "ongoing": "thường xuyên",
    "cancelled": "bị hủy",
    "returned": "trả lại",
}
