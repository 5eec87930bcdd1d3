"""Pages: headings, names of columns and fields, counting sentences, hints."""

from __future__ import annotations

from typing import Final

RENDER: Final = {
    # Counting
    "{count} task": "{count} nhiệm vụ",
    "{count} tasks": "{count} nhiệm vụ",
    "{tasks} as of {day}": "{tasks} tính đến ngày {day}",
    "{count} done on time": "{count} hoàn thành đúng hạn",
    "{count} done late": "{count} hoàn thành quá hạn",
    "{count} open": "{count} trong hạn",
    "{count} open, {near} of them due soon": "{count} trong hạn, {near} sắp đến hạn",
    "{count} overdue": "{count} quá hạn",
    "{count} ongoing": "{count} thường xuyên",
    "{count} cancelled": "{count} bị hủy",
    "{count} returned": "{count} trả lại",
    "done on time: {share} of those due ({part} of {base})": (
        "đúng hạn: {share} số nhiệm vụ đến hạn ({part}/{base})"
    ),
    # Status
    "directive": "văn bản",
    "agency": "cơ quan",
    "issuer": "cơ quan ban hành",
    "year": "năm",
    "officer": "người theo dõi",
    "tag": "nhãn",
    "states": "tình trạng",
    "tasks": "tổng số",
    "title": "trích yếu",
    "total": "cộng",
    "the overdue tasks, worst first": "các nhiệm vụ quá hạn, chậm nhất trước",
    "what falls due next": "việc sắp đến hạn",
    "write the first directive": "nhập văn bản đầu tiên",
    # Every page
    "for lack of room left out: {columns}": "màn hình hẹp, không hiện cột: {columns}",
    "incomplete: a file could not be read, its tasks are missing; see: stcli check": (
        "chưa đầy đủ: một tệp không đọc được, thiếu nhiệm vụ của tệp đó; xem: stcli check"
    ),
    "incomplete: {count} files could not be read, their tasks are missing; see: stcli check": (
        "chưa đầy đủ: {count} tệp không đọc được, thiếu nhiệm vụ của các tệp đó; xem: stcli check"
    ),
}
