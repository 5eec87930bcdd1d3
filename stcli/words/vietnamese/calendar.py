"""The calendar: its page, its command, and what is wrong with its files."""

from __future__ import annotations

from typing import Final

CALENDAR: Final = {
    "Mon": "T2",
    "Tue": "T3",
    "Wed": "T4",
    "Thu": "T5",
    "Fri": "T6",
    "Sat": "T7",
    "Sun": "CN",
    "month": "tháng",
    "weekday": "thứ",
    "working days": "số ngày làm việc",
    "tasks due": "nhiệm vụ đến hạn",
    "what it is": "nội dung",
    "status": "tình trạng",
    "expected": "dự kiến",
    "as written": "hạn theo văn bản",
    "days off": "ngày nghỉ",
    "expected: those of a year are not all decided yet": (
        "dự kiến: lịch nghỉ của năm liên quan chưa được quyết định đầy đủ"
    ),
    "working day": "ngày làm việc",
    "weekend": "ngày nghỉ hằng tuần",
    "off, {other} is worked for it": "nghỉ, làm bù ngày {other}",
    "worked for {other}": "làm bù cho ngày {other}",
    "* off, + worked, (2) two tasks fall due": "* nghỉ, + làm bù, (2) hai nhiệm vụ đến hạn",
    "the tasks of a month": "nhiệm vụ của một tháng",
    "{count} working days from {first} to {last}": (
        "{count} ngày làm việc từ ngày {first} đến ngày {last}"
    ),
    "the days off of {years} are not all decided; some are as expected": (
        "lịch nghỉ năm {years} chưa được quyết định đầy đủ; một số ngày là dự kiến"
    ),
    "`{text}` is neither a year nor a month": "`{text}` không phải năm hay tháng",
    "write it as {year} or {month}": "hãy viết {year} hoặc {month}",
    "{day} is listed twice": "ngày {day} được liệt kê hai lần",
    "keep the row that holds": "chỉ giữ lại dòng đúng",
    "{day} is off already, as a day of the weekend": "ngày {day} đã là ngày nghỉ hằng tuần",
    "write the working day that is taken off under `rest`": (
        "hãy ghi ngày làm việc được nghỉ vào `rest`"
    ),
    "{day} is no day of the weekend": "ngày {day} không phải ngày nghỉ hằng tuần",
    "write the Saturday or Sunday that is worked under `work`": (
        "hãy ghi ngày thứ Bảy hoặc Chủ nhật đi làm bù vào `work`"
    ),
    "`{due}` gives {day}, by days off of {years} that are not all decided": (
        "`{due}` cho ngày {day}, theo lịch nghỉ năm {years} chưa được quyết định đầy đủ"
    ),
    "list the days off in {file} when they are decided, or allow it on this line": (
        "hãy ghi lịch nghỉ vào {file} khi có quyết định, hoặc cho phép ngay trên dòng này"
    ),
}
